/** Where a command writes. `columns` is `null` where the far end has no width. */
export type Sink = {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: number | null;
};

/** Everything of the world that a command may touch beside the files it is given. */
export type Io = {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the built page lies. */
  readonly pageRoot: string;
  /** Aborted when the person interrupts; a command that waits for something stops then. */
  readonly interrupted: AbortSignal;
};
