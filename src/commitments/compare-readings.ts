import type { Draft } from "../text/index.ts";
import type { Commitment, Consequence, Determination, Verification } from "./commitment.ts";
import type { Reading } from "./reading.ts";
import { spansOf } from "./slot.ts";
import type { Anchor, Slot } from "./slot.ts";
import { printConsequence, printDetermination, printVerification } from "./treaty-english/print-clauses.ts";
import { printCommitment } from "./treaty-english/print-commitment.ts";
import { printCondition, printEvent, printNames } from "./treaty-english/print-event.ts";
import { printWindow } from "./treaty-english/print-window.ts";

/** One slot that two readings fill differently, or that only one of them fills. */
export type Difference = {
  /** Label of the provision. */
  readonly provision: string;
  /** The commitment of the first reading and that of the second; `null` where it has none to match. */
  readonly commitments: readonly [string | null, string | null];
  /** Path of the slot; `commitment` where one reading has no such commitment at all. */
  readonly slot: string;
  readonly kind: "one-silent" | "differ" | "unmatched";
  /** What each takes it to say, as Treaty English; `null` for silence. */
  readonly a: string | null;
  readonly b: string | null;
  /** All sides have said that this slot stays open on purpose. */
  readonly declared: boolean;
  /** The words both speak of, as far as either points at any. */
  readonly spans: readonly Anchor[];
};

/**
 * Where two readings of one draft part: commitments are matched by provision, then by common words, then by bearer and
 * kind of act; matched ones are compared slot by slot.
 *
 * Order: as in the text; slots in the order of a sentence. Equal slots give nothing. Symmetric up to the exchange of
 * the sides. O(n² within one provision).
 */
export function compareReadings(draft: Draft, a: Reading, b: Reading): readonly Difference[] {
  const ofA = byProvision(a.commitments);
  const ofB = byProvision(b.commitments);
  const labels = new Set([...draft.provisions.map(({ label }) => label), ...ofA.keys(), ...ofB.keys()]);
  const isOpen = openOnPurpose([...a.declared, ...b.declared]);

  return [...labels].flatMap((label) => {
    const { pairs, onlyA, onlyB } = matched(ofA.get(label) ?? [], ofB.get(label) ?? []);

    return [
      ...pairs.flatMap(([one, other]) => differences(one, other, isOpen)),
      ...onlyA.map((one) => unmatched(one, "a", isOpen)),
      ...onlyB.map((one) => unmatched(one, "b", isOpen)),
    ];
  });
}

function byProvision(commitments: readonly Commitment[]): ReadonlyMap<string, readonly Commitment[]> {
  const found = new Map<string, Commitment[]>();
  for (const commitment of commitments) {
    const known = found.get(commitment.label);
    if (known === undefined) found.set(commitment.label, [commitment]);
    else known.push(commitment);
  }

  return found;
}

type Pair = readonly [Commitment, Commitment];

/** Best pairs first; each commitment is in one pair at most. Ties go to the earlier in the text. */
function matched(
  ofA: readonly Commitment[],
  ofB: readonly Commitment[],
): { readonly pairs: readonly Pair[]; readonly onlyA: readonly Commitment[]; readonly onlyB: readonly Commitment[] } {
  const scored = ofA.flatMap((one, at) =>
    ofB.map((other, index) => ({ one, other, score: likeness(one, other), place: at + index })),
  );
  const ranked = scored.filter(({ score }) => score > 0).toSorted((x, y) => y.score - x.score || x.place - y.place);
  const taken = new Set<Commitment>();
  const pairs: Pair[] = [];
  for (const { one, other } of ranked) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  const isLeft = (commitment: Commitment): boolean => !taken.has(commitment);
  const inText = pairs.toSorted(([x], [y]) => ofA.indexOf(x) - ofA.indexOf(y));

  return { pairs: inText, onlyA: ofA.filter(isLeft), onlyB: ofB.filter(isLeft) };
}

/** Common words count most, then who must act, then what kind of act it is. 0: no reason to compare them. */
function likeness(one: Commitment, other: Commitment): number {
  const isPrecise = !isWhole(one) && !isWhole(other);
  const shared = isPrecise ? overlap(one.spans, other.spans) : 0;
  const sameVerb = one.action.verb === other.action.verb && one.action.verb !== "" ? 8 : 0;
  const sameClass = one.action.class === other.action.class ? 4 : 0;
  const sameBearer = slotWords(one.bearer, printNames) === slotWords(other.bearer, printNames) ? 2 : 0;
  if (shared === 0 && sameVerb + sameClass === 0) return 0;

  return shared * 16 + sameVerb + sameClass + sameBearer + 1;
}

/** Spans that begin where the provision begins say little: a reader who gave none has the whole of it. */
function isWhole({ spans, bearer }: Commitment): boolean {
  return spans.length === 0 || (spans.length === 1 && spans[0]?.start === 0 && spansOf(bearer).length === 0);
}

/** Share of common units, from 0 to 1. */
function overlap(one: readonly Anchor[], other: readonly Anchor[]): number {
  let common = 0;
  for (const x of one)
    for (const y of other)
      if (x.provision === y.provision) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  const length = (anchors: readonly Anchor[]): number => anchors.reduce((sum, { start, end }) => sum + end - start, 0);

  return common === 0 ? 0 : common / Math.min(length(one), length(other));
}

