import type { Actor, ActorKind, Body, Silence } from "../actor.ts";
import type { Guarantee, Power } from "../commitment.ts";
import type { Term } from "../reading.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { Slot } from "../slot.ts";
import {
  anchorsSince,
  fail,
  isNext,
  peek,
  readActor,
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
import { actorNamed, actorKinds } from "../actor.ts";
import { powerWords, rules, silences } from "./keywords.ts";
import { readConsequence } from "./read-breach.ts";
import { readCondition, readDuration, readEventSlot, readInteger } from "./read-event.ts";
import { readLength } from "./read-window.ts";

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

export function readActorDeclaration(cursor: Cursor): Actor | null {
  const from = cursor.at;
  const id = readActor(cursor, "declared");
  if (id === null) return fail(cursor, ["the name of an actor"]);
  const kind = take(cursor, "IS") ? readKind(cursor) : fail(cursor, ["IS"]);
  if (kind === null) return null;
  let memberOf: readonly string[] = [];
  let alliedWith: readonly string[] = [];
  let trustRoot = false;
  for (;;) {
    if (takeAfterComma(cursor, "MEMBER OF")) memberOf = readActors(cursor, "other") ?? fail(cursor, ["names"]) ?? [];
    else if (takeAfterComma(cursor, "ALLIED WITH"))
      alliedWith = readActors(cursor, "other") ?? fail(cursor, ["names"]) ?? [];
    else if (takeAfterComma(cursor, "TRUST ROOT")) trustRoot = true;
    else break;
  }

  return { ...actorNamed(id, kind, anchorsSince(cursor, from)), memberOf, alliedWith, trustRoot };
}

function readKind(cursor: Cursor): ActorKind | null {
  const from = cursor.at;
  const words = readWords(cursor);
  const kind = actorKinds.find((one) => one.replaceAll("-", " ") === words?.toLowerCase().replaceAll("-", " "));
  if (kind !== undefined) return kind;
  cursor.at = from;

  return fail(cursor, actorKinds);
}

/** After `BODY`: members with their votes, how it decides, and what brings it into being. */
export function readBody(cursor: Cursor): { readonly body: Body; readonly spans: Actor["spans"] } | null {
  const from = cursor.at;
  const id = readActor(cursor, "declared");
  if (id === null) return fail(cursor, ["the name of a body"]);
  const body: Writable<Body> = { ...bodyNamed(id) };
  if (take(cursor, "OF")) body.members = readMembers(cursor);
  for (;;) {
    const before = cursor.at;
    if (!readBodyPart(cursor, body)) return null;
    if (cursor.at === before) break;
  }

  return { body, spans: anchorsSince(cursor, from) };
}

export function bodyNamed(id: string): Body {
  return {
    id,
    members: [],
    rule: unresolved(),
    threshold: unresolved(),
    quorum: unresolved(),
    tie: unresolved(),
    decidesWithin: unresolved(),
    extension: unresolved(),
    onSilence: unresolved(),
    createdBy: unresolved(),
    mandate: unresolved(),
    staffedBy: unresolved(),
    paidBy: unresolved(),
    startsOn: unresolved(),
    suspensionPlan: unresolved(),
  };
}

function readMembers(cursor: Cursor): Body["members"] {
  const members: { readonly actor: string; readonly weight: number; readonly votesAs: null }[] = [];
  do {
    const actor = readActor(cursor, "member");
    if (actor === null) {
      fail(cursor, ["the name of a member"]);
      break;
    }
    const weight = take(cursor, "WEIGHT") ? (readInteger(cursor) ?? 1) : 1;
    members.push({ actor, weight, votesAs: null });
  } while (members.length < 256 && takeNextMember(cursor));

  return members;
}

function takeNextMember(cursor: Cursor): boolean {
  const from = cursor.at;
  const isJoined = peek(cursor).kind === "comma" || isNext(cursor, "AND");
  if (!isJoined) return false;
  cursor.at += 1;
  const name = cursor.at;
  const mentioned = cursor.mentions.length;
  const isName = readName(cursor) !== null;
  cursor.mentions.length = mentioned;
  cursor.at = isName ? name : from;

  return isName;
}

/** One part of a body's declaration; leaves the cursor where none follows. `false` where one begins and does not read. */
function readBodyPart(cursor: Cursor, body: Writable<Body>): boolean {
  if (peek(cursor).kind === "comma" && peek(cursor, 1).kind === "word") cursor.at += 1;
  const from = cursor.at;
  if (take(cursor, "DECIDES BY")) {
    const row = takeOne(cursor, rules);
    if (row === null)
      return no(
        cursor,
        rules.map(({ says }) => says),
      );
    body.rule = stated(cursor, row.rule, from);
  } else if (take(cursor, "THRESHOLD"))
    return fill(cursor, readInteger(cursor), from, (slot) => (body.threshold = slot), ["n"]);
  else if (take(cursor, "QUORUM"))
    return fill(cursor, readInteger(cursor), from, (slot) => (body.quorum = slot), ["n"]);
  else if (isNext(cursor, "WITHIN"))
    return fill(cursor, readLength(cursor), from, (slot) => (body.decidesWithin = slot));
  else if (take(cursor, "EXTENDED BY"))
    return fill(cursor, readDuration(cursor), from, (slot) => (body.extension = slot), ["n DAYS"]);
  else if (take(cursor, "ON A TIE"))
    return fill(cursor, readWords(cursor), from, (slot) => (body.tie = slot), ["words"]);
  else if (take(cursor, "ON SILENCE"))
    return fill(cursor, readSilence(cursor), from, (slot) => (body.onSilence = slot), silences);
  else if (take(cursor, "CREATED BY"))
    return fill(cursor, readLabel(cursor), from, (slot) => (body.createdBy = slot), ["[label]"]);
  else if (take(cursor, "MANDATED BY"))
    return fill(cursor, readLabel(cursor), from, (slot) => (body.mandate = slot), ["[label]"]);
  else if (take(cursor, "STAFFED BY"))
    return fill(cursor, readActors(cursor, "other"), from, (slot) => (body.staffedBy = slot), ["names"]);
  else if (take(cursor, "PAID BY"))
    return fill(cursor, readActors(cursor, "other"), from, (slot) => (body.paidBy = slot), ["names"]);
  else if (take(cursor, "STARTS ON")) {
    const event = readEventSlot(cursor);
    if (event === null) return false;
    body.startsOn = event;
  } else if (take(cursor, "IF IT LEAVES"))
    return fill(cursor, readWords(cursor), from, (slot) => (body.suspensionPlan = slot), ["words", "<words>"]);

  return true;
}

function readSilence(cursor: Cursor): Silence | null {
  const row = takeOne(
    cursor,
    silences.map((says) => ({ says })),
  );
  if (row === null) return null;
  if (row.says === "nothing") return "nothing";

  return row.says === "deemed breach" ? "deemed-adopted" : "deemed-rejected";
}

function fill<Value>(
  cursor: Cursor,
  value: Value | null,
  from: number,
  write: (slot: Slot<Value>) => void,
  allowed: readonly string[] = [],
): boolean {
  if (value !== null) write(stated(cursor, value, from));
  else if (allowed.length > 0) fail(cursor, allowed);

  return value !== null;
}

function no(cursor: Cursor, allowed: readonly string[]): boolean {
  fail(cursor, allowed);

  return false;
}

/** After `GUARANTEE BY`: what is covered, on which trigger, with which act. A guarantee answers a breach if nothing else is said. */
export function readGuarantee(cursor: Cursor, id: string): Guarantee | null {
  const from = cursor.at;
  const isOpen = take(cursor, "?BEARER");
  const names = isOpen ? [] : readActors(cursor, "guarantor");
  if (names === null) return fail(cursor, ["the name of a guarantor", "?BEARER"]);
  const found: Writable<Guarantee> = {
    id,
    provision: cursor.options.provisionIds?.(cursor.label) ?? "",
    label: cursor.label,
    spans: [],
    requires: {},
    guarantor: isOpen ? unresolved(...anchorsSince(cursor, from)) : stated(cursor, names, from),
    covers: unresolved(),
    trigger: unresolved(),
    effect: unresolved(),
    cost: unresolved(),
    bound: true,
    expires: notApplicable("no end is named"),
    optOuts: [],
  };
  const covered = cursor.at;
  if (!take(cursor, "COVERS")) return fail(cursor, ["COVERS"]);
  const covers = take(cursor, "UNRESOLVED") ? null : (readCovered(cursor) ?? fail(cursor, ["[label]", "ALL"]));
  if (covers !== null) found.covers = stated(cursor, covers, covered);
  for (;;) {
    const at = cursor.at;
    if (takeAfterComma(cursor, "TRIGGERED BY")) {
      const trigger = readEventSlot(cursor);
      if (trigger === null) return null;
      found.trigger = trigger;
    } else if (takeAfterComma(cursor, "UNTIL")) {
      const expires = readEventSlot(cursor);
      if (expires === null) return null;
      found.expires = expires;
    } else if (takeAfterComma(cursor, "COST")) {
      const cost = readInteger(cursor);
      if (cost === null) return fail(cursor, ["a whole number"]);
      found.cost = stated(cursor, cost, at);
    } else if (takeAfterStop(cursor, "ON BREACH")) {
      const effect = readConsequence(cursor);
      if (effect === null) return null;
      found.effect = stated(cursor, effect, at);
      found.bound = effect.bound;
      if (found.trigger.kind === "unresolved") found.trigger = stated(cursor, breach, at);
    } else break;
  }
  found.spans = anchorsSince(cursor, from);

  return found;
}

/** Any breach of what is covered. */
export const breach = {
  event: { kind: "breach", by: null, words: "breach" },
  point: { kind: "stated", value: "occurrence", spans: [] },
} as const;

function takeAfterStop(cursor: Cursor, phrase: string): boolean {
  const ahead = peek(cursor).kind === "comma" || peek(cursor).kind === "stop" ? 1 : 0;
  if (!isNext(cursor, phrase, ahead)) return false;
  cursor.at += ahead;

  return take(cursor, phrase);
}

function readCovered(cursor: Cursor): readonly string[] | "all" | null {
  if (take(cursor, "ALL")) return "all";
  const first = readLabel(cursor);
  if (first === null) return null;
  const labels = [first];
  for (;;) {
    const ahead = peek(cursor).kind === "comma" || isNext(cursor, "AND") ? 1 : 0;
    const next = peek(cursor, ahead);
    if (next.kind !== "reference" || (ahead === 0 && next.opensLine) || labels.length >= 256) break;
    cursor.at += ahead;
    labels.push(readLabel(cursor) ?? next.text);
  }

  return labels;
}

/** After `POWER OF`: who may do what to which norms, on which condition and with how much notice. */
export function readPower(cursor: Cursor, id: string): Power | null {
  const from = cursor.at;
  const isOpen = take(cursor, "?BEARER");
  const names = isOpen ? [] : readActors(cursor, "other");
  if (names === null) return fail(cursor, ["the name of an actor", "?BEARER"]);
  const holder = isOpen ? unresolved(...anchorsSince(cursor, from)) : stated(cursor, names, from);
  const allowed = !isNext(cursor, "NOT TO");
  if (!take(cursor, allowed ? "TO" : "NOT TO")) return fail(cursor, ["TO", "NOT TO"]);
  const effect = takeOne(cursor, powerWords);
  if (effect === null)
    return fail(
      cursor,
      powerWords.map(({ says }) => says),
    );
  const actsOn = readCovered(cursor);
  if (actsOn === null) return fail(cursor, ["[label]", "ALL"]);
  const found: Writable<Power> = {
    id,
    provision: cursor.options.provisionIds?.(cursor.label) ?? "",
    label: cursor.label,
    spans: [],
    requires: {},
    holder,
    effect: effect.effect,
    actsOn,
    allowed,
    trigger: notApplicable("no condition is named"),
    notice: unresolved(),
    needsConsentOf: notApplicable("no consent is asked"),
  };
  for (;;) {
    const at = cursor.at;
    if (takeAfterComma(cursor, "IF")) {
      const condition = readCondition(cursor);
      if (condition === null) return null;
      found.trigger = stated(cursor, condition, at);
    } else if (takeAfterComma(cursor, "NOTICE")) {
      const notice = readDuration(cursor);
      if (notice === null) return fail(cursor, ["n DAYS"]);
      found.notice = stated(cursor, notice, at);
    } else if (takeAfterComma(cursor, "WITH CONSENT OF")) {
      const of = readActors(cursor, "other");
      if (of === null) return fail(cursor, ["the name of an actor"]);
      found.needsConsentOf = stated(cursor, of, at);
    } else break;
  }
  found.spans = anchorsSince(cursor, from);

  return found;
}

/** After `TERM`: a word of the text and what it means. */
export function readTerm(cursor: Cursor): Term | null {
  const from = cursor.at;
  const name = readName(cursor);
  const term = name?.text ?? readWords(cursor);
  if (term === null) return fail(cursor, ["<a term>"]);
  if (!take(cursor, "MEANS")) return fail(cursor, ["MEANS"]);
  const means = readWords(cursor);
  if (means === null) return fail(cursor, ["words", "<words>"]);
  const [anchor] = anchorsSince(cursor, from);
  const nowhere = { provision: cursor.options.provisionIds?.(cursor.label) ?? "", start: 0, end: 0 };

  return { term, means, anchor: anchor ?? nowhere };
}

export function readTimeZone(cursor: Cursor): Slot<string> | null {
  const from = cursor.at;
  const name = readName(cursor) ?? fail(cursor, ["<the name of a zone>"]);

  return name === null ? null : stated(cursor, name.text, from);
}
