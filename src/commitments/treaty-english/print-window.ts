import type { Duration, Window } from "../event.ts";
import { valuesOf } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { printDuration, printEvent } from "./print-event.ts";

/**
 * A window as a Treaty English clause: `WITHIN 30 DAYS AFTER COMPLETION OF [4.1]`.
 *
 * Total: alternatives stand with OR or a question mark; a window of which nothing is known is `UNRESOLVED WINDOW`.
 * Law: reading the clause of a window that was read from Treaty English gives that window.
 */
export function printWindow(window: Omit<Window, "words">): string {
  const after = printAfter(window);
  const counted = after === "" ? "" : ` AFTER ${after}`;
  switch (window.openEnded) {
    case "as-soon-as-possible":
      return `AS SOON AS POSSIBLE${counted}`;
    case "promptly":
      return `PROMPTLY${counted}`;
    case "reasonable":
      return `WITHIN A REASONABLE TIME${counted}`;
    case "no":
      return (window.ordinal ? printDays(window, after) : null) ?? printLengths(window, after);
  }
}

/** Forms with `DAY n`; `null` where the days cannot be written so. */
function printDays(window: Omit<Window, "words">, after: string): string | null {
  const earliest = printDay(window.earliest);
  const latest = printDay(window.latest);
  const counted = after === "" ? "" : ` OF ${after}`;
  if (latest === null)
    return earliest !== null && valuesOf(window.latest).includes("none") ? `NOT BEFORE ${earliest}${counted}` : null;
  if (earliest === null) return valuesOf(window.earliest).length === 0 ? `NO LATER THAN ${latest}${counted}` : null;

  return earliest === latest ? `ON ${latest}${counted}` : `BETWEEN ${earliest} AND ${latest}${counted}`;
}

function printDay(slot: Slot<Duration | "none">): string | null {
  const lengths = lengthsOf(slot);
  const [first, second, ...more] = lengths;
  if (first === undefined || more.length > 0 || lengths.some(({ unit }) => unit !== "days")) return null;
  if (second === undefined) return `DAY ${first.amount + 1}`;

  return second.amount === first.amount + 1 ? `?DAY ${second.amount}` : null;
}

function printLengths(window: Omit<Window, "words">, after: string): string {
  const counted = after === "" ? "" : ` AFTER ${after}`;
  const earliest = printLength(window.earliest);
  const latest = printLength(window.latest);
  const beginsAtOnce = isZero(window.earliest);
  const hasNoEnd = valuesOf(window.latest).includes("none");
  if (latest === null) {
    if (hasNoEnd && earliest === null) return `NO DEADLINE${counted}`;
    if (hasNoEnd) return beginsAtOnce && after !== "" ? `NOT BEFORE ${after}` : `NOT BEFORE ${earliest}${counted}`;
    if (after === "") return earliest === null || beginsAtOnce ? "UNRESOLVED WINDOW" : `NOT BEFORE ${earliest}`;

    return earliest === null || beginsAtOnce ? `AFTER ${after}` : `NOT BEFORE ${earliest}${counted}`;
  }
  const isAtOnce = isZero(window.latest) && after !== "";
  if (beginsAtOnce) return isAtOnce ? `ON ${after}` : `WITHIN ${latest}${counted}`;
  if (earliest === null) return isAtOnce ? `BY ${after}` : `NO LATER THAN ${latest}${counted}`;

  return `BETWEEN ${earliest} AND ${latest}${counted}`;
}

function printLength(slot: Slot<Duration | "none">): string | null {
  const lengths = lengthsOf(slot);
  const last = lengths.at(-1);
  if (last === undefined) return null;
  const isSame = lengths.every(({ unit, calendar }) => unit === last.unit && calendar === last.calendar);
  if (!isSame) return lengths.map(printDuration).join(" OR ");

  return [...lengths.slice(0, -1).map(({ amount }) => amount), printDuration(last)].join(" OR ");
}

function lengthsOf(slot: Slot<Duration | "none">): readonly Duration[] {
  return valuesOf(slot).filter((length) => length !== "none");
}

/** No time at all, counted in days: the way `ON`, `BY` and `WITHIN` write it. */
function isZero(slot: Slot<Duration | "none">): boolean {
  const [first, ...more] = lengthsOf(slot);

  return first?.amount === 0 && first.unit === "days" && more.length === 0;
}

function printAfter(window: Omit<Window, "words">): string {
  return valuesOf(window.after)
    .map((event) => printEvent(event))
    .join(" OR ");
}