type Row = {
  readonly slot: string;
  readonly words: (commitment: Commitment) => string | null;
  readonly of?: (commitment: Commitment) => Slot<unknown>;
};

/** Slots in the order of a sentence, each with the words that say it. */
const rows: readonly Row[] = [
  slotRow("bearer", ({ bearer }) => bearer, printNames),
  slotRow("liability", ({ liability }) => liability, String),
  slotRow("modality", ({ modality }) => modality, String),
  slotRow("strength", ({ strength }) => strength, String),
  { slot: "action", words: ({ action }) => `${action.verb} ${action.object}`.trim().toLowerCase() },
  slotRow(
    "action.place",
    ({ action }) => action.place,
    (place) => place.toLowerCase(),
  ),
  slotRow(
    "quantity",
    ({ quantity }) => quantity,
    ({ bound, value, unit }) => `${bound} ${value} ${unit ?? ""}`.trim(),
  ),
  slotRow(
    "quantity.baseline",
    ({ quantity }) =>
      quantity.kind === "stated" || quantity.kind === "asserted" || quantity.kind === "proposed"
        ? quantity.value.baseline
        : quantity,
    String,
  ),
  slotRow(
    "trigger",
    ({ trigger }) => trigger,
    (event) => printEvent(event),
  ),
  slotRow("start", ({ start }) => start, printWindow),
  slotRow("window", ({ window }) => window, printWindow),
  slotRow(
    "until",
    ({ until }) => until,
    (event) => printEvent(event),
  ),
  slotRow("condition", ({ condition }) => condition, printCondition),
  slotRow("elseBranch", ({ elseBranch }) => elseBranch, String),
  slotRow("needsConsentOf", ({ needsConsentOf }) => needsConsentOf, printNames),
  slotRow("counterparty", ({ counterparty }) => counterparty, printNames),
  slotRow("reversible", ({ reversible }) => reversible, String),
  slotRow("criterion", ({ criterion }) => criterion, String),
  {
    slot: "verification",
    words: ({ verification, bearer }) =>
      listWords(verification.map((one: Verification) => printVerification(one, namesOf(bearer)))),
  },
  slotRow(
    "determination",
    ({ determination }) => determination,
    (one: Determination) => printDetermination(one),
  ),
  { slot: "onBreach", words: ({ onBreach }) => listWords(onBreach.map((one: Consequence) => printConsequence(one))) },
];

function slotRow<Value>(
  slot: string,
  of: (commitment: Commitment) => Slot<Value>,
  print: (value: Value) => string,
): Row {
  return { slot, of, words: (commitment) => slotWords(of(commitment), print) };
}

/** What a slot says; several values with "or"; `null` where it says nothing. */
function slotWords<Value>(slot: Slot<Value>, print: (value: Value) => string): string | null {
  switch (slot.kind) {
    case "stated":
    case "asserted":
    case "proposed":
      return print(slot.value);
    case "ambiguous":
      return slot.alternatives.map(({ value }) => print(value)).join(" or ");
    case "unresolved":
    case "not-applicable":
      return null;
  }
}

function listWords(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.toSorted().join(". ");
}

function namesOf(slot: Slot<readonly string[]>): readonly string[] {
  return slot.kind === "stated" || slot.kind === "asserted" || slot.kind === "proposed" ? slot.value : [];
}

type IsOpen = (commitment: Commitment, slot: string) => boolean;

/** A declared ambiguity closes its own slot and what stands inside it; its anchor point closes the window. */
function openOnPurpose(declared: Reading["declared"]): IsOpen {
  return ({ id, label }, slot) =>
    declared.some(
      (one) => (one.at === label || one.at === id) && (one.slot === slot || one.slot.startsWith(`${slot}.`)),
    );
}

function differences(one: Commitment, other: Commitment, isOpen: IsOpen): readonly Difference[] {
  return rows.flatMap((row) => {
    const a = row.words(one);
    const b = row.words(other);
    if (a === b) return [];
    const spans = row.of === undefined ? [] : [...spansOf(row.of(one)), ...spansOf(row.of(other))];

    return [
      {
        provision: one.label,
        commitments: [one.id, other.id] as const,
        slot: row.slot,
        kind: a === null || b === null ? ("one-silent" as const) : ("differ" as const),
        a,
        b,
        declared: isOpen(one, row.slot) || isOpen(other, row.slot),
        spans: spans.length > 0 ? spans : one.spans,
      },
    ];
  });
}

function unmatched(commitment: Commitment, side: "a" | "b", isOpen: IsOpen): Difference {
  const words = printCommitment(commitment, { breaks: false });

  return {
    provision: commitment.label,
    commitments: side === "a" ? [commitment.id, null] : [null, commitment.id],
    slot: "commitment",
    kind: "unmatched",
    a: side === "a" ? words : null,
    b: side === "b" ? words : null,
    declared: isOpen(commitment, "commitment"),
    spans: commitment.spans,
  };
}
