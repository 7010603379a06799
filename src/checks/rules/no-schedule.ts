import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import { commitmentsOf, cycleStory, labelsOf, limitWords, premiseWords } from "../schedule/telling.ts";
import { timesOf } from "../schedule/verdicts.ts";

/** Limits that contradict one another whatever anybody does: a negative cycle. Source: docs/sources.md#no-schedule. */
export const noSchedule: Rule = {
  name: "no-schedule",
  family: "temporal",
  find: (context) => {
    const { schedule, inconsistent } = timesOf(context);

    return inconsistent.map((failure) => {
      const stated = failure.limits.filter(({ label }) => label !== "");
      const premise = premiseWords(schedule, failure);

      return finding(
        context,
        "no-schedule",
        "error",
        stated[0]?.act ?? null,
        `No calendar satisfies ${listed(stated.map((limit) => limitWords(schedule, limit)))}${premise === null ? "" : `, if ${premise}`}.`,
        {
          slot: stated.map(({ label, kind }) => `${label} ${kind}`).join(" "),
          provisions: labelsOf(failure),
          commitments: commitmentsOf(failure),
          story: cycleStory(schedule, failure),
          alternative: premise === null ? null : { choices: {}, says: premise },
        },
      );
    });
  },
};
