import { atLeastDays, atMostDays, valueOf } from "../../commitments/index.ts";
import type { Commitment, EventName } from "../../commitments/index.ts";
import type { Context } from "../rule.ts";
import { dateOn, dayNumber } from "./dates.ts";
import { scheduleOf } from "./lower-times.ts";
import { wholeDaysOf } from "./whole-days.ts";

type Base = "entry" | "calendar";

/** Days that a prohibition covers for certain, counted from entry into force or in the calendar; `base: null` is always. */
type Period = { readonly base: Base | null; readonly from: number; readonly to: number };

/** What its window and its end make of a prohibition; `null` where these hang on what has no known day. */
function periodOf(context: Context, { window: slot, until, start }: Commitment): Period | null {
  if (start.kind !== "unresolved" || slot.kind === "ambiguous" || until.kind === "ambiguous") return null;
  let base: Period["base"] = null;
  let from = -Infinity;
  let to = Infinity;
  const window = valueOf(slot);
  if (window !== null) {
    const after = valueOf(window.after)?.event;
    if (after?.kind !== "entry-into-force" && after?.kind !== "date") return null;
    base = after.kind === "date" ? "calendar" : "entry";
    const offset = after.kind === "date" ? dayNumber(after.on) : 0;
    const first = valueOf(window.earliest);
    const last = valueOf(window.latest);
    if (first !== null) from = offset + atMostDays(first);
    const isOneDay = first !== null && last !== null && last !== "none" && atMostDays(first) === atMostDays(last);
    if (last !== null && last !== "none" && !isOneDay) to = offset + atLeastDays(last);
  }
  const end = valueOf(until);
  if (end === null) return { base, from, to };
  const ends = firstDayOf(context, end.event);

  return ends === null || (base !== null && base !== ends.base)
    ? null
    : { base: ends.base, from, to: Math.min(to, ends.day) };
}

/** The first day on which an event can come. */
function firstDayOf(context: Context, event: EventName): { readonly base: Base; readonly day: number } | null {
  if (event.kind === "date") return { base: "calendar", day: dayNumber(event.on) };
  if (event.kind !== "act") return null;
  const act = context.commitments.find(({ id }) => id === event.commitment);
  const moment = act === undefined ? null : scheduleOf(context).momentOf(act, "completion");
  const day = moment === null ? null : wholeDaysOf(context).fromEntry.earliest(moment);

  return day === null ? null : { base: "entry", day };
}

/**
 * Whether every day on which an act can be done in time is one on which it is forbidden: then the last of them, in words.
 * `null` where some day is left, or the days cannot be compared.
 */
export function forbiddenThroughout(context: Context, must: Commitment, mustNot: Commitment): string | null {
  const moment = scheduleOf(context).momentOf(must, "completion");
  const period = periodOf(context, mustNot);
  if (moment === null || period === null) return null;
  const days = wholeDaysOf(context);
  for (const [base, range] of [
    ["entry", days.fromEntry],
    ["calendar", days.fromCalendar],
  ] as const) {
    const last = range.latest(moment);
    if (last === null || (period.base !== null && period.base !== base)) continue;
    const isCovered = period.from <= (range.earliest(moment) ?? -Infinity) && last <= period.to;
    if (isCovered) return base === "entry" ? `day ${last}` : dateOn(last);
  }

  return null;
}
