import { chainOf, othersAsked } from "../chain.ts";
import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { listed, namesIn } from "../saying.ts";

/**
 * A duty that is due and still needs the consent or decision of somebody else can be broken without fault.
 * Source: docs/sources.md#made-impossible-by-other.
 */
export const madeImpossibleByOther: Rule = {
  name: "made-impossible-by-other",
  family: "behaviour",
  find: (context) =>
    [...context.judgements.values()].flatMap(({ commitment }) => {
      const others = othersAsked(context, commitment);
      if (others.length === 0) return [];
      const owner = namesIn(commitment.bearer, "Whoever must act");
      const verb = owner.includes(" and ") ? "owe" : "owes";

      return [
        finding(
          context,
          "made-impossible-by-other",
          "error",
          commitment,
          `${owner} ${verb} what ${listed(others)} can prevent.`,
          {
            slot: "needsConsentOf",
            reliesOn: others,
            story: [
              ...chainOf(context, commitment),
              {
                day: null,
                text: `Stuck: only ${listed(others)} may agree. Without it, never.`,
                provision: commitment.label,
              },
            ],
          },
        ),
      ];
    }),
};
