import { spansOf } from "../../commitments/index.ts";
import type { DeclaredAmbiguity } from "../../commitments/index.ts";
import { provisionOf } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";
import { ambiguousSlotsOf, slotsOf } from "../slots.ts";

/** What is left open on purpose needs a day on which it is looked at again. Source: docs/sources.md#ambiguity-without-review. */
export const ambiguityWithoutReview: Rule = {
  name: "ambiguity-without-review",
  family: "structure",
  find: (context) =>
    allDeclared(context)
      .filter((declared) => declared.reviewOn === null)
      .map((declared) => {
        const commitment =
          context.commitments.find((one) => one.label === declared.at || one.id === declared.at) ?? null;
        const slot = commitment === null ? undefined : slotsOf(commitment).find(({ path }) => path === declared.slot);
        const at = (slot === undefined ? undefined : spansOf(slot.slot)[0]) ?? commitment?.spans[0] ?? null;
        const words =
          at === null ? "" : (provisionOf(context.draft, at.provision)?.words.slice(at.start, at.end) ?? "");

        return finding(
          context,
          "ambiguity-without-review",
          "warning",
          commitment,
          `The open meaning of ${words === "" ? `${declared.slot} in ${declared.at}` : quoted(words)} is never looked at again.`,
          { slot: `${declared.at} ${declared.slot}`, provisions: [commitment?.label ?? declared.at], at },
        );
      }),
};

/** Declared for the reading, or at the slot itself; once each. */
function allDeclared(context: Context): readonly DeclaredAmbiguity[] {
  const byPlace = new Map<string, DeclaredAmbiguity>();
  for (const declared of context.reading.declared) byPlace.set(`${declared.at} ${declared.slot}`, declared);
  for (const commitment of context.commitments)
    for (const { slot } of ambiguousSlotsOf(commitment))
      if (slot.kind === "ambiguous" && slot.declared !== "no")
        byPlace.set(`${slot.declared.at} ${slot.declared.slot}`, slot.declared);

  return [...byPlace.values()];
}
