import { oncePer } from "../base/index.ts";
import { spansOf, valuesOf } from "../commitments/index.ts";
import type { Anchor, Commitment, Duration, EventRef, Slot, Window } from "../commitments/index.ts";

/** A slot with its path, the name under which the JSON and a declared ambiguity know it. */
export type NamedSlot = { readonly path: string; readonly slot: Slot<unknown> };

/** The windows of a commitment: when the act must be complete, and when it must begin where that is set apart. */
export const windowsOf = oncePer(
  (commitment: Commitment): readonly { readonly path: string; readonly window: Window }[] =>
    orNone([
      ...valuesOf(commitment.window).map((window) => ({ path: "window", window })),
      ...valuesOf(commitment.start).map((window) => ({ path: "start", window })),
    ]),
);

const none: readonly never[] = [];

/** Most commitments have none; all these share one list. */
function orNone<One>(list: readonly One[]): readonly One[] {
  return list.length === 0 ? none : list;
}

/** Every slot that says what is owed, by whom, when: those of verification and answer stand in their own rules. */
export function slotsOf(commitment: Commitment): readonly NamedSlot[] {
  return [
    { path: "bearer", slot: commitment.bearer },
    { path: "liability", slot: commitment.liability },
    { path: "counterparty", slot: commitment.counterparty },
    { path: "modality", slot: commitment.modality },
    { path: "strength", slot: commitment.strength },
    { path: "action.place", slot: commitment.action.place },
    { path: "quantity", slot: commitment.quantity },
    { path: "trigger", slot: commitment.trigger },
    { path: "condition", slot: commitment.condition },
    { path: "elseBranch", slot: commitment.elseBranch },
    { path: "window", slot: commitment.window },
    { path: "start", slot: commitment.start },
    { path: "until", slot: commitment.until },
    { path: "needsConsentOf", slot: commitment.needsConsentOf },
    { path: "criterion", slot: commitment.criterion },
    { path: "determination", slot: commitment.determination },
    ...windowsOf(commitment).flatMap(({ path, window }) => [
      { path: `${path}.after`, slot: window.after },
      { path: `${path}.earliest`, slot: window.earliest },
      { path: `${path}.latest`, slot: window.latest },
    ]),
  ];
}

/** The slots that the words fill in several ways. */
export const ambiguousSlotsOf = oncePer((commitment: Commitment): readonly NamedSlot[] =>
  orNone(slotsOf(commitment).filter(({ slot }) => slot.kind === "ambiguous")),
);

/** The events that the act is counted from, begins at, waits for or ends with; conditions are apart. */
export const eventsOf = oncePer(
  (commitment: Commitment): readonly { readonly path: string; readonly event: EventRef }[] =>
    orNone([
      ...windowsOf(commitment).flatMap(({ path, window }) =>
        valuesOf(window.after).map((event) => ({ path: `${path}.after`, event })),
      ),
      ...valuesOf(commitment.trigger).map((event) => ({ path: "trigger", event })),
      ...valuesOf(commitment.until).map((event) => ({ path: "until", event })),
    ]),
);

/** Every stated length of time in a commitment, its verifications, its determination and its answers. */
export const durationsOf = oncePer(
  (commitment: Commitment): readonly { readonly path: string; readonly duration: Duration }[] => {
    const named: readonly { readonly path: string; readonly slot: Slot<Duration | "none"> }[] = [
      ...windowsOf(commitment).flatMap(({ path, window }) => [
        { path: `${path}.earliest`, slot: window.earliest },
        { path: `${path}.latest`, slot: window.latest },
      ]),
      ...commitment.verification.flatMap((one) => [
        { path: "verification.within", slot: one.within },
        { path: "verification.reportsWithin", slot: one.reportsWithin },
      ]),
      ...valuesOf(commitment.determination).map((one) => ({ path: "determination.within", slot: one.within })),
      ...commitment.onBreach.map((one) => ({ path: "onBreach.within", slot: one.within })),
    ];

    return orNone(
      named.flatMap(({ path, slot }) =>
        valuesOf(slot).flatMap((duration) => (duration === "none" ? [] : [{ path, duration }])),
      ),
    );
  },
);

/** Where a slot stands in the text, by its path; empty where it has no words. */
export function placesOf(commitment: Commitment, path: string): readonly Anchor[] {
  const root = path.split(".")[0] ?? "";
  switch (root) {
    case "bearer":
    case "liability":
      return spansOf(commitment.bearer);
    case "start":
    case "window":
    case "trigger":
    case "until":
    case "condition":
      return spansOf(commitment[root]);
    case "verification":
      return commitment.verification.flatMap((one) => one.spans);
    case "determination":
      return spansOf(commitment.determination);
    case "onBreach":
      return commitment.onBreach.flatMap((one) => one.spans);
    default:
      return [];
  }
}
