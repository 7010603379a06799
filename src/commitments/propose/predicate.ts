import type { Span } from "../../text/index.ts";
import type { ActionClass, Commitment } from "../commitment.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { classOf } from "./act-class.ts";
import { firstVerb, type Head, readVerb, verbAt } from "./main-verb.ts";
import type { Passage } from "./passage.ts";
import { isAdverb, isParticiple } from "./verb-forms.ts";
import { type Word, wordsIn } from "./words.ts";

/** One act of a predicate: "withdraw its forces and release the prisoners" holds two. */
export type Act = {
  /** Base form: "withdraw". */
  readonly base: string;
  readonly verb: Span;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
  readonly isPassive: boolean;
  /** Stands after a "to" of its own: a denial before the first verb does not reach it. */
  readonly isFresh: boolean;
  /** "and, within ten days, inform …": what stands between commas before a further verb. */
  readonly lead: Span | null;
  /** From the verb to the end of what belongs to it. */
  readonly range: Span;
  /** What follows the verb before any slot is cut off. */
  readonly rest: Span;
};

/** The acts of a predicate, in order; empty where it holds no act (a copula, "have its seat in …"). */
export function actsIn(passage: Passage, predicate: Span, subject: string): readonly Act[] {
  const words = wordsIn(passage.text, verbsFrom(passage, predicate), predicate.end);
  const first = firstVerb(words, 0);
  if (first === null) return [];
  const head = readVerb(words, first);
  if (head === null) return [];
  const starts = [head, ...coordinated(words, head.after, head.isPassive)];

  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? predicate.end : seamBefore(words, next.at);
    const verb = { start: words[start.at]!.start, end: words[start.after - 1]!.end };
    const rest = trimmedSpan(passage.text, verb.end, Math.max(end, verb.end));
    const kind = classOf(start.base, passage.text.slice(rest.start, rest.end), start.isPassive ? subject : "");

    return {
      base: start.base,
      verb,
      class: kind.class,
      mode: kind.mode,
      isPassive: start.isPassive,
      isFresh: start.isFresh === true,
      lead: index === 0 ? null : leadOf(words, start.at),
      range: { start: index === 0 ? predicate.start : verb.start, end: rest.end },
      rest,
    };
  });
}

/** "shall, within their means: (a) release …": the item ends what its lead-in puts between commas. */
function verbsFrom({ text, lead }: Passage, { start, end }: Span): number {
  return lead > start && lead < end && /^\s*,/.test(text.slice(start, lead)) ? lead : start;
}

const determinerStart = /^(?:the|an?|each|every|all|any|both|its|their|this|that|these|those|such)$/;

const objectStart =
  /^(?:the|a|an|each|every|all|any|both|no|its|their|this|that|these|those|such|other|to|with|from|not|in|on|at|into|against|for|within|freely|immediately|fully|by|it|them)$/;

/** Verbs that are nouns as well and that the list of verbs leaves out: verbs where an object of their own follows. */
const alsoNouns = new Set(
  "document record track stock map access log survey photograph film list catalogue archive index chart process schedule number date label".split(
    " ",
  ),
);

/** What such a noun stands before in a compound: "access points", "record books". */
const compoundHeads = new Set(
  "points forms roads routes rights levels books keepers holders systems centres centers offices procedures sheets files collections formats templates numbers cards lines gates controls arrangements agreements requirements permits exchanges markets units readers makers ways windows areas zones dates".split(
    " ",
  ),
);

