import { isOpen, itemsIn, valuesOf } from "../commitments/index.ts";
import type { Commitment, EventRef } from "../commitments/index.ts";
import type { Grade } from "./finding.ts";
import { play, statedDay } from "./game.ts";
import type { Course, Game, Setting, Step } from "./game.ts";
import { fact, lower } from "./lower.ts";
import type { Enforcement } from "./lower.ts";
import { knownOf } from "./memo.ts";
import type { Context } from "./rule.ts";
import { scenariosOf } from "./scenarios.ts";
import { terrainOf } from "./terrain.ts";
import type { Terrain } from "./terrain.ts";

/** What the text answers when one actor breaks one commitment. */
export type Verdict = {
  readonly grade: Grade;
  /** Day of the answer after the breach; `null` where no day is stated, or none comes. */
  readonly days: number | null;
  /** The breach is established without the bearer, and performance without the other side. */
  readonly verifiable: boolean;
  readonly verifiableDays: number | null;
  /** For E2 everybody who alone can stop the answer; for E1 those who may act and need not. */
  readonly reliesOn: readonly string[];
};

export type Case = {
  readonly enforcement: Enforcement;
  readonly verdict: Verdict;
  /** The values taken where the words allow several, `null` where they do not. */
  readonly scenario: string | null;
};

/** A commitment judged for each actor that may break it and each meaning of its words; the grade told is the worst. */
export type Judgement = {
  readonly commitment: Commitment;
  /** Empty where nobody is named who owes it. */
  readonly cases: readonly Case[];
  /** The case that is told, `null` where there is none. */
  readonly worst: Case | null;
  readonly missing: readonly string[];
};

const inBreach = [fact.breached];
const inPerformance = [fact.performed];
const nobody: ReadonlySet<string> = new Set();

/**
 * Law: adding "shall" or dropping a consent never lowers a grade; more refusing never raises one. The same commitment
 * on the same ground is judged once.
 */
export function judge(context: Context, commitment: Commitment): Judgement {
  const terrain = terrainOf(context);
  if (restsOnActs(terrain, commitment)) return newJudgement(terrain, commitment);
  const { ground, memo } = terrain;
  const words = valuesOf(commitment.determination)
    .map(({ label }) => terrain.wordsOf(label))
    .join("\n");
  const known = memo.judgements.get(commitment) ?? [];
  const before = known.find((one) => one.ground === ground && one.words === words);
  if (before !== undefined) return before.judgement;
  const judgement = newJudgement(terrain, commitment);
  memo.judgements.set(commitment, [...known.slice(-groundsKept), { ground, words, judgement }]);

  return judgement;
}

const groundsKept = 16;

/** Whether an answer waits for the performance of other commitments, which are no part of the ground. */
function restsOnActs({ guarantees }: Terrain, { onBreach }: Commitment): boolean {
  const isAct = ({ event }: EventRef): boolean => event.kind === "act" || event.kind === "provision";

  return (
    onBreach.some(({ requires }) => requires.some(isAct)) ||
    guarantees.some(
      ({ trigger, effect }) =>
        valuesOf(trigger).some(isAct) || valuesOf(effect).some(({ requires }) => requires.some(isAct)),
    )
  );
}

function newJudgement(terrain: Terrain, commitment: Commitment): Judgement {
  const cases = scenariosOf(commitment).flatMap(({ commitment: meant, says }) =>
    terrain.cast.singles(itemsIn(meant.bearer)).map((bearer): Case => {
      const enforcement = lower(terrain, meant, bearer);

      return { enforcement, verdict: verdictOf(enforcement), scenario: says };
    }),
  );
  const { worst } = judgeCases(cases);

  return { commitment, cases, worst, missing: missingIn(commitment, worst) };
}

/** The case that is told: the worst, the first of several. */
export function judgeCases(cases: readonly Case[]): { readonly worst: Case | null } {
  let worst: Case | null = null;
  for (const one of cases) if (worst === null || isWorse(one.verdict, worst.verdict)) worst = one;

  return { worst };
}

/** Remembered by the shape of the game. */
export function verdictOf(enforcement: Enforcement): Verdict {
  const known = knownOf(enforcement);
  known.verdict ??= newVerdict(enforcement);

  return known.verdict;
}

