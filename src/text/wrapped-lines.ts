import type { OpenBlock, OpenLine } from "./open-block.ts";

const sentenceEnd = /[.:;!?…؟。]["'”’»)\]*_]{0,4}$/;

/** Nobody wraps lines wider than this. */
const widestWrap = 120;

/** One block's lines as the paragraphs they make: a line that ends a sentence and had room for the next word ends a paragraph. */
export function paragraphsOf(source: string, open: OpenBlock): readonly OpenBlock[] {
  const { lines } = open;
  const width = widthOf(lines);
  const paragraphs: OpenBlock[] = [{ ...open, lines: [lines[0]!] }]; // an open block has a line
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    const before = lines[at - 1]!;
    const tail = source.slice(Math.max(before.start, before.end - 40), before.end).trimEnd();
    if (sentenceEnd.test(tail) && hasRoom(source, before, line, width))
      paragraphs.push({
        kind: "paragraph",
        level: 0,
        indent: line.indent,
        inner: line.indent,
        bullet: false,
        note: null,
        lines: [line],
      });
    else paragraphs.at(-1)!.lines.push(line);
  }

  return paragraphs;
}

/** Whether a block's line ends are meant: a line of it had room for more. */
export function isWrapped(source: string, lines: readonly OpenLine[]): boolean {
  const width = widthOf(lines);

  return lines.every((line, at) => at === 0 || !hasRoom(source, lines[at - 1]!, line, width));
}

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
