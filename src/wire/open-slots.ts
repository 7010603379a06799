import { isOpen, valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Slot } from "../commitments/index.ts";

/** Names of slots that the contract lists as open, in the order in which they are listed. */
export type SlotName =
  | "bearer"
  | "counterparty"
  | "window"
  | "window.after.point"
  | "quantity.baseline"
  | "criterion"
  | "verification"
  | "verification.evidence"
  | "verification.access"
  | "determination"
  | "onBreach"
  | "elseBranch"
  | "liability";

/**
 * Which slots of a commitment nobody has filled, and which allow several values, both in the order of `SlotName`.
 * What a mechanism does is not itself verified, determined and answered, so these three are not open there; an
 * else-branch is asked of what may fail, and a liability of bearers that are named.
 */
export function openSlots(commitment: Commitment): {
  readonly unresolved: readonly SlotName[];
  readonly ambiguous: readonly SlotName[];
} {
  const slots = slotsOf(commitment);

  return {
    unresolved: slots.filter(([, states]) => states.includes("unresolved")).map(([name]) => name),
    ambiguous: slots.filter(([, states]) => states.includes("ambiguous")).map(([name]) => name),
  };
}

type State = Slot<unknown>["kind"];

function slotsOf(commitment: Commitment): (readonly [SlotName, readonly State[]])[] {
  const points = valuesOf(commitment.window).flatMap((window) =>
    valuesOf(window.after).map((event) => event.point.kind),
  );
  const baseline = valueOf(commitment.quantity)?.baseline;
  const asked = isAsked(commitment);
  const watched = commitment.verification;

  return [
    ["bearer", [commitment.bearer.kind]],
    ["counterparty", [commitment.counterparty.kind]],
    ["window", [commitment.window.kind]],
    ["window.after.point", points],
    ["quantity.baseline", baseline === undefined ? [] : [baseline.kind]],
    ["criterion", [commitment.criterion.kind]],
    [
      "verification",
      asked && watched.every((one) => isOpen(one.by)) ? ["unresolved"] : watched.map((one) => one.by.kind),
    ],
    ["verification.evidence", watched.map((one) => one.evidence.kind)],
    ["verification.access", watched.map((one) => one.access.kind)],
    ["determination", asked ? [commitment.determination.kind] : []],
    ["onBreach", asked && commitment.onBreach.length === 0 ? ["unresolved"] : []],
    ["elseBranch", mayFail(commitment) ? [commitment.elseBranch.kind] : []],
    ["liability", valuesOf(commitment.bearer).length > 0 ? [commitment.liability.kind] : []],
  ];
}

/** What happens otherwise is asked only of what hangs on a condition or on the consent of another. */
function mayFail({ condition, needsConsentOf }: Commitment): boolean {
  return valuesOf(condition).length > 0 || valuesOf(needsConsentOf).length > 0;
}

/** Who verifies, who determines and what follows is asked of primary obligations and prohibitions. */
function isAsked(commitment: Commitment): boolean {
  const modality = valueOf(commitment.modality);

  return (
    commitment.role === "primary" && (modality === null || modality === "obligation" || modality === "prohibition")
  );
}
