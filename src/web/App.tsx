import { useCallback, useEffect, useMemo, useState } from "react";
import type { Repair } from "../checks/index.ts";
import type { Choices, Provision } from "../text/index.ts";
import { start } from "./address.ts";
import type { DraftCount, Source } from "./analysis.ts";
import { Band } from "./Band.tsx";
import { provisionNamed } from "./by-provision.ts";
import type { Editing } from "./EditBox.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { keepKeys, keepOwnText, keepTheme, keptKeys, keptOwnText, keptTheme } from "./kept.ts";
import { focusSoon, missingPlace, nextFinding, placesOf, useScroll, useTitle } from "./navigation.ts";
import { empty, loadProcess, ownText, type Opened } from "./opened.ts";
import { Palette, type Entry } from "./Palette.tsx";
import { entriesOf } from "./palette-entries.ts";
import { mended, placedIn } from "./placed.ts";
import { ReadTextDialog } from "./ReadTextDialog.tsx";
import { Said } from "./Said.tsx";
import { TextScreen } from "./TextScreen.tsx";
import { TopBar } from "./TopBar.tsx";
import { useAddress, useDrop } from "./use-address.ts";
import { countDrafts, decodeFile, useAnalysis, type Wanted } from "./use-analysis.ts";
import { useKeys } from "./use-keys.ts";
import { useLatest } from "./use-latest.ts";
import { useRevisions } from "./use-revisions.ts";
import { VerificationScreen } from "./VerificationScreen.tsx";

type Over = "read-text" | "keys" | "palette" | null;

