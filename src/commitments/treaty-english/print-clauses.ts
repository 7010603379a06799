import type { Consequence, Determination, Verification } from "../commitment.ts";
import { consequenceKind, usualCost } from "../consequence-kind.ts";
import { valueOf, valuesOf } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { inBrackets } from "./event-forms.ts";
import { isVerbWord } from "./keywords.ts";
import { printDuration, printEvent, printName, printNames, printWords } from "./print-event.ts";
import { isConditionForm } from "./read-breach.ts";

/** `VERIFIED BY <Monitoring Mission> USING satellite WITHOUT CONSENT OF ALAND FROM START OF [4.2] WITHIN 5 DAYS, REPORTING TO …` */
export function printVerification(verification: Verification, bearers: readonly string[] = []): string {
  const by = valueOf(verification.by);
  const evidence = valueOf(verification.evidence) ?? [];
  const within = valueOf(verification.within);
  const reportsTo = valueOf(verification.reportsTo) ?? [];
  const reportsWithin = valueOf(verification.reportsWithin);
  const frequency = valueOf(verification.frequency);

  return phrase([
    verification.bound ? "VERIFIED BY" : "MAY BE VERIFIED BY",
    by === null || by.length === 0 ? "?VERIFIER" : printNames(by),
    evidence.length > 0 && `USING ${evidence.map((kind) => kind.replaceAll("-", " ")).join(", ")}`,
    printAccess(verification, bearers),
    printFrom(verification),
    within !== null && `WITHIN ${printDuration(within)}`,
    frequency !== null && `EVERY ${printWords(frequency)}`,
    verification.establishes === "performed" && "ESTABLISHING performance",
    verification.establishes === "breached" && "ESTABLISHING breach",
    reportsTo.length > 0 &&
      `REPORTING TO ${printNames(reportsTo)}${reportsWithin === null ? "" : ` WITHIN ${printDuration(reportsWithin)}`}`,
  ]).replace(/ REPORTING TO/, ", REPORTING TO");
}

function printAccess({ access, needsConsentOf }: Verification, bearers: readonly string[]): string | false {
  const asked = valueOf(needsConsentOf) ?? [];
  if (asked.length > 0) return `WITH CONSENT OF ${printNames(asked)}`;
  if (valueOf(access) === true) return `WITHOUT CONSENT OF ${bearers.length === 0 ? "ANYBODY" : printNames(bearers)}`;

  return valueOf(access) === false && bearers.length > 0 && `WITH CONSENT OF ${printNames(bearers)}`;
}

function printFrom({ from }: Verification): string | false {
  const events = valuesOf(from).flatMap(({ after }) => valuesOf(after));

  return events.length > 0 && `FROM ${events.map((event) => printEvent(event)).join(" OR ")}`;
}

/** `DETERMINED BY <Joint Commission> WITHIN 14 DAYS, ON SILENCE deemed breach`. The body's rule stands in its declaration. */
export function printDetermination(determination: Determination): string {
  const within = valueOf(determination.within);
  const silence = valueOf(determination.onSilence);
  const appeal = valueOf(determination.appealTo) ?? [];
  const said = silence === null ? "" : `, ON SILENCE ${silence.replace("-", " ")}`;

  return phrase([
    determination.bound ? "DETERMINED BY" : "MAY BE DETERMINED BY",
    determination.by.map(printName).join(" AND ") || "?BEARER",
    `${within === null ? "" : `WITHIN ${printDuration(within)}`}${said}`.trim(),
    appeal.length > 0 && `APPEAL TO ${printNames(appeal)}`,
  ]).replace(/ , /g, ", ");
}

/**
 * An answer to a breach as a Treaty English line: `ON BREACH <Guarantor G> SHALL reimpose <Annex C measures> WITHIN 7 DAYS.`
 *
 * Total; words of prose that name no act stand whole behind a verb of the same kind of answer. Ends without a stop.
 */
export function printConsequence(consequence: Consequence): string {
  const by = valueOf(consequence.by);
  const within = valueOf(consequence.within);
  const addressee = valueOf(consequence.addressee) ?? [];
  const consent = valueOf(consequence.needsConsentOf);
  const unless = valueOf(consequence.unless);
  const until = valueOf(consequence.until);
  const act = actOf(consequence);
  const modal = `${consequence.bound ? "SHALL" : "MAY"}${act.isLeft ? " NOT" : ""}`;

  return phrase([
    "ON BREACH",
    by === "automatic" ? "AUTOMATICALLY" : by === null || by.length === 0 ? "?BEARER" : printNames(by),
    modal,
    act.verb,
    act.object !== "" && `<${inBrackets(act.object)}>`,
    consequenceKind(act.verb, act.object) !== consequence.kind && `AS ${consequence.kind.replaceAll("-", " ")}`,
    addressee.length > 0 && `AGAINST ${printNames(addressee)}`,
    within !== null && `WITHIN ${printDuration(within)}`,
    consequence.requires.length > 0 &&
      `AFTER ${consequence.requires.map((event) => printEvent(event, "condition")).join(" AND ")}`,
    consent !== null && (consent.length > 0 ? `WITH CONSENT OF ${printNames(consent)}` : "WITHOUT CONSENT OF ANYBODY"),
    unless !== null && `UNLESS ${isConditionForm(unless) ? unless : `${printName(unless)} decides otherwise`}`,
    until !== null && `UNTIL ${printEvent(until)}`,
    printCost(consequence),
    consequence.reinstatement === "needs-decision" && "REINSTATED BY DECISION",
  ]);
}

function printCost({ cost, kind }: Consequence): string | false {
  const value = valueOf(cost);
  const isUsual = cost.kind !== "stated" && value === usualCost(kind);

  return value !== null && !isUsual && `COST ${Math.max(0, Math.trunc(value))}`;
}

const usualVerbs: Readonly<Record<Consequence["kind"], string>> = {
  notify: "notify",
  consult: "consult",
  "suspend-counter-performance": "suspend",
  snapback: "reimpose",
  compensation: "compensate",
  sanction: "impose",
  "peacekeeping-response": "deploy",
  "use-of-force": "use",
  "escrow-release": "release",
  termination: "terminate",
  referral: "refer",
};

type Act = { readonly verb: string; readonly object: string; readonly isLeft: boolean };

/** Verb and object in the words of an answer: what stands first, else what stands after the modal. */
function actOf({ says, kind }: Consequence): Act {
  const words = says.replace(/\s+/g, " ").trim();
  const own = split(words);
  if (own !== null && (verbOf(own.verb) !== null || !/\b(?:shall|must|will|may)\b/i.test(words))) return own;
  const tail = /\b(?:shall|must|will|may) (?:\w+ly )?(.+?)[.;,]?$/i.exec(words)?.[1];
  const told = tail === undefined ? null : split(tail);

  return told ?? { verb: usualVerbs[kind], object: words, isLeft: false };
}

function split(words: string): Act | null {
  const isLeft = words.startsWith("not ");
  const parts = (isLeft ? words.slice(4) : words).split(" ");
  const [first = "", second = ""] = parts;
  if (!isVerbWord(first)) return null;
  const pair = verbOf(`${first} ${second}`);
  const length = pair !== null && pair.base.includes(" ") ? 2 : 1;

  return { verb: parts.slice(0, length).join(" "), object: parts.slice(length).join(" "), isLeft };
}

/** Parts that are there, with a space between. */
export function phrase(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== "").join(" ");
}
