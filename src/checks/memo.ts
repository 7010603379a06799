import type { Seen } from "../base/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Course, Step, Vote } from "./game.ts";
import type { Judgement, Verdict } from "./judge.ts";
import type { Enforcement } from "./lower.ts";

/** What has been found out about games of one shape, whatever provisions they come from. */
export type Known = {
  verdict: Verdict | null;
  /** The verdict if consent that the words do not mention is needed. */
  asked: Verdict | null;
  readonly courses: Map<string, Course>;
  /** Answers to further questions about the game, by the question. */
  readonly answers: Map<string, boolean>;
  /** Verdicts under changes of the text, by the line that says the change. */
  readonly changed: Map<string, Verdict>;
};

/** Kept by a checker from one check to the next. */
export type Memo = {
  /** Games by shape; one that the last check did not meet is dropped. */
  known: Map<string, Known>;
  used: Map<string, Known>;
  /** What each commitment was judged to be, with what the judgement rests on besides. */
  readonly judgements: WeakMap<Commitment, KnownJudgement[]>;
  readonly grounds: Seen;
};

/** A judgement on one ground (`Terrain.ground`), with the words of the clause that determines. */
export type KnownJudgement = { readonly ground: object; readonly words: string; readonly judgement: Judgement };

export function emptyMemo(): Memo {
  return { known: new Map(), used: new Map(), judgements: new WeakMap(), grounds: new Map() };
}

/** Forgets the shapes that the check just done did not meet. */
export function forgetUnused(memo: Memo): void {
  memo.known = memo.used;
  memo.used = new Map();
}

const knownByGame = new WeakMap<Enforcement, Known>();

/** What is known of this game or of one of the same shape: actors, days, needs and votes, but no labels and no words. */
export function knownOf(enforcement: Enforcement): Known {
  let known = knownByGame.get(enforcement);
  if (known !== undefined) return known;
  const { memo } = enforcement;
  const shape = shapeOf(enforcement);
  known = memo.used.get(shape) ?? memo.known.get(shape) ?? nothingKnown();
  memo.used.set(shape, known);
  knownByGame.set(enforcement, known);

  return known;
}

function nothingKnown(): Known {
  return { verdict: null, asked: null, courses: new Map(), answers: new Map(), changed: new Map() };
}

/** A yes or no about the game, found out once for each shape. */
export function isTrueOf(enforcement: Enforcement, question: string, ask: () => boolean): boolean {
  const { answers } = knownOf(enforcement);
  let answer = answers.get(question);
  if (answer === undefined) {
    answer = ask();
    answers.set(question, answer);
  }

  return answer;
}

function shapeOf({ game, bearer, accused, beneficiaries }: Enforcement): string {
  let shape = `${game.facts};${bearer};${[...accused].join()};${beneficiaries.join()}`;
  for (const step of game.steps) shape += stepShape(step);

  return shape;
}

function stepShape(step: Step): string {
  const who = `${step.actor ?? ""}${step.bound ? "!" : "?"}${step.consents.join()}`;
  const votes = `${step.vote === null ? "" : voteShape(step.vote)}/${step.unless === null ? "" : voteShape(step.unless)}`;
  const enders =
    step.disabledBy.length === 0 ? "" : step.disabledBy.map(({ holder, after }) => `${holder}${after}`).join();

  return `|${step.kind};${step.needs.join()}>${step.effect};${step.days ?? ""};${who};${votes};${enders}`;
}

const voteShapes = new WeakMap<Vote, string>();

function voteShape(vote: Vote): string {
  let shape = voteShapes.get(vote);
  if (shape === undefined) {
    shape = JSON.stringify(vote);
    voteShapes.set(vote, shape);
  }

  return shape;
}
