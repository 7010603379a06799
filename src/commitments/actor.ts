import type { EventRef, Duration } from "./event.ts";
import type { Anchor, Slot } from "./slot.ts";

export const actorKinds = [
  "party",
  "guarantor",
  "verifier",
  "commission",
  "mediator",
  "third-state",
  "international-organisation",
  "armed-group",
] as const;

/** What an actor does in this text; implies no recognition and no rank. */
export type ActorKind = (typeof actorKinds)[number];

export type Actor = {
  /** The designation as the text or the reader writes it; the same words are the same actor. */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly memberOf: readonly string[];
  /** Entered by a reader, never derived. */
  readonly alliedWith: readonly string[];
  readonly trustRoot: boolean;
  /** For "the Parties", "both sides": the actors meant, empty where the text does not name them. `null` for one actor. */
  readonly collective: readonly string[] | null;
  /** Exists outside the text (a bare proper name, a name of title, preamble or signatures): needs no creating clause. */
  readonly outside: boolean;
  readonly spans: readonly Anchor[];
};

/** An actor of whom only a name and a kind are known. A body of the text's own making needs a creating clause. */
export function actorNamed(id: string, kind: ActorKind, spans: Actor["spans"] = []): Actor {
  return {
    id,
    name: id,
    kind,
    memberOf: [],
    alliedWith: [],
    trustRoot: false,
    collective: null,
    outside: kind !== "commission" && kind !== "verifier",
    spans,
  };
}

export type DecisionRule =
  | "consensus"
  | "unanimity"
  | "qualified-majority"
  | "majority"
  | "chair-decides"
  | "any-member";

export type Silence = "nothing" | "deemed-adopted" | "deemed-rejected";

/** How an actor that consists of members decides, and whether it exists: creation, mandate, staff, pay, start. */
export type Body = {
  /** Id of the actor. */
  readonly id: string;
  /** Weights are votes; an actor appointed by another votes as its appointer (`votesAs`). */
  readonly members: readonly { readonly actor: string; readonly weight: number; readonly votesAs: string | null }[];
  readonly rule: Slot<DecisionRule>;
  /** Votes needed to adopt. */
  readonly threshold: Slot<number>;
  readonly quorum: Slot<number>;
  readonly tie: Slot<string>;
  readonly decidesWithin: Slot<Duration>;
  readonly extension: Slot<Duration>;
  readonly onSilence: Slot<Silence>;
  /** Label of the creating provision. */
  readonly createdBy: Slot<string>;
  readonly mandate: Slot<string>;
  readonly staffedBy: Slot<readonly string[]>;
  readonly paidBy: Slot<readonly string[]>;
  readonly startsOn: Slot<EventRef>;
  /** What happens if it must leave, in words. */
  readonly suspensionPlan: Slot<string>;
};
