import type { Duration } from "../event.ts";
import { type Slot, unresolved } from "../slot.ts";
import { cardinal, numberOf } from "./numbers.ts";
import { anchorsOf, type Passage } from "./passage.ts";

/** Pattern of a unit of time. */
export const unit = "(?:(?:working|business|calendar|consecutive|clear) )?(?:hour|day|week|month|year)s?";

/** Pattern of a length of time: number and unit. */
export const length = `(?<n>${cardinal})[ -](?<unit>${unit})`;

/** A length of time such as "thirty (30) days" anywhere in some words, as a slot of a passage. */
export function durationIn(passage: Passage, start: number, end: number): Slot<Duration> {
  const match = new RegExp(`(?<![\\p{L}-])${length}`, "iu").exec(passage.text.slice(start, end));
  const duration = match === null ? null : durationOf(match);
  const spans = anchorsOf(passage, start + (match?.index ?? 0), start + (match?.index ?? 0) + (match?.[0].length ?? 0));
  if (duration === null) return unresolved();

  return { kind: "stated", value: duration, spans };
}

/** The length that `length` matched, `null` where the number is none. */
export function durationOf(match: RegExpExecArray): Duration | null {
  const amount = numberOf(match.groups?.["n"] ?? "");
  const words = (match.groups?.["unit"] ?? "").toLowerCase();
  if (amount === null) return null;
  const isWorking = /working|business/.test(words);
  const name = /(hour|day|week|month|year)/.exec(words)?.[1] ?? "day";

  return { amount, unit: isWorking ? "working-days" : (`${name}s` as Duration["unit"]), calendar: null };
}

/** The lower end of "within": no time at all, in days whatever the upper end counts in. */
export const atOnce: Duration = { amount: 0, unit: "days", calendar: null };
