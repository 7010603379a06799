import type { Modality, Strength } from "../commitment.ts";
import type { Slot } from "../slot.ts";
import { anchorsOf } from "./passage.ts";

/** What a sentence gives every frame of it. */
export type Outline = { readonly sentence: number; readonly says: string };

/** A modality that a rule chose. */
export function proposed(value: Modality, spans: ReturnType<typeof anchorsOf>, rule: string): Slot<Modality> {
  return { kind: "proposed", value, spans, rule };
}

/** No modal stands in the words. */
export const none = (spans: ReturnType<typeof anchorsOf>): Slot<Strength> => ({ kind: "stated", value: "none", spans });

/** Where the words end before closing marks. */
export function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, Math.max(from, to)).replace(/[\s.;:,]+$/, "").length;
}
