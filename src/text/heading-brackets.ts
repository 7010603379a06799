import { scan } from "./bracket-pairs.ts";
import type { Group, Span } from "./draft.ts";
import { groupsOf, type BracketContext, type GroupPlace, type Tally } from "./inline-groups.ts";
import { statusMark } from "./status.ts";
import type { Sketch } from "./sketch.ts";

export type HeadingBrackets = {
  readonly groups: readonly Group[];
  readonly unclosed: number;
  readonly stray: number;
};

/**
 * Brackets of a heading: `Article 5: [Joint] access`. A status mark (`[withdrawn]`) is none; a pair around the whole is told by the
 * structure. `null` where there is none.
 */
export function headingBrackets(
  sketch: Sketch,
  context: BracketContext,
  place: GroupPlace,
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
  const words = isMark ? [mark.index, mark.index + mark[0].trimEnd().length - 1] : [];
  const literals = [...sketch.headingLiterals, ...words].sort((a, b) => a - b);
  const found = scan(heading, literals);
  const outer = isOuter ? found.pairs.findIndex(({ open, close }) => open === 0 && close === heading.length - 1) : -1;
  const { groups } = groupsOf(heading, found, context, place, tally, outer);
  tally.unclosed += found.unclosed.length;
  tally.tooDeep += found.tooDeep.length;

  return {
    groups: groups.map(withoutPlace),
    unclosed: found.unclosed.length + Number(sketch.openLabel),
    stray: found.stray.length,
  };
}

const nowhere: Span = { start: 0, end: 0 };

/** A group of a heading stands in no words. */
function withoutPlace(group: Group): Group {
  return {
    ...group,
    block: true,
    span: nowhere,
    options: group.options.map((option) => ({ ...option, span: nowhere, whole: nowhere })),
  };
}
