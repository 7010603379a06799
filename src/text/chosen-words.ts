import { lastAtMost } from "../base/index.ts";
import type { Choices, Draft, Group, Option, Span } from "./draft.ts";
import { chosenOption, closingIn, decidingGroups, inlineGroups, isChosen, outside } from "./options-around.ts";

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
 * Where there are brackets, the last few wordings of each provision are remembered: the same object comes back while the same options stand in all that decides it.
 * Law: every kept stretch is a substring of the provision's words at its `from`. Throws RangeError for an index outside the draft.
 */
export function chosenWords(draft: Draft, index: number, choices: Choices): ChosenWords {
  if (draft.provisions[index] === undefined) throw new RangeError(`no provision ${index}`);
  if (draft.groups.length === 0) return wordsUnder(draft, index, choices);
  let drafted = remembered.get(draft);
  if (drafted === undefined) remembered.set(draft, (drafted = new Map()));
  let known = drafted.get(index);
  if (known === undefined) drafted.set(index, (known = { deciding: decidingGroups(draft, index), wordings: [] }));
  const { deciding, wordings } = known;
  const found = wordings.find(({ options }) =>
    deciding.every((group, at) => options[at] === chosenOption(group, choices)),
  );
  if (found !== undefined) return found.chosen;

  const chosen = wordsUnder(draft, index, choices);
  if (wordings.length === mostWordings) wordings.shift();
  wordings.push({ options: deciding.map((group) => chosenOption(group, choices)), chosen });

  return chosen;
}

/** One provision's wordings: `options` stand for the groups of `deciding`, in its order. */
type Remembered = {
  readonly deciding: readonly Group[];
  readonly wordings: { readonly options: readonly (Option | null)[]; readonly chosen: ChosenWords }[];
};

const mostWordings = 4;
const remembered = new WeakMap<Draft, Map<number, Remembered>>();

function wordsUnder(draft: Draft, index: number, choices: Choices): ChosenWords {
  const provision = draft.provisions[index]!; // whoever asks has looked
  if (!isChosen(draft, provision.optionOf, choices)) return { present: false, words: "", kept: [] };
  const inline = inlineGroups(draft, provision);
  const closing = closingIn(draft, index);
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
