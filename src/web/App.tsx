import { useEffect, useMemo, useState } from "react";
import type { Provision } from "../text/index.ts";
import { parseAddress, printAddress, start, type Address } from "./address.ts";
import { download, exports } from "./exports.ts";
import { keepOwnText, keepTheme, keptOwnText, keptTheme } from "./kept.ts";
import { empty, loadProcess, ownText, type Opened } from "./opened.ts";
import { Keys, OtherText } from "./OtherText.tsx";
import { placeOf, TextScreen } from "./TextScreen.tsx";
import { decodeFile, useAnalysis, type Wanted } from "./use-analysis.ts";
import { useKeys } from "./use-keys.ts";
import { VerificationScreen } from "./VerificationScreen.tsx";

type Dialog = "other-text" | "keys" | null;

/** The page: one text on the table, two screens over it, and what the worker says about it. */
export function App() {
  const [address, setAddress] = useAddress();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [example, setExample] = useState<Opened>(empty);
  const [failed, setFailed] = useState<string | null>(null);
  /** Sources as edited, newest last; the first is the text as opened. */
  const [versions, setVersions] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => {
    void loadProcess().then((loaded) => {
      const folder = loaded.kind === "ok" ? loaded.value : empty;
      if (loaded.kind === "refused") setFailed(loaded.reason);
      setExample(folder);
      const own = keptOwnText();
      setOpened(own === null ? folder : ownText(own.name, own.source, own.format));
    });
  }, []);

  const draftName = address.draft ?? opened?.current ?? "";
  const source = opened?.drafts.find(({ name }) => name === draftName) ?? opened?.drafts[0] ?? null;
  const words = versions.at(-1) ?? source?.source ?? "";
  const reading = address.reading ?? defaultReading(opened, source?.name ?? "");
  const choices = address.choices;
  const wanted = useMemo<Wanted | null>(
    () =>
      source === null || opened === null
        ? null
        : {
            opened: source,
            source: words,
            parties: opened.parties.map(({ id }) => id),
            readings: opened.readings,
            reading,
            choices,
          },
    [source, opened, words, reading, choices],
  );
  const analysis = useAnalysis(wanted);
  const { draft, checked } = analysis;

  const open = (next: Opened): void => {
    setOpened(next);
    setVersions([]);
    setEditing(null);
    setDialog(null);
    setRefusal(null);
    const [own] = next.drafts;
    keepOwnText(next.kind === "own" && own !== undefined ? own : null);
    setAddress({ ...start, screen: address.screen });
  };
  const readFile = (file: File): void => {
    void decodeFile(file).then((decoded) => {
      if (decoded.kind === "ok") open(ownText(decoded.name, decoded.source, decoded.format));
      else {
        setRefusal(decoded.reason);
        setDialog("other-text");
      }
    });
  };
  const revise = (provision: Provision, changed: string): void => {
    if (draft === null) return;
    const present = draft.provisions.find(({ id }) => id === provision.id) ?? provision;
    const { start: from, end } = placeOf(draft, present);
    const whole = draft.pieces.map((piece) => piece.source).join("");
    if (from >= 0) setVersions((before) => [...before, whole.slice(0, from) + changed + whole.slice(end)]);
  };
  const undo = (): void => {
    setEditing(null);
    setVersions((before) => before.slice(0, -1));
  };

  useDrop(readFile);
  useKeys({
    onKeys: () => setDialog("keys"),
    onScreen: (screen) => setAddress({ ...address, screen, at: null }),
    onUndo: undo,
    onMove: (step) => {
      const places =
        address.screen === "text"
          ? (draft?.provisions ?? [])
              .filter(({ words, heading }) => words.trim() !== "" || heading !== null)
              .map(({ label }) => label)
          : (checked?.commitments ?? [])
              .filter(({ role }) => role === "primary" || address.mechanisms)
              .map(({ id }) => id);
      const at = places.indexOf(address.at ?? "");
      const next = places[Math.min(places.length - 1, Math.max(0, at + step))];
      if (next !== undefined) setAddress({ ...address, at: next });
    },
  });
  useEffect(() => {
    document.title = draft === null ? "Servanda" : `${draft.title} · Servanda`;
  }, [draft]);
  useEffect(() => {
    if (draft !== null && address.screen === "text" && address.at !== null)
      document.getElementById(address.at)?.scrollIntoView({ block: "nearest" });
  }, [address.at, address.screen, draft]);

  const state = checked?.states.find(({ name }) => name === reading);

  return (
    <>
      <header className="top">
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById("main")?.focus();
          }}
        >
          Skip to content
        </a>
        <div className="top-row">
          <a className="word" href={printAddress({ ...start })}>
            Servanda
          </a>
          <span className="proc">{opened?.title ?? ""}</span>
          <span className="grow" />
          <button type="button" className="btn text" onClick={toggleTheme}>
            Light or dark
          </button>
        </div>
        <div className="rooms-row">
          <nav aria-label="Screens">
            <ul className="rooms">
              {(["text", "verification"] as const).map((screen) => (
                <li key={screen}>
                  <a
                    href={printAddress({ ...address, screen, at: null, finding: null })}
                    aria-current={address.screen === screen ? "page" : undefined}
                  >
                    {screen === "text" ? "Text" : "Verification"}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="top-acts">
            {opened !== null && opened.drafts.length > 1 && (
              <label>
                Draft{" "}
                <select
                  className="field"
                  value={source?.name ?? ""}
                  onChange={(event) => {
                    setVersions([]);
                    setAddress({ ...address, draft: event.target.value, choices: {}, at: null, finding: null });
                  }}
                >
                  {opened.drafts.map(({ name }) => (
                    <option key={name}>{name}</option>
                  ))}
                </select>
              </label>
            )}
            {opened !== null && opened.readings.length > 0 && (
              <label>
                Reading{" "}
                <select
                  className="field"
                  value={reading}
                  onChange={(event) => setAddress({ ...address, reading: event.target.value })}
                >
                  <option value="proposed">proposed by the rules</option>
                  {opened.readings.map(({ name }) => (
                    <option key={name} value={name}>
                      {name.replace(/\.ya?ml$/, "")}
                    </option>
                  ))}
                  <option value="all">all, compared</option>
                </select>
              </label>
            )}
            {versions.length > 0 && (
              <>
                <button type="button" className="link" onClick={undo}>
                  Undo
                </button>
                <button type="button" className="link" onClick={() => setVersions([])}>
                  Discard changes
                </button>
              </>
            )}
            <button type="button" className="link" onClick={() => setDialog("other-text")}>
              Read another text
            </button>
            {opened?.kind === "own" && example.kind === "process" && (
              <button type="button" className="link" onClick={() => open(example)}>
                Back to the example
              </button>
            )}
            {draft !== null && checked !== null && (
              <details className="menu">
                <summary>Export</summary>
                <div className="menu-list">
                  {exports.map((each) => (
                    <button key={each.file} type="button" onClick={() => download(each, draft, checked)}>
                      {each.name}
                    </button>
                  ))}
                  <button type="button" onClick={() => window.print()}>
                    Print
                  </button>
                </div>
              </details>
            )}
          </div>
        </div>
      </header>
      <div className="band">
        <span>
          <b>{opened?.kind === "process" ? "Process folder." : "Your text."}</b> Nothing leaves this machine.
        </span>
        {opened?.kind === "process" && (
          <span className="end">{opened.note ?? "Illustrative. Not any party's text or position."}</span>
        )}
      </div>
      <main id="main" tabIndex={-1}>
        {(failed ?? analysis.failed) !== null && (
          <p className="refusal" role="alert">
            {failed ?? analysis.failed}
          </p>
        )}
        {state?.refusal != null && (
          <p className="small" role="status">
            This reading does not fit this text ({state.refusal}); the rules' own proposal is shown.
          </p>
        )}
        <p className="vh" role="status">
          {analysis.busy ?? (checked === null ? "" : `Checked: ${checked.report.counts.error} errors.`)}
        </p>
        {opened !== null && source === null && (
          <div className="empty">
            <p>No text is open. Paste one, or drop a file anywhere on this page.</p>
            <button type="button" className="btn first" onClick={() => setDialog("other-text")}>
              Read a text
            </button>
          </div>
        )}
        {draft === null && source !== null && <p className="soft">Reading the text…</p>}
        {draft !== null && address.screen === "text" && (
          <TextScreen
            draft={draft}
            original={versions.length > 0 ? analysis.original : null}
            checked={checked}
            parties={opened?.parties ?? []}
            address={address}
            onAddress={(change) => setAddress({ ...address, ...change })}
            editing={editing}
            onEdit={setEditing}
            onRevise={revise}
          />
        )}
        {draft !== null && address.screen === "verification" && checked !== null && (
          <VerificationScreen
            draft={draft}
            checked={checked}
            address={address}
            onAddress={(change) => setAddress({ ...address, ...change })}
          />
        )}
      </main>
      <footer className="foot">
        <span>Names are those of the text and imply no recognition.</span>
        <button type="button" className="link" onClick={() => setDialog("keys")}>
          Keys
        </button>
      </footer>
      {dialog === "other-text" && (
        <OtherText
          refusal={refusal}
          onText={(text) => open(ownText("pasted.md", text, null))}
          onFile={readFile}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "keys" && <Keys onClose={() => setDialog(null)} />}
    </>
  );
}

/** The agreed reading stands for the draft that the folder stands for; other texts are read by the rules. */
function defaultReading(opened: Opened | null, draft: string): string {
  if (opened === null || draft !== opened.current) return "proposed";

  return opened.readings.find(({ name }) => /(?:^|\/)agreed\.ya?ml$/.test(name))?.name ?? "proposed";
}

function useAddress(): readonly [Address, (next: Address) => void] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const heard = (): void => setAddress(parseAddress(location.hash));
    addEventListener("hashchange", heard);
    return () => removeEventListener("hashchange", heard);
  }, []);

  return [
    address,
    (next) => {
      setAddress(next);
      history.replaceState(null, "", printAddress(next));
    },
  ];
}

function useDrop(onFile: (file: File) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      document.body.classList.add("dropping");
    };
    const gone = (): void => document.body.classList.remove("dropping");
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      gone();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", gone);
    addEventListener("drop", dropped);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", gone);
      removeEventListener("drop", dropped);
    };
  });
}

function toggleTheme(): void {
  const isDark = (keptTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const theme = isDark ? "light" : "dark";
  keepTheme(theme);
  document.documentElement.dataset["theme"] = theme;
}
