import { isOpen, spansOf } from "../../commitments/index.ts";
import type { Commitment, Consequence, ConsequenceKind } from "../../commitments/index.ts";
import { duties, holesOfClauses } from "../hole.ts";
import type { Hole } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { quoted } from "../saying.ts";

/** Answers that are given to everybody alike. */
const between: ReadonlySet<ConsequenceKind> = new Set(["notify", "consult", "referral", "termination"]);

/** An answer that nobody gives, or that meets nobody, is no answer. Source: docs/sources.md#consequence-without-actor. */
export const consequenceWithoutActor: Rule = {
  name: "consequence-without-actor",
  family: "enforcement",
  find: (context) =>
    holesOfClauses(
      context,
      duties(context).flatMap((commitment) =>
        commitment.onBreach.flatMap((consequence) => holes(commitment, consequence)),
      ),
    ),
};

function holes(commitment: Commitment, consequence: Consequence): readonly Hole[] {
  const hole = {
    rule: "consequence-without-actor",
    severity: "error",
    commitment,
    label: consequence.label,
  } as const;
  if (isOpen(consequence.by)) {
    const at = spansOf(consequence.by);

    return [
      {
        ...hole,
        path: "onBreach.by",
        at: at.length > 0 ? at : consequence.spans,
        says: `Measures follow; nobody takes them: ${quoted(consequence.says)}.`,
      },
    ];
  }
  const meetsSomebody = !between.has(consequence.kind);
  if (meetsSomebody && isOpen(consequence.addressee) && isOpen(commitment.bearer))
    return [
      {
        ...hole,
        path: "onBreach.addressee",
        at: consequence.spans,
        says: `Measures follow, and it is not said against whom: ${quoted(consequence.says)}.`,
      },
    ];

  return [];
}
