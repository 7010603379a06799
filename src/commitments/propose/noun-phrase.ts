import { numberOf } from "./numbers.ts";
import type { Span } from "../../text/index.ts";
import type { Word } from "./words.ts";

/** "the Director five years after …": a length of time begins no part of a name. */
function isLengthOfTime(words: readonly Word[], at: number): boolean {
  return (
    /^(?:hours?|days?|weeks?|months?|years?)$/.test(words[at + 1]?.lower ?? "") &&
    numberOf(words[at]?.lower ?? "") !== null
  );
}

/** "by A and the Prime Minister by B": the second noun is acted on by another. */
function isGapped(words: readonly Word[], from: number): boolean {
  const by = words.slice(from, from + 7).findIndex(({ lower }) => lower === "by");

  return (
    by > 0 &&
    words.slice(from, from + by).every(({ text, lower }) => /^\p{Lu}/u.test(text) || /^(?:the|of|and)$/.test(lower))
  );
}

/** The noun phrase that begins at `words[at]`: it ends before a mark, a verb or a preposition that opens a slot. */
export function nounPhrase(text: string, words: readonly Word[], at: number): Span | null {
  const first = words[at];
  if (first === undefined) return null;
  let last = at - 1;
  for (let i = at; i < words.length; i += 1) {
    const { lower, text: word } = words[i]!;
    if (/^[;:.()"“”]$/.test(word)) break;
    if (word === ",") {
      const goesOn =
        /^\p{Lu}/u.test(words[i + 1]?.text ?? "") && words.slice(i, i + 8).some((other) => other.lower === "and");
      if (!goesOn) break;
      continue;
    }
    if (
      lower === "of" &&
      /^\p{Lu}{2,}/u.test(words[i - 1]?.text ?? "") &&
      /^(?:the|\p{Ll})/u.test(words[i + 1]?.text ?? "")
    ) {
      if (!/^\p{Lu}/u.test(words[i + 2]?.text ?? "")) break;
    }
    if (i > at && /^(?:the|an?|its|their|all|every|each|any|such|these|those|every|access)$/.test(lower)) {
      if (!/^(?:of|and|or|for|to|in|on|,|both|all)$/.test(words[i - 1]?.lower ?? "")) break;
    }
    if (lower === "of" && /^(?:every|any|each|all|its|their|such|this|an?)$/.test(words[i + 1]?.lower ?? "") && i > at)
      break;
    if (i > at && isLengthOfTime(words, i)) break;
    if (lower === "and" || lower === "or") {
      const next = words[i + 1];
      if (next === undefined || !(/^\p{Lu}/u.test(next.text) || next.lower === "the")) break;
      if (isGapped(words, i + 1)) break;
      continue;
    }
    if (
      /^(?:within|in|on|at|from|to|with|without|under|after|before|upon|until|through|throughout|during|using|as|shall|will|may|must|is|are|was|were|which|who|that|if|unless|provided|not|no|by|starting|ending|and|into|against|when|where|every|once|immediately|promptly|including|subject)$/.test(
        lower,
      )
    ) {
      if (
        !(lower === "on" || lower === "in" || lower === "to") ||
        !/^\p{Lu}/u.test(words[i + 1]?.text ?? "") ||
        !/^\p{Lu}/u.test(words[i - 1]?.text ?? "")
      )
        break;
    }
    last = i;
  }
  const end = words[last];
  if (end === undefined || last < at) return null;

  return { start: first.start, end: first.start + text.slice(first.start, end.end).length };
}
