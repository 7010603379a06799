import type { Draft, Piece, Span } from "./draft.ts";
import type { Sketch } from "./sketch.ts";

type Tile = Span & { readonly kind: Piece["kind"] };

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
  const lay = ({ kind, start, end }: Tile, provision: number | null): void => {
    if (end <= at || end === start) return;
    between(start);
    pieces.push({ kind, source: source.slice(at, end), provision });
    at = end;
    last = provision;
  };
  for (const { start, end } of title) lay({ kind: "heading", start, end }, null);
  sketches.forEach((sketch, provision) => {
    for (const tile of tilesOf(sketch)) lay(tile, provision);
  });
  between(source.length);

  return pieces;
}

/** The tiles of one provision, in the order of the source. Provisions follow one another there as they do in the list. */
function tilesOf({ labelPlaces, headingPlaces, segments }: Sketch): Tile[] {
  return [
    ...labelPlaces.map(({ start, end }): Tile => ({ start, end, kind: "label" })),
    ...headingPlaces.map(({ start, end }): Tile => ({ start, end, kind: "heading" })),
    ...segments.map((each): Tile => ({ start: each.source, end: each.source + each.sourceLength, kind: "words" })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The source of a draft, byte for byte. */
export function printDraft(draft: Draft): string {
  return draft.pieces.map((piece) => piece.source).join("");
}
