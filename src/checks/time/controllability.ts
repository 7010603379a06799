import { becauseOf } from "./because.ts";
import type { Because } from "./because.ts";
import { linkSearch, settleLink } from "./link-search.ts";
import type { LinkSearch } from "./link-search.ts";
import { lowerGraph } from "./lower-graph.ts";
import type { LowerGraph } from "./lower-graph.ts";
import type { Edge, Network } from "./network.ts";
import { potentialsOf } from "./potentials.ts";

/** `point` is due no earlier than `days` after the link's activation, unless the link has ended by then. */
export type Wait = { readonly point: number; readonly link: number; readonly days: number };

/**
 * Whether the days that are one's own can be chosen as things unfold so that every edge holds, whatever the links take.
 *
 * `bypass` are edges that follow and that plans must keep too; `waits` are for the points that must see how a link ends. `because` is a way
 * around the network that no plan survives.
 */
export type Controllability =
  | { readonly controllable: true; readonly bypass: readonly Edge[]; readonly waits: readonly Wait[] }
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

  return { controllable: true, bypass: bypassEdges(lower, search), waits: waitsOf(lower, search) };
}

function bypassEdges({ graph }: LowerGraph, { firstBypass }: LinkSearch): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = firstBypass; at < graph.size; at += 1)
    edges.push({ from: graph.from[at]!, to: graph.to[at]!, weight: graph.weight[at]! });

  return edges;
}

function waitsOf({ count, link, span, most }: LowerGraph, search: LinkSearch): readonly Wait[] {
  const waits: Wait[] = [];
  for (let own = 0; own < count; own += 1)
    for (let at = search.keptFrom[own]!; at < search.keptTo[own]!; at += 1) {
      const days = search.keptLength[at]!;
      if (days >= span[own]!) continue;
      waits.push({ point: search.keptPoint[at]!, link: link[own]!, days: most[own]! - days });
    }

  return waits;
}
