import { everyMatch } from "../../base/index.ts";
import { modalsIn, type Modal, type Span } from "../../text/index.ts";
import { verbOf } from "../verbs.ts";
import { isActor } from "./actor-names.ts";
import type { Passage } from "./passage.ts";
import { firstFrom, wordsIn, type Word } from "./words.ts";

/** One main clause: a modal head with what stands before and after it. Offsets are those of the passage. */
export type Clause = {
  readonly modal: Modal;
  /** Noun phrase before the modal; empty where the clause takes its subject over. */
  readonly subject: Span;
  /** Adjuncts before the subject: "Within 30 days, …", "If …, …". */
  readonly lead: Span;
  readonly predicate: Span;
  /** "The Commission, in consultation with X, shall …": words between commas that belong to no noun. */
  readonly insert: Span | null;
  /** "shall/may": the other modal, where a stroke leaves both open. */
  readonly rival: Modal | null;
};

const subordinators = new Set(
  "if unless when whenever until till whether because although though while whilst whereas since lest where whereby wherever once how what than as".split(
    " ",
  ),
);
const relatives = new Set(["who", "which", "that", "whose", "whom"]);
const openers = new Set(
  "within in on at upon if when after before following by for to from under pursuant subject notwithstanding during until once unless without where as should with pending except provided irrespective regardless particularly especially together along including such whether according through throughout given having being acting recognising recognizing recalling desiring convinced noting considering since while whilst although however therefore thereafter accordingly immediately simultaneously furthermore moreover finally meanwhile consequently otherwise failing no not consistent contrary parallel concurrent prior immediate subsequent unlike instead besides despite throughout across between among amid insofar whatever owing due apart".split(
    " ",
  ),
);
const performative =
  /^(?:agrees?|agreed|undertakes?|decides?|decided|confirms?|commits?|demands?|resolves?|stipulates?|pledges?|declares?|determines?|affirms?)$/;
const auxiliary = new Set([
  "shall",
  "will",
  "must",
  "should",
  "may",
  "might",
  "can",
  "is",
  "are",
  "was",
  "were",
  "has",
  "have",
  "had",
  "does",
  "do",
  "did",
  "fails",
  "fail",
  "becomes",
  "become",
]);
/** Two of these side by side are wordings of one: "shall/should", "shall [should]". */
const ownModal = /^(?:shall|should|will|may|must|might)(?: not)?$/i;
const pronouns = new Set(["it", "they", "he", "she", "there", "we"]);
const determiners = new Set(
  "the a an each every all both any either neither no such this that these those its their".split(" "),
);

/** Present-tense heads: after "that" they belong to the clause it opens. */
const bareVerb = /^(?!shall|must|will|should|may|might|is |are |has |have )/i;

/** Verbs that are heads only after somebody who speaks: "requests" may be a noun, "means" too. */
const spokenVerb =
  /^(?:calls? (?:up)?on|urges|encourages|requests|invites|recommends|demands|authori[sz]es|guarantees?|means|constitutes?|re-?affirms?|re-?asserts?|re-?commits?|recogni[sz]es?|stress(?:es)?|recalls?|underlines?|underscores?|emphasi[sz]es?|affirms?|reiterates?)$/i;

