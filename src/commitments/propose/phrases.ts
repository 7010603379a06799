import type { Span } from "../../text/index.ts";
import { actorParts, collectiveOf, designationOf, isActor } from "./actor-names.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { Passage } from "./passage.ts";
import { wordsIn } from "./words.ts";

/** A phrase of a clause with the span it takes from the object. */
export type Found<Value> = { readonly span: Span; readonly value: Value };

/** No list of names is longer, in UTF-16 units. */
const longestName = 600;

/** The names of a noun phrase at `start`, or `null` where it names no actor. */
export function actorsAt(passage: Passage, start: number, limit: number): Found<readonly string[]> | null {
  const words = wordsIn(passage.text, start, Math.min(limit, start + longestName));
  const span = nounPhrase(passage.text, words, 0);
  if (span === null) return null;
  const text = passage.text.slice(span.start, span.end);
  if (!isActor(text)) return null;

  return { span, value: namesIn(text) };
}

/** Designations of the actors that a noun phrase names. */
export function namesIn(words: string): readonly string[] {
  if (collectiveOf(words) !== null) return [designationOf(words)];

  return actorParts(words).map((part) => designationOf(part.words));
}
