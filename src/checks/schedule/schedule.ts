import type { Commitment, Condition, Duration, EventName } from "../../commitments/index.ts";

/** Which moment of an act or event. A lasting act has no completion that others could wait for: its start stands for it. */
export type MomentPoint = "start" | "completion" | "verified-completion" | "occurrence";

/** A point of time of the text: 0 is entry into force, day 0; 1 the day from which dates are counted; 2 is signature. */
export type Moment = {
  readonly kind: "entry-into-force" | "calendar" | "signature" | "act" | "event";
  /** The act whose start, completion or verified completion it is. */
  readonly act: Commitment | null;
  readonly point: MomentPoint;
  /** As a sentence names it: "entry into force"; of an act the words come from the act. */
  readonly says: string;
};

/** `to − from ≤ days`: what the text, or the order of things, allows. */
export type Limit = {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  /** `latest`: so many days after `from`; `earliest`: not before `-days` days after `to`; `order`: of itself. */
  readonly kind: "latest" | "earliest" | "order";
  /** The commitment that promises it, `null` for the order of things. */
  readonly act: Commitment | null;
  /** Label of the provision that says it, `""` for the order of things. */
  readonly label: string;
  /** Who keeps it where that is not the bearer: whoever verifies. */
  readonly by: readonly string[] | null;
  /** The length as the text counts it, `null` for the order of things. */
  readonly length: Duration | null;
  /** The date from which it is counted, YYYY-MM-DD; then `days` counts from the first day of the calendar. */
  readonly on: string | null;
  readonly when: readonly Premise[];
};

/** Something that the words leave open and that the days hang on: which value of a slot counts, or whether a condition holds. */
export type Question = {
  /** The commitment whose slot it is; `null` for a condition, which several may share. */
  readonly commitment: Commitment | null;
  /** Path of the slot: `window.after.point`. */
  readonly path: string;
  /** Each answer as a sentence names it. */
  readonly answers: readonly string[];
};

/** Numbers of the moments from which most others are counted: they hold together what else has nothing to do with one another. */
export const entryIntoForce = 0;
export const calendar = 1;
export const signature = 2;

export function isHub(moment: number): boolean {
  return moment <= signature;
}

/** One answer to one question, by number. A limit counts only where all its premises do. */
export type Premise = { readonly question: number; readonly answer: number };

/** When the acts of a text may and must happen, with what it leaves open. */
export type Schedule = {
  readonly moments: readonly Moment[];
  readonly limits: readonly Limit[];
  /** The times within which rights can be used; nobody is late who lets one lapse. */
  readonly rights: readonly Limit[];
  readonly questions: readonly Question[];
  /** Conditions of acts by commitment id, with the question each of their events is. */
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly questionOf: (event: EventName) => number | null;
  /** The moments of an act that are in the schedule. */
  readonly momentOf: (commitment: Commitment, point: MomentPoint) => number | null;
  /** When a verification of an act begins to watch; `null` where the words do not say. */
  readonly watchOf: (commitment: Commitment, verification: number) => number | null;
};

/** What tells one happening from another that a condition may name: its words in small letters, else what it is. */
export function happeningKey(event: EventName): string {
  return "words" in event ? event.words.toLowerCase() : JSON.stringify(event);
}
