import type { Calendar } from "./consistency.ts";
import { pointHeap, putPoint, takePoint } from "./point-heap.ts";

/** The window of every point, in days after one point: `-Infinity` and `Infinity` where nothing bounds it. */
export type DaysFrom = { readonly earliest: Float64Array; readonly latest: Float64Array };

/**
 * The earliest and the latest day of each point relative to `start`, over all calendars that keep every bound.
 *
 * All the earliest days together are a calendar, and so are all the latest. O(m + n·log n) each way.
 * Source: Dechter, Meiri and Pearl 1991; Johnson 1977 (Dijkstra on reweighted edges).
 */
export function daysFrom(calendar: Calendar, start: number): DaysFrom {
  return { earliest: distancesTo(calendar, start).map((days) => 0 - days), latest: distancesFrom(calendar, start) };
}

/** Least sums of weights from `start` to each point: how many days later it is at most. `Infinity` where no way leads there. */
export function distancesFrom({ graph, potentials }: Calendar, start: number): Float64Array<ArrayBuffer> {
  const { points, to, weight, firstOut, nextOut } = graph;
  const distances = startingAt(points, start);
  const heap = pointHeap(points);
  putPoint(heap, start, 0 - potentials[start]!);
  while (heap.size > 0) {
    const point = takePoint(heap);
    for (let edge = firstOut[point]!; edge !== -1; edge = nextOut[edge]!) {
      const next = to[edge]!;
      const reached = distances[point]! + weight[edge]!;
      if (reached >= distances[next]!) continue;
      distances[next] = reached;
      putPoint(heap, next, reached - potentials[next]!);
    }
  }

  return distances;
}

/** Least sums of weights from each point to `end`. */
export function distancesTo({ graph, potentials }: Calendar, end: number): Float64Array<ArrayBuffer> {
  const { points, from, weight, firstIn, nextIn } = graph;
  const distances = startingAt(points, end);
  const heap = pointHeap(points);
  putPoint(heap, end, potentials[end]!);
  while (heap.size > 0) {
    const point = takePoint(heap);
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      const before = from[edge]!;
      const reached = distances[point]! + weight[edge]!;
      if (reached >= distances[before]!) continue;
      distances[before] = reached;
      putPoint(heap, before, reached + potentials[before]!);
    }
  }

  return distances;
}

function startingAt(points: number, point: number): Float64Array<ArrayBuffer> {
  if (!Number.isInteger(point) || point < 0 || point >= points)
    throw new RangeError(`point ${point} is not among the ${points} points`);
  const distances = new Float64Array(points).fill(Infinity);
  distances[point] = 0;

  return distances;
}
