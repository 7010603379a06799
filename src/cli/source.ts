import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { openFolder, readBytes } from "../server/index.ts";
import type { FolderFile, ProcessFolder } from "../server/index.ts";
import { carryIdentity, readDraft } from "../text/index.ts";
import type { Draft, Format, Slip } from "../text/index.ts";
import { decodeText, parseProcessFile, refuseSize } from "../wire/index.ts";
import type { FileRefusal } from "../wire/index.ts";
import { exit, Stop } from "./exit.ts";
import type { Io } from "./io.ts";

/** A text that was opened: its draft, what stands in front of `line:column` in messages, and the folder it is from. */
export type Opened = {
  readonly draft: Draft;
  readonly source: string;
  /** The path as it was given; `stdin` for standard input. */
  readonly place: string;
  /** Places that were no UTF-8; the draft has slips of its own. */
  readonly decodingSlips: readonly Slip[];
  readonly folder: ProcessFolder | null;
  /** SHA-256 of the file's bytes, in hex: what a reading may be pinned to. */
  readonly hash: string;
};

export type OpenOptions = {
  /** Decides where neither name nor first character does. */
  readonly format: Format | undefined;
  /** Which draft of a folder. */
  readonly text: string | undefined;
};

/** Opens TEXT or FOLDER (DESIGN.md §5). Stops with 3 where nothing is there, with 5 where it is no text. */
export async function openText(given: string, options: OpenOptions, io: Io): Promise<Opened> {
  if (given === "-") return read(await io.stdin(), "stdin", null, options, []);
  const kind = await stat(given).catch(() => null);
  if (kind === null) throw new Stop(exit.notFound, `there is no file or folder ${given}`);
  if (!kind.isDirectory()) {
    if (options.text !== undefined)
      throw new Stop(exit.usage, `--text chooses a draft of a folder; ${given} is a file`);
    return read(await bytesOf(given), given, null, options, []);
  }

  const folder = await openFolder(given);
  if (folder.kind === "refused") throw new Stop(exit.notFound, folder.reason);
  const { drafts } = folder.value;
  const file = options.text === undefined ? folder.value.current : await draftNamed(options.text, folder.value);
  const parties = await partiesOf(folder.value);
  const opened = read(await bytesOf(file.path), file.path, folder.value, options, parties);
  const draft = await asAfter(drafts, file, opened.draft, options, parties);

  return { ...opened, draft };
}

/** A file's bytes; stops with 3 where it is absent and with 5 where it is too large. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  if (bytes.kind === "ok") return bytes.value;
  if (bytes.code === "not-found") throw new Stop(exit.notFound, bytes.reason);

  return stopAt(path, refuseSize(Number(bytes.reason)));
}

/** The words of a file that is no draft (a reading, process.yaml). */
export async function wordsOf(path: string): Promise<string> {
  const decoded = decodeText(await bytesOf(path), path);
  if (decoded.kind === "refused") return stopAt(path, decoded);
  const [broken] = decoded.value.slips;
  if (broken !== undefined) throw new Stop(exit.invalidInput, `${path}:${broken.line}:${broken.column} ${broken.says}`);

  return decoded.value.source;
}

/** Ends with 5 and the place to look at. */
export function stopAt(place: string, refusal: Omit<FileRefusal<string>, "code" | "kind">): never {
  throw new Stop(exit.invalidInput, `${place}:${refusal.line}:${refusal.column} ${refusal.reason}`);
}

function read(
  bytes: Uint8Array,
  place: string,
  folder: ProcessFolder | null,
  options: OpenOptions,
  parties: readonly string[],
): Opened {
  const decoded = decodeText(bytes, place === "stdin" ? "" : place);
  if (decoded.kind === "refused") return stopAt(place, decoded);

  const { source, format } = decoded.value;
  const name = place === "stdin" ? "standard input" : basename(place);
  const draft = readDraft(source, { name, format: options.format ?? format, parties });

  const hash = createHash("sha256").update(bytes).digest("hex");

  return { draft, source, place, folder, hash, decodingSlips: decoded.value.slips };
}

async function draftNamed(wanted: string, folder: ProcessFolder): Promise<FolderFile> {
  const found = folder.drafts.find(
    (file) =>
      file.name === wanted ||
      resolve(file.path) === resolve(wanted) ||
      resolve(file.path) === resolve(join(folder.path, wanted)),
  );
  if (found !== undefined) return found;
  const names = folder.drafts.map((file) => file.name).join(", ");
  throw new Stop(exit.notFound, `${folder.path} has no draft ${wanted}; it has ${names}`);
}

/** Ids follow a provision from draft to draft: every earlier draft of the folder is read first. */
async function asAfter(
  drafts: readonly FolderFile[],
  file: FolderFile,
  draft: Draft,
  options: OpenOptions,
  parties: readonly string[],
): Promise<Draft> {
  const before = drafts.slice(0, Math.max(0, drafts.indexOf(file)));
  let previous: Draft | null = null;
  for (const { name, path } of before) {
    const decoded = decodeText(await bytesOf(path), path);
    if (decoded.kind === "refused") return stopAt(path, decoded);
    const { source, format } = decoded.value;
    const next = readDraft(source, { name, format: options.format ?? format, parties });
    previous = previous === null ? next : carryIdentity(previous, next);
  }

  return previous === null ? draft : carryIdentity(previous, draft);
}

/** Who may stand before a colon in a bracket. */
async function partiesOf(folder: ProcessFolder): Promise<readonly string[]> {
  if (folder.process === null) return [];
  const parsed = parseProcessFile(await wordsOf(folder.process.path), folder.process.name);
  if (parsed.kind === "refused") return stopAt(folder.process.path, parsed);

  return [...parsed.value.parties, ...parsed.value.guarantors].map(({ id }) => id);
}
