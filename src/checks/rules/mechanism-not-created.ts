import { isOpen, itemsIn, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Actor, Anchor, Body, Commitment } from "../../commitments/index.ts";
import { clauseId } from "../hole.ts";
import { provisionOf } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed, sentence } from "../saying.ts";

/**
 * A body with tasks that no clause brings into being. Bodies that exist outside the text need no clause. Lists which
 * of the five is missing: creation, mandate, staff, means, a first day. Source: docs/sources.md#mechanism-not-created.
 */
export const mechanismNotCreated: Rule = {
  name: "mechanism-not-created",
  family: "structure",
  find: (context) => {
    const byId = new Map(context.reading.bodies.map((body) => [body.id, body]));

    return context.reading.actors.flatMap((actor) => {
      const body = byId.get(actor.id);
      const isOutside = actor.outside || actor.kind === "party" || isShortFor(context, actor);
      if (body === undefined || isOutside || isCreated(context, body)) return [];
      const at = actor.spans.find((span) => isPresent(context, span)) ?? null;
      const label = at === null ? undefined : provisionOf(context.draft, at.provision)?.label;
      const tasks = context.commitments.filter((commitment) => hasTask(commitment, actor));
      const labels = tasks.map((commitment) => commitment.label);

      return [
        finding(
          context,
          "mechanism-not-created",
          "error",
          null,
          `${sentence(actor.name)} has tasks but nothing brings it into being: no clause ${listed(missing(body))}.`,
          {
            id: clauseId(context, "mechanism-not-created", actor.id),
            provisions: [...new Set([...(label === undefined ? [] : [label]), ...labels])],
            commitments: tasks.map((commitment) => commitment.id),
            missing: ["createdBy"],
            at,
          },
        ),
      ];
    });
  },
};

/** "The Assembly", where "Northern Assembly" is the name of somebody who exists outside the text. */
function isShortFor(context: Context, actor: Actor): boolean {
  return context.reading.actors.some(
    (other) => other !== actor && (other.outside || other.kind === "party") && other.name.endsWith(` ${actor.name}`),
  );
}

function isCreated(context: Context, body: Body): boolean {
  const isEstablished = context.commitments.some(
    (commitment) =>
      commitment.action.class === "establish-body" &&
      valueOf(commitment.modality) === "obligation" &&
      commitment.action.object.toLowerCase().includes(body.id.toLowerCase()),
  );

  return !isOpen(body.createdBy) || isEstablished;
}

function missing(body: Body): readonly string[] {
  const asked: readonly (readonly [string, boolean])[] = [
    ["creates it", true],
    ["gives it a mandate", isOpen(body.mandate)],
    ["staffs it", isOpen(body.staffedBy)],
    ["pays for it", isOpen(body.paidBy)],
    ["says when it begins", isOpen(body.startsOn)],
  ];

  return asked.filter(([, isMissing]) => isMissing).map(([words]) => words);
}

function hasTask(commitment: Commitment, actor: Actor): boolean {
  const names = [
    ...itemsIn(commitment.bearer),
    ...commitment.verification.flatMap((one) => itemsIn(one.by)),
    ...valuesOf(commitment.determination).flatMap((one) => one.by),
  ];

  return names.includes(actor.id);
}

function isPresent(context: Context, span: Anchor): boolean {
  return provisionOf(context.draft, span.provision) !== null;
}
