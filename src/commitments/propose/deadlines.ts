import type { Duration, EventRef, Window } from "../event.ts";
import { notApplicable, unresolved, type Anchor, type Slot } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { datesIn, isoDay, type WrittenDate } from "./dates.ts";
import { eventIn, eventPhraseEnd } from "./event-words.ts";
import { cardinal, numberOf, ordinal } from "./numbers.ts";
import { phrasesElsewhere } from "./elsewhere.ts";
import { lettered, namedDay } from "./named-days.ts";
import { anchorsOf, type Passage } from "./passage.ts";

/**
 * One phrase of time in a clause. `due`: the act is complete in this window. `start`, `end`: the window of its
 * beginning or completion alone. `until`: a lasting duty ends. `trigger`: the act follows an event, no length said.
 */
export type TimePhrase = {
  readonly start: number;
  readonly end: number;
  readonly role: "due" | "start" | "end" | "from" | "until" | "trigger" | "frequency" | "open";
  readonly window: Window | null;
  readonly event: EventRef | null;
  readonly words: string;
};

const unit = "(?:(?:working|business|calendar|consecutive|clear) )?(?:hour|day|week|month|year)s?";
const length = `(?<n>${cardinal})[ -](?<unit>${unit})`;
const link =
  "(?: (?:of|after|from|following|since|upon|as of|starting from|counting from|counted from|to be counted from|beginning on|beginning from))";

type Reader = (passage: Passage, match: RegExpExecArray, limit: number) => TimePhrase | null;

