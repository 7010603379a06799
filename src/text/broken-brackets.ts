import type { Scan } from "./bracket-pairs.ts";
import type { HeadingBrackets } from "./heading-brackets.ts";
import type { Tally } from "./inline-groups.ts";
import type { Sketch } from "./sketch.ts";
import type { SlipWriter } from "./slips.ts";
import type { Spanning } from "./spanning-brackets.ts";

/** Tells openers and closers without a partner, and brackets over several provisions. Answers the number of closers without an opener. */
export function reportBroken(
  text: {
    readonly sketches: readonly Sketch[];
    readonly scans: readonly Scan[];
    readonly headings: readonly (HeadingBrackets | null)[];
    readonly spanning: readonly Spanning[];
    readonly labels: readonly string[];
    readonly ids: readonly string[];
  },
  write: SlipWriter,
  tally: Tally,
): number {
  const { sketches, scans, headings, spanning, labels, ids } = text;
  for (const { from, open, to } of spanning)
    write("spanning", sketches[from]!, ids[from]!, open, { label: labels[to]! });
  let strayClosers = 0;
  scans.forEach(({ unclosed, stray, tooDeep }, index) => {
    const sketch = sketches[index]!;
    const id = ids[index]!;
    tally.tooDeep += tooDeep.length;
    tally.unclosed += unclosed.length;
    strayClosers += stray.length;
    if (tooDeep.length > 0) write("too-deep", sketch, id, tooDeep[0]!, { depth: 100 });
    for (const at of unclosed) write("unclosed", sketch, id, at, {});
    for (const at of stray) write("stray-close", sketch, id, at, {});
    const heading = headings[index] ?? null;
    if (heading === null) return;
    strayClosers += heading.stray;
    const place = { ...sketch, segments: [], labelPlaces: sketch.headingPlaces };
    for (let at = 0; at < heading.unclosed; at += 1) write("unclosed", place, id, 0, {});
    for (let at = 0; at < heading.stray; at += 1) write("stray-close", place, id, 0, {});
  });

  return strayClosers;
}
