import { verbOf, verbOfNoun } from "../verbs.ts";
import { adverbs, isAdverb, isParticiple } from "./verb-forms.ts";
import type { Word } from "./words.ts";

/** No phrase between a modal and its verb is longer, in words. */
const longestPhrase = 40;

const prepositions =
  /^(?:on|in|at|under|for|through|throughout|upon|with|by|from|after|before|during|within|until|pending|following|as|of|via|between|among|across|over|per|since|towards|beyond)$/;

const determiners =
  /^(?:the|a|an|each|every|all|any|both|no|its|their|his|her|our|this|that|these|those|such|some|other|own|two|three)$/;

const objectStart =
  /^(?:the|a|an|each|every|all|any|both|no|its|their|this|that|these|those|such|other|it|them|at|not|\d.*)$/;

/** Whether a phrase opens at a word that stands where the verb should: "within 30 days", "subject to", "later than". */
export function opensPhrase(words: readonly Word[], at: number): boolean {
  const { lower } = words[at]!;
  const next = words[at + 1]?.lower ?? "";
  if (lower === "subject" || lower === "prior" || lower === "according") return next === "to";
  if (/^(?:later|earlier|sooner|less|more)$/.test(lower)) return next === "than";
  if (lower === "to") return determiners.test(next);

  return prepositions.test(lower);
}

/** The verb that a clause takes up after the phrase that opens at `from`; `null` where none follows. */
export function verbAfterPhrase(words: readonly Word[], from: number): number | null {
  for (let at = from + 1; at < Math.min(words.length, from + longestPhrase); at += 1) {
    if (words[at]!.inside) continue;
    if (/^(?:unless|if|when|where|which|who|that|whether|;|:)$/.test(words[at]!.lower)) return null;
    if (takesUp(words, at)) return at;
  }

  return null;
}

/** Whether a word may be the verb after a phrase: no noun after a determiner, a preposition or an adjective. */
function takesUp(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1]!;
  const follower = words[at + 1];
  if (prepositions.test(before.lower) || determiners.test(before.lower) || /^(?:and|or|to)$/.test(before.lower))
    return false;
  if (isAttributive(words, at - 1)) return false;
  if (word.lower === "be") return follower !== undefined && (isParticiple(follower.lower) || isAdverb(follower.lower));
  if (word.text !== word.lower || verbOf(word.lower)?.base.split(" ")[0] !== word.lower) return false;
  if (follower === undefined) return verbOfNoun(word.lower) === null;
  if (verbOfNoun(word.lower) === null) return !/^(?:of|and|or|,)$/.test(follower.lower);

  return (
    objectStart.test(follower.lower) ||
    /^\p{Lu}/u.test(follower.text) ||
    (follower.lower === "to" && verbOf(word.lower)?.class === "report")
  );
}

/** "with immediate release", but "to the extent possible release": an adjective before a noun, not after one. */
function isAttributive(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";

  return (
    isAdjective(words[at]!) && (prepositions.test(before) || determiners.test(before) || /^(?:and|or)$/.test(before))
  );
}

function isAdjective({ text, lower }: Word): boolean {
  return (
    text === lower &&
    /(?:al|ive|ous|ful|ic|able|ible|ent|ant|ate|ary|ory|less|full|prompt|early|joint)$/.test(lower) &&
    !/(?:ment|ival|oval|posal|usal|ation|consent|sent|extent|event)$/.test(lower)
  );
}

/** Where a clause goes on after words between commas: past the comma that closes them and not one inside a list there. */
export function afterInsertion(words: readonly Word[], opening: number): number | null {
  let first: number | null = null;
  for (let at = opening + 1; at < Math.min(words.length, opening + longestPhrase); at += 1) {
    if (words[at]!.text !== ",") continue;
    first ??= at + 1;
    let next = at + 1;
    while (adverbs.test(words[next]?.lower ?? "") || isAdverb(words[next]?.lower ?? "")) next += 1;
    if (goesOn(words, next)) return at + 1;
  }

  return first;
}

function goesOn(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const follower = words[at + 1];
  if (word === undefined || word.text !== word.lower || !/^\p{Ll}/u.test(word.lower)) return false;
  if (/^(?:be|have|to)$/.test(word.lower)) return true;
  if (prepositions.test(word.lower) || determiners.test(word.lower) || /^(?:and|or|as)$/.test(word.lower)) return false;
  if (follower === undefined || /^(?:,|and|or|of)$/.test(follower.lower))
    return verbOf(word.lower)?.base === word.lower && verbOfNoun(word.lower) === null;

  return verbOf(word.lower)?.base.split(" ")[0] === word.lower || objectStart.test(follower.lower);
}
