import { cellsOf, visible, widthOf } from "./visible.ts";

const tab = "    ";

/** UTF-16 units on both sides that are looked at: more than any width shows, so that a huge line costs nothing. */
const reach = 500;

/**
 * One line of the source and under it carets below columns `from` to `to` (1-based, UTF-16 units, `to` exclusive).
 * A line longer than `cells` is shown around the span, with `…` where it is cut.
 */
export function caretLines(line: string, from: number, to: number, cells: number): readonly [string, string] {
  const near = from - 1 - reach;
  const cut = near > 0 ? near + (isLowSurrogate(line, near) ? 1 : 0) : 0;
  const rest = line.length - (from - 1 + reach);
  const shown = shownCharacters(line.slice(cut, from - 1 + reach), cut);
  const first = indexAt(shown, from - 1);
  const last = Math.max(first + 1, indexAt(shown, to - 1));
  const { start, end } = windowAround(shown, first, last, cells - 2);

  const before = shown.slice(start, first);
  const under = shown.slice(first, Math.min(last, end));
  const lead = start > 0 || cut > 0 ? "…" : "";
  const text = lead + join(shown.slice(start, end)) + (end < shown.length || rest > 0 ? "…" : "");
  const gap = " ".repeat(widthOf(lead) + widthOf(join(before)));

  return [text, gap + "^".repeat(Math.max(1, widthOf(join(under))))];
}

type Shown = { readonly text: string; readonly at: number };

/** The line character by character as it is shown, each with its place in the source. */
function shownCharacters(line: string, from: number): Shown[] {
  const shown: Shown[] = [];
  let at = from;
  for (const character of line) {
    shown.push({ text: character === "\t" ? tab : visible(character), at });
    at += character.length;
  }

  return shown;
}

function isLowSurrogate(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);

  return unit >= 0xdc00 && unit <= 0xdfff;
}

function indexAt(shown: readonly Shown[], offset: number): number {
  const index = shown.findIndex((character) => character.at >= offset);

  return index === -1 ? shown.length : index;
}

/** The stretch to show: the span, then as much on both sides as fits, beginning and ending at words where it can. */
function windowAround(shown: readonly Shown[], first: number, last: number, cells: number) {
  let start = first;
  let end = first;
  let used = 0;
  const fits = (character: Shown | undefined) => character !== undefined && used + widthOf(character.text) <= cells;
  while (end < last && fits(shown[end])) used += widthOf(shown[end++]!.text); // `fits` saw it
  for (let grew = true; grew;) {
    grew = false;
    if (start > 0 && fits(shown[start - 1])) {
      used += widthOf(shown[--start]!.text); // `fits` saw it
      grew = true;
    }
    if (end < shown.length && fits(shown[end])) {
      used += widthOf(shown[end++]!.text); // `fits` saw it
      grew = true;
    }
  }
  while (start < first && cellsOf(shown[start]!.text) === 0) start += 1; // a mark without what it sits on

  return { start, end };
}

function join(shown: readonly Shown[]): string {
  return shown.map((character) => character.text).join("");
}
