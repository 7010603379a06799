import type { Duration, Window } from "../event.ts";
import { type Anchor, type Slot, unresolved } from "../slot.ts";
import { atOnce, durationOf } from "./durations.ts";
import { eventAfter, type EventPhrase } from "./event-phrases.ts";
import { numberOf } from "./numbers.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

/** "day N of E", "the Nth day after E": whether day 1 is the day itself or the next is left open. */
export function ordinalDay(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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

/** "within N days of E", "no later than N days before E". */
export function within(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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

/** "N days after E": neither earlier nor later. */
export function exactly(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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
export function between(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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

/** "not earlier than N days after E". */
export function notBefore(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
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
