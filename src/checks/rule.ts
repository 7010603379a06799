import { fingerprint } from "../base/index.ts";
import type { Commitment, Reading } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Judgement } from "./judge.ts";
import type { Memo } from "./memo.ts";

/** What a rule may look at: one draft, one reading of it, under one package of choices. */
export type Context = {
  readonly draft: Draft;
  readonly reading: Reading;
  /** The package: an option per bracket group; a group without one stands with its first option. */
  readonly choices: Choices;
  /** The reading's commitments that exist under the choices, in the order of the text. */
  readonly commitments: readonly Commitment[];
  /** Those of them that are primary (commitments.md, Role). */
  readonly primaries: readonly Commitment[];
  /** Ids of the commitments that are asked, `null` for all; the others stand around them. */
  readonly only: ReadonlySet<string> | null;
  /** Every reading that is checked together with this one, itself included. */
  readonly readings: readonly Reading[];
  /** What the rules propose for this draft, `null` where it is not to be compared. */
  readonly proposed: Reading | null;
  /** Days within which an answer to a breach is wanted, `null` where nobody said. */
  readonly answerWithin: number | null;
  /** Games already played, by shape. */
  readonly memo: Memo;
  /** What the enforcement game says of each primary obligation and prohibition, by commitment id. */
  readonly judgements: ReadonlyMap<string, Judgement>;
};

export type Family = "structure" | "verification" | "enforcement" | "guarantor" | "behaviour" | "temporal" | "exposure";

/** One question asked of a text. Its name is public and forever; its source stands in docs/sources.md under that name. */
export type Rule = {
  readonly name: string;
  readonly family: Family;
  /** `"text"`: asks the text as a whole, once; its findings belong to no single commitment. */
  readonly scope?: "text";
  readonly find: (context: Context) => readonly Finding[];
};

/** A finding of a rule about one slot of one commitment, with everything optional left empty. */
export function finding(
  context: Context,
  rule: string,
  severity: Severity,
  commitment: Commitment | null,
  says: string,
  more: Partial<Finding> & { readonly slot?: string } = {},
): Finding {
  const { slot = "", ...given } = more;
  const commitments = given.commitments ?? (commitment === null ? [] : [commitment.id]);
  const provisions = given.provisions ?? (commitment === null ? [] : [commitment.label]);
  const span = commitment?.spans[0];

  return {
    id: fingerprint([rule, commitments.join(","), slot, context.reading.reader].join("|")),
    rule,
    severity,
    provisions,
    says,
    story: [{ day: null, text: says, provision: provisions[0] ?? "" }],
    repairs: none,
    commitments,
    reading: context.reading.kind === "proposed" ? "proposed" : context.reading.reader,
    alternative: null,
    missing: none,
    reliesOn: none,
    approximate: null,
    at: span ?? null,
    ...given,
  };
}

const none: readonly never[] = [];
