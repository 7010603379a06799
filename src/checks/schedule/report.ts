import { valuesOf } from "../../commitments/index.ts";
import type { Reading } from "../../commitments/index.ts";
import type { Choices, Draft } from "../../text/index.ts";
import { contextOf } from "../context.ts";
import type { Context } from "../rule.ts";
import { actOf } from "../saying.ts";
import { terrainOf } from "../terrain.ts";
import { isLasting, scheduleOf } from "./lower-times.ts";
import { dateOn } from "./dates.ts";
import type { Schedule } from "./schedule.ts";
import { wholeDaysOf } from "./whole-days.ts";
import { limitWords, premiseWords } from "./telling.ts";
import { timesOf } from "./verdicts.ts";
import type { Failure } from "./verdicts.ts";

/** When one act may happen, in days from entry into force and as dates; `null` where the text gives no such day. */
export type ScheduledAct = {
  readonly commitment: string;
  readonly provision: string;
  readonly bearer: readonly string[];
  /** ‘withdraw heavy weapons’. */
  readonly says: string;
  /** A lasting duty begins, every other act is complete, between these days. */
  readonly isLasting: boolean;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The same as dates, YYYY-MM-DD, where the text counts from the calendar. */
  readonly notBefore: string | null;
  readonly by: string | null;
};

export type ScheduleReport = {
  /** Whether some calendar satisfies the text, however its open points are read. */
  readonly consistent: boolean;
  /** By party: whether it can keep its promises whatever the others do inside their own limits. */
  readonly controllable: Readonly<Record<string, boolean>>;
  /** Why not: the limits of each failure one after another. */
  readonly because: readonly {
    readonly provision: string;
    /** "4.2 (at most 30 days)". */
    readonly edge: string;
    readonly days: number;
    readonly party: string | null;
    /** Under which reading of what the words leave open, `null` under any. */
    readonly if: string | null;
  }[];
  /** In the order of the text. */
  readonly acts: readonly ScheduledAct[];
  /** What the words leave open; the days of `acts` are those under each first answer. */
  readonly open: readonly { readonly provision: string; readonly slot: string; readonly answers: readonly string[] }[];
  /** Whether every combination of open answers was tried. */
  readonly isWhole: boolean;
};

/** The times of one reading of a draft under a package of choices. Pure; same input, same answer. */
export function scheduleReport(request: {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly choices: Choices;
}): ScheduleReport {
  const context = contextOf(request);
  const times = timesOf(context);
  const { schedule, inconsistent, uncontrollable, parties } = times;
  const failures = [...inconsistent, ...uncontrollable];

  return {
    consistent: inconsistent.length === 0,
    controllable: Object.fromEntries(
      parties.map((party) => [party, inconsistent.length === 0 && !uncontrollable.some((one) => one.party === party)]),
    ),
    because: failures.flatMap((failure) => becauseOf(schedule, failure)),
    acts: actsOf(context),
    open: schedule.questions.map(({ commitment, path, answers }) => ({
      provision: commitment?.label ?? "",
      slot: path,
      answers,
    })),
    isWhole: times.isWhole,
  };
}

function becauseOf(schedule: Schedule, failure: Failure): ScheduleReport["because"] {
  const premise = premiseWords(schedule, failure);

  return failure.limits
    .filter(({ label }) => label !== "")
    .map((limit) => ({
      provision: limit.label,
      edge: limitWords(limit),
      days: limit.days,
      party: failure.party,
      if: premise,
    }));
}

function actsOf(context: Context): readonly ScheduledAct[] {
  const { cast } = terrainOf(context);
  const { moments } = scheduleOf(context);
  const { fromEntry, fromCalendar } = wholeDaysOf(context);
  const dateOf = (day: number | null): string | null => (day === null ? null : dateOn(day));

  return moments.flatMap(({ act, point }, at) => {
    if (act === null || point !== (isLasting(act) ? "start" : "completion")) return [];

    return [
      {
        commitment: act.id,
        provision: act.label,
        bearer: cast.singles(valuesOf(act.bearer).flat()),
        says: actOf(act),
        isLasting: isLasting(act),
        earliest: fromEntry.earliest(at),
        latest: fromEntry.latest(at),
        notBefore: dateOf(fromCalendar.earliest(at)),
        by: dateOf(fromCalendar.latest(at)),
      },
    ];
  });
}