/** The forms of commitments.md §6.6, longest first. Each reader takes the event phrase that follows its words. */
const forms: readonly (readonly [RegExp, Reader, RegExp])[] = [
  [
    new RegExp(
      `\\b(?<every>(?:at least )?(?:once (?:in |a |per )?)?(?:every|each)(?: ${length}| (?:day|week|month|quarter|year|fortnight))|(?:once|twice|three times|at least once) (?:a|every|each|per|in) (?:day|week|month|quarter|year|fortnight)|on a (?:daily|weekly|monthly|quarterly|fortnightly|annual|yearly) basis|(?:at|by|before|on|not later than|no later than) (?:the )?(?:end|beginning|start|first day|last day|${ordinal} day|${ordinal}) of (?:each|every) (?:calendar )?(?:day|week|month|quarter|year)|(?:every|each) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|(?:daily|weekly|fortnightly|monthly|quarterly|annually|yearly|every two weeks)(?! (?:allowances?|averages?|salar|stipends?|wages?|payments?|instal|quotas?|grants?|pensions?|rates?|rations?)))\\b`,
      "giu",
    ),
    frequency,
    /every|each|once|twice|times|basis|daily|weekly|monthly|quarterly|annually|yearly|fortnightly/i,
  ],
  [
    new RegExp(
      `(?<verb>\\b(?:start|starting|begin|beginning|commence|commencing|end|ending|complete|completed|finish|finished|finali[sz]ed|conclude|concluded)\\b[ ,]*)?\\b(?:by |on |from |until |no later than |not later than |starting on |as of |since |before )*(?:the )?(?:day (?<d>${cardinal}|\\d{1,3})|(?<o>${ordinal}) day)(?<link> (?:of|after|following|from))`,
      "giu",
    ),
    ordinalDay,
    /\bday\b/i,
  ],
  [
    new RegExp(
      `\\b(?:(?:no|not) (?:earlier|sooner|less) than|between) (?<n1>${cardinal})(?:[ -](?<unit1>${unit}))? (?:and|but|or|nor|to)(?: (?:no|not) (?:later|more) than)? ${length}(?<link> (?:after|from|following|of))(?![\\p{L}-])`,
      "giu",
    ),
    between,
    /earlier|sooner|less|between/i,
  ],
  [
    new RegExp(
      `\\b(?<bound>(?:no|not) (?:earlier|sooner) than|not before|at least|no less than|not less than) ${length}(?<link> (?:after|from|following|before|prior to))(?![\\p{L}-])`,
      "giu",
    ),
    notBefore,
    /earlier|sooner|before|least|less/i,
  ],
  [
    new RegExp(
      `\\b(?:(?:by |at )?(?:no|not) later than|within|in no more than|in not more than|in less than|not more than|no more than|at most|inside|not exceeding|by the end of|in the course of|over)(?: (?:the|a|an))?(?: (?:maximum|maximum period|period|term|time-limit|further|next|first|following))?(?: of)?(?: (?:at most|up to|the next|the first|the following|a maximum of|not more than))? ${length}(?<link>${link}(?![\\p{L}-])| (?:before|prior to)(?![\\p{L}-]))?`,
      "giu",
    ),
    within,
    /within|later|more than|less than|most|inside|exceeding|by the end|course of|over/i,
  ],
  [
    new RegExp(
      `\\bfor (?:a |the )?(?:(?:initial |minimum |maximum |renewable |transitional |interim )?(?:period|term|duration) of )?(?:at least |up to |not more than )?${length}(?<link>${link})?`,
      "giu",
    ),
    lasting,
    /\bfor\b/i,
  ],
  [
    new RegExp(`(?<![\\p{L}-])${length}(?<link> (?:after|from|following|upon|before|prior to))(?![\\p{L}-])`, "giu"),
    exactly,
    /\b(?:hour|day|week|month|year)s?\b/i,
  ],
  [
    /\b(?<word>immediately|forthwith|without (?:any |further |undue )*delay|promptly|as soon as (?:possible|practicable|feasible|practical|circumstances permit)|at the earliest (?:opportunity|possible (?:date|time))|expeditiously|in a timely manner|within a reasonable (?:time|period|period of time)|in due course|at once)(?! (?:after|upon|following|before|available|accessible)\b)/giu,
    openEnded,
    /immediately|forthwith|without|promptly|as soon|earliest|expeditiously|timely|reasonable|due course|at once/i,
  ],
  [namedDay, lettered, /-[Dd]ay\b|-DAY\b|[Dd]ay \p{Lu}\b|\b\p{Lu} ?(?:\+|plus\b)/u],
  [
    /\b(?<cue>as soon as)(?<gap> )(?!possible|practicable|feasible|practical|circumstances permit)/giu,
    eventCue,
    /\bas soon as\b/i,
  ],
  [
    /\b(?<cue>immediately (?:upon|after|following)|upon|after|following|as from|as of|with effect from|starting (?:from|on|with|upon)|beginning (?:from|on|with|upon)|ending (?:after|on|with|by|upon)|from the (?:moment|time|date|day) of|at the (?:moment|time) of|on the (?:date|day) of|pending|prior to|before|no later than|not later than|until|till|from|by|on|once)(?<gap> )/giu,
    eventCue,
    /\b(?:upon|after|following|as from|as of|effect|starting|beginning|ending|from|moment|time|date|day|pending|before|prior|later|until|till|by|on|once)\b/i,
  ],
];

/** Every phrase of time in `[start, end)` of a passage, in order, none overlapping. */
export function timePhrasesIn(passage: Passage, start: number, end: number): readonly TimePhrase[] {
  const phrases: TimePhrase[] = [];
  const free = (from: number, to: number): boolean =>
    phrases.every((phrase) => to <= phrase.start || from >= phrase.end);
  for (const date of datesIn(passage.text.slice(start, end))) {
    const phrase = datePhrase(passage, shifted(date, start), start, end);
    if (phrase !== null && free(phrase.start, phrase.end)) phrases.push(phrase);
  }
  if (passage.language !== "en") {
    const others = phrasesElsewhere(passage, start, end).filter((phrase) => free(phrase.start, phrase.end));

    return [...phrases, ...others].toSorted((one, other) => one.start - other.start);
  }
  const area = passage.text.slice(start, end);
  const until = passage.text.slice(0, end);
  for (const [pattern, read, needs] of forms) {
    if (!needs.test(area)) continue;
    pattern.lastIndex = start;
    for (let match = pattern.exec(until); match !== null; match = pattern.exec(until)) {
      if (!free(match.index, match.index + match[0].length)) continue;
      const phrase = read(passage, match, end);
      if (phrase !== null && phrase.end <= end && free(phrase.start, phrase.end)) phrases.push(phrase);
    }
  }

  return phrases.toSorted((one, other) => one.start - other.start);
}

