import { run } from "../src/cli/index.ts";
import type { ExitCode, Io } from "../src/cli/index.ts";

export type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string };

/** Runs one command in this process, with streams in memory. */
export async function servanda(
  argv: readonly string[],
  more: {
    readonly stdin?: string | Uint8Array;
    readonly terminal?: boolean;
    readonly columns?: number;
    readonly env?: Io["env"];
  } = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const sink = (take: (text: string) => void) => ({
    write: take,
    isTerminal: more.terminal === true,
    columns: more.terminal === true ? (more.columns ?? 80) : null,
  });
  const { stdin = "" } = more;
  const code = await run(argv, "0.0.0", {
    stdout: sink((text) => (out += text)),
    stderr: sink((text) => (err += text)),
    stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    env: more.env ?? {},
    pageRoot: "",
    interrupted: new AbortController().signal,
  });

  return { code, out, err };
}
