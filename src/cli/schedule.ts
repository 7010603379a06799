import { stat } from "node:fs/promises";
import { networkVerdict, scheduleReport } from "../checks/index.ts";
import type { ScheduleReport } from "../checks/index.ts";
import type { Format } from "../text/index.ts";
import { decodeText, parseNetworkFile, toNetworkJson, toScheduleJson } from "../wire/index.ts";
import { choicesOf, openingOf, readingsOf } from "./asked.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { printNetwork, printSchedule } from "./print-schedule.ts";
import { bytesOf, openText, stopAt, wordsOf } from "./source.ts";
import { visibleJson } from "./visible.ts";

export type ScheduleOptions = {
  readonly json?: boolean;
  readonly format?: Format;
  readonly text?: string;
  readonly reading: readonly string[];
  readonly choose: readonly string[];
};

/** `servanda schedule`: whether a calendar exists, and whether each party can keep it. Answers 6 where one cannot. */
export async function schedule(given: string, options: ScheduleOptions, io: Io): Promise<ExitCode> {
  const source = await networkSource(given, io);
  if (source.words !== null) return network(given, source.words, options, io);
  const opened = await openText(given, { format: options.format, text: options.text }, source.io);
  const choices = choicesOf(options.choose, opened.draft);
  const [reading] = await readingsOf(options.reading, opened, choices, io);
  const report = scheduleReport({ draft: opened.draft, reading: reading!, choices });
  if (options.json === true) io.stdout.write(`${visibleJson(toScheduleJson(report))}\n`);
  else io.stdout.write(printSchedule(report, openingOf(opened, [reading!]), io));

  return isKept(report) ? exit.done : exit.answerIsNo;
}

const networkName = /\.(?:stnu?|cstnu?|cstnpsu|graphml)$/i;
const networkHead =
  /^\uFEFF?\s{0,1000}(?:(?:<\?xml[^>]{0,200}>)?\s{0,200}(?:<!--[^>]{0,2000}-->\s{0,200})?<graphml\b|(?:Propositions|TimePoints)\s{0,20}\{)/;

/** The words of what is a network by its name or its beginning, else `null`. What was read from standard input can be read again. */
async function networkSource(given: string, io: Io): Promise<{ readonly words: string | null; readonly io: Io }> {
  if (given === "-") {
    const bytes = await io.stdin();
    const decoded = decodeText(bytes, "");
    const isOne = decoded.kind === "ok" && networkHead.test(decoded.value.source);

    return { words: isOne ? decoded.value.source : null, io: { ...io, stdin: () => Promise.resolve(bytes) } };
  }
  if (networkName.test(given)) return { words: await wordsOf(given), io };
  const isFile = (await stat(given).catch(() => null))?.isFile() === true;
  const decoded = isFile ? decodeText(await bytesOf(given), given) : null;
  const isOne = decoded?.kind === "ok" && networkHead.test(decoded.value.source);

  return { words: isOne ? decoded.value.source : null, io };
}

/** A network instead of a text: both verdicts, and why not. */
async function network(given: string, words: string, options: ScheduleOptions, io: Io): Promise<ExitCode> {
  if (options.reading.length > 0 || options.choose.length > 0 || options.text !== undefined)
    throw new Stop(exit.usage, "--reading, --choose and --text ask about a text; this is a network");
  const name = given === "-" ? "stdin" : given;
  const parsed = parseNetworkFile(words, name);
  if (parsed.kind === "refused") return stopAt(name, parsed);
  const verdict = networkVerdict(parsed.value);
  if (options.json === true) io.stdout.write(`${visibleJson(toNetworkJson(verdict, parsed.value))}\n`);
  else io.stdout.write(printNetwork(verdict, parsed.value, name, io));

  return verdict.controllable ? exit.done : exit.answerIsNo;
}

function isKept({ consistent, controllable, waiting }: ScheduleReport): boolean {
  return consistent && waiting.length === 0 && Object.values(controllable).every(Boolean);
}
