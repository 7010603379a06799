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
      const failed = walk(first, "established", withEverybody);
      if (failed.isReached) return [];

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
