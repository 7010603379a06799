import { lastAtMost } from "../base/index.ts";
import type { Block, Blocks, Oddity, Segment } from "./block.ts";
import { definesLink, definitionsOf } from "./definitions.ts";
import { inlineOf, type Definitions } from "./inline.ts";
import { startsKeyword } from "./labels.ts";
import { eachLine, endOfLine, leadingSpace, nextLine } from "./lines.ts";
import { columns, opening, type OpenBlock } from "./open-block.ts";
import { isWrapped, paragraphsOf } from "./wrapped-lines.ts";

const rule = /^[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const setext = /^[ ]{0,3}(?:=+|-{2,})[ \t]*$/;
const attributes = /^\s*\{:?[.#:\w][^{}]{0,200}\}\s*$/;
const fenceMark = /^\s{0,3}(```|~~~)/;
/** What a page leaves between its lines: `- 2 -`, `Page 3 of 9`. */
const pageNumber = /^\s*(?:[-–—]\s?\d{1,4}\s?[-–—]|page\s\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?|\s{10,200}\d{1,4})\s*$/i;
const longestHeading = 300;
/** A fence that nothing closes within so many lines is a line of words. */
const longestFence = 2000;

type Counts = { links: number; notes: number; escapes: number };

/**
 * The blocks of a Markdown or plain text: a block ends at an empty line, at a heading, and where a line begins with a
 * label of its own (`2.`, `(b)`, `Article 5`). A line
 * end inside a block becomes one space; but a line that ends a sentence and had room for the next word ends a paragraph. O(length).
 */
export function markdownBlocks(source: string, from: number): Blocks {
  const definitions = definitionsOf(source, from);
  const blocks: Block[] = [];
  const oddities: Oddity[] = [];
  const counts: Counts = { links: 0, notes: 0, escapes: 0 };
  let open: OpenBlock | null = null;
  let fence: string | null = null;

  const write = (paragraph: OpenBlock): void => {
    const block = blockOf(source, paragraph, definitions, counts, oddities);
    if (block !== null) blocks.push(block);
  };
  const flush = (): void => {
    if (open === null) return;
    if (open.lines.length === 1 || open.kind === "heading" || open.kind === "table") write(open);
    else for (const paragraph of paragraphsOf(source, open)) write(paragraph);
    open = null;
  };
  /** A line of mark-up between blocks: answers whether it is one. */
  const divides = (text: string, first: string): boolean => {
    if (first === "{" && attributes.test(text)) {
      // A table of contents that a program writes in is none of the text's words.
      if (open?.kind === "item" && text.includes("toc")) open = null;
      return true;
    }
    if (first === "[" && definesLink(text)) {
      counts.links += 1;
      return true;
    }
    if (
      (first === "=" || first === "-") &&
      open?.lines.length === 1 &&
      open.kind === "paragraph" &&
      setext.test(text)
    ) {
      open.kind = "heading";
      open.level = first === "=" ? 1 : 2;
      return true;
    }

    return (first === "-" || first === "*" || first === "_") && rule.test(text);
  };

  eachLine(source, from, (start, end) => {
    const space = leadingSpace(source, start, end);
    if (start + space === end) return flush();
    const text = source.slice(start, end);
    const first = text[space]!; // the line is not empty
    if (first === "`" || first === "~") {
      const mark = fenceMark.exec(text)?.[1] ?? null;
      if (mark !== null && (fence === null || mark === fence)) {
        flush();
        fence = fence === null && closesLater(source, end, mark) ? mark : null;
        return;
      }
    }
    if (text.length < 220 && pageNumber.test(text)) return;
    if (divides(text, first)) return flush();
    const opened = opening(source, text, start, space, open);
    if (opened === null) return void open!.lines.push({ start: start + space, end, indent: columns(text, space) });
    flush();
    open = opened;
    if (opened.note !== null) counts.notes += 1;
    if (opened.kind === "heading" || startsKeyword(text) === "alone") flush();
  });
  flush();

  return { blocks, title: null, languages: [], ...counts, oddities };
}

