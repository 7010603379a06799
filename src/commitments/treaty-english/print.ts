import type { Actor, Body } from "../actor.ts";
import type { Guarantee, Power } from "../commitment.ts";
import { valueOf } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { inBrackets } from "./event-forms.ts";
import { powerWords, rules } from "./keywords.ts";
import { phrase, printConsequence } from "./print-clauses.ts";
import { printCommitment, printLabel } from "./print-commitment.ts";
import { printCondition, printDuration, printEvent, printName, printNames } from "./print-event.ts";
import type { TreatyEnglish } from "./tree.ts";

/**
 * A whole tree as Treaty English: declarations, then guarantees, powers and frames, one sentence each.
 *
 * Total. Law: `parseTreatyEnglish` reads it back to the same tree, as far as Treaty English can say it.
 */
export function printTreatyEnglish(tree: Partial<TreatyEnglish>): string {
  const { actors = [], bodies = [], terms = [], guarantees = [], powers = [], commitments = [] } = tree;
  const zone = tree.timeZone === undefined ? null : valueOf(tree.timeZone);
  const labelled = [
    ...guarantees.map((one) => ({ label: one.label, says: () => withLabel(one.label, printGuarantee(one)) })),
    ...powers.map((one) => ({ label: one.label, says: () => withLabel(one.label, printPower(one)) })),
    ...commitments.map((one) => ({ label: one.label, says: () => printCommitment(one) })),
  ];
  const sentences = [
    ...declaredActors(actors, bodies).map(printActor),
    ...bodies.map(printBody),
    ...terms.map(({ term, means }) => `TERM ${printName(term)} MEANS <${inBrackets(means)}>.`),
    ...(zone === null ? [] : [`TIME ZONE ${printName(zone)}.`]),
    ...labelled.filter(({ label }) => label === "").map(({ says }) => says()),
    ...labelled.filter(({ label }) => label !== "").map(({ says }) => says()),
  ];

  return sentences.map((sentence) => `${sentence}\n`).join("");
}

function withLabel(label: string, sentence: string): string {
  return label === "" ? sentence : `${printLabel(label)}  ${sentence}`;
}

/** Bodies that are ordinary commissions and stand last, in the order of the bodies, need no line of their own. */
function declaredActors(actors: readonly Actor[], bodies: readonly Body[]): readonly Actor[] {
  const ids = new Set(bodies.map(({ id }) => id));
  const isImplied = (actor: Actor): boolean =>
    ids.has(actor.id) &&
    actor.kind === "commission" &&
    actor.memberOf.length + actor.alliedWith.length === 0 &&
    !actor.trustRoot;
  const implied = new Set(actors.filter(isImplied).map(({ id }) => id));
  const others = actors.filter(({ id }) => !implied.has(id));
  const expected = [...others.map(({ id }) => id), ...bodies.map(({ id }) => id).filter((id) => implied.has(id))];

  return actors.every(({ id }, at) => id === expected[at]) ? others : actors;
}

function printActor(actor: Actor): string {
  return `${phrase([
    `ACTOR ${printName(actor.id)} IS ${actor.kind.replaceAll("-", " ")}`,
    actor.memberOf.length > 0 && `MEMBER OF ${printNames(actor.memberOf)}`,
    actor.alliedWith.length > 0 && `ALLIED WITH ${printNames(actor.alliedWith)}`,
    actor.trustRoot && "TRUST ROOT",
  ])}.`;
}

function printBody(body: Body): string {
  const members = body.members.map(
    ({ actor, weight }) => `${printName(actor)}${weight === 1 ? "" : ` WEIGHT ${Math.max(0, Math.trunc(weight))}`}`,
  );
  const silences = { nothing: "nothing", "deemed-adopted": "deemed breach", "deemed-rejected": "deemed kept" };

  return `${phrase([
    `BODY ${printName(body.id)}`,
    members.length > 0 && `OF ${members.join(", ")}`,
    said(body.rule, (rule) => `DECIDES BY ${rules.find((row) => row.rule === rule)?.says ?? "CONSENSUS"}`),
    said(body.threshold, (count) => `THRESHOLD ${Math.max(0, Math.trunc(count))}`),
    said(body.quorum, (count) => `QUORUM ${Math.max(0, Math.trunc(count))}`),
    said(body.decidesWithin, (within) => `WITHIN ${printDuration(within)}`),
    said(body.extension, (extension) => `EXTENDED BY ${printDuration(extension)}`),
    said(body.tie, (tie) => `ON A TIE <${inBrackets(tie)}>`),
    said(body.onSilence, (silence) => `ON SILENCE ${silences[silence]}`),
    said(body.createdBy, (label) => `CREATED BY [${inBrackets(label)}]`),
    said(body.mandate, (label) => `MANDATED BY [${inBrackets(label)}]`),
    said(body.staffedBy, (names) => names.length > 0 && `STAFFED BY ${printNames(names)}`),
    said(body.paidBy, (names) => names.length > 0 && `PAID BY ${printNames(names)}`),
    said(body.startsOn, (event) => `STARTS ON ${printEvent(event)}`),
    said(body.suspensionPlan, (plan) => `IF IT LEAVES <${inBrackets(plan)}>`),
  ])}.`;
}

function said<Value>(slot: Slot<Value>, print: (value: Value) => string | false): string | false {
  const value = valueOf(slot);

  return value !== null && print(value);
}

export function printGuarantee(guarantee: Guarantee): string {
  const covers = valueOf(guarantee.covers);
  const guarantor = valueOf(guarantee.guarantor) ?? [];
  const effect = valueOf(guarantee.effect);
  const trigger = valueOf(guarantee.trigger);
  const isAnyBreach = effect !== null && trigger !== null && printEvent(trigger) === "[BREACH]";

  return `${phrase([
    `GUARANTEE BY ${guarantor.length === 0 ? "?BEARER" : printNames(guarantor)}`,
    `COVERS ${covers === null ? "UNRESOLVED" : printCovered(covers)}`,
    trigger !== null && !isAnyBreach && `TRIGGERED BY ${printEvent(trigger)}`,
    said(guarantee.expires, (until) => `UNTIL ${printEvent(until)}`),
    said(guarantee.cost, (cost) => `COST ${Math.max(0, Math.trunc(cost))}`),
    effect !== null && printConsequence(effect),
  ])}.`;
}

export function printPower(power: Power): string {
  const holder = valueOf(power.holder) ?? [];
  const effect = powerWords.find((row) => row.effect === power.effect)?.says ?? "SUSPEND";

  return `${phrase([
    `POWER OF ${holder.length === 0 ? "?BEARER" : printNames(holder)} ${power.allowed ? "TO" : "NOT TO"} ${effect}`,
    printCovered(power.actsOn),
    said(power.trigger, (condition) => `IF ${printCondition(condition)}`),
    said(power.notice, (notice) => `NOTICE ${printDuration(notice)}`),
    said(power.needsConsentOf, (names) => names.length > 0 && `WITH CONSENT OF ${printNames(names)}`),
  ])}.`;
}

function printCovered(labels: readonly string[] | "all"): string {
  return labels === "all" || labels.length === 0 ? "ALL" : labels.map((label) => `[${inBrackets(label)}]`).join(", ");
}
