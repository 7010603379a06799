import type { Draft, Piece, Span } from "./draft.ts";
import type { Sketch } from "./sketch.ts";

type Tile = Span & { readonly kind: Piece["kind"]; readonly provision: number | null };

/** Cuts the source into tiles without gap or overlap: words, labels and headings where the sketches say, mark-up and space between. */
export function piecesOf(source: string, sketches: readonly Sketch[], title: readonly Span[]): Piece[] {
  const tiles: Tile[] = title.map(({ start, end }) => ({ start, end, kind: "heading", provision: null }));
  sketches.forEach((sketch, provision) => {
    for (const { start, end } of sketch.labelPlaces) tiles.push({ start, end, kind: "label", provision });
    for (const { start, end } of sketch.headingPlaces) tiles.push({ start, end, kind: "heading", provision });
    for (const segment of sketch.segments)
      tiles.push({ start: segment.source, end: segment.source + segment.sourceLength, kind: "words", provision });
  });
  tiles.sort((a, b) => a.start - b.start || a.end - b.end);

  const pieces: Piece[] = [];
  let at = 0;
  let last: number | null = null;
  const between = (end: number): void => {
    if (end <= at) return;
    const text = source.slice(at, end);
    pieces.push({ kind: text.trim() === "" ? "gap" : "markup", source: text, provision: last });
    at = end;
  };
  for (const tile of tiles) {
    if (tile.end <= at || tile.end === tile.start) continue;
    between(tile.start);
    pieces.push({ kind: tile.kind, source: source.slice(at, tile.end), provision: tile.provision });
    at = tile.end;
    last = tile.provision;
  }
  between(source.length);

  return pieces;
}

/** The source of a draft, byte for byte. */
export function printDraft(draft: Draft): string {
  return draft.pieces.map((piece) => piece.source).join("");
}
