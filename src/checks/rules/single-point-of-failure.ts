import type { Judgement } from "../judge.ts";
import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../saying.ts";

/** One actor on whom every answer hangs is worth knowing. Source: docs/sources.md#single-point-of-failure. */
export const singlePointOfFailure: Rule = {
  name: "single-point-of-failure",
  family: "enforcement",
  scope: "text",
  find: (context) => {
    const stopped = new Map<string, Judgement[]>();
    for (const judgement of context.judgements.values()) {
      if (judgement.worst?.verdict.grade !== "E2") continue;
      for (const actor of judgement.worst.verdict.reliesOn) {
        const known = stopped.get(actor);
        if (known === undefined) stopped.set(actor, [judgement]);
        else known.push(judgement);
      }
    }

    return [...stopped].map(([actor, judgements]) => {
      const labels = [...new Set(judgements.map(({ commitment }) => commitment.label))];
      const shown = labels.length > 6 ? [...labels.slice(0, 5), `${labels.length - 5} more`] : labels;

      return finding(
        context,
        "single-point-of-failure",
        "note",
        judgements[0]?.commitment ?? null,
        `${actor} alone can stop every answer to ${listed(shown)}.`,
        {
          slot: actor,
          provisions: labels,
          commitments: judgements.map(({ commitment }) => commitment.id),
          reliesOn: [actor],
        },
      );
    });
  },
};