/** The page: one text on the table, two screens over it, and what the worker says about it. */
export function App() {
  const [address, onAddress] = useAddress();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [folder, setFolder] = useState<Opened>(empty);
  const [failed, setFailed] = useState<string | null>(null);
  const [counts, setCounts] = useState<readonly DraftCount[]>([]);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [over, setOver] = useState<Over>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [keysOn, setKeysOn] = useState(keptKeys);
  const revisions = useRevisions();

  useEffect(() => {
    void loadProcess().then((loaded) => {
      const found = loaded.kind === "ok" ? loaded.value : empty;
      if (loaded.kind === "refused") setFailed(loaded.reason);
      setFolder(found);
      const own = keptOwnText();
      setOpened(own === null ? found : ownText(own.name, own.source, own.format));
      if (found.drafts.length > 1)
        void countDrafts(
          found.drafts,
          found.parties.map(({ id }) => id),
        ).then(setCounts);
    });
  }, []);

  const text =
    opened?.drafts.find(({ name }) => name === (address.draft ?? opened.current)) ?? opened?.drafts.at(-1) ?? null;
  const draftName = text?.name ?? "";
  const source = revisions.sources[draftName] ?? text?.source ?? "";
  const isRevised = text !== null && source !== text.source;
  const reading = address.reading ?? defaultReading(opened, draftName);
  const { choices } = address;
  const wanted = useWanted(opened, text, source, reading, choices);
  const analysis = useAnalysis(wanted);
  const draft = wanted === null ? null : analysis.draft;
  const checked = wanted === null ? null : analysis.checked;

  // What the handlers below look at, so that they stay the same and points are not drawn again for nothing.
  const now = useLatest({ address, draft, draftName, editing });

  const open = (next: Opened): void => {
    setOpened(next);
    revisions.forget();
    setEditing(null);
    setOver(null);
    setRefusal(null);
    setFailed(null);
    const [own] = next.drafts;
    keepOwnText(next.kind === "own" && own !== undefined ? own : null);
    onAddress({ ...start, screen: now().address.screen });
  };
  const readFile = (file: File): void => {
    void decodeFile(file).then((decoded) => {
      if (decoded.kind === "ok") return open(ownText(decoded.name, decoded.source, decoded.format));
      setRefusal(decoded.reason);
      setOver("read-text");
    });
  };
  const { remember, write } = revisions;
  const onChoose = useCallback(
    (group: string, option: string | null): void => {
      const { address, draftName } = now();
      remember(draftName, address.choices);
      const rest = Object.fromEntries(Object.entries(address.choices).filter(([id]) => id !== group));
      onAddress({ choices: option === null ? rest : { ...rest, [group]: option } });
    },
    [now, onAddress, remember],
  );
  const onEdit = useCallback(
    (provision: Provision | null): void => {
      const { draft, draftName, address, editing } = now();
      if (provision === null || draft === null) {
        setEditing(null);
        if (editing !== null) focusSoon(address.at, draft);
        return;
      }
      remember(draftName, address.choices);
      setEditing({ provision: provision.id, ...placedIn(draft, provision) });
      onAddress({ at: provision.label });
    },
    [now, onAddress, remember],
  );
  const onWords = useCallback(
    (words: string): void => {
      const { editing, draftName } = now();
      if (editing !== null) write(draftName, editing.before + words + editing.after);
    },
    [now, write],
  );
  const onMend = useCallback(
    (repair: Repair, label: string): void => {
      const { draft, draftName, address } = now();
      if (draft === null || repair.edit === null) return;
      const { provision, removed, added } = repair.edit;
      const place = provisionNamed(draft, provision) ?? provisionNamed(draft, label);
      const next = place === null ? null : mended(draft, place, removed, added);
      if (next === null) return setNotice("These words no longer stand in the text as the repair knew them.");
      remember(draftName, address.choices);
      write(draftName, next);
      setNotice(`The repair stands in ${place?.label ?? label}; the text was checked again.`);
    },
    [now, remember, write],
  );
  const undo = (): void => {
    setEditing(null);
    const step = revisions.undo();
    if (step !== null) onAddress({ draft: step.draft === opened?.current ? null : step.draft, choices: step.choices });
    setNotice(null);
  };
  const discard = (): void => {
    setEditing(null);
    remember(draftName, choices);
    write(draftName, null);
  };

  useDrop(readFile);
  useKeys({
    on: keysOn,
    single: {
      "?": () => setOver("keys"),
      "/": () => document.querySelector<HTMLInputElement>("main input[type=search]")?.focus(),
      "g t": () => onAddress({ screen: "text", at: null, finding: null }),
      "g v": () => onAddress({ screen: "verification", at: null, finding: null }),
      j: () => step(1),
      k: () => step(-1),
      "]": () => stepFinding(1),
      "[": () => stepFinding(-1),
      e: () => {
        const at = draft === null ? null : provisionNamed(draft, address.at);
        if (at !== null && address.screen === "text") onEdit(at);
      },
      u: undo,
      escape: () => (editing === null ? onAddress({ finding: null }) : onEdit(null)),
    },
    chords: {
      "mod k": () => setOver("palette"),
      "mod z": undo,
      "alt 1": () => onAddress({ view: "clean" }),
      "alt 2": () => onAddress({ view: "bracketed" }),
      "alt 3": () =>
        onAddress({ view: "party", party: address.party ?? opened?.parties[0]?.id ?? draft?.parties[0] ?? null }),
    },
  });
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

  useTitle(draft, address, opened);
  useScroll(draft, address);
  const askedFor = (checked?.states ?? []).filter(({ name }) => reading === "all" || name === reading);
  const missing = missingPlace(address, opened, draft, checked);
  const entries = (): readonly Entry[] =>
    entriesOf({
      draft,
      checked,
      onAddress: (change) => {
        onAddress(change);
        focusSoon(change.at ?? null, draft, change.finding != null);
      },
      acts: [
        ["Read another text", "", () => setOver("read-text")],
        ["Undo", "u", undo],
        ["Discard changes", "", discard],
        ["Light or dark", "", toggleTheme],
        ["Show all keys", "?", () => setOver("keys")],
        ["Print this screen", "", () => window.print()],
      ],
    });

  return (
    <>
      <TopBar
        {...{ address, opened, draftName, reading, draft, checked, isRevised, onAddress }}
        canUndo={revisions.past.length > 0}
        canGoBack={opened !== null && opened.kind !== "process" && folder.kind === "process"}
        onUndo={undo}
        onDiscard={discard}
        onReadText={() => setOver("read-text")}
        onStartEmpty={() => open(empty)}
        onBack={() => open(folder)}
        onPalette={() => setOver("palette")}
        onTheme={toggleTheme}
      />
      <aside className="band" aria-label="Who sees this">
        <Band opened={opened} />
      </aside>
      <main id="main" tabIndex={-1}>
        <Said failed={failed ?? analysis.failed} missing={missing} readings={askedFor} />
        <p className="vh" role="status">
          {wanted === null ? "" : (analysis.busy ?? `Checked: ${checked?.report.counts.error ?? 0} errors.`)}
        </p>
        {opened !== null && wanted === null && (
          <div className="empty">
            <h1>No text yet</h1>
            <p>Nothing is open. A text that you paste or drop here is read and checked in this browser.</p>
            <button type="button" className="btn first" onClick={() => setOver("read-text")}>
              Read a text
            </button>
          </div>
        )}
        {wanted !== null && draft === null && analysis.failed === null && <p className="soft">Reading the text…</p>}
        {draft !== null && address.screen === "text" && (
          <TextScreen
            {...{ draft, checked, address, editing, onAddress, onChoose, onEdit, onWords, onMend }}
            original={isRevised ? analysis.original : null}
            parties={opened?.parties ?? empty.parties}
            before={countBefore(counts, opened, draftName)}
          />
        )}
        {draft !== null && address.screen === "verification" && checked !== null && (
          <VerificationScreen {...{ draft, checked, address, onAddress, onMend }} />
        )}
        {draft !== null && address.screen === "verification" && checked === null && (
          <p className="soft">{analysis.busy ?? "Checking"}…</p>
        )}
      </main>
      <footer className="foot">
        <span>
          Names and designations are the text’s own and imply no view on the status of anyone or of any territory.
        </span>
        <button type="button" className="link" onClick={() => setOver("keys")}>
          Keys
        </button>
      </footer>
      <div className="notice" role="status">
        {notice !== null && (
          <>
            {notice}
            <button type="button" onClick={undo}>
              Undo
            </button>
            <button type="button" onClick={() => setNotice(null)}>
              Close
            </button>
          </>
        )}
      </div>
      {over === "read-text" && (
        <ReadTextDialog
          refusal={refusal}
          onText={(words) => open(ownText("Pasted text", words, null))}
          onFile={readFile}
          onClose={() => setOver((now) => (now === "read-text" ? null : now))}
        />
      )}
      {over === "keys" && (
        <KeysDialog
          on={keysOn}
          onSwitch={(on) => {
            keepKeys(on);
            setKeysOn(on);
          }}
          onClose={() => setOver((now) => (now === "keys" ? null : now))}
        />
      )}
      {over === "palette" && (
        <Palette entries={entries()} onClose={() => setOver((now) => (now === "palette" ? null : now))} />
      )}
    </>
  );
}

function useWanted(
  opened: Opened | null,
  text: Source | null,
  source: string,
  reading: string,
  choices: Choices,
): Wanted | null {
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

/** The agreed reading stands for the draft that the folder stands for; other drafts are read by the rules. */
function defaultReading(opened: Opened | null, draft: string): string {
  if (opened === null || draft !== opened.current) return "proposed";

  return opened.readings.find(({ name }) => /^agreed\.ya?ml$/i.test(name))?.name ?? "proposed";
}

function countBefore(counts: readonly DraftCount[], opened: Opened | null, name: string): DraftCount | null {
  const place = opened?.drafts.findIndex((draft) => draft.name === name) ?? -1;
  const before = opened?.drafts[place - 1];

  return counts.find(({ name }) => name === before?.name) ?? null;
}

function toggleTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (keptTheme() ?? system) === "dark" ? "light" : "dark";
  keepTheme(theme);
  document.documentElement.dataset["theme"] = theme;
}
