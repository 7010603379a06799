import type { DecisionRule } from "../actor.ts";
import type { Condition } from "../event.ts";
import { unresolved, valueOf } from "../slot.ts";
import type { Slot } from "../slot.ts";
import type { Frame } from "./blank.ts";
import {
  anchorsSince,
  fail,
  isNext,
  peek,
  readActors,
  readLabel,
  readName,
  stated,
  take,
  takeAfterComma,
  takeOne,
} from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readWords } from "./read-words.ts";
import { bracketsOf, eventWords } from "./event-forms.ts";
import { holes } from "./keywords.ts";
import type { HoleName } from "./keywords.ts";
import { printName } from "./print-event.ts";
import { everything } from "./read-action.ts";
import { readConsequence } from "./read-breach.ts";
import { readCondition, readDate, readEvent, readEventSlot, readInteger } from "./read-event.ts";
import { readDetermination, readVerification } from "./read-watch.ts";
import { isWindow, readWindow } from "./read-window.ts";

/** What clauses say about others than their own frame: the rules by which bodies decide. */
export type Found = { readonly rules: Map<string, Slot<DecisionRule>> };

/** One clause of a frame, written into it. `false` where none begins here or it does not read; then a slip says why. */
export function readClause(cursor: Cursor, frame: Frame, found: Found): boolean {
  const from = cursor.at;
  if (take(cursor, "ON BREACH")) {
    const consequence = readConsequence(cursor);
    if (consequence !== null) frame.onBreach = [...frame.onBreach, consequence];

    return consequence !== null;
  }
  if (take(cursor, "VERIFIED BY")) return addVerification(cursor, frame, true);
  if (take(cursor, "MAY BE VERIFIED BY")) return addVerification(cursor, frame, false);
  if (take(cursor, "DETERMINED BY")) return setDetermination(cursor, frame, found, from, true);
  if (take(cursor, "MAY BE DETERMINED BY")) return setDetermination(cursor, frame, found, from, false);
  if (take(cursor, "STARTING")) return setStart(cursor, frame, from);
  if (isWindow(cursor)) return setWindow(cursor, frame, from);
  if (take(cursor, "UPON"))
    return once(cursor, frame.trigger, "UPON") && set(readEventSlot(cursor), (slot) => (frame.trigger = slot));
  if (take(cursor, "UNTIL"))
    return once(cursor, frame.until, "UNTIL") && set(readEventSlot(cursor), (slot) => (frame.until = slot));
  if (isNext(cursor, "IF") || isNext(cursor, "PROVIDED THAT") || isNext(cursor, "UNLESS"))
    return readConditions(cursor, frame);
  if (take(cursor, "OTHERWISE")) return readElse(cursor, frame, from);
  if (take(cursor, "TOWARDS")) {
    if (!once(cursor, frame.counterparty, "TOWARDS")) return false;

    return set(readActors(cursor, "other"), (names) => (frame.counterparty = stated(cursor, names, from)), cursor);
  }
  if (take(cursor, "WITH CONSENT OF")) {
    if (!once(cursor, frame.needsConsentOf, "WITH CONSENT OF")) return false;

    return set(readActors(cursor, "other"), (names) => (frame.needsConsentOf = stated(cursor, names, from)), cursor);
  }
  if (take(cursor, "UNRESOLVED")) return readHoles(cursor, frame, from);

  return readRest(cursor, frame, from);
}

