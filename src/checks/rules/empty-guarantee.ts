import { isOpen, spansOf, valueOf } from "../../commitments/index.ts";
import type { Guarantee } from "../../commitments/index.ts";
import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { listed, namesIn } from "../saying.ts";

/**
 * A guarantee says what is done, by whom, on which evidence, at what cost, and binds; otherwise it is a signature of a
 * witness. Source: docs/sources.md#empty-guarantee.
 */
export const emptyGuarantee: Rule = {
  name: "empty-guarantee",
  family: "guarantor",
  scope: "text",
  find: (context) =>
    context.reading.guarantees.flatMap((guarantee) => {
      const missing = missingTests(guarantee);
      if (missing.length === 0) return [];
      const guarantor = namesIn(guarantee.guarantor, "A guarantor");
      const are = (valueOf(guarantee.guarantor) ?? []).length > 1 ? "are" : "is";

      return [
        finding(
          context,
          "empty-guarantee",
          "error",
          null,
          `${guarantor} ${are} named; ${listed(missing)} ${missing.length === 1 ? "is" : "are"} not.`,
          {
            slot: `guarantee ${guarantee.id}`,
            provisions: [guarantee.label],
            missing,
            at: guarantee.spans[0] ?? spansOf(guarantee.guarantor)[0] ?? null,
          },
        ),
      ];
    }),
};

/** Which of the four tests the words leave open: what, who, on which evidence, at what cost; and whether it binds. */
function missingTests(guarantee: Guarantee): readonly string[] {
  const effect = valueOf(guarantee.effect);
  const hasCost = (valueOf(guarantee.cost) ?? (effect === null ? null : valueOf(effect.cost)) ?? 0) > 0;
  const tests: readonly (readonly [string, boolean])[] = [
    ["who guarantees", isOpen(guarantee.guarantor)],
    ["what it must do", effect === null],
    ["what triggers it", isOpen(guarantee.trigger) && (effect === null || effect.requires.length === 0)],
    ["at what cost", effect !== null && !hasCost],
    ["a duty to act", effect !== null && !guarantee.bound],
  ];

  return tests.filter(([, isMissing]) => isMissing).map(([words]) => words);
}
