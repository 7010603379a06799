import { itemsIn, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Reading } from "../../commitments/index.ts";
import type { Choices, Draft } from "../../text/index.ts";
import { contextOf } from "../context.ts";
import type { Memo } from "../memo.ts";
import type { Context } from "../rule.ts";
import { mutualWait } from "../rules/mutual-wait.ts";
import { actOf } from "../saying.ts";
import { terrainOf } from "../terrain.ts";
import { scheduleOf } from "./lower-times.ts";
import { isLasting } from "../waits.ts";
import { dateOn } from "./dates.ts";
import type { Schedule } from "./schedule.ts";
import { wholeDaysOf } from "./whole-days.ts";
import { countedWords, limitWords, premiseWords } from "./telling.ts";
import { timesOf } from "./verdicts.ts";
import type { Failure } from "./verdicts.ts";

/**
 * When one act may happen so that the limits of all are kept together, in days from entry into force and as dates; `null`
 * where the text gives no such day. What one owes by itself may end later: that is what `because` tells.
 */
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
  /** Where neither is known: "at most 3 days after the report". */
  readonly counted: string | null;
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
  /** Acts that wait for one another in a circle however the words are read: "1 waits for 2, 2 waits for 1." */
  readonly waiting: readonly string[];
  /** In the order of the text. */
  readonly acts: readonly ScheduledAct[];
  /** What the words leave open; the days of `acts` are those under each first answer. */
  readonly open: readonly { readonly provision: string; readonly slot: string; readonly answers: readonly string[] }[];
  /** Whether every combination of open answers was tried. */
  readonly isWhole: boolean;
  /** By party, what it can have given irrevocably by which day from entry into force: values, or acts where these have none. */
  readonly given: readonly {
    readonly party: string;
    readonly steps: readonly { readonly day: number; readonly sum: number; readonly commitment: string }[];
  }[];
};

/** The times of one reading of a draft under a package of choices. Pure; same input, same answer. */
export function scheduleReport(request: {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly choices: Choices;
  readonly memo?: Memo;
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
    waiting: mutualWait.find(context).flatMap(({ says, alternative }) => (alternative === null ? [says] : [])),
    acts: actsOf(context),
    open: schedule.questions.map(({ commitment, path, answers }) => ({
      provision: commitment?.label ?? "",
      slot: path,
      answers,
    })),
    isWhole: times.isWhole,
    given: givenBy(context),
  };
}

/** Each side's irrevocable acts on the first day on which they can be done, added up. */
function givenBy(context: Context): ScheduleReport["given"] {
  const { cast } = terrainOf(context);
  const { fromEntry } = wholeDaysOf(context);
  const schedule = scheduleOf(context);
  const acts = context.commitments.filter(
    ({ reversible, modality }) => valueOf(reversible) === "irrevocable" && valuesOf(modality).includes("obligation"),
  );
  const isValued = acts.every(({ value }) => value !== null);

  return cast.parties.flatMap((party) => {
    const dated = acts.flatMap((act) => {
      const moment = schedule.momentOf(act, isLasting(act) ? "start" : "completion");
      const day = moment === null ? null : fromEntry.earliest(moment);
      const isOwn = cast.singles(itemsIn(act.bearer)).includes(party);

      return day === null || !isOwn ? [] : [{ day, act }];
    });
    let sum = 0;
    const steps = dated
      .toSorted((one, other) => one.day - other.day)
      .map(({ day, act }) => {
        sum += isValued ? (act.value ?? 0) : 1;

        return { day, sum, commitment: act.id };
      });

    return steps.length === 0 ? [] : [{ party, steps }];
  });
}

function becauseOf(schedule: Schedule, failure: Failure): ScheduleReport["because"] {
  const premise = premiseWords(schedule, failure);

  return failure.limits
    .filter(({ label }) => label !== "")
    .map((limit) => ({
      provision: limit.label,
      edge: limitWords(schedule, limit),
      days: limit.days,
      party: failure.party,
      if: premise,
    }));
}

function actsOf(context: Context): readonly ScheduledAct[] {
  const { cast } = terrainOf(context);
  const schedule = scheduleOf(context);
  const { fromEntry, fromCalendar } = wholeDaysOf(context);
  const dateOf = (day: number | null): string | null => (day === null ? null : dateOn(day));
  const last = new Map(schedule.limits.flatMap((limit) => (limit.kind === "latest" ? [[limit.to, limit]] : [])));

  return context.commitments.flatMap((act) => {
    const at = schedule.momentOf(act, isLasting(act) ? "start" : "completion");
    if (at === null) return [];
    const limit = last.get(at);
    const latest = fromEntry.latest(at);
    const by = dateOf(fromCalendar.latest(at));

    return [
      {
        commitment: act.id,
        provision: act.label,
        bearer: cast.singles(itemsIn(act.bearer)),
        says: actOf(act),
        isLasting: isLasting(act),
        earliest: fromEntry.earliest(at),
        latest,
        notBefore: dateOf(fromCalendar.earliest(at)),
        by,
        counted: latest === null && by === null && limit !== undefined ? countedWords(schedule, limit) : null,
      },
    ];
  });
}
