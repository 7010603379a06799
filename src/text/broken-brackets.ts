import type { Scan } from "./bracket-pairs.ts";
import type { HeadingBrackets } from "./heading-brackets.ts";
import type { Tally } from "./inline-groups.ts";
import type { SlipWriter } from "./slips.ts";
import type { Sketch } from "./sketch.ts";

/** Answers the number of closers without an opener. Openers and closers without a partner in their provision; those that a following sibling matches are told as one bracket over both. */
export function reportBroken(
  sketches: readonly Sketch[],
  scans: readonly Scan[],
  headings: readonly (HeadingBrackets | null)[],
  labels: readonly string[],
  ids: readonly string[],
  write: SlipWriter,
  tally: Tally,
): number {
  const strays = scans.map((found) => found.stray);
  const taken = scans.map(() => 0);
  let count = 0;
  scans.forEach((found, index) => {
    const sketch = sketches[index]!;
    tally.tooDeep += found.tooDeep.length;
    if (found.tooDeep.length > 0) write("too-deep", sketch, ids[index]!, found.tooDeep[0]!, { depth: 100 });
    // The innermost opener meets the first closer that follows; told in the order of the text.
    const partners = found.unclosed.toReversed().map((at) => {
      const partner = siblingWithStray(sketches, (other) => strays[other]!.length > taken[other]!, index);
      if (partner !== null) taken[partner]! += 1;
      return { at, partner };
    });
    for (const { at, partner } of partners.toReversed()) {
      count += 1;
      if (partner === null) write("unclosed", sketch, ids[index]!, at, {});
      else write("spanning", sketch, ids[index]!, at, { label: labels[partner]! });
    }
  });
  tally.unclosed += count;
  headings.forEach((heading, index) => {
    if (heading === null) return;
    const place = { ...sketches[index]!, segments: [], labelPlaces: sketches[index]!.headingPlaces };
    for (let at = 0; at < heading.unclosed; at += 1) write("unclosed", place, ids[index]!, 0, {});
    for (let at = 0; at < heading.stray; at += 1) write("stray-close", place, ids[index]!, 0, {});
  });
  strays.forEach((rest, index) => {
    for (const at of rest.slice(taken[index])) write("stray-close", sketches[index]!, ids[index]!, at, {});
  });

  return (
    strays.reduce((sum, rest) => sum + rest.length, 0) +
    headings.reduce((sum, heading) => sum + (heading?.stray ?? 0), 0)
  );
}

function siblingWithStray(
  sketches: readonly Sketch[],
  hasStray: (at: number) => boolean,
  index: number,
): number | null {
  const { parent, depth } = sketches[index]!;
  for (let at = index + 1; at < sketches.length && at < index + 60; at += 1) {
    const sketch = sketches[at]!;
    if (sketch.depth < depth || sketch.fromHeading) return null;
    if (sketch.depth === depth && sketch.parent !== parent) return null;
    if (hasStray(at)) return at;
  }

  return null;
}
