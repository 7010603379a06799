import type { Choices } from "../text/index.ts";

export type Severity = "error" | "warning" | "note";

export type Grade = "E0" | "E1" | "E2" | "E3";

/** `day` counts from the breach (day 0); `null` where no day is stated. */
export type StoryLine = { readonly day: number | null; readonly text: string; readonly provision: string };

export type Repair = {
  /** The repair as a Treaty English line. */
  readonly says: string;
  /** Grade after it, `null` where no grade is at stake. */
  readonly grade: Grade | null;
  readonly days: number | null;
  readonly gradeBefore: Grade | null;
  /** Proposed change of the words: replace `removed` (may be empty) at the provision by `added`. */
  readonly edit: { readonly provision: string; readonly removed: string; readonly added: string } | null;
};

export type Finding = {
  /** Hash of rule, commitments, slot and reader; not of the story. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Labels, the place of the hole first. */
  readonly provisions: readonly string[];
  /** One sentence. */
  readonly says: string;
  readonly story: readonly StoryLine[];
  readonly repairs: readonly Repair[];
  readonly commitments: readonly string[];
  /** Reader, or "proposed". */
  readonly reading: string;
  /** The bracket choice or ambiguous value under which it holds, `null` where it holds in any. */
  readonly alternative: { readonly choices: Choices; readonly says: string } | null;
  readonly missing: readonly string[];
  readonly reliesOn: readonly string[];
  /** The reason, where an over-approximation was used. */
  readonly approximate: string | null;
  /** Where to point in the text: words of a provision. */
  readonly at: { readonly provision: string; readonly start: number; readonly end: number } | null;
};

export type GradeRow = {
  readonly commitment: string;
  readonly provision: string;
  readonly verifiable: boolean;
  readonly verifiableDays: number | null;
  readonly enforceable: Grade;
  readonly enforceableDays: number | null;
  readonly reliesOn: readonly string[];
  readonly missing: readonly string[];
};

/** How much a party can have given before another gives what it owes. */
export type ExposureRow = {
  readonly party: string;
  /** Id of the commitment that is the counter-performance. */
  readonly against: string;
  /** The most that can lie before it, in the reader's values, in acts where these have none; and what lies before it in any case. */
  readonly peak: number;
  readonly unavoidable: number;
  /** Days from the first of these acts to the day on which the party can stop; `null` where it cannot or none is stated. */
  readonly days: number | null;
};

export type Report = {
  readonly findings: readonly Finding[];
  readonly grades: readonly GradeRow[];
  /** In the order of the counter-performances in the text. */
  readonly exposure: readonly ExposureRow[];
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  /** Actors whose own duty to answer nobody can enforce. */
  readonly trustRoots: readonly string[];
  /** Options of open brackets that were not tried, because the text has too many of them. */
  readonly untried: number;
};
