import { memo } from "react";
import type { Choices, Draft, Provision, Span } from "../text/index.ts";
import type { View } from "./address.ts";
import { Bracket, isTall } from "./Bracket.tsx";
import type { Party } from "./opened.ts";
import { segmentsOf, type Segment } from "./segments.ts";

export type WordsProps = {
  readonly draft: Draft;
  readonly provision: Provision;
  readonly parties: readonly Party[];
  readonly choices: Choices;
  readonly view: View;
  /** Whose wording stands in the view `party`. */
  readonly party: string | null;
  /** Words that the open finding points at. */
  readonly mark: Span | null;
  readonly hrefOf: (label: string) => string;
  /** `null` opens the bracket again. */
  readonly onChoose: (group: string, option: string | null) => void;
};

/** A provision's words with brackets as options side by side, references as links and the words pointed at. */
export const Words = memo(function Words(props: WordsProps) {
  return <Run {...props} segments={segmentsOf(props.draft, props.provision, props.mark)} />;
});

export function Run({ segments, ...props }: WordsProps & { readonly segments: readonly Segment[] }) {
  return segments.map((segment, at) => (
    <Part
      key={segment.span.start}
      {...props}
      segment={segment}
      taken={tailOf(segments[at - 1], segment, props).length}
      tail={tailOf(segment, segments[at + 1], props)}
    />
  ));
}

/** The full stop or comma after a bracket that stands: it goes with the bracket, not to a line of its own. */
function tailOf(before: Segment | undefined, after: Segment | undefined, { provision, view }: WordsProps): string {
  if (before?.kind !== "group" || after?.kind !== "words" || view === "party") return "";
  if (!isTall(before.group, before.wordings)) return "";

  return /^[.,;:)]+/.exec(provision.words.slice(after.span.start, after.span.end))?.[0] ?? "";
}

type PartProps = WordsProps & {
  readonly segment: Segment;
  /** Units at its beginning that stand with the bracket before it. */
  readonly taken: number;
  readonly tail: string;
};

function Part({ segment, taken, tail, ...props }: PartProps) {
  const { draft, provision, hrefOf } = props;
  const words = provision.words.slice(segment.span.start + taken, segment.span.end);
  switch (segment.kind) {
    case "group":
      return <Bracket {...props} segment={segment} tail={tail} />;
    case "marked":
      return <mark>{words}</mark>;
    case "blank":
      return <span className="blank">{words}</span>;
    case "reference": {
      const target = segment.target.kind === "provision" ? draft.provisions[segment.target.index] : undefined;
      return target === undefined ? words : <a href={hrefOf(target.label)}>{words}</a>;
    }
    case "note":
    case "words":
      return words;
  }
}
