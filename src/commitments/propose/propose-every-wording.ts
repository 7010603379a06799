import type { Draft } from "../../text/index.ts";
import type { Commitment } from "../commitment.ts";
import { proposeReading } from "./propose-reading.ts";

/** The commitments of every wording: those of the first options, and of each other option with what encloses it. */
export function proposeEveryWording(draft: Draft): readonly Commitment[] {
  return proposeReading(draft).commitments;
}
