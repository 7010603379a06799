import { oncePer } from "../../base/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { Context } from "../rule.ts";
import { dayRanges } from "./day-range.ts";
import type { DayRange } from "./day-range.ts";
import { scheduleOf } from "./lower-times.ts";
import { isLasting } from "../waits.ts";
import { jointNetwork } from "./networks.ts";
import type { Lowered } from "./networks.ts";
import { calendar, entryIntoForce, isHub } from "./schedule.ts";
import type { Limit, Schedule } from "./schedule.ts";

/** First and last days of all moments of a text, by number of the moment. */
export type WholeDays = {
  /** Days from entry into force. */
  readonly fromEntry: DayRange;
  /** Days from the first day of the calendar. */
  readonly fromCalendar: DayRange;
};

/** The whole text as one network, under the first answer to everything that it leaves open, all conditions holding. */
export const wholeNetworkOf = oncePer((context: Context): Lowered => {
  const schedule = scheduleOf(context);

  return networkUnder(schedule, schedule.limits);
});

/** The same of some limits of the text. */
export function networkUnder(schedule: Schedule, some: readonly Limit[]): Lowered {
  const moments = schedule.moments.flatMap((_, at) => (isHub(at) ? [] : [at]));
  const limits = some.filter(({ when }) => when.every(({ answer }) => answer === 0));

  return jointNetwork(
    { ...schedule, conditions: new Map() },
    { moments, limits, questions: [] },
    new Map(schedule.questions.map((_, question) => [question, 0])),
  );
}

/** The days that a text leaves to each moment of that network. Where no calendar satisfies it, no moment has a day. */
export const wholeDaysOf = oncePer((context: Context): WholeDays => {
  const daysOf = dayRanges(wholeNetworkOf(context).network);
  if (daysOf === null) return { fromEntry: noDays, fromCalendar: noDays };

  return { fromEntry: daysOf(entryIntoForce), fromCalendar: daysOf(calendar) };
});

const noDays: DayRange = { earliest: () => null, latest: () => null };

/** The last day on which an act is complete, or a lasting one begins, from entry into force; `null` where there is none. */
export function latestDay(context: Context, act: Commitment): number | null {
  const moment = scheduleOf(context).momentOf(act, isLasting(act) ? "start" : "completion");

  return moment === null ? null : wholeDaysOf(context).fromEntry.latest(moment);
}
