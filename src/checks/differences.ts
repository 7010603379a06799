import { isOpen, valueOf } from "../commitments/index.ts";
import type { Commitment, Reading, Slot } from "../commitments/index.ts";

/** One slot of one commitment that two readers fill differently. */
export type SlotDifference = {
  readonly path: string;
  readonly one: Commitment;
  readonly other: Commitment;
  readonly words: readonly [string, string];
  /** The first reader's commitment with the second reader's value in this slot. */
  readonly swapped: Commitment;
};

type Path = keyof Commitment &
  (
    | "bearer"
    | "counterparty"
    | "modality"
    | "trigger"
    | "condition"
    | "window"
    | "start"
    | "until"
    | "needsConsentOf"
    | "determination"
    | "quantity"
    | "reversible"
    | "criterion"
  );

const paths: readonly Path[] = [
  "bearer",
  "counterparty",
  "modality",
  "quantity",
  "trigger",
  "condition",
  "window",
  "start",
  "until",
  "needsConsentOf",
  "reversible",
  "criterion",
  "determination",
];

/** Pairs of commitments that two readings see in the same place: by id, else by provision and class of act. */
export function pairsOf(one: Reading, other: Reading): readonly (readonly [Commitment, Commitment])[] {
  const byId = new Map(other.commitments.map((commitment) => [commitment.id, commitment]));
  const byAct = new Map(other.commitments.map((commitment) => [placeOf(commitment), commitment]));
  const taken = new Set<string>();
  const pairs: (readonly [Commitment, Commitment])[] = [];
  for (const commitment of one.commitments) {
    const same = byId.get(commitment.id);
    const match = same?.action.class === commitment.action.class ? same : byAct.get(placeOf(commitment));
    if (match === undefined || taken.has(match.id)) continue;
    taken.add(match.id);
    pairs.push([commitment, match]);
  }

  return pairs;
}

function placeOf({ label, action }: Commitment): string {
  return `${label} ${action.class}`;
}

/** Where both have filled a slot and not alike; a slot that one leaves open is not a difference of meaning. */
export function differencesOf(one: Commitment, other: Commitment): readonly SlotDifference[] {
  const found: SlotDifference[] = [];
  for (const path of paths) {
    const values = [meaning(one[path]), meaning(other[path])] as const;
    if (values[0] === null || values[1] === null || values[0] === values[1]) continue;
    found.push({
      path: pointDiffersOnly(one, other, path) ? `${path}.after.point` : path,
      one,
      other,
      words: [wordsOf(one, path), wordsOf(other, path)],
      swapped: { ...one, [path]: other[path] },
    });
  }
  for (const path of ["verification", "onBreach"] as const) {
    const values = [plain(one[path]), plain(other[path])] as const;
    if (one[path].length === 0 || other[path].length === 0 || values[0] === values[1]) continue;
    found.push({
      path,
      one,
      other,
      words: [path === "verification" ? "one verification" : "one answer", "another"],
      swapped:
        path === "verification" ? { ...one, verification: other.verification } : { ...one, onBreach: other.onBreach },
    });
  }

  return found;
}

/** A slot's values as text without the places they came from; `null` where nobody has filled it. */
function meaning(slot: Slot<unknown>): string | null {
  if (isOpen(slot) || slot.kind === "not-applicable") return null;

  return plain(slot.kind === "ambiguous" ? slot.alternatives.map(({ value }) => value) : valueOf(slot));
}

/** Data without anchors, without the words a window or a condition is worded in, and without who says it. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === "spans" ? undefined : withoutSource(inner)));
}

const sources: readonly unknown[] = ["stated", "asserted", "proposed"];

function withoutSource(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && "value" in value && sources.includes(value.kind)) return { value: value.value };
  if ("words" in value && ("after" in value || "event" in value)) return { ...value, words: "" };

  return value;
}

function pointDiffersOnly(one: Commitment, other: Commitment, path: Path): boolean {
  if (path !== "window" && path !== "start") return false;
  const [mine, theirs] = [valueOf(one[path]), valueOf(other[path])];
  const [after, before] = [mine === null ? null : valueOf(mine.after), theirs === null ? null : valueOf(theirs.after)];
  if (mine === null || theirs === null || after === null || before === null) return false;

  return plain({ ...mine, after: after.event }) === plain({ ...theirs, after: before.event });
}

function wordsOf(commitment: Commitment, path: Path): string {
  const slot = commitment[path];
  if (path === "window" || path === "start") {
    const window = valueOf(commitment[path]);
    const after = window === null ? null : valueOf(window.after);
    const point = after === null ? null : valueOf(after.point);

    return `‘${window?.words ?? "several windows"}’${point === null ? "" : ` from ${point.replace("-", " ")}`}`;
  }
  const value = valueOf<unknown>(slot);
  if (Array.isArray(value)) return value.join(" and ");
  if (typeof value === "string") return value;

  return `another ${path.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}
