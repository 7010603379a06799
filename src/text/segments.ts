import type { Block, Segment } from "./block.ts";
import type { Span } from "./draft.ts";

const none: readonly never[] = [];

/** The segments of `[start, end)`, counted anew from 0. O(log segments + those inside). */
export function cut(segments: readonly Segment[], start: number, end: number): readonly Segment[] {
  const last = segments.at(-1);
  if (last === undefined || (start <= 0 && end >= last.at + last.length)) return segments;
  const first = firstEndingAfter(segments, start);
  const until = firstEndingAfter(segments, end - 1);
  if (start >= end || first === segments.length) return none;
  if (first === until) return inside(segments[first]!, start, end);

  return segments.slice(first, until + 1).flatMap((segment) => inside(segment, start, end));
}

function inside(segment: Segment, start: number, end: number): readonly Segment[] {
  const low = Math.max(start, segment.at);
  const high = Math.min(end, segment.at + segment.length);
  if (low >= high) return none;
  const whole = segment.length === segment.sourceLength;

  return [
    {
      at: low - start,
      length: high - low,
      source: whole ? segment.source + (low - segment.at) : segment.source,
      sourceLength: whole ? high - low : segment.sourceLength,
    },
  ];
}

/** The segments of the first `before` units and of `[start, length)`, joined. */
export function joined(
  segments: readonly Segment[],
  before: number,
  start: number,
  length: number,
): readonly Segment[] {
  if (before === 0) return cut(segments, start, length);

  return [
    ...cut(segments, 0, before),
    ...cut(segments, start, length).map((segment) => ({ ...segment, at: segment.at + before })),
  ];
}

/** Source ranges of a stretch of a block's text. */
export function places(segments: readonly Segment[], start: number, end: number): readonly Span[] {
  if (start >= end) return none;

  return cut(segments, start, end).map(({ source, sourceLength }) => ({ start: source, end: source + sourceLength }));
}

/** A stretch of a block as a block of its own. */
export function part(block: Block, start: number, end: number): Block {
  const isInside = (at: number): boolean => at >= start && at < end;

  return {
    ...block,
    text: block.text.slice(start, end),
    segments: cut(block.segments, start, end),
    literals: block.literals.filter(isInside).map((at) => at - start),
    marks: block.marks
      .filter((mark) => isInside(mark.at) || (mark.at === end && end === block.text.length))
      .map((mark) => ({ ...mark, at: mark.at - start })),
    breaks: [],
  };
}

function firstEndingAfter(segments: readonly Segment[], start: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle]!; // between two places of the list
    if (segment.at + segment.length <= start) low = middle + 1;
    else high = middle;
  }

  return low;
}
