import { useCallback, useState } from "react";
import { start } from "./address.ts";
import { Band } from "./Band.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { keepKeys, keepTheme, keptKeys, keptTheme } from "./kept.ts";
import { focusSoon, missingPlace, useScroll, useTitle } from "./navigation.ts";
import { empty, ownText, type Opened } from "./opened.ts";
import { Notice } from "./Notice.tsx";
import { Palette, type Entry } from "./Palette.tsx";
import { entriesOf } from "./palette-entries.ts";
import { ReadTextDialog } from "./ReadTextDialog.tsx";
import { Said } from "./Said.tsx";
import { ScheduleScreen } from "./ScheduleScreen.tsx";
import { TextScreen } from "./TextScreen.tsx";
import { TopBar } from "./TopBar.tsx";
import { useAddress } from "./use-address.ts";
import { readFile, useAnalysis } from "./use-analysis.ts";
import { useBrought } from "./use-brought.ts";
import { useEdits } from "./use-edits.ts";
import { usePageKeys } from "./use-page-keys.ts";
import { useRevisions } from "./use-revisions.ts";
import { useRunningHead } from "./use-running-head.ts";
import { readingFor, useTable, useWanted } from "./use-table.ts";
import { VerificationScreen } from "./VerificationScreen.tsx";

type Over = "read-text" | "keys" | "palette" | null;

/** The page: one text on the table, the screens over it, and what the worker says about it. */
export function App() {
  const [address, onAddress] = useAddress();
  const table = useTable(address);
  const revisions = useRevisions();
  const [over, setOver] = useState<Over>(null);
  const [brought, setBrought] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [keysOn, setKeysOn] = useState(keptKeys);

  const { opened, folder, text } = table;
  const draftName = text?.name ?? "";
  const source = revisions.sources[draftName] ?? text?.source ?? "";
  const isRevised = text !== null && source !== text.source;
  const reading = readingFor(address, opened, draftName);
  const wanted = useWanted(table, source, reading, address);
  const analysis = useAnalysis(wanted);
  const draft = wanted === null ? null : analysis.draft;
  const checked = wanted === null ? null : analysis.checked;
  const parties = opened?.parties ?? empty.parties;
  const edits = useEdits({ address, draft, draftName, revisions, onAddress, onNotice: setNotice });
  const { editing, onChoose, onEdit, onWords, onMend } = edits;

  const closeNotice = useCallback(() => setNotice(null), []);

  const open = (next: Opened): void => {
    if (opened !== null) revisions.putAway(opened, address);
    table.lay(next);
    edits.leave();
    setOver(null);
    setRefusal(null);
    setNotice(next.kind === "own" ? `${next.title} is open.` : null);
    onAddress({ ...start, screen: address.screen });
  };
  const openFile = (file: File): void => {
    setRefusal(null);
    void readFile(file).then((read) => {
      if (read.kind === "ok") return open(ownText(read.value));
      setRefusal(read.reason);
      setOver("read-text");
    });
  };
  const undo = (): void => {
    edits.leave();
    setNotice(null);
    const step = revisions.undo();
    if (step === null) return;
    if (step.kind === "words")
      return onAddress({ draft: step.draft === opened?.current ? null : step.draft, choices: step.choices });
    table.lay(step.opened);
    onAddress(step.address);
  };
  const discard = (): void => {
    edits.leave();
    revisions.remember(draftName, address.choices);
    revisions.write(draftName, null);
  };
  const closing = (dialog: Over) => (): void => {
    setRefusal(null);
    setOver((now) => (now === dialog ? null : now));
  };
  const bring = (words: string): void => {
    setBrought(words);
    setOver("read-text");
  };

  useBrought(openFile, bring);
  usePageKeys({
    on: keysOn,
    address,
    draft,
    checked,
    isEditing: editing !== null,
    firstParty: parties[0]?.id ?? draft?.parties[0] ?? null,
    onAddress,
    onEdit,
    onUndo: undo,
    onKeys: () => setOver("keys"),
    onPalette: () => setOver("palette"),
  });
  useTitle(draft, address, opened);
  useScroll(draft, address);
  useRunningHead(draft, analysis.sha256, isRevised);
  const entries = (): readonly Entry[] =>
    entriesOf({
      draft,
      checked,
      onAddress: (change) => {
        onAddress(change, true);
        focusSoon(change.at ?? null, draft, change.finding != null);
      },
      acts: [
        ["Read another text", "", () => bring("")],
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
        sha256={analysis.sha256}
        canUndo={revisions.past.length > 0}
        canGoBack={opened !== null && opened.kind !== "process" && folder.kind === "process"}
        onUndo={undo}
        onDiscard={discard}
        onReadText={() => bring("")}
        onStartEmpty={() => open(empty)}
        onBack={() => open(folder)}
        onPalette={() => setOver("palette")}
        onTheme={toggleTheme}
      />
      <aside className="band" aria-label="Who sees this">
        <Band opened={opened} />
      </aside>
      <main id="main" tabIndex={-1}>
        <Said
          failed={table.failed ?? analysis.failed}
          missing={missingPlace(address, opened, draft, checked)}
          readings={(checked?.states ?? []).filter(({ name }) => reading === "all" || name === reading)}
        />
        <p className="vh" role="status">
          {wanted === null ? "" : (analysis.busy ?? `Checked: ${checked?.report.counts.error ?? 0} errors.`)}
        </p>
        {opened !== null && wanted === null && (
          <div className="empty">
            <h1>No text yet</h1>
            <p>Nothing is open. A text that you paste or drop here is read and checked in this browser.</p>
            <button type="button" className="btn first" onClick={() => bring("")}>
              Read a text
            </button>
          </div>
        )}
        {wanted !== null && draft === null && analysis.failed === null && <p className="soft">Reading the text…</p>}
        {draft !== null && address.screen === "text" && (
          <TextScreen
            {...{ draft, checked, address, parties, editing, onAddress, onChoose, onEdit, onWords, onMend }}
            sha256={analysis.sha256}
            original={isRevised ? analysis.original : null}
            before={table.before}
          />
        )}
        {draft !== null && address.screen === "verification" && checked !== null && (
          <VerificationScreen {...{ draft, checked, address, onAddress, onMend }} />
        )}
        {draft !== null && address.screen === "schedule" && checked !== null && (
          <ScheduleScreen {...{ checked, address, onAddress, onMend }} />
        )}
        {draft !== null && address.screen !== "text" && checked === null && (
          <p className="soft">{analysis.isStopped ? "Not checked." : `${analysis.busy ?? "Checking"}…`}</p>
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
      <Notice
        says={notice}
        work={{
          ...analysis,
          busy: wanted === null ? null : analysis.busy,
          isOld: checked !== null && !analysis.isPartial,
        }}
        onUndo={undo}
        onClose={closeNotice}
      />
      {over === "read-text" && (
        <ReadTextDialog
          words={brought}
          refusal={refusal}
          onText={(words) => open(ownText({ name: "Pasted text", source: words, format: null, sha256: null }))}
          onFile={openFile}
          onClose={closing("read-text")}
        />
      )}
      {over === "keys" && (
        <KeysDialog
          on={keysOn}
          onSwitch={(on) => {
            keepKeys(on);
            setKeysOn(on);
          }}
          onClose={closing("keys")}
        />
      )}
      {over === "palette" && <Palette entries={entries()} onClose={closing("palette")} />}
    </>
  );
}

function toggleTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (keptTheme() ?? system) === "dark" ? "light" : "dark";
  keepTheme(theme);
  document.documentElement.dataset["theme"] = theme;
}