/** A length of time such as "thirty (30) days" anywhere in some words, as a slot of a passage. */
export function durationIn(passage: Passage, start: number, end: number): Slot<Duration> {
  const match = new RegExp(`(?<![\\p{L}-])${length}`, "iu").exec(passage.text.slice(start, end));
  const duration = match === null ? null : durationOf(match);
  const spans = anchorsOf(passage, start + (match?.index ?? 0), start + (match?.index ?? 0) + (match?.[0].length ?? 0));
  if (duration === null) return unresolved();

  return { kind: "stated", value: duration, spans };
}

function durationOf(match: RegExpExecArray): Duration | null {
  const amount = numberOf(match.groups?.["n"] ?? "");
  const words = (match.groups?.["unit"] ?? "").toLowerCase();
  if (amount === null) return null;
  const isWorking = /working|business/.test(words);
  const name = /(hour|day|week|month|year)/.exec(words)?.[1] ?? "day";

  return { amount, unit: isWorking ? "working-days" : (`${name}s` as Duration["unit"]), calendar: null };
}

function shifted(date: WrittenDate, by: number): WrittenDate {
  return { ...date, start: date.start + by, end: date.end + by };
}

const beforeDate =
  /(?:(?<verb>start|starting|begin|beginning|commence|commencing|end|ending|complete|completed|finish|finished|finali[sz]ed|concluded)[ ,]+)?(?<cue>(?:by |at )?(?:no|not) later than|on or before|not before|no earlier than|not earlier than|not beyond|up to|by|before|until|till|from|as of|as from|with effect from|effective(?: from)?|starting(?: from| on)?|beginning(?: on)?|commencing(?: on)?|since|on|at|не позднее|не пізніше|до|к|au plus tard le|d['’]ici (?:le|au)|avant le|с|з|à partir du|à compter du)(?: (?:the|midnight of|midnight on|noon on))*\s*$/iu;

/** A date with the words before it that say what it is for; a bare date ("the memorandum of 19 May") is none. */
function datePhrase(passage: Passage, date: WrittenDate, low: number, high: number): TimePhrase | null {
  const before = passage.text.slice(Math.max(low, date.start - 60), date.start);
  const match = beforeDate.exec(before);
  if (match === null || date.end > high) return null;
  const start = date.start - (before.length - match.index);
  const ahead = /(\p{L}+)\s*$/u.exec(passage.text.slice(Math.max(low, start - 24), start))?.[1] ?? "";
  if (/^(?:on|at|since|before|from|in)$/i.test(match.groups?.["cue"] ?? "") && isPastForm(ahead)) return null;
  const spans = anchorsOf(passage, start, date.end);
  const on = isoDay(date);
  const cue = (match.groups?.["cue"] ?? "").toLowerCase();
  const verb = (match.groups?.["verb"] ?? "").toLowerCase();
  const words = passage.text.slice(start, date.end);
  const event: EventRef = {
    event:
      on === null
        ? { kind: "fact", words: passage.text.slice(date.start, date.end) }
        : { kind: "date", on, hour: date.hour, zone: date.zone },
    point: { kind: "stated", value: "occurrence", spans: anchorsOf(passage, date.start, date.end) },
  };
  const zero: Slot<Duration> = { kind: "stated", value: atOnce, spans };
  const after: Slot<EventRef> = { kind: "stated", value: event, spans };
  const base = { after, openEnded: "no", ordinal: false, words } as const;
  const phrase = { start, end: date.end, words, event };
  if (/^(?:с|з|à partir du|à compter du)$/.test(cue))
    return { ...phrase, role: "from", window: { ...base, earliest: zero, latest: zero } };
  if (/not before|earlier/.test(cue))
    return {
      ...phrase,
      role: "due",
      window: { ...base, earliest: zero, latest: { kind: "stated", value: "none", spans } },
    };
  if (/^(?:until|till|up to)$/.test(cue))
    return { ...phrase, role: "until", window: { ...base, earliest: unresolved(), latest: zero } };
  if (/^(?:start|begin|commenc)/.test(verb) || /^(?:starting|beginning|commencing)/.test(cue))
    return {
      ...phrase,
      role: cue === "by" || cue.includes("later") ? "start" : "from",
      window: { ...base, earliest: /^(?:by|before)|later/.test(cue) ? unresolved() : zero, latest: zero },
    };
  if (/^(?:from|as|with|effective|since)/.test(cue))
    return { ...phrase, role: "from", window: { ...base, earliest: zero, latest: zero } };
  const role = verb === "" ? "due" : "end";
  const isExact = cue === "on" || cue === "at";

  return { ...phrase, role, window: { ...base, earliest: isExact ? zero : unresolved(), latest: zero } };
}

/** "positions held on 1 May", "the memorandum signed on …": the date belongs to what stands before it. */
function isPastForm(word: string): boolean {
  const form = word.toLowerCase();
  const verb = verbOf(form);
  if (verb !== null && verb.base !== form && !/(?:s|ing)$/.test(form)) return true;

  return /ed$/.test(form) || /^(?:held|made|taken|given|drawn|begun|done|known|set|laid)$/.test(form);
}

/** "day N of E", "the Nth day after E": whether day 1 is the day itself or the next is left open. */
function ordinalDay(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const groups = match.groups ?? {};
  const number = numberOf(groups["d"] ?? groups["o"] ?? "");
  const head = match.index + match[0].length;
  const event = eventAfter(passage, head, limit);
  if (number === null || event === null) return null;
  const verb = (groups["verb"] ?? "").toLowerCase();
  const tail = /^,? at the latest/i.exec(passage.text.slice(event.end))?.[0] ?? "";
  const end = event.end + tail.length;
  const spans = anchorsOf(passage, match.index, end);
  const isLatest = tail !== "" || /\b(?:later than|by|before) /i.test(match[0]);
  const isFrom = /\b(?:from|as of|since|starting on) (?:the )?(?:day|\w+ day)/i.test(match[0]);
  const day = (amount: number): Duration => ({ amount, unit: "days", calendar: null });
  const of = /of$/i.test(groups["link"] ?? "");
  const offset: Slot<Duration> = {
    kind: "ambiguous",
    alternatives: (of ? [number - 1, number] : [number, number - 1]).map((amount) => ({
      value: day(Math.max(amount, 0)),
      spans,
    })),
    declared: "no",
  };
  const window: Window = {
    after: { kind: "stated", value: event.ref, spans: event.spans },
    earliest: isLatest ? unresolved() : offset,
    latest: offset,
    openEnded: "no",
    ordinal: true,
    words: passage.text.slice(match.index, end),
  };
  const role = /^(?:start|begin|commence)/.test(verb) ? "start" : verb !== "" ? "end" : isFrom ? "from" : "due";

  return { start: match.index, end, role, window, event: event.ref, words: window.words };
}

/** The lower end of "within": no time at all, in days whatever the upper end counts in. */
const atOnce: Duration = { amount: 0, unit: "days", calendar: null };

function within(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const duration = durationOf(match);
  if (duration === null) return null;
  const head = match.index + match[0].length;
  const event = match.groups?.["link"] === undefined ? null : eventAfter(passage, head, limit);
  if (match.groups?.["link"] !== undefined && event === null) return null;

  if (/before|prior/i.test(match.groups?.["link"] ?? ""))
    return counted(passage, match.index, head, event, (spans) => ({
      earliest: unresolved(),
      latest: { kind: "stated", value: { ...duration, amount: -duration.amount }, spans },
    }));

  return counted(passage, match.index, head, event, (spans) => ({
    earliest: { kind: "stated", value: atOnce, spans },
    latest: { kind: "stated", value: duration, spans },
  }));
}

function exactly(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const duration = durationOf(match);
  const head = match.index + match[0].length;
  const event = eventAfter(passage, head, limit);
  if (duration === null || event === null) return null;
  const isBefore = /before|prior/i.test(match.groups?.["link"] ?? "");
  const isLatest =
    /^,? at the latest/i.test(passage.text.slice(event.end)) ||
    /\blatest\s*$/i.test(passage.text.slice(0, match.index));
  const value = isBefore ? { ...duration, amount: -duration.amount } : duration;

  return counted(passage, match.index, head, event, (spans) => ({
    earliest: isLatest ? { kind: "stated", value: atOnce, spans } : { kind: "stated", value, spans },
    latest: { kind: "stated", value, spans },
  }));
}

/** "not earlier than 30 days and not later than 60 days after E", "between 30 and 60 days after E". */
function between(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const upper = durationOf(match);
  const amount = numberOf(match.groups?.["n1"] ?? "");
  const head = match.index + match[0].length;
  const event = eventAfter(passage, head, limit);
  if (upper === null || amount === null || event === null) return null;
  const unit = /(hour|day|week|month|year)/.exec(match.groups?.["unit1"] ?? "")?.[1];
  const lower: Duration = { ...upper, amount, ...(unit === undefined ? {} : { unit: `${unit}s` as Duration["unit"] }) };

  return counted(passage, match.index, head, event, (spans) => ({
    earliest: { kind: "stated", value: lower, spans },
    latest: { kind: "stated", value: upper, spans },
  }));
}

function notBefore(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const duration = durationOf(match);
  const head = match.index + match[0].length;
  const event = eventAfter(passage, head, limit);
  if (duration === null || event === null) return null;
  const isBefore = /before|prior/i.test(match.groups?.["link"] ?? "");

  return counted(passage, match.index, head, event, (spans) =>
    isBefore
      ? { earliest: unresolved(), latest: { kind: "stated", value: { ...duration, amount: -duration.amount }, spans } }
      : { earliest: { kind: "stated", value: duration, spans }, latest: { kind: "stated", value: "none", spans } },
  );
}

function counted(
  passage: Passage,
  start: number,
  head: number,
  event: EventPhrase | null,
  bounds: (spans: readonly Anchor[]) => Pick<Window, "earliest" | "latest">,
): TimePhrase {
  const tail = /^,? at the latest/i.exec(passage.text.slice(event?.end ?? head))?.[0].length ?? 0;
  const end = (event?.end ?? head) + tail;
  const spans = anchorsOf(passage, start, end);
  const before = passage.text.slice(Math.max(0, start - 24), start);
  const role = /\b(?:start|begin|commence)(?:s|ed|ing)?\s*$/i.test(before)
    ? "start"
    : /\b(?:completed?|finished?|finali[sz]ed|concluded?|ending|ended)\s*$/i.test(before)
      ? "end"
      : "due";
  const window: Window = {
    after: event === null ? unresolved(...spans) : { kind: "stated", value: event.ref, spans: event.spans },
    ...bounds(anchorsOf(passage, start, head)),
    openEnded: "no",
    ordinal: false,
    words: passage.text.slice(start, end),
  };

  return { start, end, role, window, event: event?.ref ?? null, words: window.words };
}

function frequency(passage: Passage, match: RegExpExecArray): TimePhrase {
  return {
    start: match.index,
    end: match.index + match[0].length,
    role: "frequency",
    window: null,
    event: null,
    words: passage.text.slice(match.index, match.index + match[0].length),
  };
}

function openEnded(passage: Passage, match: RegExpExecArray): TimePhrase {
  const end = match.index + match[0].length;
  const spans = anchorsOf(passage, match.index, end);
  const words = match[0].toLowerCase();
  const kind =
    words.startsWith("as soon") || words.includes("earliest")
      ? "as-soon-as-possible"
      : words.includes("reasonable") || words.includes("due course")
        ? "reasonable"
        : "promptly";
  const window: Window = {
    after: unresolved(),
    earliest: unresolved(),
    latest: { kind: "stated", value: "none", spans },
    openEnded: kind,
    ordinal: false,
    words: match[0],
  };

  return { start: match.index, end, role: "open", window, event: null, words: match[0] };
}

/** "for a period of ten years after E": how long a duty lasts. */
function lasting(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const head = match.index + match[0].length;
  const event = match.groups?.["link"] === undefined ? null : eventAfter(passage, head, limit);
  const end = event?.end ?? (match.groups?.["link"] === undefined ? head : head - (match.groups["link"] ?? "").length);
  const words = passage.text.slice(match.index, end);
  const spans = anchorsOf(passage, match.index, end);
  const ref: EventRef = { event: { kind: "fact", words }, point: { kind: "stated", value: "occurrence", spans } };

  return { start: match.index, end, role: "until", window: null, event: ref, words };
}

const noEvent =
  /^(?:the |this |that |its |their |an? )?(?:basis|request of|behalf|account|ground|one hand|other hand|part|matter|following|consultation|terms|contrary|means|virtue|way|time|law|laws|agreement (?:between|by|of|with)|Parties|Party|authorit|government)/i;
const actNoun =
  /(?:al|ment|tion|sion|ance|ence|ing|ure|ification)s?$|^(?:release|return|exchange|ceasefire|cease-fire|election|elections|referendum|handover|transfer|report|reports|request|notice|effect|force|start|end|beginning|entry|ban|truce|talks|withdrawals?|receipt|signature|breach|date|day|removal|approval|period|phase|stage|deposit|award|vote|visit|incident|transition|fulfil?ment|completion)$/i;

/** "upon E", "after E", "until E", "starting on E": an event without a length of time. */
function eventCue(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const cue = (match.groups?.["cue"] ?? "").toLowerCase();
  const head = match.index + match[0].length;
  if (noEvent.test(passage.text.slice(head)) && !/^(?:immediately|upon|after|until|once|as soon)/.test(cue))
    return null;
  if (/^(?:due |prior |full )?consultations?\b/i.test(passage.text.slice(head))) return null;
  const event = eventAfter(passage, head, limit);
  if (event === null) return null;
  const words = passage.text.slice(head, event.end);
  if (event.ref.event.kind === "date" && !/^(?:after|following|until|till|upon|before|prior to)$/.test(cue))
    return null;
  if (
    event.ref.event.kind === "date" &&
    isPastForm(/(\p{L}+)\s*$/u.exec(passage.text.slice(Math.max(0, match.index - 24), match.index))?.[1] ?? "")
  )
    return null;
  const isClause =
    /\b(?:is|are|was|were|has|have|had|begins?|starts?|enters?|comes?|determines?|finds?|receives?|decides?|notifies|requests?|reports?|verifies|confirms|certifies|completes?|leaves?|ends?|observes?)\b/i.test(
      words,
    );
  const isNamed = event.ref.event.kind !== "fact";
  const isWeak = /^(?:on|by|from|before|no later than|not later than|as of|prior to)$/.test(cue);
  const isAct = isNamed || actNoun.test(headOf(words));
  if (!isAct && !(isClause && /^(?:once|until|till|after|before|immediately after|as of|as soon as)$/.test(cue)))
    return null;
  if (
    isWeak &&
    !isNamed &&
    !(/^(?:before|prior to)$/.test(cue) && isAct && dated.test(words)) &&
    !/^(?:the )?(?:completion|end|start|beginning|commencement|entry|date|conclusion)/i.test(words)
  )
    return null;
  if (cue === "by" && !/^(?:the )?(?:completion|end|start|beginning|date|time|entry)/i.test(words)) return null;

  return eventPhrase(passage, match.index, cue, event);
}

/** Happenings that a text may put a last day before: "before the next general election". */
const dated =
  /^(?:the |its |their |any )?(?:\p{L}+ ){0,3}(?:elections?|referendum|withdrawal|release|handover|transfer|deployment|dissolution|expiry|entry|ratification|signature|disarmament|demobili[sz]ation|cantonment|assembly|return|harvest|session)\b/iu;

function eventPhrase(passage: Passage, start: number, cue: string, event: EventPhrase): TimePhrase {
  const spans = anchorsOf(passage, start, event.end);
  const words = passage.text.slice(start, event.end);
  const zero: Slot<Duration> = { kind: "stated", value: atOnce, spans };
  const base = {
    after: { kind: "stated", value: event.ref, spans: event.spans },
    openEnded: cue.startsWith("immediately") ? "promptly" : cue === "as soon as" ? "as-soon-as-possible" : "no",
    ordinal: false,
    words,
  } as const;
  const phrase = { start, end: event.end, event: event.ref, words };
  const none: Slot<Duration | "none"> = { kind: "stated", value: "none", spans };
  if (/^(?:until|till|pending)$/.test(cue)) return { ...phrase, role: "until", window: null };
  if (/^(?:before|prior to|by|no later|not later)/.test(cue))
    return { ...phrase, role: "due", window: { ...base, earliest: unresolved(), latest: zero } };
  if (/^ending/.test(cue)) return { ...phrase, role: "end", window: { ...base, earliest: zero, latest: none } };
  if (/^(?:starting|beginning)/.test(cue))
    return { ...phrase, role: "from", window: { ...base, earliest: zero, latest: zero } };
  if (/^(?:as from|as of|with effect|from)/.test(cue))
    return { ...phrase, role: "from", window: { ...base, earliest: zero, latest: zero } };
  if (/^(?:on|at) /.test(cue)) return { ...phrase, role: "due", window: { ...base, earliest: zero, latest: zero } };

  return { ...phrase, role: "trigger", window: { ...base, earliest: zero, latest: none } };
}

type EventPhrase = { readonly ref: EventRef; readonly end: number; readonly spans: readonly Anchor[] };

function eventAfter(passage: Passage, head: number, limit: number): EventPhrase | null {
  const start = head + (/^\s*/.exec(passage.text.slice(head))?.[0].length ?? 0);
  const end = Math.min(eventPhraseEnd(passage.text, start), limit);
  const words = passage.text.slice(start, end);
  if (end <= start || !/\p{L}{2}/u.test(words) || /^(?:which|that|this|then|it|them)$/i.test(words)) return null;

  return { ref: eventIn(passage, start, end), end, spans: anchorsOf(passage, start, end) };
}

function headOf(words: string): string {
  const core =
    words
      .replace(/^(?:the|this|that|such|an?|any|its|their)\s+/i, "")
      .split(/\s+(?:of|under|by|in|from|to|referred|provided|pursuant|is|are|has|have|was|were)\s+/i)[0] ?? "";

  return core.trim().split(/\s+/).at(-1) ?? "";
}

/** No window: nothing in the clause says when. The place where it should stand is the clause itself. */
export function noWindow(spans: readonly Anchor[]): Slot<Window> {
  return unresolved(...spans);
}

/** A duty to abstain or to keep has no last day. */
export const withoutQuantity = notApplicable("no number stands in the words");
