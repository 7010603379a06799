import type { WeightedGraph } from "./weighted-graph.ts";

/** Days that keep every edge, or a cycle of edges (in walking order) whose weights sum below 0. */
export type Potentials =
  | { readonly kind: "potentials"; readonly days: Int32Array<ArrayBuffer> }
  | { readonly kind: "cycle"; readonly edges: readonly number[] };

/**
 * The least days ≥ 0 with day(to) − day(from) ≤ weight on every edge: queue-based Bellman–Ford over incoming edges.
 *
 * Points first run once in an order in which edges below 0 point backwards, as far as these have such an order; what is raised after its
 * turn is queued. A point that would be queued for sweep n + 1 has n raised predecessors, hence a cycle of parents, and every
 * cycle of parents sums below 0; parents are also searched after every n raises, which finds most cycles much earlier. O(n·m).
 * Law: no edge is broken, and no day can be lower. Source: Cherkassky and Goldberg 1999, Dechter, Meiri and Pearl 1991.
 */
export function potentialsOf(graph: WeightedGraph): Potentials {
  const { points, from, weight, firstIn, nextIn } = graph;
  const days = new Int32Array(points);
  const parent = new Int32Array(points).fill(-1);
  /** The sweep for which a point was queued last; the first run is sweep 0. */
  const sweepOf = new Int32Array(points);
  const isQueued = new Uint8Array(points);
  const queue = new Int32Array(points);
  let head = 0;
  let queued = 0;
  let raises = 0;
  const enqueue = (point: number): void => {
    isQueued[point] = 1;
    let tail = head + queued;
    if (tail >= points) tail -= points;
    queue[tail] = point;
    queued += 1;
  };

  const waits = edgesBelowZero(graph);
  const order = new Int32Array(points);
  let known = 0;
  for (let point = 0; point < points; point += 1) if (waits[point] === 0) order[known++] = point;
  for (let at = 0; at < known; at += 1) {
    const point = order[at]!;
    const day = days[point]!;
    waits[point] = -1;
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      const before = from[edge]!;
      const length = weight[edge]!;
      if (day - length > days[before]!) {
        days[before] = day - length;
        parent[before] = edge;
        if (waits[before] === -1 && isQueued[before] === 0) {
          sweepOf[before] = 1;
          enqueue(before);
        }
      }
      if (length >= 0) continue;
      waits[before] = waits[before]! - 1;
      if (waits[before] === 0) order[known++] = before;
    }
  }
  for (let point = 0; point < points; point += 1) {
    if (waits[point] === -1) continue;
    sweepOf[point] = 1;
    enqueue(point);
  }

  while (queued > 0) {
    const point = queue[head]!;
    head = head + 1 === points ? 0 : head + 1;
    queued -= 1;
    isQueued[point] = 0;
    const day = days[point]!;
    const sweep = sweepOf[point]! + 1;
    for (let edge = firstIn[point]!; edge !== -1; edge = nextIn[edge]!) {
      const before = from[edge]!;
      const wanted = day - weight[edge]!;
      if (wanted <= days[before]!) continue;
      days[before] = wanted;
      parent[before] = edge;
      raises += 1;
      if (isQueued[before] === 1) continue;
      sweepOf[before] = sweep;
      if (sweep > points || raises >= points) {
        const edges = cycleOfParents(graph, parent);
        if (edges !== null) return { kind: "cycle", edges };
        raises = 0;
      }
      enqueue(before);
    }
  }

  return { kind: "potentials", days };
}

/** For each point how many edges below 0 begin there. */
function edgesBelowZero({ points, size, from, weight }: WeightedGraph): Int32Array {
  const count = new Int32Array(points);
  for (let edge = 0; edge < size; edge += 1) if (weight[edge]! < 0) count[from[edge]!] = count[from[edge]!]! + 1;

  return count;
}

/** A cycle among the edges by which points were raised last; every point has one parent at most, so one walk each. O(points). */
function cycleOfParents({ points, to }: WeightedGraph, parent: Int32Array): readonly number[] | null {
  const walk = new Int32Array(points).fill(-1);
  for (let begin = 0; begin < points; begin += 1) {
    let point = begin;
    while (walk[point] === -1) {
      walk[point] = begin;
      const edge = parent[point]!;
      if (edge === -1) break;
      point = to[edge]!;
    }
    if (parent[point] === -1 || walk[point] !== begin) continue;
    const edges: number[] = [];
    const first = point;
    do {
      const edge = parent[point]!;
      edges.push(edge);
      point = to[edge]!;
    } while (point !== first);

    return edges;
  }

  return null;
}
