/** Words of one version of a text: a provision and a range of UTF-16 units in its own words (`Provision.words`). */
export type Anchor = { readonly provision: string; readonly start: number; readonly end: number };

/** A meaning left open on purpose by all sides named; closes warnings, never errors. */
export type DeclaredAmbiguity = {
  readonly at: string;
  readonly slot: string;
  readonly by: readonly string[];
  readonly purpose: string | null;
  /** A day as written, or days after an event; `null` when nobody looks at it again. */
  readonly reviewOn: string | null;
  readonly ifNotResolved: string | null;
};

/**
 * One answer the words may or may not give. `stated`: the words say it. `asserted`: they do not, and this reader
 * reads it so. `proposed`: a rule chose or looked further. `ambiguous`: the words allow several. `unresolved`:
 * nobody has filled it; the anchors show where it should stand. Never a guess, never a default.
 */
export type Slot<Value> =
  | { readonly kind: "stated"; readonly value: Value; readonly spans: readonly Anchor[] }
  | { readonly kind: "asserted"; readonly value: Value; readonly by: string; readonly why: string | null }
  | { readonly kind: "proposed"; readonly value: Value; readonly spans: readonly Anchor[]; readonly rule: string }
  | {
      readonly kind: "ambiguous";
      readonly alternatives: readonly { readonly value: Value; readonly spans: readonly Anchor[] }[];
      readonly declared: DeclaredAmbiguity | "no";
    }
  | { readonly kind: "unresolved"; readonly spans: readonly Anchor[] }
  | { readonly kind: "not-applicable"; readonly why: string };

/** The one value a check may use, or `null` where there is none or several. */
export function valueOf<Value>(slot: Slot<Value>): Value | null {
  return slot.kind === "stated" || slot.kind === "asserted" || slot.kind === "proposed" ? slot.value : null;
}

/** Every value the slot allows; empty where it is unresolved or does not apply. */
export function valuesOf<Value>(slot: Slot<Value>): readonly Value[] {
  if (slot.kind === "ambiguous") return slot.alternatives.map((alternative) => alternative.value);
  const value = valueOf(slot);

  return value === null ? [] : [value];
}

/** Every item of the lists that a slot allows, in order: `valuesOf(slot).flat()`, without a copy where the words leave one list. */
export function itemsIn<Item>(slot: Slot<readonly Item[]>): readonly Item[] {
  return slot.kind === "ambiguous" ? valuesOf(slot).flat() : (valueOf(slot) ?? []);
}

export function isOpen(slot: Slot<unknown>): boolean {
  return slot.kind === "unresolved";
}

/** The anchors that a slot points at; empty for what a reader asserts. */
export function spansOf(slot: Slot<unknown>): readonly Anchor[] {
  if (slot.kind === "ambiguous") return slot.alternatives.flatMap((alternative) => alternative.spans);

  return slot.kind === "asserted" || slot.kind === "not-applicable" ? [] : slot.spans;
}

type Unresolved = { readonly kind: "unresolved"; readonly spans: readonly Anchor[] };

const nowhere: Unresolved = { kind: "unresolved", spans: [] };

export function unresolved(...spans: Anchor[]): Unresolved {
  return spans.length === 0 ? nowhere : { kind: "unresolved", spans };
}

export function notApplicable(why: string): { readonly kind: "not-applicable"; readonly why: string } {
  return { kind: "not-applicable", why };
}
