import type { Finding } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Choices, Draft, Provision } from "../text/index.ts";

/** Findings by the index of the provision they stand beside: that of their first label, else of the words they point at. */
export function findingsByProvision(
  draft: Draft,
  findings: readonly Finding[],
): { readonly at: ReadonlyMap<number, readonly Finding[]>; readonly whole: readonly Finding[] } {
  const byLabel = new Map(draft.provisions.map(({ label, index }) => [label, index]));
  const byId = new Map(draft.provisions.map(({ id, index }) => [id, index]));
  const at = new Map<number, Finding[]>();
  const whole: Finding[] = [];
  for (const finding of findings) {
    const index = byLabel.get(finding.provisions[0] ?? "") ?? byId.get(finding.at?.provision ?? "");
    if (index === undefined) whole.push(finding);
    else at.set(index, [...(at.get(index) ?? []), finding]);
  }

  return { at, whole };
}

/** Commitments by the index of the provision in whose words they are read. */
export function commitmentsByProvision(
  draft: Draft,
  commitments: readonly Commitment[],
): ReadonlyMap<number, readonly Commitment[]> {
  const byId = new Map(draft.provisions.map(({ id, index }) => [id, index]));
  const at = new Map<number, Commitment[]>();
  for (const commitment of commitments) {
    const index = byId.get(commitment.provision);
    if (index !== undefined) at.set(index, [...(at.get(index) ?? []), commitment]);
  }

  return at;
}

/** How many brackets whose opener stands in each provision have no choice yet. */
export function openByProvision(draft: Draft, choices: Choices): ReadonlyMap<number, number> {
  const open = new Map<number, number>();
  for (const { id, provision } of draft.groups)
    if (choices[id] === undefined) open.set(provision, (open.get(provision) ?? 0) + 1);

  return open;
}

/** The provision an address names: by label or by id. */
export function provisionNamed(draft: Draft, at: string | null): Provision | null {
  if (at === null) return null;

  return draft.provisions.find(({ label }) => label === at) ?? draft.provisions.find(({ id }) => id === at) ?? null;
}
