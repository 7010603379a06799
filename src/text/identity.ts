import { fingerprint } from "../base/index.ts";
import type { Draft, Provision } from "./draft.ts";

/**
 * Ids for provisions in order, made from heading and words: case, spacing, quotes and dashes are folded, the label is
 * left out. The second of two equal provisions gets its ordinal. O(length of the text).
 */
export function identitiesOf(
  provisions: readonly { readonly heading: string | null; readonly words: string; readonly kind: string }[],
): string[] {
  const seen = new Map<string, number>();

  return provisions.map((provision) => {
    const id = fingerprint(
      `${provision.kind === "preamble" || provision.kind === "signatures" ? provision.kind : ""}|${folded(provision.heading ?? "")}|${folded(provision.words)}`,
    );
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);

    return count === 1 ? id : `${id}-${count}`;
  });
}

function folded(words: string): string {
  if (!/[“”«»„"‘’–—−]|\s\s|[\n\t]|^\s|\s$/.test(words)) return words.toLowerCase();

  return words
    .replace(/[“”«»„"]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * The next draft with the previous one's ids where a provision is the same one: equal ids first, then what stands between
 * two matched neighbours one to one, then the best overlap of word trigrams from 0.4 up. Each id is used once.
 * Group and option ids follow their provision. O(n · candidates).
 */
export function carryIdentity(previous: Draft, next: Draft): Draft {
  const old = previous.provisions;
  const matched = new Map<number, number>();
  const byId = new Map(old.map((provision, index) => [provision.id, index]));
  const taken = new Set<number>();
  const pair = (from: number, to: number): void => {
    matched.set(to, from);
    taken.add(from);
  };
  next.provisions.forEach((provision, index) => {
    const same = byId.get(provision.id);
    if (same !== undefined) pair(same, index);
  });
  fillBetween(old, next.provisions, matched, taken, pair);
  byOverlap(old, next.provisions, matched, taken, pair);

  const renamed = new Map<string, string>();
  next.provisions.forEach((provision, index) => {
    const from = matched.get(index);
    if (from !== undefined && old[from]!.id !== provision.id) renamed.set(provision.id, old[from]!.id);
  });

  return renamed.size === 0 ? next : withIds(next, renamed);
}

type Pair = (from: number, to: number) => void;

function fillBetween(
  old: readonly Provision[],
  next: readonly Provision[],
  matched: Map<number, number>,
  taken: Set<number>,
  pair: Pair,
): void {
  for (let start = 0; start < next.length; start += 1) {
    if (matched.has(start)) continue;
    let end = start;
    while (end < next.length && !matched.has(end)) end += 1;
    const low = start === 0 ? -1 : matched.get(start - 1)!;
    const high = end === next.length ? old.length : matched.get(end)!;
    const free: number[] = [];
    for (let at = low + 1; at < high && free.length <= end - start; at += 1) if (!taken.has(at)) free.push(at);
    if (free.length === end - start && high > low)
      free.forEach((from, offset) => {
        if (old[from]!.kind === next[start + offset]!.kind && old[from]!.depth === next[start + offset]!.depth)
          pair(from, start + offset);
      });
    start = end;
  }
}

function byOverlap(
  old: readonly Provision[],
  next: readonly Provision[],
  matched: Map<number, number>,
  taken: Set<number>,
  pair: Pair,
): void {
  const shingles = old.map((provision, index) => (taken.has(index) ? null : trigrams(provision)));
  const where = new Map<string, number[]>();
  shingles.forEach((set, index) => {
    for (const shingle of set ?? []) where.set(shingle, [...(where.get(shingle) ?? []), index]);
  });
  next.forEach((provision, to) => {
    if (matched.has(to)) return;
    const own = trigrams(provision);
    const hits = new Map<number, number>();
    for (const shingle of own)
      for (const index of (where.get(shingle) ?? []).slice(0, 24)) hits.set(index, (hits.get(index) ?? 0) + 1);
    let best: { index: number; score: number } | null = null;
    for (const [index, common] of hits) {
      if (taken.has(index)) continue;
      const score = common / (own.size + shingles[index]!.size - common);
      if (score >= 0.4 && (best === null || score > best.score)) best = { index, score };
    }
    if (best !== null) pair(best.index, to);
  });
}

function trigrams(provision: Provision): ReadonlySet<string> {
  const words = folded(`${provision.heading ?? ""} ${provision.words}`).split(" ");
  const found = new Set<string>();
  for (let at = 0; at + 2 < words.length; at += 1) found.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  if (found.size === 0) found.add(words.join(" "));

  return found;
}

function withIds(draft: Draft, renamed: ReadonlyMap<string, string>): Draft {
  const kept = new Set(draft.provisions.map(({ id }) => renamed.get(id) ?? id));
  if (kept.size !== draft.provisions.length) return draft;
  const idOf = (id: string): string => {
    const cut = id.indexOf("/");
    const own = cut === -1 ? id : id.slice(0, cut);
    const other = renamed.get(own);
    return other === undefined ? id : other + id.slice(own.length);
  };

  return {
    ...draft,
    provisions: draft.provisions.map((provision) => ({
      ...provision,
      id: idOf(provision.id),
      groups: provision.groups.map(idOf),
      optionOf:
        provision.optionOf === null
          ? null
          : { group: idOf(provision.optionOf.group), option: idOf(provision.optionOf.option) },
    })),
    groups: draft.groups.map((group) => ({
      ...group,
      id: idOf(group.id),
      within: group.within === null ? null : idOf(group.within),
      options: group.options.map((option) => ({ ...option, id: idOf(option.id) })),
    })),
    slips: draft.slips.map((slip) => ({ ...slip, provision: slip.provision === null ? null : idOf(slip.provision) })),
  };
}
