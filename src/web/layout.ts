import type { Draft, Group, Provision } from "../text/index.ts";

/** What stands together on the page: a heading between points, or a point with everything inside it. */
export type Block =
  | { readonly kind: "part"; readonly provision: Provision }
  | { readonly kind: "point"; readonly head: Provision; readonly rows: readonly Provision[] };

const known = new WeakMap<Draft, readonly Block[]>();

/** The text as parts and points in its order; each provision stands in exactly one block. O(provisions). */
export function blocksOf(draft: Draft): readonly Block[] {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const blocks: ({ kind: "part"; provision: Provision } | { kind: "point"; head: Provision; rows: Provision[] })[] = [];
  for (const provision of draft.provisions) {
    const parent = provision.parent === null ? null : draft.provisions[provision.parent];
    const last = blocks.at(-1);
    if (isPart(provision)) blocks.push({ kind: "part", provision });
    else if (parent === null || parent === undefined || isPart(parent) || last?.kind !== "point")
      blocks.push({ kind: "point", head: provision, rows: [provision] });
    else last.rows.push(provision);
  }
  known.set(draft, blocks);

  return blocks;
}

/** A part or chapter without words of its own: a heading over points. */
export function isPart({ kind, words }: Provision): boolean {
  return (kind === "part" || kind === "chapter") && words.trim() === "";
}

/** What stands in the margin: the provision's own number, or its place where it has none; empty at a bare head. */
export function marginOf(provision: Provision, head: Provision): string {
  const { label, kind } = provision;
  if (kind === "preamble" || kind === "signatures") return "";
  if (provision === head) return /^Annex/.test(label) ? label.replace(/^Annex /, "") : label;
  const own = label.startsWith(head.label) ? label.slice(head.label.length).trim() : label;
  if (/^Option\b/.test(own)) return "";
  if (/^[.\d]+$/.test(own) && label.length <= 7) return label;

  return own.replace(/^\./, "");
}

/** What a list of contents says of a point. */
export function titleOf({ heading, kind, words }: Provision): string {
  if (heading !== null) return heading;
  if (kind === "preamble") return "Preamble";
  if (kind === "signatures") return "Signatures";
  const cut = words.replaceAll(/\s+/g, " ").slice(0, 60);

  return cut.length < 60 ? cut : `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

/** Remarks of the drafters that stand in the source beside a provision and are no part of its words: `{Note: …}`. */
export function remarksOf(draft: Draft): ReadonlyMap<number, readonly string[]> {
  const remarks = new Map<number, string[]>();
  for (const { kind, source, provision } of draft.pieces) {
    if (kind !== "markup" || provision === null || !source.includes("{Note")) continue;
    const found = [...source.matchAll(/\{Note:?\s([^{}]{1,2000})\}/g)].map((match) => match[1]?.trim() ?? "");
    if (found.length > 0) remarks.set(provision, [...(remarks.get(provision) ?? []), ...found]);
  }

  return remarks;
}

/** The block group whose option begins with this provision, and that option's place. */
export function optionBegunBy(
  draft: Draft,
  provision: Provision,
): { readonly group: Group; readonly at: number } | null {
  const place = provision.optionOf;
  if (place === null) return null;
  const group = blockGroups(draft).get(place.group);
  const at = group?.options.findIndex((option) => option.id === place.option) ?? -1;

  return group !== undefined && at >= 0 && group.options[at]?.provisions[0] === provision.index ? { group, at } : null;
}

const blocks = new WeakMap<Draft, ReadonlyMap<string, Group>>();

function blockGroups(draft: Draft): ReadonlyMap<string, Group> {
  const before = blocks.get(draft);
  if (before !== undefined) return before;
  const map = new Map(draft.groups.filter(({ block }) => block).map((group) => [group.id, group]));
  blocks.set(draft, map);

  return map;
}
