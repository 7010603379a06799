import type { Slot } from "../slot.ts";
import type { Numbered } from "./link-events.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";

const line = /^\W*(?:for|in the case of) (?:the )?[^:;]{3,120}?[:,]? from (?<line>the [^;.]{3,200})/iu;

/**
 * Lines that give each side its own baseline, "for the northern forces: from the present line": what is measured has
 * as many baselines as there are lines, and which one counts is left open.
 */
export function withBaselines(frames: readonly Numbered[], readings: readonly PassageReading[]): readonly Numbered[] {
  return frames.map((frame) => {
    const { quantity } = frame;
    if (quantity.kind !== "stated" || quantity.value.baseline.kind !== "unresolved") return frame;
    const found = baselinesAfter(frame, readings);
    if (found.length === 0) return frame;
    const baseline: Slot<string> =
      found.length === 1
        ? { kind: "proposed", value: found[0]!.value, spans: found[0]!.spans, rule: "baseline-in-list" }
        : { kind: "ambiguous", alternatives: found, declared: "no" };

    return { ...frame, quantity: { ...quantity, value: { ...quantity.value, baseline } } };
  });
}

/** The lines directly after the passage, in the same article. */
function baselinesAfter(
  frame: Numbered,
  readings: readonly PassageReading[],
): readonly { readonly value: string; readonly spans: ReturnType<typeof anchorsOf> }[] {
  const found: { value: string; spans: ReturnType<typeof anchorsOf> }[] = [];
  for (let at = frame.reading + 1; at < readings.length && readings[at]!.passage.article === frame.article; at += 1) {
    const { passage } = readings[at]!;
    const match = line.exec(passage.text);
    const words = match?.groups?.["line"];
    if (match === null || words === undefined) break;
    const start = match.index + match[0].length - words.length;
    found.push({ value: words.trim(), spans: anchorsOf(passage, start, match.index + match[0].length) });
  }

  return found;
}
