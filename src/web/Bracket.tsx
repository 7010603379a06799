import type { MouseEvent, ReactNode } from "react";
import type { Group, Option } from "../text/index.ts";
import type { Segment, Wording } from "./segments.ts";
import { Run, type WordsProps } from "./Words.tsx";

type Props = WordsProps & {
  readonly segment: Extract<Segment, { readonly kind: "group" }>;
  /** Punctuation that follows a bracket that stands. */
  readonly tail: string;
};

/**
 * An open bracket: its options side by side, each with the letters, the line and the colour of who proposed it. Short
 * ones stand in the run of the sentence, long, many or nested ones as a tall bracket. Copied, it is the source again.
 */
export function Bracket(props: Props) {
  const { segment, choices, view, party } = props;
  const { group, wordings } = segment;
  if (view === "party") return <OneSide {...props} by={party} />;
  const chosen = choices[group.id] ?? null;
  const stands = isTall(group, wordings);
  const settled = chosen === null ? "" : " settled";
  const options = wordings.map((wording, at) => (
    <OptionOf key={wording.option.id} {...props} wording={wording} at={at} stands={stands} chosen={chosen} />
  ));
  const others = (
    <>
      {group.relation === "optional" && (
        <Other group={group} value="none" says="no text" isOn={chosen === "none"} onChoose={props.onChoose} />
      )}
      <Other group={group} value={null} says="all open" isOn={chosen === null} onChoose={props.onChoose} />
    </>
  );
  if (!stands)
    return (
      <span className={`br${settled}`} role="group" aria-label={nameOf(group)}>
        {options}
        {others}
      </span>
    );
  const tall = (
    <div className={`stack${settled}`} role="group" aria-label={nameOf(group)}>
      {options}
      <span className="extras">{others}</span>
    </div>
  );
  if (group.depth < 3 && props.tail === "") return tall;
  if (group.depth < 3)
    return (
      <div className="with-tail">
        {tall}
        <span>{props.tail}</span>
      </div>
    );

  return (
    <details className="fold">
      <summary>{nameOf(group)}, inside</summary>
      {tall}
      {props.tail}
    </details>
  );
}

/** "2 options, UA and RU". */
function nameOf({ options, relation }: Group): string {
  const names = [...new Set(options.flatMap(({ by }) => by))];
  const count = relation === "optional" ? "1 option or no text" : `${options.length} options`;

  return names.length === 0 ? count : `${count}, ${names.join(" and ")}`;
}

/** Whether a bracket stands instead of running with the sentence. */
export function isTall(group: Group, wordings: readonly Wording[]): boolean {
  const isNested = wordings.some(({ segments }) => segments.some(({ kind }) => kind === "group"));
  const longest = Math.max(0, ...wordings.map(({ option }) => option.text.split(/\s+/).length));
  if (group.relation === "optional") return isNested ? longest > 12 : longest > 25;

  return isNested || wordings.length > 2 || longest > 6;
}

function OptionOf({
  wording,
  at,
  stands,
  chosen,
  segment,
  ...props
}: Props & {
  readonly wording: Wording;
  readonly at: number;
  readonly stands: boolean;
  readonly chosen: string | null;
}) {
  const { option, after } = wording;
  const state = chosen === null ? "" : chosen === option.id ? " chosen" : " left";
  const choose = (event: MouseEvent<HTMLElement>): void => {
    const nearest = event.target instanceof Element ? event.target.closest("a, summary, label, .opt") : null;
    if (nearest === event.currentTarget.parentElement && isClick()) props.onChoose(segment.group.id, option.id);
  };
  const between = after.trim();

  return (
    <>
      <span className={`opt${partyClass(props, option)}${state}`}>
        {stands ? <span className="vh">[</span> : <i>[</i>}
        <label>
          <input
            type="radio"
            name={segment.group.id}
            checked={chosen === option.id}
            onChange={() => props.onChoose(segment.group.id, option.id)}
            aria-label={`Choose ${option.by.length > 0 ? `${option.by.join(", ")}: ` : ""}${option.noText ? "no text" : option.text}`}
          />
          {option.by.length > 0 ? (
            <span className="party">
              {option.by.join(", ")}
              <span className="vh">: </span>
            </span>
          ) : stands && segment.wordings.length > 1 ? (
            <span className="no" aria-hidden="true">
              {at + 1}
            </span>
          ) : null}
        </label>
        <span className="o" onClick={choose}>
          {option.noText ? "no text" : <Run {...props} segments={wording.segments} />}
        </span>
        {stands ? <span className="vh">]</span> : <i>]</i>}
      </span>
      {between !== "" && (stands ? <span className="between">{between}</span> : after)}
    </>
  );
}

/** A click that ends a selection of words is not a choice. */
function isClick(): boolean {
  return getSelection()?.isCollapsed ?? true;
}

function Other({
  group,
  value,
  says,
  isOn,
  onChoose,
}: {
  readonly group: Group;
  readonly value: "none" | null;
  readonly says: string;
  readonly isOn: boolean;
  readonly onChoose: WordsProps["onChoose"];
}) {
  return (
    <span className={value === null ? "extra reset" : "extra"}>
      <label>
        <input type="radio" name={group.id} checked={isOn} onChange={() => onChoose(group.id, value)} />
        <span>{says}</span>
      </label>
    </span>
  );
}

/** What one party proposes in this bracket; that it proposes nothing is said, not left blank. */
function OneSide({ segment, by, ...props }: Props & { readonly by: string | null }): ReactNode {
  const wording = segment.wordings.find(({ option }) => by !== null && option.by.includes(by));
  if (wording === undefined) return <span className="unsaid">[no wording of {by ?? "this party"}]</span>;
  if (wording.option.noText) return <span className="unsaid">[{by}: no text]</span>;

  return (
    <span className={`only${partyClass(props, wording.option)}`}>
      <Run {...props} segments={wording.segments} />
    </span>
  );
}

/** Colour and line of the first proposer, by its place in the process file or else in the text. */
export function partyClass({ parties, draft }: Pick<WordsProps, "parties" | "draft">, { by }: Option): string {
  const [first] = by;
  if (first === undefined) return "";
  const listed = parties.findIndex(({ id, name }) => id === first || name === first);
  const place = listed === -1 ? draft.parties.indexOf(first) : listed;

  return place === -1 ? "" : ` p${place % 8}`;
}
