import { fingerprint } from "../base/index.ts";
import { valuesOf } from "../commitments/index.ts";
import type { Anchor, Commitment, Slot } from "../commitments/index.ts";
import type { Finding, Severity } from "./finding.ts";
import { finding } from "./rule.ts";
import type { Context } from "./rule.ts";

/** One empty or doubtful slot of a commitment, as a finding that points at it. */
export type Hole = {
  readonly rule: string;
  readonly severity: Severity;
  readonly commitment: Commitment;
  /** Path of the slot: `window.after.point`. */
  readonly path: string;
  /** Where to point; the commitment's own words where the slot has no place. */
  readonly at?: readonly Anchor[];
  /** Label of the provision that holds the hole, where it is not the commitment's own. */
  readonly label?: string;
  readonly says: string;
};

export function holeFinding(context: Context, hole: Hole): Finding {
  const { commitment, label = commitment.label } = hole;
  const at = hole.at?.[0] ?? commitment.spans[0] ?? null;

  return finding(context, hole.rule, hole.severity, commitment, hole.says, {
    slot: hole.path,
    provisions: label === commitment.label ? [label] : [label, commitment.label],
    missing: [hole.path],
    at,
  });
}

/**
 * Holes in one clause that serves several commitments (a verification, a consequence) are one finding:
 * the clause first, then every commitment it serves.
 */
export function holesOfClauses(context: Context, holes: readonly Hole[]): readonly Finding[] {
  const byClause = new Map<string, Hole[]>();
  for (const hole of holes) {
    const place = hole.at?.[0];
    const owner = hole.label === undefined && place === undefined ? hole.commitment.id : hole.label;
    const clause = [owner, place?.provision, place?.start, place?.end, hole.path].join("|");
    const known = byClause.get(clause);
    if (known === undefined) byClause.set(clause, [hole]);
    else known.push(hole);
  }

  return [...byClause.values()].map((same) => {
    const first = same[0]!;
    const labels = same.map((hole) => hole.commitment.label);
    const place = `${first.label ?? ""} ${first.at?.[0]?.start ?? ""} ${first.path}`;

    return finding(context, first.rule, first.severity, first.commitment, first.says, {
      slot: first.path,
      provisions: [...new Set([first.label ?? first.commitment.label, ...labels])],
      commitments: [...new Set(same.map((hole) => hole.commitment.id))],
      missing: [first.path],
      at: first.at?.[0] ?? first.commitment.spans[0] ?? null,
      ...(first.label === undefined ? {} : { id: clauseId(context, first.rule, place) }),
    });
  });
}

/** The id of a finding about one clause or body: the same however many commitments it serves under a package. */
export function clauseId(context: Context, rule: string, slot: string): string {
  return fingerprint([rule, slot, context.reading.reader].join("|"));
}

/** Primary obligations and prohibitions: what the slot rules ask. */
export function duties(context: Context): readonly Commitment[] {
  let found = dutiesOf.get(context);
  if (found === undefined) {
    found = context.primaries.filter(isDuty);
    dutiesOf.set(context, found);
  }

  return found;
}

const dutiesOf = new WeakMap<Context, readonly Commitment[]>();

export function isDuty(commitment: Commitment): boolean {
  const modalities = valuesOf(commitment.modality);

  return modalities.includes("obligation") || modalities.includes("prohibition");
}

/** Whether all sides have declared that this slot is open on purpose. */
export function isDeclared(context: Context, commitment: Commitment, path: string, slot: Slot<unknown>): boolean {
  if (slot.kind === "ambiguous" && slot.declared !== "no") return true;

  return context.reading.declared.some(
    (declared) => (declared.at === commitment.label || declared.at === commitment.id) && declared.slot === path,
  );
}
