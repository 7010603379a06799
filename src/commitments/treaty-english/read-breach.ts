import type { Consequence } from "../commitment.ts";
import { consequenceKind, consequenceKinds, usualCost } from "../consequence-kind.ts";
import type { EventRef } from "../event.ts";
import { unresolved, valueOf } from "../slot.ts";
import { blankConsequence } from "./blank.ts";
import { anchorsSince, fail, isNext, readActor, readActors, stated, take, takeAfterComma, takeOne } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readWords } from "./read-words.ts";
import { modals } from "./keywords.ts";
import { printCondition } from "./print-event.ts";
import { readAction } from "./read-action.ts";
import { readCondition, readDuration, readEvent, readEventSlot, readInteger } from "./read-event.ts";

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** After `ON BREACH`: who answers, how, against whom, by when, and what can stop it. */
export function readConsequence(cursor: Cursor): Consequence | null {
  const from = cursor.at - 2;
  const found: Writable<Consequence> = { ...blankConsequence(cursor.label) };
  if (!readResponder(cursor, found)) return null;
  const act = readAct(cursor, found);
  if (act === null) return null;
  found.kind = consequenceKind(act.verb, act.object);
  found.says = act.says;
  found.cost = { kind: "proposed", value: usualCost(found.kind), spans: [], rule: "cost-by-kind" };
  for (;;) {
    const before = cursor.at;
    if (!readPart(cursor, found)) return null;
    if (cursor.at === before) break;
  }
  found.spans = anchorsSince(cursor, from);

  return found;
}

function readResponder(cursor: Cursor, found: Writable<Consequence>): boolean {
  const from = cursor.at;
  if (take(cursor, "AUTOMATICALLY")) found.by = stated(cursor, "automatic", from);
  else if (take(cursor, "?BEARER")) found.by = unresolved(...anchorsSince(cursor, from));
  else {
    const by = readActors(cursor, "responder");
    if (by === null) return fail(cursor, ["the name of an actor", "AUTOMATICALLY", "?BEARER"]) !== null;
    found.by = stated(cursor, by, from);
  }

  return true;
}

/** Modal and act. A `SHALL NOT` answers by leaving something undone. */
function readAct(
  cursor: Cursor,
  found: Writable<Consequence>,
): { readonly verb: string; readonly object: string; readonly says: string } | null {
  const isAutomatic = valueOf(found.by) === "automatic";
  const modal = takeOne(cursor, modals);
  if (modal === null && !isAutomatic) return fail(cursor, ["SHALL", "MAY"]);
  found.bound = modal === null || modal.strength === "shall";
  const read = readAction(cursor);
  if (read === null) return null;
  const { verb, object } = read.action;
  const quantity = valueOf(read.quantity);
  const amount =
    quantity === null ? "" : `${quantity.bound.replace("-", " ")} ${quantity.value} ${quantity.unit ?? ""}`;
  const words = [verb, object, valueOf(read.action.place) ?? "", amount.trim()].filter((part) => part !== "").join(" ");

  return { verb, object, says: modal?.modality === "prohibition" ? `not ${words}` : words };
}

function readPart(cursor: Cursor, found: Writable<Consequence>): boolean {
  const from = cursor.at;
  if (takeAfterComma(cursor, "AGAINST")) {
    const names = readActors(cursor, "other");
    if (names === null) return fail(cursor, ["the name of an actor"]) !== null;
    found.addressee = stated(cursor, names, from);
  } else if (isNext(cursor, "WITHIN") || isNext(cursor, "NO LATER THAN")) {
    cursor.at += isNext(cursor, "WITHIN") ? 1 : 3;
    const within = readDuration(cursor);
    if (within === null) return fail(cursor, ["n DAYS"]) !== null;
    found.within = stated(cursor, within, from);
  } else if (isNext(cursor, "AFTER") || isNext(cursor, "OF")) {
    cursor.at += 1;

    return readRequired(cursor, found);
  } else if (isNext(cursor, "WITH CONSENT OF") || isNext(cursor, "WITHOUT CONSENT OF")) {
    return readConsent(cursor, found);
  } else if (isNext(cursor, "UNLESS")) {
    take(cursor, "UNLESS");

    return readUnless(cursor, found, from);
  } else if (isNext(cursor, "UNTIL")) {
    take(cursor, "UNTIL");
    const until = readEventSlot(cursor);
    if (until === null) return false;
    found.until = until;
  } else if (take(cursor, "AS")) {
    const kind = readKind(cursor);
    if (kind === null) return false;
    found.kind = kind;
    found.cost = { kind: "proposed", value: usualCost(kind), spans: [], rule: "cost-by-kind" };
  } else if (takeAfterComma(cursor, "COST")) {
    const cost = readInteger(cursor);
    if (cost === null) return fail(cursor, ["a whole number"]) !== null;
    found.cost = stated(cursor, cost, from);
  } else if (takeAfterComma(cursor, "REINSTATED BY")) {
    const how = takeOne(cursor, [{ says: "DEFAULT" }, { says: "DECISION" }]);
    if (how === null) return fail(cursor, ["DEFAULT", "DECISION"]) !== null;
    found.reinstatement = how.says === "DEFAULT" ? "default" : "needs-decision";
  }

  return true;
}

/** The kind of answer, where the verb alone would be taken for another: `AS use of force`. */
function readKind(cursor: Cursor): Consequence["kind"] | null {
  const words = readWords(cursor)?.toLowerCase().replaceAll(" ", "-");
  const kind = consequenceKinds.find((one) => one === words);

  return (
    kind ??
    fail(
      cursor,
      consequenceKinds.map((one) => one.replaceAll("-", " ")),
    )
  );
}

/** What must have happened before the answer is due. */
function readRequired(cursor: Cursor, found: Writable<Consequence>): boolean {
  const required: EventRef[] = [];
  do {
    const event = readEvent(cursor, "condition");
    if (event === null) return false;
    required.push(event);
  } while (required.length < 16 && take(cursor, "AND"));
  found.requires = [...found.requires, ...required];

  return true;
}

function readConsent(cursor: Cursor, found: Writable<Consequence>): boolean {
  const from = cursor.at;
  const isAsked = take(cursor, "WITH CONSENT OF");
  if (!isAsked) take(cursor, "WITHOUT CONSENT OF");
  const names = take(cursor, "ANYBODY") ? [] : readActors(cursor, "other");
  if (names === null) return fail(cursor, ["the name of an actor"]) !== null;
  found.needsConsentOf = stated(cursor, isAsked ? names : [], from);

  return true;
}

/** `UNLESS <Joint Commission> decides otherwise`, or a condition, kept in its Treaty English form. */
function readUnless(cursor: Cursor, found: Writable<Consequence>, from: number): boolean {
  const start = cursor.at;
  const mentioned = cursor.mentions.length;
  const name = readActor(cursor, "other");
  if (name !== null && take(cursor, "decides otherwise")) {
    found.unless = stated(cursor, name, from);

    return true;
  }
  cursor.at = start;
  cursor.mentions.length = mentioned;
  const condition = readCondition(cursor);
  if (condition === null) return false;
  const words = printCondition(condition);
  found.unless = stated(cursor, isConditionForm(words) ? words : `(${words})`, from);

  return true;
}

/** Whether the words of an `unless` are a condition, not the name of an actor. */
export function isConditionForm(words: string): boolean {
  return /^(?:\[|\(|NOT )/.test(words);
}
