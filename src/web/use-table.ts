import { useEffect, useMemo, useState } from "react";
import type { Address } from "./address.ts";
import type { DraftCount, Source } from "./analysis.ts";
import { keepOwnText, keptOwnText } from "./kept.ts";
import { draftNamed, empty, loadProcess, ownText, type Opened } from "./opened.ts";
import { countDrafts, type Wanted } from "./use-analysis.ts";

/** What lies on the table: the text that is shown, and what it is shown of. */
export type Table = {
  /** `null` until the server has answered. */
  readonly opened: Opened | null;
  /** The process folder of the server, to come back to. */
  readonly folder: Opened;
  readonly failed: string | null;
  /** The draft shown, as it was opened; `null` where there is none. */
  readonly text: Source | null;
  /** Open brackets of the draft before the one shown. */
  readonly before: DraftCount | null;
  readonly lay: (next: Opened) => void;
};

/** Asks the server for its folder, remembers a text of the reader's own over a reload, and finds the draft an address names. */
export function useTable(address: Address): Table {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [folder, setFolder] = useState<Opened>(empty);
  const [failed, setFailed] = useState<string | null>(null);
  const [counts, setCounts] = useState<readonly DraftCount[]>([]);

  useEffect(() => {
    void loadProcess().then((loaded) => {
      const found = loaded.kind === "ok" ? loaded.value : empty;
      if (loaded.kind === "refused") setFailed(loaded.reason);
      setFolder(found);
      const own = keptOwnText();
      setOpened(own === null ? found : ownText(own));
      if (found.drafts.length < 2) return;
      const parties = found.parties.map(({ id }) => id);
      void countDrafts(found.drafts, parties).then(setCounts);
    });
  }, []);

  const text =
    opened === null
      ? null
      : (draftNamed(opened, address.draft) ?? draftNamed(opened, opened.current) ?? opened.drafts.at(-1) ?? null);
  const before = opened?.drafts[opened.drafts.findIndex((draft) => draft === text) - 1];

  return {
    opened,
    folder,
    failed,
    text,
    before: counts.find(({ name }) => name === before?.name) ?? null,
    lay(next: Opened): void {
      setOpened(next);
      setFailed(null);
      const [own] = next.drafts;
      keepOwnText(next.kind === "own" && own !== undefined ? own : null);
    },
  };
}

/** The agreed reading stands for the draft that the folder stands for; other drafts are read by the rules. */
export function readingFor(address: Address, opened: Opened | null, draft: string): string {
  if (address.reading !== null) return address.reading;
  if (opened === null || draft !== opened.current) return "proposed";

  return opened.readings.find(({ name }) => /^agreed\.ya?ml$/i.test(name))?.name ?? "proposed";
}

/** What the worker is asked; the same value as long as nothing of it changed. `null` where there are no words. */
export function useWanted({ opened, text }: Table, source: string, reading: string, address: Address): Wanted | null {
  const { choices } = address;

  return useMemo(() => {
    if (opened === null || text === null || text.source + source === "") return null;

    return {
      opened: text,
      source,
      parties: opened.parties.map(({ id }) => id),
      readings: opened.readings,
      reading,
      choices,
    };
  }, [opened, text, source, reading, choices]);
}
