import type { LowerGraph } from "./lower-graph.ts";
import { pointHeap, putPoint, takePoint } from "./point-heap.ts";
import type { PointHeap } from "./point-heap.ts";
import { addEdge } from "./weighted-graph.ts";

/** A way through the search's graph: an edge is its number, the upper-case edge of link i is −1 − i. */
export type Hops = readonly number[];

/** What the search holds. Columns over points count only where `stamp` equals `epoch`, so that nothing is ever cleared. */
export type LinkSearch = {
  readonly lower: LowerGraph;
  /** Days with day(to) − day(from) ≤ weight on every edge of the graph, bypass edges included. */
  readonly days: Int32Array;
  readonly heap: PointHeap;
  readonly state: Uint8Array;
  readonly stack: number[];
  readonly suspended: Map<number, Suspended>;
  epoch: number;
  readonly stamp: Int32Array;
  /** Length of the shortest way known to the end of the link in hand, and the first edge of that way. */
  readonly length: Int32Array;
  readonly via: Int32Array;
  readonly touched: Int32Array;
  touchedCount: number;
  /** Whether a way shorter than the link's span leads from its end around to it. */
  hasLoop: boolean;
  aside: number[];
  /** First bypass edge; for each its link. */
  readonly firstBypass: number;
  readonly bypassLink: number[];
  /** How many edges the graph had when a link was settled, before its bypass edges. */
  readonly sizeAt: Int32Array;
  /** Points where links begin that are nearer to another link's end than its span. */
  readonly waits: { readonly point: number; readonly link: number; readonly length: number }[];
  /** A second stamp, for what is done once a link's search is over; `best` counts only where `mark` is the `round`. */
  round: number;
  readonly mark: Int32Array;
  readonly best: Int32Array;
};

/** A link set aside in the middle of its search, until the links that begin at `aside` are settled. */
type Suspended = {
  readonly points: Int32Array;
  readonly lengths: Int32Array;
  readonly via: Int32Array;
  readonly aside: readonly number[];
  /** How many of `aside` have had their turn. */
  asked: number;
  readonly hasLoop: boolean;
};

const untouched = 0;
const inProgress = 1;
const settled = 2;

export function linkSearch(lower: LowerGraph, days: Int32Array): LinkSearch {
  const { points, size } = lower.graph;

  return {
    lower,
    days,
    heap: pointHeap(points),
    state: new Uint8Array(lower.count),
    stack: [],
    suspended: new Map(),
    epoch: 0,
    stamp: new Int32Array(points),
    length: new Int32Array(points),
    via: new Int32Array(points),
    touched: new Int32Array(points),
    touchedCount: 0,
    hasLoop: false,
    aside: [],
    firstBypass: size,
    bypassLink: [],
    sizeAt: new Int32Array(lower.count),
    waits: [],
    round: 0,
    mark: new Int32Array(points),
    best: new Int32Array(points),
  };
}

/**
 * Settles a link and every link that its search meets: from its end backwards along the shortest ways below its span, then bypass
 * edges to its activation for the points just beyond. Gives a semi-reducible way around that sums below 0, `null` where there is none.
 *
 * A link met on the way is settled first; the one in hand waits on a stack of its own, not the machine's.
 */
export function settleLink(search: LinkSearch, first: number): Hops | null {
  const { stack, state, suspended } = search;
  if (state[first] === settled) return null;
  begin(search, first);
  while (stack.length > 0) {
    const link = stack.at(-1)!; // not empty
    const before = linkToSettleBefore(search, link);
    if (before !== -1) {
      if (state[before] === inProgress) return interruptions(search, before, []);
      begin(search, before);
      continue;
    }
    const met = searchBackwards(search, link);
    if (met !== -1) {
      const point = search.lower.activation[met]!;
      return interruptions(search, met, wayFrom(search, point, link));
    }
    if (search.aside.length > 0) {
      suspended.set(link, suspend(search));
      continue;
    }
    suspended.delete(link);
    const cycle = (search.hasLoop ? cycleThroughEnd(search, link) : null) ?? bypass(search, link);
    if (cycle !== null) return cycle;
    state[link] = settled;
    stack.pop();
  }

  return null;
}

function begin({ stack, state }: LinkSearch, link: number): void {
  stack.push(link);
  state[link] = inProgress;
}

