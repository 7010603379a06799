import { lastAtMost } from "../base/index.ts";
import type { Choices, Draft, Group, Option, Provision, Span } from "./draft.ts";
import { groupById } from "./lookup.ts";

/** One provision's words once a wording is chosen in each of its brackets. */
export type ChosenWords = {
  /** `false` where the provision stands in an option that is not chosen. */
  readonly present: boolean;
  readonly words: string;
  /** Kept stretches: `words[at …]` came from the provision's own words at `from`. Ascending; covers `words`. */
  readonly kept: readonly { readonly at: number; readonly from: number }[];
};

/**
 * The words of provision `index` under `choices`. A group without a choice stands with its first option.
 * Choosing drops brackets and attributions; a space left over by a dropped option goes with it.
 * Law: every kept stretch is a substring of the provision's words at its `from`.
 */
export function chosenWords(draft: Draft, index: number, choices: Choices): ChosenWords {
  const provision = draft.provisions[index];
  if (provision === undefined) throw new RangeError(`no provision ${index}`);
  if (!isChosen(draft, provision.optionOf, choices)) return { present: false, words: "", kept: [] };
  const inline = provision.groups.map((id) => groupById(draft, id)!).filter((group) => !group.block);
  const closing = closingIn(draft).get(index) ?? none;
  if (inline.length + closing.length === 0)
    return { present: true, words: provision.words, kept: [{ at: 0, from: 0 }] };

  const gone = [
    ...inline.flatMap((group) => dropped(group, choices)),
    ...closing.map(({ group, option, at }): Span => {
      const isThere = chosenOption(group, choices)?.id === option && isChosen(draft, outside(group), choices);
      return { start: isThere ? at : 0, end: at + 1 };
    }),
  ];

  return keep(provision.words, merged(gone));
}

/** The option that stands for a group, `null` for no text. Choices that name no option of the group count as none made. */
export function chosenOption(group: Group, choices: Choices): Option | null {
  const id = choices[group.id];
  if (id === "none" && group.relation === "optional") return null;
  const option = group.options.find((each) => each.id === id) ?? group.options[0]!;

  return option.noText ? null : option;
}

/** Whether what stands in an option, and in every option around it, is there under `choices`. */
export function isChosen(
  draft: Draft,
  place: { readonly group: string; readonly option: string } | null,
  choices: Choices,
): boolean {
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
function outside(group: Group): Provision["optionOf"] {
  const { within } = group;

  return within === null ? null : { group: within.slice(0, within.lastIndexOf("/")), option: within };
}

type Closing = { readonly group: Group; readonly option: string; readonly at: number };

const none: readonly never[] = [];
const closings = new WeakMap<Draft, ReadonlyMap<number, readonly Closing[]>>();

/** Brackets that close in the words of a later provision than they open in, by that provision. */
function closingIn(draft: Draft): ReadonlyMap<number, readonly Closing[]> {
  const known = closings.get(draft);
  if (known !== undefined) return known;
  const found = new Map<number, Closing[]>();
  for (const group of draft.groups)
    for (const { id, closes } of group.options)
      if (closes !== null)
        found.set(closes.provision, [...(found.get(closes.provision) ?? []), { group, option: id, at: closes.at }]);
  closings.set(draft, found);

  return found;
}

function dropped(group: Group, choices: Choices): Span[] {
  const option = chosenOption(group, choices);
  if (option === null) return [group.span];

  return [
    { start: group.span.start, end: option.span.start },
    { start: option.span.end, end: group.span.end },
  ];
}

function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const result: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }

  return result;
}

function keep(words: string, gone: readonly Span[]): ChosenWords {
  const kept: { at: number; from: number }[] = [];
  let text = "";
  let last = "";
  let from = 0;
  for (const span of [...gone, { start: words.length, end: words.length }]) {
    let start = from;
    if (last === "" || /\s/.test(last)) while (start < span.start && /\s/.test(words[start]!)) start += 1;
    else if (start > 0 && /^\s[,.;:)]/.test(words.slice(start, start + 2)) && from > 0) start += 1;
    if (start < span.start) {
      const part = words.slice(start, span.start);
      if (last === " " && /^[,.;:)]/.test(part)) text = text.slice(0, -1);
      kept.push({ at: text.length, from: start });
      text += part;
      last = part.at(-1)!;
    }
    from = span.end;
  }

  return { present: true, words: text, kept };
}

/** A span of chosen words, as a span of the provision's own words. */
export function toOwnSpan(chosen: ChosenWords, span: Span): Span {
  return {
    start: ownOffset(chosen, span.start),
    end: span.end === span.start ? ownOffset(chosen, span.end) : ownOffset(chosen, span.end - 1) + 1,
  };
}

function ownOffset(chosen: ChosenWords, offset: number): number {
  const low = lastAtMost(chosen.kept.length, (index) => chosen.kept[index]!.at, offset);
  const stretch = chosen.kept[low];

  return stretch === undefined ? offset : stretch.from + (offset - stretch.at);
}
