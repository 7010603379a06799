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
    for (const each of found.toReversed())
      lift(sketch, { start: each.index, end: each.index + each[0].length }, each[0]);
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

function lift(sketch: Sketch, span: Span, name: string): void {
  const length = span.end - span.start;
  sketch.labelPlaces = [...sketch.labelPlaces, ...places(sketch.segments, span.start, span.end)];
  sketch.segments = [
    ...cut(sketch.segments, 0, span.start),
    ...cut(sketch.segments, span.end, sketch.words.length).map((segment) => ({
      at: segment.at + span.start,
      length: segment.length,
      source: segment.source,
      sourceLength: segment.sourceLength,
    })),
  ];
  sketch.words = sketch.words.slice(0, span.start) + sketch.words.slice(span.end);
  sketch.literals = sketch.literals.map((at) => (at < span.end ? at : at - length));
  const marks = sketch.marks.map((each) => (each.at < span.end ? each : { ...each, at: each.at - length }));
  sketch.marks = [...marks, { at: span.start, name }].sort((a, b) => a.at - b.at);
}