/** A link not yet settled that begins where this one's search must pass, -1 where there is none. */
function linkToSettleBefore({ lower, state, suspended }: LinkSearch, link: number): number {
  const waiting = suspended.get(link);
  if (waiting !== undefined) {
    for (; waiting.asked < waiting.aside.length; waiting.asked += 1) {
      const begins = lower.beginsAt[waiting.aside[waiting.asked]!]!;
      if (state[begins] !== settled) return begins;
    }
    return -1;
  }
  const next = lower.beginsAt[lower.contingent[link]!]!;

  return next === -1 || state[next] === settled ? -1 : next;
}

/** Runs the search of a link until nothing is left but points set aside; gives the link in progress that it met, or -1. */
function searchBackwards(search: LinkSearch, link: number): number {
  const { lower, heap, state, length } = search;
  const { graph, beginsAt, endsAt } = lower;
  const { firstIn, nextIn } = graph;
  search.epoch += 1;
  search.touchedCount = 0;
  search.hasLoop = false;
  search.aside = [];
  const waiting = search.suspended.get(link);
  if (waiting !== undefined) resume(search, waiting);
  else
    for (let edge = firstIn[lower.contingent[link]!]!; edge !== -1; edge = nextIn[edge]!)
      if (edge !== lower.lower[link]) reach(search, link, edge, 0);

  while (heap.size > 0) {
    const point = takePoint(heap);
    const begins = beginsAt[point]!;
    if (begins !== -1 && state[begins] === untouched) {
      search.aside.push(point);
      continue;
    }
    if (begins !== -1 && state[begins] === inProgress) return begins;
    const ends = endsAt[point]!;
    if (ends !== -1) {
      reach(search, link, lower.lower[ends]!, length[point]!);
      continue;
    }
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) reach(search, link, edge, length[point]!);
  }

  return -1;
}

/** A way of `beyond` days goes on over `edge`; points at or past the span are noted, not searched. */
function reach(search: LinkSearch, link: number, edge: number, beyond: number): void {
  const { lower, stamp, length, via } = search;
  const point = lower.graph.from[edge]!;
  const reached = beyond + lower.graph.weight[edge]!;
  if (stamp[point] !== search.epoch) {
    stamp[point] = search.epoch;
    search.touched[search.touchedCount] = point;
    search.touchedCount += 1;
  } else if (length[point]! <= reached) return;
  length[point] = reached;
  via[point] = edge;
  if (reached >= lower.span[link]!) return;
  if (point === lower.contingent[link]) search.hasLoop = true;
  else putPoint(search.heap, point, reached + search.days[point]!);
}

function suspend({ touched, touchedCount, length, via, aside, hasLoop }: LinkSearch): Suspended {
  const points = touched.slice(0, touchedCount);

  const lengths = points.map((point) => length[point]!);

  return { points, lengths, via: points.map((point) => via[point]!), aside, asked: 0, hasLoop };
}

function resume(search: LinkSearch, { points, lengths, via, aside, hasLoop }: Suspended): void {
  search.hasLoop = hasLoop;
  search.touched.set(points);
  search.touchedCount = points.length;
  for (let at = 0; at < points.length; at += 1) {
    const point = points[at]!;
    search.stamp[point] = search.epoch;
    search.length[point] = lengths[at]!;
    search.via[point] = via[at]!;
  }
  for (const point of aside) putPoint(search.heap, point, search.length[point]! + search.days[point]!);
}

/** The way that was found from a point to the end of the link in hand. */
function wayFrom({ lower, via }: LinkSearch, point: number, link: number): number[] {
  const hops: number[] = [];
  for (let at = point; at !== lower.contingent[link]!;) {
    const edge = via[at]!;
    hops.push(edge);
    at = lower.graph.to[edge]!;
  }

  return hops;
}

/** Searches that wait for one another in a ring: each way is shorter than its link's span, so that the ways with all links at their most sum below 0. */
function interruptions({ lower, stack, suspended }: LinkSearch, met: number, way: readonly number[]): Hops {
  const hops = [...way];
  let at = stack.length - 1;
  let link = stack[at]!; // the link in hand
  hops.push(-1 - link);
  while (link !== met) {
    const point = lower.activation[link]!;
    at -= 1;
    link = stack[at]!; // `met` is on the stack
    const waiting = suspended.get(link);
    if (waiting !== undefined) {
      const via = new Map<number, number>();
      for (let i = 0; i < waiting.points.length; i += 1) via.set(waiting.points[i]!, waiting.via[i]!);
      for (let step = point; step !== lower.contingent[link]!;) {
        const edge = via.get(step)!; // every point of a way was reached
        hops.push(edge);
        step = lower.graph.to[edge]!;
      }
    }
    hops.push(-1 - link);
  }

  return hops;
}

