import { isOpen, valuesOf } from "../../commitments/index.ts";
import type { Power } from "../../commitments/index.ts";
import { finding, type Rule } from "../rule.ts";
import { durationWords, namesIn, sentence } from "../saying.ts";

const verbs = { suspend: "suspend the text", terminate: "end the text", leave: "leave" } as const;

/**
 * One side alone may step out, at any moment and without a reason it must show. Notice, a condition or the consent of
 * others is a price. Source: docs/sources.md#escape-clause.
 */
export const escapeClause: Rule = {
  name: "escape-clause",
  family: "structure",
  scope: "text",
  find: (context) =>
    context.reading.powers.filter(isFree).map((power) => {
      const effect = verbs[power.effect as keyof typeof verbs];
      const notice = valuesOf(power.notice).map(durationWords);
      const on = notice.length === 0 ? "without notice" : `on ${notice.join(" or ")} notice`;

      return finding(
        context,
        "escape-clause",
        "warning",
        null,
        `${sentence(namesIn(power.holder, "A party"))} may ${effect} at no cost, ${on}.`,
        { slot: `power ${power.id}`, provisions: [power.label], at: power.spans[0] ?? null },
      );
    }),
};

function isFree(power: Power): boolean {
  const isStep = power.effect in verbs;
  const isPriced = [power.notice, power.trigger, power.needsConsentOf].some((slot) => !isOpen(slot) && isSaid(slot));

  return isStep && power.allowed && !isPriced;
}

function isSaid(slot: Power["notice"] | Power["trigger"] | Power["needsConsentOf"]): boolean {
  return slot.kind !== "not-applicable";
}
