import type { Slip } from "../text/index.ts";
import type { Actor, Body } from "./actor.ts";
import type { Commitment, Guarantee, Power } from "./commitment.ts";
import type { Anchor, DeclaredAmbiguity, Slot } from "./slot.ts";

export type Term = { readonly term: string; readonly means: string; readonly anchor: Anchor };

/**
 * What one reader takes one exact version of a text to mean: a standoff overlay, the words are never touched.
 * `proposed` is what the rules propose before anyone has confirmed anything.
 */
export type Reading = {
  readonly reader: string;
  readonly kind: "proposed" | "given";
  readonly language: string;
  /** SHA-256 of the text's bytes in hex, or `null` where it is not pinned. */
  readonly textHash: string | null;
  readonly actors: readonly Actor[];
  readonly bodies: readonly Body[];
  readonly terms: readonly Term[];
  readonly commitments: readonly Commitment[];
  readonly guarantees: readonly Guarantee[];
  readonly powers: readonly Power[];
  readonly declared: readonly DeclaredAmbiguity[];
  /** The zone for all dates of the text, where one clause states it. */
  readonly timeZone: Slot<string>;
  readonly authentic: Slot<{ readonly languages: readonly string[]; readonly prevailing: string | null }>;
  /** Days within which the reader wants an answer to a breach. */
  readonly answerWithin: number | null;
  readonly slips: readonly Slip[];
};