/**
 * A way around through the link's end, shorter than its span, whose beginning sums below 0: whoever is bound by that beginning must
 * act before the end is known, and may then be too early for the rest.
 */
function cycleThroughEnd(search: LinkSearch, link: number): Hops | null {
  const { lower, heap, days, stamp, epoch, length, mark, best } = search;
  const { from, to, weight, firstOut, nextOut } = lower.graph;
  const end = lower.contingent[link]!;
  const span = lower.span[link]!;
  const back = new Map<number, number>();
  const round = nextMark(search);
  mark[end] = round;
  best[end] = 0;
  putPoint(heap, end, 0 - days[end]!);
  while (heap.size > 0) {
    const point = takePoint(heap);
    if (best[point]! < 0) {
      const hops: number[] = [];
      for (let at = point; at !== end; at = from[back.get(at)!]!) hops.push(back.get(at)!); // every point here was reached

      return [lower.lower[link]!, ...hops.toReversed(), ...wayFrom(search, point, link), -1 - link];
    }
    for (let edge = firstOut[point]!; edge !== -1; edge = nextOut[edge]!) {
      const next = to[edge]!;
      if (stamp[next] !== epoch || length[next]! >= span || next === end) continue;
      const reached = best[point]! + weight[edge]!;
      if (mark[next] === round && best[next]! <= reached) continue;
      mark[next] = round;
      best[next] = reached;
      back.set(next, edge);
      putPoint(heap, next, reached - days[next]!);
    }
  }

  return null;
}

/** Adds the link's bypass edges, then mends the days. */
function bypass(search: LinkSearch, link: number): Hops | null {
  const { lower, touched, touchedCount, length, via, mark, best, heap, days } = search;
  const { graph } = lower;
  const start = lower.activation[link]!;
  const span = lower.span[link]!;
  const most = lower.most[link]!;
  const round = nextMark(search);
  const ends = lower.endsAt[start]!;
  const lowerEdge = ends === -1 ? -1 : lower.lower[ends]!; // bounds nothing by itself, so it makes no bypass needless
  for (let edge = graph.firstIn[start]!; edge !== -1; edge = graph.nextIn[edge]!) {
    const point = graph.from[edge]!;
    if (edge === lowerEdge || (mark[point] === round && best[point]! <= graph.weight[edge]!)) continue;
    mark[point] = round;
    best[point] = graph.weight[edge]!;
  }

  search.sizeAt[link] = graph.size;
  const repairs = nextMark(search);
  for (let at = 0; at < touchedCount; at += 1) {
    const point = touched[at]!;
    if (length[point]! < span) {
      if (lower.beginsAt[point] !== -1) search.waits.push({ point, link, length: length[point]! });
      continue;
    }
    const weight = length[point]! - most;
    if (mark[point] === round && best[point]! <= weight) continue;
    search.bypassLink.push(link);
    const edge = addEdge(graph, point, start, weight);
    const wanted = days[start]! - weight;
    if (wanted <= days[point]!) continue;
    if (point === start) return [...wayFrom(search, point, link), -1 - link];
    mark[point] = repairs;
    best[point] = wanted;
    via[point] = edge;
    putPoint(heap, point, days[point]! - wanted);
  }

  return heap.size === 0 ? null : mendDays(search, start, repairs);
}

/** Raises days backwards from the new edges, the greatest raise first, so that each point is raised once; a raise of `start` closes a cycle below 0. */
function mendDays({ lower, heap, days, mark, best, via }: LinkSearch, start: number, round: number): Hops | null {
  const { from, to, weight, firstIn, nextIn } = lower.graph;
  while (heap.size > 0) {
    const point = takePoint(heap);
    const day = best[point]!;
    days[point] = day;
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      const before = from[edge]!;
      const wanted = day - weight[edge]!;
      if (wanted <= days[before]!) continue;
      if (before === start) {
        const hops = [edge];
        for (let at = point; at !== start; at = to[via[at]!]!) hops.push(via[at]!);

        return hops;
      }
      if (mark[before] === round && best[before]! >= wanted) continue;
      mark[before] = round;
      best[before] = wanted;
      via[before] = edge;
      putPoint(heap, before, days[before]! - wanted);
    }
  }

  return null;
}

function nextMark(search: LinkSearch): number {
  search.round += 1;

  return search.round;
}
