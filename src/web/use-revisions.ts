import { useCallback, useRef, useState } from "react";
import type { Choices } from "../text/index.ts";
import type { Address } from "./address.ts";
import { keepRevisions, keptRevisions } from "./kept.ts";
import type { Opened } from "./opened.ts";

/** Sources changed in this tab, by the name of their draft. */
export type Sources = Readonly<Record<string, string>>;

/** What undo goes back to: a draft's source (`null`: as opened) with its choices, or all that lay on the table before. */
export type Step =
  | { readonly kind: "words"; readonly draft: string; readonly source: string | null; readonly choices: Choices }
  | { readonly kind: "text"; readonly opened: Opened; readonly address: Address; readonly sources: Sources };

export type Revisions = {
  readonly sources: Sources;
  readonly past: readonly Step[];
  /** Marks the present state as one to come back to. */
  readonly remember: (draft: string, choices: Choices) => void;
  readonly write: (draft: string, source: string | null) => void;
  /** Puts away all changes for another text; undo brings them back with the text they belong to. */
  readonly putAway: (opened: Opened, address: Address) => void;
  /** Takes the last step back and gives it; `null` where there is none. */
  readonly undo: () => Step | null;
};

/** Steps that are kept. */
const most = 100;

/** Changed sources with their history. They live in this tab and survive a reload; nothing is sent anywhere. */
export function useRevisions(): Revisions {
  const [sources, setSources] = useState(keptRevisions);
  const [past, setPast] = useState<readonly Step[]>([]);
  const latest = useRef({ sources, past });
  const put = useCallback((sources: Sources, past: readonly Step[]): void => {
    latest.current = { sources, past };
    setSources(sources);
    setPast(past);
    keepRevisions(sources);
  }, []);
  const [acts] = useState(() => ({
    remember(draft: string, choices: Choices): void {
      const { sources, past } = latest.current;
      const step: Step = { kind: "words", draft, source: sources[draft] ?? null, choices };
      put(sources, [...past.slice(1 - most), step]);
    },
    write(draft: string, source: string | null): void {
      const { sources, past } = latest.current;
      put(written(sources, draft, source), past);
    },
    putAway(opened: Opened, address: Address): void {
      const { sources, past } = latest.current;
      put({}, [...past.slice(1 - most), { kind: "text", opened, address, sources }]);
    },
    undo(): Step | null {
      const { sources, past } = latest.current;
      const last = past.at(-1) ?? null;
      if (last !== null)
        put(last.kind === "text" ? last.sources : written(sources, last.draft, last.source), past.slice(0, -1));
      return last;
    },
  }));

  return { sources, past, ...acts };
}

function written(sources: Sources, draft: string, source: string | null): Sources {
  const rest = Object.fromEntries(Object.entries(sources).filter(([name]) => name !== draft));

  return source === null ? rest : { ...rest, [draft]: source };
}
