import type { Io, Sink } from "./io.ts";

/** Styles of the terminal form. Each gives the text back unchanged where colour is not wanted. */
export type Paint = {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
};

/** Colour only on a terminal, never where NO_COLOR is set (no-color.org) or the terminal is a dumb one. */
export function paintFor(sink: Sink, env: Io["env"]): Paint {
  const wanted = sink.isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const style = (on: number, off: number) => (text: string) =>
    wanted && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;

  return {
    error: style(31, 39),
    warning: style(33, 39),
    note: style(36, 39),
    strong: style(1, 22),
    faint: style(2, 22),
  };
}

/** Columns to write in: those of the terminal between 40 and 120, else 100. */
export function columnsOf(sink: Sink): number {
  return Math.min(120, Math.max(40, sink.columns ?? 100));
}
