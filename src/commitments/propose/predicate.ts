import type { Span } from "../../text/index.ts";
import type { ActionClass, Commitment } from "../commitment.ts";
import { verbOf, verbOfNoun, type Verb } from "../verbs.ts";
import { isActor } from "./actor-names.ts";
import { classElsewhere } from "./elsewhere.ts";
import type { Passage } from "./passage.ts";
import { wordsIn, type Word } from "./words.ts";

/** One act of a predicate: "withdraw its forces and release the prisoners" holds two. */
export type Act = {
  /** Base form: "withdraw". */
  readonly base: string;
  readonly verb: Span;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
  readonly isPassive: boolean;
  /** "and, within ten days, inform …": what stands between commas before a further verb. */
  readonly lead: Span | null;
  /** From the verb to the end of what belongs to it. */
  readonly range: Span;
  /** What follows the verb before any slot is cut off. */
  readonly rest: Span;
};

const adverbs =
  /^(?:not|also|then|thereafter|always|never|hereby|only|jointly|together|further|each|all|both|immediately|fully|severally|in|at|continue|forthwith|promptly|once|again|first|simultaneously|henceforth|thereupon|accordingly|instead|likewise|therefore|nevertheless|still|otherwise|so|itself|themselves|himself|herself|alone)$/;
/** "immediately", not "comply": a word in -ly that is no verb. */
export function isAdverb(word: string): boolean {
  return (
    /ly$/.test(word) && verbOf(word) === null && !/^(?:rely|imply|reply|multiply|family|assembly|anomaly)$/.test(word)
  );
}

const particles = new Set(["out", "up", "back", "down", "over", "in", "off", "away", "on", "into", "to", "upon"]);
const notVerbs = new Set(["no", "the", "a", "an"]);

/** The acts of a predicate, in order; empty where it holds no act (a copula, "have its seat in …"). */
export function actsIn(passage: Passage, predicate: Span, subject: string): readonly Act[] {
  const words = wordsIn(passage.text, predicate.start, predicate.end);
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
      lead: index === 0 ? null : leadOf(words, start.at),
      range: { start: index === 0 ? predicate.start : verb.start, end: rest.end },
      rest,
    };
  });
}

type Head = { readonly at: number; readonly after: number; readonly base: string; readonly isPassive: boolean };

