import type { Block } from "./block.ts";
import { noteBegun } from "./definitions.ts";
import { optionWords, startsEnumerated, startsKeyword } from "./labels.ts";

/** A block of a Markdown text while its lines come in. */
export type OpenBlock = {
  kind: Block["kind"];
  level: number;
  readonly indent: number;
  readonly inner: number;
  readonly bullet: boolean;
  readonly note: string | null;
  readonly lines: OpenLine[];
};

/** The stretch of the source that one line gives its paragraph, with the column at which it begins. */
export type OpenLine = { readonly start: number; readonly end: number; readonly indent: number };

const heading = /^[ ]{0,3}(#{1,6})(?!#)([ \t]*)/;
const bulletMarks = "-*+•–—·";
const bullet = /^([ \t]*)([-*+•–—·])([ \t]+)(?=\S)/;
const optionStart = new RegExp(
  `^[*_[]{0,4}(?:${optionWords})(?:[ \\t]+|(?=\\d))(?:\\d{1,3}|\\p{L}|\\([\\p{Ll}\\d]{1,2}\\)|[IVX]{1,5})[*_]{0,3}[ \\t]*(?:[:.)–-]|[*_]{1,3}|$)`,
  "u",
);

/**
 * What the line `text`, at `start` in the source, opens; `null` where it goes on with the open block. `space` is the length of the white
 * space before its words.
 */
export function opening(
  source: string,
  text: string,
  start: number,
  space: number,
  open: OpenBlock | null,
): OpenBlock | null {
  const indent = columns(text, space);
  const end = start + text.length;
  const first = text[space] ?? "";
  const title = first === "#" ? headingLine(text, start) : null;
  if (title !== null) return { ...block("heading", indent, title), level: title.level };
  const note = first === "[" ? noteBegun(text) : null;
  if (note !== null) return { ...block("note", indent, { start: start + note.length, end }), note: note.name };
  const dash = bulletMarks.includes(first) ? bullet.exec(text) : null;
  if (dash !== null) {
    const line = { start: start + dash[0].length, end };
    return { ...block("item", indent, line), inner: columns(text, dash[0].length), bullet: true };
  }
  if (first === "|" && /\|\s*$/.test(text.slice(space + 1)))
    return open?.kind === "table" ? null : block("table", indent, { start: start + space, end });
  const quote = first === ">" ? /^[ ]{0,3}>[ \t]?/.exec(text) : null;
  const begin = quote === null ? space : quote[0].length;
  const body = begin === 0 ? text : text.slice(begin);
  const line = { start: start + begin, end };
  const label = startsEnumerated(body);
  if (label > 0 && !(open !== null && goesOn(source, open, body)))
    return { ...block("item", indent, line), inner: indent + label };
  if (open === null || open.kind === "table" || startsKeyword(body) !== "no" || optionStart.test(body))
    return block("paragraph", indent, line);
  const leavesBullet = open.kind === "item" && open.bullet && indent < open.inner && open.indent >= indent;

  return leavesBullet ? block("paragraph", indent, line) : null;
}

function block(kind: Block["kind"], indent: number, { start, end }: Omit<OpenLine, "indent">): OpenBlock {
  return { kind, level: 0, indent, inner: indent, bullet: false, note: null, lines: [{ start, end, indent }] };
}

function headingLine(
  text: string,
  start: number,
): { readonly level: number; readonly start: number; readonly end: number } | null {
  const found = heading.exec(text);
  if (found === null) return null;
  const level = found[1]!.length;
  if (found[2] === "" && level === 1 && !/^#[A-ZА-ЯІЇЄ]/.test(text.trim())) return null;

  return {
    level,
    start: start + found[0].length,
    end: start + text.replace(/[ \t]#+[ \t]*$/, "").trimEnd().length,
  };
}

/** Whether a wrapped line that looks numbered belongs to the sentence before it ("… in paragraphs / (a) and (b)", "… under Article / 5. The"). */
function goesOn(source: string, open: OpenBlock, body: string): boolean {
  if (/^\(?[\da-z]{1,3}[).]?[\s,]+(?:and|or|to|above|below|of|et|ou|і|и|та)\b/.test(body)) return true;
  if (open.kind === "heading" || open.kind === "table") return false;
  const last = open.lines.at(-1)!; // an open block has a line
  const before = source.slice(Math.max(last.start, last.end - 200), last.end).trimEnd();
  const label = /^\(?([\da-z]{1,3})[).]/.exec(body);
  if (label === null || /^(?:1|a|i)$/.test(label[1]!)) return false;
  const earlier = /^\([b-z]\)/.test(body) ? `(${String.fromCharCode(body.charCodeAt(1) - 1)})` : null;
  if (earlier !== null && before.lastIndexOf(earlier) > 0) return true;

  return open.kind !== "item" && !/(?:[.:;,!?)\]"”»*_]|\b(?:and|or|et|ou|y|und|та|і|и))$/u.test(before);
}

/** Columns that the first `until` units take; a tab takes four. */
export function columns(text: string, until: number): number {
  let count = 0;
  for (let at = 0; at < until; at += 1) count += text[at] === "\t" ? 4 : 1;

  return count;
}
