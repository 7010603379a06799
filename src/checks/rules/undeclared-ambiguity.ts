import { spansOf, valuesOf } from "../../commitments/index.ts";
import { duties, holeFinding, isDeclared } from "../hole.ts";
import { wordsAt } from "../places.ts";
import type { Rule } from "../rule.ts";
import { actOf, quoted } from "../saying.ts";
import { ambiguousSlotsOf } from "../slots.ts";

/** Paths where several values are a question of time and unanchored-time asks it. */
const timed = /^(?:window|start)\.(?:after|earliest|latest)$/;

/**
 * Words with several meanings that nobody has declared open on purpose. Deliberate ambiguity can be the only bridge:
 * declared, it is left alone. Source: docs/sources.md#undeclared-ambiguity.
 */
export const undeclaredAmbiguity: Rule = {
  name: "undeclared-ambiguity",
  family: "structure",
  find: (context) =>
    duties(context).flatMap((commitment) =>
      ambiguousSlotsOf(commitment)
        .filter(({ path }) => !timed.test(path))
        .filter(({ path, slot }) => !isDeclared(context, commitment, path, slot))
        .map(({ path, slot }) => {
          const words = wordsAt(context.draft, spansOf(slot).slice(0, 1));

          return holeFinding(context, {
            rule: "undeclared-ambiguity",
            severity: "warning",
            commitment,
            path,
            at: spansOf(slot),
            says: `${words === "" ? actOf(commitment) : quoted(words)} allows ${valuesOf(slot).length} meanings of ${path}.`,
          });
        }),
    ),
};
