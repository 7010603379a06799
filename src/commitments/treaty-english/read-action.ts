import type { Action, Quantity } from "../commitment.ts";
import { classOf } from "../roles.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { fail, isNext, isPlace, peek, stated, take, takeKind } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { readWords } from "./read-words.ts";
import { isVerbWord } from "./keywords.ts";

const bounds = [
  { says: "AT LEAST", bound: "at-least" },
  { says: "AT MOST", bound: "at-most" },
  { says: "EXACTLY", bound: "exactly" },
] as const;

/** Verb, object, place and quantity: `withdraw <heavy weapons> FROM <Zone B> AT LEAST 50 km`. */
export function readAction(cursor: Cursor): { readonly action: Action; readonly quantity: Slot<Quantity> } | null {
  const verb = readVerb(cursor);
  if (verb === null) return null;
  const object = readWords(cursor, () => isPlace(cursor)) ?? "";
  const place = readPlace(cursor);
  const quantity = readQuantity(cursor);

  return { action: { verb, object, place, class: classOf(verb, object) }, quantity };
}

/** What stands after `DECLARES THAT`: words, the act is to declare them. */
export function readDeclared(cursor: Cursor): Action | null {
  const object = readWords(cursor);
  if (object === null) return fail(cursor, ["words", "<words>"]);

  return { verb: "declare", object, place: notApplicable("no place is named"), class: "other" };
}

/** A verb in small letters, of two words where the list knows such a verb: `hand over`. */
function readVerb(cursor: Cursor): string | null {
  const first = peek(cursor);
  const second = peek(cursor, 1);
  if (first.kind !== "word" || !isVerbWord(first.text)) return fail(cursor, ["a verb in small letters"]);
  cursor.at += 1;
  const pair = second.kind === "word" ? verbOf(`${first.text} ${second.text}`) : null;
  if (pair !== null && pair.base.includes(" ")) {
    cursor.at += 1;

    return pair.base;
  }

  return verbOf(first.text)?.base ?? first.text.toLowerCase();
}

function readPlace(cursor: Cursor): Slot<string> {
  const from = cursor.at;
  const parts: string[] = [];
  while (isPlace(cursor)) {
    const preposition = peek(cursor).text.toLowerCase();
    cursor.at += 1;
    parts.push(`${preposition} ${readWords(cursor, () => isPlace(cursor)) ?? ""}`);
  }

  return parts.length === 0 ? notApplicable("no place is named") : stated(cursor, parts.join(" "), from);
}

function readQuantity(cursor: Cursor): Slot<Quantity> {
  const from = cursor.at;
  const row = bounds.find(({ says }) => isNext(cursor, says));
  if (row === undefined) return notApplicable("no quantity is named");
  take(cursor, row.says);
  const value = takeKind(cursor, "number") ?? takeKind(cursor, "name");
  if (value === null) {
    fail(cursor, ["a number", "<a quantity in words>"]);

    return unresolved();
  }
  const unit = readWords(cursor, () => isPlace(cursor));
  const quantity: Quantity = {
    value: value.text,
    unit,
    bound: row.bound,
    countedAs: unresolved(),
    baseline: unresolved(),
  };

  return stated(cursor, quantity, from);
}

/** The quantity of an act that speaks of all of something and says how it is counted. */
export const everything: Quantity = {
  value: "all",
  unit: null,
  bound: "exactly",
  countedAs: unresolved(),
  baseline: unresolved(),
};
