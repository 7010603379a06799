import type { Span } from "../../text/index.ts";
import type { DecisionRule, Silence } from "../actor.ts";
import type { Consequence, Determination, Power } from "../commitment.ts";
import type { Duration, EventRef } from "../event.ts";
import type { Anchor, Slot } from "../slot.ts";
import { bodyStatements } from "./body-statements.ts";
import { answerStatements } from "./answer-statements.ts";
import type { Passage } from "./passage.ts";
import { textStatements } from "./text-statements.ts";

/** Names and slots about a body that one sentence states. `body` is the designation as written, or a pronoun. */
export type BodyStatement = {
  readonly kind: "body";
  readonly body: string;
  readonly created?: boolean;
  readonly members?: readonly { readonly actor: string; readonly weight: number; readonly votesAs: string | null }[];
  readonly rule?: DecisionRule;
  readonly threshold?: number;
  readonly quorum?: number;
  readonly tie?: string;
  readonly decidesWithin?: Duration;
  readonly onSilence?: Silence;
  readonly staffedBy?: readonly string[];
  readonly paidBy?: readonly string[];
  readonly startsOn?: EventRef;
  readonly suspensionPlan?: string;
  readonly access?: { readonly isFree: boolean | null; readonly consentOf: readonly string[] };
};

/** Something a sentence says about the machinery of the text. */
export type Statement = {
  readonly sentence: number;
  readonly spans: readonly Anchor[];
  /** The sentence is this statement and no promise: it gives no frame. */
  readonly silences: boolean;
  readonly says: StatementKind;
};

export type StatementKind =
  | BodyStatement
  | { readonly kind: "determination"; readonly value: Determination; readonly covers: readonly string[] }
  | {
      readonly kind: "consequence";
      readonly value: Consequence;
      readonly covers: readonly string[];
      readonly onDetermination: boolean;
      readonly afterVerb: string | null;
    }
  | { readonly kind: "reinstatement"; readonly needsDecision: boolean; readonly by: readonly string[] }
  | {
      readonly kind: "guarantor";
      readonly names: readonly string[];
      /** What they are called: "Regional Guarantors". */
      readonly title: string;
    }
  | {
      readonly kind: "guarantee";
      readonly guarantor: Slot<readonly string[]>;
      readonly covers: readonly string[];
      readonly noun: string;
      readonly bound: boolean;
      readonly expires: Slot<EventRef>;
    }
  | { readonly kind: "power"; readonly value: Omit<Power, "id" | "requires"> }
  | {
      readonly kind: "owed";
      /** Empty where the sentence does not say. */
      readonly by: readonly string[];
      readonly to: readonly string[];
      /** Labels of the provisions meant, as written. */
      readonly covers: readonly string[];
      /** How far the words reach where they name no provision. */
      readonly reach: "text" | "article" | "sentence";
    }
  | { readonly kind: "term"; readonly term: string; readonly means: string }
  | { readonly kind: "zone"; readonly zone: string }
  | { readonly kind: "authentic"; readonly languages: readonly string[]; readonly prevailing: string | null };

/** Every statement of a sentence about bodies, answers to a breach, and the text itself. */
export function readStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  return [
    ...bodyStatements(passage, span, sentence),
    ...answerStatements(passage, span, sentence),
    ...textStatements(passage, span, sentence),
  ];
}
