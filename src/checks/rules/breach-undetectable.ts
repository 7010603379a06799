import { isTrueOf } from "../memo.ts";
import type { Rule } from "../rule.ts";
import { gameFinding, walk, withEverybody } from "../stretch.ts";

/** Somebody is named who looks, and still no breach comes to light with everyone's help. Source: docs/sources.md#breach-undetectable. */
export const breachUndetectable: Rule = {
  name: "breach-undetectable",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const isNamed = judgement.commitment.verification.some(({ by }) => by.kind !== "unresolved");
      const [first] = judgement.cases;
      if (first === undefined || !isNamed) return [];
      const isSeen = (): boolean => walk(first, "established", withEverybody).isReached;
      if (isTrueOf(first.enforcement, "seen with everybody", isSeen)) return [];
      const failed = walk(first, "established", withEverybody);

      return [
        gameFinding(
          context,
          "breach-undetectable",
          "error",
          judgement,
          failed,
          "Even with everyone's help no body can establish a breach.",
          { slot: "verification" },
        ),
      ];
    }),
};
