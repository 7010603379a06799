import { backwardLeg, edgeLeg, forwardLeg, sumOf } from "./leg.ts";
import type { Leg } from "./leg.ts";
import type { Hops, LinkSearch } from "./link-search.ts";
import type { LowerGraph } from "./lower-graph.ts";
import type { Network } from "./network.ts";

/**
 * A semi-reducible way around whose weights sum below 0: whatever is planned, some choice of durations breaks a bound.
 *
 * A link walked forwards takes its least days, backwards its most; one whose length is certain is walked either way. `isInOrder`: the legs are the whole way in walking order, and `sum` is
 * theirs. A way can be exponentially longer than the network; past four times its size the legs are only those that occur, each once.
 */
export type Because = { readonly legs: readonly Leg[]; readonly sum: number; readonly isInOrder: boolean };

/**
 * A way of the search told in the network's own edges and links: every bypass edge is replaced by the way that made it.
 * Source: Hunsberger and Posenato 2024 (semi-reducible negative cycles as explanations), Morris 2006.
 */
export function becauseOf(network: Network, lower: LowerGraph, search: LinkSearch | null, hops: Hops): Because {
  const most = 4 * (network.points + network.edges.length + 2 * network.links.length);
  const toLeg = legOf(network, lower);
  const expanded = expandedHops(lower, search, hops, most);
  if (expanded === null) {
    const sum = hops.reduce((days, hop) => days + (hop < 0 ? -lower.most[-1 - hop]! : lower.graph.weight[hop]!), 0);

    return { legs: occurringHops(lower, search, hops).map(toLeg), sum, isInOrder: false };
  }
  const legs = expanded.map(toLeg);
  const shorter = withoutLoops(legs);
  const told = isSemiReducible(shorter) ? shorter : legs;

  return { legs: told, sum: sumOf(told), isInOrder: true };
}

/**
 * Whether a way around that sums below 0 is semi-reducible: from each link that takes its least days on, the way sums below 0
 * before it has walked the same link taking its most. Twice around is enough. O(legs). Source: Morris 2006.
 */
export function isSemiReducible(legs: readonly Leg[]): boolean {
  const count = legs.length;
  const sums = [0];
  for (let at = 0; at < 2 * count; at += 1) sums.push(sums[at]! + legs[at % count]!.weight); // one sum more than legs walked
  /** Places after the one in hand whose sums fall from each to the next, the nearest last. */
  const falling: number[] = [];
  const mostAt = new Map<number, number>();
  for (let place = 2 * count; place > 0; place -= 1) {
    while (falling.length > 0 && sums[falling.at(-1)!]! >= sums[place]!) falling.pop(); // not empty
    const below = falling.at(-1) ?? Infinity;
    falling.push(place);
    const leg = legs[(place - 1) % count]!; // the leg that ends here
    if (leg.kind !== "link") continue;
    if (leg.taking === "most") mostAt.set(leg.link, place);
    else if (place <= count && (mostAt.get(leg.link) ?? Infinity) <= below) return false;
  }

  return true;
}

/** Cuts out every part that comes back to a point: one that sums below 0 is the whole answer, any other only hides it. */
function withoutLoops(legs: readonly Leg[]): readonly Leg[] {
  const path: Leg[] = [];
  const sums = [0];
  const placeOf = new Map<number, number>();
  for (const leg of legs) {
    placeOf.set(leg.from, path.length);
    path.push(leg);
    sums.push(sums.at(-1)! + leg.weight); // `sums` begins with 0
    const back = placeOf.get(leg.to);
    if (back === undefined) continue;
    const loop = path.slice(back);
    if (sums.at(-1)! < sums[back]! && isSemiReducible(loop)) return loop;
    for (const { from } of loop) placeOf.delete(from);
    path.length = back;
    sums.length = back + 1;
  }

  return legs;
}

/** `null` past `most` hops. */
function expandedHops(lower: LowerGraph, search: LinkSearch | null, hops: Hops, most: number): number[] | null {
  const told: number[] = [];
  const ways = waysOf(lower, search);
  const open = hops.toReversed();
  for (let hop = open.pop(); hop !== undefined; hop = open.pop()) {
    const way = ways(hop);
    if (way === null) told.push(hop);
    else for (let at = way.length - 1; at >= 0; at -= 1) open.push(way[at]!);
    if (told.length + open.length > most) return null;
  }

  return told;
}

/** Every edge and link of a way once, in the order in which they are first met. */
function occurringHops(lower: LowerGraph, search: LinkSearch | null, hops: Hops): number[] {
  const seen = new Set<number>();
  const told: number[] = [];
  const ways = waysOf(lower, search);
  const open = hops.toReversed();
  for (let hop = open.pop(); hop !== undefined; hop = open.pop()) {
    if (seen.has(hop)) continue;
    seen.add(hop);
    const way = ways(hop);
    if (way === null) told.push(hop);
    else for (let at = way.length - 1; at >= 0; at -= 1) open.push(way[at]!);
  }

  return told;
}

/** The way that made a bypass edge, `null` for every other hop. */
function waysOf(
  { graph, contingent }: LowerGraph,
  search: LinkSearch | null,
): (hop: number) => readonly number[] | null {
  const viaByLink = new Map<number, ReadonlyMap<number, number>>();

  return (hop) => {
    const link = search === null ? undefined : search.bypassLink[hop - search.firstBypass];
    if (search === null || link === undefined) return null;
    let via = viaByLink.get(link);
    if (via === undefined) {
      via = viasOf(search, link);
      viaByLink.set(link, via);
    }
    const way: number[] = [];
    let point = graph.from[hop]!;
    do {
      const edge = via.get(point)!; // the points of a bypass edge's way are kept
      way.push(edge);
      point = graph.to[edge]!;
    } while (point !== contingent[link]);

    return [...way, -1 - link];
  };
}

/**
 * The first edges of the shortest ways to a link's end, found again as they were when the link was settled: by a queue, since the
 * days need not fit the graph of that time. O(n·m).
 */
function viasOf({ lower, sizeAt }: LinkSearch, link: number): ReadonlyMap<number, number> {
  const { graph, contingent, span, endsAt } = lower;
  const { from, weight, firstIn, nextIn } = graph;
  const end = contingent[link]!;
  const length = new Map([[end, 0]]);
  const via = new Map<number, number>();
  const queue = new Set([end]);
  for (const point of queue) {
    queue.delete(point);
    const ends = point === end ? -1 : endsAt[point]!;
    const only = ends === -1 ? -1 : lower.lower[ends]!;
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      if (edge >= sizeAt[link]! || (only !== -1 && edge !== only) || edge === lower.lower[link]) continue;
      const before = from[edge]!;
      const reached = (point === end ? 0 : length.get(point)!) + weight[edge]!; // queued points were reached
      if (via.has(before) && length.get(before)! <= reached) continue;
      length.set(before, reached);
      via.set(before, edge);
      if (before !== end && reached < span[link]!) queue.add(before);
    }
  }

  return via;
}

function legOf(network: Network, { link, certain }: LowerGraph): (hop: number) => Leg {
  const edges = network.edges.length;
  const pairs = edges + 2 * certain.length;

  return (hop) => {
    if (hop < 0) return backwardLeg(network, link[-1 - hop]!, "most");
    if (hop < edges) return edgeLeg(network, hop);
    if (hop >= pairs) return forwardLeg(network, link[hop - pairs]!, "least");
    const pair = hop - edges;
    const own = certain[pair >> 1]!;

    return pair % 2 === 0 ? forwardLeg(network, own, "most") : backwardLeg(network, own, "most");
  };
}
