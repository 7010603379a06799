import type { Blocks } from "./block.ts";
import type { Accounts, Group } from "./draft.ts";
import type { Tally } from "./inline-groups.ts";

/** Explains the bare count of brackets in the source. `other` is what stands in mark-up: a header, an address, an attribute. */
export function accountsOf(
  source: string,
  blocks: Blocks,
  groups: readonly Group[],
  tally: Tally,
  strayClosers: number,
  slashes: number,
): Accounts {
  const openers = countOf(source, "[");
  const closers = countOf(source, "]");
  const allOptions = groups.reduce((sum, group) => sum + group.options.length, 0);
  const known =
    tally.options +
    tally.connectors +
    tally.blanks +
    tally.placeholders +
    blocks.links +
    blocks.notes +
    tally.citations +
    blocks.escapes +
    tally.unclosed +
    tally.tooDeep;

  return {
    openers,
    closers,
    groups: groups.length,
    options: allOptions,
    bracketedOptions: tally.options,
    blockOptions: allOptions - tally.options,
    connectors: tally.connectors,
    blanks: tally.blanks,
    placeholders: tally.placeholders,
    links: blocks.links,
    notes: blocks.notes,
    citations: tally.citations,
    escapes: blocks.escapes,
    unclosed: tally.unclosed,
    strayClosers,
    tooDeep: tally.tooDeep,
    other: openers - known,
    slashes,
  };
}

function countOf(source: string, sign: string): number {
  let count = 0;
  for (let at = source.indexOf(sign); at !== -1; at = source.indexOf(sign, at + 1)) count += 1;

  return count;
}
