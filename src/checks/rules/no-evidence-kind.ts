import { isOpen, valuesOf } from "../../commitments/index.ts";
import { duties, holesOfClauses } from "../hole.ts";
import type { Rule } from "../rule.ts";

/** Two honest people disagree about a breach if nothing says what proves it. Source: docs/sources.md#no-evidence-kind. */
export const noEvidenceKind: Rule = {
  name: "no-evidence-kind",
  family: "verification",
  find: (context) =>
    holesOfClauses(
      context,
      duties(context).flatMap((commitment) => {
        const named = commitment.verification.filter((one) => valuesOf(one.by).some((names) => names.length > 0));
        const silent = named.find((one) => isOpen(one.evidence));
        if (silent === undefined || named.some((one) => !isOpen(one.evidence))) return [];

        return [
          {
            rule: "no-evidence-kind",
            severity: "warning",
            commitment,
            path: "verification.evidence",
            at: silent.spans,
            label: silent.label,
            says: "It is not said what counts as proof.",
          },
        ];
      }),
    ),
};
