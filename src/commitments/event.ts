import type { Slot } from "./slot.ts";

/** Which moment of an event counts. `occurrence` only for events without extent (signature, report, a date). */
export type Point = "start" | "completion" | "verified-completion" | "occurrence";

export type EventName =
  | { readonly kind: "signature" }
  | { readonly kind: "entry-into-force" }
  /** `on` is YYYY-MM-DD; hour and zone as the text writes them. */
  | { readonly kind: "date"; readonly on: string; readonly hour: string | null; readonly zone: string | null }
  /** Performance of one commitment of the same reading. */
  | { readonly kind: "act"; readonly commitment: string }
  /** What a provision obliges to, by label: `[4.1]`. */
  | { readonly kind: "provision"; readonly label: string }
  /** A breach, determination, report, notification, request or decision within the text's own machinery. */
  | {
      readonly kind: "breach" | "determination" | "report" | "notification" | "request" | "decision" | "consent";
      readonly by: string | null;
      readonly words: string;
    }
  /** Anything else, in the text's words. */
  | { readonly kind: "fact"; readonly words: string };

export type EventRef = { readonly event: EventName; readonly point: Slot<Point> };

/** Months and years are calendar ones; their length in days depends on the day they start. */
export type Duration = {
  readonly amount: number;
  readonly unit: "hours" | "days" | "working-days" | "weeks" | "months" | "years";
  /** The calendar that names the holidays, for working days. */
  readonly calendar: string | null;
};

/** When something may or must happen, counted from an event. */
export type Window = {
  /** What it is counted from. A date is an event. */
  readonly after: Slot<EventRef>;
  readonly earliest: Slot<Duration>;
  /** `none`: the words give no last day. */
  readonly latest: Slot<Duration | "none">;
  readonly openEnded: "no" | "as-soon-as-possible" | "promptly" | "reasonable";
  /** "day N of": whether day 1 counts the day itself must be said somewhere. */
  readonly ordinal: boolean;
  /** The window as the text writes it. */
  readonly words: string;
};

export type Condition =
  | { readonly kind: "event"; readonly event: EventRef; readonly words: string }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] };

/** A condition in words: the text's own for each event, joined by "and", "or", "not". */
export function conditionWords(condition: Condition): string {
  if (condition.kind === "event") return condition.words;
  if (condition.kind === "not") return `not ${conditionWords(condition.of)}`;

  return condition.of.map(conditionWords).join(` ${condition.kind} `);
}

/** The events that must come about for a condition to hold, in its order; what must not happen is granted. */
export function awaitedEvents(condition: Condition): readonly EventRef[] {
  if (condition.kind === "event") return [condition.event];

  return condition.kind === "not" ? [] : condition.of.flatMap(awaitedEvents);
}
