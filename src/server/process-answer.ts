import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { decodeText } from "../wire/index.ts";
import { openFolder, readBytes } from "./folder.ts";
import type { FolderFile } from "./folder.ts";
import { problem } from "./problem.ts";

/** A file of the folder as the page gets it. */
type Sent = { readonly name: string; readonly source: string; readonly sha256: string };

/**
 * `GET /v1/process`: `{ folder, process, drafts: [{name, source, sha256}], current, readings: [{name, source, sha256}] }`,
 * where `sha256` is that of the file's bytes in hex and `process` the source of process.yaml or `null`. What cannot be sent whole is refused by file and place.
 */
export async function processAnswer(folder: string | null): Promise<Response> {
  if (folder === null) return problem("not-found", "no process folder was opened");
  const opened = await openFolder(folder);
  if (opened.kind === "refused") return problem("not-found", "the process folder is no longer there");

  const { drafts, current, readings, process } = opened.value;
  const sent = await sourcesOf([...drafts, ...readings, ...(process === null ? [] : [process])]);
  if (sent instanceof Response) return sent;

  const body = {
    folder: basename(resolve(folder)),
    process: sent.at(drafts.length + readings.length)?.source ?? null,
    drafts: sent.slice(0, drafts.length),
    current: current.name,
    readings: sent.slice(drafts.length, drafts.length + readings.length),
  };

  return new Response(JSON.stringify(body), {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}

async function sourcesOf(files: readonly FolderFile[]): Promise<Sent[] | Response> {
  const sent: Sent[] = [];
  for (const { name, path } of files) {
    const bytes = await readBytes(path);
    if (bytes.kind === "refused") return problem(bytes.code, `${name} cannot be read`, { file: name });
    const decoded = decodeText(bytes.value, name);
    if (decoded.kind === "refused")
      return problem("invalid-input", `${name}: ${decoded.reason}`, {
        file: name,
        line: decoded.line,
        column: decoded.column,
      });
    sent.push({
      name,
      source: decoded.value.source,
      sha256: createHash("sha256").update(bytes.value).digest("hex"),
    });
  }

  return sent;
}
