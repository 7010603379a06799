import type { Duration, EventRef } from "../event.ts";
import { type Slot, unresolved } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { isoDay, type WrittenDate } from "./dates.ts";
import { atOnce } from "./durations.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

/** A date with its offsets moved. */
export function shifted(date: WrittenDate, by: number): WrittenDate {
  return { ...date, start: date.start + by, end: date.end + by };
}

const beforeDate =
  /(?:(?<verb>start|starting|begin|beginning|commence|commencing|end|ending|complete|completed|finish|finished|finali[sz]ed|concluded)[ ,]+)?(?<cue>(?:by |at )?(?:no|not) later than|on or before|not before|no earlier than|not earlier than|not beyond|up to|by|before|until|till|from|as of|as from|with effect from|effective(?: from)?|starting(?: from| on)?|beginning(?: on)?|commencing(?: on)?|since|on|at|не позднее|не пізніше|до|к|au plus tard le|d['’]ici (?:le|au)|avant le|с|з|à partir du|à compter du)(?: (?:the|midnight of|midnight on|noon on))*\s*$/iu;

/** A date with the words before it that say what it is for; a bare date ("the memorandum of 19 May") is none. */
export function datePhrase(passage: Passage, date: WrittenDate, low: number, high: number): TimePhrase | null {
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
export function isPastForm(word: string): boolean {
  const form = word.toLowerCase();
  const verb = verbOf(form);
  if (verb !== null && verb.base !== form && !/(?:s|ing)$/.test(form)) return true;

  return /ed$/.test(form) || /^(?:held|made|taken|given|drawn|begun|done|known|set|laid)$/.test(form);
}
