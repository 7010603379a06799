import { isOpen, itemsIn, spansOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Hole } from "../hole.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, listed } from "../saying.ts";

/** Holes that a check needs filled and no rule of their own names. Source: docs/sources.md#unresolved-slot. */
export const unresolvedSlot: Rule = {
  name: "unresolved-slot",
  family: "structure",
  find: (context) =>
    duties(context)
      .flatMap((commitment) =>
        liability(context, commitment).concat(modality(commitment), until(commitment), consent(commitment)),
      )
      .map((hole) => holeFinding(context, hole)),
};

/** With two bearers or more it decides whether one may be answered for what the other left undone. */
function liability(context: Context, commitment: Commitment): readonly Hole[] {
  const bearers = itemsIn(commitment.bearer);
  const isSeveral = bearers.length > 1 || bearers.some((name) => isCollective(context, name));
  if (!isSeveral || !isOpen(commitment.liability)) return [];

  return [
    {
      ...common(commitment),
      path: "liability",
      at: spansOf(commitment.bearer),
      says: `Liability of ${listed(bearers)} is open, so who answers where one performs ${actOf(commitment)} and another does not cannot be told.`,
    },
  ];
}

function isCollective(context: Context, name: string): boolean {
  return context.reading.actors.some((actor) => actor.id === name && actor.collective !== null);
}

function modality(commitment: Commitment): readonly Hole[] {
  if (!isOpen(commitment.modality)) return [];

  return [
    {
      ...common(commitment),
      path: "modality",
      at: spansOf(commitment.modality),
      says: `Modality is open, so whether ${actOf(commitment)} is owed or allowed cannot be told.`,
    },
  ];
}

/** A lasting duty that ends with an event the words leave open. */
function until(commitment: Commitment): readonly Hole[] {
  if (!isOpen(commitment.until) || spansOf(commitment.until).length === 0) return [];

  return [
    {
      ...common(commitment),
      path: "until",
      at: spansOf(commitment.until),
      says: `The end is open, so how long ${actOf(commitment)} is owed cannot be told.`,
    },
  ];
}

/** Consent is needed and its giver is not named. */
function consent(commitment: Commitment): readonly Hole[] {
  if (!isOpen(commitment.needsConsentOf) || spansOf(commitment.needsConsentOf).length === 0) return [];

  return [
    {
      ...common(commitment),
      path: "needsConsentOf",
      at: spansOf(commitment.needsConsentOf),
      says: `The giver of consent is open, so who can prevent ${actOf(commitment)} cannot be told.`,
    },
  ];
}

function common(commitment: Commitment) {
  return { rule: "unresolved-slot", severity: "warning", commitment } as const;
}
