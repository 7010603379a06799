import { backwardLeg, edgeLeg, forwardLeg } from "./leg.ts";
import type { Leg } from "./leg.ts";
import type { Network } from "./network.ts";
import { potentialsOf } from "./potentials.ts";
import { addEdge, weightedGraph } from "./weighted-graph.ts";
import type { WeightedGraph } from "./weighted-graph.ts";

/**
 * Whether some calendar keeps every edge and every link, everybody choosing with one another.
 * `potentials`: the earliest such calendar with all days ≥ 0. `cycle`: legs in walking order whose weights sum below 0.
 */
export type Consistency =
  | { readonly consistent: true; readonly potentials: Int32Array<ArrayBuffer> }
  | { readonly consistent: false; readonly cycle: readonly Leg[] };

/**
 * Consistency of a sound network (`networkFault` is null); links count as their two bounds. O(n·m), no recursion.
 * Law: the potentials break no bound; a cycle closes, belongs to the network and sums below 0.
 * Source: Dechter, Meiri and Pearl 1991 (docs/sources.md#temporal-networks).
 */
export function consistencyOf(network: Network): Consistency {
  const answer = potentialsOf(boundsGraph(network));
  if (answer.kind === "potentials") return { consistent: true, potentials: answer.days };

  return { consistent: false, cycle: answer.edges.map((edge) => boundLeg(network, edge)) };
}

/** All bounds as a graph: the edges, then for each link its greatest length forwards and its least backwards. */
export function boundsGraph({ points, edges, links }: Network, room = 0): WeightedGraph {
  const graph = weightedGraph(points, edges.length + 2 * links.length + room);
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
