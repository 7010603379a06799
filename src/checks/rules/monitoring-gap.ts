import { valueOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, listed } from "../saying.ts";
import { duties } from "../hole.ts";
import { componentAround, scenariosOf } from "../schedule/components.ts";
import { dayRanges } from "../schedule/day-range.ts";
import { scheduleOf } from "../schedule/lower-times.ts";
import { isLasting } from "../waits.ts";
import { jointNetwork } from "../schedule/networks.ts";
import { entryIntoForce } from "../schedule/schedule.ts";

/** A duty runs from one day, and whoever watches it begins on a later one. Source: docs/sources.md#monitoring-gap. */
export const monitoringGap: Rule = {
  name: "monitoring-gap",
  family: "temporal",
  find: (context) =>
    duties(context).flatMap((commitment) => {
      const gap = gapOf(context, commitment);
      if (gap === null || gap <= 0) return [];
      const until = gap === Infinity ? "on, without a last day," : `to day ${gap}`;
      const [watch] = commitment.verification;
      const says = `From day 0 ${until} of ${actOf(commitment)} the duty runs unwatched.`;
      const watchers = listed([...new Set(commitment.verification.flatMap(({ by }) => valueOf(by) ?? []))]);

      return [
        finding(context, "monitoring-gap", "warning", commitment, says, {
          slot: "verification.from",
          provisions: [...new Set([watch?.label ?? commitment.label, commitment.label])],
          missing: ["verification.from"],
          at: watch?.spans[0] ?? null,
          story: [
            { day: 0, text: `${actOf(commitment)} begins.`, provision: commitment.label },
            {
              day: gap === Infinity ? null : gap,
              text: `Only ${gap === Infinity ? "on a day that is not stated" : "by then"} must ${watchers} have begun to watch.`,
              provision: watch?.label ?? commitment.label,
            },
          ],
        }),
      ];
    }),
};

/**
 * The most days that can pass after a lasting duty begins before somebody watches, under the reading of open points that
 * makes them fewest; `null` where it does not last, or somebody's watch has no first day of its own.
 */
function gapOf(context: Context, commitment: Commitment): number | null {
  const { verification, mode } = commitment;
  if (verification.length === 0 || (!isLasting(commitment) && mode !== "achieve-and-maintain")) return null;
  const schedule = scheduleOf(context);
  const begins = schedule.momentOf(commitment, "start") ?? entryIntoForce;
  const watches = verification.map((_, index) => schedule.watchOf(commitment, index));
  if (!watches.every((watch) => watch !== null)) return null;
  const component = componentAround(schedule, [begins, ...watches]);
  const gaps = scenariosOf(schedule, component).scenarios.flatMap((answers) => {
    const { network, moments } = jointNetwork(schedule, component, answers);
    const days = dayRanges(network)?.(moments.indexOf(begins));
    if (days === undefined) return [];

    return watches.map((watch) => days.latest(moments.indexOf(watch)) ?? Infinity);
  });

  return gaps.length === 0 ? null : Math.min(...gaps);
}
