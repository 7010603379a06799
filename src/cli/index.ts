// cli: words of the command line and files in; data on standard output, messages on standard error, an exit code, out.
// The only room that reads the environment. Start with commands.ts, then run.ts.
export type { Io, Sink } from "./io.ts";
export { exit } from "./exit.ts";
export type { ExitCode } from "./exit.ts";
export { run } from "./run.ts";
