import type { Duration, EventRef } from "../event.ts";
import { type Anchor, type Slot, unresolved } from "../slot.ts";
import { isPastForm } from "./date-phrases.ts";
import { atOnce } from "./durations.ts";
import { eventIn, eventPhraseEnd } from "./event-words.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

const noEvent =
  /^(?:the |this |that |its |their |an? )?(?:basis|request of|behalf|account|ground|one hand|other hand|part|matter|following|consultation|terms|contrary|means|virtue|way|time|law|laws|agreement (?:between|by|of|with)|Parties|Party|authorit|government)/i;

const actNoun =
  /(?:al|ment|tion|sion|ance|ence|ing|ure|ification)s?$|^(?:release|return|exchange|ceasefire|cease-fire|election|elections|referendum|handover|transfer|report|reports|request|notice|effect|force|start|end|beginning|entry|ban|truce|talks|withdrawals?|receipt|signature|breach|date|day|removal|approval|period|phase|stage|deposit|award|vote|visit|incident|transition|fulfil?ment|completion)$/i;

/** "upon E", "after E", "until E", "starting on E": an event without a length of time. */
export function eventCue(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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
  const opensClause = /^(?:once|until|till|after|before|not before|immediately after|as of|as soon as)$/.test(cue);
  if (!isAct && !(isClause && opensClause)) return null;
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
  if (/^not before|earlier|sooner/.test(cue))
    return { ...phrase, role: "due", window: { ...base, earliest: zero, latest: none } };
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

/** An event as words name it, with its place. */
export type EventPhrase = { readonly ref: EventRef; readonly end: number; readonly spans: readonly Anchor[] };

/** The event that the words from `head` name, `null` where they name none. */
export function eventAfter(passage: Passage, head: number, limit: number): EventPhrase | null {
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
