import { unresolved } from "../../commitments/index.ts";
import type { Anchor, Commitment, EventName, EventRef, Point, Reading, Slot, Window } from "../../commitments/index.ts";
import { contextOf } from "../context.ts";
import { commitment, days, draftOf, reading, stated } from "../invented.ts";
import { rules } from "./list.ts";

// For tests of rules on words alone: one duty with nothing left open, changed slot by slot.

export const words = {
  "1": "Aland shall withdraw its heavy weapons.",
  "2": "Bland shall release the prisoners of Aland, and adopt adequate measures to do so.",
  "3": "The Mission shall verify the withdrawal.",
};
export const here = (provision: keyof typeof words): Anchor => ({ provision, start: 0, end: words[provision].length });

export function at(event: EventName, point: Slot<Point> = stated<Point>("occurrence")): EventRef {
  return { event, point };
}

export function window(more: Partial<Window>): Slot<Window> {
  return stated({
    after: unresolved(),
    earliest: unresolved(),
    latest: unresolved(),
    openEnded: "no",
    ordinal: false,
    words: "within 30 days",
    ...more,
  });
}

export function either<Value>(...values: readonly Value[]): Slot<Value> {
  return { kind: "ambiguous", alternatives: values.map((value) => ({ value, spans: [here("1")] })), declared: "no" };
}

export const dated = window({ after: stated(at({ kind: "signature" })), latest: days(30) });
/** A duty with nothing left open that a rule of structure asks. */
export const whole = commitment("1", ["Aland"], { spans: [here("1")], counterparty: stated(["Bland"]), window: dated });

export function find(rule: string, change: Partial<Commitment>, more: Partial<Reading> = {}): readonly string[] {
  const context = contextOf({
    draft: draftOf(words),
    reading: reading({ commitments: [{ ...whole, ...change }], ...more }),
    choices: {},
  });

  return rules
    .filter(({ name }) => name === rule)
    .flatMap((one) => one.find(context))
    .map(({ severity, provisions, missing }) => `${severity} ${provisions.join(",")} ${missing.join(",")}`.trim());
}

export const open = unresolved();
export const elections: EventName = { kind: "fact", words: "the elections" };
