/** One line of the benchmark: what was measured, in which unit, and the goal beside it. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  /** `null` where none is set. */
  readonly goal: { readonly bound: "at-least" | "at-most"; readonly value: number } | null;
};

export type Goal = Row["goal"];

/** A row of samples. */
export function rowOf(name: string, unit: string, samples: readonly number[], goal: Goal): Row {
  const sorted = samples.toSorted((one, other) => one - other);

  return {
    name,
    unit,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
    goal,
  };
}

/** Whether the median meets the goal; `null` without one. */
export function meetsGoal({ median, goal }: Row): boolean | null {
  if (goal === null) return null;

  return goal.bound === "at-least" ? median >= goal.value : median <= goal.value;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();

  return performance.now() - start;
}

/** `runs` samples of `work` in milliseconds, after `warmUps` that do not count. */
export function samplesOf(work: () => unknown, runs: number, warmUps = 1): number[] {
  for (let at = 0; at < warmUps; at += 1) work();

  return Array.from({ length: runs }, () => timed(work));
}
