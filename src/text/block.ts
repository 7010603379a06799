import type { Step } from "./labels.ts";

/** A stretch of a block's text and its place in the source. Lengths differ only for an entity (`&amp;`), which is never cut. */
export type Segment = {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
};

/** A number that the format itself gives (an ordered list of HTML): its sign stands nowhere in the source. */
export type GivenNumber = { readonly value: number; readonly style: Step["style"] };

/** What the format's reader found: one paragraph, heading, list entry, table or note, mark-up taken off. */
export type Block = {
  readonly kind: "heading" | "paragraph" | "item" | "table" | "note";
  /** 1–6 for a heading, 0 otherwise. */
  readonly level: number;
  /** Columns before the first mark; `inner` is the column at which the words after a list mark begin. */
  readonly indent: number;
  readonly inner: number;
  /** A dash or dot stood before the words. */
  readonly bullet: boolean;
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Offsets in `text` of square brackets that are no brackets: escapes. */
  readonly literals: readonly number[];
  /** Footnote marks taken off, at offsets in `text`. */
  readonly marks: readonly { readonly at: number; readonly name: string }[];
  /** Offsets in `text` at which lines begin, where the line ends are meant; empty for a wrapped paragraph. */
  readonly breaks: readonly number[];
  /** The note's own mark, for a note. */
  readonly note: string | null;
  readonly given: GivenNumber | null;
  /** ISO code that the format states for this block. */
  readonly language: string | null;
};

/** What a reader of one format hands on. */
export type Blocks = {
  readonly blocks: readonly Block[];
  /** Title that stands outside the blocks (`<title>`), if any. */
  readonly title: string | null;
  readonly languages: readonly string[];
  /** Openers that the format's own mark-up explains. */
  readonly links: number;
  readonly notes: number;
  readonly escapes: number;
  readonly oddities: readonly Oddity[];
};

/** A slip found while reading the format: offset in the source. */
export type Oddity = { readonly code: "crossing-emphasis" | "link-or-bracket"; readonly offset: number };
