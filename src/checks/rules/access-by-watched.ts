import type { Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import { againstBearer, gameFinding, walk } from "../stretch.ts";

/** A verifier that enters by leave of the watched sees what it is shown. Source: docs/sources.md#access-by-watched. */
export const accessByWatched: Rule = {
  name: "access-by-watched",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      for (const one of judgement.cases) {
        const failed = walk(one, "established", againstBearer(one));
        const refused = failed.stuck.filter(({ step, why }) => why.kind === "consent" && step.kind === "look");
        const [first] = refused;
        if (first === undefined) continue;
        const verifiers = [...new Set(refused.map(({ step }) => step.actor ?? ""))];

        return [
          gameFinding(
            context,
            "access-by-watched",
            "error",
            judgement,
            failed,
            `${listed(verifiers)} ${verifiers.length === 1 ? "sees" : "see"} only what ${one.enforcement.bearer} shows.`,
            { slot: "verification.access", place: first.step.label },
          ),
        ];
      }

      return [];
    }),
};
