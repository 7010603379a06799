import type { Block } from "./block.ts";

const listed = /^\[(\d{1,3})\]\s+\S/;

/**
 * A list of notes under their numbers: paragraphs that begin with `[1]`, or with a raised mark, where words before them bear the same. They
 * are notes; the numbers in brackets are citations and no options. O(length).
 */
export function withNoteList(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => mayBeNote(block))) return blocks;
  const cited = new Set<string>();

  return blocks.map((block) => {
    const name = block.kind === "note" || block.kind === "heading" ? null : nameOf(block);
    const isNote = name !== null && cited.has(name);
    if (!isNote) for (const each of citationsIn(block)) cited.add(each);
    return isNote ? { ...block, kind: "note", note: name, marks: block.marks.filter(({ at }) => at > 0) } : block;
  });
}

function mayBeNote(block: Block): boolean {
  return nameOf(block) !== null;
}

function nameOf({ text, marks }: Block): string | null {
  const raised = marks[0];
  if (raised !== undefined && raised.at === 0) return raised.name;

  return text.startsWith("[") ? (listed.exec(text)?.[1] ?? null) : null;
}

/** Names of the notes that some words refer to. A number that begins a paragraph counts too: the next one of its name is the note. */
function citationsIn({ text, marks }: Block): string[] {
  const numbers = text.includes("[") ? [...text.matchAll(/\[(\d{1,3})\]/g)].map((found) => found[1]!) : []; // the pattern has it

  return [...numbers, ...marks.map(({ name }) => name)];
}
