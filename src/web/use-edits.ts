import { useCallback, useState } from "react";
import type { Repair } from "../checks/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import type { Address } from "./address.ts";
import { provisionNamed } from "./by-provision.ts";
import type { Editing } from "./EditBox.tsx";
import { focusSoon } from "./navigation.ts";
import { mended, placedIn } from "./placed.ts";
import { useLatest } from "./use-latest.ts";
import type { Revisions } from "./use-revisions.ts";

type Now = {
  readonly address: Address;
  readonly draft: Draft | null;
  readonly draftName: string;
  readonly revisions: Revisions;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onNotice: (says: string) => void;
};

export type Edits = {
  readonly editing: Editing | null;
  /** Leaves the field, whatever was typed stays. */
  readonly leave: () => void;
  readonly onChoose: (group: string, option: string | null) => void;
  readonly onEdit: (provision: Provision | null) => void;
  readonly onWords: (words: string) => void;
  readonly onMend: (repair: Repair, label: string) => void;
};

/** Every way in which the words or the choices change here. The acts stay the same, so that points are not drawn again for nothing. */
export function useEdits(given: Now): Edits {
  const [editing, setEditing] = useState<Editing | null>(null);
  const now = useLatest({ ...given, editing });
  const leave = useCallback(() => setEditing(null), []);
  const onChoose = useCallback(
    (group: string, option: string | null): void => {
      const { address, draftName, revisions, onAddress } = now();
      revisions.remember(draftName, address.choices);
      const rest = Object.fromEntries(Object.entries(address.choices).filter(([id]) => id !== group));
      onAddress({ choices: option === null ? rest : { ...rest, [group]: option } });
    },
    [now],
  );
  const onEdit = useCallback(
    (provision: Provision | null): void => {
      const { draft, draftName, address, editing, revisions, onAddress } = now();
      if (provision === null || draft === null) {
        setEditing(null);
        if (editing !== null) focusSoon(address.at, draft);
        return;
      }
      revisions.remember(draftName, address.choices);
      setEditing({ provision: provision.id, ...placedIn(draft, provision) });
      onAddress({ at: provision.label });
    },
    [now],
  );
  const onWords = useCallback(
    (words: string): void => {
      const { editing, draftName, revisions } = now();
      if (editing !== null) revisions.write(draftName, editing.before + words + editing.after);
    },
    [now],
  );
  const onMend = useCallback(
    (repair: Repair, label: string): void => {
      const { draft, draftName, address, revisions, onNotice } = now();
      if (draft === null || repair.edit === null) return;
      const { provision, removed, added } = repair.edit;
      const place = provisionNamed(draft, provision) ?? provisionNamed(draft, label);
      const next = place === null ? null : mended(draft, place, removed, added);
      if (next === null) return onNotice("These words no longer stand in the text as the repair knew them.");
      revisions.remember(draftName, address.choices);
      revisions.write(draftName, next);
      onNotice(`The repair stands in ${place?.label ?? label}; the text was checked again.`);
    },
    [now],
  );

  return { editing, leave, onChoose, onEdit, onWords, onMend };
}