/** Modal heads of main clauses of `[start, end)`. A modal in a subordinate clause gives none. */
export function clausesIn(passage: Passage, start: number, end: number): readonly Clause[] {
  const words = wordsIn(passage.text, start, end);
  const heads: { modal: Modal; at: number; from: number; insert: Span | null; rival: Modal | null }[] = [];
  let previous = 0;
  let effort = -1;
  for (const found of withParted(
    modalsIn(passage.text.slice(start, end), passage.language),
    passage.text.slice(start, end),
  )) {
    if (found.class === "softener") continue;
    const isTried = found.class === "prohibition" && found.start + start - 1 === effort;
    if (found.class === "effort") effort = found.end + start;
    if (isTried) continue;
    const modal = withoutLimit({ ...found, start: found.start + start, end: found.end + start }, passage.text);
    const last = heads.at(-1);
    if (
      last !== undefined &&
      /^(?:\s?\/)?\s?$/.test(passage.text.slice(last.modal.end, modal.start)) &&
      ownModal.test(modal.words)
    ) {
      last.rival ??= modal;
      last.modal = { ...last.modal, end: modal.end };
      previous = firstFrom(words, modal.end);
      continue;
    }
    const at = firstFrom(words, modal.start);
    const word = words[at];
    if (word === undefined || word.inside || at < previous || isInverted(words, at)) continue;
    if (word.lower === "will" && isNounWill(words[at - 1]?.lower ?? "")) continue;
    const head = subjectStart(words, at, previous, bareVerb.test(modal.words));
    if (head === null) continue;
    const before = passage.text.slice(words[head.from]?.start ?? modal.start, modal.start);
    if (spokenVerb.test(modal.words) && !isActor(before)) continue;
    heads.push({ modal, at, from: pastAdjunct(words, head.from, at), insert: head.insert, rival: null });
    previous = firstFrom(words, modal.end);
  }

  return heads.map((head, index) => {
    const next = heads[index + 1];
    const isTaken = /^(?:to|also|hereby|then|thereby|both|jointly|,)?$/i.test(
      passage.text.slice(words[head.from]?.start ?? head.modal.start, head.modal.start).trim(),
    );
    const subject = isTaken ? head.modal.start : (words[head.from]?.start ?? head.modal.start);
    const opens = index === 0 ? start : (semicolonBefore(words, heads[index - 1]!.modal.end, subject) ?? subject);
    const nextFrom = next === undefined ? end : (words[next.from]?.start ?? next.modal.start);
    const stop = next === undefined ? end : (semicolonBefore(words, head.modal.end, nextFrom) ?? nextFrom);
    const insertStart = head.insert?.start ?? head.modal.start;

    return {
      modal: head.modal,
      subject: trimmed(
        passage.text,
        Math.min(subject, head.modal.start),
        Math.max(subject, Math.min(insertStart, head.modal.start)),
      ),
      lead:
        index === 0 || opens < subject
          ? { start: opens, end: Math.max(opens, Math.min(subject, head.modal.start)) }
          : { start: head.modal.start, end: head.modal.start },
      predicate: predicateSpan(passage.text, head.modal.end, Math.max(stop, head.modal.end), next !== undefined),
      insert: head.insert,
      rival: head.rival,
    };
  });
}

/** "shall not later than 1 May withdraw": the denial belongs to the limit, and the clause obliges. */
function withoutLimit(modal: Modal, text: string): Modal {
  const bare = /^(shall|must|will) not$/i.exec(modal.words)?.[1];
  if (bare === undefined || modal.class !== "prohibition") return modal;
  if (!/^\s+(?:later|earlier|sooner|less|more) than\b/i.test(text.slice(modal.end, modal.end + 16))) return modal;

  return { ...modal, class: "obligation", words: bare, end: modal.start + bare.length };
}

const parted =
  /\b(?:undertakes?|agrees?|pledges?|promises?|commits?(?: itself| themselves)?)(?=, [^,;]{2,90}, (?:not )?to\b)/g;

/** "Bora undertakes, within the same period, to remove …": what stands between commas parts the expression. */
function withParted(modals: readonly Modal[], text: string): readonly Modal[] {
  const more = everyMatch(parted, text).map((match): Modal => {
    const start = match.index;
    const end = start + match[0].length;
    const isDenied = /^, [^,;]{2,90}, not to\b/.test(text.slice(end, end + 110));

    return { start, end, class: isDenied ? "prohibition" : "obligation", words: match[0] };
  });
  if (more.length === 0) return modals;

  return [...modals, ...more].toSorted((one, other) => one.start - other.start);
}

/** Where the last semicolon between two places ends: what follows it opens the next clause. */
function semicolonBefore(words: readonly Word[], from: number, to: number): number | null {
  for (let i = firstFrom(words, to) - 1; i >= 0 && words[i]!.start >= from; i -= 1)
    if (words[i]!.text === ";" && !words[i]!.inside) return words[i]!.end;

  return null;
}

/** "against their will" is no modal. */
function isNounWill(before: string): boolean {
  return /^(?:their|its|his|her|the|a|free|good|ill|popular|own|political)$/.test(before);
}

