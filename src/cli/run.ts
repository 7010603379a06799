import { CommanderError } from "commander";
import { commandTable } from "./commands.ts";
import { exit, Stop } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { visible } from "./visible.ts";

/** Runs one command: words of the command line in, the exit code out. Never throws; what broke is said on standard error. */
export async function run(argv: readonly string[], version: string, io: Io): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  try {
    const program = commandTable(version, io, (answer) => (code = answer));
    if (argv.length === 0) {
      io.stderr.write(program.helpInformation());
      return exit.usage;
    }
    await program.parseAsync(argv, { from: "user" });

    return code;
  } catch (cause) {
    return failed(cause, io);
  }
}

function failed(cause: unknown, io: Io): ExitCode {
  if (io.interrupted.aborted) return exit.interrupted;
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? exit.done : exit.usage;
  if (cause instanceof Stop) {
    const lead = cause.code === exit.invalidInput ? "" : "servanda: ";
    io.stderr.write(`${lead}${visible(cause.message)}\n`);
    return cause.code;
  }
  const says = cause instanceof Error ? cause.message : String(cause);
  io.stderr.write(`servanda: something broke here, nothing was changed: ${visible(says)}\n`);
  if (io.env["SERVANDA_DEBUG"] === "1" && cause instanceof Error) io.stderr.write(`${cause.stack ?? ""}\n`);

  return exit.error;
}
