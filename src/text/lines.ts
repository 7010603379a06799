import { lastAtMost } from "../base/index.ts";
/** One line of the source: content is `[start, end)`, the next line begins at `next`. */
export type Line = { readonly start: number; readonly end: number; readonly next: number };

const lineFeed = 10;
const carriageReturn = 13;

/** The lines of a source; ends are `\n`, `\r\n` or `\r`. A last line without an end counts. */
export function linesOf(source: string, from = 0): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let at = from; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit !== lineFeed && unit !== carriageReturn) continue;
    const next = unit === carriageReturn && source.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
    lines.push({ start, end: at, next });
    start = next;
    at = next - 1;
  }
  if (start < source.length) lines.push({ start, end: source.length, next: source.length });

  return lines;
}

/** Where lines begin, for turning offsets into lines and columns. */
export type LineStarts = readonly number[];

export function lineStartsOf(source: string): LineStarts {
  const starts = [0];
  for (const line of linesOf(source)) if (line.next > line.end) starts.push(line.next);

  return starts;
}

/** Line and column of an offset, counted from 1; columns count UTF-16 units. O(log lines). */
export function placeOf(starts: LineStarts, offset: number): { readonly line: number; readonly column: number } {
  const low = lastAtMost(starts.length, (index) => starts[index]!, offset);

  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
