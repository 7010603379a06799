import { oncePer } from "../../base/index.ts";
import type { Condition } from "../../commitments/index.ts";
import { isHub } from "./schedule.ts";
import type { Limit, Premise, Schedule } from "./schedule.ts";

/** Moments that hang together without the hubs: what is so between them does not depend on any other. */
export type Component = {
  /** Numbers of the moments, the hubs left out, ascending. */
  readonly moments: readonly number[];
  readonly limits: readonly Limit[];
  /** Numbers of the questions on which its limits hang, ascending. */
  readonly questions: readonly number[];
};

/** An answer to each question of a component, by number of the question. */
export type Answers = ReadonlyMap<number, number>;

/**
 * The parts of a schedule that can be asked apart: every way from one to another leads through entry into force, signature
 * or the calendar, and what ties these to one another is one part. Parts of one moment that plainly can be kept are
 * left out. O(limits α(moments)).
 */
export function componentsOf(schedule: Schedule): readonly Component[] {
  const { between, byRoot } = groupsOf(schedule);
  const asked = [...byRoot.values()].filter((limits) => !isPlain(limits));
  const bridges = asked.filter(isBridge);
  const apart = asked.filter((limits) => !isBridge(limits));
  const tied = bridges.length === 0 ? [] : [[...between, ...bridges.flat()]];

  return [...apart, ...tied].map((limits) => component(schedule, limits));
}

/** Everything that bears on the days between some moments. */
export function componentAround(schedule: Schedule, moments: readonly number[]): Component {
  const { rootOf, between, byRoot } = groupsOf(schedule);
  const roots = new Set(moments.filter((moment) => !isHub(moment)).map(rootOf));

  return component(schedule, [...between, ...[...roots].flatMap((root) => byRoot.get(root) ?? [])]);
}

type Groups = {
  readonly rootOf: (moment: number) => number;
  readonly byRoot: ReadonlyMap<number, readonly Limit[]>;
  /** Limits from hub to hub. */
  readonly between: readonly Limit[];
};

const groupsOf = oncePer((schedule: Schedule): Groups => {
  const rootOf = joinedMoments(schedule);
  const byRoot = new Map<number, Limit[]>();
  const between: Limit[] = [];
  for (const limit of schedule.limits) {
    const own = isHub(limit.from) ? limit.to : limit.from;
    if (isHub(own)) {
      between.push(limit);
      continue;
    }
    const root = rootOf(own);
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [limit]);
    else known.push(limit);
  }

  return { rootOf, byRoot, between };
});

/** For each moment one that stands for all that hang together with it, without the hubs. */
function joinedMoments({ moments, limits }: Schedule): (moment: number) => number {
  const parent = moments.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    for (let next = at; next !== root;) {
      const after = parent[next]!;
      parent[next] = root;
      next = after;
    }

    return root;
  };
  for (const { from, to } of limits) if (!isHub(from) && !isHub(to)) parent[rootOf(from)] = rootOf(to);

  return rootOf;
}

/** Moments that tie one hub to another. */
function isBridge(limits: readonly Limit[]): boolean {
  let first = -1;

  return limits.some(({ from, to }) => {
    const hub = isHub(from) ? from : isHub(to) ? to : -1;
    if (first === -1) first = hub;

    return hub !== -1 && hub !== first;
  });
}

/** One moment with one window that has a first day no later than its last, and nothing open. */
function isPlain(limits: readonly Limit[]): boolean {
  let latest = Infinity;
  let earliest = -Infinity;
  let hub = -1;
  for (const { from, to, days, when } of limits) {
    const isLatest = isHub(from);
    if ((!isLatest && !isHub(to)) || when.length > 0) return false;
    const own = isLatest ? from : to;
    if (hub !== -1 && hub !== own) return false;
    hub = own;
    if (isLatest) latest = Math.min(latest, days);
    else earliest = Math.max(earliest, -days);
  }

  return earliest <= latest;
}

function component(schedule: Schedule, limits: readonly Limit[]): Component {
  const moments = new Set(limits.flatMap(({ from, to }) => [from, to]));
  const questions = new Set(limits.flatMap((limit) => premisesOf(schedule, limit).map(({ question }) => question)));

  return { moments: inOrder(moments).filter((moment) => !isHub(moment)), limits, questions: inOrder(questions) };
}

function inOrder(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].toSorted((one, other) => one - other);
}

/** What must be so for a limit to count: the readings it stands under, and the questions that its act's condition asks. */
export function premisesOf(schedule: Schedule, { when, act }: Limit): readonly Premise[] {
  const condition = act === null ? undefined : schedule.conditions.get(act.id);

  return condition === undefined ? when : [...when, ...holding(schedule, condition, true)];
}

/** Answers under which a condition holds: for "or" those of its first part. */
function holding(schedule: Schedule, condition: Condition, isTrue: boolean): readonly Premise[] {
  if (condition.kind === "not") return holding(schedule, condition.of, !isTrue);
  if (condition.kind !== "event") return condition.of.flatMap((part) => holding(schedule, part, isTrue));
  const question = schedule.questionOf(condition.event.event);

  return question === null ? [] : [{ question, answer: isTrue ? 0 : 1 }];
}

/** Whether a limit counts under these answers. */
export function isActive(schedule: Schedule, { when, act }: Limit, answers: Answers): boolean {
  if (!when.every(({ question, answer }) => answers.get(question) === answer)) return false;
  const condition = act === null ? undefined : schedule.conditions.get(act.id);

  return condition === undefined || isMet(schedule, condition, answers);
}

function isMet(schedule: Schedule, condition: Condition, answers: Answers): boolean {
  switch (condition.kind) {
    case "not":
      return !isMet(schedule, condition.of, answers);
    case "and":
      return condition.of.every((part) => isMet(schedule, part, answers));
    case "or":
      return condition.of.some((part) => isMet(schedule, part, answers));
    case "event":
      return answers.get(schedule.questionOf(condition.event.event) ?? -1) === 0;
  }
}

/** With more than this many combinations, one answer at a time is tried against the first of all others. */
const mostScenarios = 2 ** 8;

/** Every combination of answers, at most 2⁸ of them; `isWhole` says whether these are all. */
export function scenariosOf(
  schedule: Schedule,
  { questions }: Component,
): { readonly scenarios: readonly Answers[]; readonly isWhole: boolean } {
  const counts = questions.map((question) => schedule.questions[question]?.answers.length ?? 1);
  const all = counts.reduce((product, count) => product * count, 1);
  const scenario = (chosen: readonly number[]): Answers =>
    new Map(questions.map((question, at) => [question, chosen[at] ?? 0]));
  const first = questions.map(() => 0);
  if (all > mostScenarios) {
    const others = counts.flatMap((count, place) =>
      Array.from({ length: count - 1 }, (_, more) => first.map((value, at) => (at === place ? more + 1 : value))),
    );

    return { scenarios: [first, ...others].map(scenario), isWhole: false };
  }
  let combinations: readonly (readonly number[])[] = [[]];
  for (const count of counts)
    combinations = combinations.flatMap((chosen) => Array.from({ length: count }, (_, at) => [...chosen, at]));

  return { scenarios: combinations.map(scenario), isWhole: true };
}