function readRest(cursor: Cursor, frame: Frame, from: number): boolean {
  const undo = takeOne(cursor, [
    { says: "IRREVOCABLE", value: "irrevocable" },
    { says: "COSTLY TO UNDO", value: "costly" },
    { says: "REVERSIBLE", value: "reversible" },
  ] as const);
  if (undo !== null) {
    frame.reversible = stated(cursor, undo.value, from);

    return takeAfterComma(cursor, "VALUE")
      ? set(readInteger(cursor), (value) => (frame.value = value), cursor, ["a whole number"])
      : true;
  }
  if (take(cursor, "COUNTED AS")) {
    const words = readWords(cursor);
    if (words === null) return fail(cursor, ["words", "<words>"]) !== null;
    const quantity = valueOf(frame.quantity) ?? everything;
    frame.quantity = stated(cursor, { ...quantity, countedAs: stated(cursor, words, from) }, from);

    return takeAfterComma(cursor, "BASELINE") ? setBaseline(cursor, frame, cursor.at - 1) : true;
  }
  if (take(cursor, "BASELINE")) return setBaseline(cursor, frame, from);
  if (take(cursor, "DONE MEANS"))
    return set(readWords(cursor), (words) => (frame.criterion = stated(cursor, words, from)), cursor, [
      "words",
      "<words>",
    ]);
  if (take(cursor, "OVERRIDES")) return readOverrides(cursor, frame);
  if (take(cursor, "SURVIVES TERMINATION")) {
    frame.survivesTermination = true;

    return true;
  }

  return false;
}

function set<Value>(
  value: Value | null,
  write: (value: Value) => void,
  cursor: Cursor | null = null,
  allowed: readonly string[] = ["the name of an actor"],
): boolean {
  if (value !== null) write(value);
  else if (cursor !== null) fail(cursor, allowed);

  return value !== null;
}

/** A clause that stands once in a frame: a second one is a slip, the first stays. */
function once(cursor: Cursor, slot: Slot<unknown>, words: string): boolean {
  return !isFilled(slot) || fail(cursor, [`${words} only once in a sentence`]) !== null;
}

function isFilled({ kind }: Slot<unknown>): boolean {
  return kind === "stated" || kind === "ambiguous";
}

function addVerification(cursor: Cursor, frame: Frame, bound: boolean): boolean {
  const verification = readVerification(cursor, bound, valueOf(frame.bearer) ?? []);
  if (verification !== null) frame.verification = [...frame.verification, verification];

  return verification !== null;
}

function setDetermination(cursor: Cursor, frame: Frame, found: Found, from: number, bound: boolean): boolean {
  if (!once(cursor, frame.determination, "DETERMINED BY")) return false;
  const read = readDetermination(cursor, bound);
  if (read === null) return false;
  const [body] = read.determination.by;
  frame.determination = stated(cursor, read.determination, from);
  if (read.rule !== null && body !== undefined && !found.rules.has(body)) found.rules.set(body, read.rule);

  return true;
}

function setWindow(cursor: Cursor, frame: Frame, from: number): boolean {
  const isSecond = isNext(cursor, "NOT BEFORE") && isFilled(frame.window) && !isFilled(frame.start);
  if (!isSecond && !once(cursor, frame.window, "a time")) return false;
  const window = readWindow(cursor);
  if (window === null) return false;
  if (isSecond) frame.start = stated(cursor, window, from);
  else frame.window = stated(cursor, window, from);

  return true;
}

function setStart(cursor: Cursor, frame: Frame, from: number): boolean {
  if (!once(cursor, frame.start, "STARTING")) return false;
  const window = readWindow(cursor);
  if (window !== null) frame.start = stated(cursor, window, from);

  return window !== null;
}

function readConditions(cursor: Cursor, frame: Frame): boolean {
  const from = cursor.at;
  const isException = take(cursor, "UNLESS");
  if (!isException && !take(cursor, "IF")) take(cursor, "PROVIDED THAT");
  const read = readCondition(cursor);
  if (read === null) return false;
  const condition: Condition = isException ? { kind: "not", of: read } : read;
  const known = valueOf(frame.condition);
  frame.condition = stated(cursor, known === null ? condition : both(known, condition), from);
  const otherwise = cursor.at;

  return takeAfterComma(cursor, "OTHERWISE") ? readElse(cursor, frame, otherwise) : true;
}

function both(one: Condition, other: Condition): Condition {
  return { kind: "and", of: one.kind === "and" ? [...one.of, other] : [one, other] };
}

/** `OTHERWISE [4.9]`: what holds then, by label; `OTHERWISE NOTHING`. */
function readElse(cursor: Cursor, frame: Frame, from: number): boolean {
  if (!once(cursor, frame.elseBranch, "OTHERWISE")) return false;
  if (take(cursor, "NOTHING")) {
    frame.elseBranch = stated(cursor, "nothing", from);

    return true;
  }
  const event = readEvent(cursor, "condition");
  if (event === null) return false;
  const plain = event.event.kind === "fact" || event.event.kind === "provision" || event.event.kind === "act";
  const words = plain ? eventWords(event.event) : bracketsOf(event.event, printName).replace(/^\[|\]$/g, "");
  frame.elseBranch = stated(cursor, words, from);

  return true;
}

