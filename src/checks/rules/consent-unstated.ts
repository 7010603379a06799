import { isOpen, itemsIn } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { verdictOf } from "../judge.ts";
import type { Verdict } from "../judge.ts";
import { lower } from "../lower.ts";
import type { Enforcement } from "../lower.ts";
import { knownOf } from "../memo.ts";
import type { Rule } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import type { Terrain } from "../terrain.ts";
import { alikeIn, gameFinding, againstBearer, walk } from "../stretch.ts";

/** Where the words are silent on access the answer is given both ways, if it matters. Source: docs/sources.md#consent-unstated. */
export const consentUnstated: Rule = {
  name: "consent-unstated",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const terrain = terrainOf(context);
      const { commitment } = judgement;
      const silent = commitment.verification.find(({ access, needsConsentOf, by }) => {
        const isNamed = !isOpen(by) && by.kind !== "ambiguous";

        return isNamed && isOpen(access) && itemsIn(needsConsentOf).length === 0;
      });
      if (silent === undefined) return [];
      for (const { enforcement, verdict } of judgement.cases) {
        if (isAdmitted(terrain, commitment, enforcement.bearer)) continue;
        const known = knownOf(enforcement);
        let asking: Enforcement | null = null;
        const asked = (): Enforcement => {
          asking ??= lower(terrain, commitment, enforcement.bearer, { unsaidAccess: "needed" });

          return asking;
        };
        const changed = (known.asked ??= verdictOf(asked()));
        if (changed.grade === verdict.grade && changed.verifiable === verdict.verifiable) continue;
        const alike = alikeIn(judgement, () => true);
        const whose = alike.length > 1 ? `the watched side's` : `${enforcement.bearer}'s`;
        const one = { enforcement: asked(), verdict: changed, scenario: null };

        return [
          gameFinding(
            context,
            "consent-unstated",
            "note",
            judgement,
            walk(one, "established", againstBearer(one)),
            `If ${whose} consent is needed, the answer changes to ${words(changed)}.`,
            { slot: "verification.access", place: silent.label, missing: ["verification.access"], alike },
          ),
        ];
      }

      return [];
    }),
};

/** Whether the watched owes access: then its consent is not silent, it is promised. */
function isAdmitted({ admissions, cast }: Terrain, { label }: Commitment, bearer: string): boolean {
  return admissions.some(
    (admission) => admission.label === label || cast.singles(itemsIn(admission.bearer)).includes(bearer),
  );
}

function words({ grade, verifiable }: Verdict): string {
  return `${grade}, ${verifiable ? "verifiable" : "not verifiable"}`;
}
