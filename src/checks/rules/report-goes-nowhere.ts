import { itemsIn } from "../../commitments/index.ts";
import { courseOf } from "../judge.ts";
import type { Case, Judgement } from "../judge.ts";
import { fact } from "../lower.ts";
import { isTrueOf } from "../memo.ts";
import type { Rule } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import type { Terrain } from "../terrain.ts";
import { gameFinding, walk, withEverybody } from "../stretch.ts";

/** What is seen must reach somebody who may decide. Source: docs/sources.md#report-goes-nowhere. */
export const reportGoesNowhere: Rule = {
  name: "report-goes-nowhere",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const [first] = judgement.cases;
      if (first === undefined || first.enforcement.looks.length === 0) return [];
      const isSeen = (): boolean => walk(first, "established", withEverybody).isReached;
      if (!isTrueOf(first.enforcement, "seen with everybody", isSeen)) return [];
      if (arrives(terrainOf(context), judgement, first)) return [];
      const failed = walk(first, "established", withEverybody);
      const look = first.enforcement.looks[0];
      const place = judgement.commitment.verification[look?.verification ?? 0]?.label ?? judgement.commitment.label;

      return [
        gameFinding(
          context,
          "report-goes-nowhere",
          "error",
          judgement,
          failed,
          "The report is written and nobody must read it.",
          { slot: "verification.reportsTo", place, missing: ["verification.reportsTo"] },
        ),
      ];
    }),
};

/** Whether what a verifier sees comes to a deciding body; without one, whether it is reported to anybody at all. */
function arrives(terrain: Terrain, { commitment }: Judgement, { enforcement }: Case): boolean {
  const readers = terrain.cast.singles(commitment.verification.flatMap(({ reportsTo }) => itemsIn(reportsTo)));
  if (!enforcement.hasDeterminer) return readers.length > 0;

  return isTrueOf(enforcement, `reaches the body by ${readers.join()}`, () => {
    const { game } = enforcement;
    const steps = game.steps.filter(({ kind, actor }) => kind !== "request" || readers.includes(actor ?? ""));

    return courseOf({ ...game, steps }, withEverybody).days[fact.before] !== Infinity;
  });
}
