import { check as checkText } from "../checks/index.ts";
import type { Report } from "../checks/index.ts";
import { proposeReading } from "../commitments/index.ts";
import type { Reading } from "../commitments/index.ts";
import { parseChoice } from "../text/index.ts";
import type { Choices, Draft, Format } from "../text/index.ts";
import { commitmentsCsv, findingsCsv, parseReadingFile, reportHtml, toCheckJson } from "../wire/index.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { outOf, writeOut } from "./out.ts";
import type { Out } from "./out.ts";
import { printCheck } from "./print-check.ts";
import { openText, stopAt, wordsOf } from "./source.ts";
import type { Opened } from "./source.ts";
import { cutTo, visible, visibleJson, visibleLine } from "./visible.ts";

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
  const held = await readingsOf(options.reading, opened, io);
  const readings = held.length > 0 ? held : [proposeReading(opened.draft, choices)];
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

function choicesOf(given: readonly string[], draft: Draft): Choices {
  const choices: Record<string, string> = {};
  for (const words of given) {
    const parsed = parseChoice(draft, words);
    if (parsed.kind === "refused") throw new Stop(exit.usage, `--choose ${words}: ${parsed.reason}\n${known(draft)}`);
    choices[parsed.value.group] = parsed.value.option;
  }

  return choices;
}

const mostListed = 20;

/** The open brackets as `--choose` names them, with their options. */
function known(draft: Draft): string {
  if (draft.groups.length === 0) return "The text has no open bracket.";
  const lines = draft.groups.slice(0, mostListed).map((group) => {
    const provision = draft.provisions[group.provision];
    const place = `${provision?.label ?? group.id}/${(provision?.groups.indexOf(group.id) ?? 0) + 1}`;
    const options = group.options.map((option, at) => {
      const by = option.by.length > 0 ? `${option.by.join(", ")}: ` : "";
      return `${at + 1} ${by}${option.noText ? "no text" : cutTo(visibleLine(option.text), 40)}`;
    });
    return `  ${place}  ${options.join(" | ")}`;
  });
  const more = draft.groups.length - lines.length;

  return ["Open brackets:", ...lines, ...(more > 0 ? [`  and ${more} more; \`servanda read\` lists them`] : [])].join(
    "\n",
  );
}

async function readingsOf(files: readonly string[], opened: Opened, io: Io): Promise<Reading[]> {
  const standing = opened.folder?.standing.map((file) => file.path) ?? [];
  const readings: Reading[] = [];
  for (const path of files.length > 0 ? files : standing) {
    const parsed = parseReadingFile(await wordsOf(path), path, opened.draft, { textHash: opened.hash });
    if (parsed.kind === "refused") return stopAt(path, parsed);
    for (const { line, column, says } of parsed.value.slips)
      io.stderr.write(visible(`${path}:${line}:${column} ${says}\n`));
    readings.push(parsed.value);
  }

  return readings;
}

function written(out: Out<"html" | "csv" | "json">, checked: Checked): string {
  const { draft, report, readers, readings, hash } = checked;
  if (out.ending === "json") return `${visibleJson(toCheckJson(report, draft, readers))}\n`;
  if (out.ending === "html") return reportHtml({ draft, report, readings, readers, sha256: hash, printedOn: null });

  return /commitments[^/\\]*$/i.test(out.path)
    ? commitmentsCsv(readings.flatMap((reading) => reading.commitments))
    : findingsCsv(report, draft);
}
