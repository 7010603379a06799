import type { Network } from "../time/network.ts";

/** First and last day of each point, counted from another; `null` where nothing bounds it. */
export type DayRange = {
  readonly earliest: (point: number) => number | null;
  readonly latest: (point: number) => number | null;
};

/** The days that a consistent network leaves to each point when `start` is on day 0: shortest ways from it and to it. O(n·m). */
export function dayRange(network: Network, start: number): DayRange {
  const latest = shortest(network, start, false);
  const back = shortest(network, start, true);
  const day = (days: number): number | null => (days === Infinity ? null : days);

  return {
    latest: (point) => day(latest[point] ?? Infinity),
    earliest: (point) => {
      const days = day(back[point] ?? Infinity);

      return days === null ? null : 0 - days;
    },
  };
}

function shortest({ points, edges }: Network, start: number, isBack: boolean): Float64Array {
  const leaving: number[][] = Array.from({ length: points }, () => []);
  edges.forEach(({ from, to }, at) => leaving[isBack ? to : from]?.push(at));
  const days = new Float64Array(points).fill(Infinity);
  days[start] = 0;
  const open = [start];
  const isOpen = new Uint8Array(points);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    isOpen[next] = 0;
    for (const at of leaving[next] ?? []) {
      const edge = edges[at]!;
      const to = isBack ? edge.from : edge.to;
      const length = days[next]! + edge.weight;
      if (length >= days[to]!) continue;
      days[to] = length;
      if (isOpen[to] === 0) {
        isOpen[to] = 1;
        open.push(to);
      }
    }
  }

  return days;
}
