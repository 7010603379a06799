import type { Span } from "../../text/index.ts";
import type { ActionClass, Commitment, Modality, Strength } from "../commitment.ts";
import type { Slot } from "../slot.ts";
import type { HeadKind } from "./frame.ts";

/** What is known of an act before its slots are read. */
export type ActOutline = {
  readonly head: HeadKind;
  readonly sentence: number;
  readonly says: string;
  /** All words of the frame. */
  readonly span: Span;
  readonly bearer: Slot<readonly string[]>;
  readonly bearerWords: string;
  readonly subject: string;
  readonly modality: Slot<Modality>;
  readonly strength: Slot<Strength>;
  readonly base: string;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
  /** Words after the verb. */
  readonly rest: Span;
  /** The object where it stands before the verb (passive, intransitive), else `null`. */
  readonly object: string | null;
  /** Whom the act reaches, where it stands before the verb: "The Mission shall be granted access". */
  readonly recipient?: { readonly span: Span; readonly value: readonly string[] } | undefined;
  /** Words after the verb that name who acts. */
  readonly agent?: Span | undefined;
  /** Adjuncts and insertions of the clause, in order. */
  readonly adjuncts: readonly { readonly span: Span; readonly isLead: boolean }[];
};
