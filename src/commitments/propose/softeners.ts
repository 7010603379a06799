import { modalsIn, type Span } from "../../text/index.ts";
import type { Passage } from "./passage.ts";

const downgrades =
  /^(?:as (?:may be )?appropriate|where(?:ver)? (?:possible|appropriate|feasible|practicable)|possibly|(?:to the extent|as far as|if|insofar as) (?:possible|practicable|feasible)|in principle)$/i;

/** Words that turn a duty into an effort: "where possible", "as appropriate", "possibly". */
export function softenerIn(passage: Passage, area: Span): Span | null {
  if (!/appropriate|possibl|possibly|feasible|practicable|principle/i.test(passage.text.slice(area.start, area.end)))
    return null;
  const found = modalsIn(passage.text.slice(area.start, area.end), passage.language).find(
    (modal) => modal.class === "softener" && downgrades.test(modal.words),
  );

  return found === undefined ? null : { start: area.start + found.start, end: area.start + found.end };
}
