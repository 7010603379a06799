import type { DecisionRule } from "../actor.ts";
import type { Evidence, Modality, Power, Strength } from "../commitment.ts";
import type { Duration, Point } from "../event.ts";

/** The English table of keywords. Another language is another table; the tree knows no words of any. */

/** A modal says what is owed and how strongly. The longest phrase that fits is meant. */
export const modals: readonly { readonly says: string; readonly modality: Modality; readonly strength: Strength }[] = [
  { says: "SHALL USE BEST EFFORTS TO", modality: "best-effort", strength: "none" },
  { says: "HAS THE POWER TO", modality: "power", strength: "may" },
  { says: "IS IMMUNE FROM", modality: "immunity", strength: "none" },
  { says: "DECLARES THAT", modality: "declaration", strength: "none" },
  { says: "SHALL NOT", modality: "prohibition", strength: "shall" },
  { says: "WILL NOT", modality: "prohibition", strength: "will" },
  { says: "SHOULD NOT", modality: "prohibition", strength: "should" },
  { says: "MAY NOT", modality: "prohibition", strength: "may" },
  { says: "SHALL", modality: "obligation", strength: "shall" },
  { says: "WILL", modality: "obligation", strength: "will" },
  { says: "SHOULD", modality: "declaration", strength: "should" },
  { says: "MAY", modality: "permission", strength: "may" },
];

/** Words that open a declaration. */
export const declarationWords = ["ACTOR", "BODY", "GUARANTEE BY", "POWER OF", "TERM", "TIME ZONE"] as const;

/** Words that open a clause of a frame, in the order in which a sentence is printed. */
export const clauseWords = [
  "UPON",
  "STARTING",
  "WITHIN",
  "NO LATER THAN",
  "NOT BEFORE",
  "BETWEEN",
  "ON BREACH",
  "ON",
  "BY",
  "AFTER",
  "AS SOON AS POSSIBLE",
  "PROMPTLY",
  "NO DEADLINE",
  "UNTIL",
  "IF",
  "PROVIDED THAT",
  "UNLESS",
  "OTHERWISE",
  "WITH CONSENT OF",
  "TOWARDS",
  "IRREVOCABLE",
  "COSTLY TO UNDO",
  "REVERSIBLE",
  "COUNTED AS",
  "BASELINE",
  "DONE MEANS",
  "VERIFIED BY",
  "MAY BE VERIFIED BY",
  "DETERMINED BY",
  "MAY BE DETERMINED BY",
  "OVERRIDES",
  "SURVIVES TERMINATION",
  "UNRESOLVED",
] as const;

/** Words that go on inside a clause or declaration; none of them is a name unless it stands in angle brackets. */
export const innerWords = [
  "AND",
  "OR",
  "NOT",
  "OF",
  "IS",
  "TO",
  "NOT TO",
  "MEANS",
  "COVERS",
  "ALL",
  "JOINTLY",
  "SEVERALLY",
  "FROM",
  "USING",
  "WITHOUT CONSENT OF",
  "REPORTING TO",
  "EVERY",
  "ESTABLISHING",
  "ON SILENCE",
  "ON A TIE",
  "APPEAL TO",
  "AGAINST",
  "COST",
  "VALUE",
  "REINSTATED BY",
  "AS",
  "AUTOMATICALLY",
  "MEMBER OF",
  "ALLIED WITH",
  "TRUST ROOT",
  "WEIGHT",
  "DECIDES BY",
  "THRESHOLD",
  "QUORUM",
  "EXTENDED BY",
  "CREATED BY",
  "MANDATED BY",
  "STAFFED BY",
  "PAID BY",
  "STARTS ON",
  "IF IT LEAVES",
  "TRIGGERED BY",
  "NOTICE",
  "START OF",
  "COMPLETION OF",
  "VERIFIED COMPLETION OF",
  "OCCURRENCE OF",
  "UNKNOWN POINT OF",
  "SIGNATURE",
  "ENTRY INTO FORCE",
  "AT LEAST",
  "AT MOST",
  "EXACTLY",
  "DAY",
  "DAYS",
  "NOTHING",
  "ZONE",
] as const;

/** Prepositions that open a place after the object. */
export const placeWords = [
  "FROM",
  "IN",
  "INTO",
  "TO",
  "AT",
  "THROUGHOUT",
  "OUTSIDE",
  "INSIDE",
  "ALONG",
  "NEAR",
] as const;

export const points: readonly { readonly says: string; readonly point: Point }[] = [
  { says: "VERIFIED COMPLETION", point: "verified-completion" },
  { says: "START", point: "start" },
  { says: "COMPLETION", point: "completion" },
  { says: "OCCURRENCE", point: "occurrence" },
];

