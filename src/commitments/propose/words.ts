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

/** Words and marks of `[start, end)`. A word may hold hyphens, apostrophes, slashes and inner full stops. */
export function wordsIn(text: string, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const mark = match[0];
    if (mark === "(" || mark === "“" || mark === "«" || mark === "[") depth += 1;
    words.push({
      text: mark,
      lower: mark.toLowerCase(),
      start: start + match.index,
      end: start + match.index + mark.length,
      inside: depth > 0,
    });
    if ((mark === ")" || mark === "”" || mark === "»" || mark === "]") && depth > 0) depth -= 1;
  }
  if (depth > 0) return words.map((word) => ({ ...word, inside: false }));

  return words;
}
