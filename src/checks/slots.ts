import { slotNames, spansOf, valuesOf } from "../commitments/index.ts";
import type { Anchor, Commitment, Duration, EventRef, Slot, Window } from "../commitments/index.ts";

/** A slot with its path, the name under which the JSON and a declared ambiguity know it. */
export type NamedSlot = { readonly path: string; readonly slot: Slot<unknown> };

export type NamedWindow = { readonly path: "window" | "start"; readonly window: Window };

const windowPaths = ["window", "start"] as const;
const none: readonly never[] = [];

/** The windows of a commitment: when the act must be complete, and when it must begin where that is set apart. */
export function windowsOf(commitment: Commitment): readonly NamedWindow[] {
  let found: NamedWindow[] | null = null;
  for (const path of windowPaths)
    for (const window of valuesOf(commitment[path])) (found ??= []).push({ path, window });

  return found ?? none;
}

/** Whether an act can be undone is nobody's promise. */
const asked = slotNames.filter((name) => name !== "reversible");
const ownPaths = [...asked, "action.place"] as const;

function ownSlot(commitment: Commitment, path: (typeof ownPaths)[number]): Slot<unknown> {
  return path === "action.place" ? commitment.action.place : commitment[path];
}

/** Every slot that says what is owed, by whom, when: those of verification and answer stand in their own rules. */
export function slotsOf(commitment: Commitment): readonly NamedSlot[] {
  return [
    ...ownPaths.map((path) => ({ path, slot: ownSlot(commitment, path) })),
    ...windowsOf(commitment).flatMap(({ path, window }) => [
      { path: `${path}.after`, slot: window.after },
      { path: `${path}.earliest`, slot: window.earliest },
      { path: `${path}.latest`, slot: window.latest },
    ]),
  ];
}

/** The slots that the words fill in several ways. */
export function ambiguousSlotsOf(commitment: Commitment): readonly NamedSlot[] {
  const isOpen =
    ownPaths.some((path) => isAmbiguous(ownSlot(commitment, path))) ||
    windowsOf(commitment).some(({ window }) => [window.after, window.earliest, window.latest].some(isAmbiguous));

  return isOpen ? slotsOf(commitment).filter(({ slot }) => isAmbiguous(slot)) : none;
}

function isAmbiguous(slot: Slot<unknown>): boolean {
  return slot.kind === "ambiguous";
}

/** The events that the act is counted from, begins at, waits for or ends with; conditions are apart. */
export function eventsOf(commitment: Commitment): readonly { readonly path: string; readonly event: EventRef }[] {
  const found: { path: string; event: EventRef }[] = [];
  for (const { path, window } of windowsOf(commitment))
    for (const event of valuesOf(window.after)) found.push({ path: `${path}.after`, event });
  for (const path of ["trigger", "until"] as const)
    for (const event of valuesOf(commitment[path])) found.push({ path, event });

  return found;
}

/** Every stated length of time in a commitment, its verifications, its determination and its answers. */
export function durationsOf(commitment: Commitment): readonly { readonly path: string; readonly duration: Duration }[] {
  const found: { path: string; duration: Duration }[] = [];
  const note = (path: string, slot: Slot<Duration | "none">): void => {
    for (const duration of valuesOf(slot)) if (duration !== "none") found.push({ path, duration });
  };
  for (const { path, window } of windowsOf(commitment)) {
    note(`${path}.earliest`, window.earliest);
    note(`${path}.latest`, window.latest);
  }
  for (const { within, reportsWithin } of commitment.verification) {
    note("verification.within", within);
    note("verification.reportsWithin", reportsWithin);
  }
  for (const { within } of valuesOf(commitment.determination)) note("determination.within", within);
  for (const { within } of commitment.onBreach) note("onBreach.within", within);

  return found;
}

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