export const units: readonly { readonly says: string; readonly unit: Duration["unit"] }[] = [
  { says: "WORKING DAYS", unit: "working-days" },
  { says: "WORKING DAY", unit: "working-days" },
  { says: "HOURS", unit: "hours" },
  { says: "HOUR", unit: "hours" },
  { says: "DAYS", unit: "days" },
  { says: "DAY", unit: "days" },
  { says: "WEEKS", unit: "weeks" },
  { says: "WEEK", unit: "weeks" },
  { says: "MONTHS", unit: "months" },
  { says: "MONTH", unit: "months" },
  { says: "YEARS", unit: "years" },
  { says: "YEAR", unit: "years" },
];

export const rules: readonly { readonly says: string; readonly rule: DecisionRule }[] = [
  { says: "QUALIFIED MAJORITY", rule: "qualified-majority" },
  { says: "CONSENSUS", rule: "consensus" },
  { says: "UNANIMITY", rule: "unanimity" },
  { says: "MAJORITY", rule: "majority" },
  { says: "CHAIR", rule: "chair-decides" },
  { says: "ANY MEMBER", rule: "any-member" },
];

/** In lower case, as ordinary words. */
export const silences = ["deemed breach", "deemed kept", "nothing"] as const;

export const evidenceKinds: readonly Evidence[] = [
  "site-visit",
  "satellite",
  "sensor",
  "document",
  "witness",
  "third-party-report",
  "self-report",
  "joint-inspection",
];

export const powerWords: readonly { readonly says: string; readonly effect: Power["effect"] }[] = [
  { says: "SUSPEND", effect: "suspend" },
  { says: "RESUME", effect: "resume" },
  { says: "TERMINATE", effect: "terminate" },
  { says: "DISCHARGE", effect: "discharge" },
  { says: "AMEND", effect: "amend" },
  { says: "REVIEW", effect: "review" },
  { says: "LEAVE", effect: "leave" },
  { says: "SURVIVE", effect: "survive" },
];

/** Happenings in the text's own machinery, as they stand in square brackets: `[DETERMINATION BY <Joint Commission>]`. */
export const happenings = [
  "breach",
  "determination",
  "report",
  "notification",
  "request",
  "decision",
  "consent",
] as const;

/** Small words with which no act begins. */
const noVerb =
  /^(?:be|been|have|the|an?|all|any|such|these|those|this|that|its|their|if|in|on|at|by|of|for|from|to|upon|where|when|each|every|no|both|and|or|not|it|they|with|within|until|unless|after|before)$/;

/** Whether a word can be the verb of an act: small letters, and none of the small words that open a phrase. */
export function isVerbWord(word: string): boolean {
  return /^\p{Ll}[\p{Ll}\p{M}’'_-]*$/u.test(word) && !noVerb.test(word);
}

/** Slots that `UNRESOLVED` can name. */
export const holes = [
  "ON BREACH",
  "TOWARDS",
  "WINDOW",
  "START",
  "UNTIL",
  "TRIGGER",
  "CONDITION",
  "OTHERWISE",
  "CONSENT",
  "VERIFIED",
  "DETERMINED",
  "CRITERION",
  "QUANTITY",
  "PLACE",
  "LIABILITY",
  "MODALITY",
  "REVERSIBLE",
  "BEARER",
] as const;

export type HoleName = (typeof holes)[number];

/** Every phrase at which a name written without brackets ends, by its first word, longest first. */
export const reserved: ReadonlyMap<string, readonly (readonly string[])[]> = byFirstWord([
  ...modals.map(({ says }) => says),
  ...clauseWords,
  ...innerWords,
  ...declarationWords,
]);

/** Every single word that takes part in a keyword: a name that is one of them is printed in angle brackets. */
export const keywordWords: ReadonlySet<string> = new Set(
  [
    ...modals.map(({ says }) => says),
    ...clauseWords,
    ...innerWords,
    ...declarationWords,
    ...placeWords,
    ...points.map(({ says }) => says),
    ...units.map(({ says }) => says),
    ...powerWords.map(({ says }) => says),
    ...holes,
    "DEFAULT",
    "DECISION",
    "ANYBODY",
  ].flatMap((phrase) => phrase.split(" ")),
);

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const known = found.get(words[0]!);
    if (known === undefined) found.set(words[0]!, [words]);
    else known.push(words);
  }
  for (const known of found.values()) known.sort((one, other) => other.length - one.length);

  return found;
}
