import { duties, holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** A promise that nothing answers rests on goodwill alone. Source: docs/sources.md#no-consequence. */
export const noConsequence: Rule = {
  name: "no-consequence",
  family: "enforcement",
  find: (context) =>
    duties(context)
      .filter((commitment) => commitment.onBreach.length === 0)
      .map((commitment) =>
        holeFinding(context, {
          rule: "no-consequence",
          severity: "error",
          commitment,
          path: "onBreach",
          says: `If ${actOf(commitment)} is broken, nothing follows.`,
        }),
      ),
};
