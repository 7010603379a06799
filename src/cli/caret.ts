import type { Columns } from "../wire/index.ts";
import { cellsOf, visible, widthOf } from "./visible.ts";

const tab = "    ";

/** A stretch of a line as it is shown, and under it rows of carets; places that overlap have rows of their own. */
export type Pointed = { readonly text: string; readonly carets: readonly string[] };

/** Columns counted from 0 and at least one unit long. */
type Span = { readonly start: number; readonly end: number };

/**
 * One line of the source with carets below `places`, no word shown twice. A line longer than `cells` comes in
 * stretches, only those with a place in them, broken at spaces, with `…` where words are left out. A place that goes
 * on for more than a further stretch is shown by its beginning. O(cells) a place, however long the line.
 */
export function caretLines(line: string, places: readonly Columns[], cells: number): readonly Pointed[] {
  const spans = places
    .map(({ from, to }): Span => ({ start: from - 1, end: Math.max(from, to - 1) }))
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const stretches: Pointed[] = [];
  let shownTo = 0;
  const show = (span: Span): void => {
    const start = stretchStart(line, shownTo, span, cells);
    const shown = stretchFrom(line, start, span, cells - 2);
    stretches.push(pointed(shown, spans, { lead: start > shownTo, rest: shown.end < line.length }));
    shownTo = shown.end;
  };
  for (const span of spans) {
    if (span.start >= shownTo) show(span);
    const rest = { start: Math.max(span.start, shownTo), end: span.end };
    const isCutShort = rest.start - span.start < few || rest.end - rest.start <= cells;
    if (rest.start < Math.min(rest.end, line.length) && isCutShort) show(rest);
  }

  return stretches;
}

/** So few units of a place say nothing alone. */
const few = 12;

/** Where a stretch begins: where the last one ended if that is near, else at a word a little before the place. */
function stretchStart(line: string, earliest: number, { start, end }: Span, cells: number): number {
  if (end - earliest <= cells - 2 || start - earliest <= cells / 3) return earliest;
  const near = start - Math.floor(cells / 4);
  const space = line.slice(near, near + few).indexOf(" ");
  const at = space === -1 ? near : near + space + 1;

  return isInside(line, at) ? at + 1 : at;
}

/** Characters as they are shown, each with its place in the source; `end` is where the source goes on. */
type Stretch = { readonly shown: readonly Shown[]; readonly end: number };
type Shown = { readonly text: string; readonly at: number };

/** UTF-16 units that are looked at: more than any width shows, so that marks without a width cost nothing either. */
const reach = 500;

function stretchFrom(line: string, start: number, place: Span, cells: number): Stretch {
  const shown: Shown[] = [];
  let at = start;
  let used = 0;
  for (const character of line.slice(start, start + reach)) {
    const isPlain = character >= " " && character <= "~";
    const text = isPlain ? character : character === "\t" ? tab : visible(character);
    used += isPlain ? 1 : widthOf(text);
    if (used > cells && shown.length > 0) break;
    // A mark without what it sits on is not shown.
    if (shown.length > 0 || start === 0 || cellsOf(character) > 0) shown.push({ text, at });
    at += character.length;
  }
  if (at >= line.length) return { shown, end: at };
  const space = shown.findLastIndex(({ text }) => text === " ");
  const broken = shown[space]?.at ?? 0;
  if (space < shown.length / 2 || (place.end > broken && place.end <= at)) return { shown, end: at };

  return { shown: shown.slice(0, space), end: broken + 1 };
}

function pointed(
  { shown, end }: Stretch,
  spans: readonly Span[],
  cut: { readonly lead: boolean; readonly rest: boolean },
): Pointed {
  const lead = cut.lead ? "…" : "";
  const begins = shown[0]?.at ?? 0;
  const rows: string[] = [];
  for (const span of spans) {
    if (span.end <= begins || (span.start >= end && !(span.start === end && !cut.rest))) continue;
    const first = indexAt(shown, span.start);
    const last = Math.max(first + 1, indexAt(shown, span.end));
    const gap = widthOf(lead) + widthOf(join(shown.slice(0, first)));
    const under = "^".repeat(Math.max(1, widthOf(join(shown.slice(first, last)))));
    const free = rows.findIndex((row) => row.length < gap);
    const row = free === -1 ? rows.length : free;
    rows[row] = (rows[row] ?? "").padEnd(gap) + under;
  }

  return { text: lead + join(shown) + (cut.rest ? "…" : ""), carets: rows };
}

/** Whether an offset stands inside a character of two units. */
function isInside(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);

  return unit >= 0xdc00 && unit <= 0xdfff;
}

function indexAt(shown: readonly Shown[], offset: number): number {
  const index = shown.findIndex((character) => character.at >= offset);

  return index === -1 ? shown.length : index;
}

function join(shown: readonly Shown[]): string {
  return shown.map(({ text }) => text).join("");
}
