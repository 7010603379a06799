import { oncePer } from "../base/index.ts";
import type { Actor, Body } from "./actor.ts";
import type { ActionClass, Commitment, Modality } from "./commitment.ts";
import { awaitedEvents } from "./event.ts";
import { itemsIn, valuesOf } from "./slot.ts";
import { verbOf } from "./verbs.ts";

const lasting: ReadonlySet<ActionClass> = new Set(["refrain", "admit-access", "verify", "guarantee"]);
const serving: ReadonlySet<ActionClass> = new Set([
  "establish-body",
  "admit-access",
  "report",
  "verify",
  "guarantee",
  "sanction",
]);

/** The class of an act, from its verb and what it acts on: opening a crossing is not admitting somebody to look. */
export function classOf(verb: string, object: string): ActionClass {
  const known = verbOf(verb)?.class ?? "other";
  if (verb === "open") return /\b(?:access|sites?|facilit|records|archives|premises)/i.test(object) ? known : "other";
  if (verb === "freeze") return /\b(?:assets?|funds?|accounts?|propert)/i.test(object) ? known : "refrain";

  return known;
}

/** Whether an act is done once or lasts, from its class and its verb. What must not be done must not be done for good. */
export function modeFor(actionClass: ActionClass, verb: string, modality: Modality | null = null): Commitment["mode"] {
  const known = verbOf(verb);
  if (modality === "prohibition") return "maintain";
  if (known !== null && known.class === actionClass) return known.mode;

  return lasting.has(actionClass) ? "maintain" : (known?.mode ?? "achieve");
}

/** Who is who, as far as roles ask. */
export type Cast = { readonly actors: readonly Actor[]; readonly bodies: readonly Body[] };

/**
 * Says of each commitment whether it is primary or a mechanism that serves others (commitments.md, Role).
 *
 * A mechanism creates, staffs, pays or convenes a body, opens doors to it, reports, verifies, guarantees, sanctions,
 * determines or answers a breach; so is every duty that only bodies, verifiers and guarantors bear. Derived, never
 * entered: twice is once. O(commitments × names in their words).
 */
export function withRoles(commitments: readonly Commitment[], cast: Cast): readonly Commitment[] {
  const servants = servantsOf(cast);
  const names = bodyNames(cast);

  return commitments.map((commitment) => {
    const role = isMechanism(commitment, servants, names) ? "mechanism" : "primary";

    return role === commitment.role ? commitment : inOtherRole(commitment);
  });
}

const inOtherRole = oncePer((commitment: Commitment): Commitment => ({
  ...commitment,
  role: commitment.role === "primary" ? "mechanism" : "primary",
}));

function isMechanism(commitment: Commitment, servants: ReadonlySet<string>, names: readonly string[]): boolean {
  const { action } = commitment;
  if (serving.has(action.class)) return true;
  if (valuesOf(commitment.modality).includes("power")) return true;
  const bearers = valuesOf(commitment.bearer);
  const isServed =
    bearers.length > 0 && bearers.every((all) => all.length > 0 && all.every((name) => servants.has(name)));

  return isServed || servesBody(commitment, names) || determines(commitment) || answersBreach(commitment);
}

const means =
  /^(?:staff|fund|finance|pay|seat|convene|host|equip|second|nominate|appoint|constitute|contribute|provide|replace)$/;

/** "the work of the Commission", "the composition of the Group": an act on how a body itself is and works. */
const inner =
  /^(?:the |its )?(?:work|activit(?:y|ies)|operations?|functioning|sessions?|meetings?|composition|membership|mandate|staff|budget|seat)\sof\s(?:the\s)?/;

/** Staffing, paying for, seating or convening a body that is named, or acting on its own work. */
function servesBody({ action, counterparty }: Commitment, names: readonly string[]): boolean {
  const object = action.object.toLowerCase();
  const body = object.replace(inner, "");
  if (body !== object && names.some((name) => body.startsWith(name))) return true;
  if (!means.test(action.verb)) return false;
  const words = ` ${action.object} ${itemsIn(counterparty).join(" ")} `.toLowerCase();

  return names.some((name) => words.includes(` ${name} `) || words.includes(`${name}'`) || words.includes(`${name}’`));
}

const finds = /^(?:determine|find|establish|decide|rule|adjudicate|settle)$/;

function determines({ action }: Commitment): boolean {
  return (
    finds.test(action.verb) && /\b(?:whether|breach|violation|non-compliance|infringement|dispute)/i.test(action.object)
  );
}

/** Due because something was broken or found broken. */
function answersBreach({ trigger, condition, window }: Commitment): boolean {
  const events = [
    ...valuesOf(trigger),
    ...valuesOf(condition).flatMap(awaitedEvents),
    ...valuesOf(window).flatMap(({ after }) => valuesOf(after)),
  ];

  return events.some(({ event }) => event.kind === "breach" || event.kind === "determination");
}

/** Names of actors whose duties are all mechanism; a collective of them is one too. */
function servantsOf({ actors, bodies }: Cast): ReadonlySet<string> {
  const servants = new Set(bodies.map(({ id }) => id));
  for (const { id, name, kind } of actors)
    if (kind === "verifier" || kind === "guarantor" || kind === "commission") {
      servants.add(id);
      servants.add(name);
    } else if (servants.has(id)) servants.add(name);
  for (const { id, collective } of actors)
    if (collective !== null && collective.length > 0 && collective.every((name) => servants.has(name)))
      servants.add(id);

  return servants;
}

/** Names of bodies and of those who look, in small letters, without an article. */
function bodyNames({ actors, bodies }: Cast): readonly string[] {
  const ids = new Set(bodies.map(({ id }) => id));
  const named = actors.filter(({ id, kind }) => ids.has(id) || kind === "verifier" || kind === "commission");
  const words = [...ids, ...named.map(({ name }) => name)];

  return [...new Set(words.map((name) => name.toLowerCase().replace(/^the /, "")))].filter((name) => name !== "");
}
