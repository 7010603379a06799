import type { Commitment } from "../commitment.ts";
import { valueOf, valuesOf } from "../slot.ts";
import { inBrackets } from "./event-forms.ts";
import { modals, isVerbWord } from "./keywords.ts";
import type { HoleName } from "./keywords.ts";
import { phrase, printConsequence, printDetermination, printVerification } from "./print-clauses.ts";
import { printCondition, printEvent, printName, printNames, printWords } from "./print-event.ts";
import { printWindow } from "./print-window.ts";

/**
 * One commitment as a Treaty English sentence, one clause kind a line, ending in a full stop.
 *
 * Total: what nobody has filled stays in sight (`?BEARER`, `?POINT`, `UNRESOLVED TOWARDS`), and where the words allow
 * several values they stand in a remark in parentheses. Law: a commitment read from Treaty English comes back.
 */
export function printCommitment(commitment: Commitment, options: { readonly breaks?: boolean } = {}): string {
  const breaks = options.breaks ?? true;
  const label = commitment.label === "" ? "" : `${printLabel(commitment.label)}  `;
  const indent = breaks ? `\n${" ".repeat(Math.max(4, label.length))}` : " ";

  return `${label}${clausesOf(commitment).join(indent)}.`;
}

/** `4.2`, else in square brackets. */
export function printLabel(label: string): string {
  return /^\d+(?:\.\d+)*(?:\([^\s()]{1,12}\))*$/.test(label) ? label : `[${inBrackets(label)}]`;
}

function clausesOf(commitment: Commitment): readonly string[] {
  const bearers = valueOf(commitment.bearer) ?? [];
  const trigger = valueOf(commitment.trigger);
  const start = valueOf(commitment.start);
  const until = valueOf(commitment.until);
  const determination = valueOf(commitment.determination);
  const criterion = valueOf(commitment.criterion);
  const towards = valueOf(commitment.counterparty) ?? [];

  return [
    printHead(commitment),
    trigger !== null && `UPON ${printEvent(trigger)}`,
    start !== null && `STARTING ${printWindow(start)},`,
    printTime(commitment),
    until !== null && `UNTIL ${printEvent(until)}`,
    ...printConditions(commitment),
    towards.length > 0 && `TOWARDS ${printNames(towards)}`,
    printUndo(commitment),
    printCount(commitment),
    criterion !== null && `DONE MEANS ${printWords(criterion)}`,
    ...commitment.verification.map((verification) => printVerification(verification, bearers)),
    determination !== null && printDetermination(determination),
    ...commitment.onBreach.map(printConsequence),
    commitment.overrides.length > 0 &&
      `OVERRIDES ${commitment.overrides.map((label) => `[${inBrackets(label)}]`).join(", ")}`,
    commitment.survivesTermination && "SURVIVES TERMINATION",
    printHoles(commitment),
  ].filter((clause): clause is string => typeof clause === "string" && clause !== "");
}

function printTime({ window }: Commitment): string | false {
  const value = valueOf(window);
  const words = value === null ? "" : printWindow(value);

  return words !== "" && words !== "UNRESOLVED WINDOW" && words;
}

function printHead({ bearer, liability, modality, strength, action, quantity }: Commitment): string {
  const bearers = valueOf(bearer) ?? [];
  const how = { several: "SEVERALLY", joint: "JOINTLY", "joint-and-several": "JOINTLY AND SEVERALLY" };
  const shared = valueOf(liability);
  const modal = modalOf(valueOf(modality) ?? valuesOf(modality)[0] ?? "obligation", valueOf(strength));
  const place = valueOf(action.place);
  const amount = valueOf(quantity);
  const isCounted = amount !== null && (amount.value !== "all" || amount.unit !== null);
  const { verb, object } = actOf(action.verb, action.object);

  return phrase([
    bearers.length === 0 ? "?BEARER" : printNames(bearers),
    shared !== null && how[shared],
    modal,
    modal === "DECLARES THAT" ? printDeclared(action.verb, action.object) : verb,
    modal !== "DECLARES THAT" && object !== "" && `<${inBrackets(object)}>`,
    modal !== "DECLARES THAT" && place !== null && printPlace(place),
    modal !== "DECLARES THAT" &&
      isCounted &&
      amount !== null &&
      `${amount.bound.replace("-", " ").toUpperCase()} ${printAmount(amount.value)}${amount.unit === null ? "" : ` ${printWords(amount.unit)}`}`,
  ]);
}

