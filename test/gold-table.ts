import type { Commitment, EventRef, Reading, Slot, Window } from "../src/commitments/index.ts";
import { valueOf, valuesOf } from "../src/commitments/index.ts";
import { chosenWords } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";

/** One commitment as a coder wrote it down, reading nothing but the text. */
export type CodedFrame = {
  readonly provision: string;
  /** The first words that the frame covers. */
  readonly words: string;
  readonly bearer: readonly string[] | string;
  readonly modality: string;
  readonly strength: string;
  readonly deadline: {
    readonly kind: string;
    readonly days?: number | readonly (number | null)[] | null;
    readonly date?: string | null;
    readonly anchorEvent?: string | null;
    readonly anchorPoint?: string | null;
    readonly start?: { readonly days: number | null };
    readonly end?: { readonly days: number | null; readonly date?: string | null };
  };
  readonly condition: string | null;
  readonly verifier: readonly string[] | string;
  readonly determination: readonly string[] | string;
  readonly consequence: readonly string[] | string;
  readonly consentOf: readonly string[];
};

/** A frame of either side in the same terms, so that two can be compared slot by slot. */
export type Plain = {
  /** Offset in the text of the words it begins with; order and nearness match frames. */
  readonly at: number;
  readonly place: number;
  readonly slots: Readonly<Record<SlotName, string>>;
};

export const slotNames = [
  "bearer",
  "modality",
  "strength",
  "deadline kind",
  "deadline days or date",
  "anchor event",
  "anchor point",
  "condition",
  "verifier",
  "determination",
  "consequence",
  "consent of",
] as const;
export type SlotName = (typeof slotNames)[number] | "frame";

/** What one side says of a slot against what the other says. `none` is what nobody fills. */
export type Count = {
  readonly both: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  readonly differ: number;
};

export const none = "–";

/** The coder's frames in plain terms. Frames whose words are not found in the text stay out. */
export function plainOfCoded(frames: readonly CodedFrame[], text: string): readonly Plain[] {
  let from = 0;

  return frames.flatMap((frame) => {
    const at = find(text, frame.words, from);
    if (at < 0) return [];
    from = Math.max(0, at - 200);
    const { deadline } = frame;

    return [
      {
        at,
        place: at,
        slots: {
          frame: "frame",
          bearer: names(frame.bearer),
          modality: frame.modality,
          strength: frame.strength,
          "deadline kind": deadline.kind,
          "deadline days or date": daysOf(deadline),
          "anchor event": keyword(deadline.anchorEvent ?? none),
          "anchor point": pointWord(deadline.anchorPoint ?? none),
          condition: frame.condition === null ? none : "condition",
          verifier: names(frame.verifier),
          determination: names(frame.determination),
          consequence: names(frame.consequence),
          "consent of": names(frame.consentOf),
        },
      },
    ];
  });
}

/** What the rules propose, in the same plain terms. */
export function plainOfReading(reading: Reading, draft: Draft, text: string): readonly Plain[] {
  const byId = new Map(draft.provisions.map((provision) => [provision.id, provision]));
  const starts = placesIn(draft, text);

  return reading.commitments.map((commitment) => {
    const [span] = commitment.spans;
    const provision = span === undefined ? undefined : byId.get(span.provision);
    const at = provision === undefined ? 0 : (starts[provision.index] ?? 0) + (span?.start ?? 0);

    return { at, place: at, slots: slotsOf(commitment, reading) };
  });
}

/** Where each provision's words begin in the text with runs of white space made one. */
function placesIn(draft: Draft, text: string): readonly number[] {
  let from = 0;

  return draft.provisions.map((provision) => {
    const words = chosenWords(draft, provision.index, {});
    const at = find(text, words.words.slice(0, 60), from);
    if (at >= 0) from = at + 1;

    return Math.max(at, 0);
  });
}

