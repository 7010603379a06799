import { lastAtMost, ok, refuse, type Outcome } from "../base/index.ts";
import type { Draft, Group, Option, Provision } from "./draft.ts";
import { lineStartsOf, placeOf, type LineStarts } from "./lines.ts";
import { printDraft } from "./pieces.ts";
import { lookupOf, stepsOf, type Lookup } from "./references.ts";

const lines = new WeakMap<Draft, LineStarts>();
const lookups = new WeakMap<Draft, Lookup>();
const groupTables = new WeakMap<Draft, ReadonlyMap<string, Group>>();

/** Line and column, from 1, of an offset in a provision's words. O(log). Throws RangeError for an index outside the draft. */
export function positionOf(
  draft: Draft,
  index: number,
  offset: number,
): { readonly line: number; readonly column: number } {
  const provision = draft.provisions[index];
  if (provision === undefined) throw new RangeError(`no provision ${index}`);
  let starts = lines.get(draft);
  if (starts === undefined) {
    starts = lineStartsOf(printDraft(draft));
    lines.set(draft, starts);
  }

  return placeOf(starts, sourceOffsetOf(draft, provision, offset));
}

/** Offset in the source of an offset in a provision's words; the label's or heading's place where it has no words. */
export function sourceOffsetOf(draft: Draft, provision: Provision, offset: number): number {
  const { runs } = provision;
  const low = lastAtMost(runs.length, (index) => runs[index]!.at, offset);
  const run = runs[low];
  if (run !== undefined) return run.source + (offset - run.at);
  let at = 0;
  for (const piece of draft.pieces) {
    if (piece.provision === provision.index && (piece.kind === "label" || piece.kind === "heading")) return at;
    at += piece.source.length;
  }

  return 0;
}

/** The provision people mean by `3.1`, `Article 3(1)`, `point 3.1`, `paragraph 1 of Article 3`; `null` where there is none. */
export function provisionByLabel(draft: Draft, words: string): Provision | null {
  const exact = draft.provisions.find((provision) => provision.label === words.trim());
  if (exact !== undefined) return exact;
  let lookup = lookups.get(draft);
  if (lookup === undefined) {
    lookup = lookupOf(
      draft.provisions,
      draft.provisions.map(({ label }) => label),
    );
    lookups.set(draft, lookup);
  }
  const turned = words
    .split(/\s+of\s+/i)
    .toReversed()
    .join(" ");
  if (/^\s*(?:annex|appendix)\b/i.test(turned)) {
    const rest = turned.replace(/^\s*(?:annex|appendix)\s*/i, "");
    const index = /[.(]/.test(rest) ? lookup.bySteps(["Annex", ...stepsOf(rest)], -1) : lookup.annex(rest.trim());
    return index === null ? null : draft.provisions[index]!;
  }
  const bare = turned.replace(/\p{L}{3,}\.?/gu, " ");
  const steps = stepsOf(bare);
  if (steps.length === 0) return null;
  const index = lookup.bySteps(steps, -1);

  return index === null ? null : draft.provisions[index]!;
}

export function groupById(draft: Draft, id: string): Group | null {
  let table = groupTables.get(draft);
  if (table === undefined) {
    table = new Map(draft.groups.map((group) => [group.id, group]));
    groupTables.set(draft, table);
  }

  return table.get(id) ?? null;
}

/**
 * Reads a choice as people type it: `6.1/1=2`. GROUP is a group's id or LABEL/n, the n-th group of that provision; a label alone means its only
 * group. OPTION is an option's id, a number from 1, a letter, a proposer, the exact words, or `none` for no text of a lone bracket.
 * Refuses `unknown-group` and `unknown-option`, naming what there is.
 */
export function parseChoice(
  draft: Draft,
  written: string,
): Outcome<{ readonly group: string; readonly option: string }, "unknown-group" | "unknown-option"> {
  const equals = written.indexOf("=");
  const name = (equals === -1 ? written : written.slice(0, equals)).trim();
  const wanted = equals === -1 ? "" : written.slice(equals + 1).trim();
  const group = groupNamed(draft, name);
  if (group === null)
    return refuse("unknown-group", `"${name}" is no open bracket of this text; there are: ${someGroups(draft)}`);
  const option = optionNamed(group, wanted);
  if (option === null)
    return refuse(
      "unknown-option",
      `"${wanted}" is no option of ${name}; there are: ${group.options.map((each, at) => `${at + 1} ("${each.text.slice(0, 40)}")`).join(", ")}${group.relation === "optional" ? ", none" : ""}`,
    );

  return ok({ group: group.id, option });
}

function groupNamed(draft: Draft, name: string): Group | null {
  const direct = groupById(draft, name);
  if (direct !== null) return direct;
  const slash = name.lastIndexOf("/");
  const label = slash === -1 ? name : name.slice(0, slash);
  const provision = provisionByLabel(draft, label);
  if (provision === null) return null;
  if (slash === -1) return provision.groups.length === 1 ? groupById(draft, provision.groups[0]!) : null;
  const id = provision.groups[Number(name.slice(slash + 1)) - 1];

  return id === undefined ? null : groupById(draft, id);
}

function optionNamed(group: Group, wanted: string): string | null {
  const none = group.options.find((option) => option.noText);
  if (wanted.toLowerCase() === "none") return none?.id ?? (group.relation === "optional" ? "none" : null);
  const tests: ((option: Option, at: number) => boolean)[] = [
    (option) => option.id === wanted,
    (option) => option.by.includes(wanted),
    (option) => option.text.trim() === wanted,
    (_option, at) => String(at + 1) === wanted,
    (option) => wanted.length === 1 && option.id.endsWith(`/${wanted.toLowerCase()}`),
  ];
  for (const test of tests) {
    const found = group.options.find(test);
    if (found !== undefined) return found.id;
  }

  return null;
}

function someGroups(draft: Draft): string {
  const counts = new Map<number, number>();
  const names = draft.groups.slice(0, 20).map((group) => {
    const count = (counts.get(group.provision) ?? 0) + 1;
    counts.set(group.provision, count);
    return `${draft.provisions[group.provision]!.label}/${count}`;
  });

  return names.length === 0 ? "none" : names.join(", ") + (draft.groups.length > 20 ? ", …" : "");
}