/** Index of the main verb: adverbs and what stands between commas are passed over. */
function firstVerb(words: readonly Word[], from: number): number | null {
  let i = from;
  while (i < words.length) {
    const word = words[i]!;
    if (word.text === "," || word.text === "(") {
      const close = words.findIndex((other, index) => index > i && other.text === (word.text === "," ? "," : ")"));
      if (close < 0) return null;
      i = close + 1;
      continue;
    }
    if ((word.lower === "in" || word.lower === "at") && i < words.length - 2) {
      const phrase =
        /^(?:in no case|in any case|in good faith|in particular|at all times|in turn|at any time|in accordance with|in consultation with|at no time|in cooperation with)/.exec(
          words
            .slice(i, i + 3)
            .map((other) => other.lower)
            .join(" "),
        )?.[0];
      if (phrase === undefined) return null;
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
    if (adverbs.test(word.lower) || isAdverb(word.lower) || !/\p{L}/u.test(word.text)) {
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

const stativeAdjectives = /^(?:free|present|accountable|liable|able)$/;

function readVerb(words: readonly Word[], at: number): Head | null {
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

function verbAt(words: readonly Word[], at: number, isPassive: boolean): Head {
  const word = words[at]!;
  const particle = words[at + 1];
  const two =
    particle !== undefined && particles.has(particle.lower) ? verbOf(`${word.lower} ${particle.lower}`) : null;
  if (two !== null) return { at, after: at + 2, base: two.base, isPassive };
  if (word.lower === "take" && particle?.lower === "place") return { at, after: at + 2, base: "take place", isPassive };
  const base = verbOf(word.lower)?.base ?? (isPassive || /ing$/.test(word.lower) ? baseOf(word.lower) : word.lower);
  const follower = words[at + 2]?.lower;
  const isPhrasal =
    /^(?:out|up|down|back|off|away)$/.test(particle?.lower ?? "") &&
    (isPassive || /^(?:the|an?|its|their|all|any|each)$/.test(follower ?? ""));

  return isPhrasal
    ? { at, after: at + 2, base: `${base} ${particle?.lower ?? ""}`, isPassive }
    : { at, after: at + 1, base, isPassive };
}

function isParticiple(word: string): boolean {
  if (/ed$/.test(word)) return true;
  const verb = verbOf(word);

  return verb !== null && (verb.base !== word || /^(?:put|set|let|cut|read)$/.test(word)) && !/ing$|s$/.test(word);
}

/** "demarcated" → demarcate, "limited" → limit: for verbs that the list does not know. */
export function baseOf(form: string): string {
  const stem = form.replace(/(?:ed|ing)$/, "");
  if (/(.)\1$/.test(stem) && !/(?:ss|ll)$/.test(stem)) return stem.slice(0, -1);
  if (/i$/.test(stem)) return `${stem.slice(0, -1)}y`;

  return /(?:[aeiou][^aeiouwxy]|[^aeiou][lrsvcg]|at|iz|is|ur|ut|uc|id|as)$/.test(stem) &&
    !/(?:er|en|on|it|ew|or|al|el|in|op)$/.test(stem)
    ? `${stem}e`
    : stem;
}

const determinerStart = /^(?:the|an?|each|every|all|any|both|its|their|this|that|these|those|such)$/;
const objectStart =
  /^(?:the|a|an|each|every|all|any|both|no|its|their|this|that|these|those|such|other|to|with|from|not|in|on|at|into|against|for|within|freely|immediately|fully|by|it|them)$/;

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
    const known = verbOf(next.lower);
    const isVerb = passive ? isParticiple(next.lower) : known !== null && known.base.split(" ")[0] === next.lower;
    const follower = words[at + 1];
    if (!isVerb || /^(?:provided|including|excluding)$/.test(next.lower)) continue;
    if (isBare) {
      after = verbAt(words, at, passive).after;
      continue;
    }
    const isBy = follower?.lower === "by" && !passive;
    const isMarked = words.slice(i + 1, at).some((other) => other.lower === "to" || other.lower === "shall");
    if (isMarked && !passive && follower !== undefined) {
      const isTo = words.slice(i + 1, at).some((other) => other.lower === "to");
      if (!isTo || !hasOwnInfinitive(words.slice(after, i))) add(verbAt(words, at, passive));
      continue;
    }
    if (
      !passive &&
      (follower === undefined || isBy || !(objectStart.test(follower.lower) || /^\p{Lu}|s$/u.test(follower.text)))
    )
      continue;
    if (
      !passive &&
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

function trimmedSpan(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);

  return { start, end: Math.max(start, from + words.replace(/[\s,;.]+$/, "").length) };
}

/** The class of an act by its verb and what it is done to. */
export function classOf(base: string, object: string, subject: string): Pick<Verb, "class" | "mode"> {
  const verb = verbOf(base);
  const what = `${object.slice(0, 120)} ${subject}`;
  const by = (name: ActionClass, mode: Commitment["mode"]): Pick<Verb, "class" | "mode"> => ({ class: name, mode });
  if (
    base === "have" ||
    (/^(?:grant|give|allow|permit|provide|ensure|guarantee|admit|facilitate|open|accord|afford|receive|enable)$/.test(
      base,
    ) &&
      /\b(?:access|entry|admission|freedom of movement|to (?:freely )?(?:enter|visit|inspect))\b/i.test(what))
  ) {
    if (base === "have") return by("admit-access", "maintain");
    if (
      /\b(?:mission|inspect|observ|monitor|verif|commission|team|body|mechanism|committee|group|centre|sites?)/i.test(
        what,
      ) &&
      !/\b(?:humanitarian|civilians?|refugees|market|health|education|justice|services)\b/i.test(what)
    )
      return by("admit-access", "maintain");

    return by("other", /^(?:open|give|grant)$/.test(base) ? "achieve" : "maintain");
  }
  if (verb?.class === "admit-access") return by("other", base === "grant" ? "achieve" : verb.mode);
  if (base === "adopt" || base === "pass" || base === "amend" || base === "approve")
    return by(
      /\b(?:law|laws|legislation|act|bill|constitution|constitutional|resolution|statute|decree|regulations?|amnesty)\b/i.test(
        what,
      )
        ? "legislate"
        : "other",
      "achieve",
    );
  if (/^(?:hold|conduct|organi[sz]e|carry out)$/.test(base))
    return by(/\b(?:elections?|referendum|vote|plebiscite)\b/i.test(what) ? "elect" : "other", "achieve");
  if (/^(?:establish|create|form|set up|constitute|appoint|designate|nominate|convene|found|launch)$/.test(base)) {
    if (
      /\b(?:commission|committee|council|mission|mechanism|group|board|centre|center|court|panel|team|tribunal|secretariat|office|body|fund|authority|unit|agency|member|members|chair|chairperson|judges?|arbitrators?|representatives?|observers?|experts?|monitors?|commissioners?|force|point of contact)\b/i.test(
        what,
      )
    )
      return by("establish-body", "achieve");

    return by("other", "achieve");
  }
  if (
    /^(?:provide|submit|transmit|present|send|deliver|issue|circulate|exchange|give)$/.test(base) &&
    /\b(?:reports?|information|notification|notice|notices|lists?|data)\b/i.test(what) &&
    !/\bhumanitarian assistance\b/i.test(what)
  )
    return by("report", "achieve");
  if (base === "carry out" || base === "conduct" || base === "perform" || base === "undertake") {
    if (/\b(?:verification|monitoring|inspections?|patrols?|investigations?|site visits)\b/i.test(what))
      return by("verify", "maintain");
  }
  if (
    base === "suspend" ||
    base === "restore" ||
    base === "withhold" ||
    base === "apply" ||
    base === "impose" ||
    base === "reimpose"
  )
    return /\b(?:sanctions?|measures?|embargo|relief|assets)\b/i.test(what)
      ? by("sanction", "achieve")
      : by(verb?.class ?? "other", verb?.mode ?? "achieve");
  if (base === "observe" && /\b(?:elections?|compliance|implementation)\b/i.test(what)) return by("verify", "maintain");
  if (base === "cease" || base === "end" || base === "stop" || base === "halt")
    return by(
      /\b(?:hostilit|fire|firing|attack|use of|military|operations?|activities|action|recruit|propaganda|violence|weapons)/i.test(
        what,
      )
        ? "refrain"
        : "other",
      "maintain",
    );

  const elsewhere = verb === null ? classElsewhere(base) : null;

  return elsewhere ?? { class: verb?.class ?? "other", mode: verb?.mode ?? "achieve" };
}

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
