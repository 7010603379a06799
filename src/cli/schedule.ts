import { scheduleReport } from "../checks/index.ts";
import type { ScheduleReport } from "../checks/index.ts";
import type { Format } from "../text/index.ts";
import { toScheduleJson } from "../wire/index.ts";
import { choicesOf, openingOf, readingsOf } from "./asked.ts";
import { exit } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { printSchedule } from "./print-schedule.ts";
import { openText } from "./source.ts";
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
  const opened = await openText(given, { format: options.format, text: options.text }, io);
  const choices = choicesOf(options.choose, opened.draft);
  const [reading] = await readingsOf(options.reading, opened, choices, io);
  const report = scheduleReport({ draft: opened.draft, reading: reading!, choices });
  if (options.json === true) io.stdout.write(`${visibleJson(toScheduleJson(report))}\n`);
  else io.stdout.write(printSchedule(report, openingOf(opened, [reading!]), io));

  return isKept(report) ? exit.done : exit.answerIsNo;
}

function isKept({ consistent, controllable }: ScheduleReport): boolean {
  return consistent && Object.values(controllable).every(Boolean);
}
