import { verbOf, verbOfNoun } from "../verbs.ts";
import { adverbs, baseOf, isAdverb, isParticiple } from "./verb-forms.ts";
import { afterInsertion, opensPhrase, verbAfterPhrase } from "./verb-after.ts";
import type { Word } from "./words.ts";

const particles = new Set(["out", "up", "back", "down", "over", "in", "off", "away", "on", "into", "to", "upon"]);

const notVerbs = new Set(
  "no the a an its their his her our this that these those such other any some every".split(" "),
);

/** A verb of a predicate: words `[at, after)`. */
export type Head = {
  readonly at: number;
  readonly after: number;
  readonly base: string;
  readonly isPassive: boolean;
  /** "not to recruit … and to expel …": a "to" of its own, which the denial before does not reach. */
  readonly isFresh?: boolean;
};

/** Index of the main verb: adverbs and what stands between commas are passed over. */
export function firstVerb(words: readonly Word[], from: number): number | null {
  let i = from;
  while (i < words.length) {
    const word = words[i]!;
    if (word.text === ",") {
      const next = afterInsertion(words, i);
      if (next === null) return null;
      i = next;
      continue;
    }
    if (word.text === "(") {
      const close = words.findIndex((other, index) => index > i && other.text === ")");
      if (close < 0) return null;
      i = close + 1;
      continue;
    }
    if (word.lower === "in" || word.lower === "at") {
      const phrase =
        /^(?:in no case|in any case|in good faith|in particular|at all times|in turn|at any time|in accordance with|in consultation with|at no time|in cooperation with)/.exec(
          words
            .slice(i, i + 3)
            .map((other) => other.lower)
            .join(" "),
        )?.[0];
      if (phrase === undefined) return verbAfterPhrase(words, i);
      i += phrase.split(" ").length;
      continue;
    }
    if (word.lower === "without") {
      const verb = words.findIndex(
        (other, index) =>
          index > i && index < i + 6 && other.lower !== "delay" && verbOf(other.lower)?.base === other.lower,
      );
      if (verb < 0) return null;
      i = verb;
      continue;
    }
    if (word.lower === "continue" && !continuesAct(words, i)) return i;
    if (opensPhrase(words, i)) return verbAfterPhrase(words, i);
    if (adverbs.test(word.lower) || isAdverb(word.lower) || !/\p{L}/u.test(word.text)) {
      i += 1;
      continue;
    }
    if (word.lower === "other" && words[i + 1]?.lower === "be") {
      i += 1;
      continue;
    }
    if (word.lower === "to" || ((word.lower === "and" || word.lower === "or") && i > from)) {
      i += 1;
      continue;
    }

    return notVerbs.has(word.lower) ? null : i;
  }

  return null;
}

/** "continue to pay", "continue paying", "continue the withdrawal": what goes on is the act that follows. */
function continuesAct(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.lower ?? "";
  if (next === "to" || /ing$/.test(next)) return true;
  const noun = /^(?:the|its|their|this)$/.test(next) ? at + 2 : at + 1;
  const follower = words[noun + 1]?.lower;

  return (
    verbOfNoun(words[noun]?.lower ?? "") !== null &&
    (follower === undefined || /^(?:of|in|with|to|from|and|by|[,.;])$/.test(follower))
  );
}

const stativeAdjectives = /^(?:free|present|accountable|liable|able)$/;

/** The verb that begins at a word, past "be" and adverbs; `null` where it is no act. */
export function readVerb(words: readonly Word[], at: number): Head | null {
  const word = words[at]!;
  if (word.lower === "be" || word.lower === "being") {
    let next = at + 1;
    while (
      next < words.length &&
      !/^(?:in|at)$/.test(words[next]!.lower) &&
      (adverbs.test(words[next]!.lower) || isAdverb(words[next]!.lower))
    )
      next += 1;
    const participle = words[next];
    if (participle === undefined) return null;
    if (participle.lower === "responsible" && words[next + 1]?.lower === "for") {
      const gerund = words[next + 2];
      const known = gerund !== undefined && /ing$/.test(gerund.lower) ? verbOf(gerund.lower) : null;
      if (known !== null && words[next + 3]?.lower !== "of") return verbAt(words, next + 2, false);

      const noun = words[next + 2]?.lower === "the" ? next + 3 : next + 2;
      const act = verbOfNoun(words[noun]?.lower ?? "");
      if (act !== null && /^(?:of|for)$/.test(words[noun + 1]?.lower ?? ""))
        return { at, after: noun + 2, base: act.base, isPassive: false };

      return { at, after: next + 2, base: "be responsible for", isPassive: false };
    }
    if (
      /^(?:in|at|within|outside)$/.test(participle.lower) &&
      !/^(?:accordance|force|effect|line|conformity|addition|charge|place|writing|the interest)$/.test(
        words[next + 1]?.lower ?? "",
      )
    )
      return { at, after: at + 1, base: "be", isPassive: false };
    if (/^(?:prepared|ready|willing)$/.test(participle.lower) && words[next + 1]?.lower === "to" && words[next + 2])
      return verbAt(words, next + 2, false);
    if (isParticiple(participle.lower)) return verbAt(words, next, true);
    if (stativeAdjectives.test(participle.lower))
      return { at, after: next + 1, base: `be ${participle.lower}`, isPassive: false };

    return null;
  }
  if (word.lower === "have") {
    const isAccess = words.slice(at + 1, at + 8).some((other) => other.lower === "access");

    return isAccess ? { at, after: at + 1, base: "have", isPassive: false } : null;
  }
  if (/^(?:been|is|are|of|for|with|and|or|which|that|if|as|by)$/.test(word.lower)) return null;

  return verbAt(words, at, false);
}

/** The verb with its particle in base form. */
export function verbAt(words: readonly Word[], at: number, isPassive: boolean): Head {
  const word = words[at]!;
  const particle = words[at + 1];
  const two =
    particle !== undefined && particles.has(particle.lower) ? verbOf(`${word.lower} ${particle.lower}`) : null;
  if (two !== null) return { at, after: at + 2, base: two.base, isPassive };
  if (/^ma[kd]e$/.test(word.lower) && /^(?:available|public|accessible)$/.test(particle?.lower ?? ""))
    return { at, after: at + 2, base: `make ${particle?.lower ?? ""}`, isPassive };
  if (word.lower === "take" && particle?.lower === "place") return { at, after: at + 2, base: "take place", isPassive };
  const after = words[at + 2];
  const parted =
    /^(?:it|them|him|her)$/.test(particle?.lower ?? "") && after !== undefined && particles.has(after.lower)
      ? verbOf(`${word.lower} ${after.lower}`)
      : null;
  if (parted !== null) return { at, after: at + 3, base: parted.base, isPassive };
  const base = verbOf(word.lower)?.base ?? (isPassive || /ing$/.test(word.lower) ? baseOf(word.lower) : word.lower);
  const follower = words[at + 2]?.lower;
  const isPhrasal =
    /^(?:out|up|down|back|off|away)$/.test(particle?.lower ?? "") &&
    (isPassive || /^(?:the|an?|its|their|all|any|each)$/.test(follower ?? ""));

  return isPhrasal
    ? { at, after: at + 2, base: `${base} ${particle?.lower ?? ""}`, isPassive }
    : { at, after: at + 1, base, isPassive };
}
