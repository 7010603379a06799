import { isKeyword, peek } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { opensNext } from "./openings.ts";

/**
 * Plain words up to a comma, a stop, a keyword or a line that opens a frame; names in brackets stand without them. Single spaces.
 * `isEnd` may end them earlier.
 */
export function readWords(cursor: Cursor, isEnd: () => boolean = () => false): string | null {
  const words: string[] = [];
  for (;;) {
    const token = peek(cursor);
    if (!["word", "name", "number", "date", "time", "mark"].includes(token.kind)) break;
    if (token.kind === "mark" && !/^[/"“”+]$/.test(token.text)) break;
    if (token.opensLine && opensNext(cursor)) break;
    if (token.kind !== "name" && (isKeyword(cursor) || isEnd())) break;
    words.push(token.text);
    cursor.at += 1;
  }

  return words.length === 0 ? null : words.join(" ");
}