function setBaseline(cursor: Cursor, frame: Frame, from: number): boolean {
  const name = readName(cursor);
  if (name === null) return fail(cursor, ["<a name>"]) !== null;
  const date = isNext(cursor, "ON") && peek(cursor, 1).kind === "date";
  if (date) cursor.at += 1;
  const on = date ? readDate(cursor) : null;
  const words = on === null ? name.text : `${name.text} on ${on.on}`;
  const quantity = valueOf(frame.quantity) ?? everything;
  frame.quantity = stated(cursor, { ...quantity, baseline: stated(cursor, words, from) }, from);

  return true;
}

function readOverrides(cursor: Cursor, frame: Frame): boolean {
  const first = readLabel(cursor);
  if (first === null) return fail(cursor, ["[label]"]) !== null;
  const labels = [first];
  for (let next: string | null = first; next !== null && labels.length < 64;) {
    const ahead = peek(cursor).kind === "comma" || isNext(cursor, "AND") ? 1 : 0;
    if (peek(cursor, ahead).kind !== "reference" || (peek(cursor, ahead).opensLine && ahead === 0)) break;
    cursor.at += ahead;
    next = readLabel(cursor);
    if (next !== null) labels.push(next);
  }
  frame.overrides = [...frame.overrides, ...labels];

  return true;
}

/** `UNRESOLVED TOWARDS, WINDOW`: slots that stay open in sight. */
function readHoles(cursor: Cursor, frame: Frame, from: number): boolean {
  const rows = holes.map((says) => ({ says }));
  let row = takeOne(cursor, rows);
  if (row === null) return fail(cursor, holes) !== null;
  while (row !== null) {
    open(frame, row.says, unresolved(...anchorsSince(cursor, from)));
    const isMore: boolean = peek(cursor).kind === "comma" && rows.some(({ says }) => isNext(cursor, says, 1));
    const after: number = cursor.at;
    if (!isMore) break;
    cursor.at += 1;
    row = opensClause(cursor) ? null : takeOne(cursor, rows);
    if (row === null) cursor.at = after;
  }

  return true;
}

/** After a comma `TOWARDS BLAND` is a clause of its own, `TOWARDS` at the end or before a comma one more hole. */
function opensClause(cursor: Cursor): boolean {
  const row = holes.find((says) => isNext(cursor, says));
  const length = row?.split(" ").length ?? 0;
  const next = peek(cursor, length);

  return !["stop", "comma", "end", "open"].includes(next.kind) && !next.opensLine;
}

function open(frame: Frame, name: HoleName, hole: ReturnType<typeof unresolved>): void {
  switch (name) {
    case "BEARER":
      frame.bearer = hole;
      return;
    case "TOWARDS":
      frame.counterparty = hole;
      return;
    case "WINDOW":
      frame.window = hole;
      return;
    case "START":
      frame.start = hole;
      return;
    case "UNTIL":
      frame.until = hole;
      return;
    case "TRIGGER":
      frame.trigger = hole;
      return;
    case "CONDITION":
      frame.condition = hole;
      return;
    case "OTHERWISE":
      frame.elseBranch = hole;
      return;
    case "CONSENT":
      frame.needsConsentOf = hole;
      return;
    case "DETERMINED":
      frame.determination = hole;
      return;
    case "CRITERION":
      frame.criterion = hole;
      return;
    case "QUANTITY":
      frame.quantity = hole;
      return;
    case "PLACE":
      frame.action = { ...frame.action, place: hole };
      return;
    case "LIABILITY":
      frame.liability = hole;
      return;
    case "MODALITY":
      frame.modality = hole;
      return;
    case "REVERSIBLE":
      frame.reversible = hole;
      return;
    case "VERIFIED":
    case "ON BREACH":
      return;
  }
}
