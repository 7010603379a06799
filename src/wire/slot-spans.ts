import { mapSlots, slotNames, withSpans } from "../commitments/index.ts";
import type { Anchor, Commitment } from "../commitments/index.ts";

/** Slots of a frame that a reading file can give words for; a part of one stands after a dot (`window.after.point`). */
const roots: ReadonlySet<string> = new Set([...slotNames, "action", "verification", "onBreach"]);

/** Whether a path names a slot that a frame can have. */
export function isSlotPath(path: string): boolean {
  return roots.has(path.split(".")[0] ?? "");
}

/** The commitment with these words under one slot and everything inside it. `action` is the commitment's own words. */
export function spread(commitment: Commitment, path: string, anchors: readonly Anchor[]): Commitment {
  if (path === "action") return { ...commitment, spans: anchors };
  const changed = at(commitment, path.split("."), anchors);

  // `at` changes only anchors, so that what comes back is a commitment still.
  return changed as Commitment;
}

function at(value: unknown, path: readonly string[], anchors: readonly Anchor[]): unknown {
  if (Array.isArray(value)) return value.map((one) => at(one, path, anchors));
  if (typeof value !== "object" || value === null) return value;
  const [step, ...rest] = path;
  if (step === undefined) {
    const inside = mapSlots(value, (slot) => withSpans(slot, anchors));

    return "spans" in inside ? { ...inside, spans: anchors } : inside;
  }
  const entries = Object.entries(value);
  const key = entries.some(([name]) => name === step) ? step : "value";
  const below = key === step ? rest : path;

  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? at(one, below, anchors) : one]));
}
