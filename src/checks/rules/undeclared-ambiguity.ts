import { spansOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { Finding } from "../finding.ts";
import { duties, holeFinding, holesOfClauses, isDeclared, isDuty } from "../hole.ts";
import { wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, quoted } from "../saying.ts";
import { ambiguousSlotsOf } from "../slots.ts";

/** Paths where several values are a question of time and unanchored-time asks it. */
const timed = /^(?:window|start)\.(?:after|earliest|latest)$/;

/** Of a task of the machinery it is asked who bears it and to whom it is owed. */
const named = /^(?:bearer|counterparty)$/;

function tasks({ commitments, only }: Context): readonly Commitment[] {
  return commitments.filter(
    (commitment) => commitment.role === "mechanism" && isDuty(commitment) && (only?.has(commitment.id) ?? true),
  );
}

/**
 * Words with several meanings that nobody has declared open on purpose. Deliberate ambiguity can be the only bridge:
 * declared, it is left alone. Source: docs/sources.md#undeclared-ambiguity.
 */
export const undeclaredAmbiguity: Rule = {
  name: "undeclared-ambiguity",
  family: "structure",
  find: (context) => [
    ...[...duties(context), ...tasks(context)].flatMap((commitment) =>
      ambiguousSlotsOf(commitment)
        .filter(({ path }) => !timed.test(path) && (commitment.role === "primary" || named.test(path)))
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
    ...watchersInDoubt(context),
  ],
};

/** A clause that watches one of several acts and does not say which: one finding for the clause. */
function watchersInDoubt(context: Context): readonly Finding[] {
  return holesOfClauses(
    context,
    duties(context).flatMap((commitment) =>
      commitment.verification
        .filter(({ by }) => by.kind === "ambiguous" && !isDeclared(context, commitment, "verification.by", by))
        .map(({ label, spans }) => ({
          rule: "undeclared-ambiguity",
          severity: "warning",
          commitment,
          path: "verification.by",
          at: spans,
          label,
          says: `${quoted(wordsAt(context.draft, spans.slice(0, 1)))} may or may not mean ${actOf(commitment)}.`,
        })),
    ),
  );
}
