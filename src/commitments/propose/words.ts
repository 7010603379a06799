import { everyMatch } from "../../base/index.ts";
/** One word or mark of a sentence; offsets are those of the passage. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Stands in parentheses or in quotation marks that span several words. */
  readonly inside: boolean;
};

const pattern = /\p{L}[\p{L}\p{M}\p{N}'’ʼ\-./]*[\p{L}\p{N}]|[\p{L}\p{N}]+(?:[.,:]\d+)*|[^\s]/gu;

/** The text cut last: a passage is asked for its words many times in a row. */
let latest: { readonly text: string; readonly words: readonly Word[] } = { text: "", words: [] };

/** Words and marks of `[start, end)`. A word may hold hyphens, apostrophes, slashes and inner full stops. */
export function wordsIn(text: string, start: number, end: number): readonly Word[] {
  if (latest.text !== text) latest = { text, words: cut(text) };
  const { words } = latest;
  const first = firstFrom(words, start);
  let last = first;
  while (last < words.length && words[last]!.end <= end) last += 1;

  return words.slice(first, last);
}

/** Index of the first word that begins at `start` or after. O(log words). */
export function firstFrom(words: readonly Word[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < start) low = middle + 1;
    else high = middle;
  }

  return low;
}

/** A parenthesis that is never closed encloses nothing. */
function cut(text: string): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (const match of everyMatch(pattern, text)) {
    const mark = match[0];
    if (mark === "(" || mark === "“" || mark === "«" || mark === "[") depth += 1;
    words.push({
      text: mark,
      lower: mark.toLowerCase(),
      start: match.index,
      end: match.index + mark.length,
      inside: depth > 0,
    });
    if ((mark === ")" || mark === "”" || mark === "»" || mark === "]") && depth > 0) depth -= 1;
  }

  return depth > 0 ? words.map((word) => ({ ...word, inside: false })) : words;
}
