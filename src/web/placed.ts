import type { Draft, Provision } from "../text/index.ts";

/** Where a provision can be edited in the source: what stands before, its own words as written, what stands after. */
export type Placed = { readonly before: string; readonly words: string; readonly after: string };

/**
 * Cuts the source around a provision's own words with the mark-up between them; around its heading where it has no
 * words; after its label where it has neither. Law: the three parts joined are the source.
 */
export function placedIn(draft: Draft, provision: Provision): Placed {
  const source = draft.pieces.map((piece) => piece.source).join("");
  const { start, end } = rangeOf(draft, provision);

  return { before: source.slice(0, start), words: source.slice(start, end), after: source.slice(end) };
}

/** The provision at an offset of the source: the last one that begins at or before it. */
export function provisionAt(draft: Draft, offset: number): Provision | null {
  let at = 0;
  let found: number | null = null;
  for (const piece of draft.pieces) {
    if (at > offset && found !== null) break;
    if (piece.provision !== null) found = piece.provision;
    at += piece.source.length;
  }

  return found === null ? null : (draft.provisions[found] ?? null);
}

function rangeOf(draft: Draft, provision: Provision): { readonly start: number; readonly end: number } {
  const ranges = { words: none, heading: none, label: none };
  let at = 0;
  for (const { kind, source, provision: owner } of draft.pieces) {
    const end = at + source.length;
    if (owner === provision.index && (kind === "words" || kind === "heading" || kind === "label"))
      ranges[kind] = { start: ranges[kind].start === -1 ? at : ranges[kind].start, end };
    at = end;
  }
  if (ranges.words.start !== -1) return ranges.words;
  if (ranges.heading.start !== -1) return ranges.heading;

  return ranges.label.start === -1 ? { start: at, end: at } : { start: ranges.label.end, end: ranges.label.end };
}

const none = { start: -1, end: -1 };

/**
 * The source with a repair's words put in: `removed` replaced by `added` in the provision, or `added` as a sentence
 * after its words. `null` where the words to be removed do not stand there as written.
 */
export function mended(draft: Draft, provision: Provision, removed: string, added: string): string | null {
  const { before, words, after } = placedIn(draft, provision);
  if (removed === "") return `${before}${words.trimEnd()}${words.trim() === "" ? "" : " "}${added}${after}`;
  const at = words.indexOf(removed);
  if (at === -1) return null;

  return before + words.slice(0, at) + added + words.slice(at + removed.length) + after;
}
