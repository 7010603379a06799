import { play } from "../game.ts";
import { isCertifiedWithout } from "../judge.ts";
import { fact } from "../lower.ts";
import { isTrueOf } from "../memo.ts";
import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { actOf, listed } from "../saying.ts";
import { frontier, stuckWords } from "../story.ts";

/** The mirror: who performs must be able to show it without the other side. Source: docs/sources.md#performance-blockable. */
export const performanceBlockable: Rule = {
  name: "performance-blockable",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap(({ commitment, cases }) => {
      const bearers = [...new Set(cases.map(({ enforcement }) => enforcement.bearer))];
      for (const { enforcement } of cases) {
        const { game, bearer } = enforcement;
        const isCertified = (without: string | null): boolean =>
          isTrueOf(enforcement, `certified without ${without ?? "nobody"}`, () =>
            isCertifiedWithout(game, without, true),
          );
        if (!isCertified(null)) continue;
        const blocker = enforcement.beneficiaries.find((name) => !isCertified(name));
        if (blocker === undefined) continue;
        const setting = { defectors: new Set([blocker]), free: true, granted: [fact.performed] };
        const course = play(game, setting);
        const stuck = frontier(enforcement, course, setting).filter(({ step }) => step.needs.includes(fact.performed));
        const place = stuck[0]?.step.label ?? commitment.label;

        return [
          finding(
            context,
            "performance-blockable",
            "warning",
            commitment,
            bearers.length > 1
              ? `Each of ${listed(bearers)} can refuse to certify that the other performed.`
              : `${blocker} alone can refuse to certify that ${bearer} performed.`,
            {
              slot: "verification",
              provisions: place === commitment.label ? [place] : [place, commitment.label],
              story: [
                { day: 0, text: `${bearer} performs: ${actOf(commitment)}.`, provision: commitment.label },
                ...stuck.map(({ step, why }) => ({ day: 0, text: stuckWords(step, why), provision: step.label })),
                { day: null, text: "Nobody else may establish that it was done.", provision: place },
              ],
            },
          ),
        ];
      }

      return [];
    }),
};
