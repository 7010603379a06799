import type { Reading } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { exists, packageOf } from "./chosen.ts";
import { designated } from "./designations.ts";
import { duties } from "./hole.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judge.ts";
import { emptyMemo } from "./memo.ts";
import type { Memo } from "./memo.ts";
import type { Context } from "./rule.ts";

/** One reading of one draft under one package, judged. */
export type Question = {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly choices: Choices;
  readonly readings?: readonly Reading[];
  readonly answerWithin?: number | null;
  /** What the rules propose for the same draft, where it is to be compared. */
  readonly proposed?: Reading | null;
  /** Games already played; by default none. */
  readonly memo?: Memo;
  /** Ids of the commitments that are asked; absent, all are. The others still stand in the text around them. */
  readonly only?: ReadonlySet<string>;
};

export function contextOf(question: Question): Context {
  const { draft, only } = question;
  const reading = designated(question.reading);
  const choices = packageOf(draft, question.choices);
  const commitments = reading.commitments.filter((commitment) => exists(commitment.requires, choices));
  const judgements = new Map<string, Judgement>();
  const context: Context = {
    draft,
    reading,
    choices,
    commitments,
    primaries: commitments.filter(({ id, role }) => role === "primary" && (only === undefined || only.has(id))),
    only: only ?? null,
    readings: (question.readings ?? [question.reading]).map(designated),
    proposed: question.proposed ?? null,
    answerWithin: question.answerWithin ?? reading.answerWithin,
    memo: question.memo ?? emptyMemo(),
    judgements,
  };
  for (const commitment of duties(context)) judgements.set(commitment.id, judge(context, commitment));

  return context;
}
