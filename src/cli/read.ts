import { proposeEveryWording } from "../commitments/index.ts";
import type { Format, Slip } from "../text/index.ts";
import { toReadJson, toReadRows, writeDraft } from "../wire/index.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { outOf, writeOut } from "./out.ts";
import { printRead } from "./print-read.ts";
import { openText } from "./source.ts";
import type { Opened } from "./source.ts";
import { visibleJson } from "./visible.ts";

export type ReadOptions = {
  readonly json?: boolean;
  readonly format?: Format;
  readonly text?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
};

/** `servanda read`: what stands in the text, and who owes what as far as rules can propose it. */
export async function read(given: string, options: ReadOptions, io: Io): Promise<ExitCode> {
  const out = options.out === undefined ? null : outOf(options.out, ["md", "txt", "html"]);
  if (out?.toStdout === true && options.json === true)
    throw new Stop(exit.usage, "--json and --out to standard output exclude each other");
  const opened = await openText(given, { format: options.format, text: options.text }, io);

  if (out !== null) {
    const written = writeDraft(opened.draft, out.ending);
    await writeOut(out, written.text, options.dryRun === true, io);
    if (options.json === true) io.stdout.write(`${visibleJson({ out: out.path, loss: written.loss })}\n`);
    else for (const loss of written.loss) io.stderr.write(`loss: ${loss.count} ${loss.what} (${loss.kept})\n`);
    return exit.done;
  }

  const { commitments, slips } = proposeEveryWording(opened.draft);
  const said = slipsOf(opened, slips);
  if (options.json === true) io.stdout.write(`${visibleJson(toReadJson(opened.draft, commitments, said))}\n`);
  else io.stdout.write(printRead(toReadRows(opened.draft, commitments, said), opened, io));

  return exit.done;
}

/** Slips of decoding and of reading, and what kept the rules from proposing, unless reading said that already. */
function slipsOf({ draft, decodingSlips }: Opened, proposed: readonly Slip[]): readonly Slip[] {
  const said = new Set(draft.slips.map((slip) => slip.code));

  return [...decodingSlips, ...draft.slips, ...proposed.filter((slip) => !said.has(slip.code))];
}
