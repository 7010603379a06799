import type { Commitment } from "../commitment.ts";
import type { Condition, EventRef, Window } from "../event.ts";
import { type Slot, unresolved, valueOf } from "../slot.ts";
import type { ActOutline } from "./act-outline.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

export type TimeSlots = Pick<Commitment, "window" | "start" | "until" | "trigger">;

/** Which phrase of time fills which slot: completion, beginning, end of a lasting duty, event waited for. */
export function timeSlots(
  passage: Passage,
  act: ActOutline,
  phrases: readonly TimePhrase[],
  condition: Condition | null,
): TimeSlots {
  const where = anchorsOf(passage, act.span.start, act.span.end);
  const lasting = act.mode === "maintain";
  const of = (...roles: TimePhrase["role"][]): TimePhrase | undefined =>
    phrases.find((phrase) => roles.includes(phrase.role));
  const stated = (phrase: TimePhrase, window: Window): Slot<Window> => ({
    kind: "stated",
    value: window,
    spans: anchorsOf(passage, phrase.start, phrase.end),
  });
  const open = of("open") ?? immediateIn(passage, act);
  const until = of("until");
  const trigger = of("trigger");
  const end = of("end");
  const from = of("from");
  const start = of("start") ?? (lasting && end === undefined ? undefined : from) ?? lowerApart(phrases);
  const isDateLimit = until !== undefined && until.window !== null && !lasting && until.event?.event.kind === "date";
  const due =
    end ?? dueIn(phrases) ?? (isDateLimit ? until : undefined) ?? (lasting ? from : undefined) ?? trigger ?? open;
  let window: Slot<Window> = unresolved(...where);
  if (due?.window !== null && due?.window !== undefined) {
    const openEnded = open?.window?.openEnded ?? due.window.openEnded;
    window = stated(due, {
      ...due.window,
      openEnded: due === open ? due.window.openEnded : openEnded,
      after: anchored(due.window, trigger, condition),
    });
    if (due === until)
      window = {
        kind: "proposed",
        value: due.window,
        spans: anchorsOf(passage, due.start, due.end),
        rule: "until-as-last-day",
      };
  }
  const second = of("due") ?? phrases.filter((phrase) => phrase.role === "end")[1];
  const dated = stages(phrases);
  if (end === undefined && dated.length > 1)
    window = {
      kind: "ambiguous",
      alternatives: dated.map((phrase) => ({
        value: phrase.window!,
        spans: anchorsOf(passage, phrase.start, phrase.end),
      })),
      declared: "no",
    };
  if (end !== undefined && second !== undefined && second !== end && end.window !== null && second.window !== null)
    window = {
      kind: "ambiguous",
      alternatives: [end, second].map((phrase) => ({
        value: phrase.window!,
        spans: anchorsOf(passage, phrase.start, phrase.end),
      })),
      declared: "no",
    };

  return {
    window,
    start:
      start?.window === null || start?.window === undefined || start === due
        ? unresolved()
        : stated(start, start.window),
    until:
      until?.event === null || until?.event === undefined || isDateLimit
        ? unresolved()
        : { kind: "stated", value: until.event, spans: anchorsOf(passage, until.start, until.end) },
    trigger:
      trigger?.event === null || trigger?.event === undefined
        ? unresolved()
        : { kind: "stated", value: trigger.event, spans: anchorsOf(passage, trigger.start, trigger.end) },
  };
}

/** The phrase by which the act is due; "not earlier than X and not later than Y" are two ends of one window. */
function dueIn(phrases: readonly TimePhrase[]): TimePhrase | undefined {
  const all = phrases.filter((phrase) => phrase.role === "due" && phrase.window !== null);
  const [first, second] = all;
  if (first === undefined || second === undefined) return first ?? phrases.find((phrase) => phrase.role === "due");
  const isOpen = (phrase: TimePhrase): boolean => !hasLastDay(phrase.window!);
  const lower = isOpen(first) ? first : isOpen(second) ? second : undefined;
  const upper = lower === first ? second : first;
  if (lower === undefined || isOpen(upper)) return first;
  if (!isSameStart(lower.window!, upper.window!)) return upper;

  return {
    ...upper,
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end),
    window: { ...upper.window!, earliest: lower.window!.earliest, words: `${first.words} and ${second.words}` },
  };
}

/** "Within 30 days after X but not before Y": the first day is counted from another event than the last, and bounds the beginning. */
function lowerApart(phrases: readonly TimePhrase[]): TimePhrase | undefined {
  const all = phrases.filter(({ role, window }) => role === "due" && window !== null);
  const upper = all.find(({ window }) => hasLastDay(window!));

  return upper === undefined
    ? undefined
    : all.find(({ window }) => !hasLastDay(window!) && !isSameStart(window!, upper.window!));
}

function hasLastDay({ latest }: Window): boolean {
  return valueOf(latest) !== "none";
}

function isSameStart(one: Window, other: Window): boolean {
  const [a, b] = [valueOf(one.after), valueOf(other.after)];
  if (a === null || b === null) return false;
  const words = (ref: EventRef): string => ("words" in ref.event ? ref.event.words.toLowerCase() : ref.event.kind);

  return a.event.kind === b.event.kind && words(a) === words(b) && a.event.kind !== "date";
}

/** Stages on days of their own ("200 on 10 May, 200 on 20 May"): which of them is the day of the act is left open. */
function stages(phrases: readonly TimePhrase[]): readonly TimePhrase[] {
  const days = phrases.filter(
    ({ role, window, event }) =>
      role === "due" && window !== null && event?.event.kind === "date" && valueOf(window.latest) !== "none",
  );

  return days.length > 1 && new Set(days.map(({ words }) => words)).size === days.length ? days : [];
}

/** "Immediate release of …": the adjective at the head says when, and gives no last day. */
function immediateIn(passage: Passage, act: ActOutline): TimePhrase | undefined {
  if (act.head !== "nominal" && act.head !== "imperative") return undefined;
  const match = /^(?:\p{L}+ )?(?:the |an )?(?:\p{L}+ and )?(immediate|prompt)\b/iu.exec(
    passage.text.slice(act.span.start, act.span.end),
  );
  if (match === null) return undefined;
  const end = act.span.start + match[0].length;
  const start = end - (match[1] ?? "").length;
  const words = passage.text.slice(start, end);
  const spans = anchorsOf(passage, start, end);
  const window: Window = {
    after: unresolved(),
    earliest: unresolved(),
    latest: { kind: "stated", value: "none", spans },
    openEnded: "promptly",
    ordinal: false,
    words,
  };

  return { start, end, role: "open", window, event: null, words };
}

/** A length of time without an event is counted from what the clause waits for, where there is one such thing. */
function anchored(window: Window, trigger: TimePhrase | undefined, condition: Condition | null): Slot<EventRef> {
  if (window.after.kind !== "unresolved" || window.openEnded !== "no") return window.after;
  if (trigger?.event !== null && trigger?.event !== undefined)
    return { kind: "proposed", value: trigger.event, spans: window.after.spans, rule: "counted-from-trigger" };
  if (condition !== null && condition.kind === "event")
    return { kind: "proposed", value: condition.event, spans: window.after.spans, rule: "counted-from-condition" };

  return window.after;
}