/** Further verbs of the same predicate after "and", "or" or a comma, each with an object of its own. */
function coordinated(words: readonly Word[], from: number, isPassive: boolean): readonly Head[] {
  const found: Head[] = [];
  let after = from;
  const add = (head: Head): void => {
    found.push(head);
    after = head.after;
  };
  for (let i = from; i < words.length; i += 1) {
    const word = words[i]!;
    if (word.inside || !/^(?:and|or|,|;)$/.test(word.lower)) continue;
    const isBare = i === after;
    let at = i + 1;
    if (word.text === "," || word.text === ";") if (/^(?:and|or)$/.test(words[at]?.lower ?? "")) at += 1;
    while (
      /^(?:shall|to|not|also|then|be|thereafter|subsequently|is|are)$/.test(words[at]?.lower ?? "") ||
      isAdverb(words[at]?.lower ?? "")
    )
      at += 1;
    const next = words[at];
    if (next === undefined) continue;
    const wasPassive = words
      .slice(i + 1, at)
      .some((other) => other.lower === "be" || other.lower === "are" || other.lower === "is");
    const passive = wasPassive || (isPassive && isParticiple(next.lower));
    const known = verbOf(next.lower) ?? partedVerb(words, at);
    const isNew =
      word.lower === "and" &&
      words[i + 1]?.lower === "to" &&
      at === i + 2 &&
      /^\p{Ll}{3,}$/u.test(next.text) &&
      objectStart.test(words[at + 1]?.lower ?? "") &&
      !objectStart.test(next.lower) &&
      known === null;
    const follower = words[at + 1];
    const isWritten = !passive && alsoNouns.has(next.text) && !compoundHeads.has(follower?.lower ?? "");
    const isVerb =
      isNew ||
      isWritten ||
      (passive ? isParticiple(next.lower) : known !== null && known.base.split(" ")[0] === next.lower);
    if (!passive && compoundHeads.has(follower?.lower ?? "") && verbOfNoun(next.lower) !== null) continue;
    if (!isVerb || /^(?:provided|including|excluding)$/.test(next.lower)) continue;
    if (isBare) {
      after = verbAt(words, at, passive).after;
      continue;
    }
    const isBy = follower?.lower === "by" && !passive;
    const isMarked = words.slice(i + 1, at).some((other) => other.lower === "to" || other.lower === "shall");
    if (isMarked && !passive && follower !== undefined) {
      const isTo = words.slice(i + 1, at).some((other) => other.lower === "to");
      const isFresh = isTo && !words.slice(i + 1, at).some((other) => other.lower === "not");
      if (!isTo || !hasOwnInfinitive(words.slice(after, i))) add({ ...verbAt(words, at, passive), isFresh });
      continue;
    }
    if (
      !passive &&
      (follower === undefined || isBy || !(objectStart.test(follower.lower) || /^\p{Lu}|s$/u.test(follower.text)))
    )
      continue;
    const isTelling = follower?.lower === "to" && known?.class === "report";
    if (
      !passive &&
      !isTelling &&
      /^(?:for|with|from|in|on|at|to|by)$/.test(follower!.lower) &&
      verbOfNoun(next.lower) !== null &&
      !words.slice(i + 1, at).some((other) => other.lower === "shall" || other.lower === "to")
    )
      continue;
    if (words.slice(from, i).every((other) => !/\p{L}/u.test(other.text))) continue;
    add(verbAt(words, at, passive));
  }

  return found;
}

/** "hand them over": the verb that stands around its object. */
function partedVerb(words: readonly Word[], at: number): ReturnType<typeof verbOf> {
  if (!/^(?:it|them|him|her)$/.test(words[at + 1]?.lower ?? "")) return null;
  const whole = verbOf(`${words[at]!.lower} ${words[at + 2]?.lower ?? ""}`);

  return whole !== null && whole.base.startsWith(`${words[at]!.lower} `) ? whole : null;
}

/** "a Commission mandated to inquire into …": a further "to" goes on with that one, not with the main verb. */
function hasOwnInfinitive(words: readonly Word[]): boolean {
  return words.some(
    (word, index) =>
      word.lower === "to" &&
      isParticiple(words[index - 1]?.lower ?? "") &&
      /^\p{Ll}/u.test(words[index + 1]?.text ?? "") &&
      !determinerStart.test(words[index + 1]?.lower ?? ""),
  );
}

/** The insertion between "and" and a further verb, `null` where none stands there. */
function leadOf(words: readonly Word[], at: number): Span | null {
  if (words[at - 1]?.text !== ",") return null;
  for (let i = at - 2; i > Math.max(0, at - 16); i -= 1)
    if (words[i]!.text === "," && /^(?:and|or|then)$/.test(words[i - 1]?.lower ?? ""))
      return { start: words[i + 1]!.start, end: words[at - 2]!.end };

  return null;
}

function seamBefore(words: readonly Word[], at: number): number {
  const lead = leadOf(words, at);
  let i = lead === null ? at - 1 : words.findLastIndex((word, index) => index < at && word.end <= lead.start);
  const skipped =
    lead === null
      ? /^(?:and|or|,|;|shall|to|not|also|then|be|thereafter|subsequently|is|are|\w+ly)$/
      : /^(?:and|or|,)$/;
  while (i > 0 && skipped.test(words[i]!.lower)) i -= 1;

  return words[i]!.end;
}

/** Without what a joint leaves at the end: "release prisoners [and/or]" ends with the prisoners. */
function trimmedSpan(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const closed = words.replace(/[\s,;.]+$/, "");
  const joint = /[\s,;](?:and\/or|and|or)$/.exec(closed);
  const end = joint === null ? closed : closed.slice(0, joint.index).replace(/[\s,;.]+$/, "");

  return { start, end: Math.max(start, from + end.length) };
}
