import type { DecisionRule } from "../commitments/index.ts";

/** A decision that members take by votes. Weights are votes; `threshold` and `quorum` are weights too. */
export type Vote = {
  readonly body: string;
  readonly members: readonly { readonly actor: string; readonly weight: number; readonly votesAs: string | null }[];
  /** `null`: the text does not say how it decides; then one refusing member may be enough, and nobody may rely on it. */
  readonly rule: DecisionRule | null;
  readonly threshold: number | null;
  readonly quorum: number | null;
};

/** What a step does in the story of a breach. */
export type StepKind =
  | "look"
  | "report"
  | "relay"
  | "request"
  | "determine"
  | "silence"
  | "notify"
  | "decide"
  | "event"
  | "answer";

/** All `needs` together bring about `effect`, after `days`, if whoever must act, agree and vote does. */
export type Step = {
  readonly kind: StepKind;
  readonly effect: number;
  /** Never empty: every step needs at least that the text is in force. */
  readonly needs: readonly number[];
  /** Worst-case days; `null` where no length is stated. */
  readonly days: number | null;
  /** `null`: it happens of itself. */
  readonly actor: string | null;
  /** "shall", not "may". */
  readonly bound: boolean;
  /** Whose consent or access it needs. */
  readonly consents: readonly string[];
  readonly vote: Vote | null;
  /** Who may stop it by deciding otherwise. */
  readonly unless: Vote | null;
  /** Who may suspend or end it, and how many days after the breach that takes effect at the earliest. */
  readonly disabledBy: readonly { readonly holder: string; readonly after: number }[];
  /** Label of the provision that says it. */
  readonly label: string;
  /** What happens, as a sentence. */
  readonly says: string;
};

/** Facts are numbers below `facts`; those of `start` hold on day 0. */
export type Game = { readonly facts: number; readonly start: readonly number[]; readonly steps: readonly Step[] };

/** Who refuses whatever it may or must do, and whether others take the steps that they may, not must, take. */
export type Setting = {
  readonly defectors: ReadonlySet<string>;
  readonly free: boolean;
  /** Facts granted on day 0 besides the game's own. */
  readonly granted?: readonly number[];
};

/** When each fact is established at the latest, and by which step. */
export type Course = {
  /** Day per fact: `Infinity` never; at or above `unstatedDay` reached, on no stated day. */
  readonly days: Float64Array;
  /** Step per fact, -1 for a start fact or one that is never reached. */
  readonly by: Int32Array;
};

/** One step without a stated length adds this much, so that a course with stated days is always preferred. */
export const unstatedDay = 2 ** 32;

/**
 * The earliest day by which every fact is established when `defectors` refuse everything: a reachability game on
 * facts and steps, solved by settling facts in order of their day and counting down each step's unmet needs.
 *
 * t(fact) = min over live steps of (max over needs of t(need)) + days. More facts never hurt, so fixed choices
 * suffice. O(E log V). Ties: the lower fact, then the lower step. Law: equal to the naive fixpoint.
 * Source: Knuth 1977 (docs/sources.md#enforcement-game).
 */
export function play(game: Game, setting: Setting): Course {
  const { facts, steps } = game;
  const { first, next, step: stepOf, needs } = needsOf(game);
  const days = new Float64Array(facts).fill(Infinity);
  const by = new Int32Array(facts).fill(-1);
  const waiting = needs.slice();
  const settled = new Uint8Array(facts);
  const queue = queueFor(facts + steps.length);
  const begin = (fact: number): void => {
    if (days[fact] === 0) return;
    days[fact] = 0;
    queue.push(0, fact);
  };
  for (const fact of game.start) begin(fact);
  for (const fact of setting.granted ?? []) begin(fact);
  while (queue.size > 0) {
    const fact = queue.pop();
    if (settled[fact] === 1) continue;
    settled[fact] = 1;
    const day = days[fact]!;
    for (let link = first[fact]!; link !== -1; link = next[link]!) {
      const at = stepOf[link]!;
      waiting[at] = waiting[at]! - 1;
      if (waiting[at] > 0) continue;
      const step = steps[at]!;
      if (settled[step.effect] === 1) continue;
      const done = day + (step.days ?? unstatedDay);
      const known = days[step.effect]!;
      if (done > known || (done === known && (by[step.effect] === -1 || by[step.effect]! <= at))) continue;
      if (!isLive(step, setting) || isDisabled(step, done, setting)) continue;
      days[step.effect] = done;
      by[step.effect] = at;
      queue.push(done, step.effect);
    }
  }

  return { days, by };
}

/** The day as a report shows it: an integer, or `null` for "reached, on no stated day" and for "never". */
export function statedDay(day: number): number | null {
  return day < unstatedDay ? day : null;
}

/** Whether a step is taken once its needs are met: nobody needed for it refuses, and it is owed or freely taken. */
export function isLive(step: Step, { defectors, free }: Setting): boolean {
  if (step.actor !== null && !step.bound && !free) return false;
  if (defectors.size === 0) return true;
  if (step.actor !== null && defectors.has(step.actor)) return false;
  if (step.consents.some((name) => defectors.has(name))) return false;
  if (step.vote !== null && !carries(step.vote, defectors)) return false;

  return step.unless === null || !canDecideAlone(step.unless, defectors);
}

/** A defector may end the step before it is done; where the power takes effect later than that, it comes too late. */
export function isDisabled(step: Step, done: number, { defectors }: Setting): boolean {
  return step.disabledBy.some(({ holder, after }) => defectors.has(holder) && done > after);
}

