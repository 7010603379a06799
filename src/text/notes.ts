import { lastAtMost } from "../base/index.ts";
import type { Segment } from "./block.ts";
import type { Provision, Span } from "./draft.ts";
import { cut, places } from "./segments.ts";
import type { Sketch } from "./sketch.ts";

/**
 * Takes the marks of trailing notes off the words they are glued to ("by the end of 2015i."), and answers where each note stands, by name.
 * A letter counts as a mark only after a number or a sign, a number only after a word.
 */
export function liftMarks(sketches: readonly Sketch[]): ReadonlyMap<string, number> {
  const notes = new Map<string, number>();
  const glued: string[] = [];
  sketches.forEach((sketch, index) => {
    if (sketch.kind !== "note" || sketch.note === null || notes.has(sketch.note)) return;
    notes.set(sketch.note, index);
    if (sketch.label !== null) glued.push(sketch.note);
  });
  if (glued.length === 0) return notes;

  const mark = markPattern(glued);
  for (const sketch of sketches) {
    if (sketch.kind === "note" || sketch.words === "") continue;
    const found = [...sketch.words.matchAll(mark)];
    if (found.length > 0) lift(sketch, found);
  }

  return notes;
}

/** Where footnote marks stand in a provision's words, and the note's provision. */
export function noteMarks(sketch: Sketch, notes: ReadonlyMap<string, number>): Provision["notes"] {
  return sketch.marks.map(({ at, name }) => ({ at, note: notes.get(name) ?? null }));
}

function markPattern(names: readonly string[]): RegExp {
  const of = (kind: RegExp): string =>
    names
      .filter((name) => kind.test(name))
      .map((name) => name.replace(/[*]/g, "\\*"))
      .sort((a, b) => b.length - a.length)
      .join("|") || "(?!)";

  return new RegExp(
    `(?:(?<=[\\d.,;:”"’)])(?:${of(/^\p{L}/u)})|(?<=[\\p{L}.,;:”"’)])(?:${of(/^\d/)})|(?<=\\S)(?:${of(/^[^\p{L}\d]/u)}))(?=[\\s.,;:)]|$)`,
    "gu",
  );
}

/** Takes marks off a provision's words; `found` is ascending. O(length + marks × log segments). */
function lift(sketch: Sketch, found: readonly RegExpMatchArray[]): void {
  const { words, segments } = sketch;
  const kept: Segment[] = [];
  const gone: Span[] = [];
  const lifted: { at: number; name: string }[] = [];
  let text = "";
  let from = 0;
  const keep = (end: number): void => {
    for (const segment of cut(segments, from, end)) kept.push({ ...segment, at: segment.at + text.length });
    text += words.slice(from, end);
  };
  for (const each of found) {
    const start = each.index ?? 0;
    keep(start);
    lifted.push({ at: text.length, name: each[0] });
    gone.push({ start, end: start + each[0].length });
    from = start + each[0].length;
  }
  keep(words.length);

  const moved = (at: number): number => {
    const place = lastAtMost(gone.length, (index) => gone[index]!.start, at);
    const before = gone[place]!.start <= at ? place : -1; // `found` is not empty
    return before === -1 ? at : lifted[before]!.at + Math.max(0, at - gone[before]!.end);
  };
  sketch.labelPlaces = [...sketch.labelPlaces, ...gone.flatMap(({ start, end }) => places(segments, start, end))];
  sketch.words = text;
  sketch.segments = kept;
  sketch.literals = sketch.literals.map(moved);
  sketch.marks = [...sketch.marks.map((each) => ({ ...each, at: moved(each.at) })), ...lifted].sort(
    (a, b) => a.at - b.at,
  );
}
