import { isOpen, spansOf } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** Who may claim performance, and certify it, depends on to whom it is owed. Source: docs/sources.md#no-beneficiary. */
export const noBeneficiary: Rule = {
  name: "no-beneficiary",
  family: "structure",
  find: (context) =>
    duties(context)
      .filter((commitment) => isOpen(commitment.counterparty))
      .map((commitment) =>
        holeFinding(context, {
          rule: "no-beneficiary",
          severity: "warning",
          commitment,
          path: "counterparty",
          at: spansOf(commitment.counterparty),
          says: `It is not said to whom ${actOf(commitment)} is owed.`,
        }),
      ),
};
