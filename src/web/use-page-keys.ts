import type { Address } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { provisionNamed } from "./by-provision.ts";
import { focusSoon, nextFinding, placesOf } from "./navigation.ts";
import type { Draft, Provision } from "../text/index.ts";
import { useKeys } from "./use-keys.ts";

type Given = {
  readonly on: boolean;
  readonly address: Address;
  readonly draft: Draft | null;
  readonly checked: Checked | null;
  readonly isEditing: boolean;
  /** Whose wording is shown where nobody was chosen. */
  readonly firstParty: string | null;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onEdit: (provision: Provision | null) => void;
  readonly onUndo: () => void;
  readonly onKeys: () => void;
  readonly onPalette: () => void;
};

/** The keys that `KeysDialog` lists. */
export function usePageKeys(given: Given): void {
  const { address, draft, checked, onAddress, onEdit, onUndo } = given;
  const step = (by: 1 | -1): void => {
    const places = placesOf(address, draft);
    const at = places.indexOf(address.at ?? "");
    const next = places[at === -1 ? 0 : Math.min(places.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    onAddress({ at: next, finding: null });
    focusSoon(next, draft);
  };
  const stepFinding = (by: 1 | -1): void => {
    if (draft === null || checked === null) return;
    const next = nextFinding(address, draft, checked, by);
    if (next === null) return;
    onAddress(next);
    focusSoon(next.at, draft, true);
  };

  useKeys({
    on: given.on,
    single: {
      "?": given.onKeys,
      "/": () => document.querySelector<HTMLInputElement>("main input[type=search]")?.focus(),
      "g t": () => onAddress({ screen: "text", at: null, finding: null }),
      "g s": () => onAddress({ screen: "schedule", at: null, finding: null }),
      "g v": () => onAddress({ screen: "verification", at: null, finding: null }),
      j: () => step(1),
      k: () => step(-1),
      "]": () => stepFinding(1),
      "[": () => stepFinding(-1),
      e: () => {
        const at = draft === null ? null : provisionNamed(draft, address.at);
        if (at !== null && address.screen === "text") onEdit(at);
      },
      u: onUndo,
      escape: () => (given.isEditing ? onEdit(null) : onAddress({ finding: null })),
    },
    chords: {
      "mod k": given.onPalette,
      "mod z": onUndo,
      "alt 1": () => onAddress({ view: "clean" }),
      "alt 2": () => onAddress({ view: "bracketed" }),
      "alt 3": () => onAddress({ view: "party", party: address.party ?? given.firstParty }),
    },
  });
}