/** "Should a Party fail to …,": the modal opens a condition. */
function isInverted(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  const opens = before === undefined || /^[;:]$/.test(before.text) || word.text === "Should";

  return word.lower === "should" && opens && words[at + 1] !== undefined && /\p{L}/u.test(words[at + 1]!.text);
}

/** "By D+30 all members shall": an adjunct that no comma ends is no part of the subject. */
function pastAdjunct(words: readonly Word[], from: number, at: number): number {
  const opens = words[from]?.lower ?? "";
  const isAsOf = opens === "as" && /^(?:of|from|at)$/.test(words[from + 1]?.lower ?? "");
  const isLimit = /^(?:not?)$/.test(opens) && /^(?:later|earlier|sooner|more)$/.test(words[from + 1]?.lower ?? "");
  if (!isLimit && !isAsOf && !adjunctOpeners.test(opens)) return from;
  for (let i = at - 1; i > from; i -= 1) {
    const { lower, text } = words[i]!;
    if (lower === "of" || lower === "for" || lower === "and") continue;
    if (subjectOpeners.test(lower) && !/^(?:of|in|on|at|to|by|from|with|under|into)$/.test(words[i - 1]?.lower ?? ""))
      return i;
    if (
      i === at - 1 &&
      !/^\p{Lu}/u.test(text) &&
      /^(?:elections|hostilities|prisoners|forces|negotiations)$/.test(lower)
    )
      return i;
  }
  let name = at;
  while (name - 1 > from && /^\p{Lu}/u.test(words[name - 1]!.text)) name -= 1;

  return name < at &&
    /^(?:\d{4}|end|force|day|week|month|year|days|weeks|months|years|signature|\d+)$/.test(words[name - 1]?.lower ?? "")
    ? name
    : from;
}

const adjunctOpeners =
  /^(?:on|by|in|within|upon|after|from|at|during|for|to|every|before|until|following|under|pursuant|without)$/;
const subjectOpeners = /^(?:the|each|all|both|every|neither|either|any|its|their)$/;

/** No noun phrase is longer, in words; what goes on is no subject. */
const longestSubject = 90;

/** Where the subject of the modal at `at` begins, or `null` where the modal stands in a subordinate clause. */
function subjectStart(
  words: readonly Word[],
  at: number,
  lowest: number,
  isBare: boolean,
): { from: number; insert: Span | null } | null {
  let insert: Span | null = null;
  for (let i = at - 1; i >= lowest; i -= 1) {
    const word = words[i]!;
    if (at - i > longestSubject) return { from: i + 1, insert };
    if (word.inside) continue;
    if (isBare && i === at - 1 && /^(?:and|or)$/.test(word.lower)) return { from: at, insert };
    if (word.text === ";" || word.text === ":" || word.text === "–" || word.text === "—")
      return { from: i + 1, insert };
    if (word.text === ",") {
      if (i === at - 1 || (i === at - 2 && /ly$|^(?:also|then|thus)$/.test(words[at - 1]!.lower))) {
        const opening = insertionStart(words, i, lowest);
        if (opening !== null) {
          insert = { start: words[opening]!.start, end: words[i]!.end };
          i = opening;
        } else if (lowest > 0) return { from: i + 1, insert };
        continue;
      }
      if (isBoundary(words, i, lowest)) return { from: i + 1, insert };
      continue;
    }
    if (subordinators.has(word.lower)) {
      const follows = words[i + 1]?.lower ?? "";
      if (word.lower === "as" && /^(?:of|from|at)$/.test(follows)) continue;
      if (
        word.lower === "as" &&
        /^(?:well|such|long|soon|follows|set|laid|defined|mentioned|part|an?)$|ed$|en$/.test(follows)
      )
        continue;
      if (word.lower === "than" && i < at - 1) continue;
      if (/^\d|^\p{Lu}/u.test(words[i + 1]?.text ?? "") && /^(?:since|until|till)$/.test(word.lower)) continue;
      const own = lastFinite(words, i + 1, at);
      if (own === null) return null;
      const noun = words.findIndex(
        (candidate, index) =>
          index > own && index < at && (determiners.has(candidate.lower) || /^\p{Lu}/u.test(candidate.text)),
      );

      return noun < 0 ? null : { from: noun, insert };
    }
    if (relatives.has(word.lower)) {
      const before = words[i - 1];
      if (word.lower === "which" && before?.lower === "failing") return { from: i + 1, insert };
      if (word.lower === "that" && before !== undefined && performative.test(before.lower))
        return { from: i + 1, insert };
      const isDemonstrative =
        word.lower === "that" &&
        (before === undefined || before.text === "," || i === lowest || before.lower === "and");
      if (isDemonstrative && i < at - 1) continue;
      const next = words[i + 1];
      const isNamed =
        word.lower === "which" && /^(?:period|case|event|decision|time|date|term)$/.test(next?.lower ?? "");
      const hasOwnVerb =
        !isNamed &&
        i < at - 1 &&
        next !== undefined &&
        /^\p{Ll}/u.test(next.text) &&
        !determiners.has(next.lower) &&
        !pronouns.has(next.lower) &&
        !/ly$/.test(next.lower);
      if (!hasOwnVerb && lastFinite(words, i + 1, at) === null) return null;
      continue;
    }
    if ((word.lower === "and" || word.lower === "or" || word.lower === "but") && lowest > 0) {
      const isPair = /^\p{Lu}/u.test(words[i - 1]?.text ?? "") && /^\p{Lu}/u.test(words[i + 1]?.text ?? "");
      const further =
        isPair &&
        words
          .slice(Math.max(lowest, i - longestSubject), i)
          .some((other) => other.lower === "and" || other.text === ",");
      const inThat =
        isBare && words.slice(Math.max(lowest, i - longestSubject), i).some((other) => relatives.has(other.lower));
      if (inThat) return null;
      if (!further) return { from: i + 1, insert };
    }
  }

  return { from: lowest, insert };
}

