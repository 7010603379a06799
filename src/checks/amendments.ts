import { itemsIn } from "../commitments/index.ts";
import type { Commitment, Consequence, Determination, Duration, Slot, Verification } from "../commitments/index.ts";
import { carries } from "./game.ts";
import { lower } from "./lower.ts";
import type { Enforcement } from "./lower.ts";
import { determinedBy, onBreach, verifiedBy } from "./phrase.ts";
import { appended, inserted, referenceTo, replaced, theName, theNames } from "./edits.ts";
import { readersOf } from "./repairs.ts";
import type { Change } from "./repairs.ts";
import type { Context } from "./rule.ts";
import { sentence } from "./saying.ts";
import type { Walk } from "./stretch.ts";
import { terrainOf } from "./terrain.ts";
import type { Terrain } from "./terrain.ts";

/** What a clause that is missing altogether could say; days are proposals. */
const days = { look: 5, determine: 14, answer: 7 } as const;

/** Clauses to add where nobody but the accused is named for a stretch: a verifier, a report, a body, an answer. */
export function changesOfClauses(context: Context, commitment: Commitment, failed: Walk): readonly Change[] {
  const { enforcement } = failed.one;
  if (failed.isReached && failed.stretch !== "established") return [];
  if (failed.stretch === "established")
    return failed.isReached ? [addReport(context, commitment)] : [addVerifier(context, commitment, enforcement)];
  if (failed.stretch === "determined") return [addDetermination(context, commitment, enforcement)];
  if (failed.stuck.some(({ why }) => why.kind === "free")) return [];

  return [addAnswer(context, commitment, enforcement)];
}

export function addVerifier(context: Context, commitment: Commitment, enforcement: Enforcement | null): Change {
  const terrain = terrainOf(context);
  const verifier =
    outsider(terrain, enforcement, ["verifier", "international-organisation", "third-state", "guarantor"]) ??
    "Independent Verifier";
  const readers = readersOf(terrain, commitment);
  const clause: Verification = {
    label: commitment.label,
    spans: [],
    by: given([verifier]),
    evidence: given(["satellite", "site-visit"]),
    access: given(true),
    needsConsentOf: given([]),
    from: nothing,
    frequency: nothing,
    within: given(inDays(days.look)),
    bound: true,
    establishes: "both",
    reportsTo: readers.length === 0 ? nothing : given(readers),
    reportsWithin: nothing,
  };
  const reporting = readers.length === 0 ? "" : `, and shall report to ${theNames(context, readers)}`;
  const what = referenceTo(context, commitment.label);
  const says = verifiedBy(verifier, "satellite, site visit", readers, days.look);

  return amend(
    terrain,
    commitment,
    { verification: [...commitment.verification, clause] },
    {
      says,
      edit: () =>
        appended(context, commitment.label, {
          prose: `${sentence(theName(context, verifier))} shall verify ${what === null ? "this" : `compliance with ${what}`} within ${days.look} days by satellite images and site visits, for which no consent is required${reporting}.`,
          controlled: says,
        }),
      words: 12,
    },
  );
}

export function addReport(context: Context, commitment: Commitment): Change {
  const terrain = terrainOf(context);
  const body = readersOf(terrain, { ...commitment, verification: [] });
  const readers = body.length > 0 ? body : terrain.cast.parties;
  const [first] = commitment.verification;
  const verifier = itemsIn(first?.by ?? nothing)[0] ?? "verifier";
  const verification = commitment.verification.map((clause) => ({ ...clause, reportsTo: given(readers) }));
  const reporting = verifiedBy(verifier, "satellite, site visit", readers, days.look).replace(
    " USING satellite, site visit",
    "",
  );

  return amend(
    terrain,
    commitment,
    { verification },
    {
      says: reporting,
      edit: () =>
        inserted(context, first?.label ?? commitment.label, first?.spans ?? [], {
          prose: `, and shall report to ${theNames(context, readers)} within ${days.look} days`,
          controlled: reporting,
        }),
      words: 6,
    },
  );
}