/** Whether those who do not refuse can adopt the decision. */
export function carries(vote: Vote, defectors: ReadonlySet<string>): boolean {
  if (defectors.has(vote.body)) return false;
  if (vote.members.length === 0) return true;
  const { total, inside } = weights(vote, defectors);
  if (inside === 0) return true;
  const outside = total - inside;
  if (outside < (vote.quorum ?? 0)) return false;
  switch (vote.rule) {
    case null:
    case "consensus":
    case "unanimity":
      return false;
    case "any-member":
      return outside > 0;
    case "chair-decides":
      return !refuses(chairOf(vote), defectors);
    case "majority":
      return vote.threshold === null ? outside * 2 > total : outside >= vote.threshold;
    case "qualified-majority":
      return vote.threshold === null ? outside * 3 >= total * 2 : outside >= vote.threshold;
  }
}

/** How many votes are missing; 0 where votes are not what is missing. */
export function votesShort(vote: Vote, defectors: ReadonlySet<string>): number {
  const { total, inside } = weights(vote, defectors);
  const needed = Math.max(vote.quorum ?? 0, votesNeeded(vote, total));

  return Math.max(0, needed - (total - inside));
}

/** Whether the defectors by themselves can adopt a decision that stops a step. */
function canDecideAlone(vote: Vote, defectors: ReadonlySet<string>): boolean {
  if (defectors.has(vote.body)) return true;
  if (vote.members.length === 0) return false;
  const { total, inside } = weights(vote, defectors);
  if (inside === 0 || inside < (vote.quorum ?? 0)) return false;
  if (vote.rule === "any-member") return true;
  if (vote.rule === "chair-decides") return refuses(chairOf(vote), defectors);

  return inside >= votesNeeded(vote, total);
}

function votesNeeded(vote: Vote, total: number): number {
  switch (vote.rule) {
    case null:
    case "consensus":
    case "unanimity":
      return total;
    case "any-member":
    case "chair-decides":
      return 0;
    case "majority":
      return vote.threshold ?? Math.floor(total / 2) + 1;
    case "qualified-majority":
      return vote.threshold ?? Math.ceil((total * 2) / 3);
  }
}

type Member = Vote["members"][number];

function refuses(member: Member, defectors: ReadonlySet<string>): boolean {
  return defectors.has(member.actor) || (member.votesAs !== null && defectors.has(member.votesAs));
}

function weights(vote: Vote, defectors: ReadonlySet<string>): { readonly total: number; readonly inside: number } {
  let total = 0;
  let inside = 0;
  for (const member of vote.members) {
    total += member.weight;
    if (refuses(member, defectors)) inside += member.weight;
  }

  return { total, inside };
}

/** The member called a chair; a body that names none is decided by the member named last. */
function chairOf(vote: Vote): Member {
  const chair = vote.members.find((member) => /\bchair|\bpresident|\bhead\b/i.test(member.actor));

  return chair ?? vote.members.at(-1)!;
}

/** For every fact the steps that need it, as linked lists, and how many needs each step waits for. */
type Needs = {
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly step: Int32Array;
  readonly needs: Int32Array;
};

const needsByGame = new WeakMap<Game, Needs>();

function needsOf(game: Game): Needs {
  let needs = needsByGame.get(game);
  if (needs === undefined) {
    needs = stepsByNeed(game);
    needsByGame.set(game, needs);
  }

  return needs;
}

function stepsByNeed({ facts, steps }: Game): Needs {
  let links = 0;
  for (const step of steps) links += step.needs.length;
  const first = new Int32Array(facts).fill(-1);
  const next = new Int32Array(links);
  const step = new Int32Array(links);
  const needs = new Int32Array(steps.length);
  let link = 0;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    needs[at] = steps[at]!.needs.length;
    for (const need of steps[at]!.needs) {
      next[link] = first[need]!;
      step[link] = at;
      first[need] = link;
      link += 1;
    }
  }

  return { first, next, step, needs };
}

/** One queue serves every game in turn: it is empty whenever a game ends. */
let shared: Queue | null = null;

function queueFor(room: number): Queue {
  if (shared === null || shared.room < room) shared = new Queue(Math.max(64, room * 2));
  shared.size = 0;

  return shared;
}

/** A binary heap of facts by day, then by number. */
class Queue {
  readonly room: number;
  size = 0;
  private days: Float64Array;
  private facts: Int32Array;

  constructor(room: number) {
    this.room = room;
    this.days = new Float64Array(room + 1);
    this.facts = new Int32Array(room + 1);
  }

  push(day: number, fact: number): void {
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isAfter(parent, day, fact)) break;
      this.days[at] = this.days[parent]!;
      this.facts[at] = this.facts[parent]!;
      at = parent;
    }
    this.days[at] = day;
    this.facts[at] = fact;
  }

  pop(): number {
    const top = this.facts[0]!;
    this.size -= 1;
    const day = this.days[this.size]!;
    const fact = this.facts[this.size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.isAfter(child, this.days[child + 1]!, this.facts[child + 1]!)) child += 1;
      if (!this.isBefore(child, day, fact)) break;
      this.days[at] = this.days[child]!;
      this.facts[at] = this.facts[child]!;
      at = child;
    }
    this.days[at] = day;
    this.facts[at] = fact;

    return top;
  }

  private isAfter(at: number, day: number, fact: number): boolean {
    return this.days[at]! > day || (this.days[at] === day && this.facts[at]! > fact);
  }

  private isBefore(at: number, day: number, fact: number): boolean {
    return this.days[at]! < day || (this.days[at] === day && this.facts[at]! < fact);
  }
}
