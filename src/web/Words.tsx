import { chosenOption, type Choices, type Draft, type Provision, type Span } from "../text/index.ts";
import { segmentsOf, withGroupsOf, type Segment, type Wording } from "./segments.ts";
import { printAddress, type Address } from "./address.ts";
import type { Party } from "./opened.ts";

type Props = {
  readonly draft: Draft;
  readonly provision: Provision;
  readonly parties: readonly Party[];
  readonly choices: Choices;
  readonly address: Address;
  readonly mark: Span | null;
  readonly onChoose: (group: string, option: string | null) => void;
};

type Group = Extract<Segment, { readonly kind: "group" }>;

/** A provision's words with brackets as options side by side, references as links and the marked words. */
export function Words(props: Props) {
  const { draft, provision, mark } = props;

  return <Run {...props} segments={segmentsOf(withGroupsOf(draft, provision.index), provision, mark)} />;
}

function Run({ segments, ...props }: Props & { readonly segments: readonly Segment[] }) {
  return segments.map((segment) => <Part key={segment.span.start} {...props} segment={segment} />);
}

function Part({ segment, ...props }: Props & { readonly segment: Segment }) {
  const { draft, provision, address } = props;
  const words = provision.words.slice(segment.span.start, segment.span.end);
  switch (segment.kind) {
    case "group":
      return <Bracket {...props} segment={segment} />;
    case "marked":
      return <mark>{words}</mark>;
    case "blank":
      return <span className="blank">{words}</span>;
    case "reference": {
      if (segment.target.kind !== "provision") return words;
      const target = draft.provisions[segment.target.index];
      return <a href={printAddress({ ...address, screen: "text", at: target?.label ?? null })}>{words}</a>;
    }
    default:
      return words;
  }
}

function Bracket({ segment, ...props }: Props & { readonly segment: Group }) {
  const { choices, onChoose } = props;
  const { group, wordings } = segment;
  const isChosen = choices[group.id] !== undefined;
  const chosen = isChosen ? (chosenOption(group, choices)?.id ?? "none") : null;
  const names = wordings.flatMap(({ option }) => option.by).join(" and ");
  const long =
    wordings.length > 2 || wordings.some(({ option }) => option.text.length > 60 || option.text.includes("["));
  const Tag = long ? "div" : "span";

  return (
    <Tag
      className={`${long ? "stack" : "br"}${isChosen ? " settled" : ""}`}
      role="group"
      aria-label={`${wordings.length === 1 ? "1 option or no text" : `${wordings.length} options`}${names === "" ? "" : `, ${names}`}`}
    >
      {wordings.map((wording, at) => (
        <OptionOf
          key={wording.option.id}
          {...props}
          wording={wording}
          at={at}
          long={long}
          group={group.id}
          chosen={chosen}
        />
      ))}
      <Tag className={long ? "extras" : "extra"}>
        {group.relation === "optional" && (
          <label className={long ? "extra" : undefined}>
            <input
              type="radio"
              name={group.id}
              checked={chosen === "none"}
              onChange={() => onChoose(group.id, "none")}
            />
            <span>no text</span>
          </label>
        )}{" "}
        {isChosen && (
          <label className={long ? "extra" : undefined}>
            <input type="radio" name={group.id} checked={false} onChange={() => onChoose(group.id, null)} />
            <span>open again</span>
          </label>
        )}
      </Tag>
    </Tag>
  );
}

function OptionOf({
  wording,
  at,
  long,
  group,
  chosen,
  ...props
}: Props & {
  readonly wording: Wording;
  readonly at: number;
  readonly long: boolean;
  readonly group: string;
  readonly chosen: string | null;
}) {
  const { option } = wording;
  const place = props.parties.findIndex(({ id }) => option.by.includes(id));
  const state = chosen === null ? "" : chosen === option.id ? " chosen" : " left";

  return (
    <span className={`opt${state}${place === -1 ? "" : ` p${place % 8}`}`}>
      {!long && <i>[</i>}
      {long && <span className="vh">[</span>}
      <label>
        <input
          type="radio"
          name={group}
          checked={chosen === option.id}
          onChange={() => props.onChoose(group, option.id)}
          aria-label={`Choose ${option.by.length > 0 ? `${option.by.join(", ")}: ` : ""}${option.noText ? "no text" : option.text}`}
        />
        {option.by.length > 0 ? (
          <bdi className={`party p${Math.max(0, place) % 8}`}>{option.by.join(", ")}</bdi>
        ) : (
          long && <span className="no">{at + 1}</span>
        )}
        <span className="o">{option.noText ? "no text" : <Run {...props} segments={wording.segments} />}</span>
      </label>
      {!long && <i>]</i>}
      {long && <span className="vh">]</span>}
      {!long && wording.after}
    </span>
  );
}
