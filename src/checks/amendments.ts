import { valuesOf } from "../commitments/index.ts";
import type { Commitment, Consequence, Determination, Duration, Slot, Verification } from "../commitments/index.ts";
import type { Repair } from "./finding.ts";
import { carries } from "./game.ts";
import { lower } from "./lower.ts";
import type { Enforcement } from "./lower.ts";
import { determinedBy, onBreach, verifiedBy } from "./phrase.ts";
import { append, readersOf } from "./repairs.ts";
import type { Change } from "./repairs.ts";
import { listed } from "./saying.ts";
import type { Walk } from "./stretch.ts";
import type { Terrain } from "./terrain.ts";

/** What a clause that is missing altogether could say; days are proposals. */
const days = { look: 5, determine: 14, answer: 7 } as const;

/** Clauses to add where nobody but the accused is named for a stretch: a verifier, a report, a body, an answer. */
export function changesOfClauses(terrain: Terrain, commitment: Commitment, failed: Walk): readonly Change[] {
  const { enforcement } = failed.one;
  if (failed.isReached && failed.stretch !== "established") return [];
  if (failed.stretch === "established")
    return failed.isReached ? [addReport(terrain, commitment)] : [addVerifier(terrain, commitment, enforcement)];
  if (failed.stretch === "determined") return [addDetermination(terrain, commitment, enforcement)];

  return [addAnswer(terrain, commitment, enforcement)];
}

export function addVerifier(terrain: Terrain, commitment: Commitment, enforcement: Enforcement | null): Change {
  const verifier =
    outsider(terrain, enforcement, ["verifier", "international-organisation", "third-state", "guarantor"]) ??
    "independent verifier";
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
  const reporting = readers.length === 0 ? "" : ` and shall report to ${listed(readers)}`;

  return amend(
    terrain,
    commitment,
    { verification: [...commitment.verification, clause] },
    {
      says: verifiedBy(verifier, "satellite, site visit", readers, days.look),
      edit: append(
        commitment.label,
        `${verifier} shall verify this within ${days.look} days without the consent of anybody${reporting}.`,
      ),
      words: 12,
    },
  );
}

export function addReport(terrain: Terrain, commitment: Commitment): Change {
  const body = readersOf(terrain, { ...commitment, verification: [] });
  const readers = body.length > 0 ? body : terrain.cast.parties;
  const [first] = commitment.verification;
  const verifier = valuesOf(first?.by ?? nothing).flat()[0] ?? "verifier";
  const verification = commitment.verification.map((clause) => ({ ...clause, reportsTo: given(readers) }));

  return amend(
    terrain,
    commitment,
    { verification },
    {
      says: verifiedBy(verifier, "satellite, site visit", readers, days.look).replace(
        " USING satellite, site visit",
        "",
      ),
      edit: append(
        first?.label ?? commitment.label,
        `${verifier} shall report to ${listed(readers)} within ${days.look} days.`,
      ),
      words: 6,
    },
  );
}

export function addDetermination(terrain: Terrain, commitment: Commitment, enforcement: Enforcement | null): Change {
  const body =
    decider(terrain, enforcement) ??
    outsider(terrain, enforcement, ["commission", "third-state", "international-organisation", "guarantor"]) ??
    "independent commission";
  const determination: Determination = {
    label: commitment.label,
    by: [body],
    bound: true,
    within: given(inDays(days.determine)),
    onSilence: given("deemed-breach"),
    appealTo: nothing,
  };
  const verification = commitment.verification.map((clause) => ({ ...clause, reportsTo: given([body]) }));

  return amend(
    terrain,
    commitment,
    { determination: given(determination), verification },
    {
      says: determinedBy(body, "", days.determine, "deemed breach"),
      edit: append(
        commitment.label,
        `${body} shall determine within ${days.determine} days whether this was broken; if it does not, the breach is deemed established.`,
      ),
      words: 10,
    },
  );
}

export function addAnswer(terrain: Terrain, commitment: Commitment, enforcement: Enforcement | null): Change {
  const actor =
    outsider(terrain, enforcement, ["guarantor", "third-state", "international-organisation"]) ?? "guarantor";
  const says = "impose <agreed measures>";
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
      edit: append(
        commitment.label,
        `If this is broken, ${actor} shall impose the agreed measures within ${days.answer} days.`,
      ),
      words: 12,
    },
  );
}

/** The same commitment with other clauses, played for the same bearer. */
function amend(
  terrain: Terrain,
  commitment: Commitment,
  clauses: Partial<Commitment>,
  told: { readonly says: string; readonly edit: Repair["edit"]; readonly words: number },
): Change {
  const amended = { ...commitment, ...clauses };

  return { ...told, apply: ({ bearer }) => lower(terrain, amended, bearer) };
}

/** A named actor of one of these kinds, the first kind first, that is neither accused nor to benefit. */
function outsider(terrain: Terrain, enforcement: Enforcement | null, kinds: readonly string[]): string | null {
  for (const kind of kinds)
    for (const name of terrain.cast.ofKind(kind)) {
      const isInvolved =
        enforcement !== null && (enforcement.accused.has(name) || enforcement.beneficiaries.includes(name));
      if (!isInvolved && terrain.cast.vote(name) === null) return name;
    }

  return null;
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
