import type { BlockGroup } from "./block-options.ts";
import type { Group, Span } from "./draft.ts";
import { letters } from "./inline-groups.ts";
import type { Sketch } from "./sketch.ts";

const nowhere: Span = { start: 0, end: 0 };

/** The groups of block options under their ids, in the order of their first marks; a place among them is a place in `found`. */
export function blockGroups(
  sketches: readonly Sketch[],
  found: readonly BlockGroup[],
  ids: readonly string[],
): Group[] {
  const made: Group[] = [];
  const counts = new Map<number, number>();
  for (const sketch of found) {
    const provision = sketch.options[0]!.mark; // groups without options are left out
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
          .map((at) => wordsOfMember(sketches[at]!, sketch.heading))
          .join("\n"),
        span: nowhere,
        whole: nowhere,
        by: [],
        noText:
          !sketch.heading && /^no text\.?$/i.test(option.provisions.map((at) => sketches[at]!.words.trim()).join("")),
        provisions: option.provisions,
        closes: null,
      })),
      within: sketch.within === null ? null : made[sketch.within.group]!.options[sketch.within.option]!.id,
      depth: 0,
      maybeAlternatives: false,
      block: true,
    });
  }

  return made;
}

/** A provision's words with its number, as an option's text holds them. */
export function wordsOfMember(sketch: Sketch, withHeading: boolean): string {
  return [sketch.label?.literal, withHeading ? sketch.heading : null, sketch.words].filter(Boolean).join(" ");
}
