import { valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** What nobody looks at is never established, kept or broken. Source: docs/sources.md#no-verifier. */
export const noVerifier: Rule = {
  name: "no-verifier",
  family: "verification",
  find: (context) =>
    duties(context)
      .filter((commitment) => !isWatched(commitment))
      .map((commitment) => {
        const unnamed = commitment.verification[0];

        return holeFinding(context, {
          rule: "no-verifier",
          severity: "error",
          commitment,
          path: "verification",
          ...(unnamed === undefined ? {} : { at: unnamed.spans, label: unnamed.label }),
          says:
            unnamed === undefined
              ? `Nobody looks whether ${actOf(commitment)} happens.`
              : `Nobody is named who looks whether ${actOf(commitment)} happens.`,
        });
      }),
};

/** Whether somebody by name is to look. */
export function isWatched(commitment: Commitment): boolean {
  return commitment.verification.some((verification) => valuesOf(verification.by).some((names) => names.length > 0));
}
