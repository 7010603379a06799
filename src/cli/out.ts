import { rename, rm, writeFile } from "node:fs/promises";
import { exit, Stop } from "./exit.ts";
import type { Io } from "./io.ts";

/** Where `--out` points: `-.txt` is standard output in that form. */
export type Out<Ending extends string> = {
  readonly path: string;
  readonly ending: Ending;
  readonly toStdout: boolean;
};

/** Reads `--out`. Stops with 2 where the ending is none of `endings`. */
export function outOf<Ending extends string>(given: string, endings: readonly Ending[]): Out<Ending> {
  const written = /\.([a-z0-9]+)$/i.exec(given)?.[1]?.toLowerCase();
  const ending = endings.find((one) => one === written);
  if (written !== undefined && later.includes(written))
    throw new Stop(exit.usage, `--out ${given}: .${written} files are not written; use ${listed(endings)}`);
  if (ending === undefined) throw new Stop(exit.usage, `--out ${given}: the name must end in ${listed(endings)}`);

  return { path: given, ending, toStdout: given === `-.${ending}` };
}

/** Endings that a person may expect and that nothing here writes. */
const later: readonly string[] = ["docx", "xml", "akn", "pdf"];

/** Writes aside and renames, so that a reader never sees half a file. With `dryRun` says only what would be written. */
export async function writeOut(out: Out<string>, text: string, dryRun: boolean, io: Io): Promise<void> {
  if (out.toStdout) {
    io.stdout.write(text);
    return;
  }
  const size = `${new TextEncoder().encode(text).length} bytes`;
  if (dryRun) {
    io.stderr.write(`would write ${out.path} (${size})\n`);
    return;
  }
  const aside = `${out.path}.part`;
  try {
    await writeFile(aside, text);
    await rename(aside, out.path);
  } catch (cause) {
    await rm(aside, { force: true });
    const { code, message } = cause as NodeJS.ErrnoException; // the file system throws nothing else
    throw code === "ENOENT"
      ? new Stop(exit.notFound, `there is no folder for ${out.path}`)
      : new Error(`cannot write ${out.path}: ${message}`, { cause });
  }
  io.stderr.write(`wrote ${out.path} (${size})\n`);
}

function listed(endings: readonly string[]): string {
  return endings.map((ending) => `.${ending}`).join(", ");
}
