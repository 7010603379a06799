/**
 * A simple temporal network with uncertainty: days of events, bounds between them, and durations that somebody else controls.
 * Points are numbers below `points`; all weights are whole days.
 */
export type Network = {
  readonly points: number;
  /** What each point is, in words. */
  readonly names?: readonly string[];
  readonly edges: readonly Edge[];
  readonly links: readonly Link[];
};

/** day(to) − day(from) ≤ weight: "at most 30 days after" has weight 30, "at least 30 days before" −30. */
export type Edge = { readonly from: number; readonly to: number; readonly weight: number };

/** `to` follows `from` after `least` to `most` days, as somebody else decides: a contingent link from its activation point. */
export type Link = { readonly from: number; readonly to: number; readonly least: number; readonly most: number };

export type NetworkCode =
  | "no-points"
  | "unknown-point"
  | "not-whole"
  | "weights-too-great"
  | "negative-duration"
  | "empty-duration"
  | "contingent-twice"
  | "shared-activation"
  | "link-on-itself"
  | "cycle-of-links";

/** Why a network is not judged, and the edge or link at which that shows. */
export type NetworkFault = {
  readonly code: NetworkCode;
  readonly reason: string;
  readonly edge: number | null;
  readonly link: number | null;
};

/** Points times the greatest weight stay below this, so that every sum along a path is exact in 32 bits. */
export const greatestSum = 2 ** 30;

/**
 * What keeps a network from being judged, `null` where nothing does.
 *
 * Refused: no points; a point that is not there; a weight that is no whole number; points × greatest weight ≥ 2³⁰; a link with least < 0
 * or least > most; one point contingent on two links; two links with one activation point (see `ownActivations`); a link onto
 * itself; a cycle of links. A link with least = most is sound: it is read as two edges. O(points + edges + links).
 */
export function networkFault({ points, edges, links, names }: Network): NetworkFault | null {
  if (!Number.isSafeInteger(points) || points < 1) return fault("no-points", "the network has no points");
  const nameOf = (point: number): string => names?.[point] ?? `point ${point}`;
  const isPoint = (point: number): boolean => Number.isInteger(point) && point >= 0 && point < points;
  const greatest = Math.ceil(greatestSum / points) - 1;
  const weightFault = (weight: number): readonly [NetworkCode, string] | null => {
    if (!Number.isInteger(weight)) return ["not-whole", `${weight} is no whole number of days`];
    if (Math.abs(weight) <= greatest) return null;
    return ["weights-too-great", `${weight} days over ${points} points is too much; at most ${greatest} can be judged`];
  };

  for (const [at, { from, to, weight }] of edges.entries()) {
    if (!isPoint(from) || !isPoint(to))
      return fault("unknown-point", `an edge names point ${isPoint(from) ? to : from}, which is not there`, at, null);
    const bad = weightFault(weight);
    if (bad !== null) return fault(...bad, at, null);
  }
  const contingent = new Uint8Array(points);
  const activation = new Uint8Array(points);
  for (const [at, { from, to, least, most }] of links.entries()) {
    if (!isPoint(from) || !isPoint(to))
      return fault("unknown-point", `a link names point ${isPoint(from) ? to : from}, which is not there`, null, at);
    const bad = weightFault(least) ?? weightFault(most);
    if (bad !== null) return fault(...bad, null, at);
    if (least < 0) return fault("negative-duration", `a duration of ${least} days is below 0`, null, at);
    if (least > most)
      return fault("empty-duration", `a duration of at least ${least} and at most ${most} days is empty`, null, at);
    if (from === to) return fault("link-on-itself", `the link of ${nameOf(from)} leads to itself`, null, at);
    if (contingent[to] === 1)
      return fault("contingent-twice", `${nameOf(to)} ends two durations; it can end one`, null, at);
    if (activation[from] === 1)
      return fault("shared-activation", `${nameOf(from)} begins two durations; give each its own point`, null, at);
    contingent[to] = 1;
    activation[from] = 1;
  }

  return cycleFault(points, links, nameOf);
}

/**
 * The network with one activation point for each link: a point that begins several durations gets a twin on the same day for each further one.
 *
 * For networks lowered from a text; a twin bears the name of its original. Equal verdicts, and earlier points, edges and links keep their numbers.
 */
export function ownActivations(network: Network): Network {
  const edges = [...network.edges];
  const names = network.names === undefined ? null : [...network.names];
  const taken = new Set<number>();
  let points = network.points;
  const links = network.links.map((link) => {
    if (!taken.has(link.from)) {
      taken.add(link.from);
      return link;
    }
    const twin = points;
    points += 1;
    names?.push(network.names?.[link.from] ?? "");
    edges.push({ from: link.from, to: twin, weight: 0 }, { from: twin, to: link.from, weight: 0 });

    return { ...link, from: twin };
  });

  return names === null ? { points, edges, links } : { points, names, edges, links };
}

/** Every point is the end of one link and the beginning of one at most, so following links from each unseen link is linear. */
function cycleFault(points: number, links: readonly Link[], nameOf: (point: number) => string): NetworkFault | null {
  const linkFrom = new Int32Array(points).fill(-1);
  for (const [at, { from }] of links.entries()) linkFrom[from] = at;
  const seen = new Int32Array(links.length).fill(-1);
  for (const begin of links.keys()) {
    let at = begin;
    while (at !== -1 && seen[at] === -1) {
      seen[at] = begin;
      at = linkFrom[links[at]!.to]!; // `at` is a link
    }
    if (at !== -1 && seen[at] === begin)
      return fault("cycle-of-links", `the durations from ${nameOf(links[at]!.from)} on lead back to it`, null, at);
  }

  return null;
}

function fault(
  code: NetworkCode,
  reason: string,
  edge: number | null = null,
  link: number | null = null,
): NetworkFault {
  return { code, reason, edge, link };
}
