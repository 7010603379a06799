import type { Draft, Provision } from "../text/index.ts";
import { mapSlots, withSpans } from "./map-slots.ts";
import type { Reading } from "./reading.ts";
import type { Anchor, Slot } from "./slot.ts";
import { spansOf } from "./slot.ts";

/**
 * Takes a reading from one draft to the next, for example after one provision was edited.
 *
 * A slot whose covered words stand unchanged in the same provision (same id) moves with them; any other becomes
 * `proposed` again (rule "words-changed") with the words that are left, so that somebody looks at it. What a reader
 * asserts without words stays. Labels and ids of commitments follow their provision. Commitments of provisions that
 * the next draft does not have are left out. O(words of the provisions with anchors).
 */
export function carryReading(reading: Reading, from: Draft, to: Draft): Reading {
  const before = new Map(from.provisions.map((provision) => [provision.id, provision]));
  const after = new Map(to.provisions.map((provision) => [provision.id, provision]));
  const labels = new Map<string, string>();
  for (const { id, label } of from.provisions) {
    const next = after.get(id);
    if (next !== undefined) labels.set(label, next.label);
  }
  const move = (anchor: Anchor): Anchor | null =>
    moved(anchor, before.get(anchor.provision), after.get(anchor.provision));
  const carry = <Tree>(tree: Tree): Tree =>
    relabelled(
      mapSlots(tree, (slot) => carriedSlot(slot, move)),
      labels,
    );
  const stays = ({ provision }: { readonly provision: string }): boolean =>
    after.has(provision) || !before.has(provision);
  const place = <Thing extends { readonly spans: readonly Anchor[] }>(thing: Thing): Thing => ({
    ...thing,
    spans: thing.spans.flatMap((anchor) =>
      [move(anchor) ?? whole(after.get(anchor.provision))].filter((one) => one !== null),
    ),
  });

  return {
    ...reading,
    actors: reading.actors.map((actor) => ({ ...actor, spans: kept(actor.spans, move) })),
    bodies: reading.bodies.map(carry),
    terms: reading.terms.flatMap((term) => {
      const anchor = move(term.anchor);

      return anchor === null ? [] : [{ ...term, anchor }];
    }),
    commitments: reading.commitments.filter(stays).map((one) => {
      const carried = place(carry(one));

      return {
        ...carried,
        verification: carried.verification.map((clause) => ({ ...clause, spans: kept(clause.spans, move) })),
        onBreach: carried.onBreach.map((clause) => ({ ...clause, spans: kept(clause.spans, move) })),
      };
    }),
    guarantees: reading.guarantees.filter(stays).map((one) => place(carry(one))),
    powers: reading.powers.filter(stays).map((one) => place(carry(one))),
    declared: reading.declared.map((one) => ({ ...one, at: relabel(one.at, labels) })),
    timeZone: carriedSlot(reading.timeZone, move) as Reading["timeZone"],
    authentic: carriedSlot(reading.authentic, move) as Reading["authentic"],
  };
}

type Move = (anchor: Anchor) => Anchor | null;

function carriedSlot(slot: Slot<unknown>, move: Move): Slot<unknown> {
  const spans = spansOf(slot);
  if (spans.length === 0) return slot;
  const found = kept(spans, move);
  if (found.length === spans.length) return movedSlot(slot, move);
  switch (slot.kind) {
    case "stated":
    case "proposed":
      return { kind: "proposed", value: slot.value, spans: found, rule: "words-changed" };
    default:
      return withSpans(slot, found);
  }
}

/** Each alternative keeps its own words. */
function movedSlot(slot: Slot<unknown>, move: Move): Slot<unknown> {
  if (slot.kind !== "ambiguous") return withSpans(slot, kept(spansOf(slot), move));
  const alternatives = slot.alternatives.map(({ value, spans }) => ({ value, spans: kept(spans, move) }));

  return { ...slot, alternatives };
}

function kept(anchors: readonly Anchor[], move: Move): readonly Anchor[] {
  return anchors.map(move).filter((anchor) => anchor !== null);
}

/** The same words at their new place, or `null` where they changed or no longer stand there alone. */
function moved(anchor: Anchor, before: Provision | undefined, after: Provision | undefined): Anchor | null {
  if (before === undefined || after === undefined) return null;
  if (before.words === after.words) return anchor;
  const { start, end } = anchor;
  const prefix = commonPrefix(before.words, after.words);
  if (end <= prefix) return anchor;
  const shift = after.words.length - before.words.length;
  const suffix = commonSuffix(before.words, after.words, prefix);
  if (start >= before.words.length - suffix) return { ...anchor, start: start + shift, end: end + shift };
  const words = before.words.slice(start, end);
  const at = after.words.indexOf(words);
  if (words === "" || at === -1 || after.words.includes(words, at + 1)) return null;

  return { ...anchor, start: at, end: at + words.length };
}

function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;

  return length;
}

function commonSuffix(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length += 1;

  return length;
}

/** All words of a provision, where those of a commitment are no longer to be found. */
function whole(provision: Provision | undefined): Anchor | null {
  return provision === undefined || provision.words === ""
    ? null
    : { provision: provision.id, start: 0, end: provision.words.length };
}

/** Keys under which labels and ids of commitments stand. */
const labelKeys: ReadonlySet<string> = new Set(["label", "id", "commitment"]);
const listKeys: ReadonlySet<string> = new Set(["overrides", "actsOn", "covers", "elseBranch", "createdBy", "mandate"]);

/** Labels and ids inside a tree as the next draft writes them. */
function relabelled<Tree>(tree: Tree, labels: ReadonlyMap<string, string>): Tree {
  // Strings under the keys of labels are replaced by strings: the shape stays.
  return renamed(tree, labels) as Tree;
}

function renamed(value: unknown, labels: ReadonlyMap<string, string>, areLabels = false): unknown {
  if (typeof value === "string") return areLabels ? relabel(value, labels) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, labels, areLabels));

  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isLabel =
        (labelKeys.has(key) && typeof one === "string") || listKeys.has(key) || (areLabels && key === "value");

      return [key, renamed(one, labels, isLabel)];
    }),
  );
}

/** `4.1` or `4.1/2`. */
function relabel(words: string, labels: ReadonlyMap<string, string>): string {
  const [, label = words, rest = ""] = /^(.*?)(\/[gp]?\d+)?$/s.exec(words) ?? [];

  return `${labels.get(label) ?? label}${rest}`;
}
