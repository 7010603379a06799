import { isOpen, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Actor, Body, Slot } from "../../commitments/index.ts";
import { provisionOf } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed, sentence } from "../saying.ts";

/**
 * A body that finds breaches needs a day by which it decides, and a rule by which it can. Silence that counts as a
 * decision supplies both. Source: docs/sources.md#body-without-rules.
 */
export const bodyWithoutRules: Rule = {
  name: "body-without-rules",
  family: "structure",
  find: (context) => {
    const deciding = decidingBodies(context);
    const bodies = new Map(context.reading.bodies.map((body) => [body.id, body]));

    return context.reading.actors.flatMap((actor) => {
      const clocks = deciding.get(actor.id);
      const body = bodies.get(actor.id);
      if (clocks === undefined || body === undefined) return [];
      const missing = missingRules(actor, body, clocks);
      if (missing.length === 0) return [];
      const at = clocks.at ?? actor.spans[0] ?? null;
      const label = clocks.label ?? (at === null ? null : (provisionOf(context.draft, at.provision)?.label ?? null));

      return [
        finding(
          context,
          "body-without-rules",
          "warning",
          null,
          `${sentence(actor.name)} has no ${listed(missing)} and may decide never.`,
          { slot: `body ${actor.id}`, provisions: label === null ? [] : [label], missing, at },
        ),
      ];
    });
  },
};

type Clocks = { hasClock: boolean; hasSilence: boolean; label: string | null; at: Actor["spans"][number] | null };

/** Bodies that determine breaches, whose decision an answer waits for, or whose rule of decision is stated. */
function decidingBodies(context: Context): ReadonlyMap<string, Clocks> {
  const deciding = new Map<string, Clocks>();
  const clocksOf = (name: string): Clocks => {
    const known = deciding.get(name) ?? { hasClock: false, hasSilence: false, label: null, at: null };
    deciding.set(name, known);

    return known;
  };
  for (const commitment of context.commitments)
    for (const determination of valuesOf(commitment.determination))
      for (const name of determination.by) {
        const clocks = clocksOf(name);
        clocks.hasClock ||= !isOpen(determination.within);
        clocks.hasSilence ||= isDeemed(determination.onSilence);
        clocks.label ??= determination.label;
        if (commitment.determination.kind === "stated") clocks.at ??= commitment.determination.spans[0] ?? null;
      }
  for (const body of context.reading.bodies) if (!isOpen(body.rule)) clocksOf(body.id);

  return deciding;
}

function isDeemed(slot: Slot<string>): boolean {
  const value = valueOf(slot);

  return value !== null && value !== "nothing";
}

/** "One member appointed by each Party": how many votes that makes is not in the name. */
const severalMembers = /\b(?:each|every|both|all|parties|sides|members|states)\b/i;

function missingRules(actor: Actor, body: Body, clocks: Clocks): readonly string[] {
  if (clocks.hasSilence || isDeemed(body.onSilence)) return [];
  const missing: string[] = [];
  if (!clocks.hasClock && isOpen(body.decidesWithin) && isOpen(body.extension)) missing.push("clock");
  if (actor.outside) return missing;
  const rule = valueOf(body.rule);
  const votes = body.members.reduce((sum, member) => sum + member.weight, 0);
  if (rule === null && body.members.length !== 1) missing.push("rule of decision");
  const isEven =
    votes > 0 && votes % 2 === 0 && body.members.every(({ actor: member }) => !severalMembers.test(member));
  if (rule === "majority" && isEven && isOpen(body.tie)) missing.push("rule for a tie");
  if (
    (rule === "majority" || rule === "qualified-majority") &&
    isOpen(body.quorum) &&
    isOpen(body.threshold) &&
    missing.includes("clock")
  )
    missing.push("quorum");

  return missing;
}
