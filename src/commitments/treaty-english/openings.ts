import { isNext, peek, readActors, take } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { inBrackets } from "./event-forms.ts";
import { declarationWords, modals } from "./keywords.ts";

/** Labels that open a line: `4.2`, `[4.2]`. */
export function takeLabel(cursor: Cursor): string | null {
  const token = peek(cursor);
  if (token.kind !== "number" && token.kind !== "reference") return null;
  cursor.at += 1;
  const next = peek(cursor);
  if (token.kind === "number" && next.kind === "stop" && next.start === token.end) cursor.at += 1;

  return inBrackets(token.text);
}

/** Whether a frame or a declaration begins here, with a label or without. Looks ahead, moves nothing. */
export function opensNext(cursor: Cursor): boolean {
  const { at } = cursor;
  takeLabel(cursor);
  const opens = isDeclaration(cursor) || opensFrame(cursor);
  cursor.at = at;

  return opens;
}

export function isDeclaration(cursor: Cursor): boolean {
  return declarationWords.some((words) => isNext(cursor, words));
}

/** Bearers, or the mark of their absence, and a modal. */
function opensFrame(cursor: Cursor): boolean {
  const { at } = cursor;
  if (at < cursor.barrenUntil) return false;
  const mentioned = cursor.mentions.length;
  const hasBearer = take(cursor, "?BEARER") || readActors(cursor, "bearer") !== null;
  if (hasBearer) takeLiability(cursor);
  const opens = hasBearer && modals.some(({ says }) => isNext(cursor, says));
  if (!opens) cursor.barrenUntil = cursor.at;
  cursor.at = at;
  cursor.mentions.length = mentioned;

  return opens;
}

/** How several bearers are bound. */
export function takeLiability(cursor: Cursor): "several" | "joint" | "joint-and-several" | null {
  if (take(cursor, "JOINTLY AND SEVERALLY")) return "joint-and-several";
  if (take(cursor, "JOINTLY")) return "joint";

  return take(cursor, "SEVERALLY") ? "several" : null;
}
