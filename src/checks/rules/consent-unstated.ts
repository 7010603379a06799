import { isOpen, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { verdictOf } from "../judge.ts";
import type { Verdict } from "../judge.ts";
import { lower } from "../lower.ts";
import type { Context, Rule } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import { gameFinding, againstBearer, walk } from "../stretch.ts";

/** Where the words are silent on access the answer is given both ways, if it matters. Source: docs/sources.md#consent-unstated. */
export const consentUnstated: Rule = {
  name: "consent-unstated",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const { commitment } = judgement;
      const silent = commitment.verification.find(({ access, needsConsentOf, by }) => {
        return isOpen(access) && !isOpen(by) && valuesOf(needsConsentOf).flat().length === 0;
      });
      if (silent === undefined) return [];
      for (const { enforcement, verdict } of judgement.cases) {
        if (isAdmitted(context, commitment, enforcement.bearer)) continue;
        const asked = lower(terrainOf(context), commitment, enforcement.bearer, { unsaidAccess: "needed" });
        const changed = verdictOf(asked);
        if (changed.grade === verdict.grade && changed.verifiable === verdict.verifiable) continue;
        const one = { enforcement: asked, verdict: changed, scenario: null };

        return [
          gameFinding(
            context,
            "consent-unstated",
            "note",
            judgement,
            walk(one, "established", againstBearer(one)),
            `If ${enforcement.bearer}'s consent is needed, the answer changes to ${words(changed)}.`,
            { slot: "verification.access", place: silent.label, missing: ["verification.access"] },
          ),
        ];
      }

      return [];
    }),
};

/** Whether the watched owes access: then its consent is not silent, it is promised. */
function isAdmitted(context: Context, { label }: Commitment, bearer: string): boolean {
  const { cast } = terrainOf(context);

  return context.commitments.some(
    (commitment) =>
      commitment.action.class === "admit-access" &&
      valueOf(commitment.modality) === "obligation" &&
      (commitment.label === label || cast.singles(valuesOf(commitment.bearer).flat()).includes(bearer)),
  );
}

function words({ grade, verifiable }: Verdict): string {
  return `${grade}, ${verifiable ? "verifiable" : "not verifiable"}`;
}
