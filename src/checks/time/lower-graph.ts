import type { Network } from "./network.ts";
import { addEdge, weightedGraph } from "./weighted-graph.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

/**
 * The graph of a network in which every link takes its least days: edges, both bounds of links whose length is certain, then one
 * lower-case edge for each other link; those links are numbered anew, `link` gives the network's number.
 */
export type LowerGraph = {
  readonly graph: WeightedGraph;
  readonly count: number;
  readonly link: Int32Array;
  readonly activation: Int32Array;
  readonly contingent: Int32Array;
  readonly most: Int32Array;
  /** most − least, above 0. */
  readonly span: Int32Array;
  /** The lower-case edge. */
  readonly lower: Int32Array;
  /** Which of these links begins or ends at a point, -1 none. */
  readonly beginsAt: Int32Array;
  readonly endsAt: Int32Array;
  /** Numbers of the links whose length is certain, in the order of their pairs of edges. */
  readonly certain: readonly number[];
};

/** Source: Hunsberger and Posenato 2022 (the LO-graph of RUL2021). */
export function lowerGraph({ points, edges, links }: Network): LowerGraph {
  const graph = weightedGraph(points, Math.ceil((edges.length + 2 * links.length) * 1.5) + points);
  for (const { from, to, weight } of edges) addEdge(graph, from, to, weight);
  const certain: number[] = [];
  for (const [at, { from, to, least, most }] of links.entries()) {
    if (least !== most) continue;
    certain.push(at);
    addEdge(graph, from, to, most);
    addEdge(graph, to, from, -least);
  }

  const count = links.length - certain.length;
  const columns = Array.from({ length: 6 }, () => new Int32Array(count));
  const [link, activation, contingent, most, span, lower] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const beginsAt = new Int32Array(points).fill(-1);
  const endsAt = new Int32Array(points).fill(-1);
  let own = 0;
  for (const [at, { from, to, least, most: greatest }] of links.entries()) {
    if (least === greatest) continue;
    link[own] = at;
    activation[own] = from;
    contingent[own] = to;
    most[own] = greatest;
    span[own] = greatest - least;
    lower[own] = addEdge(graph, from, to, least);
    beginsAt[from] = own;
    endsAt[to] = own;
    own += 1;
  }

  return { graph, count, link, activation, contingent, most, span, lower, beginsAt, endsAt, certain };
}
