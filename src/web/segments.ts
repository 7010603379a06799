import type { Draft, Group, Option, Provision, ReferenceTarget, Span } from "../text/index.ts";

/** A stretch of a provision's words that is shown in one way. Offsets are UTF-16 units of `Provision.words`. */
export type Segment =
  | { readonly kind: "words"; readonly span: Span }
  | { readonly kind: "reference"; readonly span: Span; readonly target: ReferenceTarget }
  | { readonly kind: "note"; readonly span: Span; readonly note: number | null }
  | { readonly kind: "blank"; readonly span: Span }
  | { readonly kind: "marked"; readonly span: Span }
  | { readonly kind: "group"; readonly span: Span; readonly group: Group; readonly wordings: readonly Wording[] };

/** One option of a bracket as shown, and the words between it and the next one ("or"). */
export type Wording = {
  readonly option: Option;
  readonly segments: readonly Segment[];
  readonly after: string;
};

type Piece = Exclude<Segment, { readonly kind: "group" }>;

/**
 * A provision's words cut into brackets, references, blanks and plain words, in order and without gap outside
 * brackets. `mark` is a span to point at; it yields where it overlaps a bracket's edge.
 * Law: outside brackets and inside each option every word appears exactly once.
 */
export function segmentsOf(draft: Draft, provision: Provision, mark: Span | null): readonly Segment[] {
  const groups = (groupsByProvision(draft).get(provision.index) ?? []).filter(
    ({ block, span }) => !block && span.end > span.start,
  );
  const inline = groups.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

  return cut({ start: 0, end: provision.words.length }, inline, piecesOf(provision, mark), provision.words);
}

const known = new WeakMap<Draft, ReadonlyMap<number, readonly Group[]>>();

/** The groups whose opener stands in each provision's words, in order; kept, so that a long text is searched once. */
function groupsByProvision(draft: Draft): ReadonlyMap<number, readonly Group[]> {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const map = new Map<number, Group[]>();
  for (const group of draft.groups) {
    const list = map.get(group.provision);
    if (list === undefined) map.set(group.provision, [group]);
    else list.push(group);
  }
  known.set(draft, map);

  return map;
}

/** `groups` lie in `range`, by their start, an outer one before its inner ones. */
function cut(range: Span, groups: readonly Group[], pieces: readonly Piece[], words: string): Segment[] {
  const segments: Segment[] = [];
  let from = range.start;
  let next = 0;
  while (next < groups.length) {
    const group = groups[next]!; // next < groups.length
    let last = next + 1;
    while (last < groups.length && groups[last]!.span.start < group.span.end) last += 1;
    if (group.span.start >= from && group.span.end <= range.end) {
      segments.push(...fill({ start: from, end: group.span.start }, pieces));
      segments.push(whole(group, groups.slice(next + 1, last), pieces, words));
      from = group.span.end;
    }
    next = last;
  }

  return [...segments, ...fill({ start: from, end: range.end }, pieces)];
}

function whole(group: Group, inner: readonly Group[], pieces: readonly Piece[], words: string): Segment {
  const shown = group.options.filter((option) => option.whole.end > option.whole.start);
  const wordings = shown.map((option, at): Wording => {
    const within = inner.filter(({ span }) => span.start >= option.span.start && span.end <= option.span.end);
    const next = shown[at + 1]?.whole.start ?? group.span.end;

    return {
      option,
      segments: cut(option.span, within, pieces, words),
      after: words.slice(option.whole.end, Math.max(option.whole.end, next)),
    };
  });

  return { kind: "group", span: group.span, group, wordings };
}

/** The range as pieces, plain words between them. */
function fill(range: Span, pieces: readonly Piece[]): Segment[] {
  if (range.end <= range.start) return [];
  const segments: Segment[] = [];
  let from = range.start;
  for (const piece of pieces) {
    if (piece.span.start < from || piece.span.end > range.end) continue;
    if (piece.span.start > from) segments.push({ kind: "words", span: { start: from, end: piece.span.start } });
    segments.push(piece);
    from = piece.span.end;
  }
  if (from < range.end) segments.push({ kind: "words", span: { start: from, end: range.end } });

  return segments;
}

/** References, note marks and blanks by their start; the mark fills what they leave free. */
function piecesOf(provision: Provision, mark: Span | null): readonly Piece[] {
  const pieces: Piece[] = [
    ...provision.references.map(({ span, target }): Piece => ({ kind: "reference", span, target })),
    ...provision.blanks.map((span): Piece => ({ kind: "blank", span })),
  ].toSorted((a, b) => a.span.start - b.span.start);
  if (mark === null || mark.end <= mark.start) return pieces;

  const free: Piece[] = [];
  let from = mark.start;
  for (const { span } of pieces) {
    if (span.end <= from || span.start >= mark.end) continue;
    if (span.start > from) free.push({ kind: "marked", span: { start: from, end: span.start } });
    from = Math.max(from, span.end);
  }
  if (from < mark.end) free.push({ kind: "marked", span: { start: from, end: mark.end } });

  return [...pieces, ...free].toSorted((a, b) => a.span.start - b.span.start);
}
