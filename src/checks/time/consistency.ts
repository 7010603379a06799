import { backwardLeg, edgeLeg, forwardLeg } from "./leg.ts";
import type { Leg } from "./leg.ts";
import type { Network } from "./network.ts";
import { potentialsOf } from "./potentials.ts";
import { addEdge, weightedGraph } from "./weighted-graph.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

/** A consistent network: all its bounds as a graph, and the earliest days ≥ 0 that keep them. */
export type Calendar = {
  readonly consistent: true;
  readonly potentials: Int32Array<ArrayBuffer>;
  readonly graph: WeightedGraph;
};

/** Whether some calendar keeps every edge and every link, everybody choosing together; else a cycle whose weights sum below 0. */
export type Consistency = Calendar | { readonly consistent: false; readonly cycle: readonly Leg[] };

/**
 * Consistency of a sound network (`networkFault` is null); links count as their two bounds. O(n·m), no recursion.
 * Law: the potentials break no bound; a cycle closes, belongs to the network and sums below 0.
 * Source: Dechter, Meiri and Pearl 1991 (docs/sources.md#temporal-networks).
 */
export function consistencyOf(network: Network): Consistency {
  const graph = boundsGraph(network);
  const answer = potentialsOf(graph);
  if (answer.kind === "potentials") return { consistent: true, potentials: answer.days, graph };

  return { consistent: false, cycle: answer.edges.map((edge) => boundLeg(network, edge)) };
}

/** All bounds as a graph: the edges, then for each link its greatest length forwards and its least backwards. */
function boundsGraph({ points, edges, links }: Network): WeightedGraph {
  const graph = weightedGraph(points, edges.length + 2 * links.length);
  for (const { from, to, weight } of edges) addEdge(graph, from, to, weight);
  for (const { from, to, least, most } of links) {
    addEdge(graph, from, to, most);
    addEdge(graph, to, from, -least);
  }

  return graph;
}

function boundLeg(network: Network, edge: number): Leg {
  const beyond = edge - network.edges.length;
  if (beyond < 0) return edgeLeg(network, edge);

  return beyond % 2 === 0 ? forwardLeg(network, beyond >> 1, "most") : backwardLeg(network, beyond >> 1, "least");
}
