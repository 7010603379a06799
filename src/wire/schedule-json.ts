import type { Leg, Network, NetworkVerdict, ScheduleReport } from "../checks/index.ts";

export type ScheduleJson = ReturnType<typeof toScheduleJson>;

/**
 * The document of `servanda schedule --json` for a text. `because` names the limits of each failure in the order in
 * which one leads to the next; `acts` stand in the order of the text, their days counted from entry into force.
 */
export function toScheduleJson(report: ScheduleReport) {
  return {
    consistent: report.consistent,
    controllable: report.controllable,
    because: report.because.map((one) => ({
      provision: one.provision,
      edge: one.edge,
      days: one.days,
      party: one.party,
      if: one.if,
    })),
    waiting: report.waiting,
    acts: report.acts.map((act) => ({
      commitment: act.commitment,
      provision: act.provision,
      bearer: act.bearer,
      says: act.says,
      lasting: act.isLasting,
      earliest: act.earliest,
      latest: act.latest,
      notBefore: act.notBefore,
      by: act.by,
      counted: act.counted,
      slack: act.earliest === null || act.latest === null ? null : act.latest - act.earliest,
    })),
    open: report.open.map(({ provision, slot, answers }) => ({ provision, slot, answers })),
    triedAll: report.isWhole,
    given: report.given.map(({ party, steps }) => ({
      party,
      steps: steps.map(({ day, sum, commitment }) => ({ day, sum, commitment })),
    })),
  };
}

/** The document of `servanda schedule --json` for a file of a network: points have names, not provisions. */
export function toNetworkJson({ consistent, controllable, because }: NetworkVerdict, network: Network) {
  return {
    consistent,
    controllable,
    because: because.map((leg) => ({ provision: null, edge: legWords(leg, network), days: leg.weight })),
    points: network.points,
    edges: network.edges.length,
    links: network.links.length,
  };
}

/** "B at most 30 days after A", "the link A to B takes its most, 30 days". */
export function legWords(leg: Leg, { names }: Network): string {
  const nameOf = (point: number): string => names?.[point] ?? `point ${point}`;
  const days = Math.abs(leg.weight);
  if (leg.kind === "link") {
    const [begin, end] = leg.weight < 0 || leg.taking === "most" ? [leg.to, leg.from] : [leg.from, leg.to];

    return `the link ${nameOf(begin)} to ${nameOf(end)} takes its ${leg.taking}, ${days} days`;
  }

  return leg.weight < 0
    ? `${nameOf(leg.from)} at least ${days} days after ${nameOf(leg.to)}`
    : `${nameOf(leg.to)} at most ${days} days after ${nameOf(leg.from)}`;
}
