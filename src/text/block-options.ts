import type { Sketch } from "./sketch.ts";

/** "Option 1" / "Option 2" paragraphs, or a heading in brackets: each option holds provisions, by index. */
export type BlockGroup = {
  /** A heading in brackets: one option, or no text. */
  readonly heading: boolean;
  readonly options: readonly {
    readonly literal: string;
    readonly mark: number;
    readonly provisions: readonly number[];
  }[];
  /** Place of the enclosing block option, if any. */
  readonly within: { readonly group: number; readonly option: number } | null;
};

type OpenGroup = {
  /** 0 for a heading in brackets. */
  scope: number;
  /** Depth of a heading in brackets, which encloses what is deeper; `null` for paragraphs. */
  depth: number | null;
  parent: number | null;
  value: number;
  group: number;
  numbers: Set<string>;
  first: Set<string>;
};

/**
 * Groups of block options. An option reaches to the next one of its group; the last ends at the next heading, or at a number that no
 * earlier option of the group has. `places[i]` is the innermost option of provision i. O(provisions × nesting).
 */
export function blockGroupsOf(sketches: readonly Sketch[]): {
  readonly groups: readonly BlockGroup[];
  readonly places: ReadonlyMap<number, { readonly group: number; readonly option: number }>;
} {
  const groups: {
    heading: boolean;
    options: { literal: string; mark: number; provisions: number[] }[];
    within: BlockGroup["within"];
  }[] = [];
  const places = new Map<number, { group: number; option: number }>();
  const open: OpenGroup[] = [];
  const lastMark = new Map<number, number>();
  sketches.forEach((sketch, index) => {
    if (sketch.optionMark !== null) lastMark.set(sketch.optionMark.scope, index);
  });
  const around = (): BlockGroup["within"] => {
    const group = open.at(-1);
    return group === undefined ? null : { group: group.group, option: groups[group.group]!.options.length - 1 };
  };
  sketches.forEach((sketch, index) => {
    const left = open.findIndex((group) => group.depth !== null && sketch.depth <= group.depth);
    if (left !== -1) open.length = left;
    if (
      sketch.fromHeading ||
      sketch.kind === "part" ||
      sketch.kind === "annex" ||
      sketch.kind === "signatures" ||
      sketch.kind === "note"
    )
      open.length = open.findLastIndex((group) => group.depth !== null) + 1;
    if (sketch.bracketed) {
      groups.push({
        heading: true,
        options: [{ literal: sketch.heading ?? "", mark: index, provisions: [] }],
        within: around(),
      });
      open.push({
        scope: 0,
        depth: sketch.depth,
        parent: sketch.parent,
        value: 1,
        group: groups.length - 1,
        numbers: new Set(),
        first: new Set(),
      });
    }
    const mark = sketch.optionMark;
    if (mark !== null) {
      const at = open.findLastIndex((group) => group.scope === mark.scope);
      if (at === -1) {
        const beside = open.findIndex((group) => group.depth === null && group.parent === sketch.parent);
        if (beside !== -1) open.length = beside;
        groups.push({ heading: false, options: [], within: around() });
        open.push({
          scope: mark.scope,
          depth: null,
          parent: sketch.parent,
          value: mark.value,
          group: groups.length - 1,
          numbers: new Set(),
          first: new Set(),
        });
      } else {
        open.length = at + 1;
        const group = open[at]!;
        group.value = mark.value;
        for (const number of group.numbers) group.first.add(number);
        group.numbers = new Set();
      }
      const group = open.at(-1)!;
      groups[group.group]!.options.push({ literal: mark.literal, mark: index, provisions: [] });
    } else if (sketch.step === null) {
      const after = open.findIndex((group) => group.depth === null && endsLast(sketches, group, lastMark, sketch));
      if (after !== -1) open.length = after;
    } else {
      while (open.length > 0) {
        const group = open.at(-1)!;
        if (group.depth !== null) break;
        const isLater = groups[group.group]!.options.length > 1;
        const number = `${sketch.depth}:${sketch.step.written}`;
        if (
          isLater &&
          !group.first.has(number) &&
          sketch.step.style === "decimal" &&
          sketch.depth <= depthOf(sketches, group)
        )
          open.pop();
        else {
          group.numbers.add(number);
          break;
        }
      }
    }
    const place = around();
    if (place === null) return;
    places.set(index, place);
    for (const group of open) groups[group.group]!.options.at(-1)!.provisions.push(index);
  });

  return { groups: groups.filter((group) => group.options.length > 0), places };
}

/** After a last option with words of its own, an unnumbered paragraph beside it is no longer the option's. */
function endsLast(
  sketches: readonly Sketch[],
  group: OpenGroup,
  lastMark: ReadonlyMap<number, number>,
  sketch: Sketch,
): boolean {
  const mark = sketches[lastMark.get(group.scope) ?? 0]!;

  return (
    group.value === mark.optionMark?.value && mark.words !== "" && !sketch.bullet && sketch.parent === group.parent
  );
}

function depthOf(sketches: readonly Sketch[], group: OpenGroup): number {
  return group.parent === null ? 0 : sketches[group.parent]!.depth + 1;
}
