import type { Block } from "./block.ts";
import { looksLikeTitle } from "./heading-words.ts";
import { capitalLabelOf, type Label } from "./labels.ts";

/** Under a heading with a roman number stand those with a letter. */
const levels = { "upper-roman": 2, "upper-letter": 3 } as const;
type Style = keyof typeof levels;

/**
 * Plain texts part themselves by short lines: `I. Ceasefire`, `A. Scope`. Such lines are headings where they count: one begins with the first
 * number and another goes on with the second. `I.` counts with `II.`, in a row of letters with `H.` and `J.`
 */
export function withCapitalHeadings(blocks: readonly Block[]): readonly Block[] {
  const candidates = new Map<number, Label>();
  const seen = new Set<string>();
  blocks.forEach((block, at) => {
    const label = block.kind === "paragraph" && block.text.length <= 120 ? capitalLabelOf(block.text) : null;
    if (label === null || !looksLikeTitle(block.text.slice(label.end).trim())) return;
    candidates.set(at, label);
    for (const step of [label.step, label.alternative]) if (step !== null) seen.add(`${step.style} ${step.value}`);
  });
  const counts = (style: Style): boolean => seen.has(`${style} 1`) && seen.has(`${style} 2`);
  const romans = counts("upper-roman");
  const letters = counts("upper-letter");
  if (!romans && !letters) return blocks;

  return blocks.map((block, at) => {
    const label = candidates.get(at);
    const style = label === undefined ? null : styleOf(label, romans, letters);
    return style === null ? block : { ...block, kind: "heading", level: levels[style] };
  });
}

function styleOf({ step, alternative }: Label, romans: boolean, letters: boolean): Style | null {
  const isOf = (style: Style): boolean => step.style === style || alternative?.style === style;
  if (romans && isOf("upper-roman") && (step.style === "upper-roman" || !letters)) return "upper-roman";

  return letters && isOf("upper-letter") ? "upper-letter" : null;
}