function slotsOf(commitment: Commitment, reading: Reading): Plain["slots"] {
  const window = first(commitment.window);
  const start = first(commitment.start);
  const after = window === null ? null : first(window.after);
  const kind = kindOf(window, start);

  return {
    frame: "frame",
    bearer: names(valuesOf(commitment.bearer).flat()),
    modality: valueOf(commitment.modality) ?? none,
    strength: valueOf(commitment.strength) ?? none,
    "deadline kind": kind,
    "deadline days or date": days(kind, window, start),
    "anchor event": after === null || after.event.kind === "date" ? none : keyword(eventWords(after, reading)),
    "anchor point": after === null || after.event.kind === "date" ? none : pointOf(after.point),
    condition: valuesOf(commitment.condition).length > 0 ? "condition" : none,
    verifier: names(commitment.verification.flatMap((one) => valuesOf(one.by).flat())),
    determination: names(valuesOf(commitment.determination).flatMap((one) => one.by)),
    consequence: commitment.onBreach.length > 0 ? "consequence" : none,
    "consent of": names(valuesOf(commitment.needsConsentOf).flat()),
  };
}

function first<Value>(slot: Slot<Value>): Value | null {
  return valuesOf(slot)[0] ?? null;
}

function kindOf(window: Window | null, start: Window | null): string {
  if (start !== null && window !== null) return "start-and-end";
  if (window === null) return start === null ? "none" : "from-date";
  const latest = first(window.latest);
  const after = first(window.after);
  if (window.openEnded !== "no" && (latest === null || latest === "none")) return "open";
  if (/^(?:starting|beginning|from|as of|as from|with effect|commencing)/i.test(window.words)) return "from-date";
  if (after?.event.kind === "date") return "by-date";

  return latest === null || latest === "none" ? "none" : "within";
}

function days(kind: string, window: Window | null, start: Window | null): string {
  if (kind === "none" || kind === "open" || window === null) return none;
  const after = first(window.after);
  if (after?.event.kind === "date") return after.event.on;
  const latest = first(window.latest);
  if (latest === null || latest === "none") return none;
  const amount = latest.unit === "hours" ? latest.amount / 24 : latest.amount;
  const count = window.ordinal && start === null ? amount + (/\bafter\b/.test(window.words) ? 0 : 1) : amount;

  return String(count);
}

function daysOf(deadline: CodedFrame["deadline"]): string {
  if (typeof deadline.date === "string" && deadline.kind !== "start-and-end") return deadline.date.slice(0, 10);
  const end =
    deadline.end?.days ??
    (Array.isArray(deadline.days) ? deadline.days.at(-1) : (deadline.days as number | null | undefined));

  return end === null || end === undefined ? none : String(end);
}

function eventWords(ref: EventRef, reading: Reading): string {
  const { event } = ref;
  if (event.kind === "act") return reading.commitments.find((one) => one.id === event.commitment)?.action.verb ?? "";

  return "words" in event ? event.words : event.kind;
}

/** Events are compared by the stem of the word they turn on, whatever stands around it. */
function keyword(words: string): string {
  const found = /withdraw|ceasefire|cease-fire|sign|approv|election|settlement|hold|entry/i
    .exec(words.replace(/^start: .*?end: /, ""))?.[0]
    .toLowerCase();
  if (found === undefined)
    return words === none || /^(?:none|null|not said)/.test(words) ? none : words.toLowerCase().slice(0, 12);

  return found === "hold" ? "election" : found;
}

function pointOf(slot: EventRef["point"]): string {
  const value = valueOf(slot);
  if (slot.kind === "ambiguous" || slot.kind === "unresolved") return "unstated";

  return value === "occurrence" || value === null ? none : value;
}

function pointWord(word: string): string {
  return word === "n/a" ? none : word;
}

function names(value: readonly string[] | string): string {
  const list = (typeof value === "string" ? [value] : value).filter((name) => !/^(?:none|unresolved)$/.test(name));

  return list.length === 0
    ? none
    : list
        .map((name) => name.toLowerCase().replace(/^the /, ""))
        .toSorted()
        .join(" + ");
}

