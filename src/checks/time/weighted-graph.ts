/** Edges as columns with both adjacencies as linked lists; edges can be appended, never removed. `-1` ends a list. */
export type WeightedGraph = {
  readonly points: number;
  size: number;
  from: Int32Array;
  to: Int32Array;
  weight: Int32Array;
  /** The next edge with the same `to`, and with the same `from`. */
  nextIn: Int32Array;
  nextOut: Int32Array;
  readonly firstIn: Int32Array;
  readonly firstOut: Int32Array;
};

/** A graph without edges, with room for `room` of them before it must grow. */
export function weightedGraph(points: number, room: number): WeightedGraph {
  return {
    points,
    size: 0,
    from: new Int32Array(room),
    to: new Int32Array(room),
    weight: new Int32Array(room),
    nextIn: new Int32Array(room),
    nextOut: new Int32Array(room),
    firstIn: new Int32Array(points).fill(-1),
    firstOut: new Int32Array(points).fill(-1),
  };
}

/** Adds an edge and gives its number. */
export function addEdge(graph: WeightedGraph, from: number, to: number, weight: number): number {
  const edge = graph.size;
  if (edge === graph.from.length) grow(graph);
  graph.size += 1;
  graph.from[edge] = from;
  graph.to[edge] = to;
  graph.weight[edge] = weight;
  graph.nextIn[edge] = graph.firstIn[to]!;
  graph.firstIn[to] = edge;
  graph.nextOut[edge] = graph.firstOut[from]!;
  graph.firstOut[from] = edge;

  return edge;
}

function grow(graph: WeightedGraph): void {
  const room = Math.max(16, graph.from.length * 2);
  graph.from = longer(graph.from, room);
  graph.to = longer(graph.to, room);
  graph.weight = longer(graph.weight, room);
  graph.nextIn = longer(graph.nextIn, room);
  graph.nextOut = longer(graph.nextOut, room);
}

/** A copy with room for more. */
export function longer(column: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room);
  copy.set(column);

  return copy;
}
