import { lastAtMost } from "../base/index.ts";

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Visits the lines of a source from `from` on: content is `[start, end)`. Line ends are `\n`, `\r\n` or `\r`; a last line without an end counts.
 * Nothing is kept of a line, so that a large text costs no memory here.
 */
export function eachLine(source: string, from: number, visit: (start: number, end: number) => void): void {
  const hasReturns = source.includes("\r");
  let start = from;
  while (start < source.length) {
    const end = hasReturns ? endOfLine(source, start) : endBeforeFeed(source, start);
    visit(start, end);
    start = nextLine(source, end);
  }
}

/** Where the line after one that ends at `end` begins. */
export function nextLine(source: string, end: number): number {
  return source.charCodeAt(end) === carriageReturn && source.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

/** Where the content of the line that begins at `start` ends. */
export function endOfLine(source: string, start: number): number {
  let end = start;
  while (end < source.length) {
    const unit = source.charCodeAt(end);
    if (unit === lineFeed || unit === carriageReturn) break;
    end += 1;
  }

  return end;
}

/** The same for a source without carriage returns, where the engine's own search is faster. */
function endBeforeFeed(source: string, start: number): number {
  const end = source.indexOf("\n", start);

  return end === -1 ? source.length : end;
}

/** How many units of white space stand at the start of `[start, end)`. */
export function leadingSpace(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;

  return at - start;
}

/** White space as `trim` knows it. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);

  return unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));
}

/** Where lines begin, for turning offsets into lines and columns. */
export type LineStarts = readonly number[];

export function lineStartsOf(source: string): LineStarts {
  const starts = [0];
  eachLine(source, 0, (_start, end) => {
    if (end < source.length) starts.push(nextLine(source, end));
  });

  return starts;
}

/** Line and column of an offset, counted from 1; columns count UTF-16 units. O(log lines). */
export function placeOf(starts: LineStarts, offset: number): { readonly line: number; readonly column: number } {
  const low = lastAtMost(starts.length, (index) => starts[index]!, offset);

  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
