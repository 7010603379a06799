import type { Network } from "./network.ts";

/**
 * One part of a cycle of a network: an edge, or a link walked one way.
 *
 * A link `taking` its least or its most days: forwards (activation to end) its weight is that number, backwards minus that number.
 */
export type Leg =
  | {
      readonly kind: "edge";
      readonly edge: number;
      readonly from: number;
      readonly to: number;
      readonly weight: number;
    }
  | {
      readonly kind: "link";
      readonly link: number;
      readonly taking: "least" | "most";
      readonly from: number;
      readonly to: number;
      readonly weight: number;
    };

export function edgeLeg({ edges }: Network, edge: number): Leg {
  const { from, to, weight } = edges[edge]!; // callers count edges of this network

  return { kind: "edge", edge, from, to, weight };
}

/** The link from its activation to its end. */
export function forwardLeg({ links }: Network, link: number, taking: "least" | "most"): Leg {
  const { from, to, [taking]: weight } = links[link]!; // callers count links of this network

  return { kind: "link", link, taking, from, to, weight };
}

/** The link from its end back to its activation. */
export function backwardLeg({ links }: Network, link: number, taking: "least" | "most"): Leg {
  const { from, to, [taking]: weight } = links[link]!; // callers count links of this network

  return { kind: "link", link, taking, from: to, to: from, weight: 0 - weight };
}

export function sumOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, { weight }) => sum + weight, 0);
}
