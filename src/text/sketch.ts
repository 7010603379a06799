import type { Segment } from "./block.ts";
import type { ProvisionKind, Span } from "./draft.ts";
import type { Label, Step } from "./labels.ts";

/** A provision before its brackets, references and identity are known. */
export type Sketch = {
  readonly parent: number | null;
  readonly depth: number;
  kind: ProvisionKind;
  /** Number as it stands, `null` for an unnumbered provision. */
  label: Label | null;
  readonly step: Step | null;
  heading: string | null;
  /** A bracket encloses the number or the whole heading: what stands under it is an option. */
  bracketed: boolean;
  /** An opener before the number that nothing closes. */
  readonly openLabel: boolean;
  /** Offsets in the heading of square brackets that are words. */
  headingLiterals: readonly number[];
  /** Own words and where they stand in the source. */
  words: string;
  segments: readonly Segment[];
  literals: readonly number[];
  marks: readonly { readonly at: number; readonly name: string }[];
  /** Source ranges of the label and the heading. */
  labelPlaces: readonly Span[];
  headingPlaces: readonly Span[];
  readonly language: string | null;
  readonly note: string | null;
  optionMark: OptionMark | null;
  /** Column at which its words begin: further blocks indented as far belong to it. */
  readonly inner: number;
  readonly indent: number;
  readonly bullet: boolean;
  readonly rank: number;
  readonly fromHeading: boolean;
};

/** "Option 2:" before a paragraph. Marks of one `scope` are options of one group. */
export type OptionMark = { readonly scope: number; readonly value: number; readonly literal: string };

/** Options that are open: what they stand under, and the last one's number. */
export type OptionScope = {
  readonly id: number;
  readonly base: number | null;
  readonly style: string;
  readonly indent: number;
  value: number;
};

/** Containers come first; the numbers leave room for what styles add below a point. */
export const ranks = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  point: 4,
  paragraph: 5,
  item: 6,
} as const;

/** Kinds that hold flush paragraphs; an item of a list holds only what is indented below it. */
export const stands: ReadonlySet<ProvisionKind> = new Set(["annex", "part", "chapter", "article", "point", "preamble"]);
