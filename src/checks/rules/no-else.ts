import { isOpen, itemsIn, spansOf, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { conditionAsWritten } from "../events.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Context, Rule } from "../rule.ts";
import { listed, quoted } from "../saying.ts";

/** An exception says itself what holds: the duty does not reach so far. */
const exception = /^\W*(?:unless|except|save|notwithstanding|without prejudice|with the exception)\b/i;
/** Something that may happen, not something the duty rests on: where it does not happen nothing is owed. */
const contingency =
  /^\W*(?:in (?:the )?(?:case|event)s?\b|when(?:ever)?\b|where(?:ver)?\b|if (?:any|there is any|necessary|needed|requested)\b)|\b(?:arises?|occurs?|happens?|must leave|has to leave)\b/i;
/** "If the Parties do not agree, …" is itself what holds where something else failed. */
const failure = /\b(?:not|no|nobody|fails?|failed|failing|cannot|unable|refuses?|refused|absence|absent|without)\b/i;
/** "Subject to the provisions of Article 4": a pointer to other rules, which say themselves what then. */
const pointer =
  /^\W*subject to (?:the )?(?:provisions?|terms?|conditions?|requirements?|rules|exceptions?|limitations?|articles?|paragraphs?|annex(?:es)?|sections?)\b/i;

/**
 * A duty that rests on a condition or on somebody's consent leaves a hole where that fails, unless the text says what
 * then. Source: docs/sources.md#no-else.
 */
export const noElse: Rule = {
  name: "no-else",
  family: "structure",
  find: (context) =>
    duties(context).flatMap((commitment) => {
      if (!isOpen(commitment.elseBranch)) return [];
      const hole = { rule: "no-else", severity: "warning", commitment, path: "elseBranch" } as const;
      const consent = consentOfOthers(commitment);
      if (restsOnCondition(context, commitment))
        return [
          holeFinding(context, {
            ...hole,
            at: spansOf(commitment.condition),
            says: `If ${quoted(withoutOpener(conditionAsWritten(context, commitment)))} fails, the text says nothing.`,
          }),
        ];
      if (consent.length === 0) return [];

      return [
        holeFinding(context, {
          ...hole,
          at: spansOf(commitment.needsConsentOf),
          says: `If the consent of ${listed(consent)} is refused, the text says nothing.`,
        }),
      ];
    }),
};

/** "provided that X has happened": X has happened. */
function withoutOpener(words: string): string {
  return words.replace(
    /^\W{0,3}(?:provided that|on (?:the )?condition that|if|once|as long as|so long as|subject to|when)\s+/i,
    "",
  );
}

function restsOnCondition(context: Context, commitment: Commitment): boolean {
  if (valuesOf(commitment.condition).length === 0) return false;
  const words = conditionAsWritten(context, commitment);

  return [exception, contingency, failure, pointer].every((other) => !other.test(words));
}

function consentOfOthers(commitment: Commitment): readonly string[] {
  const bearers = valueOf(commitment.bearer) ?? [];

  return [...new Set(itemsIn(commitment.needsConsentOf))].filter((name) => !bearers.includes(name));
}
