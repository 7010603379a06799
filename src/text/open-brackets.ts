import { blockGroups } from "./block-groups.ts";
import type { blockGroupsOf } from "./block-options.ts";
import type { Scan } from "./bracket-pairs.ts";
import type { Group, Provision } from "./draft.ts";
import { headingBrackets, type HeadingBrackets } from "./heading-brackets.ts";
import { groupsOf, type BracketContext, type Brackets, type Tally } from "./inline-groups.ts";
import type { Sketch } from "./sketch.ts";

/** Everything that is open in a text: one list of groups, and what each provision's words and heading hold. */
export type OpenBrackets = {
  /** In the order of their provisions: block options before words. */
  readonly groups: readonly Group[];
  /** The innermost block option that a provision stands in. */
  readonly blockOption: (index: number) => Provision["optionOf"];
  readonly found: readonly Brackets[];
  readonly headings: readonly (HeadingBrackets | null)[];
};

/** Gathers the groups of block options, headings and words. A provision's groups are numbered in that order. */
export function openBrackets(text: {
  readonly sketches: readonly Sketch[];
  readonly scans: readonly Scan[];
  readonly ids: readonly string[];
  readonly block: ReturnType<typeof blockGroupsOf>;
  readonly context: BracketContext;
  readonly tally: Tally;
}): OpenBrackets {
  const { sketches, scans, ids, block, context, tally } = text;
  const blocks = blockGroups(sketches, block.groups, ids);
  const blocksAt = new Map<number, Group[]>();
  for (const group of blocks) {
    const own = blocksAt.get(group.provision);
    if (own === undefined) blocksAt.set(group.provision, [group]);
    else own.push(group);
  }
  const blockOption = (index: number): Provision["optionOf"] => {
    const place = block.places.get(index);
    if (place === undefined) return null;
    const group = blocks[place.group]!;
    return { group: group.id, option: group.options[place.option]!.id };
  };

  const groups: Group[] = [];
  const headings: (HeadingBrackets | null)[] = [];
  const found = sketches.map((sketch, index): Brackets => {
    const own = blocksAt.get(index) ?? none;
    for (const group of own) groups.push(group);
    const place = { id: ids[index]!, provision: index, before: own.length, around: blockOption(index)?.option ?? null };
    const heading =
      sketch.fromHeading || sketch.heading !== null ? headingBrackets(sketch, context, place, tally) : null;
    headings.push(heading);
    for (const group of heading?.groups ?? none) groups.push(group);
    const before = own.length + (heading?.groups.length ?? 0);
    const brackets = groupsOf(sketch.words, scans[index]!, context, { ...place, before }, tally);
    for (const group of brackets.groups) groups.push(group);

    return brackets;
  });

  return { groups, blockOption, found, headings };
}

const none: readonly never[] = [];
