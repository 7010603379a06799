import type { Blocks } from "./block.ts";
import type { Tally } from "./brackets.ts";
import type { Accounts, Group } from "./draft.ts";

/** Explains the bare count of brackets in the source. `other` is what stands in mark-up: a header, an address, an attribute. */
export function accountsOf(
  source: string,
  blocks: Blocks,
  groups: readonly Group[],
  tally: Tally,
  strayClosers: number,
): Accounts {
  let openers = 0;
  let closers = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 91) openers += 1;
    else if (unit === 93) closers += 1;
  }
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
  };
}
