import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import type { StoryLine } from "../finding.ts";
import { listed } from "../saying.ts";
import { keepersOf } from "../schedule/networks.ts";
import type { Limit } from "../schedule/schedule.ts";
import { commitmentsOf, labelsOf, limitSentence, premiseWords } from "../schedule/telling.ts";
import { timesOf } from "../schedule/verdicts.ts";
import type { Failure } from "../schedule/verdicts.ts";
import { terrainOf } from "../terrain.ts";

/**
 * A party keeps its promises in time only if others do not use the time that they have: its network is not dynamically
 * controllable. Source: docs/sources.md#breach-without-fault.
 */
export const breachWithoutFault: Rule = {
  name: "breach-without-fault",
  family: "temporal",
  find: (context) => {
    const { schedule, uncontrollable } = timesOf(context);
    const { cast } = terrainOf(context);

    return uncontrollable.map((failure) => {
      const party = failure.party ?? "";
      const others = [...new Set(failure.waits.flatMap((limit) => keepersOf(limit, cast)))].filter(
        (name) => name !== party,
      );
      const own = failure.limits.find(
        (limit) => !failure.waits.includes(limit) && limit.kind === "latest" && keepersOf(limit, cast).includes(party),
      );
      const uses = others.length === 1 ? "uses its" : "use their";
      const premise = premiseWords(schedule, failure);
      const says = `${party} can be late although it did everything right, if ${listed(others)} ${uses} full time${premise === null ? "" : ` and ${premise}`}.`;
      const labels = labelsOf(failure);

      return finding(context, "breach-without-fault", "error", own?.act ?? null, says, {
        slot: `${party} ${labels.join(" ")}`,
        provisions: own === undefined ? labels : [...new Set([own.label, ...labels])],
        commitments: commitmentsOf(failure),
        reliesOn: others,
        story: story(context, failure),
        alternative: premise === null ? null : { choices: {}, says: premise },
      });
    });
  },
};

/** By days: what others take their time for, when the party can begin at the earliest, when it is due. */
function story(context: Context, failure: Failure): readonly StoryLine[] {
  const { schedule } = timesOf(context);
  const { cast } = terrainOf(context);
  const { limits, waits, party } = failure;
  const dayOf = forcedDays(failure);
  const line = (limit: Limit, day: number | null, lead: string): StoryLine => ({
    day,
    text: `${lead}${limitSentence(schedule, limit)}`,
    provision: limit.label,
  });
  const stated = limits.filter((limit) => limit.label !== "" && !waits.includes(limit));
  const due = stated.filter(({ kind }) => kind === "latest");
  const others = [...new Set(waits.flatMap((limit) => keepersOf(limit, cast)))].filter((name) => name !== party);
  const dueOn = (limit: Limit): number | null => {
    const start = dayOf.get(limit.from);

    return start === undefined ? null : start + limit.days;
  };
  const lines = [
    ...waits.map((limit) =>
      line(limit, dayOf.get(limit.to) ?? null, `${listed(keepersOf(limit, cast))} uses its full time. `),
    ),
    ...stated.filter(({ kind }) => kind === "earliest").map((limit) => line(limit, dayOf.get(limit.from) ?? null, "")),
    ...due.map((limit) => line(limit, dueOn(limit), "")),
  ].toSorted((one, other) => (one.day ?? Infinity) - (other.day ?? Infinity));

  return [
    ...lines,
    {
      day: null,
      text: `Stuck: ${party ?? ""} cannot hasten ${listed(others)}, and is in breach.`,
      provision: due[0]?.label ?? lines.at(-1)?.provision ?? "",
    },
  ];
}

/** The day before which a moment cannot be, once the others take their full time. */
function forcedDays({ limits, waits }: Failure): ReadonlyMap<number, number> {
  const days = new Map<number, number>([[0, 0]]);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const limit of limits) {
      const isWait = waits.includes(limit);
      if (!isWait && limit.kind === "latest") continue;
      const [base, at] = isWait ? [limit.from, limit.to] : [limit.to, limit.from];
      const start = days.get(base);
      if (start === undefined || days.has(at)) continue;
      days.set(at, start + (isWait ? limit.days : -limit.days));
      isChanged = true;
    }
  }

  return days;
}
