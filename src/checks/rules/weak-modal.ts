import { spansOf, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf, namesIn, sentence } from "../saying.ts";

/**
 * "Will", "should", "endeavour" and "possibly" bind nobody by common practice, and soften a "shall" beside them.
 * Asks every clause with a modal. Source: docs/sources.md#weak-modal.
 */
export const weakModal: Rule = {
  name: "weak-modal",
  family: "structure",
  find: (context) =>
    context.commitments.filter(isWeak).map((commitment) =>
      holeFinding(context, {
        rule: "weak-modal",
        severity: "warning",
        commitment,
        path: "strength",
        at: [...spansOf(commitment.strength), ...spansOf(commitment.modality)],
        says: `${sentence(namesIn(commitment.bearer, "somebody not named"))} ${modalOf(commitment)} ${actOf(commitment)}: no duty follows.`,
      }),
    ),
};

function isWeak(commitment: Commitment): boolean {
  const strengths = valuesOf(commitment.strength);

  return strengths.includes("will") || strengths.includes("should") || isBestEffort(commitment);
}

function isBestEffort(commitment: Commitment): boolean {
  return valuesOf(commitment.modality).includes("best-effort");
}

function modalOf(commitment: Commitment): string {
  const strength = valueOf(commitment.strength);
  const open = valuesOf(commitment.strength);
  if (strength === null && open.length > 1) return open.join(" or ");
  if (isBestEffort(commitment)) return "need only try to";

  return strength === "should" ? "should" : "will";
}
