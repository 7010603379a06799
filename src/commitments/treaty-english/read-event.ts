import type { Condition, Duration, EventName, EventRef, Point } from "../event.ts";
import type { Slot } from "../slot.ts";
import { anchorsSince, fail, isKeyword, isNext, mention, peek, readName, stated, take, takeKind } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readWords } from "./read-words.ts";
import { eventOfBrackets, eventWords, openPoint, usualPoint } from "./event-forms.ts";
import { points, units } from "./keywords.ts";

/** Nested parentheses of a condition past which it is not read. */
const deepest = 64;
const eventForms = ["[label]", "[fact]", "<name>", "SIGNATURE", "ENTRY INTO FORCE", "a date"];

/**
 * An event with its point: `COMPLETION OF [4.1]`. A time that is counted from an act with extent, and names no point,
 * is ambiguous; inside a condition an event has simply happened.
 */
export function readEvent(cursor: Cursor, use: "clock" | "condition"): EventRef | null {
  const from = cursor.at;
  const point = readPoint(cursor);
  const event = readEventName(cursor);
  if (event === null) return null;
  if (point !== null) return { event, point };
  const spans = anchorsSince(cursor, from);

  return { event, point: usualPoint(event, use, spans) };
}

/** `START OF`, `START OR COMPLETION OF`, `?POINT`, `UNKNOWN POINT OF`; `null` where none stands. */
function readPoint(cursor: Cursor): Slot<Point> | null {
  const from = cursor.at;
  if (take(cursor, "?POINT")) {
    take(cursor, "OF");

    return openPoint(anchorsSince(cursor, from));
  }
  if (take(cursor, "UNKNOWN POINT OF")) return { kind: "unresolved", spans: anchorsSince(cursor, from) };
  const named: Point[] = [];
  for (;;) {
    const row = points.find(({ says }) => isNext(cursor, `${says} OF`) || isNext(cursor, `${says} OR`));
    if (row === undefined) break;
    take(cursor, row.says);
    named.push(row.point);
    if (take(cursor, "OR")) continue;
    take(cursor, "OF");
    const spans = anchorsSince(cursor, from);
    const [first] = named;
    if (named.length === 1 && first !== undefined) return { kind: "stated", value: first, spans };

    return { kind: "ambiguous", alternatives: named.map((value) => ({ value, spans })), declared: "no" };
  }
  cursor.at = from;

  return null;
}

function readEventName(cursor: Cursor): EventName | null {
  const token = peek(cursor);
  if (take(cursor, "SIGNATURE")) return { kind: "signature" };
  if (take(cursor, "ENTRY INTO FORCE")) return { kind: "entry-into-force" };
  const date = readDate(cursor);
  if (date !== null) return date;
  if (token.kind === "date") return fail(cursor, ["a day that the calendar has"]);
  const bracket = takeKind(cursor, "reference") ?? takeKind(cursor, "number");
  if (bracket !== null) {
    const event = eventOfBrackets(
      bracket.text,
      (label) => cursor.options.provisionIds?.(label) ?? null,
      cursor.options.actorOf,
    );
    if (event.kind === "provision") mention(cursor, { kind: "provision", name: event.label, as: "other" }, token);
    if (event.kind === "act")
      mention(cursor, { kind: "provision", name: event.commitment.replace(/\/\d+$/, ""), as: "other" }, token);

    return event;
  }
  const name = readName(cursor);
  if (name !== null) return { kind: "fact", words: name.text };
  const words = isKeyword(cursor) ? null : readWords(cursor);

  return words === null ? fail(cursor, eventForms) : { kind: "fact", words };
}

/** `2026-03-01`, `2026-03-01 12:00`, `2026-03-01 AT <noon> ZONE <Kyiv time>`. */
export function readDate(cursor: Cursor): Extract<EventName, { kind: "date" }> | null {
  const token = peek(cursor);
  if (token.kind !== "date" || !isDay(token.text)) return null;
  cursor.at += 1;
  let hour = takeKind(cursor, "time")?.text ?? null;
  if (hour === null && isNext(cursor, "AT") && ["time", "name"].includes(peek(cursor, 1).kind)) {
    cursor.at += 1;
    hour = (takeKind(cursor, "time") ?? takeKind(cursor, "name"))?.text ?? null;
  }
  const zone = take(cursor, "ZONE") ? (readName(cursor)?.text ?? null) : null;

  return { kind: "date", on: token.text, hour, zone };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(words: string): boolean {
  const [year = 0, month = 0, day = 0] = words.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);

  return day >= 1 && day <= length;
}

/** `30 DAYS`, `14 WORKING DAYS IN <the calendar of Q>`, `12 HOURS`; a number alone does not do. */
export function readDuration(cursor: Cursor): Duration | null {
  const from = cursor.at;
  const amount = readInteger(cursor);
  const unit = amount === null ? undefined : units.find(({ says }) => take(cursor, says));
  if (amount === null || unit === undefined) {
    cursor.at = from;

    return null;
  }

  return { amount, unit: unit.unit, calendar: readCalendar(cursor, unit.unit) };
}

/** The calendar that names the holidays of working days, where it is named. */
export function readCalendar(cursor: Cursor, unit: Duration["unit"]): string | null {
  return unit === "working-days" && take(cursor, "IN") ? (readName(cursor)?.text ?? null) : null;
}

export function readInteger(cursor: Cursor): number | null {
  const token = peek(cursor);
  if (token.kind !== "number" || !/^\d{1,9}$/.test(token.text)) return null;
  cursor.at += 1;

  return Number(token.text);
}

/** Terms with AND, OR and NOT; AND binds closer. At most 64 parentheses deep. */
export function readCondition(cursor: Cursor, depth = 0): Condition | null {
  return readChain(cursor, "OR", () => readChain(cursor, "AND", () => readTerm(cursor, depth)));
}

function readChain(cursor: Cursor, word: "AND" | "OR", readPart: () => Condition | null): Condition | null {
  const first = readPart();
  if (first === null) return null;
  const parts = [first];
  while (take(cursor, word)) {
    const next = readPart();
    if (next === null) return null;
    parts.push(next);
  }

  return parts.length === 1 ? first : { kind: word === "AND" ? "and" : "or", of: parts };
}

function readTerm(cursor: Cursor, depth: number): Condition | null {
  if (take(cursor, "NOT")) {
    const of = readAtom(cursor, depth);

    return of === null ? null : { kind: "not", of };
  }

  return readAtom(cursor, depth);
}

function readAtom(cursor: Cursor, depth: number): Condition | null {
  if (peek(cursor).kind !== "open") {
    const event = readEvent(cursor, "condition");

    return event === null ? null : { kind: "event", event, words: eventWords(event.event) };
  }
  if (depth >= deepest) return fail(cursor, [`no more than ${deepest} parentheses inside each other`]);
  cursor.at += 1;
  const inside = readCondition(cursor, depth + 1);
  if (inside === null) return null;

  return takeKind(cursor, "close") === null ? fail(cursor, [")", "AND", "OR"]) : inside;
}

/** Who has to have done what, as a slot: used for triggers and ends. */
export function readEventSlot(cursor: Cursor, allowed: readonly string[] = eventForms): Slot<EventRef> | null {
  const from = cursor.at;
  if (peek(cursor).kind === "end") return fail(cursor, allowed);
  const event = readEvent(cursor, "clock");

  return event === null ? null : stated(cursor, event, from);
}
