import type { Commitment, Consequence, Verification } from "../commitment.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { Anchor } from "../slot.ts";

/** A commitment that can be written to while its frame is read. */
export type Frame = { -readonly [Field in keyof Commitment]: Commitment[Field] };

/** A commitment of which nothing is said yet: open where something has to be said, not applicable where nothing need be. */
export function blankFrame(id: string, label: string, provision: string): Frame {
  return {
    id,
    label,
    provision,
    spans: [],
    requires: {},
    bearer: unresolved(),
    liability: notApplicable("one bearer"),
    counterparty: unresolved(),
    modality: unresolved(),
    strength: unresolved(),
    action: { verb: "", object: "", place: notApplicable("no place is named"), class: "other" },
    quantity: notApplicable("no quantity is named"),
    mode: "achieve",
    role: "primary",
    trigger: notApplicable("nothing triggers it"),
    condition: notApplicable("it is unconditional"),
    elseBranch: notApplicable("it is unconditional"),
    window: unresolved(),
    start: notApplicable("its beginning is not set apart"),
    until: notApplicable("no end is named"),
    needsConsentOf: notApplicable("no consent is asked"),
    reversible: unresolved(),
    value: null,
    criterion: unresolved(),
    verification: [],
    determination: unresolved(),
    onBreach: [],
    overrides: [],
    survivesTermination: false,
  };
}

export function blankVerification(label: string): Verification {
  return {
    label,
    spans: [],
    by: unresolved(),
    evidence: unresolved(),
    access: unresolved(),
    needsConsentOf: unresolved(),
    from: unresolved(),
    frequency: unresolved(),
    within: unresolved(),
    bound: true,
    establishes: "both",
    reportsTo: unresolved(),
    reportsWithin: unresolved(),
  };
}

export function blankConsequence(label: string): Consequence {
  return {
    label,
    spans: [],
    by: unresolved(),
    kind: "sanction",
    says: "",
    requires: [],
    needsConsentOf: notApplicable("no consent is asked"),
    within: unresolved(),
    bound: true,
    cost: unresolved(),
    reinstatement: "default",
    unless: notApplicable("nobody can stop it"),
    until: notApplicable("no end is named"),
    addressee: unresolved(),
  };
}

/** The spans of a clause that says what it opens: kept so that the hole can be pointed at. */
export function hole(spans: readonly Anchor[]): { readonly kind: "unresolved"; readonly spans: readonly Anchor[] } {
  return unresolved(...spans);
}
