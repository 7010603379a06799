import { consistencyOf } from "../time/consistency.ts";
import { daysFrom } from "../time/distances.ts";
import { networkFault } from "../time/network.ts";
import type { Network } from "../time/network.ts";

/** First and last day of each point, counted from another; `null` where nothing bounds it. */
export type DayRange = {
  readonly earliest: (point: number) => number | null;
  readonly latest: (point: number) => number | null;
};

/** The days that a network leaves to each point when one of them is on day 0, by that one; `null` where no calendar satisfies it or sums would not be exact. */
export function dayRanges(network: Network): ((start: number) => DayRange) | null {
  if (networkFault(network) !== null) return null;
  const calendar = consistencyOf(network);
  if (!calendar.consistent) return null;

  return (start) => {
    const { earliest, latest } = daysFrom(calendar, start);

    return { earliest: (point) => bounded(earliest[point]), latest: (point) => bounded(latest[point]) };
  };
}

function bounded(day: number | undefined): number | null {
  return day !== undefined && Number.isFinite(day) ? day : null;
}
