import { Command, InvalidArgumentError, Option } from "commander";
import { check } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import type { ExitCode } from "./exit.ts";
import { helpOf } from "./help.ts";
import type { Io } from "./io.ts";
import { read } from "./read.ts";
import type { ReadOptions } from "./read.ts";
import { schedule } from "./schedule.ts";
import type { ScheduleOptions } from "./schedule.ts";
import { serve } from "./serve.ts";
import type { ServeOptions } from "./serve.ts";

/** The command table: names, arguments, options and help come from here and nowhere else. */
export function commandTable(version: string, io: Io, answer: (code: ExitCode) => void): Command {
  const program = new Command("servanda")
    .description("Reads the draft of an agreement, says who owes what to whom, and shows where it cannot be kept.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({ formatHelp: (command) => helpOf(command) })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, "servanda: ")),
    })
    .showHelpAfterError("(servanda --help shows what there is)")
    .exitOverride();

  program
    .command("read")
    .description("Provisions, open brackets, proposed commitments, and slips with their places.")
    .argument("<text>", "a file, a process folder, or - for standard input")
    .option("--json", "print one JSON document")
    .addOption(format())
    .option("--text <file>", "another draft of the folder than its current one")
    .option("--out <file>", "convert instead: x.md, x.txt or x.html; -.txt and the like go to standard output")
    .option("--dry-run", "with --out: say what would be written and write nothing")
    .action(async (text: string, options: ReadOptions) => answer(await read(text, options, io)));

  program
    .command("check")
    .description("Where it cannot be verified, answered or enforced: findings with stories and repairs.")
    .argument("<text>", "a file, a process folder, or - for standard input")
    .option("--json", "print one JSON document")
    .addOption(format())
    .option("--text <file>", "another draft of the folder than its current one")
    .option("--reading <file>", "check this reading; may be given several times", collected, [])
    .option(
      "--choose <group=option>",
      "take this wording of an open bracket; may be given several times",
      collected,
      [],
    )
    .option("--within <days>", "the answer to a breach is wanted within so many days", wholeDays)
    .option("--out <file>", "write report.html, findings.csv, commitments.csv or findings.json")
    .option("--dry-run", "with --out: say what would be written and write nothing")
    .action(async (text: string, options: CheckOptions) => answer(await check(text, options, io)));

  program
    .command("schedule")
    .description("Is there a calendar, and can each party keep its promises whatever the others do?")
    .argument("<text>", "a file, a process folder, - for standard input, or a network: x.stnu")
    .option("--json", "print one JSON document")
    .addOption(format())
    .option("--text <file>", "another draft of the folder than its current one")
    .option("--reading <file>", "ask this reading instead of the folder's first or the proposed one", collected, [])
    .option(
      "--choose <group=option>",
      "take this wording of an open bracket; may be given several times",
      collected,
      [],
    )
    .action(async (text: string, options: ScheduleOptions) => answer(await schedule(text, options, io)));

  program
    .command("serve")
    .description("The room in the browser, on this machine only. Nothing is stored.")
    .argument("[folder]", "a process folder; without one the page opens empty")
    .option("--port <n>", "listen on this port; 0 or none takes a free one", portNumber, 0)
    .option("--data <dir>", "where recorded acts will lie; nothing is recorded yet, so nothing is written there")
    .option("--open", "open the browser")
    .action(async (folder: string | undefined, options: ServeOptions) =>
      answer(await serve(folder ?? null, options, io)),
    );

  return program;
}

function format(): Option {
  return new Option("--format <format>", "how to read the text, where its name does not say").choices([
    "markdown",
    "plain",
    "html",
  ]);
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeDays(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError("Give a whole number of days.");

  return Number(value);
}

function portNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError("Give a port from 0 to 65535.");

  return Number(value);
}
