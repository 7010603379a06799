import { valueOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties, holesOfClauses } from "../hole.ts";
import { provisionOf } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, quoted } from "../saying.ts";

/** Standards that everyone meets in his own eyes. A pattern is asked only where one of the words that it needs stands. */
const vague: readonly { readonly needs: ReadonlySet<string>; readonly pattern: RegExp }[] = [
  {
    needs: new Set(
      "adequate satisfactory appropriate suitable sufficient reasonable necessary proper due tangible meaningful significant substantial effective concrete requisite robust".split(
        " ",
      ),
    ),
    pattern:
      /\b(?:adequate|satisfactory|appropriate|suitable|sufficient|reasonable|necessary|proper|due|tangible|meaningful|significant|substantial|effective|concrete|requisite|robust)(?:,? (?:and|or) \w{4,14})? (?:[\w-]{2,14} )?(?:measures?|steps?|actions?|efforts?|progress|conditions|arrangements?|assistance|support|protection|security|facilities|means|cooperation|co-operation|attention|treatment|level|levels|standards?|manner|consideration|precautions?|mechanisms?|size|amounts?|numbers?|quality|quantity|quantities|scale|resources|funding|representation|compensation)\b/i,
  },
  {
    needs: new Set("adequate satisfactory appropriate suitable sufficient reasonable".split(" ")),
    pattern:
      /\b(?:adequate|satisfactory|appropriate|suitable|sufficient|reasonable)(?:,? (?:and|or) \w{4,14})? (?:[\w-]{2,14} )?(?:costs?|expenses|fees?|prices?|rates?|rents?|wages|salar(?:y|ies)|remuneration|payments?|sums?|reparations?|remed(?:y|ies)|housing|accommodation|shelter|food|water|clothing|medicines?|supplies|care|services|notice|time|periods?|intervals?|distance|staff|personnel|training|equipment|premises|space|safeguards|guarantees|opportunit(?:y|ies)|access)\b/i,
  },
  {
    needs: new Set(
      "measures steps actions efforts initiatives programme programmes program programs policies".split(" "),
    ),
    pattern:
      /\b(?:measures|steps|actions|efforts|initiatives|programmes?|policies) (?:aimed at|designed to|intended to|directed at|towards|in order to|to) (?:the )?(?:improv|promot|strengthen|enhanc|foster|encourag|normali[sz]|reduc|support|develop|build|eas)\w{0,6}/i,
  },
  {
    needs: new Set("full faithful good proper effective complete sincere strict comprehensive".split(" ")),
    pattern:
      /\b(?:full|faithful|good|proper|effective|complete|sincere|strict|comprehensive) (?:and (?:full|faithful|effective|complete|timely) )?(?:implementation|normali[sz]ation|reconciliation|cooperation|co-operation)\b/i,
  },
  {
    needs: new Set("conditions environment climate atmosphere".split(" ")),
    pattern:
      /\b(?:favou?rable|conducive|necessary|appropriate) (?:conditions|environment|climate|atmosphere)\b|\b(?:conditions|environment|climate|atmosphere) (?:conducive|favou?rable) to\b/i,
  },
  {
    needs: new Set("satisfaction satisfactory appropriate adequate".split(" ")),
    pattern:
      /\bto (?:the satisfaction of|a satisfactory)\b|\bin a satisfactory manner\b|\b(?:as|to the extent|where) (?:appropriate|adequate)\b/i,
  },
  {
    needs: new Set("trust confidence relations cooperation friendship goodwill".split(" ")),
    pattern:
      /\b(?:mutual (?:trust|confidence)|good-neighbou?rly relations|spirit of (?:cooperation|friendship|goodwill))\b/i,
  },
];
/** Verbs that name a direction and no end. */
const direction = /^(?:improve|promote|strengthen|enhance|foster|intensify|normali[sz]e|deepen)$/;
/** A test that somebody can apply. */
const test =
  /\b(?:list(?:ed)?|set out|specified|defined|described|laid down) (?:in|by|below)\b|\bmeasured by\b|\bmeans that\b|\bas (?:verified|certified|confirmed) by\b/i;

/**
 * "Adequate measures", "full implementation": no moment at which anybody could say that it is done.
 * Source: docs/sources.md#criterion-not-measurable.
 */
export const criterionNotMeasurable: Rule = {
  name: "criterion-not-measurable",
  family: "structure",
  find: (context) =>
    holesOfClauses(
      context,
      duties(context).flatMap((commitment) => {
        const found = vagueWords(context, commitment);
        if (found === null) return [];

        return [
          {
            rule: "criterion-not-measurable",
            severity: "warning",
            commitment,
            path: "criterion",
            at: [found.at],
            says: `Nobody could say when ${actOf(commitment)} is done: ${quoted(found.words)} has no test.`,
          },
        ];
      }),
    ),
};

/** The first vague standard in the commitment's own words, where they hold no test beside it. */
function vagueWords(context: Context, commitment: Commitment) {
  const criterion = valueOf(commitment.criterion);
  const isTested = (criterion !== null && test.test(criterion)) || valueOf(commitment.quantity) !== null;
  if (isTested) return null;
  for (const span of commitment.spans) {
    const words = provisionOf(context.draft, span.provision)?.words.slice(span.start, span.end) ?? "";
    if (test.test(words)) continue;
    const single = words.toLowerCase().split(/[^\p{L}]+/u);
    for (const { needs, pattern } of vague) {
      const match = single.some((word) => needs.has(word)) ? pattern.exec(words) : null;
      if (match === null) continue;
      const start = span.start + match.index;

      return { words: match[0], at: { provision: span.provision, start, end: start + match[0].length } };
    }
    if (direction.test(commitment.action.verb))
      return { words: `${commitment.action.verb} ${commitment.action.object}`, at: span };
  }

  return null;
}
