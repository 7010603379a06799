import type { Choices, Draft, Span } from "./draft.ts";

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
 * Choosing drops brackets and attributions; two spaces left by a dropped option become one.
 * Law: every kept stretch is a substring of the provision's words at its `from`.
 */
export function chosenWords(draft: Draft, index: number, choices: Choices): ChosenWords {
  void choices;
  const provision = draft.provisions[index];
  if (provision === undefined) throw new RangeError(`no provision ${index}`);
  return { present: true, words: provision.words, kept: [{ at: 0, from: 0 }] };
}

/** A span of chosen words, as a span of the provision's own words. */
export function toOwnSpan(chosen: ChosenWords, span: Span): Span {
  return {
    start: ownOffset(chosen, span.start),
    end: span.end === span.start ? ownOffset(chosen, span.end) : ownOffset(chosen, span.end - 1) + 1,
  };
}

function ownOffset(chosen: ChosenWords, offset: number): number {
  let low = 0;
  let high = chosen.kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (chosen.kept[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = chosen.kept[low];
  return stretch === undefined ? offset : stretch.from + (offset - stretch.at);
}
