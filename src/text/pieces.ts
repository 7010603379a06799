import type { Draft, Piece, Span } from "./draft.ts";
import type { Sketch } from "./sketch.ts";

type Tile = Span & { readonly kind: Piece["kind"]; readonly provision: number | null };

/** Cuts the source into tiles without gap or overlap: words, labels and headings where the sketches say, mark-up and space between. */
export function piecesOf(source: string, sketches: readonly Sketch[], title: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let last: number | null = null;
  const between = (end: number): void => {
    if (end <= at) return;
    const text = source.slice(at, end);
    pieces.push({ kind: text.trim() === "" ? "gap" : "markup", source: text, provision: last });
    at = end;
  };
  for (const { kind, start, end, provision } of tilesOf(sketches, title)) {
    if (end <= at || end === start) continue;
    between(start);
    pieces.push({ kind, source: source.slice(at, end), provision });
    at = end;
    last = provision;
  }
  between(source.length);

  return pieces;
}

/** What stands in provisions, in the order of the source. Words may follow a note that stands before them, so order is made where it is missing. */
function tilesOf(sketches: readonly Sketch[], title: readonly Span[]): Tile[] {
  const tiles: Tile[] = title.map(({ start, end }) => ({ start, end, kind: "heading", provision: null }));
  let isOrdered = true;
  const add = (kind: Piece["kind"], start: number, end: number, provision: number): void => {
    const before = tiles.at(-1);
    if (before !== undefined && before.end > start) isOrdered = false;
    tiles.push({ start, end, kind, provision });
  };
  sketches.forEach(({ labelPlaces, headingPlaces, segments }, provision) => {
    for (const { start, end } of labelPlaces) add("label", start, end, provision);
    for (const { start, end } of headingPlaces) add("heading", start, end, provision);
    for (const each of segments) add("words", each.source, each.source + each.sourceLength, provision);
  });

  return isOrdered ? tiles : tiles.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The source of a draft, byte for byte. */
export function printDraft(draft: Draft): string {
  return draft.pieces.map((piece) => piece.source).join("");
}
