import { valuesOf } from "../../commitments/index.ts";
import type { Cast } from "../cast.ts";
import { ownActivations } from "../time/network.ts";
import type { Edge, Link, Network } from "../time/network.ts";
import { isActive } from "./components.ts";
import type { Answers, Component } from "./components.ts";
import { calendar, entryIntoForce, signature } from "./schedule.ts";
import type { Limit, Schedule } from "./schedule.ts";

/** One component under one set of answers, as a network; edges and links know the limit that they come from. */
export type Lowered = {
  readonly network: Network;
  /** The moment of each point; of a point made for somebody's own share, the joint moment. Twins of activation points come after. */
  readonly moments: readonly number[];
  /** By edge; edges that hold a twin to its original come after. */
  readonly edges: readonly Limit[];
  readonly links: readonly Limit[];
};

/** Everybody helps everybody: all limits are edges. */
export function jointNetwork(schedule: Schedule, component: Component, answers: Answers): Lowered {
  const { points, pointOf } = pointsOf(component);
  const edges = component.limits.filter((limit) => isActive(schedule, limit, answers));

  return {
    network: {
      points: points.length,
      edges: edges.map(({ from, to, days }) => ({ from: pointOf(from), to: pointOf(to), weight: days })),
      links: [],
    },
    moments: points,
    edges,
    links: [],
  };
}

function pointsOf({ moments }: Component): { readonly points: number[]; readonly pointOf: (moment: number) => number } {
  const points = [entryIntoForce, calendar, signature, ...moments];
  const places = new Map(points.map((moment, at) => [moment, at]));

  return { points, pointOf: (moment) => places.get(moment) ?? entryIntoForce };
}

type Control = "own" | "shared" | "other" | "nobody";

/**
 * What one party must keep whatever the others do inside their own limits: its own limits are edges, the time that
 * another takes for an act is a link from what it is counted from. Of an act owed by several the party does its own
 * share, and waits for the last. Another's act without a last day happens when it suits, and not before it may.
 */
export function networkOf(
  schedule: Schedule,
  component: Component,
  answers: Answers,
  cast: Cast,
  party: string,
): Lowered {
  const { points, pointOf } = pointsOf(component);
  const edges: Edge[] = [];
  const edgeLimits: Limit[] = [];
  const require = (limit: Limit, from: number, to: number): void => {
    edges.push({ from, to, weight: limit.days });
    edgeLimits.push(limit);
  };
  const shares = new Map<number, number>();
  const shareOf = (moment: number): number => {
    let share = shares.get(moment);
    if (share === undefined) {
      share = points.length;
      points.push(moment);
      shares.set(moment, share);
    }

    return share;
  };
  const byOthers = new Map<number, Limit[]>();
  const orders: Limit[] = [];
  for (const limit of component.limits) {
    if (!isActive(schedule, limit, answers)) continue;
    if (limit.kind === "order") {
      orders.push(limit);
      continue;
    }
    const due = limit.kind === "latest" ? limit.to : limit.from;
    const control = controlOf(limit, cast, party);
    if (control === "own" || control === "nobody") require(limit, pointOf(limit.from), pointOf(limit.to));
    if (control === "shared") {
      const own = shareOf(due);
      require(limit, limit.from === due ? own : pointOf(limit.from), limit.to === due ? own : pointOf(limit.to));
    }
    if (control === "shared" || control === "other") push(byOthers, due, limit);
  }
  const { links, linkLimits, isContingent } = linksOf(byOthers, pointOf, require);
  for (const limit of orders)
    if (!isContingent(limit.from) || !isContingent(limit.to)) require(limit, pointOf(limit.from), pointOf(limit.to));
  for (const [moment, share] of shares)
    for (const limit of orders)
      if (limit.to === moment && shares.has(limit.from)) require(limit, shares.get(limit.from)!, share);

  return {
    network: ownActivations({ points: points.length, edges, links }),
    moments: points,
    edges: edgeLimits,
    links: linkLimits,
  };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Who keeps a limit, seen from one party. */
export function keepersOf({ act, by }: Limit, cast: Cast): readonly string[] {
  return by ?? (act === null ? [] : cast.singles(valuesOf(act.bearer).flat()));
}

function controlOf(limit: Limit, cast: Cast, party: string): Control {
  const keepers = keepersOf(limit, cast);
  if (keepers.length === 0) return "nobody";
  if (!keepers.includes(party)) return "other";

  return keepers.length === 1 ? "own" : "shared";
}

/**
 * One link for each moment that others bring about. What else bounds the same act is their own business; limits of an
 * act that no link carries are edges: it happens when it suits, and not before it may. Where acts wait for one another in a
 * circle, which is `mutual-wait`, one of them waits for nothing here.
 */
function linksOf(
  byOthers: ReadonlyMap<number, readonly Limit[]>,
  pointOf: (moment: number) => number,
  require: (limit: Limit, from: number, to: number) => void,
): { readonly links: Link[]; readonly linkLimits: Limit[]; readonly isContingent: (moment: number) => boolean } {
  const activation = new Map<number, number>();
  const links: Link[] = [];
  const linkLimits: Limit[] = [];
  const unlinked: Limit[] = [];
  for (const [moment, limits] of byOthers) {
    const latest = limits.find(
      ({ kind, days, from }) => kind === "latest" && days >= 0 && !leadsTo(activation, from, moment),
    );
    if (latest === undefined) {
      unlinked.push(...limits);
      continue;
    }
    const sameStart = limits.filter(({ kind, to }) => kind === "earliest" && to === latest.from);
    const least = Math.min(latest.days, Math.max(0, ...sameStart.map(({ days }) => -days)));
    activation.set(moment, latest.from);
    links.push({ from: pointOf(latest.from), to: pointOf(moment), least, most: latest.days });
    linkLimits.push(latest);
  }
  const linked = new Set(linkLimits.map(({ act }) => act));
  const isInCircle = ({ kind, from, to }: Limit): boolean =>
    kind === "latest" ? leadsTo(activation, from, to) : leadsTo(activation, to, from);
  for (const limit of unlinked)
    if (!linked.has(limit.act) && !isInCircle(limit)) require(limit, pointOf(limit.from), pointOf(limit.to));

  return { links, linkLimits, isContingent: (moment) => activation.has(moment) };
}

/** Whether a moment itself waits, over links, for another. */
function leadsTo(activation: ReadonlyMap<number, number>, from: number, target: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = activation.get(at)) if (at === target) return true;

  return false;
}
