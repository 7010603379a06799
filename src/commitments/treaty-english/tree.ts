import type { Actor, Body } from "../actor.ts";
import type { Commitment, Guarantee, Power } from "../commitment.ts";
import type { Term } from "../reading.ts";
import type { Anchor, Slot } from "../slot.ts";

/** What Treaty English says: declarations and frames, each list in the order of the source. */
export type TreatyEnglish = {
  readonly actors: readonly Actor[];
  readonly bodies: readonly Body[];
  readonly terms: readonly Term[];
  readonly timeZone: Slot<string>;
  readonly commitments: readonly Commitment[];
  readonly guarantees: readonly Guarantee[];
  readonly powers: readonly Power[];
};

/** Words that do not parse, with what could stand in their place. The rest is read. */
export type TreatySlip = {
  /** 1-based; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** One sentence for a person; lists what is allowed there. */
  readonly says: string;
  readonly excerpt: string;
  readonly allowed: readonly string[];
};

/** A name of an actor or a label of a provision where it stands, so that a caller can look whether it exists. */
export type Mention = {
  readonly kind: "actor" | "provision";
  readonly name: string;
  readonly as: "declared" | "bearer" | "verifier" | "body" | "guarantor" | "responder" | "member" | "other";
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
};

export type TreatyEnglishRead = TreatyEnglish & {
  readonly slips: readonly TreatySlip[];
  readonly mentions: readonly Mention[];
};

export type TreatyOptions = {
  /** Label of the provision whose words these are; a frame that opens with a label of its own goes there. */
  readonly at?: string;
  /** The id of the provision with a label, `null` where the text has none. */
  readonly provisionIds?: (label: string) => string | null;
  /** The words `[start, end)` of the source as anchors in provisions; none by default. */
  readonly anchorsOf?: (start: number, end: number) => readonly Anchor[];
  /** The actor that a designation means; by default itself. */
  readonly actorOf?: (words: string) => string;
};
