import type { Choices } from "../text/index.ts";
import type { Condition, Duration, EventRef, Window } from "./event.ts";
import type { Anchor, Slot } from "./slot.ts";

export type Modality =
  | "obligation"
  | "prohibition"
  | "permission"
  | "power"
  | "immunity"
  | "declaration"
  | "best-effort";

export type Strength = "shall" | "will" | "should" | "may" | "none";

export type ActionClass =
  | "withdraw"
  | "disarm"
  | "demobilise"
  | "release"
  | "return"
  | "transfer"
  | "recognise"
  | "legislate"
  | "elect"
  | "pay"
  | "refrain"
  | "admit-access"
  | "report"
  | "verify"
  | "guarantee"
  | "sanction"
  | "negotiate"
  | "establish-body"
  | "other";

export type Action = {
  /** Base form: "withdraw". */
  readonly verb: string;
  /** Object in the text's words, empty where there is none. */
  readonly object: string;
  readonly place: Slot<string>;
  readonly class: ActionClass;
};

export type Quantity = {
  /** As written, so that nothing is rounded: "50", "two thirds". */
  readonly value: string;
  readonly unit: string | null;
  readonly bound: "at-least" | "at-most" | "exactly";
  readonly countedAs: Slot<string>;
  readonly baseline: Slot<string>;
};

export type Evidence =
  | "site-visit"
  | "satellite"
  | "sensor"
  | "document"
  | "witness"
  | "third-party-report"
  | "self-report"
  | "joint-inspection";

export type Verification = {
  /** Label of the provision that says it. */
  readonly label: string;
  readonly spans: readonly Anchor[];
  readonly by: Slot<readonly string[]>;
  readonly evidence: Slot<readonly Evidence[]>;
  /** `true`: the words give a right of access; `false`: they make access depend on consent. */
  readonly access: Slot<boolean>;
  readonly needsConsentOf: Slot<readonly string[]>;
  readonly from: Slot<Window>;
  readonly frequency: Slot<string>;
  readonly within: Slot<Duration>;
  /** "shall", not "may". */
  readonly bound: boolean;
  readonly establishes: "performed" | "breached" | "both";
  readonly reportsTo: Slot<readonly string[]>;
  readonly reportsWithin: Slot<Duration>;
};

export type Determination = {
  readonly label: string;
  readonly by: readonly string[];
  readonly bound: boolean;
  readonly within: Slot<Duration>;
  readonly onSilence: Slot<"nothing" | "deemed-breach" | "deemed-kept">;
  readonly appealTo: Slot<readonly string[]>;
};

export type ConsequenceKind =
  | "notify"
  | "consult"
  | "suspend-counter-performance"
  | "snapback"
  | "compensation"
  | "sanction"
  | "peacekeeping-response"
  | "use-of-force"
  | "escrow-release"
  | "termination"
  | "referral";

export type Consequence = {
  readonly label: string;
  readonly spans: readonly Anchor[];
  /** `"automatic"` where the words say that it happens of itself. */
  readonly by: Slot<readonly string[] | "automatic">;
  readonly kind: ConsequenceKind;
  /** In the text's words. */
  readonly says: string;
  /** What must have happened first; a determination where the words say so. */
  readonly requires: readonly EventRef[];
  readonly needsConsentOf: Slot<readonly string[]>;
  readonly within: Slot<Duration>;
  readonly bound: boolean;
  /** 0 for notify, consult, referral; 1 for every other kind unless a reading says otherwise. */
  readonly cost: Slot<number>;
  readonly reinstatement: "default" | "needs-decision";
  /** "unless X decides otherwise". */
  readonly unless: Slot<string>;
  readonly until: Slot<EventRef>;
  /** Unless a reading says otherwise the bearer in breach. */
  readonly addressee: Slot<readonly string[]>;
};

export type Commitment = {
  /** `<label>/<n>`, n counting from 1 within the provision. */
  readonly id: string;
  /** Id of the provision. */
  readonly provision: string;
  readonly label: string;
  readonly spans: readonly Anchor[];
  /** The bracket options in which its words stand: it exists only where these are chosen. */
  readonly requires: Choices;
  readonly bearer: Slot<readonly string[]>;
  readonly liability: Slot<"several" | "joint" | "joint-and-several">;
  readonly counterparty: Slot<readonly string[]>;
  readonly modality: Slot<Modality>;
  readonly strength: Slot<Strength>;
  readonly action: Action;
  readonly quantity: Slot<Quantity>;
  readonly mode: "achieve" | "maintain" | "achieve-and-maintain";
  /** Derived: a mechanism serves primary commitments and is judged through them. */
  readonly role: "primary" | "mechanism";
  readonly trigger: Slot<EventRef>;
  readonly condition: Slot<Condition>;
  readonly elseBranch: Slot<string>;
  /** When the act must be complete (or, for a lasting duty, when it begins). */
  readonly window: Slot<Window>;
  /** When the act must begin, where the words set that apart. */
  readonly start: Slot<Window>;
  readonly until: Slot<EventRef>;
  readonly needsConsentOf: Slot<readonly string[]>;
  readonly reversible: Slot<"irrevocable" | "costly" | "reversible">;
  /** Integer on the reader's own scale, for exposure. */
  readonly value: number | null;
  readonly criterion: Slot<string>;
  readonly verification: readonly Verification[];
  readonly determination: Slot<Determination>;
  readonly onBreach: readonly Consequence[];
  readonly overrides: readonly string[];
  readonly survivesTermination: boolean;
};

/** The slots of a commitment that say what is owed, by whom and when; those of its verifications and answers are theirs. */
export const slotNames = [
  "bearer",
  "liability",
  "counterparty",
  "modality",
  "strength",
  "quantity",
  "trigger",
  "condition",
  "elseBranch",
  "window",
  "start",
  "until",
  "needsConsentOf",
  "reversible",
  "criterion",
  "determination",
] as const satisfies readonly (keyof Commitment)[];

export type Guarantee = {
  readonly id: string;
  readonly provision: string;
  readonly label: string;
  readonly spans: readonly Anchor[];
  readonly requires: Choices;
  readonly guarantor: Slot<readonly string[]>;
  /** Labels of the provisions guaranteed, or all. */
  readonly covers: Slot<readonly string[] | "all">;
  readonly trigger: Slot<EventRef>;
  readonly effect: Slot<Consequence>;
  readonly cost: Slot<number>;
  readonly bound: boolean;
  readonly expires: Slot<EventRef>;
  readonly optOuts: readonly string[];
};

/** What an actor may do to the norms themselves. `allowed: false` is a limit ("may not suspend"). */
export type Power = {
  readonly id: string;
  readonly provision: string;
  readonly label: string;
  readonly spans: readonly Anchor[];
  readonly requires: Choices;
  readonly holder: Slot<readonly string[]>;
  readonly effect: "suspend" | "resume" | "terminate" | "discharge" | "amend" | "review" | "leave" | "survive";
  readonly actsOn: readonly string[] | "all";
  readonly allowed: boolean;
  readonly trigger: Slot<Condition>;
  readonly notice: Slot<Duration>;
  readonly needsConsentOf: Slot<readonly string[]>;
};
