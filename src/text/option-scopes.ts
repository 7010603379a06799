import type { Block } from "./block.ts";
import { unmatchedCloser } from "./heading-words.ts";
import { optionWords, romanValue } from "./labels.ts";
import { sameList } from "./open-numbers.ts";
import { joined, places } from "./segments.ts";
import { ranks, stands, type OptionScope } from "./sketch.ts";
import { addSketch, preambleOf, type Standing } from "./standing.ts";

const none: readonly never[] = [];
const optionMarker = new RegExp(
  `^(\\[?)(?:${optionWords})(?:\\s+|(?=\\d))(\\d{1,3}|[IVX]{1,5}|\\p{L}|\\([\\p{Ll}\\d]{1,2}\\))\\s*(?:[:.)–-]\\s*|$)`,
  "u",
);

/** The mark "Option 2:" at the start of some words, if one stands there. In a bracket that closes before their end it is none of theirs. */
export function optionMarkOf(text: string): RegExpExecArray | null {
  const found = optionMarker.exec(text);
  if (found === null || found[1] === "") return found;
  const close = unmatchedCloser(text, 1, none);

  return close === -1 || /^[\].;,\s]*$/.test(text.slice(close)) ? found : null;
}

/** Takes a paragraph that begins with an option's mark. */
export function takeOption(standing: Standing, block: Block, found: RegExpExecArray, at: number): void {
  const { style, value } = numberOf(found[2]!); // the pattern has it
  const isAlone = found[0].length >= block.text.trimEnd().length;
  const scope = scopeOf(standing, block, style, value, isAlone ? at : null);
  const { base } = scope;
  const rank = (base === null ? ranks.article : standing.sketches[base]!.rank) + 0.02;
  const index = addSketch(standing, { kind: "paragraph", rank, parent: base }, block, null);
  const sketch = standing.sketches[index]!; // added on the line above
  const bracket = found[1]!.length;
  const end = found[0].length;
  const moved = (offset: number): number => (offset < bracket ? offset : offset - end + bracket);
  sketch.optionMark = { scope: scope.id, value, literal: found[0].slice(bracket).trim() };
  sketch.labelPlaces = places(block.segments, bracket, end);
  sketch.words = block.text.slice(0, bracket) + block.text.slice(end);
  sketch.segments = joined(block.segments, bracket, end, block.text.length);
  sketch.literals = block.literals.filter((each) => each < bracket || each >= end).map(moved);
  sketch.marks = block.marks.map((mark) => ({ ...mark, at: Math.max(0, moved(Math.max(mark.at, end))) }));
}

function numberOf(marked: string): { readonly style: string; readonly value: number } {
  const written = marked.replace(/[()]/g, "");
  const isNumber = /^\d/.test(written);
  const roman = /^[IVX]+$/.test(written) ? romanValue(written.toLowerCase()) : null;
  const style = marked.startsWith("(") ? "parentheses" : isNumber || roman !== null ? "number" : "letter";
  const letterBefore = /^[а-я]/iu.test(written) ? 0x42f : 96;

  return {
    style,
    value: isNumber ? Number(written) : (roman ?? (written.toLowerCase().codePointAt(0) ?? 0) - letterBefore),
  };
}

/** The options an option goes on with, else new ones under the provision it stands in. Numbers opened inside an earlier option end. */
function scopeOf(standing: Standing, block: Block, style: string, value: number, aloneAt: number | null): OptionScope {
  standing.scopes = standing.scopes.filter(
    ({ base }) => base === null || base === standing.preamble || standing.open.includes(base),
  );
  const { scopes } = standing;
  const before = scopes.findLastIndex((scope) => scope.style === style && scope.value === value - 1);
  const same = value === 1 ? -1 : before === -1 ? laterScope(scopes, style, value, block.indent) : before;
  if (same !== -1) {
    const scope = scopes[same]!; // found on the line above
    scopes.length = same + 1;
    closeInto(standing, scope.base);
    scope.value = value;
    return scope;
  }
  const again = scopes.findLastIndex((scope) => scope.style === style && scope.indent === block.indent);
  if (again !== -1) {
    const { base } = scopes[again]!;
    scopes.length = again;
    closeInto(standing, base);
  }
  const base = optionBase(standing, block, aloneAt);
  standing.scopeCount += 1;
  const scope: OptionScope = { id: standing.scopeCount, base, style, indent: block.indent, value };
  scopes.push(scope);

  return scope;
}

function closeInto(standing: Standing, base: number | null): void {
  standing.open.length = base === null || base === standing.preamble ? 0 : standing.open.indexOf(base) + 1;
}

/** A number was left out: still the same options where they stand as deep. */
function laterScope(scopes: readonly OptionScope[], style: string, value: number, indent: number): number {
  return scopes.findLastIndex((scope) => scope.style === style && scope.value < value && scope.indent === indent);
}

/**
 * What options stand under: the innermost open provision they are indented into, or that the next number goes on after; else the article.
 * A mark alone before `3.` in a list of `1.`, `2.` holds numbers of that list and stands beside them.
 */
function optionBase(standing: Standing, block: Block, aloneAt: number | null): number | null {
  const { open, sketches, survey } = standing;
  const held = aloneAt === null ? null : (survey.labels[aloneAt + 1] ?? null);
  for (let place = open.length - 1; place >= 0; place -= 1) {
    const sketch = sketches[open[place]!]!;
    const isIndented = block.indent > 0 && block.indent >= sketch.inner - 1;
    const isBeside =
      held !== null &&
      sketch.step !== null &&
      !isIndented &&
      !sketch.fromHeading &&
      sketch.kind !== "article" &&
      sameList(sketch.step, held.step);
    if (sketch.bullet || isBeside) continue;
    const isTop = stands.has(sketch.kind) || place === 0;
    if (isIndented || isTop || sketch.step === null || (held === null && sketch.step.style === "decimal")) {
      open.length = place + 1;
      return open[place]!;
    }
  }
  open.length = 0;

  return standing.seenNumber || !survey.numbered ? null : preambleOf(standing);
}
