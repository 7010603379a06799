import { type Verb, verbOf, verbOfNoun } from "../verbs.ts";
import { isAdverb } from "./verb-forms.ts";
import type { Word } from "./words.ts";

/** A verb or noun of an act at the head of a sentence. */
export type HeadAt = { readonly at: number; readonly end: number; readonly verb: Verb; readonly base: string };

/** A verb in its base form at the head of the item, after an adverb or a short adjunct. */
export function imperativeAt(words: readonly Word[]): HeadAt | null {
  let at = 0;
  const comma = words.findIndex((word) => word.text === ",");
  if (/^(?:to|in|for|with|upon|within|on|by)$/.test(words[0]?.lower ?? "") && comma > 0 && comma < 8) at = comma + 1;
  while (at < words.length && at < 4 && (isAdverb(words[at]!.lower) || /^(?:also|further|not)$/.test(words[at]!.lower)))
    at += 1;
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return null;
  const phrasal = verbOf(`${word.lower} ${next.lower}`);
  if (phrasal !== null && phrasal.base === `${word.lower} ${next.lower}`)
    return { at, end: at + 2, verb: phrasal, base: phrasal.base };
  const verb = verbOf(word.lower);
  if (verb === null || verb.base !== word.lower) return null;
  if (/^(?:complete|separate|secure|open|free|present)$/.test(word.lower) && isNounOf(words, at + 1)) return null;
  const isAlsoNoun = verbOfNoun(word.lower) !== null;
  if (/^(?:of|by|is|are|shall|will|was|has|and|or|,|\.|:|;|–|-|\))$/.test(next.lower)) return null;
  if (
    isAlsoNoun &&
    (/^(?:to|from|for|in|on|with|between|within|at|against|under|over)$/.test(next.lower) ||
      /^(?:commission|mission|committee|mechanism|group|agreement|measures)$/.test(next.lower))
  )
    return null;

  return { at, end: at + 1, verb, base: verb.base };
}

const determinerWords =
  /^(?:the|a|an|full|complete|immediate|all|any|its|their|further|early|prompt|gradual|mutual|permanent|effective|comprehensive|unconditional)$/;

const nominalFollowers =
  /^(?:of|by|in|from|on|and|to|with|between|for|within|along|under|as|across|at|through|over|throughout|into|regarding|concerning|starting|against|,|;|\.)$/;

/** A noun of an act at the head of the item: "Immediate and full withdrawal of …", "Carrying out …". */
export function nominalAt(words: readonly Word[], from: number): HeadAt | null {
  const first = words[from];
  if (first === undefined) return null;
  const gerund = gerundAt(words, from);
  if (gerund !== null) return gerund;
  for (let at = from; at < Math.min(words.length, from + 7); at += 1) {
    const word = words[at]!;
    if (!/^\p{L}/u.test(word.text)) return null;
    const next = words[at + 1];
    const verb = verbOfNoun(word.lower) ?? suffixNoun(word.lower, next?.lower ?? "");
    if (
      verb !== null &&
      (next === undefined || nominalFollowers.test(next.lower)) &&
      !(next?.lower === "and" && isAdjective(words, at))
    )
      return { at, end: at + 1, verb, base: verb.base };
    if (/^(?:of|by|from|to|is|are|shall|which|that|for|on|in|at|with)$/.test(word.lower)) return null;
    if (!determinerWords.test(word.lower) && !isAdjectiveLike(word.lower) && word.lower !== "and") {
      const compound =
        next !== undefined && (verbOfNoun(next.lower) !== null || verbOfNoun(words[at + 2]?.lower ?? "") !== null);
      if (!compound) return null;
    }
  }

  return null;
}

function isAdjective(words: readonly Word[], at: number): boolean {
  return verbOfNoun(words[at]!.lower) === null;
}

function isAdjectiveLike(word: string): boolean {
  return /(?:al|ive|ous|ful|ic|able|ible|ent|ant|ate|ed|ing|ary|ory|ly|less|wide|mutual|joint|safe|free|strict)$/.test(
    word,
  );
}

/** "Launching …", "Carrying out …" at the head. */
function gerundAt(words: readonly Word[], at: number): HeadAt | null {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !/ing$/.test(word.lower)) return null;
  const two = verbOf(`${word.lower} ${next.lower}`);
  if (two !== null) return { at, end: at + 2, verb: two, base: two.base };
  const verb = verbOf(word.lower);
  if (verb === null || verb.base === word.lower || /^(?:is|are|shall|will|,|\.)$/.test(next.lower)) return null;

  return { at, end: at + 1, verb, base: verb.base };
}

/** "cessation of", "exchange of": then the word before tells how. */
function isNounOf(words: readonly Word[], at: number): boolean {
  return verbOfNoun(words[at]?.lower ?? "") !== null && /^(?:of|and)$/.test(words[at + 1]?.lower ?? "");
}

/** A noun that the list does not know but whose ending says that it stands for an act. */
function suffixNoun(word: string, next: string): Verb | null {
  if (next !== "of" || word.length < 7 || !/(?:tion|sion|ment|ance|ence|isation|ization)$/.test(word)) return null;
  if (
    /^(?:government|document|agreement|parliament|department|instrument|moment|element|population|region|constitution|position|nation|section|commission|mission|question|condition|convention|resolution|organi[sz]ation|administration|provision|delegation|distance|presence|conference|province|violence|evidence|importance|absence|difference|influence|science|substance|finance|regiment|division|situation|information|institution|opposition|coalition|corporation|foundation|station|portion|action|option|collection|direction|dimension|pension|occasion|version|environment|settlement|equipment|segment|fragment|sentence|audience|experience|sequence|consequence|circumstance|instance|balance|alliance|insurance)$/.test(
      word,
    )
  )
    return null;

  return { base: word, class: "other", mode: "achieve", nouns: [word] };
}
