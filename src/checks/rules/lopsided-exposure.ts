import { plural } from "../../base/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { inserted, referenceTo } from "../edits.ts";
import type { Repair, StoryLine } from "../finding.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, listed, sentence } from "../saying.ts";
import { exposuresIf, exposuresOf } from "../schedule/exposures.ts";
import type { Exposed } from "../schedule/exposures.ts";
import { latestDay } from "../schedule/whole-days.ts";

/** One side may have given more than so many times what the other has. */
const times = 2;

/**
 * What one side can have given irrevocably before the other gives anything, beside what the other can. An upper bound
 * over what each may do inside its limits. Source: docs/sources.md#lopsided-exposure.
 */
export const lopsidedExposure: Rule = {
  name: "lopsided-exposure",
  family: "exposure",
  find: (context) =>
    worstByPair(context).flatMap((one) => {
      const back = peakOf(exposuresOf(context), one.to, one.party);
      if (one.peak <= times * back) return [];
      const on = one.on === null ? "On some day" : `On day ${one.on}`;
      const says = `${on} ${one.party} can have given ${amount(one)}; ${one.to} ${back === 0 ? "nothing" : back}.`;

      return [
        finding(context, "lopsided-exposure", "warning", one.counter, says, {
          slot: `${one.party} before ${one.to}`,
          provisions: [one.counter.label, ...labelsOf(one.acts, one.counter)],
          commitments: [one.counter.id, ...one.acts.map(({ id }) => id)],
          story: story(context, one),
          repairs: swaps(context, one),
          approximate: "what others may do inside their limits is taken at its worst",
        }),
      ];
    }),
};

/** For each party and each other the counter-performance before which it can have given most. */
export function worstByPair(context: Context): readonly Exposed[] {
  const worst = new Map<string, Exposed>();
  for (const one of exposuresOf(context)) {
    const key = `${one.party} | ${one.to}`;
    if ((worst.get(key)?.peak ?? 0) < one.peak) worst.set(key, one);
  }

  return [...worst.values()];
}

function peakOf(exposures: readonly Exposed[], party: string, to: string): number {
  return Math.max(0, ...exposures.flatMap((one) => (one.party === party && one.to === to ? [one.peak] : [])));
}

const shown = 5;

/** Each act that could wait for the counter-performance, where then neither side is exposed too much; the least peak first. */
function swaps(context: Context, { acts, counter, party, to }: Exposed): readonly Repair[] {
  const where = referenceTo(context, counter.label);

  return acts
    .flatMap((act) => {
      const then = exposuresIf(context, [{ act, after: counter }]);
      const [own, back] = [peakOf(then, party, to), peakOf(then, to, party)];
      if (then.length === 0 || own > times * back || back > times * own) return [];
      const says = `STARTING NOT BEFORE 1 DAYS AFTER COMPLETION OF [${counter.label}].`;
      const prose = `, but not earlier than 1 day after the completion of the measures under ${where}`;
      const edit = where === null ? null : inserted(context, act.label, act.spans, { prose, controlled: says });

      return [{ peak: Math.max(own, back), repair: { says, grade: null, days: null, gradeBefore: null, edit } }];
    })
    .toSorted((one, other) => one.peak - other.peak)
    .slice(0, shown)
    .map(({ repair }) => repair);
}

/** "3 acts", or the sum of the reader's values. */
export function amount({ peak, isValued }: Exposed): string {
  return isValued ? `${peak} by the reader's values` : plural(peak, "act");
}

export function labelsOf(acts: readonly Commitment[], besides: Commitment): readonly string[] {
  return [...new Set(acts.map(({ label }) => label))].filter((label) => label !== besides.label);
}

function story(context: Context, { acts, party, to, counter }: Exposed): readonly StoryLine[] {
  const due = latestDay(context, counter);

  return [
    ...acts.map((act) => ({
      day: null,
      text: `${party} can have done this, which cannot be undone: ${actOf(act)}.`,
      provision: act.label,
    })),
    {
      day: null,
      text: `${sentence(listed([to]))} need not yet have done this: ${actOf(counter)}${due === null ? "" : ` (day ${due} at the latest)`}.`,
      provision: counter.label,
    },
  ];
}