function find(text: string, words: string, from: number): number {
  const wanted = words.replace(/\s+/g, " ").trim();
  const at = text.indexOf(wanted, from);

  return at >= 0 ? at : text.indexOf(wanted);
}

/**
 * Pairs frames of two sides: nearest beginnings first, none further apart than a sentence's opening and none twice;
 * frames that say the same of bearer and modality go before others that stand as near.
 */
export function pairs(
  left: readonly Plain[],
  right: readonly Plain[],
): readonly (readonly [Plain | null, Plain | null])[] {
  const candidates = left
    .flatMap((one, i) =>
      right.map((other, j) => ({
        i,
        j,
        distance:
          Math.abs(one.at - other.at) +
          (one.slots.bearer === other.slots.bearer ? 0 : 8) +
          (one.slots.modality === other.slots.modality ? 0 : 8),
      })),
    )
    .filter(({ distance }) => distance <= 70)
    .toSorted((one, other) => one.distance - other.distance);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const found: (readonly [Plain | null, Plain | null])[] = [];
  for (const { i, j } of candidates) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    found.push([left[i] ?? null, right[j] ?? null]);
  }

  return [
    ...found,
    ...left.flatMap((one, i) => (usedLeft.has(i) ? [] : [[one, null] as const])),
    ...right.flatMap((other, j) => (usedRight.has(j) ? [] : [[null, other] as const])),
  ];
}

/** Per slot: filled alike, filled on one side only, filled otherwise. Only frames that both sides have are asked. */
export function countsOf(all: readonly (readonly [Plain | null, Plain | null])[]): ReadonlyMap<SlotName, Count> {
  const counts = new Map<SlotName, Count>();
  const frames = all.map(([left, right]) => ({
    left: left === null ? none : "frame",
    right: right === null ? none : "frame",
  }));
  counts.set("frame", count(frames));
  for (const name of slotNames)
    counts.set(
      name,
      count(
        all.flatMap(([left, right]) =>
          left === null || right === null ? [] : [{ left: left.slots[name], right: right.slots[name] }],
        ),
      ),
    );

  return counts;
}

function count(rows: readonly { readonly left: string; readonly right: string }[]): Count {
  return {
    both: rows.filter(({ left, right }) => left !== none && alike(left, right)).length,
    onlyLeft: rows.filter(({ left, right }) => left !== none && right === none).length,
    onlyRight: rows.filter(({ left, right }) => left === none && right !== none).length,
    differ: rows.filter(({ left, right }) => left !== none && right !== none && !alike(left, right)).length,
  };
}

/** Names are alike where one holds the other: "OSCE" and "OSCE mission". */
function alike(left: string, right: string): boolean {
  if (left === right) return true;
  if (left === none || right === none) return false;

  return left.length > 3 && right.length > 3 && (left.includes(right) || right.includes(left));
}

/** Right against left as truth: what of the right side's fillings the left shares, and the reverse. */
export function precision({ both, onlyRight, differ }: Count): number {
  return both + onlyRight + differ === 0 ? 1 : both / (both + onlyRight + differ);
}

export function recall({ both, onlyLeft, differ }: Count): number {
  return both + onlyLeft + differ === 0 ? 1 : both / (both + onlyLeft + differ);
}

export function summed(tables: readonly ReadonlyMap<SlotName, Count>[]): ReadonlyMap<SlotName, Count> {
  const all = new Map<SlotName, Count>();
  for (const table of tables)
    for (const [name, one] of table) {
      const known = all.get(name) ?? { both: 0, onlyLeft: 0, onlyRight: 0, differ: 0 };
      all.set(name, {
        both: known.both + one.both,
        onlyLeft: known.onlyLeft + one.onlyLeft,
        onlyRight: known.onlyRight + one.onlyRight,
        differ: known.differ + one.differ,
      });
    }

  return all;
}
