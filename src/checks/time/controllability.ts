import { becauseOf } from "./because.ts";
import type { Because } from "./because.ts";
import { linkSearch, settleLink } from "./link-search.ts";
import type { LinkSearch } from "./link-search.ts";
import { lowerGraph } from "./lower-graph.ts";
import type { Edge, Network } from "./network.ts";
import { potentialsOf } from "./potentials.ts";

/**
 * What a controllable network asks of a plan beyond its own edges. `graph` holds its edges and lower-case edges, from `firstBypass` on
 * the bypass edges that follow; `waits` are points where links begin that must see how another link ends (`length` days before it).
 */
export type Plan = Pick<LinkSearch, "lower" | "days" | "firstBypass" | "waits">;

/**
 * Whether the days that are one's own can be chosen as things unfold so that every edge holds, whatever the links take.
 *
 * `plan` is what `bypassOf` and `dispatchOf` read; `because` is a way around the network that no plan survives.
 */
export type Controllability =
  | { readonly controllable: true; readonly plan: Plan }
  | { readonly controllable: false; readonly because: Because };

/**
 * Dynamic controllability of a sound network (`networkFault` is null), one may act on the very day on which a link ends.
 *
 * RUL2021: potentials of the graph in which links take their least days; from each link's end backwards the shortest ways below its span;
 * bypass edges for the points just beyond; the potentials mended. O(m·n + k²·n + k·n·log n) for n points, m edges, k links; no
 * recursion. Laws: equal to Morris 2014 on random networks; `because` belongs to the network, is semi-reducible and sums below 0.
 * Source: Hunsberger and Posenato 2022, “Speeding up the RUL⁻ dynamic-controllability-checking algorithm for simple
 * temporal networks with uncertainty”; Morris 2014 (docs/sources.md#temporal-networks).
 */
export function controllabilityOf(network: Network): Controllability {
  const lower = lowerGraph(network);
  const start = potentialsOf(lower.graph);
  if (start.kind === "cycle") return { controllable: false, because: becauseOf(network, lower, null, start.edges) };
  const search = linkSearch(lower, start.days);
  for (let link = 0; link < lower.count; link += 1) {
    const cycle = settleLink(search, link);
    if (cycle !== null) return { controllable: false, because: becauseOf(network, lower, search, cycle) };
  }

  return { controllable: true, plan: search };
}

/** Edges that follow from a controllable network's edges and links, and that a plan must keep with them. */
export function bypassOf({ lower: { graph }, firstBypass }: Plan): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = firstBypass; at < graph.size; at += 1)
    edges.push({ from: graph.from[at]!, to: graph.to[at]!, weight: graph.weight[at]! });

  return edges;
}
