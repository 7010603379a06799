import type { BlockGroup } from "./block-options.ts";
import { groupsOf, scan, type GroupSketch, type Tally } from "./brackets.ts";
import type { Group, Option, Span } from "./draft.ts";
import { statusMark } from "./status.ts";
import type { Sketch } from "./structure.ts";

const nowhere: Span = { start: 0, end: 0 };

/** The groups of one provision's words under their ids. `before` counts its block groups, `around` is the block option it stands in. */
export function inlineGroups(
  sketches: readonly GroupSketch[],
  id: string,
  provision: number,
  before: number,
  around: string | null,
): Group[] {
  const made: Group[] = [];
  for (const sketch of sketches) {
    const group = `${id}/${before + made.length + 1}`;
    const { within } = sketch;
    made.push({
      id: group,
      provision,
      relation: sketch.relation,
      basis: sketch.basis,
      span: sketch.span,
      options: sketch.options.map((option, place): Option => ({
        id: `${group}/${letters(place)}`,
        text: option.text,
        span: option.span,
        whole: option.whole,
        by: option.by,
        noText: option.noText,
        provisions: option.provisions,
      })),
      within: within === null ? around : made[within.group]!.options[within.option]!.id,
      depth: sketch.depth,
      maybeAlternatives: sketch.maybeAlternatives,
      block: false,
    });
  }

  return made;
}

function letters(place: number): string {
  return place < 26 ? String.fromCharCode(97 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);
}

/** The groups of block options under their ids, in the order of their first marks; a place among them is a place in `found`. */
export function blockGroups(
  sketches: readonly Sketch[],
  found: readonly BlockGroup[],
  ids: readonly string[],
): Group[] {
  const made: Group[] = [];
  const counts = new Map<number, number>();
  for (const sketch of found) {
    const provision = sketch.options[0]!.mark;
    const count = (counts.get(provision) ?? 0) + 1;
    counts.set(provision, count);
    const id = `${ids[provision]!}/${count}`;
    made.push({
      id,
      provision,
      relation: sketch.heading ? "optional" : "alternatives",
      basis: "syntax",
      span: nowhere,
      options: sketch.options.map((option, place) => ({
        id: `${id}/${letters(place)}`,
        text: (sketch.heading ? [option.mark] : option.provisions)
          .map((at) =>
            [sketches[at]!.label?.literal, sketch.heading ? sketches[at]!.heading : null, sketches[at]!.words]
              .filter(Boolean)
              .join(" "),
          )
          .join("\n"),
        span: nowhere,
        whole: nowhere,
        by: [],
        noText:
          !sketch.heading && /^no text\.?$/i.test(option.provisions.map((at) => sketches[at]!.words.trim()).join("")),
        provisions: option.provisions,
      })),
      within: sketch.within === null ? null : made[sketch.within.group]!.options[sketch.within.option]!.id,
      depth: 0,
      maybeAlternatives: false,
      block: true,
    });
  }

  return made;
}

export type HeadingBrackets = {
  readonly groups: readonly GroupSketch[];
  readonly unclosed: number;
  readonly stray: number;
};

/** Brackets of a heading: `Article 5: [Joint] access`. A status mark (`[withdrawn]`) is none; a pair around the whole is told by the structure. */
export function headingBrackets(
  sketch: Sketch,
  named: ReadonlySet<string>,
  citations: ReadonlySet<string>,
  tally: Tally,
): HeadingBrackets | null {
  const heading = sketch.heading ?? "";
  const isOuter = sketch.bracketed && sketch.headingPlaces.length > 0 && heading.startsWith("[");
  if (sketch.bracketed && !isOuter) tally.options += 1;
  if (sketch.openLabel) tally.unclosed += 1;
  if (!/[[\]]/.test(heading)) return sketch.openLabel ? { groups: [], unclosed: 1, stray: 0 } : null;

  const mark = statusMark.exec(heading);
  const isMark = mark !== null && mark[0].startsWith("[");
  if (isMark) tally.citations += 1;
  const literals = new Set([
    ...sketch.headingLiterals,
    ...(isMark ? [mark.index, mark.index + mark[0].trimEnd().length - 1] : []),
  ]);
  const found = scan(heading, literals);
  const { groups } = groupsOf(heading, found, { named, citations }, tally);
  const outer = isOuter ? groups.findIndex((group) => group.span.start === 0 && group.span.end === heading.length) : -1;
  tally.unclosed += found.unclosed.length;
  tally.tooDeep += found.tooDeep.length;
  const kept = outer === -1 ? groups : groups.slice(outer + 1).map((group) => leavingOut(group, outer));

  return { groups: kept, unclosed: found.unclosed.length + Number(sketch.openLabel), stray: found.stray.length };
}

function leavingOut(group: GroupSketch, outer: number): GroupSketch {
  const { within } = group;
  if (within === null) return group;

  return { ...group, within: within.group === outer ? null : { ...within, group: within.group - outer - 1 } };
}

/** A group of a heading stands in no words. */
export function withoutPlace(group: Group): Group {
  return {
    ...group,
    block: true,
    span: nowhere,
    options: group.options.map((option) => ({ ...option, span: nowhere, whole: nowhere })),
  };
}
