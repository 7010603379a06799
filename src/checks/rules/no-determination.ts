import { isOpen, spansOf } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** Without a body that may find a breach with effect, a breach is an opinion. Source: docs/sources.md#no-determination. */
export const noDetermination: Rule = {
  name: "no-determination",
  family: "enforcement",
  find: (context) =>
    duties(context)
      .filter((commitment) => isOpen(commitment.determination))
      .map((commitment) =>
        holeFinding(context, {
          rule: "no-determination",
          severity: "error",
          commitment,
          path: "determination",
          at: spansOf(commitment.determination),
          says: `Nobody may say that ${actOf(commitment)} was broken.`,
        }),
      ),
};
