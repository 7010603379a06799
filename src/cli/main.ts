import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exit } from "./exit.ts";
import type { Io, Sink } from "./io.ts";
import { run } from "./run.ts";

const interruption = new AbortController();
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

const io: Io = {
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin: readStandardInput,
  env: process.env,
  pageRoot: fileURLToPath(new URL("./web/", import.meta.url)),
  interrupted: interruption.signal,
};

const code = await run(process.argv.slice(2), version(), io);
process.exitCode = interruption.signal.aborted ? exit.interrupted : code;

/** The bundle lies in `dist`, beside the page and below the package. */
function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly version: string; // npm requires it
  };

  return version;
}

/** A command that serves closes first; any other ends at once. */
function stop(): void {
  interruption.abort();
  process.exitCode = exit.interrupted;
  setTimeout(() => process.exit(exit.interrupted), 500).unref();
  process.stdin.destroy();
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours. */
function sink(stream: NodeJS.WriteStream): Sink {
  stream.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? exit.done : exit.error));

  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? null,
  };
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));

  return Buffer.concat(parts);
}
