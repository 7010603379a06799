/** What a command answers to the shell. Public and forever (`docs/formats/command-line.md`). */
export const exit = {
  done: 0,
  error: 1,
  usage: 2,
  notFound: 3,
  conflict: 4,
  invalidInput: 5,
  answerIsNo: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** One line a code, as `--help` shows them. */
export const exitMeanings: readonly (readonly [ExitCode, string])[] = [
  [exit.done, "done; warnings and notes are possible"],
  [exit.error, "error of the machine or of this program"],
  [exit.usage, "usage: an option or argument that is not known"],
  [exit.notFound, "not found: no such file, draft or folder"],
  [exit.invalidInput, "invalid input, with file:line:column"],
  [exit.answerIsNo, "done, and there are error-level findings"],
  [exit.interrupted, "interrupted"],
];

/** Ends a command: a code for the shell, and one sentence for the person, on standard error. */
export class Stop extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, says: string) {
    super(says);
    this.name = "Stop";
    this.code = code;
  }
}
