import type { Block } from "./block.ts";
import type { Span } from "./draft.ts";
import type { Label } from "./labels.ts";
import { places } from "./segments.ts";

/** A heading's words after its number. */
export type HeadingWords = {
  readonly title: string;
  readonly places: readonly Span[];
  /** Offsets in the title of square brackets that are words. */
  readonly literals: readonly number[];
  /** `true` where a bracket encloses it, `false` where one opens before the number and is not closed, `null` without one. */
  readonly enclosed: boolean | null;
};

const preambleHeading = /^(?:preamble|préambule|preámbulo|präambel|преамбула|الديباجة)$/i;

export function isPreambleHeading(text: string): boolean {
  return text.length <= 40 && preambleHeading.test(text.replace(/[*_]/g, "").trim());
}

/** A short line without the marks and verbs of a sentence. */
export function looksLikeTitle(text: string): boolean {
  return (
    text.length <= 120 &&
    !/[.;:,]$/.test(text) &&
    !/\b(?:shall|will|must|may|should|is|are|agree|agrees)\b/i.test(text) &&
    /^[*([“"\p{Lu}\p{Lo}–—:-]/u.test(text)
  );
}

/** Reads a heading after its number. The pair around `[Article 3bis]` is taken off: it encloses what stands under the heading. */
export function headingWords(block: Block, label: Label | null): HeadingWords {
  const { text, segments, literals } = block;
  const start = label?.end ?? 0;
  const before = text.slice(0, label?.start ?? 0);
  const opens = before.includes("[") && !literals.includes(before.indexOf("["));
  const close = opens ? unmatchedCloser(text, start, literals) : text.length;
  const cutAt = close === -1 ? text.length : close;
  const raw = text.slice(start, cutAt) + text.slice(cutAt + 1);
  const title = raw.trim();
  const from = start + raw.length - raw.trimStart().length;
  const own =
    literals.length === 0
      ? literals
      : literals.filter((at) => at >= start).map((at) => (at < cutAt ? at : at - 1) - from);
  const isWhole =
    title.startsWith("[") &&
    title.endsWith("]") &&
    unmatchedCloser(title, 1, own) === title.length - 1 &&
    !own.includes(0);

  return {
    title,
    places: [
      ...(opens && close !== -1 ? [] : places(segments, 0, before.length)),
      ...places(segments, start, cutAt),
      ...places(segments, cutAt + 1, text.length),
    ],
    literals: own,
    enclosed: opens ? close !== -1 : isWhole ? true : null,
  };
}

/** Where a bracket that is open at `from` closes, -1 where it does not. `literals` are offsets of brackets that are words. */
export function unmatchedCloser(text: string, from: number, literals: readonly number[]): number {
  const words = new Set(literals);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text[at];
    if ((unit !== "[" && unit !== "]") || words.has(at)) continue;
    if (unit === "[") depth += 1;
    else if (depth === 0) return at;
    else depth -= 1;
  }

  return -1;
}
