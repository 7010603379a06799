import { lastAtMost } from "../base/index.ts";
import type { Span } from "./draft.ts";

/** Adds a struck out stretch; it takes in those that it encloses, so that none is walked twice. */
export function addStruck(struck: Span[], span: Span): void {
  while (struck.length > 0 && struck.at(-1)!.start > span.start) struck.pop();
  struck.push(span);
}

/** Whether a place lies in one of these stretches, which ascend. O(log). */
export function isStruck(struck: readonly Span[], at: number): boolean {
  const found = struck[lastAtMost(struck.length, (index) => struck[index]!.start, at)];

  return found !== undefined && at >= found.start && at < found.end;
}

/**
 * Drops what is struck out, with one of the two spaces around it. Answers how many openers of brackets went that were not accounted for yet:
 * neither dropped before nor `literals`. O(length).
 */
export function dropStruck(
  raw: string,
  struck: readonly Span[],
  drop: Uint8Array,
  literals: ReadonlySet<number>,
): number {
  let openers = 0;
  for (const { start, end } of struck) {
    for (let at = start; at < end; at += 1) if (raw[at] === "[" && drop[at] === 0 && !literals.has(at)) openers += 1;
    const isBetweenSpaces = raw[end] === " " && /^\s?$/.test(raw.slice(Math.max(0, start - 1), start));
    drop.fill(1, start, isBetweenSpaces ? end + 1 : end);
  }

  return openers;
}
