import type { Modality, Strength } from "../commitment.ts";
import type { Slot } from "../slot.ts";
import { anchorsOf } from "./passage.ts";

export type Outline = { readonly sentence: number; readonly says: string };

export function proposed(value: Modality, spans: ReturnType<typeof anchorsOf>, rule: string): Slot<Modality> {
  return { kind: "proposed", value, spans, rule };
}

export const none = (spans: ReturnType<typeof anchorsOf>): Slot<Strength> => ({ kind: "stated", value: "none", spans });

export function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, Math.max(from, to)).replace(/[\s.;:,]+$/, "").length;
}
