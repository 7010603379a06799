import type { Duration, EventRef, Window } from "../event.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { anchorsSince, fail, isNext, stated, take, takeOne } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { printWindow } from "./print-window.ts";
import { readDuration, readEvent, readInteger } from "./read-event.ts";

const windowForms = [
  "WITHIN n DAYS",
  "NO LATER THAN n DAYS",
  "NOT BEFORE n DAYS",
  "BETWEEN DAY n AND DAY n",
  "ON date",
  "BY date",
  "AFTER event",
  "AS SOON AS POSSIBLE",
  "PROMPTLY",
  "NO DEADLINE",
];
const vague = [
  { says: "AS SOON AS POSSIBLE", openEnded: "as-soon-as-possible" },
  { says: "PROMPTLY", openEnded: "promptly" },
  { says: "WITHIN A REASONABLE TIME", openEnded: "reasonable" },
] as const;
const now: Duration = { amount: 0, unit: "days", calendar: null };

type Ends = Pick<Window, "earliest" | "latest" | "ordinal">;

/** Whether a clause of time begins here. `ON BREACH` is none, nor is `BY` before a rule of decision. */
export function isWindow(cursor: Cursor): boolean {
  if (isNext(cursor, "ON BREACH") || isNext(cursor, "ON SILENCE") || isNext(cursor, "ON A TIE")) return false;

  return (
    ["WITHIN", "NO LATER THAN", "NOT BEFORE", "BETWEEN", "ON", "BY", "AFTER", "NO DEADLINE", "PROMPTLY"].some((word) =>
      isNext(cursor, word),
    ) || isNext(cursor, "AS SOON AS POSSIBLE")
  );
}

/** A clause of time with its anchor; `words` is its canonical form. */
export function readWindow(cursor: Cursor): Window | null {
  const window = readForm(cursor);

  return window === null ? null : { ...window, words: printWindow(window) };
}

type Form = Omit<Window, "words">;

function readForm(cursor: Cursor): Form | null {
  const from = cursor.at;
  const loose = takeOne(cursor, vague);
  if (loose !== null) {
    const ends: Ends = {
      earliest: notApplicable("no first day is said"),
      latest: unresolved(...anchorsSince(cursor, from)),
      ordinal: false,
    };

    return withAnchor(cursor, { ...ends, openEnded: loose.openEnded }, notApplicable("no event is named"));
  }
  if (take(cursor, "NO DEADLINE")) {
    const ends: Ends = {
      earliest: notApplicable("no first day is said"),
      latest: stated(cursor, "none", from),
      ordinal: false,
    };

    return withAnchor(cursor, { ...ends, openEnded: "no" }, notApplicable("no event is named"));
  }
  if (take(cursor, "WITHIN")) return readWithin(cursor, from);
  if (take(cursor, "NO LATER THAN")) return readLimit(cursor, from, "latest");
  if (take(cursor, "BY")) return readLimit(cursor, from, "latest");
  if (take(cursor, "NOT BEFORE")) return readLimit(cursor, from, "earliest");
  if (take(cursor, "BETWEEN")) return readBetween(cursor);
  if (take(cursor, "ON")) return readOn(cursor, from);
  if (!isNext(cursor, "AFTER")) return fail(cursor, windowForms);
  const ends: Ends = { earliest: stated(cursor, now, from), latest: unresolved(), ordinal: false };

  return withAnchor(cursor, { ...ends, openEnded: "no" }, unresolved());
}

function readWithin(cursor: Cursor, from: number): Form | null {
  const latest = readDurations(cursor);
  if (latest === null)
    return fail(cursor, [
      "n DAYS",
      "n HOURS",
      "n WEEKS",
      "n MONTHS",
      "n WORKING DAYS IN calendar",
      "A REASONABLE TIME",
    ]);
  const ends: Ends = { earliest: stated(cursor, now, from), latest, ordinal: false };

  return withAnchor(cursor, { ...ends, openEnded: "no" }, unresolved());
}

/** `NO LATER THAN 5 DAYS AFTER …`, `NO LATER THAN DAY 5 OF …`, `BY 2026-03-01`, `NOT BEFORE COMPLETION OF …`. */
function readLimit(cursor: Cursor, from: number, which: "earliest" | "latest"): Form | null {
  const day = readDay(cursor);
  const length = day ?? readDurations(cursor);
  const other = which === "latest" ? notApplicable("no first day is said") : null;
  const limits = (value: Slot<Duration>): Pick<Window, "earliest" | "latest"> =>
    other === null ? { earliest: value, latest: stated(cursor, "none", from) } : { earliest: other, latest: value };
  if (length !== null)
    return withAnchor(cursor, { ...limits(length), ordinal: day !== null, openEnded: "no" }, unresolved());
  const after = readAnchorEvent(cursor);

  return after === null ? null : { after, ...limits(stated(cursor, now, from)), ordinal: false, openEnded: "no" };
}

