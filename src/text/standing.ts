import type { Block } from "./block.ts";
import type { ProvisionKind, Span } from "./draft.ts";
import { headingWords, type HeadingWords } from "./heading-words.ts";
import type { Label, Step } from "./labels.ts";
import { joined, places } from "./segments.ts";
import { ranks, type OptionScope, type Sketch } from "./sketch.ts";
import type { Survey } from "./survey.ts";

/** Where the reading stands: the provisions so far, and which of them are open for what comes next. */
export type Standing = {
  readonly survey: Survey;
  readonly sketches: Sketch[];
  title: string | null;
  titlePlaces: readonly Span[];
  /** Places of the provisions that further numbers may go on with, the outermost first. */
  open: number[];
  /** Of the block that is read. */
  indent: number;
  preamble: number | null;
  signatures: number | null;
  /** A numbered heading whose words may stand on the next line. */
  awaiting: number | null;
  seenNumber: boolean;
  /** The last provision that no dash precedes. */
  lastPlain: number | null;
  /** Levels of the provisions that headings made. */
  readonly levels: Map<number, number>;
  scopes: OptionScope[];
  scopeCount: number;
};

export function standingBefore(survey: Survey): Standing {
  return {
    survey,
    sketches: [],
    title: null,
    titlePlaces: [],
    open: [],
    indent: 0,
    preamble: null,
    signatures: null,
    awaiting: null,
    seenNumber: false,
    lastPlain: null,
    levels: new Map(),
    scopes: [],
    scopeCount: 0,
  };
}

type Given = {
  readonly kind: ProvisionKind;
  readonly rank: number;
  readonly parent: number | null;
  /** Where a heading makes the provision, its words are the heading. */
  readonly isHeading?: boolean;
  readonly fromHeading?: boolean;
  readonly note?: string;
  readonly step?: Step;
};

const none: readonly never[] = [];
const noHeading: HeadingWords = { title: "", places: none, literals: none, enclosed: null };

/** Adds a provision for a block; answers its place. */
export function addSketch(standing: Standing, given: Given, block: Block, label: Label | null): number {
  const { sketches } = standing;
  const isHeading = given.isHeading === true;
  const start = label?.end ?? 0;
  const { length } = block.text;
  const before = label === null || label.start === 0 ? "" : block.text.slice(0, label.start);
  const heading = isHeading ? headingWords(block, label) : noHeading;
  const index = sketches.length;
  sketches.push({
    parent: given.parent,
    depth: given.parent === null ? 0 : sketches[given.parent]!.depth + 1,
    optionMark: null,
    kind: given.kind,
    label,
    step: given.step ?? label?.step ?? null,
    heading: heading.title === "" ? null : heading.title,
    bracketed: heading.enclosed === true,
    openLabel: heading.enclosed === false,
    headingLiterals: heading.literals,
    words: isHeading ? "" : before === "" ? block.text.slice(start) : before + block.text.slice(start),
    segments: isHeading ? none : joined(block.segments, before.length, start, length),
    literals: isHeading ? none : literalsAfter(block, before.length, start),
    marks: marksAfter(block, isHeading ? null : before.length, start),
    labelPlaces: label === null ? none : places(block.segments, label.start, label.end),
    headingPlaces: heading.places,
    language: block.language,
    note: block.note ?? given.note ?? null,
    inner: block.inner,
    indent: block.indent,
    bullet: block.bullet,
    rank: given.rank,
    fromHeading: given.fromHeading === true,
  });
  if (!block.bullet) standing.lastPlain = index;
  if (label !== null) standing.seenNumber = true;
  if (isHeading) standing.levels.set(index, block.level);

  return index;
}

function literalsAfter(block: Block, before: number, start: number): readonly number[] {
  if (block.literals.length === 0) return none;

  return block.literals
    .filter((at) => at < before || at >= start)
    .map((at) => (at < before ? at : at - start + before));
}

/** Footnote marks after the label, in a heading (`before` is `null`) at its start. */
function marksAfter(block: Block, before: number | null, start: number): Sketch["marks"] {
  if (block.marks.length === 0) return none;

  return block.marks
    .filter(({ at }) => at >= start)
    .map(({ at, name }) => ({ at: before === null ? 0 : at - start + before, name }));
}

/** The preamble of a text that has no heading for it. */
export function preambleOf(standing: Standing): number {
  if (standing.preamble !== null) return standing.preamble;
  const index = standing.sketches.length;
  standing.sketches.push({
    parent: null,
    depth: 0,
    optionMark: null,
    kind: "preamble",
    label: null,
    step: null,
    heading: null,
    bracketed: false,
    openLabel: false,
    headingLiterals: none,
    words: "",
    segments: none,
    literals: none,
    marks: none,
    labelPlaces: none,
    headingPlaces: none,
    language: null,
    note: null,
    inner: 0,
    indent: 0,
    bullet: false,
    rank: ranks.article,
    fromHeading: false,
  });
  standing.lastPlain = index;
  standing.preamble = index;

  return index;
}
