import type { Calendar } from "./consistency.ts";
import { daysFrom } from "./distances.ts";

/** An act that cannot be undone, at a point of the network. `value` in whatever unit the reader uses; 1 where acts are counted. */
export type Act = { readonly point: number; readonly side: string; readonly value: number };

/** What one side may have given by the day of a counter-performance, and what it will have given on any calendar. */
export type Exposure = {
  readonly side: string;
  readonly peak: number;
  readonly unavoidable: number;
  /** The acts behind both sums, in order of their earliest days; days count from the counter-performance, `null` is unbounded. */
  readonly acts: readonly {
    /** Its number among the acts given. */
    readonly act: number;
    readonly earliest: number | null;
    readonly latest: number | null;
    readonly isUnavoidable: boolean;
  }[];
};

/**
 * How much each other side has irrevocably done by the day on which `against.side` performs at `against.point`, that day included.
 *
 * Peak: the acts whose earliest day is on or before it; all earliest days together are a calendar, so the sum is reached. Unavoidable:
 * those whose latest day is. Links count as bounds, so the peak is an upper bound over what others may do. Sides come in the order of
 * their first acts, one without any act by then with sums of 0. O(m + n·log n). Law: equal to trying every subset of acts.
 */
export function exposureOf(
  calendar: Calendar,
  acts: readonly Act[],
  against: { readonly point: number; readonly side: string },
): readonly Exposure[] {
  const { earliest, latest } = daysFrom(calendar, against.point);
  const bySide = new Map<string, { peak: number; unavoidable: number; acts: Exposure["acts"][number][] }>();
  for (const [at, { point, side, value }] of acts.entries()) {
    if (side === against.side) continue;
    const own = bySide.get(side) ?? { peak: 0, unavoidable: 0, acts: [] };
    bySide.set(side, own);
    const [soonest, last] = [earliest[point]!, latest[point]!];
    if (soonest > 0) continue;
    const isUnavoidable = last <= 0;
    own.peak += value;
    if (isUnavoidable) own.unavoidable += value;
    own.acts.push({ act: at, earliest: bounded(soonest), latest: bounded(last), isUnavoidable });
  }

  return [...bySide].map(([side, { peak, unavoidable, acts: own }]) => ({
    side,
    peak,
    unavoidable,
    acts: own.toSorted(
      (one, other) => (one.earliest ?? -Infinity) - (other.earliest ?? -Infinity) || one.act - other.act,
    ),
  }));
}

function bounded(day: number): number | null {
  return Number.isFinite(day) ? day : null;
}
