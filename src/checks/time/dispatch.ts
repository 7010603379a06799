import type { Plan } from "./controllability.ts";
import type { Network } from "./network.ts";
import { pointHeap, putPoint, takePoint } from "./point-heap.ts";
import { addEdge, weightedGraph } from "./weighted-graph.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

/**
 * A controllable network made ready for its execution: no lower-case edge is left. `graph` holds all that binds whatever happens; `waits` are
 * edges that bind until their link has ended (an end awaits its link's most days).
 */
export type Dispatcher = {
  readonly network: Network;
  readonly graph: WeightedGraph;
  readonly waits: readonly {
    readonly point: number;
    readonly after: number;
    readonly days: number;
    readonly link: number;
  }[];
};

/** What has happened: the day of each point, `null` where it has not; and today, no earlier than any of these. */
export type SoFar = { readonly days: readonly (number | null)[]; readonly now: number };

/**
 * When a point that is one's own may be executed, as things stand: not before `earliest`, and by `latest` (`null`: no last day yet).
 * `awaits` is a link whose earlier end may bring `earliest` forward.
 */
export type Due = {
  readonly point: number;
  readonly earliest: number;
  readonly latest: number | null;
  readonly awaits: number | null;
};

/**
 * The dispatchable form of a controllable network.
 *
 * To the bypass edges come, for each link, edges from its activation to the points that must be past even if it takes its least days: the
 * first points below 0 on ways from its end. O(k·(m + n·log n)).
 * Source: Hunsberger and Posenato 2023 (FD_STNU), Morris 2014 (docs/sources.md#temporal-networks).
 */
export function dispatcherOf(network: Network, plan: Plan): Dispatcher {
  const { lower } = plan;
  const { graph: own } = lower;
  const isLower = new Uint8Array(own.size);
  for (let link = 0; link < lower.count; link += 1) isLower[lower.lower[link]!] = 1;
  const graph = weightedGraph(own.points, own.size + 4 * lower.count);
  for (let edge = 0; edge < own.size; edge += 1)
    if (isLower[edge] === 0) addEdge(graph, own.from[edge]!, own.to[edge]!, own.weight[edge]!);
  const waits = plan.waits.map(({ point, link, length }) => ({
    point,
    after: lower.activation[link]!,
    days: lower.most[link]! - length,
    link: lower.link[link]!,
  }));
  for (let link = 0; link < lower.count; link += 1) {
    const [begin, end] = [lower.activation[link]!, lower.contingent[link]!];
    const most = lower.most[link]!;
    addEdge(graph, begin, end, most);
    addEdge(graph, end, begin, lower.span[link]! - most);
    waits.push({ point: end, after: begin, days: most, link: lower.link[link]! });
    addPassedPoints(graph, plan, link);
  }

  return { network, graph, waits };
}

/**
 * What may and what must be done, for every point of one's own that has not happened, in order of its number.
 *
 * Law: whoever executes points only from their `earliest` on, and each by its `latest`, asking again after every event, breaks no edge, whatever the
 * links take. Throws `RangeError` where the days given have already broken a bound. O(n·m), near linear as a rule.
 */
export function dueNow({ network, graph, waits }: Dispatcher, { days, now }: SoFar): readonly Due[] {
  const isEnd = new Uint8Array(network.points);
  for (const { to } of network.links) isEnd[to] = 1;
  const hasEnded = (link: number): boolean => (days[network.links[link]!.to] ?? null) !== null;
  const binding = waits.filter(({ link }) => !hasEnded(link));
  const soonest = weightedGraph(graph.points, graph.size + binding.length);
  const last = weightedGraph(graph.points, graph.size);
  for (let edge = 0; edge < graph.size; edge += 1) {
    const [from, to, weight] = [graph.from[edge]!, graph.to[edge]!, graph.weight[edge]!];
    addEdge(soonest, from, to, weight);
    addEdge(last, to, from, weight);
  }
  for (const { point, after, days: wait } of binding) addEdge(soonest, point, after, -wait);
  const known = (point: number): number | null => days[point] ?? null;
  const early = raised(soonest, known, now);
  const late = raised(last, (point) => (known(point) === null ? null : 0 - known(point)!), -Infinity);

  const due: Due[] = [];
  for (let point = 0; point < network.points; point += 1) {
    if (known(point) !== null || isEnd[point] === 1) continue;
    const latest = 0 - late.days[point]!;
    let awaits: number | null = null;
    for (let at = point; early.parent[at] !== -1 && awaits === null; at = soonest.to[early.parent[at]!]!)
      awaits = binding[early.parent[at]! - graph.size]?.link ?? null;
    due.push({ point, earliest: early.days[point]!, latest: Number.isFinite(latest) ? latest : null, awaits });
  }

  return due;
}

/** Least days with day(from) ≥ day(to) − weight on every edge, at least `floor`, given the known ones; and the edges that raised them. */
function raised(
  { points, from, weight, firstIn, nextIn }: WeightedGraph,
  known: (point: number) => number | null,
  floor: number,
): { readonly days: Float64Array; readonly parent: Int32Array } {
  const days = new Float64Array(points).fill(floor);
  const parent = new Int32Array(points).fill(-1);
  const isKnown = new Uint8Array(points);
  const queue = new Int32Array(points);
  const isQueued = new Uint8Array(points).fill(1);
  for (let point = 0; point < points; point += 1) {
    queue[point] = point;
    const day = known(point);
    if (day === null) continue;
    days[point] = day;
    isKnown[point] = 1;
  }
  let head = 0;
  for (let queued = points; queued > 0; queued -= 1) {
    const point = queue[head]!;
    head = head + 1 === points ? 0 : head + 1;
    isQueued[point] = 0;
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      const before = from[edge]!;
      const wanted = days[point]! - weight[edge]!;
      if (wanted <= days[before]!) continue;
      if (isKnown[before] === 1) {
        if (isKnown[point] === 0) continue;
        throw new RangeError(`the days of points ${before} and ${point} break a bound between them`);
      }
      days[before] = wanted;
      parent[before] = edge;
      if (isQueued[before] === 1) continue;
      isQueued[before] = 1;
      queue[(head + queued - 1) % points] = before;
      queued += 1;
    }
  }

  return { days, parent };
}

/** Adds an edge from a link's activation to every first point below 0 on a way from its end, other links taking their least days. */
function addPassedPoints(graph: WeightedGraph, { lower, days }: Plan, link: number): void {
  const { to, weight, firstOut, nextOut, points } = lower.graph;
  const end = lower.contingent[link]!;
  const least = lower.most[link]! - lower.span[link]!;
  const reached = new Map([[end, 0]]);
  const heap = pointHeap(points);
  putPoint(heap, end, 0 - days[end]!);
  while (heap.size > 0) {
    const point = takePoint(heap);
    const length = reached.get(point)!; // points of the heap were reached
    if (length < 0) {
      addEdge(graph, lower.activation[link]!, point, least + length);
      continue;
    }
    for (let edge = firstOut[point]!; edge !== -1; edge = nextOut[edge]!) {
      const next = to[edge]!;
      const onward = length + weight[edge]!;
      if (onward >= (reached.get(next) ?? Infinity)) continue;
      reached.set(next, onward);
      putPoint(heap, next, onward - days[next]!);
    }
  }
}
