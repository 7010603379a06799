import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { refuse } from "../base/index.ts";
import type { Outcome } from "../base/index.ts";
import { tooLargeInBytes } from "../wire/index.ts";
import { byNaturalOrder } from "./natural-order.ts";

/** One file of a process folder: its name, and the path under which to read it. */
export type FolderFile = { readonly name: string; readonly path: string };

/** What a process folder holds (DESIGN.md §4), as far as reading and checking a text need it. Names only, nothing read. */
export type ProcessFolder = {
  readonly path: string;
  /** Drafts in their order, the last one being the newest. Never empty. */
  readonly drafts: readonly FolderFile[];
  /** The draft that the folder stands for: `text/current.*`, or what it links to, else the last one. */
  readonly current: FolderFile;
  readonly readings: readonly FolderFile[];
  /** `readings/agreed.yaml` alone where there is one, else every reading. */
  readonly standing: readonly FolderFile[];
  /** `process.yaml`, `null` where the folder has none. */
  readonly process: FolderFile | null;
};

const draftName = /\.(?:md|markdown|txt|text|html|htm|xhtml)$/i;
const readingName = /\.ya?ml$/i;

/**
 * Looks into a process folder. A link is followed only where it ends inside the folder.
 * Refuses `not-found` where the folder, its `text/`, or any draft in it is absent.
 */
export async function openFolder(path: string): Promise<Outcome<ProcessFolder, "not-found">> {
  const root = await realpath(path).catch(() => null);
  if (root === null) return refuse("not-found", `there is no folder ${path}`);
  if (!(await stat(join(root, "text")).catch(() => null))?.isDirectory())
    return refuse("not-found", `${path} has no folder text/, so it is no process folder`);

  const drafts = await filesIn(path, root, "text", draftName);
  const last = drafts.at(-1);
  if (last === undefined) return refuse("not-found", `${join(path, "text")} holds no draft (.md, .txt, .html)`);

  const marked = drafts.find((file) => /^current\.[a-z]+$/i.test(file.name));
  const pointed = marked && (await linkedDraft(root, marked, drafts));
  const listed = pointed === undefined ? drafts : drafts.filter((file) => file !== marked);
  const readings = await filesIn(path, root, "readings", readingName);
  const agreed = readings.filter((file) => /^agreed\.ya?ml$/i.test(file.name));
  const [process = null] = await filesIn(path, root, ".", /^process\.ya?ml$/i);

  return {
    kind: "ok",
    value: {
      path,
      drafts: listed,
      current: pointed ?? marked ?? last,
      readings,
      standing: agreed.length > 0 ? agreed : readings,
      process,
    },
  };
}

/** The bytes of a file below 50 MB. Refuses by size before it reads; throws where the disk refuses. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array, "not-found" | "too-large">> {
  const file = await open(path, "r").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return null;
    throw new Error(`cannot read ${path}: ${cause.message}`, { cause });
  });
  if (file === null) return refuse("not-found", `there is no file ${path}`);
  try {
    const { size } = await file.stat();
    if (size >= tooLargeInBytes) return refuse("too-large", String(size));
    return { kind: "ok", value: await file.readFile() };
  } finally {
    await file.close();
  }
}

async function filesIn(path: string, root: string, folder: string, named: RegExp): Promise<FolderFile[]> {
  const names = await readdir(join(root, folder)).catch((): string[] => []);
  const found: FolderFile[] = [];
  for (const name of names.filter((name) => named.test(name)).toSorted(byNaturalOrder)) {
    const target = await realpath(join(root, folder, name)).catch(() => null);
    if (target === null || !target.startsWith(root + sep)) continue;
    if ((await stat(target)).isFile()) found.push({ name, path: join(path, folder, name) });
  }

  return found;
}

/** The listed draft that `marked` is a link to; `undefined` where it is a file of its own. */
async function linkedDraft(
  root: string,
  marked: FolderFile,
  drafts: readonly FolderFile[],
): Promise<FolderFile | undefined> {
  const place = join(root, "text", marked.name);
  if (!(await lstat(place)).isSymbolicLink()) return undefined;
  const target = await realpath(place);

  return drafts.find((file) => file !== marked && target === join(root, "text", basename(file.path)));
}