function closesLater(source: string, end: number, mark: string): boolean {
  let start = nextLine(source, end);
  for (let lines = 0; lines < longestFence && start < source.length; lines += 1) {
    const close = endOfLine(source, start);
    if (source.startsWith(mark, start + leadingSpace(source, start, close))) return true;
    start = nextLine(source, close);
  }

  return false;
}

/** The block of one paragraph's lines, its marks taken off; `null` where it holds nothing. */
function blockOf(
  source: string,
  open: OpenBlock,
  definitions: Definitions,
  counts: Counts,
  oddities: Oddity[],
): Block | null {
  const { lines } = open;
  const parts = lines.map(({ start, end }) => source.slice(start, end).trimEnd());
  const raw = parts.length === 1 ? parts[0]! : parts.join(" ");
  if (open.kind === "item" && raw === "TOC") return null;
  const found = inlineOf(raw, definitions);
  if (parts.length === 1 && found === null)
    return raw === "" ? null : plainBlock(open, raw, [oneSegment(0, raw.length, lines[0]!.start)], none);

  const starts = [0];
  for (let at = 1; at < parts.length; at += 1) starts.push(starts[at - 1]! + parts[at - 1]!.length + 1);
  const lineOf = (at: number): number => lastAtMost(starts.length, (index) => starts[index]!, at);
  const toSource = (at: number): number => {
    const line = lineOf(at);
    return lines[line]!.start + (at - starts[line]!);
  };
  const kept = found === null ? [{ start: 0, end: raw.length }] : found.kept;
  const segments: Segment[] = [];
  let text = "";
  for (const stretch of kept) {
    let from = stretch.start;
    while (from < stretch.end) {
      const until = Math.min(stretch.end, starts[lineOf(from) + 1] ?? raw.length + 1);
      segments.push(oneSegment(text.length, until - from, toSource(from)));
      text += raw.slice(from, until);
      from = until;
    }
  }
  const toText = textOffsets(kept);
  const breaks = parts.length === 1 || isWrapped(source, lines) ? none : starts.slice(1).map(toText);
  if (found === null) return text.trim() === "" ? null : plainBlock(open, text, segments, breaks);

  counts.links += found.links;
  counts.notes += found.notes;
  counts.escapes += found.escapes;
  for (const oddity of found.oddities) oddities.push({ code: oddity.code, offset: toSource(oddity.offset) });
  if (text.trim() === "" && found.marks.length === 0) return null;

  return {
    ...plainBlock(open, text, segments, breaks),
    literals: found.literals.map(toText),
    marks: found.marks.map(({ at, name }) => ({ at: toText(at), name })),
  };
}

const none: readonly never[] = [];

function oneSegment(at: number, length: number, source: number): Segment {
  return { at, length, source, sourceLength: length };
}

/** A block without marks. What is too long for a heading is a paragraph. */
function plainBlock(open: OpenBlock, text: string, segments: readonly Segment[], breaks: readonly number[]): Block {
  const isHeading = open.kind === "heading" && text.length <= longestHeading;

  return {
    kind: open.kind === "heading" && !isHeading ? "paragraph" : open.kind,
    level: isHeading ? open.level : 0,
    indent: open.indent,
    inner: open.inner,
    bullet: open.bullet,
    text,
    segments,
    literals: none,
    marks: none,
    breaks,
    note: open.note,
    given: null,
    language: null,
  };
}

/** Offsets in the raw paragraph as offsets in its kept text. */
function textOffsets(kept: readonly { readonly start: number; readonly end: number }[]): (at: number) => number {
  const before: number[] = [];
  let sum = 0;
  for (const span of kept) {
    before.push(sum);
    sum += span.end - span.start;
  }

  return (at) => {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.end < at) low = middle + 1;
      else high = middle;
    }
    const span = kept[low];
    return span === undefined ? sum : before[low]! + Math.max(0, at - span.start);
  };
}
