import type { Span } from "../../text/index.ts";
import type { ActionClass, Commitment } from "../commitment.ts";
import { verbOfNoun } from "../verbs.ts";
import { classOf } from "./act-class.ts";
import { thingOf } from "./actor-names.ts";
import { headNoun } from "./event-words.ts";
import type { Passage } from "./passage.ts";
import type { Act } from "./predicate.ts";
import { baseOf } from "./verb-forms.ts";
import { wordsIn } from "./words.ts";

/** "undertakes the decommissioning of …", "commit themselves to the full implementation of …": the noun is the act. */
export function nounAct(passage: Passage, predicate: Span): readonly Act[] {
  const words = wordsIn(passage.text, predicate.start, predicate.end);
  if (words[0]?.lower === "have") return [];
  const at = words.findIndex(
    (word, index) =>
      index < 8 &&
      verbOfNoun(word.lower) !== null &&
      (words[index + 1] === undefined || /^(?:of|in|with|to|from|and|by|[,.;])$/.test(words[index + 1]!.lower)),
  );
  const noun = words[at];
  const isBroken = words
    .slice(0, Math.max(at, 0))
    .some((word) => /^(?:of|in|to|for|on|by|with|that|following)$/.test(word.lower));
  const verb = noun === undefined ? null : verbOfNoun(noun.lower);
  if (noun === undefined || verb === null || isBroken) return [];
  const start = words[at + 1]?.lower === "of" ? words[at + 1]!.end : noun.end;

  return [
    {
      base: verb.base,
      verb: { start: predicate.start, end: start },
      class: verb.class,
      mode: verb.mode,
      isPassive: false,
      isFresh: false,
      lead: null,
      range: predicate,
      rest: { start, end: predicate.end },
    },
  ];
}

/** "a ban on the use of weapons" forbids: use, weapons. */
export function bannedAct(subject: string, rest: string): { readonly base: string; readonly object: string } {
  const match = /\b(?:ban|prohibition|moratorium|embargo)\b.*?\b(?:on|against) (?:the )?(.+)$/i.exec(subject);
  const after = /^(?:on|against|of) (?:the )?([^,;.]+)/i.exec(rest);

  return actInNoun(match?.[1] ?? after?.[1] ?? subject);
}

/** "use of all types of weapons" → use, all types of weapons. */
export function actInNoun(words: string): { readonly base: string; readonly object: string } {
  const parts = /^((?:\p{L}+ )?)(\p{L}[\p{L}-]*) (?:of|on|in|by) (.+)$/u.exec(words.trim());
  const verb = parts === null ? null : verbOfNoun(parts[2] ?? "");
  if (parts === null || verb === null) {
    const first = words.trim().split(/\s+/)[0] ?? "";
    const single = verbOfNoun(first) ?? gerundVerb(first);

    return single === null
      ? { base: "do", object: words.trim() }
      : { base: single.base, object: words.trim().split(/\s+/).slice(1).join(" ") };
  }

  return { base: verb.base, object: (parts[3] ?? "").replace(/[\s.,;]+$/, "") };
}

/** "Fishing …": a verb that the list does not know, told by its ending. */
function gerundVerb(word: string): { readonly base: string } | null {
  return /^\p{L}{3,}ing$/u.test(word) && !/^(?:everything|nothing|anything|meeting|building)$/i.test(word)
    ? { base: baseOf(word.toLowerCase()) }
    : null;
}

/** "The exchange of all prisoners shall take place": the act is the exchange. */
export function happeningOf(subject: string): {
  readonly base: string;
  readonly object: string;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
} | null {
  const { base, object } = actInNoun(thingOf(subject));
  const verb = verbOfNoun(headNoun(subject));
  if (verb === null || verb.base !== base) return null;

  return { base, object, ...classOf(base, object, "") };
}