export function addDetermination(context: Context, commitment: Commitment, enforcement: Enforcement | null): Change {
  const terrain = terrainOf(context);
  const body =
    decider(terrain, enforcement) ??
    outsider(terrain, enforcement, ["commission", "third-state", "international-organisation", "guarantor"]) ??
    "Independent Commission";
  const determination: Determination = {
    label: commitment.label,
    by: [body],
    bound: true,
    within: given(inDays(days.determine)),
    onSilence: given("deemed-breach"),
    appealTo: nothing,
  };
  const verification = commitment.verification.map((clause) => ({ ...clause, reportsTo: given([body]) }));
  const says = determinedBy(body, "", days.determine, "deemed breach");
  const verifiers = [...new Set(commitment.verification.flatMap(({ by }) => itemsIn(by)))];
  const reporting =
    verifiers.length === 0
      ? ""
      : ` ${sentence(theNames(context, verifiers))} shall report to ${theName(context, body)} within ${days.look} days.`;
  const what = referenceTo(context, commitment.label);

  return amend(
    terrain,
    commitment,
    { determination: given(determination), verification },
    {
      says,
      edit: () =>
        replaced(context, commitment.label, [], null, [
          /\b(?:MAY BE )?DETERMINED BY (?:<[^>]{1,80}>|[\p{L} ]{1,60}?)[^.<]{0,80}\./u,
          says,
        ]) ??
        appended(context, commitment.label, {
          prose: `${sentence(theName(context, body))} shall determine within ${days.determine} days whether ${what ?? "this"} has been breached. If ${theName(context, body)} does not decide within ${days.determine} days, the breach is deemed established.${reporting}`,
          controlled: says,
        }),
      words: 10,
    },
  );
}

export function addAnswer(context: Context, commitment: Commitment, enforcement: Enforcement | null): Change {
  const terrain = terrainOf(context);
  const actor =
    outsider(terrain, enforcement, ["guarantor", "third-state", "international-organisation"]) ?? "Guarantor";
  const says = "impose <agreed measures>";
  const what = referenceTo(context, commitment.label);
  const answer: Consequence = {
    label: commitment.label,
    spans: [],
    by: given([actor]),
    kind: "sanction",
    says,
    requires: [],
    needsConsentOf: given([]),
    within: given(inDays(days.answer)),
    bound: true,
    cost: nothing,
    reinstatement: "default",
    unless: nothing,
    until: nothing,
    addressee: nothing,
  };

  return amend(
    terrain,
    commitment,
    { onBreach: [...commitment.onBreach, answer] },
    {
      says: onBreach(actor, says, days.answer),
      edit: () =>
        appended(context, commitment.label, {
          prose: `If ${what ?? "this"} is breached, ${theName(context, actor)} shall impose the agreed measures within ${days.answer} days.`,
          controlled: onBreach(actor, says, days.answer),
        }),
      words: 12,
    },
  );
}

/** The same commitment with other clauses, played for the same bearer. */
function amend(
  terrain: Terrain,
  commitment: Commitment,
  clauses: Partial<Commitment>,
  told: { readonly says: string; readonly edit: Change["edit"]; readonly words: number },
): Change {
  return { apply: ({ bearer }) => lower(terrain, { ...commitment, ...clauses }, bearer), ...told };
}

/** A named actor of one of these kinds, the first kind first, that is neither accused nor to benefit. */
function outsider(terrain: Terrain, enforcement: Enforcement | null, kinds: readonly string[]): string | null {
  for (const kind of kinds)
    for (const name of terrain.cast.ofKind(kind)) {
      const isInvolved =
        enforcement !== null && (enforcement.accused.has(name) || enforcement.beneficiaries.includes(name));
      if (!isInvolved && terrain.cast.vote(name) === null && isIndependent(name)) return name;
    }

  return null;
}

/** No officer or organ, which may belong to a side, and no office that the text names without a name. */
function isIndependent(name: string): boolean {
  return (
    /^\p{Lu}/u.test(name) &&
    !/\b(?:President|Prime Minister|Ministers?|Ministry|Cabinet|Parliament|Assembly|Senate|Congress|King|Queen|Governor|Chair|Chairperson|Commander|Police|Army|Court)\b/.test(
      name,
    )
  );
}

/** A body of the text that can decide without the accused. */
function decider(terrain: Terrain, enforcement: Enforcement | null): string | null {
  for (const name of terrain.cast.ofKind("commission")) {
    const vote = terrain.cast.vote(name);
    if (vote !== null && vote.rule !== null && (enforcement === null || carries(vote, enforcement.accused)))
      return name;
  }

  return null;
}

const nothing = { kind: "unresolved", spans: [] } as const;

function given<Value>(value: Value): Slot<Value> {
  return { kind: "asserted", value, by: "repair", why: null };
}

function inDays(amount: number): Duration {
  return { amount, unit: "days", calendar: null };
}
