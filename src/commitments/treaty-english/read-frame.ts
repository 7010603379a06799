import type { Commitment } from "../commitment.ts";
import { modeFor } from "../roles.ts";
import { unresolved, valueOf } from "../slot.ts";
import { blankFrame } from "./blank.ts";
import type { Frame } from "./blank.ts";
import { anchorsSince, fail, isKeyword, isNext, peek, readActors, stated, take, takeKind, takeOne } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { clauseWords, modals } from "./keywords.ts";
import { opensNext, takeLiability } from "./openings.ts";
import { readAction, readDeclared } from "./read-action.ts";
import { readClause } from "./read-clause.ts";
import type { Found } from "./read-clause.ts";

/** One frame from its bearers to the end of its clauses. What does not parse is a slip; the rest is read. */
export function readFrame(cursor: Cursor, found: Found, id: string): Commitment | null {
  const from = cursor.at;
  const frame = blankFrame(id, cursor.label, cursor.options.provisionIds?.(cursor.label) ?? "");
  if (!readHead(cursor, frame)) return null;
  readClauses(cursor, frame, found);
  frame.spans = anchorsSince(cursor, from);
  settle(frame);

  return frame;
}

function readHead(cursor: Cursor, frame: Frame): boolean {
  const from = cursor.at;
  if (take(cursor, "?BEARER")) frame.bearer = unresolved(...anchorsSince(cursor, from));
  else {
    const names = readActors(cursor, "bearer");
    if (names === null) return fail(cursor, ["the name of an actor", "?BEARER"]) !== null;
    frame.bearer = stated(cursor, names, from);
    if (names.length > 1) frame.liability = unresolved();
  }
  const kind = cursor.at;
  const liability = takeLiability(cursor);
  if (liability !== null) frame.liability = stated(cursor, liability, kind);

  return readModal(cursor, frame);
}

function readModal(cursor: Cursor, frame: Frame): boolean {
  const at = cursor.at;
  const modal = takeOne(cursor, modals);
  if (modal === null)
    return (
      fail(
        cursor,
        modals.map(({ says }) => says),
      ) !== null
    );
  frame.modality = stated(cursor, modal.modality, at);
  frame.strength = stated(cursor, modal.strength, at);
  if (modal.modality === "declaration" && modal.strength === "none") {
    const declared = readDeclared(cursor);
    if (declared !== null) frame.action = declared;

    return declared !== null;
  }
  const read = readAction(cursor);
  if (read === null) return false;
  frame.action = read.action;
  frame.quantity = read.quantity;

  return true;
}

function readClauses(cursor: Cursor, frame: Frame, found: Found): void {
  for (;;) {
    const afterStop = skipSeparators(cursor);
    const token = peek(cursor);
    if (token.kind === "end" || ((afterStop || token.opensLine) && opensNext(cursor))) return;
    if (token.kind === "open" && skipRemark(cursor)) continue;
    const before = cursor.at;
    const slips = cursor.slips.length;
    const isRead = isKeyword(cursor) && readClause(cursor, frame, found);
    if (isRead && cursor.at > before) continue;
    if (cursor.slips.length === slips) fail(cursor, [...clauseWords, afterStop ? "a new sentence" : "a full stop"]);
    recover(cursor, before);
  }
}

/** Steps over commas and stops; `true` where a stop was among them. */
function skipSeparators(cursor: Cursor): boolean {
  let afterStop = false;
  for (;;) {
    if (takeKind(cursor, "stop") !== null) afterStop = true;
    else if (takeKind(cursor, "comma") === null) return afterStop || peek(cursor, -1).kind === "stop";
  }
}

/** A remark in parentheses after a clause says nothing. */
function skipRemark(cursor: Cursor): boolean {
  let ahead = 1;
  while (ahead < 60 && !["close", "end", "open"].includes(peek(cursor, ahead).kind)) ahead += 1;
  if (peek(cursor, ahead).kind !== "close") return false;
  cursor.at += ahead + 1;

  return true;
}

/** Goes on to the next clause, frame or declaration. */
function recover(cursor: Cursor, before: number): void {
  cursor.at = Math.max(cursor.at, before + 1);
  for (;;) {
    const token = peek(cursor);
    const afterStop = peek(cursor, -1).kind === "stop";
    if (token.kind === "end" || opensClause(cursor)) return;
    if ((afterStop || token.opensLine) && opensNext(cursor)) return;
    cursor.at += 1;
  }
}

const clauseOpeners: ReadonlySet<string> = new Set(clauseWords.map((words) => words.split(" ")[0]!));

function opensClause(cursor: Cursor): boolean {
  return clauseOpeners.has(peek(cursor).text) && clauseWords.some((words) => isNext(cursor, words));
}

/** What follows from all clauses together: how long it lasts, and what an unanswered condition leaves open. */
function settle(frame: Frame): void {
  frame.mode = modeFor(frame.action.class, frame.action.verb, valueOf(frame.modality));
  const waits = valueOf(frame.condition) !== null || (valueOf(frame.needsConsentOf) ?? []).length > 0;
  if (frame.elseBranch.kind === "not-applicable" && waits) frame.elseBranch = unresolved();
}