function readBetween(cursor: Cursor): Form | null {
  const day = readDay(cursor);
  const earliest = day ?? readDurations(cursor);
  if (earliest === null || !take(cursor, "AND")) return fail(cursor, ["DAY n AND DAY n", "n DAYS AND n DAYS"]);
  const latest = day === null ? readDurations(cursor) : readDay(cursor);
  if (latest === null) return fail(cursor, day === null ? ["n DAYS"] : ["DAY n"]);

  return withAnchor(cursor, { earliest, latest, ordinal: day !== null, openEnded: "no" }, unresolved());
}

function readOn(cursor: Cursor, from: number): Form | null {
  const day = readDay(cursor);
  if (day !== null)
    return withAnchor(cursor, { earliest: day, latest: day, ordinal: true, openEnded: "no" }, unresolved());
  const after = readAnchorEvent(cursor);
  if (after === null) return null;
  const at = stated(cursor, now, from);

  return { after, earliest: at, latest: at, ordinal: false, openEnded: "no" };
}

/** `DAY 5` is the fifth day, the day itself being the first; `?DAY 5` leaves open whether it counts. */
function readDay(cursor: Cursor): Slot<Duration> | null {
  const from = cursor.at;
  const isOpen = take(cursor, "?DAY");
  if (!isOpen && !take(cursor, "DAY")) return null;
  const amount = readInteger(cursor);
  if (amount === null || amount === 0) {
    fail(cursor, ["a number from 1"]);

    return unresolved(...anchorsSince(cursor, from));
  }
  const days = (count: number): Duration => ({ amount: count, unit: "days", calendar: null });
  if (!isOpen) return stated(cursor, days(amount - 1), from);
  const spans = anchorsSince(cursor, from);

  return {
    kind: "ambiguous",
    alternatives: [amount - 1, amount].map((count) => ({ value: days(count), spans })),
    declared: "no",
  };
}

/** `30 DAYS`, or `4 OR 5 DAYS` where the words allow both. */
function readDurations(cursor: Cursor): Slot<Duration> | null {
  const from = cursor.at;
  const single = readDuration(cursor);
  if (single !== null && !isNext(cursor, "OR")) return stated(cursor, single, from);
  cursor.at = from;
  const found: { readonly amount: number; readonly own: Duration | null }[] = [];
  for (;;) {
    const own = readDuration(cursor);
    const amount = own === null ? readInteger(cursor) : own.amount;
    if (amount === null) break;
    found.push({ amount, own });
    if (found.length >= 8 || !take(cursor, "OR")) break;
  }
  const last = found.at(-1)?.own ?? null;
  if (last === null) {
    cursor.at = from;

    return null;
  }
  const spans = anchorsSince(cursor, from);
  const alternatives = found.map(({ amount, own }) => ({ value: own ?? { ...last, amount }, spans }));

  return { kind: "ambiguous", alternatives, declared: "no" };
}

function withAnchor(cursor: Cursor, ends: Omit<Form, "after">, without: Slot<EventRef>): Form | null {
  const hasAnchor = take(cursor, "AFTER") || take(cursor, "OF") || take(cursor, "FROM");
  if (!hasAnchor) return { ...ends, after: without };
  const after = readAnchorEvent(cursor);

  return after === null ? null : { ...ends, after };
}

/** An event, or several with OR where the words allow each. */
export function readAnchorEvent(cursor: Cursor): Slot<EventRef> | null {
  const from = cursor.at;
  const first = readEvent(cursor, "clock");
  if (first === null) return null;
  const found = [first];
  while (found.length < 8 && take(cursor, "OR")) {
    const next = readEvent(cursor, "clock");
    if (next === null) return null;
    found.push(next);
  }
  if (found.length === 1) return stated(cursor, first, from);
  const spans = anchorsSince(cursor, from);

  return { kind: "ambiguous", alternatives: found.map((value) => ({ value, spans })), declared: "no" };
}

/** `WITHIN 14 DAYS` where only a length of time can stand. */
export function readLength(cursor: Cursor): Duration | null {
  if (!take(cursor, "WITHIN") && !take(cursor, "NO LATER THAN")) return null;

  return readDuration(cursor) ?? fail(cursor, ["n DAYS"]);
}
