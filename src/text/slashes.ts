import type { Slash } from "./draft.ts";

const word = "\\p{L}[\\p{L}’'-]{0,40}\\p{L}";
const stroke = new RegExp(`(?<![\\p{L}\\p{N}/.@:-])${word}(?:/${word}){1,8}(?![\\p{L}\\p{N}/@])`, "gu");
/** One of these on both sides of a stroke, or anywhere in the words, makes them one expression: a measure, a link, a month, a pronoun. */
const oneExpression =
  /^(?:and\/or|he\/she|she\/he|his\/hers?|her\/his|him\/her|himself\/herself)$|(?:^|\/)(?:km|kg|mg|cm|mm|ml|ha|hr|hrs|sq|nm|km²|jan\p{L}*|feb\p{L}*|march|april|june?|july?|aug\p{L}*|sept?\p{L}*|oct\p{L}*|nov\p{L}*|dec\p{L}*)(?:\/|$)/iu;
const longestToken = 400;

/**
 * Words that strokes divide and that may be options of one another: `shall/should`. Dates, links, measures, signs of documents, `24/7`
 * and `and/or` are none. O(length).
 */
export function slashesOf(words: string): readonly Slash[] {
  let at = words.indexOf("/");
  if (at === -1) return none;
  const found: Slash[] = [];
  while (at !== -1) {
    let start = at;
    while (start > 0 && at - start < longestToken && !/\s/.test(words[start - 1]!)) start -= 1;
    let end = at;
    while (end < words.length && end - at < longestToken && !/\s/.test(words[end]!)) end += 1;
    for (const match of words.slice(start, end).matchAll(stroke)) {
      const parts = match[0].split("/");
      const isOne = oneExpression.test(match[0]) || parts.some((part) => part === part.toUpperCase());
      if (!isOne && !/:\/\/|www\.|\.\p{Ll}{2,}\//u.test(words.slice(start, end)))
        found.push({ start: start + match.index, end: start + match.index + match[0].length, words: parts });
    }
    at = words.indexOf("/", end);
  }

  return found;
}

const none: readonly never[] = [];
