import type { MouseEvent } from "react";
import type { Finding, Repair } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import { chosenWords, isChosen, type Provision } from "../text/index.ts";
import { Sign, statusWords } from "./Sign.tsx";
import { EditBox, type Editing } from "./EditBox.tsx";
import { FindingLines } from "./FindingLines.tsx";
import { marginOf, optionBegunBy } from "./layout.ts";
import { Owed } from "./Owed.tsx";
import { Words, type WordsProps } from "./Words.tsx";

export type RowProps = Omit<WordsProps, "provision" | "mark"> & {
  readonly provision: Provision;
  /** The point that the row belongs to. */
  readonly head: Provision;
  readonly findings: readonly Finding[];
  readonly commitments: readonly Commitment[];
  /** Remarks of the drafters beside this provision. */
  readonly remarks: readonly string[];
  /** The words as opened, where they were changed since. */
  readonly before: string | null;
  /** A head without words of its own whose notes stand here, beside its first words. */
  readonly above: Pick<RowProps, "provision" | "findings" | "remarks"> | null;
  /** The other provisions of the selected point with their findings, told under its notes. */
  readonly others: readonly { readonly label: string; readonly findings: readonly Finding[] }[];
  /** Its notes stand beside the row below. */
  readonly isBare: boolean;
  readonly isChecked: boolean;
  /** Whose reading it is; `null` for the rules' own proposal. */
  readonly reader: string | null;
  readonly isNow: boolean;
  /** Open brackets of this provision. */
  readonly open: number;
  readonly finding: string | null;
  readonly editing: Editing | null;
  readonly onSelect: (label: string) => void;
  readonly onFinding: (id: string | null, label: string) => void;
  readonly onEdit: (provision: Provision | null) => void;
  readonly onWords: (words: string) => void;
  readonly onMend: (repair: Repair, label: string) => void;
};

/** One provision: its number in the margin, its words, and beside them what is known about it. */
export function ProvisionRow(props: RowProps) {
  const { provision, head, isNow, before, editing, onSelect } = props;
  const isHead = provision === head;
  const margin = marginOf(provision, head);
  const isOut = isLeft(props);
  const depth = Math.min(3, Math.max(0, provision.depth - head.depth - 1));
  const select = (event: MouseEvent<HTMLElement>): void => {
    const isPlain =
      event.target instanceof Element && event.target.closest("a, button, label, input, textarea, .o") === null;
    if (isPlain && (getSelection()?.isCollapsed ?? true)) onSelect(provision.label);
  };
  const open = props.findings.find(({ id }) => id === props.finding);
  const mark = open?.at?.provision === provision.id ? open.at : null;
  const names = [
    "prov-row",
    `d${depth}`,
    isNow ? "at" : "",
    before === null ? "" : "revised",
    isOut || provision.status === "withdrawn" ? "gone" : "",
  ];

  return (
    <section
      className={names.filter((name) => name !== "").join(" ")}
      id={provision.id}
      aria-label={`Point ${provision.label}`}
      onClick={select}
    >
      <p className={`prov-no${isHead ? "" : " sub"}`}>
        {margin !== "" && (
          <a
            href={props.hrefOf(provision.label)}
            aria-label={`${provision.label}, address of this provision`}
            aria-current={isNow ? "true" : undefined}
          >
            {margin}
          </a>
        )}
      </p>
      <div className="prov-body" lang={provision.language === "und" ? undefined : provision.language} dir="auto">
        <BlockOption {...props} />
        {provision.heading !== null && <h3>{provision.heading}</h3>}
        {editing === null ? <Body {...props} mark={mark} /> : <EditBox {...props} editing={editing} />}
      </div>
      <Notes {...props} />
    </section>
  );
}

/** Whether the provision stands in a paragraph option that was left; while the options are open, none is. */
function isLeft({ draft, provision, choices, view }: RowProps): boolean {
  const place = provision.optionOf;
  if (place === null || (view === "bracketed" && choices[place.group] === undefined)) return false;

  return !isChosen(draft, place, choices);
}