/** The comma that opens an insertion closed by the comma at `close`. */
function insertionStart(words: readonly Word[], close: number, lowest: number): number | null {
  for (let i = close - 1; i > Math.max(lowest, close - longestSubject); i -= 1) {
    if (words[i]!.text !== "," || words[i]!.inside) continue;
    const next = words[i + 1]!.lower;
    if (openers.has(next) || relatives.has(next) || /(?:ing|ed)$/.test(next) || next === "including") return i;
  }

  return null;
}

/** Whether the comma at `i` ends an adjunct or an earlier clause, and does not part the members of a list. */
function isBoundary(words: readonly Word[], i: number, lowest: number): boolean {
  let from = i - 1;
  while (from >= Math.max(lowest, i - longestSubject) && !/^[;:]$/.test(words[from]!.text)) from -= 1;
  const region = words.slice(from + 1, i);
  const first = region.find((word) => !/^(?:and|but|or)$/.test(word.lower));
  if (first === undefined || lowest > 0) return true;
  if (first.lower === "as" && /^(?:of|from|at)$/.test(region[1]?.lower ?? "")) return true;
  if (openers.has(first.lower) || /(?:[^pb]ly|ing)$|^(?:based|guided|convinced|committed|inspired)$/.test(first.lower))
    return true;

  return lastFinite(words, from + 1, i) !== null;
}

function lastFinite(words: readonly Word[], from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i -= 1) {
    const { lower, inside } = words[i]!;
    if (inside) continue;
    if (auxiliary.has(lower)) return i;
    const before = words[i - 1]?.lower ?? "";
    if (determiners.has(before) || before === "of" || before === "and") continue;
    if (/(?:s|ed)$/.test(lower) && verbOf(lower) !== null && verbOf(lower)?.base !== lower) return i;
  }

  return null;
}

function predicateSpan(text: string, start: number, stop: number, hasNext: boolean): Span {
  const words = text.slice(start, stop);
  const cut = hasNext ? words.replace(/[\s,;:]*(?:\b(?:and|or|but)\b)?\s*$/i, "") : words.replace(/[\s.;:]+$/, "");

  return trimmed(text, start, start + cut.length);
}

function trimmed(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = Math.max(start, from + words.trimEnd().replace(/[\s,]+$/, "").length);

  return { start, end };
}
