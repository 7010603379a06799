import type { EventName, EventRef, Point } from "../event.ts";
import { unresolved, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { datesIn, isoDay } from "./dates.ts";
import { breachWords } from "./breach-words.ts";
import { anchorsOf, type Passage } from "./passage.ts";

/** Nouns of happenings without extent: their one moment is the occurrence. */
const momentary = new Set(
  "signature signing announcement report notification notice decision determination approval adoption ratification receipt request publication deposit appointment invitation submission conclusion date day effect finding verdict ruling declaration violation breach incident attack event consent acceptance initialling promulgation endorsement confirmation authorisation authorization certification establishment non-compliance observation invoice bill demand summons".split(
    " ",
  ),
);
/** Nouns of states that begin: counted from their beginning. */
const states = new Set("ceasefire cease-fire truce armistice cessation moratorium".split(" "));

const startCue =
  /\b(?:start|beginning|commencement|launch|onset|outset|opening|initiation|begins?|began|begun|starts?|started|commences?|commenced)\b/i;
const verifiedCue = /\b(?:verified|certified|verification of the completion)\b/i;
const completionCue =
  /\b(?:completion|completed|complete|end|conclusion|concluded|finali[sz]ation|finali[sz]ed|finished|expiry|expiration)\b/i;

/** Words that may stand before the end of an event's noun phrase and do not end it. */
const stops = new Set(
  "on in by for with at to using under from until till after before as through throughout which who that whose where when unless if provided and or but shall will should may must is are was were has have had not including while during within without between among against via per following upon than all each both every a an".split(
    " ",
  ),
);

/**
 * Where the noun phrase that names an event ends: "the completion of the withdrawal under Article 4" is kept whole,
 * "the withdrawal on modalities of …" ends before "on". A finite verb after the noun carries the phrase to the comma.
 */
export function eventPhraseEnd(text: string, from: number): number {
  const words = /[\p{L}\p{N}][\p{L}\p{N}'’\-/.]*|[^\s]/gu;
  words.lastIndex = from;
  let end = from;
  let previous = "";
  let nouns = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const word = match[0].replace(/\.$/, "").toLowerCase();
    const next = text.slice(match.index, match.index + 60);
    if (/^[,;:()[\]"“”.!?–—]/.test(word)) break;
    const opener = nouns === 0 || previous === "of" || previous === "into" || previous === "force";
    if (nouns === 0 && /^(?:it|they|either of them|one of them)$/.test(word)) return clauseEnd(text, match.index);
    const carries =
      /^(?:into force|under \d|under (?:article|point|paragraph|section|annex)|referred to in|provided for in|pursuant to (?:article|point|paragraph)|mentioned in|set out in|in (?:article|point|paragraph|accordance with (?:article|point|paragraph)))\b/i.exec(
        next,
      );
    const clause = /^(?:is|are|was|were|has|have|had|begins?|starts?|commences?|enters?|takes?|comes?|ends?)\b/i.test(
      next,
    );
    if (clause && nouns > 0) return clauseEnd(text, match.index);
    if (carries !== null) {
      words.lastIndex = match.index + carries[0].length;
      words.lastIndex +=
        /^\s*[\w.]*(?:\(\w{1,4}\))*/.exec(text.slice(words.lastIndex))?.[0].replace(/\.$/, "").length ?? 0;
      end = words.lastIndex;
      previous = "of";
      continue;
    }
    if (word === "by" && momentary.has(headNoun(text.slice(from, end)))) {
      previous = "of";
      end = match.index + match[0].length;
      continue;
    }
    if (
      word === "the" ||
      word === "this" ||
      word === "that" ||
      word === "such" ||
      word === "its" ||
      word === "their" ||
      word === "any"
    ) {
      if (!opener && previous !== "by") break;
    } else if (
      stops.has(word) &&
      !((word === "all" || word === "a" || word === "an" || word === "each" || word === "both") && opener)
    )
      break;
    else if (word !== "of") nouns += 1;
    end = match.index + match[0].length - (match[0].endsWith(".") ? 1 : 0);
    previous = word;
  }

  return end;
}

function clauseEnd(text: string, from: number): number {
  const found = /[,;.](?=\s|$)/.exec(text.slice(from));

  return found === null ? text.trimEnd().length : from + found.index;
}

/** The event that the words `[start, end)` name, its point `stated` only where the words say which. */
export function eventIn(passage: Passage, start: number, end: number): EventRef {
  const words = passage.text.slice(start, end);
  const spans = anchorsOf(passage, start, end);
  const event = eventName(passage, words);
  const isMoment = /^(?:breach|determination|decision|notification|report|request|consent)$/.test(event.kind);

  return { event, point: isMoment ? { kind: "stated", value: "occurrence", spans } : pointOf(words, spans) };
}

function eventName(passage: Passage, words: string): EventName {
  const [date] = datesIn(words);
  const on = date === undefined ? null : isoDay(date);
  if (date !== undefined && on !== null) return { kind: "date", on, hour: date.hour, zone: date.zone };
  const text = words.toLowerCase();
  if (/entry into force|enters? into force|coming into force|effective date/.test(text))
    return { kind: "entry-into-force" };
  if (
    /\bsign(?:ature|ing|ed)\b/.test(text) &&
    !/\bof (?:the|an?) (?!(?:\w+ ){0,2}(?:document|agreement|accord|protocol|memorandum|mou|treaty|text|framework)\b)/i.test(
      text,
    )
  )
    return { kind: "signature" };
  const by =
    /\bby (?:the )?([\p{Lu}][\p{L}\p{N} '’-]{1,60})/u.exec(words)?.[1]?.trim() ??
    /\bof the ([\p{Lu}][\p{L}\p{N} '’-]{1,60})/u.exec(words)?.[1]?.trim() ??
    null;
  if (
    /\b(?:determin|finds?|found|establish|decid|rul(?:es|ed|ing)|conclud)/.test(text) &&
    breachWords.test(text) &&
    !/\b(?:report|notif|alleg|request)/.test(text)
  )
    return { kind: "determination", by, words };
  if (breachWords.test(text) && !/\b(?:determin|report|notif|alleg|request|claim)/.test(text))
    return { kind: "breach", by: null, words };
  if (/\bdeterminations?\b|\bfindings?\b|\bso (?:determines?|finds?|establishes|rules|holds|concludes)\b/.test(text))
    return { kind: "determination", by, words };
  if (/\bdetermin(?:es|ed)\b/.test(text)) return { kind: "decision", by, words };
  if (/\bnotif(?:ication|ied|ies)\b/.test(text)) return { kind: "notification", by, words };
  if (/\breports?\b/.test(text)) return { kind: "report", by, words };
  if (/\brequests?\b|^(?:the |its |an? )?(?:\w+ )?applications?(?:$| (?:by|from|for)\b)/.test(text))
    return { kind: "request", by, words };
  if (/\bdecisions?\b/.test(text)) return { kind: "decision", by, words };
  if (/\bdecides?\b(?: otherwise| so| not| against|$)/.test(text.trim()) || /\bso decides?\b/.test(text))
    return { kind: "decision", by: deciderIn(words), words };
  const reference = referenceIn(passage, words);

  return reference ?? { kind: "fact", words };
}

/** "the Commission decides otherwise": who stands before the verb. */
function deciderIn(words: string): string | null {
  return /^(?:the )?(\p{Lu}[\p{L}\p{N} '’-]{1,60}?) (?:so )?decides?\b/u.exec(words.trim())?.[1] ?? null;
}

/** "paragraph 11 has been implemented" stands for what that provision obliges to. */
function referenceIn(passage: Passage, words: string): EventName | null {
  const bare =
    /^(?:the )?(?:implementation|performance|execution|completion|fulfil?lment)?(?: of )?(?:articles?|points?|paragraphs?|sections?|items?) [\w.()]+(?: (?:has|have) been (?:fully )?(?:implemented|completed|performed|fulfilled)| is (?:implemented|completed|performed|fulfilled))?/i;
  if (!bare.test(words)) return null;
  const literal = /(?:articles?|points?|paragraphs?|sections?|items?) ([\w.()]+)/i.exec(words)?.[1];
  if (literal === undefined) return null;
  const reference = passage.provision.references.find((candidate) => candidate.literal.includes(literal));
  if (reference !== undefined && reference.target.kind !== "provision") return null;

  return { kind: "provision", label: literal.replace(/\.$/, "") };
}

/** Which moment of an event the words name. */
function pointOf(words: string, spans: ReturnType<typeof anchorsOf>): Slot<Point> {
  const stated = (value: Point): Slot<Point> => ({ kind: "stated", value, spans });
  const head = headNoun(words);
  if (datesIn(words).length > 0 || /into force/i.test(words)) return stated("occurrence");
  if (/^(?:the )?\p{Lu}-?[Dd]ay\b/u.test(words)) return stated("occurrence");
  if (verifiedCue.test(words) || verifiedAct(words) !== null) return stated("verified-completion");
  if (
    /^(?:the )?(?:full |successful )?(?:completion|end|conclusion|finali[sz]ation) of (?!this|the (?:agreement|present))/i.test(
      words,
    )
  )
    return stated("completion");
  if (startCue.test(words)) return stated("start");
  if (completionCue.test(words) && !/^(?:the )?conclusion of (?:this|the) (?:agreement|protocol)/i.test(words))
    return stated("completion");
  if (momentary.has(head)) return stated("occurrence");
  if (states.has(head)) return { kind: "proposed", value: "start", spans, rule: "state-begins" };
  if (/\b(?:has|have) (?:\w+ly )?(?:been )?\p{L}+/u.test(words))
    return { kind: "proposed", value: "completion", spans, rule: "perfect-tense" };
  if (/\b(?:is|are|was|were)\b/.test(words)) return stated("occurrence");
  if (verbOfNoun(head) === null && verbOf(head) === null && !/(?:tion|sion|ment|al|ance|ing)$/.test(head))
    return unresolved(...spans);

  return {
    kind: "ambiguous",
    alternatives: [
      { value: "start", spans },
      { value: "completion", spans },
    ],
    declared: "no",
  };
}

/** "the verification of the disarmament" names the disarmament, verified: the words of that act, `null` where none follows. */
export function verifiedAct(words: string): string | null {
  const act = /^(?:the )?(?:verification|certification|confirmation) of (?:the )?(.+)$/is.exec(words)?.[1] ?? null;
  if (act === null) return null;
  const verb = verbOfNoun(headNoun(act));

  return verb === null || states.has(headNoun(act)) ? null : act;
}

/** The noun an event phrase turns on: the last word before the first "of", or the last word. */
export function headNoun(words: string): string {
  const core =
    words
      .toLowerCase()
      .replace(/^(?:the|this|that|such|an?|any|its|their)\s+/, "")
      .split(/\s+(?:of|under|by|in|from|to|referred|provided|pursuant|is|are|has|have|was|were)\s+/)[0] ?? "";
  const head = core.trim().split(/\s+/).at(-1) ?? "";
  if ((head === "date" || head === "day" || head === "moment" || head === "time") && /\sof\s/.test(words))
    return headNoun(words.replace(/^.*?\sof\s+/, ""));

  return head;
}
