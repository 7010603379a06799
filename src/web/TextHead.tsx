import { useState } from "react";
import type { Finding } from "../checks/index.ts";
import type { View } from "./address.ts";
import { FindingLines } from "./FindingLines.tsx";
import { shortHash } from "../wire/index.ts";
import { draftTitle, plural, severityCounts, today } from "./say.ts";
import type { TextProps } from "./TextScreen.tsx";

type Props = TextProps & {
  /** Findings about the text as a whole. */
  readonly whole: readonly Finding[];
  readonly hrefOf: (label: string) => string;
};

const views: readonly (readonly [View, string])[] = [
  ["clean", "Clean"],
  ["bracketed", "Bracketed"],
  ["party", "By party"],
];

/** Title, open brackets with those of the draft before, how the text is shown, and what concerns it as a whole. */
export function TextHead(props: Props) {
  const { draft, checked, address, parties, whole, onAddress } = props;
  const sides = parties.length > 0 ? parties : draft.parties.map((id) => ({ id, name: id }));
  const counts = checked?.report.counts;

  return (
    <header className="text-head">
      <h1>{draft.title}</h1>
      <Sum {...props} />
      <div className="side">
        <p>
          <b>{draftTitle(draft.name)}</b>
          {props.original !== null && ", revised in this tab"}
          {props.sha256 !== null && (
            <>
              {" "}
              <bdi className="hash" title={`SHA-256 ${props.sha256}`}>
                {shortHash(props.sha256)}
              </bdi>
            </>
          )}
        </p>
        {counts !== undefined && <p>{severityCounts(counts)}</p>}
        <CopyCitation {...props} />
        {draft.slips.length > 0 && <Slips {...props} />}
      </div>
      <div className="switches">
        <fieldset className="pick">
          <legend className="vh">How the text is shown</legend>
          {views
            .filter(([view]) => view !== "party" || sides.length > 0)
            .map(([view, name]) => (
              <label key={view}>
                <input
                  type="radio"
                  name="view"
                  checked={address.view === view}
                  onChange={() =>
                    onAddress({ view, party: view === "party" ? (address.party ?? sides[0]?.id ?? null) : null })
                  }
                />
                <span>{name}</span>
              </label>
            ))}
        </fieldset>
        {address.view === "party" && (
          <label className="in">
            Wording of
            <select
              className="field"
              value={address.party ?? ""}
              onChange={(event) => onAddress({ party: event.target.value })}
            >
              {sides.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name === id ? id : `${id}, ${name}`}
                </option>
              ))}
            </select>
          </label>
        )}
        {Object.keys(address.choices).length > 0 && (
          <button type="button" className="link" onClick={() => onAddress({ choices: {} })}>
            Open all brackets again
          </button>
        )}
      </div>
      <input
        className="field search"
        type="search"
        aria-label="Search in this text"
        placeholder="Search in this text ( / )"
        value={address.search}
        onChange={(event) => onAddress({ search: event.target.value })}
      />
      {whole.length > 0 && (
        <section className="whole small" aria-label="About the text as a whole">
          <FindingLines
            label="the text as a whole"
            findings={whole}
            open={address.finding}
            most={3}
            hrefOf={props.hrefOf}
            onOpen={(finding) => onAddress({ finding })}
            onMend={null}
          />
        </section>
      )}
    </header>
  );
}

function Sum({ draft, address, before }: Props) {
  const open = draft.groups.filter(({ id }) => address.choices[id] === undefined);
  const chosen = draft.groups.length - open.length;
  const options = open.reduce((sum, group) => sum + group.options.length, 0);
  const { blanks, placeholders } = draft.accounts;

  return (
    <p className="sum">
      {draft.groups.length === 0 ? (
        "No words stand in brackets."
      ) : open.length === 0 ? (
        `An option is chosen in each of ${chosen} brackets.`
      ) : (
        <>
          <b>{plural(open.length, "open bracket")}</b> with {plural(options, "option")}
          {chosen > 0 && `, ${chosen} chosen here`}.
        </>
      )}
      {before !== null && ` ${draftTitle(before.name)} had ${before.groups}.`}
      {blanks + placeholders > 0 && ` ${plural(blanks + placeholders, "value")} still to be filled in.`}
    </p>
  );
}

/** Title, label, draft, hash, day and address: what somebody needs to find the same words again. */
function CopyCitation({ draft, address, sha256, original }: Props) {
  const [copied, setCopied] = useState<string | null>(null);
  const place = address.at === null ? "" : `, ${address.at}`;
  const version = `${draftTitle(draft.name)}${original === null ? "" : ", revised"}`;
  const hash = sha256 === null ? "" : `, SHA-256 ${sha256}`;
  const citation = `${draft.title}${place} (${version}${hash}), ${today()}, ${location.href}`;
  const copy = (): void => {
    navigator.clipboard.writeText(citation).then(
      () => setCopied("Copied."),
      () => setCopied(citation),
    );
  };

  return (
    <p>
      <button type="button" className="link" onClick={copy}>
        Copy citation
      </button>{" "}
      <span role="status">{copied}</span>
    </p>
  );
}

/** Odd places of the source, with line and column; the words are kept as they are. */
function Slips({ draft }: Props) {
  const { slips } = draft;

  return (
    <details>
      <summary>{plural(slips.length, "odd place")} in the source</summary>
      <ul>
        {slips.slice(0, 100).map((slip) => (
          <li key={`${slip.offset} ${slip.code}`}>
            Line {slip.line}, column {slip.column}: {slip.says}
            {slip.repair !== null && ` Offered: ${slip.repair}`}
          </li>
        ))}
      </ul>
      {slips.length > 100 && <p>and {slips.length - 100} more</p>}
    </details>
  );
}
