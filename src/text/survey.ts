import type { Block } from "./block.ts";
import { givenLabel } from "./given-number.ts";
import { isPreambleHeading } from "./heading-words.ts";
import { labelOf, type Label } from "./labels.ts";

/** What must be known of the whole text before its first block can be placed. */
export type Survey = {
  readonly blocks: readonly Block[];
  readonly labels: readonly (Label | null)[];
  readonly numbered: boolean;
  /** "Section 3" is an article where nothing is called one. */
  readonly sectionIsArticle: boolean;
  /** Headings bear the numbers of points. */
  readonly pointHeadings: boolean;
  /** For each block, the next number without a keyword before the next heading. */
  readonly nextNumber: readonly (Label | null)[];
  /** The preamble's own heading, -1 without; what stands before it is no preamble. */
  readonly preambleAt: number;
  readonly signaturesFrom: number;
};

const signatureStart =
  /^(?:done (?:at|in|on|this)|signed\b|in witness whereof|in faith whereof|for (?:and on behalf of )?the (?:government|republic|kingdom|state|federation|side|parties|part of)\b|on behalf of|participants of\b|signatories\b|witnessed by|fait à|hecho en|за уряд|за правительство|учинено|вчинено|совершено)/i;
/** Signatures stand at the end: no further from it than this. */
const longestBlock = 400;

/** Looks over all blocks once. O(blocks). */
export function surveyOf(blocks: readonly Block[]): Survey {
  const labels = blocks.map((block) => labelOf(block.text, block.kind === "heading") ?? givenLabel(block.given));
  const articles = labels.some((label) => label?.keyword === "article");

  return {
    blocks,
    labels,
    numbered: labels.some((label) => label !== null),
    sectionIsArticle: !articles,
    pointHeadings:
      !articles && blocks.some((block, at) => block.kind === "heading" && labels[at]?.step.style === "decimal"),
    nextNumber: nextNumbers(blocks, labels),
    preambleAt: blocks.findIndex((block) => block.kind === "heading" && isPreambleHeading(block.text)),
    signaturesFrom: signaturesFrom(blocks, labels),
  };
}

function nextNumbers(blocks: readonly Block[], labels: readonly (Label | null)[]): (Label | null)[] {
  const found = Array.from<Label | null>({ length: blocks.length }).fill(null);
  let next: Label | null = null;
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    found[at] = next;
    const label = labels[at] ?? null;
    if (blocks[at]!.kind === "heading" || (label !== null && label.keyword !== null)) next = null;
    else if (label !== null) next = label;
  }

  return found;
}

/** The block with which the signatures begin, after the last number; the count of blocks where there are none. */
function signaturesFrom(blocks: readonly Block[], labels: readonly (Label | null)[]): number {
  const lastNumbered = labels.findLastIndex((label) => label !== null);
  let from = blocks.length;
  for (let at = blocks.length - 1; at > Math.max(lastNumbered, blocks.length - longestBlock); at -= 1) {
    const block = blocks[at]!; // a place of the list
    if (block.kind !== "note" && signatureStart.test(block.text.replace(/^[\W_]+/, ""))) from = at;
  }

  return from;
}
