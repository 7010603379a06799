import { lastAtMost } from "../base/index.ts";
import type { Block, Blocks, Oddity, Segment } from "./block.ts";
import { inlineOf, type Definitions } from "./inline.ts";
import { optionWords, startsEnumerated, startsKeyword } from "./labels.ts";
import { linesOf, type Line } from "./lines.ts";

type Open = {
  kind: Block["kind"];
  level: number;
  indent: number;
  inner: number;
  bullet: boolean;
  note: string | null;
  /** Stretches of the source that make the paragraph, one a line, with the column they begin at. */
  lines: OpenLine[];
};

type OpenLine = { readonly start: number; readonly end: number; readonly indent: number };

const heading = /^[ ]{0,3}(#{1,6})(?!#)([ \t]*)/;
const bulletMarks = "-*+•–—·";
const bullet = /^([ \t]*)([-*+•–—·])([ \t]+)(?=\S)/;
const rule = /^[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const setext = /^[ ]{0,3}(?:=+|-{2,})[ \t]*$/;
const attributes = /^\s*\{:?[.#:\w][^{}]{0,200}\}\s*$/;
const linkDefinition = /^[ ]{0,3}\[([^\]^[]{1,200})\]:[ \t]+(\S{1,2000})/;
const noteDefinition = /^[ ]{0,3}\[\^([^\][\s]{1,60})\]:[ \t]*/;
const longestHeading = 300;

/**
 * The blocks of a Markdown or plain text: a block ends at an empty line, at a heading, and where a line begins with a
 * label of its own (`2.`, `(b)`, `Article 5`). A line
 * end inside a block becomes one space; but a line that ends a sentence and had room for the next word ends a paragraph. O(length).
 */
export function markdownBlocks(source: string, from: number): Blocks {
  const lines = linesOf(source, from);
  const definitions = definitionsOf(source, lines);
  const blocks: Block[] = [];
  const oddities: Oddity[] = [];
  const counts = { links: 0, notes: 0, escapes: 0 };
  let open: Open | null = null;
  let fence: string | null = null;

  const flush = (): void => {
    if (open === null) return;
    for (const paragraph of paragraphsOf(source, open)) {
      const block = blockOf(source, paragraph, definitions, counts, oddities);
      if (block !== null) blocks.push(block);
    }
    open = null;
  };

  lines.forEach((line, index) => {
    const text = source.slice(line.start, line.end);
    if (fence !== null || /^\s{0,3}(?:```|~~~)/.test(text)) {
      const mark: string | null = /^\s{0,3}(```|~~~)/.exec(text)?.[1] ?? null;
      if (mark !== null && (fence === null || mark === fence)) {
        flush();
        fence = fence === null && closesLater(source, lines, index, mark) ? mark : null;
        return;
      }
    }
    if (text.trim() === "") return flush();
    if (attributes.test(text)) {
      if (open !== null && (open as Open).kind === "item" && text.includes("toc")) open = null;
      return flush();
    }
    const defined = linkDefinition.exec(text);
    if (defined !== null && isAddress(defined[2]!)) {
      counts.links += 1;
      return flush();
    }
    if (
      open !== null &&
      setext.test(text) &&
      (open as Open).lines.length === 1 &&
      (open as Open).kind === "paragraph"
    ) {
      (open as Open).kind = "heading";
      (open as Open).level = text.includes("=") ? 1 : 2;
      return flush();
    }
    if (rule.test(text)) return flush();
    const opened = opening(source, text, line, open);
    if (opened === null) {
      const space = leadingSpace(text);
      (open as Open | null)!.lines.push({ start: line.start + space, end: line.end, indent: columns(text, space) });
    } else {
      flush();
      open = opened;
      if (opened.note !== null) counts.notes += 1;
      if (opened.kind === "heading" || startsKeyword(text) === "alone") flush();
    }
  });
  flush();

  return { blocks, title: null, languages: [], ...counts, oddities };
}

/** What a line opens, or `null` where it goes on with the open paragraph (only when one is open). */
function opening(source: string, text: string, line: Line, open: Open | null): Open | null {
  const space = leadingSpace(text);
  const plain = { level: 0, indent: columns(text, space), inner: columns(text, space), bullet: false, note: null };
  const rest = (start: number): OpenLine[] => [{ start: line.start + start, end: line.end, indent: plain.indent }];

  const first = text[space] ?? "";
  const title = first === "#" ? heading.exec(text) : null;
  if (title !== null && (title[2] !== "" || title[1]!.length > 1 || /^#{1}[A-ZА-ЯІЇЄ]/.test(text.trim()))) {
    const end = line.start + text.replace(/[ \t]#+[ \t]*$/, "").trimEnd().length;
    return {
      ...plain,
      kind: "heading",
      level: title[1]!.length,
      lines: [{ start: line.start + title[0].length, end, indent: plain.indent }],
    };
  }
  const note = first === "[" ? noteDefinition.exec(text) : null;
  if (note !== null) return { ...plain, kind: "note", note: note[1]!.toLowerCase(), lines: rest(note[0].length) };
  const item = bulletMarks.includes(first) ? bullet.exec(text) : null;
  if (item !== null)
    return {
      ...plain,
      kind: "item",
      inner: columns(text, item[0].length),
      bullet: true,
      lines: rest(item[0].length),
    };
  if (first === "|" && /\|\s*$/.test(text.slice(space + 1))) {
    if (open?.kind === "table") return null;
    return { ...plain, kind: "table", lines: rest(space) };
  }
  const quote = first === ">" ? /^[ ]{0,3}>[ \t]?/.exec(text) : null;
  const begin = quote === null ? space : quote[0].length;
  const body = text.slice(begin);
  const label = startsEnumerated(body);
  if (label > 0 && !(open !== null && goesOn(source, open, body)))
    return { ...plain, kind: "item", inner: plain.indent + label, lines: rest(begin) };
  if (open === null || startsKeyword(body) !== "no" || open.kind === "table" || startsOption(body))
    return { ...plain, kind: "paragraph", lines: rest(begin) };
  if (
    open.kind === "item" &&
    open.bullet &&
    plain.indent < open.inner &&
    open.indent >= plain.indent &&
    endsSentence(open)
  )
    return { ...plain, kind: "paragraph", lines: rest(begin) };

  return null;
}

/** Whether a wrapped line that looks numbered belongs to the sentence before it ("… in paragraphs / (a) and (b)", "… under Article / 5. The"). */
function goesOn(source: string, open: Open, body: string): boolean {
  if (/^\(?[\da-z]{1,3}[).]?[\s,]+(?:and|or|to|above|below|of|et|ou|і|и|та)\b/.test(body)) return true;
  if (open.kind === "heading" || open.kind === "table") return false;
  const last = open.lines.at(-1)!;
  const before = source.slice(Math.max(last.start, last.end - 200), last.end).trimEnd();
  const label = /^\(?([\da-z]{1,3})[).]/.exec(body);
  if (label === null || /^(?:1|a|i)$/.test(label[1]!)) return false;
  const earlier = /^\([b-z]\)/.test(body) ? `(${String.fromCharCode(body.charCodeAt(1) - 1)})` : null;
  if (earlier !== null && before.lastIndexOf(earlier) > 0) return true;

  return open.kind !== "item" && !/(?:[.:;,!?)\]"”»*_]|\b(?:and|or|et|ou|y|und|та|і|и))$/u.test(before);
}

function endsSentence(open: Open): boolean {
  return open.lines.length > 0;
}

const optionStart = new RegExp(
  `^[*_[]{0,4}(?:${optionWords})(?:[ \\t]+|(?=\\d))(?:\\d{1,3}|\\p{L}|\\([\\p{Ll}\\d]{1,2}\\)|[IVX]{1,5})[*_]{0,3}[ \\t]*(?:[:.)–-]|[*_]{1,3}|$)`,
  "u",
);

function startsOption(body: string): boolean {
  return optionStart.test(body);
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function columns(text: string, until: number): number {
  let count = 0;
  for (let at = 0; at < until; at += 1) count += text[at] === "\t" ? 4 : 1;

  return count;
}

function closesLater(source: string, lines: readonly Line[], index: number, mark: string): boolean {
  for (let at = index + 1; at < lines.length && at < index + 2000; at += 1)
    if (source.slice(lines[at]!.start, lines[at]!.end).trimStart().startsWith(mark)) return true;

  return false;
}

function isAddress(target: string): boolean {
  return /^<|[/#]|^\w+:|\.\w{2,}$/.test(target);
}

function definitionsOf(source: string, lines: readonly Line[]): Definitions {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const { start, end } of lines) {
    if (source.charCodeAt(start) !== 91 && !/[[\s]/.test(source[start] ?? "")) continue;
    const text = source.slice(start, Math.min(end, start + 2300));
    const note = noteDefinition.exec(text);
    if (note !== null) notes.add(note[1]!.toLowerCase());
    const link = linkDefinition.exec(text);
    if (link !== null && isAddress(link[2]!)) links.add(link[1]!.trim().toLowerCase());
  }

  return { links, notes };
}

const sentenceEnd = /[.:;!?…؟。]["'”’»)\]*_]{0,4}$/;

/** Nobody wraps lines wider than this. */
const widestWrap = 120;

/** Whether a line had room for the first word of the next: its end was meant. A wrapped paragraph fills its lines. */
function hasRoom(source: string, line: OpenLine, next: OpenLine, width: number): boolean {
  if (line.end - line.start > widestWrap) return true;
  const word = /^\S{1,200}/.exec(source.slice(next.start, Math.min(next.end, next.start + 200)))?.[0].length ?? 0;

  return line.end - line.start + 1 + word <= width;
}

function widthOf(lines: readonly OpenLine[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);

  return width;
}

/** One block's lines as the paragraphs they make. */
function paragraphsOf(source: string, open: Open): Open[] {
  const { lines } = open;
  if (lines.length === 1 || open.kind === "heading" || open.kind === "table") return [open];
  const width = widthOf(lines);
  const paragraphs: Open[] = [{ ...open, lines: [lines[0]!] }];
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    const before = lines[at - 1]!;
    const tail = source.slice(Math.max(before.start, before.end - 40), before.end).trimEnd();
    if (sentenceEnd.test(tail) && hasRoom(source, before, line, width))
      paragraphs.push({
        ...open,
        kind: "paragraph",
        bullet: false,
        note: null,
        indent: line.indent,
        inner: line.indent,
        lines: [line],
      });
    else paragraphs.at(-1)!.lines.push(line);
  }

  return paragraphs;
}

/** Offsets at which lines begin, where the block is no wrapped paragraph: a line of it had room for more. */
function breaksOf(source: string, lines: readonly OpenLine[], starts: readonly number[]): readonly number[] {
  const width = widthOf(lines);
  const isWrapped = lines.every((line, at) => at === 0 || !hasRoom(source, lines[at - 1]!, line, width));

  return isWrapped ? [] : starts.slice(1);
}

function blockOf(
  source: string,
  open: Open,
  definitions: Definitions,
  counts: { links: number; notes: number; escapes: number },
  oddities: Oddity[],
): Block | null {
  const parts = open.lines.map(({ start, end }) => source.slice(start, end).trimEnd());
  const raw = parts.join(" ");
  if (open.kind === "item" && raw === "TOC") return null;
  const found = inlineOf(raw, definitions);
  counts.links += found.links;
  counts.notes += found.notes;
  counts.escapes += found.escapes;

  const starts: number[] = [];
  let offset = 0;
  for (const part of parts) {
    starts.push(offset);
    offset += part.length + 1;
  }
  const toSource = (at: number): number => {
    const low = lastAtMost(starts.length, (index) => starts[index]!, at);
    return open.lines[low]!.start + (at - starts[low]!);
  };
  oddities.push(...found.oddities.map((oddity) => ({ ...oddity, offset: toSource(oddity.offset) })));

  const segments: Segment[] = [];
  const toText = textOffsets(found.kept);
  let text = "";
  for (const kept of found.kept) {
    let from = kept.start;
    while (from < kept.end) {
      const line = lastAtMost(starts.length, (index) => starts[index]!, from);
      const until = Math.min(kept.end, (starts[line + 1] ?? raw.length + 1) - 0);
      segments.push({ at: text.length, length: until - from, source: toSource(from), sourceLength: until - from });
      text += raw.slice(from, until);
      from = until;
    }
  }
  if (text.trim() === "" && found.marks.length === 0) return null;
  if (open.kind === "heading" && text.length > longestHeading) open.kind = "paragraph";

  return {
    kind: open.kind,
    level: open.kind === "heading" ? open.level : 0,
    indent: open.indent,
    inner: open.inner,
    bullet: open.bullet,
    text,
    segments,
    literals: found.literals.map(toText),
    marks: found.marks.map((mark) => ({ ...mark, at: toText(mark.at) })),
    breaks: parts.length === 1 ? [] : breaksOf(source, open.lines, starts).map(toText),
    strong: found.strong.map((span) => ({ start: toText(span.start), end: toText(span.end) })),
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
