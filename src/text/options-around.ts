import type { Choices, Draft, Group, Option, Provision, Span } from "./draft.ts";
import { groupById } from "./lookup.ts";

/** One option of a group, by their ids. */
type Place = NonNullable<Provision["optionOf"]>;

/**
 * The options in which words of provision `index` stand under `choices`: group id → option id. The words are there only as long as all of these are
 * chosen. Counts the options that `span` touches, those that close after its start in these words, and every option around them. O(groups of the provision).
 * Throws RangeError for an index outside the draft.
 */
export function optionsAround(draft: Draft, index: number, span: Span, choices: Choices): Choices {
  const provision = provisionAt(draft, index);
  let found: Record<string, string> | null = null;
  const add = (place: Place | null): void => {
    for (let at = place; at !== null;) {
      const group = groupById(draft, at.group);
      (found ??= {})[at.group] = at.option;
      at = group === null ? null : outside(group);
    }
  };
  for (const group of inlineGroups(draft, provision)) {
    const option = chosenOption(group, choices);
    const isThere = option !== null && overlap(option.span, span) && isChosen(draft, outside(group), choices);
    if (isThere) add({ group: group.id, option: option.id });
  }
  for (const { group, option, at } of closingIn(draft, index))
    if (span.start < at && chosenOption(group, choices)?.id === option) add({ group: group.id, option });
  for (let around: Provision | undefined = provision; around !== undefined; around = parentOf(draft, around))
    add(around.optionOf);

  return found ?? nowhere;
}

const nowhere: Choices = {};

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start && one.end > one.start;
}

function parentOf(draft: Draft, { parent }: Provision): Provision | undefined {
  return parent === null ? undefined : draft.provisions[parent];
}

function provisionAt(draft: Draft, index: number): Provision {
  const provision = draft.provisions[index];
  if (provision === undefined) throw new RangeError(`no provision ${index}`);

  return provision;
}

/** The bracket groups in a provision's own words. */
export function inlineGroups(draft: Draft, provision: Provision): readonly Group[] {
  if (provision.groups.length === 0) return none;

  return provision.groups.map((id) => groupById(draft, id)!).filter((group) => !group.block); // the draft's own ids
}

/** Every group on whose option a provision's words depend: those in it, those that close in it, and those around it. */
export function decidingGroups(draft: Draft, index: number): readonly Group[] {
  const provision = provisionAt(draft, index);
  const found = new Set(inlineGroups(draft, provision));
  const addAround = (place: Place | null): void => {
    for (let at = place; at !== null;) {
      const group = groupById(draft, at.group);
      if (group === null) return;
      found.add(group);
      at = outside(group);
    }
  };
  addAround(provision.optionOf);
  for (const { group } of closingIn(draft, index)) {
    found.add(group);
    addAround(outside(group));
  }

  return [...found];
}

/** The option that stands for a group, `null` for no text. Choices that name no option of the group count as none made. */
export function chosenOption(group: Group, choices: Choices): Option | null {
  const id = choices[group.id];
  if (id === undefined) return group.options[0]!.noText ? null : group.options[0]!; // a group has an option
  if (id === "none" && group.relation === "optional") return null;
  const option = group.options.find((each) => each.id === id) ?? group.options[0]!;

  return option.noText ? null : option;
}

/** Whether what stands in an option, and in every option around it, is there under `choices`. */
export function isChosen(draft: Draft, place: Place | null, choices: Choices): boolean {
  let around = place;
  while (around !== null) {
    const group = groupById(draft, around.group);
    if (group === null) return true;
    if (chosenOption(group, choices)?.id !== around.option) return false;
    around = outside(group);
  }

  return true;
}

/** The option around a group, and that option's group. */
export function outside(group: Group): Place | null {
  const { within } = group;

  return within === null ? null : { group: within.slice(0, within.lastIndexOf("/")), option: within };
}

/** A bracket that closes in the words of a later provision than it opens in; `at` is an offset there. */
type Closing = { readonly group: Group; readonly option: string; readonly at: number };

const none: readonly never[] = [];
const closings = new WeakMap<Draft, ReadonlyMap<number, readonly Closing[]>>();

/** The brackets from before that close in the words of provision `index`. */
export function closingIn(draft: Draft, index: number): readonly Closing[] {
  let found = closings.get(draft);
  if (found === undefined) closings.set(draft, (found = closingsOf(draft)));

  return found.get(index) ?? none;
}

function closingsOf(draft: Draft): ReadonlyMap<number, readonly Closing[]> {
  const found = new Map<number, Closing[]>();
  for (const group of draft.groups)
    for (const { id, closes } of group.options) {
      if (closes === null) continue;
      const closing = { group, option: id, at: closes.at };
      const known = found.get(closes.provision);
      if (known === undefined) found.set(closes.provision, [closing]);
      else known.push(closing);
    }

  return found;
}
