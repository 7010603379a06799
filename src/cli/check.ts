import { check as checkText } from "../checks/index.ts";
import type { Report } from "../checks/index.ts";
import type { Reading } from "../commitments/index.ts";
import type { Format } from "../text/index.ts";
import { commitmentsCsv, findingsCsv, reportHtml, toCheckJson } from "../wire/index.ts";
import { choicesOf, readingsOf } from "./asked.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { outOf, writeOut } from "./out.ts";
import type { Out } from "./out.ts";
import { printCheck } from "./print-check.ts";
import { openText } from "./source.ts";
import type { Opened } from "./source.ts";
import { visibleJson } from "./visible.ts";

export type CheckOptions = {
  readonly json?: boolean;
  readonly format?: Format;
  readonly text?: string;
  readonly reading: readonly string[];
  readonly choose: readonly string[];
  readonly within?: number;
  readonly out?: string;
  readonly dryRun?: boolean;
};

/** `servanda check`: where it cannot be verified or enforced, with stories and repairs. Answers 6 where an error stands. */
export async function check(given: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const out = options.out === undefined ? null : outOf(options.out, ["html", "csv", "json"]);
  if (out?.toStdout === true && options.json === true)
    throw new Stop(exit.usage, "--json and --out to standard output exclude each other");

  const opened = await openText(given, { format: options.format, text: options.text }, io);
  const choices = choicesOf(options.choose, opened.draft);
  const readings = await readingsOf(options.reading, opened, choices, io);
  const request = { draft: opened.draft, readings, choices, answerWithin: options.within ?? null };
  const report = checkText(request);
  const readers = readings.map((reading) => (reading.kind === "proposed" ? "proposed" : reading.reader));
  const checked = { ...opened, report, readings, readers };

  if (out !== null) await writeOut(out, written(out, checked), options.dryRun === true, io);
  if (options.json === true) io.stdout.write(`${visibleJson(toCheckJson(report, opened.draft, readers))}\n`);
  else if (out === null) io.stdout.write(printCheck(checked, io));

  return report.counts.error > 0 ? exit.answerIsNo : exit.done;
}

/** What was checked, with everything that its printed forms need. */
export type Checked = Opened & {
  readonly report: Report;
  readonly readings: readonly Reading[];
  /** Names of the readers, `proposed` for the rules' own reading. */
  readonly readers: readonly string[];
};

function written(out: Out<"html" | "csv" | "json">, checked: Checked): string {
  const { draft, report, readers, readings, hash } = checked;
  if (out.ending === "json") return `${visibleJson(toCheckJson(report, draft, readers))}\n`;
  if (out.ending === "html") return reportHtml({ draft, report, readings, readers, sha256: hash, printedOn: null });

  return /commitments[^/\\]*$/i.test(out.path)
    ? commitmentsCsv(readings.flatMap((reading) => reading.commitments))
    : findingsCsv(report, draft);
}