function newVerdict({ game, accused, beneficiaries }: Enforcement): Verdict {
  const course = play(game, { defectors: accused, free: false, granted: inBreach });
  const kept = beneficiaries.every((beneficiary) => isCertifiedWithout(game, beneficiary));
  const established = course.days[fact.established]!;
  const verifiable = established !== Infinity && kept && (beneficiaries.length > 0 || isCertifiedWithout(game, null));
  const verdict = { verifiable, verifiableDays: verifiable ? statedDay(established) : null };
  if (course.days[fact.answered] !== Infinity) {
    const reliesOn = singlePoints(game, accused, course);
    const grade: Grade = reliesOn.length > 0 ? "E2" : "E3";

    return { grade, days: statedDay(course.days[fact.answered]!), reliesOn, ...verdict };
  }
  const hoped = play(game, { defectors: accused, free: true, granted: inBreach });
  const day = hoped.days[fact.answered]!;
  if (day === Infinity) return { grade: "E0", days: null, reliesOn: [], ...verdict };

  return { grade: "E1", days: statedDay(day), reliesOn: freeActorsOn(game, hoped, fact.answered), ...verdict };
}

/** Steps that lead to a fact, first things first; empty where it is never reached. */
export function pathTo(game: Game, course: Course, target: number): readonly Step[] {
  const found = new Set<number>();
  const open = [target];
  while (open.length > 0) {
    const at = course.by[open.pop()!]!;
    if (at === -1 || found.has(at)) continue;
    found.add(at);
    open.push(...game.steps[at]!.needs);
  }

  return [...found]
    .toSorted(
      (one, other) => course.days[game.steps[one]!.effect]! - course.days[game.steps[other]!.effect]! || one - other,
    )
    .map((at) => game.steps[at]!);
}

/** Everybody who acts, votes, agrees or may object on a path: nobody else can stop it. In order of the path. */
export function actorsOn(steps: readonly Step[], accused: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>();
  for (const step of steps) {
    if (step.actor !== null) names.add(step.actor);
    for (const name of step.consents) names.add(name);
    for (const vote of [step.vote, step.unless])
      if (vote !== null) {
        names.add(vote.body);
        for (const member of vote.members) {
          names.add(member.actor);
          if (member.votesAs !== null) names.add(member.votesAs);
        }
      }
    for (const { holder } of step.disabledBy) names.add(holder);
  }

  return [...names].filter((name) => !accused.has(name));
}

function singlePoints(game: Game, accused: ReadonlySet<string>, course: Course): readonly string[] {
  const path = pathTo(game, course, fact.answered);

  return actorsOn(path, accused).filter((name) => isStoppedBy(game, accused, [name]));
}

/** Whether the bound answer fails once these refuse too. */
export function isStoppedBy(game: Game, accused: ReadonlySet<string>, others: readonly string[]): boolean {
  const defectors = new Set([...accused, ...others]);

  return play(game, { defectors, free: false, granted: inBreach }).days[fact.answered] === Infinity;
}

function freeActorsOn(game: Game, course: Course, target: number): readonly string[] {
  const free = pathTo(game, course, target).filter((step) => step.actor !== null && !step.bound);

  return [...new Set(free.map((step) => step.actor!))];
}

/** The mirror: whether performance is established though this beneficiary refuses. */
export function isCertifiedWithout(game: Game, beneficiary: string | null, free = false): boolean {
  const defectors = beneficiary === null ? nobody : new Set([beneficiary]);

  return play(game, { defectors, free, granted: inPerformance }).days[fact.certified] !== Infinity;
}

/** The course of a breach with the given facts granted besides. */
export function courseOf(game: Game, setting: Omit<Setting, "granted">, granted: readonly number[] = []): Course {
  return play(game, { granted: [...inBreach, ...granted], ...setting });
}

const rank: Readonly<Record<Grade, number>> = { E0: 0, E1: 1, E2: 2, E3: 3 };

export function compareGrades(one: Grade, other: Grade): number {
  return rank[one] - rank[other];
}

/** A lower grade; then not verifiable; then a later day. */
export function isWorse(one: Verdict, other: Verdict): boolean {
  const grades = compareGrades(one.grade, other.grade);
  if (grades !== 0) return grades < 0;
  if (one.verifiable !== other.verifiable) return other.verifiable;
  const day = one.days ?? Infinity;

  return day > (other.days ?? Infinity);
}

/** Open slots on which the answer hangs: with them filled it might be another. */
function missingIn(commitment: Commitment, worst: Case | null): readonly string[] {
  if (worst === null) return ["bearer"];
  const { grade, verifiable } = worst.verdict;
  if (grade !== "E0" && verifiable) return [];
  const missing: string[] = [];
  if (commitment.verification.some((one) => isOpen(one.by))) missing.push("verification.by");
  if (grade !== "E0") return missing;
  if (commitment.onBreach.length > 0 && isOpen(commitment.determination)) missing.push("determination");
  if (commitment.onBreach.some((one) => isOpen(one.by))) missing.push("onBreach.by");

  return missing;
}