function Body(props: RowProps & { readonly mark: WordsProps["mark"] }) {
  const { draft, provision, choices, view } = props;
  if (provision.words.trim() === "") return null;
  if (view !== "clean") return <div className="words">{<Words {...props} />}</div>;
  const chosen = chosenWords(draft, provision.index, choices);

  return chosen.present ? (
    <div className="words">{chosen.words}</div>
  ) : (
    <div className="words unsaid">Not in the option that stands.</div>
  );
}

/** The head of a paragraph option ("Option 2"), where the option begins. */
function BlockOption({ draft, provision, choices, view, onChoose }: RowProps) {
  const begun = view === "bracketed" ? optionBegunBy(draft, provision) : null;
  if (begun === null) return null;
  const { group, at } = begun;
  const option = group.options[at];
  if (option === undefined) return null;
  const chosen = choices[group.id];
  const name = `Option ${at + 1}${option.by.length > 0 ? `, ${option.by.join(", ")}` : ""}`;

  return (
    <div className="block-option" role="group" aria-label={`${group.options.length} options in paragraphs`}>
      <label>
        <input
          type="radio"
          name={`${group.id} ${at}`}
          checked={chosen === option.id}
          onChange={() => onChoose(group.id, option.id)}
        />{" "}
        {name} of {group.options.length}
      </label>
      {chosen !== undefined && (
        <button type="button" className="link" onClick={() => onChoose(group.id, null)}>
          all open
        </button>
      )}
    </div>
  );
}

/** Status in words beside its shape, and the drafters' remarks. */
function Status({ provision, head, open, remarks }: RowProps) {
  const { status } = provision;
  const isStated = status !== "proposed" && (provision === head || status !== head.status);
  const isShown = isStated && (status !== "bracketed" || open > 0);

  return (
    <>
      {isShown && (
        <p className="state">
          <Sign shape={status} />
          <span>
            <b>{statusWords[status]}</b>
            {open > 0 && `, ${open} open`}
          </span>
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </>
  );
}

function Notes(props: RowProps) {
  const { provision, findings, commitments, above, isBare, before, isNow, editing } = props;

  return (
    <div className="prov-notes">
      {above !== null && <Status {...props} {...above} open={0} />}
      {!isBare && <Status {...props} />}
      {before !== null && (
        <div>
          <b>Revised here.</b> Kept in this tab only.
          {before !== "" && (
            <details>
              <summary>The words as opened</summary>
              <del>{before}</del>
            </details>
          )}
        </div>
      )}
      <FindingLines
        label={provision.label}
        findings={isBare ? [] : [...(above?.findings ?? []), ...findings]}
        open={props.finding}
        most={isNow ? 8 : 3}
        hrefOf={props.hrefOf}
        onOpen={(id) => props.onFinding(id, provision.label)}
        onMend={(repair) => props.onMend(repair, provision.label)}
      />
      {isNow && commitments.length > 0 && <Owed commitments={commitments} reader={props.reader} />}
      {isNow &&
        props.isChecked &&
        commitments.length === 0 &&
        findings.length === 0 &&
        provision.words.trim() !== "" && <p className="nothing-read">No commitment is read in these words.</p>}
      {editing === null && (provision.words.trim() !== "" || provision.heading !== null) && (
        <button type="button" className="link edit-act" onClick={() => props.onEdit(provision)}>
          Edit<span className="vh"> {provision.label}</span>
        </button>
      )}
      {props.others.map(({ label, findings }) => (
        <section key={label} className="side-part others" aria-label={`Findings at ${label}`}>
          <h4>{label}</h4>
          <FindingLines
            label={label}
            findings={findings}
            open={props.finding}
            most={2}
            hrefOf={props.hrefOf}
            onOpen={(id) => props.onFinding(id, label)}
            onMend={(repair) => props.onMend(repair, label)}
          />
        </section>
      ))}
    </div>
  );
}
