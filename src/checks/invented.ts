import { notApplicable, unresolved } from "../commitments/index.ts";
import type {
  Actor,
  Body,
  Commitment,
  Consequence,
  Determination,
  Duration,
  Reading,
  Slot,
  Verification,
} from "../commitments/index.ts";
import type { Draft, Provision } from "../text/index.ts";

/** For tests: small invented agreements, built in code. Every slot is open unless it is given. */
export function stated<Value>(value: Value): Slot<Value> {
  return { kind: "stated", value, spans: [] };
}

export function days(amount: number): Slot<Duration> {
  return stated({ amount, unit: "days", calendar: null });
}

const open = unresolved();

export function actor(id: string, more: Partial<Actor> = {}): Actor {
  const none = { memberOf: [], alliedWith: [], trustRoot: false, collective: null, outside: true, spans: [] };

  return { id, name: id, kind: "party", ...none, ...more };
}

export function body(id: string, members: readonly string[], more: Partial<Body> = {}): Body {
  return {
    id,
    members: members.map((member) => ({ actor: member, weight: 1, votesAs: null })),
    rule: open,
    threshold: open,
    quorum: open,
    tie: open,
    decidesWithin: open,
    extension: open,
    onSilence: open,
    createdBy: open,
    mandate: open,
    staffedBy: open,
    paidBy: open,
    startsOn: open,
    suspensionPlan: open,
    ...more,
  };
}

export function verification(by: readonly string[], more: Partial<Verification> = {}): Verification {
  return {
    label: "3",
    spans: [],
    by: stated(by),
    evidence: open,
    access: open,
    needsConsentOf: open,
    from: open,
    frequency: open,
    within: open,
    bound: true,
    establishes: "both",
    reportsTo: open,
    reportsWithin: open,
    ...more,
  };
}

export function determination(by: readonly string[], more: Partial<Determination> = {}): Slot<Determination> {
  return stated({ label: "4", by, bound: true, within: open, onSilence: open, appealTo: open, ...more });
}

export function consequence(by: readonly string[] | "automatic", more: Partial<Consequence> = {}): Consequence {
  return {
    label: "5",
    spans: [],
    by: stated(by),
    kind: "sanction",
    says: "reimpose the measures of Annex C",
    requires: [],
    needsConsentOf: open,
    within: open,
    bound: true,
    cost: open,
    reinstatement: "default",
    unless: open,
    until: open,
    addressee: open,
    ...more,
  };
}

export function commitment(
  label: string,
  bearer: readonly string[] | null,
  more: Partial<Commitment> = {},
): Commitment {
  return {
    id: `${label}/1`,
    provision: label,
    label,
    spans: [],
    requires: {},
    bearer: bearer === null ? open : stated(bearer),
    liability: notApplicable("one bearer"),
    counterparty: open,
    modality: stated("obligation"),
    strength: stated("shall"),
    action: { verb: "withdraw", object: "heavy weapons", place: open, class: "withdraw" },
    quantity: notApplicable("none"),
    mode: "achieve",
    role: "primary",
    trigger: open,
    condition: open,
    elseBranch: open,
    window: open,
    start: open,
    until: open,
    needsConsentOf: notApplicable("none"),
    reversible: open,
    value: null,
    criterion: open,
    verification: [],
    determination: open,
    onBreach: [],
    overrides: [],
    survivesTermination: false,
    ...more,
  };
}

export function reading(more: Partial<Reading> = {}): Reading {
  return {
    reader: "secretariat",
    kind: "given",
    language: "en",
    textHash: null,
    actors: ["Aland", "Bland"].map((name) => actor(name)),
    bodies: [],
    terms: [],
    commitments: [],
    guarantees: [],
    powers: [],
    declared: [],
    timeZone: open,
    authentic: open,
    answerWithin: null,
    slips: [],
    ...more,
  };
}

/** A draft that has provisions with these labels and words, and nothing else. */
export function draftOf(words: Readonly<Record<string, string>>): Draft {
  const provisions = Object.entries(words).map(([label, said], index): Provision => {
    return {
      id: label,
      index,
      parent: null,
      depth: 0,
      kind: "article",
      label,
      literal: label,
      heading: null,
      words: said,
      runs: [{ at: 0, source: 0 }],
      groups: [],
      references: [],
      notes: [],
      blanks: [],
      placeholders: [],
      slashes: [],
      optionOf: null,
      language: "en",
      status: "proposed",
    };
  });

  return {
    title: "Invented",
    name: "invented",
    format: "plain",
    languages: ["en"],
    header: {},
    provisions,
    pieces: [],
    groups: [],
    slips: [],
    accounts: {
      openers: 0,
      closers: 0,
      groups: 0,
      options: 0,
      bracketedOptions: 0,
      blockOptions: 0,
      connectors: 0,
      blanks: 0,
      placeholders: 0,
      slashes: 0,
      links: 0,
      notes: 0,
      citations: 0,
      escapes: 0,
      unclosed: 0,
      strayClosers: 0,
      tooDeep: 0,
      other: 0,
    },
    parties: [],
  };
}