/** A verb in small letters; anything else stands with the object behind a verb that says as little as can be. */
function actOf(verb: string, object: string): { readonly verb: string; readonly object: string } {
  const words = verb.split(" ");
  const isVerb =
    words.length <= 3 &&
    words.every((word, at) => (at === 0 ? isVerbWord(word) : /^\p{Ll}[\p{Ll}\p{M}’'_-]*$/u.test(word)));

  return isVerb ? { verb, object } : { verb: "perform", object: `${verb} ${object}`.trim() };
}

function printDeclared(verb: string, object: string): string {
  return `<${inBrackets(verb === "declare" ? object : `${verb} ${object}`)}>`;
}

function modalOf(modality: (typeof modals)[number]["modality"], strength: string | null): string {
  const row =
    modals.find((one) => one.modality === modality && one.strength === strength) ??
    modals.find((one) => one.modality === modality && one.strength === "shall") ??
    modals.find((one) => one.modality === modality);

  return row?.says ?? "SHALL";
}

/** `from Zone B to Zone C` as `FROM <Zone B to Zone C>`; a place without a preposition stands with `AT`. */
function printPlace(place: string): string {
  const [, preposition = "", rest = ""] =
    /^(from|in|into|to|at|throughout|outside|inside|along|near) (.+)$/i.exec(place.replace(/\s+/g, " ")) ?? [];

  return rest === "" ? `AT <${inBrackets(place)}>` : `${preposition.toUpperCase()} <${inBrackets(rest)}>`;
}

function printAmount(value: string): string {
  return /^\d+(?:\.\d+)*(?:\/\d+)?$/.test(value) ? value : `<${inBrackets(value)}>`;
}

function printConditions({ condition, elseBranch, needsConsentOf }: Commitment): readonly (string | false)[] {
  const value = valueOf(condition);
  const consent = valueOf(needsConsentOf) ?? [];
  const otherwise = valueOf(elseBranch);

  return [
    value !== null && (value.kind === "not" ? `UNLESS ${printCondition(value.of)}` : `IF ${printCondition(value)}`),
    consent.length > 0 && `WITH CONSENT OF ${printNames(consent)}`,
    otherwise !== null && (otherwise === "nothing" ? "OTHERWISE NOTHING" : `OTHERWISE [${inBrackets(otherwise)}]`),
  ];
}

function printUndo({ reversible, value }: Commitment): string | false {
  const words = { irrevocable: "IRREVOCABLE", costly: "COSTLY TO UNDO", reversible: "REVERSIBLE" };
  const kind = valueOf(reversible);

  return kind !== null && `${words[kind]}${value === null ? "" : `, VALUE ${Math.max(0, Math.trunc(value))}`}`;
}

function printCount({ quantity }: Commitment): string | false {
  const amount = valueOf(quantity);
  const counted = amount === null ? null : valueOf(amount.countedAs);
  const baseline = amount === null ? null : valueOf(amount.baseline);
  const [, name = baseline, on = ""] = /^(.+) on (\d{4}-\d{2}-\d{2})$/.exec(baseline ?? "") ?? [];

  return phrase([
    counted !== null && `COUNTED AS ${printWords(counted)}`,
    name !== null && `BASELINE ${printName(name)}${on === "" ? "" : ` ON ${on}`}`,
  ]);
}

/** Slots that nobody has filled where a duty needs them, and those that are open though they need not be said. */
function printHoles(commitment: Commitment): string | false {
  const modalities = valuesOf(commitment.modality);
  const isDuty = modalities.includes("obligation") || modalities.includes("prohibition");
  const isConditional = valueOf(commitment.condition) !== null || (valueOf(commitment.needsConsentOf) ?? []).length > 0;
  const unread = valueOf(commitment.window);
  const rows: readonly (readonly [HoleName, string, boolean])[] = [
    ["TOWARDS", commitment.counterparty.kind, isDuty],
    [
      "WINDOW",
      unread !== null && printWindow(unread) === "UNRESOLVED WINDOW" ? "unresolved" : commitment.window.kind,
      isDuty,
    ],
    ["START", commitment.start.kind, true],
    ["UNTIL", commitment.until.kind, true],
    ["TRIGGER", commitment.trigger.kind, true],
    ["CONDITION", commitment.condition.kind, true],
    ["OTHERWISE", commitment.elseBranch.kind, !isConditional],
    ["CONSENT", commitment.needsConsentOf.kind, true],
    ["QUANTITY", commitment.quantity.kind, true],
    ["PLACE", commitment.action.place.kind, true],
    ["LIABILITY", commitment.liability.kind, (valueOf(commitment.bearer) ?? []).length < 2],
  ];
  const open = rows.filter(([, kind, isShown]) => isShown && (kind === "unresolved" || kind === "ambiguous"));
  const remark = printAlternatives(commitment);
  const words = open.map(([name]) => name).join(", ");

  return phrase([words !== "" && `UNRESOLVED ${words}`, remark !== "" && `(${remark})`]);
}

/** What the words allow where they allow several, for a person: `BEARER: ALAND or BLAND`. */
function printAlternatives({ bearer, counterparty, window }: Commitment): string {
  const told: string[] = [];
  if (bearer.kind === "ambiguous") told.push(`BEARER: ${valuesOf(bearer).map(printNames).join(" or ")}`);
  if (counterparty.kind === "ambiguous") told.push(`TOWARDS: ${valuesOf(counterparty).map(printNames).join(" or ")}`);
  if (window.kind === "ambiguous") told.push(`WINDOW: ${valuesOf(window).map(printWindow).join(" or ")}`);

  return told.join("; ");
}
