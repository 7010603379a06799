import type { Anchor, Slot } from "./slot.ts";

/**
 * Rewrites every slot of plain data, the innermost first: `mapSlots(commitment, asserted)`.
 *
 * What is no slot stays as it is. `change` must keep the kind of value a slot holds; the type of the tree rests on it.
 */
export function mapSlots<Tree>(tree: Tree, change: (slot: Slot<unknown>) => Slot<unknown>): Tree {
  // The result has the shape of the tree: only slots are replaced, by slots of the same kind of value.
  return rewrite(tree, change) as Tree;
}

function rewrite(value: unknown, change: (slot: Slot<unknown>) => Slot<unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => rewrite(one, change));
  const inside = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewrite(one, change)]));

  return isSlot(inside) ? change(inside) : inside;
}

function isSlot(value: object): value is Slot<unknown> {
  if (!("kind" in value)) return false;
  switch (value.kind) {
    case "stated":
      return "value" in value && "spans" in value;
    case "proposed":
      return "value" in value && "rule" in value;
    case "asserted":
      return "value" in value && "by" in value;
    case "ambiguous":
      return "alternatives" in value;
    case "unresolved":
      return "spans" in value;
    case "not-applicable":
      return "why" in value;
    default:
      return false;
  }
}

/** A slot that the words `spans` fill, or open. */
export function withSpans(slot: Slot<unknown>, spans: readonly Anchor[]): Slot<unknown> {
  switch (slot.kind) {
    case "stated":
    case "proposed":
    case "unresolved":
      return { ...slot, spans };
    case "asserted":
      return { kind: "stated", value: slot.value, spans };
    case "ambiguous":
      return { ...slot, alternatives: slot.alternatives.map(({ value }) => ({ value, spans })) };
    case "not-applicable":
      return slot;
  }
}

/** What no words fill a reader asserts: stated slots without spans become asserted ones. */
export function assertedBy<Tree>(tree: Tree, reader: string): Tree {
  return mapSlots(tree, (slot) =>
    slot.kind === "stated" && slot.spans.length === 0
      ? { kind: "asserted", value: slot.value, by: reader, why: null }
      : slot,
  );
}
