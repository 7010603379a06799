import { blockGroups, wordsOfMember } from "./block-groups.ts";
import type { blockGroupsOf } from "./block-options.ts";
import type { Scan } from "./bracket-pairs.ts";
import type { Group, Provision } from "./draft.ts";
import { headingBrackets, type HeadingBrackets } from "./heading-brackets.ts";
import { groupsOf, type BracketContext, type Brackets, type Tally } from "./inline-groups.ts";
import type { Sketch } from "./sketch.ts";
import { beginsAt, endsAt, type Spanning } from "./spanning-brackets.ts";

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
  readonly spanning: readonly Spanning[];
  readonly context: BracketContext;
  readonly tally: Tally;
}): OpenBrackets {
  const { sketches, scans, ids, block, spanning, context, tally } = text;
  const blocks = blockGroups(sketches, block.groups, ids);
  const blocksAt = new Map<number, Group[]>();
  for (const group of blocks) {
    const own = blocksAt.get(group.provision);
    if (own === undefined) blocksAt.set(group.provision, [group]);
    else own.push(group);
  }
  const around = new Map<number, Place>();
  for (const [index, { group, option }] of block.places) {
    const found = blocks[group]!; // a place among them
    around.set(index, { group: found.id, option: found.options[option]!.id });
  }
  const openings = byProvision(spanning, ({ from }) => from);
  const closings = byProvision(spanning, ({ to }) => to);

  const groups: Group[] = [];
  const headings: (HeadingBrackets | null)[] = [];
  const closingOptions = new Map<Spanning, { readonly option: string; readonly before: string | null }>();
  const found = sketches.map((sketch, index): Brackets => {
    const own = blocksAt.get(index) ?? none;
    for (const group of own) groups.push(group);
    const place = { id: ids[index]!, provision: index, before: own.length, around: around.get(index)?.option ?? null };
    const heading =
      sketch.heading === null && !sketch.openLabel ? null : headingBrackets(sketch, context, place, tally);
    headings.push(heading);
    for (const group of heading?.groups ?? none) groups.push(group);
    const before = own.length + (heading?.groups.length ?? 0);
    const brackets = groupsOf(sketch.words, scans[index]!, context, { ...place, before }, tally);
    const closed = closings.get(index) ?? none;
    const opened = openings.get(index) ?? none;
    const inner = closed.length === 0 ? brackets.groups : brackets.groups.map((group) => withinClosing(group, closed));
    const all = opened.length === 0 ? inner : inner.map((group) => reaching(group, opened));
    for (const group of all) groups.push(group);

    return brackets;
  });

  return { groups, blockOption: (index) => around.get(index) ?? null, found, headings };

  /** A group whose option closes in a later provision: what stands whole between them is the option's. */
  function reaching(group: Group, opened: readonly Spanning[]): Group {
    return {
      ...group,
      options: group.options.map((option) => {
        const bracket = opened.find(({ open }) => open === option.whole.start);
        if (bracket === undefined) return option;
        closingOptions.set(bracket, { option: option.id, before: around.get(bracket.from)?.option ?? null });
        const provisions = membersOf(sketches, bracket);
        const outside = group.within ?? around.get(bracket.from)?.option ?? null;
        for (const member of provisions)
          if ((around.get(member)?.option ?? null) === outside)
            around.set(member, { group: group.id, option: option.id });
        const between = [];
        for (let at = bracket.from + 1; at < bracket.to; at += 1) between.push(wordsOfMember(sketches[at]!, true));
        const last = sketches[bracket.to]!;
        const tail = wordsOfMember({ ...last, words: last.words.slice(0, bracket.close) }, true);
        return {
          ...option,
          text: [option.text, ...between, tail].join("\n"),
          provisions,
          closes: { provision: bracket.to, at: bracket.close },
        };
      }),
    };
  }

  /** A group of the words before a closer stands in what closes there. */
  function withinClosing(group: Group, closed: readonly Spanning[]): Group {
    const outer = closed
      .filter(({ close }) => group.span.end <= close)
      .map((bracket) => closingOptions.get(bracket))
      .find((each) => each !== undefined && (group.within === each.before || group.within === null));

    return outer === undefined ? group : { ...group, within: outer.option };
  }
}

type Place = { readonly group: string; readonly option: string };

function byProvision(spanning: readonly Spanning[], of: (bracket: Spanning) => number): Map<number, Spanning[]> {
  const found = new Map<number, Spanning[]>();
  for (const bracket of spanning) found.set(of(bracket), [...(found.get(of(bracket)) ?? []), bracket]);

  return found;
}

/** Provisions that stand whole in a bracket: those between, and the first and last where the bracket begins and ends with their words. */
function membersOf(sketches: readonly Sketch[], { from, open, to, close }: Spanning): number[] {
  const members: number[] = [];
  for (let at = from; at <= to; at += 1) {
    const isCut =
      (at === from && !beginsAt(sketches[at]!.words, open)) || (at === to && !endsAt(sketches[at]!.words, close));
    if (!isCut) members.push(at);
  }

  return members;
}

const none: readonly never[] = [];
