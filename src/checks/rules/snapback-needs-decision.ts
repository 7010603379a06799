import type { Commitment, Consequence } from "../../commitments/index.ts";
import { valueOf } from "../../commitments/index.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import { terrainOf } from "../terrain.ts";

/** A measure that returns only by a new decision returns when all agree again. Source: docs/sources.md#snapback-needs-decision. */
export const snapbackNeedsDecision: Rule = {
  name: "snapback-needs-decision",
  family: "enforcement",
  find: (context) =>
    [...context.judgements.values()].flatMap(({ commitment }) => {
      const decided = commitment.onBreach.find(needsDecision);
      if (decided === undefined) return [];
      const members = deciders(context, commitment, decided);

      return [
        finding(
          context,
          "snapback-needs-decision",
          "warning",
          commitment,
          `The measure returns only if ${members.length === 0 ? "somebody decides so" : members.length === 1 ? `${listed(members)} decides so` : `${listed(members)} agree`} again.`.replace(
            "decides so again",
            "decides so",
          ),
          {
            slot: "onBreach.reinstatement",
            provisions: decided.label === commitment.label ? [decided.label] : [decided.label, commitment.label],
            reliesOn: members,
            at: decided.spans[0] ?? commitment.spans[0] ?? null,
          },
        ),
      ];
    }),
};

function needsDecision({ kind, reinstatement, requires }: Consequence): boolean {
  return (
    reinstatement === "needs-decision" ||
    (kind === "snapback" && requires.some(({ event }) => event.kind === "decision"))
  );
}

/** The members of the body that decides: the one named for it, else the one that acts, else the one that determines. */
function deciders(context: Context, commitment: Commitment, consequence: Consequence): readonly string[] {
  const { cast } = terrainOf(context);
  const decision = consequence.requires.find(({ event }) => event.kind === "decision")?.event;
  const by = valueOf(consequence.by);
  const names = [
    ...(decision?.kind === "decision" && decision.by !== null ? [decision.by] : []),
    ...(by === null || by === "automatic" ? [] : by),
    ...(valueOf(commitment.determination)?.by ?? []),
  ];
  const body = names.find((name) => cast.vote(name) !== null) ?? names.find((name) => cast.body(name) !== null);
  const members = body === undefined ? [] : (cast.vote(body)?.members ?? []).map(({ actor }) => actor);

  return members.length > 0 ? members : body === undefined ? names.slice(0, 1) : [body];
}
