import type { Block } from "./block.ts";
import type { Label, Step } from "./labels.ts";
import { part } from "./segments.ts";
import { ranks } from "./sketch.ts";
import { addSketch, type Standing } from "./standing.ts";

/** Takes a block of the signatures, or of the notes that may follow them. */
export function takeSignature(standing: Standing, block: Block): void {
  const { sketches, open } = standing;
  const trailing = trailingNote(block);
  if (trailing !== null) {
    standing.signatures = null;
    const { name, label } = trailing;
    standing.open = [addSketch(standing, { kind: "note", rank: 9, parent: null, note: name }, block, label)];
    return;
  }
  const last = open[0];
  if (last !== undefined && sketches[last]!.kind === "note") {
    addSketch(standing, { kind: "paragraph", rank: 9, parent: last }, block, null);
    return;
  }
  const starts = [0, ...block.breaks, block.text.length + 1];
  for (let line = 0; line + 1 < starts.length; line += 1)
    sign(standing, part(block, starts[line]!, starts[line + 1]! - 1));
}

function sign(standing: Standing, block: Block): void {
  const rank = ranks.article;
  if (standing.signatures === null) {
    standing.open = [];
    standing.signatures = addSketch(standing, { kind: "signatures", rank, parent: null }, block, null);
  } else addSketch(standing, { kind: "signatures", rank: rank + 1, parent: standing.signatures }, block, null);
}

/** `i Such measures are …` after the signatures: a note under its mark. */
function trailingNote(block: Block): { readonly name: string; readonly label: Label } | null {
  const found = /^([ivx]{1,4}|\*{1,3}|†|\d{1,2})\s+(?=\p{Lu})/u.exec(block.text);
  if (found === null) return null;
  const written = found[1]!; // the pattern has it
  const step: Step = { style: "roman", value: 1, written, parentheses: false };

  return {
    name: written,
    label: { keyword: null, step, alternative: null, literal: written, start: 0, end: found[0].length },
  };
}
