import { useState } from "react";
import type { Finding } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import { chosenWords } from "../text/index.ts";
import { toCommitmentJson } from "../wire/index.ts";
import { printAddress, type Address, type View } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { FindingView, severityWords } from "./FindingView.tsx";
import type { Party } from "./opened.ts";
import { Sign, statusWords } from "./Sign.tsx";
import { Words } from "./Words.tsx";

export type TextProps = {
  readonly draft: Draft;
  readonly original: Draft | null;
  readonly checked: Checked | null;
  readonly parties: readonly Party[];
  readonly address: Address;
  readonly onAddress: (change: Partial<Address>) => void;
  /** Id of the provision that is being edited. */
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
  /** New source words of a provision. */
  readonly onRevise: (provision: Provision, words: string) => void;
};

const views: readonly (readonly [View, string])[] = [
  ["bracketed", "Bracketed"],
  ["clean", "Clean"],
];

/** The text, provision by provision: outline, words with their brackets, and what the checks say beside each sentence. */
export function TextScreen(props: TextProps) {
  const { draft, checked, address, onAddress } = props;
  const open = draft.accounts.groups - Object.keys(address.choices).length;
  const findings = byProvision(draft, checked?.report.findings ?? []);
  const commitments = grouped(checked?.commitments ?? []);
  const search = address.search.toLowerCase();
  const shown = draft.provisions.filter(
    (provision) =>
      search === "" ||
      `${provision.label} ${provision.heading ?? ""} ${provision.words}`.toLowerCase().includes(search),
  );
  const whole = (checked?.report.findings ?? []).filter((finding) => finding.provisions.length === 0);

  return (
    <div className={`text-page${draft.provisions.length > 300 ? " long" : ""}`}>
      <Outline {...props} findings={findings} />
      <div>
        <div className="text-head">
          <h1>{draft.title}</h1>
          <p className="sum">
            {open > 0 ? (
              <>
                <b>{open} open brackets</b> with {draft.accounts.options} options.
              </>
            ) : (
              "No bracket is open."
            )}{" "}
            {checked !== null &&
              `${checked.report.counts.error} errors, ${checked.report.counts.warning} warnings, ${checked.report.counts.note} notes.`}
            {draft.slips.length > 0 && ` ${draft.slips.length} oddities in the source.`}
          </p>
          <div className="switches">
            <fieldset className="pick">
              <legend className="vh">View</legend>
              {views.map(([view, name]) => (
                <label key={view}>
                  <input
                    type="radio"
                    name="view"
                    checked={address.view === view}
                    onChange={() => onAddress({ view })}
                  />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
            {Object.keys(address.choices).length > 0 && (
              <button type="button" className="btn text" onClick={() => onAddress({ choices: {} })}>
                All open
              </button>
            )}
          </div>
          <input
            className="field search"
            type="search"
            aria-label="Search in the text"
            placeholder="Search in the text"
            value={address.search}
            onChange={(event) => onAddress({ search: event.target.value })}
          />
          {whole.length > 0 && (
            <details className="whole">
              <summary>{whole.length} findings about the text as a whole</summary>
              {whole.map((finding) => (
                <FindingView key={finding.id} finding={finding} hrefOf={(at) => printAddress({ ...address, at })} />
              ))}
            </details>
          )}
        </div>
        {draft.provisions.length === 0 && <p className="empty">This text has no provisions yet.</p>}
        {draft.provisions.length > 0 && shown.length === 0 && <p className="empty">No provision has these words.</p>}
        {shown.map((provision) => (
          <ProvisionRow
            key={provision.id}
            {...props}
            provision={provision}
            findings={findings.get(provision.id) ?? []}
            commitments={commitments.get(provision.id) ?? []}
          />
        ))}
      </div>
    </div>
  );
}

function grouped(commitments: readonly Commitment[]): Map<string, Commitment[]> {
  const map = new Map<string, Commitment[]>();
  for (const commitment of commitments)
    map.set(commitment.provision, [...(map.get(commitment.provision) ?? []), commitment]);

  return map;
}

/** Findings by the id of the provision they point at, or else of their first label. */
function byProvision(draft: Draft, findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const idOf = new Map(draft.provisions.map(({ label, id }) => [label, id]));
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = idOf.get(finding.provisions[0] ?? "") ?? finding.at?.provision;
    if (id === undefined) continue;
    const list = map.get(id);
    if (list === undefined) map.set(id, [finding]);
    else list.push(finding);
  }

  return map;
}

function Outline({
  draft,
  address,
  findings,
}: TextProps & { readonly findings: ReadonlyMap<string, readonly Finding[]> }) {
  const heads = draft.provisions.filter(
    ({ kind, parent }) =>
      kind !== "note" && (parent === null || ["part", "chapter"].includes(draft.provisions[parent]!.kind)),
  );
  const roots = rootsOf(draft);

  return (
    <nav className="outline" aria-label="Outline">
      <details className="outline-fold" open>
        <summary>Outline</summary>
        <ul>
          {heads.map((provision) => {
            if (provision.kind === "part" || provision.kind === "chapter")
              return (
                <li key={provision.id}>
                  <h3>{provision.heading ?? provision.label}</h3>
                </li>
              );
            const inside = draft.provisions.filter(({ index }) => roots[index] === provision.index);
            const brackets = inside.reduce((sum, { groups }) => sum + groups.length, 0);
            const found = inside.flatMap(({ id }) => findings.get(id) ?? []);
            const worst = found.some(({ severity }) => severity === "error")
              ? "error"
              : found.some(({ severity }) => severity === "warning")
                ? "warning"
                : null;
            const status = brackets > 0 && provision.status === "proposed" ? "bracketed" : provision.status;
            return (
              <li key={provision.id}>
                <a
                  className={status === "withdrawn" ? "gone" : undefined}
                  href={printAddress({ ...address, screen: "text", at: provision.label })}
                  aria-current={address.at === provision.label ? "true" : undefined}
                >
                  <Sign shape={status} />
                  <span className="n">
                    {provision.label === "preamble" || provision.label === "signatures" ? "" : provision.label}
                  </span>
                  <span className="t">
                    {provision.heading ??
                      (provision.label === "preamble"
                        ? "Preamble"
                        : provision.label === "signatures"
                          ? "Signatures"
                          : provision.words.slice(0, 40))}
                    <span className="vh">, {statusWords[status]}</span>
                  </span>
                  <span className="c">
                    {brackets > 0 && `[${brackets}]`}
                    {worst !== null && (
                      <>
                        <Sign shape={worst} />
                        <span className="vh">{severityWords[worst]}</span>
                      </>
                    )}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      </details>
    </nav>
  );
}

/** Index of the outermost point or article over each provision. */
function rootsOf(draft: Draft): readonly number[] {
  const roots: number[] = [];
  for (const { index, parent } of draft.provisions) {
    const isRoot = parent === null || ["part", "chapter"].includes(draft.provisions[parent]!.kind);
    roots.push(isRoot ? index : roots[parent]!);
  }

  return roots;
}

function ProvisionRow(
  props: TextProps & {
    readonly provision: Provision;
    readonly findings: readonly Finding[];
    readonly commitments: readonly Commitment[];
  },
) {
  const { draft, original, provision, address, onAddress, editing, onEdit, onRevise, findings, commitments } = props;
  const [all, setAll] = useState(false);
  const isNow = address.at === provision.label;
  if (provision.kind === "part" || provision.kind === "chapter")
    return (
      <h2 className="part" id={provision.label}>
        {provision.heading ?? provision.label}
      </h2>
    );
  const isTop = provision.parent === null || ["part", "chapter"].includes(draft.provisions[provision.parent]!.kind);
  const before = original?.provisions.find(({ id }) => id === provision.id);
  const revised = original !== null && (before === undefined || before.words !== provision.words);
  const open = findings.find(({ id }) => id === address.finding) ?? null;
  const limit = 4;
  const lines = all ? findings : findings.slice(0, limit);
  const chosen = address.view === "clean" ? chosenWords(draft, provision.index, address.choices) : null;
  const mark = open?.at !== null && open?.at?.provision === provision.id ? open.at : null;

  return (
    <section
      className={`prov${isNow ? " now" : ""}${provision.status === "withdrawn" ? " gone" : ""}`}
      id={provision.label}
      aria-label={`Point ${provision.label}`}
    >
      <div
        className={`prov-row d${Math.min(4, Math.max(1, provision.depth))}${revised ? " revised" : ""}${isNow ? " at" : ""}`}
      >
        <p className={`prov-no${isTop ? "" : " sub"}${provision.label.length > 5 ? " wide-no" : ""}`}>
          {shortLabel(provision.label) !== "" && (
            <a href={printAddress({ ...address, at: provision.label })}>{shortLabel(provision.label)}</a>
          )}
        </p>
        <div className="prov-body" lang={provision.language} dir="auto">
          {provision.heading !== null && <h3>{provision.heading}</h3>}
          {editing === provision.id ? (
            <EditBox draft={draft} provision={provision} onRevise={onRevise} onDone={() => onEdit(null)} />
          ) : provision.words.trim() === "" ? null : chosen === null ? (
            <div>
              <Words
                draft={draft}
                provision={provision}
                parties={props.parties}
                choices={address.choices}
                address={address}
                mark={mark}
                onChoose={(group, option) => {
                  const rest = Object.fromEntries(Object.entries(address.choices).filter(([id]) => id !== group));
                  onAddress({ choices: option === null ? rest : { ...rest, [group]: option } });
                }}
              />
            </div>
          ) : (
            <p className={chosen.present ? undefined : "nothing-read"}>
              {chosen.present ? chosen.words : "Not in the chosen option."}
            </p>
          )}
        </div>
        <div className="prov-notes">
          {isTop && provision.status !== "proposed" && (
            <p className="state">
              <Sign shape={provision.status} /> <b>{statusWords[provision.status]}</b>
            </p>
          )}
          {lines.length > 0 && (
            <ul className="lines" aria-label={`Findings at ${provision.label}`}>
              {lines.map((finding) => (
                <li key={finding.id} className={finding === open ? "open" : undefined}>
                  {finding === open ? (
                    <>
                      <FindingView finding={finding} hrefOf={(at) => printAddress({ ...address, at })} />
                      <button type="button" className="link" onClick={() => onAddress({ finding: null })}>
                        Close
                      </button>
                    </>
                  ) : (
                    <button
                      type="button"
                      className="finding-line"
                      aria-expanded="false"
                      onClick={() => onAddress({ finding: finding.id, at: provision.label })}
                    >
                      <Sign shape={finding.severity} />{" "}
                      <span className={`sev ${finding.severity}`}>{severityWords[finding.severity]}</span>{" "}
                      <span className="w">{finding.says}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {findings.length > limit && !all && (
            <button type="button" className="link" onClick={() => setAll(true)}>
              Show all {findings.length}
            </button>
          )}
          {isNow && commitments.map((commitment) => <Owed key={commitment.id} commitment={commitment} />)}
          {provision.words.trim() !== "" && editing !== provision.id && (
            <button type="button" className="link edit-act" onClick={() => onEdit(provision.id)}>
              Edit<span className="vh"> {provision.label}</span>
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function shortLabel(label: string): string {
  return label === "preamble" || label === "signatures" ? "" : label.replace(/^(?:preamble|signatures) /, "");
}

function Owed({ commitment }: { readonly commitment: Commitment }) {
  const json = toCommitmentJson(commitment);
  const rows: readonly (readonly [string, string])[] = [
    ["Who", json.bearer.join(", ")],
    ["What", json.action],
    ["When", json.when ?? ""],
    ["Verified by", json.verifiedBy.join(", ")],
    ["Decided by", json.determinedBy.join(", ")],
    ["On breach", json.onBreach.join(" ")],
  ];

  return (
    <dl className="owed">
      {rows.map(([name, words]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{words === "" ? <span className="unsaid">not said</span> : words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The provision's source in a plain field; each change is checked again. */
function EditBox({
  draft,
  provision,
  onRevise,
  onDone,
}: {
  readonly draft: Draft;
  readonly provision: Provision;
  readonly onRevise: TextProps["onRevise"];
  readonly onDone: () => void;
}) {
  const [words, setWords] = useState(() => sourceOf(draft, provision));

  return (
    <div className="edit-box">
      <label className="vh" htmlFor="edit">
        Words of {provision.label}
      </label>
      <textarea
        id="edit"
        className="field"
        value={words}
        autoFocus
        onChange={(event) => {
          setWords(event.target.value);
          onRevise(provision, event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
        }}
      />
      <div className="acts">
        <button type="button" className="btn first" onClick={onDone}>
          Done
        </button>
      </div>
    </div>
  );
}

/** The source of a provision's words, mark-up between them included. */
export function sourceOf(draft: Draft, provision: Provision): string {
  const { start, end } = placeOf(draft, provision);

  return draft.pieces
    .map(({ source }) => source)
    .join("")
    .slice(start, end);
}

/** Where a provision's words stand in the source. */
export function placeOf(draft: Draft, provision: Provision): { readonly start: number; readonly end: number } {
  let at = 0;
  let start = -1;
  let end = -1;
  for (const piece of draft.pieces) {
    if (piece.kind === "words" && piece.provision === provision.index) {
      if (start === -1) start = at;
      end = at + piece.source.length;
    }
    at += piece.source.length;
  }

  return { start, end };
}
