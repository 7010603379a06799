import { oncePer } from "../../base/index.ts";
import { itemsIn, valueOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { Cast } from "../cast.ts";
import type { Context } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import { consistencyOf } from "../time/consistency.ts";
import { controllabilityOf } from "../time/controllability.ts";
import type { Leg } from "../time/leg.ts";
import { networkFault } from "../time/network.ts";
import { componentsOf, premisesOf, scenariosOf } from "./components.ts";
import type { Answers, Component } from "./components.ts";
import { scheduleOf } from "./lower-times.ts";
import { jointNetwork, keepersOf, networkOf } from "./networks.ts";
import type { Lowered } from "./networks.ts";
import type { Limit, Premise, Schedule } from "./schedule.ts";

/** Limits that cannot all be kept, in the order in which one leads to the next. */
export type Failure = {
  readonly limits: readonly Limit[];
  /** Those of them that are the whole time another takes. */
  readonly waits: readonly Limit[];
  /** What must be so for it; empty where it is so in any case. */
  readonly when: readonly Premise[];
  /** Who cannot keep its own, `null` where nobody can keep them together. */
  readonly party: string | null;
};

export type TimeVerdict = {
  readonly schedule: Schedule;
  /** Sets of limits that no calendar satisfies. */
  readonly inconsistent: readonly Failure[];
  /** By party: its own limits that it cannot be sure to keep. */
  readonly uncontrollable: readonly Failure[];
  /** Every party that was asked, in the order of the reading; where it names none, everybody who owes something. */
  readonly parties: readonly string[];
  /** `false`: with so many open questions only one at a time was tried against the first answers. */
  readonly isWhole: boolean;
};

/** Whether the times of a text can be kept: by all together, and by each party whatever the others do. */
export const timesOf = oncePer((context: Context): TimeVerdict => {
  const schedule = scheduleOf(context);
  const { cast } = terrainOf(context);
  const asked = cast.parties.length > 0 ? cast.parties : bearersIn(context);
  const inconsistent: Failure[] = [];
  const uncontrollable: Failure[] = [];
  let isWhole = true;
  for (const component of componentsOf(schedule)) {
    if (!isAsked(context, component)) continue;
    const parties = asked.filter((party) => mustWait(schedule, component, party, cast));
    const isKept = component.limits.every(({ days }) => days >= 0);
    if (isKept && parties.length === 0) continue;
    const found = scenariosOf(schedule, component);
    const [first] = found.scenarios;
    const isSound = first === undefined || isExact(jointNetwork(schedule, component, first));
    isWhole &&= found.isWhole && isSound;
    if (!isSound) continue;
    for (const answers of found.scenarios) {
      if (inconsistent.some((failure) => isUnder(failure, answers, component))) continue;
      // Where no limit asks for days in between, all on one day is a calendar.
      const joint = isKept ? null : consistencyFailure(schedule, jointNetwork(schedule, component, answers));
      if (joint !== null) {
        inconsistent.push(joint);
        continue;
      }
      for (const party of parties) {
        if (uncontrollable.some((one) => one.party === party && isUnder(one, answers, component))) continue;
        const failure = partyFailure(schedule, networkOf(schedule, component, answers, cast, party), party);
        if (failure !== null && isLate(failure, (limit) => keepersOf(limit, cast).includes(party)))
          uncontrollable.push(failure);
      }
    }
  }

  return { schedule, inconsistent, uncontrollable, parties: asked, isWhole };
});

/** Whether sums along ways stay exact; so many moments with days so far apart stand in no agreement. */
function isExact({ network }: Lowered): boolean {
  return networkFault(network) === null;
}

/** Whether the times of a text can be kept under one answer to what a slot leaves open, and not under another. */
export function isDecisive(context: Context, commitment: Commitment, path: string): boolean {
  return decisiveSlots(context).has(`${commitment.id} ${path}`);
}

const decisiveSlots = oncePer((context: Context): ReadonlySet<string> => {
  const { schedule, inconsistent, uncontrollable } = timesOf(context);
  const failing = new Map<number, Set<number>>();
  for (const { question, answer } of [...inconsistent, ...uncontrollable].flatMap(({ when }) => when)) {
    const known = failing.get(question);
    if (known === undefined) failing.set(question, new Set([answer]));
    else known.add(answer);
  }
  const slots = new Set<string>();
  for (const [question, answers] of failing) {
    const { commitment, path, answers: all } = schedule.questions[question]!;
    if (commitment !== null && answers.size < all.length) slots.add(`${commitment.id} ${path}`);
  }

  return slots;
});

/** Where a text names no sides: everybody who owes something by itself. */
function bearersIn({ primaries }: Context): readonly string[] {
  return [...new Set(primaries.flatMap(({ bearer }) => valueOf(bearer) ?? []))];
}

/** Where only some commitments are asked, what has to do with one of them. */
function isAsked({ only }: Context, { limits }: Component): boolean {
  return only === null || limits.some(({ act }) => act !== null && only.has(act.id));
}

/** Whether a last day of one's own is among what cannot be kept; acts that only wait for one another are `mutual-wait`. */
function isLate({ limits, waits }: Failure, isOwn: (limit: Limit) => boolean): boolean {
  return limits.some((limit) => limit.kind === "latest" && !waits.includes(limit) && isOwn(limit));
}

/** Whether a party has a last day here, and something that it owes is counted from, or waits for, what others do. */
function mustWait({ moments }: Schedule, { limits }: Component, party: string, cast: Cast): boolean {
  const isOthers = (moment: number): boolean => {
    const { act } = moments[moment]!;
    if (act === null) return limits.some(({ kind, from, to }) => kind === "order" && from === moment && isOthers(to));

    return cast.singles(itemsIn(act.bearer)).some((name) => name !== party);
  };
  let isOwed = false;
  let isWaiting = false;
  for (const limit of limits) {
    if (!keepersOf(limit, cast).includes(party)) continue;
    isOwed ||= limit.kind === "latest";
    isWaiting ||= isOthers(limit.kind === "latest" ? limit.from : limit.to);
  }

  return isOwed && isWaiting;
}

/** Whether the answers are such as let a failure found before happen again. */
function isUnder({ when, limits }: Failure, answers: Answers, component: Component): boolean {
  return (
    limits.every((limit) => component.limits.includes(limit)) &&
    when.every(({ question, answer }) => answers.get(question) === answer)
  );
}

function consistencyFailure(schedule: Schedule, lowered: Lowered): Failure | null {
  const verdict = consistencyOf(lowered.network);

  return verdict.consistent ? null : failureOf(schedule, lowered, verdict.cycle, null);
}

function partyFailure(schedule: Schedule, lowered: Lowered, party: string): Failure | null {
  if (lowered.network.links.length === 0) return null;
  const verdict = controllabilityOf(lowered.network);

  return verdict.controllable ? null : failureOf(schedule, lowered, verdict.because.legs, party);
}

function failureOf(schedule: Schedule, lowered: Lowered, legs: readonly Leg[], party: string | null): Failure {
  const limits = new Set<Limit>();
  const waits = new Set<Limit>();
  for (const leg of legs) {
    // Edges beyond those of the limits hold a twin to its original.
    const limit = leg.kind === "edge" ? lowered.edges[leg.edge] : lowered.links[leg.link];
    if (limit === undefined) continue;
    limits.add(limit);
    if (leg.kind === "link") waits.add(limit);
  }
  const when = new Map<number, Premise>();
  for (const limit of limits) for (const premise of premisesOf(schedule, limit)) when.set(premise.question, premise);

  return { limits: [...limits], waits: [...waits], when: [...when.values()], party };
}
