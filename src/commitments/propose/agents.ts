import type { Span } from "../../text/index.ts";
import { verbOfNoun } from "../verbs.ts";
import { isActor } from "./actor-names.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { Passage } from "./passage.ts";
import { isAdverb, isParticiple } from "./verb-forms.ts";
import { type Word, wordsIn } from "./words.ts";

/** "collected and destroyed by X": verbs directly after the main one are done by the same. */
function pastSeries(words: readonly Word[]): readonly Word[] {
  let from = 0;
  while (/^(?:,|and|or)$/.test(words[from]?.lower ?? "")) {
    let at = from + 1;
    while (/^(?:and|or)$/.test(words[at]?.lower ?? "") || isAdverb(words[at]?.lower ?? "")) at += 1;
    if (!isParticiple(words[at]?.lower ?? "")) break;
    from = at + 1;
  }

  return words.slice(from);
}

/** The by-phrase that names who does an act, if it belongs to the verb at `verbEnd` and not to a later participle. */
export function agentOf(
  passage: Passage,
  range: Span,
  verbEnd: number,
): { readonly span: Span; readonly belongs: boolean } | null {
  const words = wordsIn(passage.text, verbEnd, range.end);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word.lower !== "by" || word.inside) continue;
    const span = nounPhrase(passage.text, words, i + 1);
    if (span === null || !isActor(passage.text.slice(span.start, span.end))) continue;
    const between = pastSeries(words.slice(0, i)).filter((other) => !other.inside);
    const nearer = between.some((other, index) => {
      if (index === 0 && other.lower === "upon") return false;

      return (
        (isParticiple(other.lower) && other.lower !== "used") ||
        (verbOfNoun(other.lower) !== null &&
          (between[index - 1]?.lower === "the" ||
            between[index - 1]?.lower === "after" ||
            between[index - 1]?.lower === "upon"))
      );
    });

    return { span, belongs: !nearer };
  }

  return null;
}

/** "inspected by it", "by them": the pronoun that stands for who does an act, `null` where none does. */
export function pronounAgent(passage: Passage, rest: Span): "it" | "them" | null {
  const found = /^(?:\p{L}+ly )?by (it|them)\b(?! of)/iu.exec(passage.text.slice(rest.start, rest.end))?.[1];

  return found === undefined ? null : found.toLowerCase() === "it" ? "it" : "them";
}
