import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import { trustRootsOf } from "../trust-roots.ts";

/** Who holds the guarantor to its promise? Somebody, or a root of trust that the text declares. Source: docs/sources.md#unguaranteed-guarantor. */
export const unguaranteedGuarantor: Rule = {
  name: "unguaranteed-guarantor",
  family: "guarantor",
  scope: "text",
  find: (context) =>
    trustRootsOf(context)
      .filter(({ actor, declared }) => !declared && isGuarantor(context, actor))
      .map(({ actor, labels, commitments }) => {
        const place = labels[0] ?? "";

        return finding(context, "unguaranteed-guarantor", "warning", null, `Nobody holds ${actor} to it.`, {
          slot: actor,
          provisions: labels,
          commitments,
          reliesOn: [actor],
          story: [
            { day: 0, text: `A breach is found, and ${actor} does not act.`, provision: place },
            { day: null, text: `Nothing follows when ${actor} does not act.`, provision: place },
          ],
          at: placeOf(context, place),
        });
      }),
};

/** A body of the text's own, or one that only watches, is a part of the machinery and not its guarantor. */
function isGuarantor(context: Context, name: string): boolean {
  const { cast } = terrainOf(context);
  const kind = cast.actor(name)?.kind;

  return kind !== "commission" && kind !== "verifier" && cast.vote(name) === null;
}

function placeOf(context: Context, label: string) {
  for (const { onBreach } of context.commitments)
    for (const consequence of onBreach) if (consequence.label === label) return consequence.spans[0] ?? null;

  return context.reading.guarantees.find((guarantee) => guarantee.label === label)?.spans[0] ?? null;
}
