import type { Span } from "../../text/index.ts";
import { banFrames } from "./ban-heads.ts";
import { decisions, declarations } from "./declarations.ts";
import type { Frame } from "./frame.ts";
import { imperativeAt, nominalAt } from "./head-words.ts";
import { imperativeFrames } from "./imperative-heads.ts";
import { nominalFrames } from "./nominal-heads.ts";
import type { Passage } from "./passage.ts";
import { type Word, wordsIn } from "./words.ts";

/**
 * Heads without a subject of their own: declarations ("Reaffirm …"), recommendations of a council ("Calls upon X to
 * …"), bans ("There is a ban on …"), verbs in the imperative ("Release all …") and nouns of acts ("Withdrawal of …").
 */
export function readHeads(passage: Passage, span: Span, sentence: number, says: string): readonly Frame[] {
  const outline = { sentence, says };
  const ban = banFrames(passage, span, outline);
  if (ban !== null) return ban;
  const decided = decisions(passage, span, outline);
  if (decided !== null) return decided;
  const declared = declarations(passage, span, outline);
  if (declared !== null) return declared;
  if (passage.part === "preamble" || (!passage.listed && !isOwnParagraph(passage, span))) return [];
  if (isTitle(passage, span)) return [];
  const from = Math.max(span.start, passage.lead);
  const words = wordsIn(passage.text, from, span.end);
  const imperative = passage.listed ? imperativeAt(words) : null;
  if (imperative !== null) return imperativeFrames(passage, span, words, imperative, outline);
  const nominal = nominalAt(words, 0);
  if (nominal === null || hasFiniteVerb(passage.text, words, nominal.end)) return [];
  if (!passage.listed && words[nominal.end]?.lower !== "of") return [];

  return nominalFrames(passage, span, words, nominal, outline);
}

/** No measure without a verb is longer, in UTF-16 units. */
const longestMeasure = 600;

/**
 * "Withdrawal of all troops by both sides.": a paragraph without number or dash is a measure by itself where it is
 * closed like a sentence and says what is done to what; without the full stop it is a title.
 */
function isOwnParagraph(passage: Passage, span: Span): boolean {
  if (span.end - span.start > longestMeasure || passage.text.slice(0, span.start).trim() !== "") return false;
  if (passage.text.slice(span.end).trim() !== "" || !/[.;]$/.test(passage.text.slice(span.start, span.end)))
    return false;
  const words = passage.text.slice(span.start, span.end).split(/\s+/);

  return words.length > 4 || words.some((word) => /^(?:all|every|each|any)$/i.test(word));
}

/** "Disarmament. The Movement shall surrender …": the few words that open an article and are its title. */
function isTitle(passage: Passage, span: Span): boolean {
  if (/\p{L}/u.test(passage.text.slice(Math.max(passage.lead, 0), span.start))) return false;
  const words = passage.text.slice(span.start, span.end).trim();
  const isShort = /^\W*(?:\p{L}[\p{L}'’-]*(?: (?:and|of|or|the)(?= ))?[ .:]*){1,4}$/u.test(words) && words.length < 60;
  if (!isShort || !/[.:]$/.test(words) || /\b(?:all|any|every|each)\b/i.test(words)) return false;

  return /^\s*(?:\d{1,2}[.)]\s*)?\p{Lu}[^.;]{2,300}?\b(?:shall|must|will|may|undertakes?|agrees?|is|are)\b/u.test(
    passage.text.slice(span.end, span.end + 400),
  );
}

/** Whether the rest of the sentence has a main verb: then it is a statement about the noun. */
function hasFiniteVerb(text: string, words: readonly Word[], from: number): boolean {
  let inRelative = false;
  for (const word of words.slice(from)) {
    if (word.inside || word.text === "May") continue;
    if (/^(?:which|who|that|where|if|when|whose|provided|unless|as|until|once)$/.test(word.lower)) inRelative = true;
    if (/^[,;]$/.test(word.text)) inRelative = false;
    if (!inRelative && /^(?:remains?|stays?|continues?|becomes?)$/.test(word.lower)) return true;
    if (
      !inRelative &&
      /^(?:is|are|was|were|has|have|had|does|did|can|could|would|may|might|shall|will|must)$/.test(word.lower)
    )
      return !/\bto be\s*$/.test(text.slice(0, word.start));
  }

  return false;
}
