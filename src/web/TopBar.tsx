import { useEffect, useRef } from "react";
import type { Draft } from "../text/index.ts";
import { printAddress, start, type Address, type Screen } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { download, exports } from "./exports.ts";
import type { Opened } from "./opened.ts";
import { draftTitle } from "./say.ts";

type Props = {
  readonly address: Address;
  readonly opened: Opened | null;
  /** Name of the draft that is shown. */
  readonly draftName: string;
  readonly reading: string;
  readonly draft: Draft | null;
  readonly checked: Checked | null;
  /** Of the draft's bytes, in hex; `null` where it is not known. */
  readonly sha256: string | null;
  readonly isRevised: boolean;
  readonly canUndo: boolean;
  readonly canGoBack: boolean;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onReadText: () => void;
  readonly onStartEmpty: () => void;
  readonly onBack: () => void;
  readonly onPalette: () => void;
  readonly onTheme: () => void;
};

const screens: readonly (readonly [Screen, string])[] = [
  ["text", "Text"],
  ["verification", "Verification"],
  ["schedule", "Schedule"],
];

/** What is open, the screens, and what can be done with the text. */
export function TopBar(props: Props) {
  const { address, opened } = props;

  return (
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
        <a className="word" href={printAddress(start)}>
          Servanda
        </a>
        <span className="proc">{opened?.title ?? ""}</span>
        <span className="grow" />
        <button type="button" className="find" onClick={props.onPalette}>
          <span className="long">Go to, do, search</span>
          <span className="short">Search</span> <kbd>Ctrl K</kbd>
        </button>
        <button type="button" className="btn text" onClick={props.onTheme}>
          Light or dark
        </button>
      </div>
      <div className="rooms-row">
        <nav aria-label="Screens">
          <ul className="rooms">
            {screens.map(([screen, name]) => (
              <li key={screen}>
                <a
                  href={printAddress({ ...address, screen, at: null, finding: null, search: "" })}
                  aria-current={address.screen === screen ? "page" : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <TextActs {...props} />
      </div>
    </header>
  );
}

function TextActs(props: Props) {
  const { opened, draftName, reading, draft, checked, sha256, onAddress } = props;

  return (
    <div className="top-acts">
      {opened !== null && opened.drafts.length > 1 && (
        <label>
          Draft{" "}
          <select
            className="field"
            value={draftName}
            onChange={(event) =>
              onAddress({ draft: event.target.value, choices: {}, at: null, finding: null, reading: null })
            }
          >
            {opened.drafts.map(({ name }) => (
              <option key={name} value={name}>
                {draftTitle(name)}
              </option>
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
            onChange={(event) => onAddress({ reading: event.target.value, finding: null })}
          >
            <option value="proposed">Proposed by the rules</option>
            {opened.readings.map(({ name }) => (
              <option key={name} value={name}>
                {draftTitle(name)}
              </option>
            ))}
            {opened.readings.length > 1 && <option value="all">All, compared</option>}
          </select>
        </label>
      )}
      {props.canUndo && (
        <button type="button" className="link" onClick={props.onUndo}>
          Undo
        </button>
      )}
      {props.isRevised && (
        <button type="button" className="link" onClick={props.onDiscard}>
          Discard changes
        </button>
      )}
      <button type="button" className="link" onClick={props.onReadText}>
        Read another text
      </button>
      {props.canGoBack ? (
        <button type="button" className="link" onClick={props.onBack}>
          Back to the example
        </button>
      ) : (
        <button type="button" className="link" onClick={props.onStartEmpty}>
          Start empty
        </button>
      )}
      {draft !== null && checked !== null && <ExportMenu draft={draft} checked={checked} sha256={sha256} />}
    </div>
  );
}

/** A list of files to take away; closed by Esc and by looking elsewhere. */
function ExportMenu(taken: { readonly draft: Draft; readonly checked: Checked; readonly sha256: string | null }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === false) menu.current.open = false;
    };
    addEventListener("pointerdown", close);
    addEventListener("focusin", close);
    return () => {
      removeEventListener("pointerdown", close);
      removeEventListener("focusin", close);
    };
  }, []);
  const after = (act: () => void) => (): void => {
    if (menu.current !== null) menu.current.open = false;
    act();
  };

  return (
    <details
      ref={menu}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || menu.current === null) return;
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary>Export</summary>
      <div className="menu-list">
        {exports.map((each) => (
          <button key={each.file} type="button" onClick={after(() => download(each, taken))}>
            {each.name}
          </button>
        ))}
        <button type="button" onClick={after(() => window.print())}>
          Print this screen
        </button>
      </div>
    </details>
  );
}
