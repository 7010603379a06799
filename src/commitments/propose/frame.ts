import type { Commitment } from "../commitment.ts";
import type { TimePhrase } from "./time-phrase.ts";

/** How the act was found: by a modal, a noun, a verb at the head, a helper's phrase, or a verb of declaring. */
export type HeadKind = "modal" | "nominal" | "imperative" | "helper" | "declaration" | "recommendation";

/**
 * A commitment as one passage alone proposes it. What needs the whole text (who "it" is, which act "the withdrawal"
 * means, who verifies) is filled in by `link`. Actors are designations as written, events facts in words.
 */
export type Frame = Omit<Commitment, "id" | "role" | "requires"> & {
  readonly head: HeadKind;
  /** Number of the sentence in its passage. */
  readonly sentence: number;
  /** Place in the passage, for order and for pronouns. */
  readonly at: number;
  readonly article: string;
  /** The subject as written where it is a pronoun or names no actor. */
  readonly subject: string;
  readonly phrases: readonly TimePhrase[];
  /** A helper's or verifier's frame serves the frame this many places before it. */
  readonly serves: number;
  /** Index of its passage in the text. */
  readonly reading: number;
  /** The sentence in full, without the lead-in. */
  readonly says: string;
};
