import { useCallback, useRef, useState } from "react";
import type { Choices } from "../text/index.ts";
import { keepRevisions, keptRevisions } from "./kept.ts";

/** What undo goes back to: a draft's source (`null`: as opened) and the choices of that moment. */
export type Step = { readonly draft: string; readonly source: string | null; readonly choices: Choices };

export type Revisions = {
  /** Sources changed in this tab, by the name of their draft. */
  readonly sources: Readonly<Record<string, string>>;
  readonly past: readonly Step[];
  /** Marks the present state as one to come back to. */
  readonly remember: (draft: string, choices: Choices) => void;
  readonly write: (draft: string, source: string | null) => void;
  /** Takes the last step back and gives its choices; `null` where there is none. */
  readonly undo: () => Step | null;
  readonly forget: () => void;
};

/** Changed sources with their history. They live in this tab and survive a reload; nothing is sent anywhere. */
export function useRevisions(): Revisions {
  const [sources, setSources] = useState(keptRevisions);
  const [past, setPast] = useState<readonly Step[]>([]);
  const latest = useRef({ sources, past });
  const put = useCallback((sources: Readonly<Record<string, string>>, past: readonly Step[]): void => {
    latest.current = { sources, past };
    setSources(sources);
    setPast(past);
    keepRevisions(sources);
  }, []);
  const written = (draft: string, source: string | null): Readonly<Record<string, string>> => {
    const rest = Object.fromEntries(Object.entries(latest.current.sources).filter(([name]) => name !== draft));

    return source === null ? rest : { ...rest, [draft]: source };
  };
  const [acts] = useState(() => ({
    remember(draft: string, choices: Choices): void {
      const { sources, past } = latest.current;
      put(sources, [...past.slice(-99), { draft, source: sources[draft] ?? null, choices }]);
    },
    write(draft: string, source: string | null): void {
      put(written(draft, source), latest.current.past);
    },
    undo(): Step | null {
      const { past } = latest.current;
      const last = past.at(-1) ?? null;
      if (last !== null) put(written(last.draft, last.source), past.slice(0, -1));
      return last;
    },
    forget(): void {
      put({}, []);
    },
  }));

  return { sources, past, ...acts };
}
