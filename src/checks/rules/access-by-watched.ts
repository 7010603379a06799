import type { Case } from "../judge.ts";
import { isTrueOf } from "../memo.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import type { StuckStep } from "../story.ts";
import { againstBearer, alikeIn, gameFinding, walk } from "../stretch.ts";

/** A verifier that enters by leave of the watched sees what it is shown. Source: docs/sources.md#access-by-watched. */
export const accessByWatched: Rule = {
  name: "access-by-watched",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      for (const one of judgement.cases) {
        if (!isTrueOf(one.enforcement, "access by the watched", () => refusedLooks(one).length > 0)) continue;
        const failed = walk(one, "established", againstBearer(one));
        const refused = refusedLooks(one);
        const [first] = refused;
        if (first === undefined) continue;
        const alike = alikeIn(judgement, (other) => refusedLooks(other).length > 0);
        const shown = alike.length > 1 ? `${listed(alike)} show` : `${one.enforcement.bearer} shows`;
        const verifiers = [...new Set(refused.map(({ step }) => step.actor ?? ""))];

        return [
          gameFinding(
            context,
            "access-by-watched",
            "error",
            judgement,
            failed,
            `${listed(verifiers)} ${verifiers.length === 1 ? "sees" : "see"} only what ${shown}.`,
            { slot: "verification.access", place: first.step.label, alike },
          ),
        ];
      }

      return [];
    }),
};

function refusedLooks(one: Case): readonly StuckStep[] {
  const { stuck } = walk(one, "established", againstBearer(one));

  return stuck.filter(({ step, why }) => why.kind === "consent" && step.kind === "look");
}
