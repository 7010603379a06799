import type { Anchor, Slot } from "../slot.ts";
import { inBrackets } from "./event-forms.ts";
import { keywordWords, placeWords, reserved } from "./keywords.ts";
import type { Token } from "./token.ts";
import type { Mention, TreatyOptions, TreatySlip } from "./tree.ts";

/** A place in the tokens of one source, and what was noticed on the way. The only thing in this folder that changes. */
export type Cursor = {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly options: TreatyOptions;
  /** Index of the token that is read next. */
  at: number;
  /** Label of the provision that is read. */
  label: string;
  /** Before this token no frame opens: names that were looked through up to it are followed by no modal. */
  barrenUntil: number;
  readonly slips: TreatySlip[];
  readonly mentions: Mention[];
};

/** The token `ahead` places from here; the last one, `end`, for ever after. */
export function peek(cursor: Cursor, ahead = 0): Token {
  const index = Math.max(0, Math.min(cursor.at + ahead, cursor.tokens.length - 1));

  return cursor.tokens[index]!;
}

/** Whether the next tokens are the words of a phrase, as written. */
export function isNext(cursor: Cursor, phrase: string, ahead = 0): boolean {
  const words = phrase.split(" ");

  return words.every((word, index) => {
    const token = peek(cursor, ahead + index);
    return (token.kind === "word" || token.kind === "hole") && token.text === word;
  });
}

/** Steps over a phrase if it comes next. */
export function take(cursor: Cursor, phrase: string): boolean {
  if (!isNext(cursor, phrase)) return false;
  cursor.at += phrase.split(" ").length;

  return true;
}

/** Steps over the first of some phrases that comes next; callers list longer phrases first. */
export function takeOne<Row extends { readonly says: string }>(cursor: Cursor, rows: readonly Row[]): Row | null {
  return rows.find(({ says }) => take(cursor, says)) ?? null;
}

export function takeKind(cursor: Cursor, kind: Token["kind"]): Token | null {
  const token = peek(cursor);
  if (token.kind !== kind || kind === "end") return null;
  cursor.at += 1;

  return token;
}

/** Steps over a comma if one of the phrases follows it, or comes next without one. */
export function takeAfterComma(cursor: Cursor, phrase: string): boolean {
  const ahead = peek(cursor).kind === "comma" ? 1 : 0;
  if (!isNext(cursor, phrase, ahead)) return false;
  cursor.at += ahead;

  return take(cursor, phrase);
}

/** Whether a keyword of any kind begins `ahead` places from here. */
export function isKeyword(cursor: Cursor, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  if (token.kind === "hole") return true;
  if (token.kind !== "word") return false;

  return (reserved.get(token.text) ?? []).some((words) =>
    words.every((word, index) => {
      const next = peek(cursor, ahead + index);
      return next.kind === "word" && next.text === word;
    }),
  );
}

/** Whether a preposition of place and something to stand after it come next. */
export function isPlace(cursor: Cursor): boolean {
  const token = peek(cursor);
  const next = peek(cursor, 1);
  if (token.kind !== "word" || !placeWords.some((word) => word === token.text)) return false;
  if (token.text === "AT" && isKeyword(cursor)) return false;

  return next.kind === "name" || (next.kind === "word" && !isKeyword(cursor, 1));
}

/** A name in angle brackets, or words of one line that begin with a capital, up to a keyword; `null` where none stands. */
export function readName(
  cursor: Cursor,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  const bracketed = takeKind(cursor, "name");
  if (bracketed !== null) return bracketed;
  const first = peek(cursor);
  if (first.kind !== "word" || !/^\p{Lu}/u.test(first.text) || isKeyword(cursor)) return null;
  const words: Token[] = [];
  for (;;) {
    const token = peek(cursor);
    const goesOn = token.kind === "word" && /^\p{Lu}/u.test(token.text) && !isKeyword(cursor);
    const joins = words.length > 0 && token.kind === "word" && /^(?:of|the|for)$/.test(token.text) && isCapital(cursor);
    if ((!goesOn && !joins) || words.length >= 24 || (token.opensLine && words.length > 0)) break;
    words.push(token);
    cursor.at += 1;
  }

  return { text: words.map(({ text }) => text).join(" "), start: first.start, end: words.at(-1)!.end };
}

/** After "of", "the" and their like: a capital word that is no keyword. */
function isCapital(cursor: Cursor): boolean {
  const next = peek(cursor, 1);

  return next.kind === "word" && /^\p{Lu}/u.test(next.text) && !isKeyword(cursor, 1);
}

/** One actor's name; remembers where it stands. */
export function readActor(cursor: Cursor, as: Mention["as"]): string | null {
  const token = peek(cursor);
  const name = readName(cursor);
  if (name === null) return null;
  const id = cursor.options.actorOf?.(name.text) ?? name.text;
  mention(cursor, { kind: "actor", name: id, as }, token, name.end);

  return id;
}

/** One name or more with commas or AND between them; `null` where none stands. Not more than 64. */
export function readActors(cursor: Cursor, as: Mention["as"]): readonly string[] | null {
  const first = readActor(cursor, as);
  if (first === null) return null;
  const names = [first];
  while (names.length < 64) {
    const from = cursor.at;
    if (takeKind(cursor, "comma") === null) {
      if (!take(cursor, "AND")) break;
    } else take(cursor, "AND");
    const next = isClauseBreak(cursor) ? null : readActor(cursor, as);
    if (next === null) {
      cursor.at = from;
      break;
    }
    names.push(next);
  }

  return names;
}

function isClauseBreak(cursor: Cursor): boolean {
  return peek(cursor).kind !== "name" && isKeyword(cursor);
}

/** A label in square brackets; remembers where it stands. */
export function readLabel(cursor: Cursor): string | null {
  const token = takeKind(cursor, "reference") ?? takeKind(cursor, "number");
  if (token === null) return null;
  const label = inBrackets(token.text);
  mention(cursor, { kind: "provision", name: label, as: "other" }, token, token.end);

  return label;
}

export function mention(
  cursor: Cursor,
  what: Pick<Mention, "kind" | "name" | "as">,
  token: Token,
  end: number = token.end,
): void {
  cursor.mentions.push({ ...what, start: token.start, end, line: token.line, column: token.column });
}

/** The anchors of what was read since token `from`. */
export function anchorsSince(cursor: Cursor, from: number): readonly Anchor[] {
  const first = cursor.tokens[from];
  const last = cursor.tokens[cursor.at - 1];
  if (first === undefined || last === undefined || cursor.at <= from) return [];

  return cursor.options.anchorsOf?.(first.start, last.end) ?? [];
}

/** A slot that the words since token `from` fill. */
export function stated<Value>(cursor: Cursor, value: Value, from: number): Slot<Value> {
  return { kind: "stated", value, spans: anchorsSince(cursor, from) };
}

/** Notes that the next token does not fit. Returns `null`, so that a reader can end with it. */
export function fail(cursor: Cursor, allowed: readonly string[]): null {
  const token = peek(cursor);
  const found =
    token.kind === "end" ? "the end" : `“${cursor.source.slice(token.start, Math.min(token.end, token.start + 60))}”`;
  cursor.slips.push({
    line: token.line,
    column: token.column,
    start: token.start,
    end: token.end,
    says: `${found} does not fit here; allowed: ${allowed.join(", ")}`,
    excerpt: cursor.source.slice(token.start, token.start + 80).split("\n")[0] ?? "",
    allowed,
  });

  return null;
}

/** Whether a name reads as itself without angle brackets. */
export function isPlainName(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}’'_-]*$/u.test(name) && !keywordWords.has(name);
}
