/** A half-open range of UTF-16 units of one provision's `words`. */
export type Span = { readonly start: number; readonly end: number };

export type Format = "markdown" | "plain" | "html";

/**
 * One text as it was read: a list of provisions in the order of the text, and the tiles it was read from.
 * Immutable; another wording is another draft. Law: `printDraft(draft)` is the source, byte for byte.
 */
export type Draft = {
  readonly title: string;
  readonly name: string;
  readonly format: Format;
  /** ISO 639-1 codes, `und` where nothing decides. */
  readonly languages: readonly string[];
  /** The YAML header's plain `key: value` lines and lists; empty without a header. */
  readonly header: Readonly<Record<string, string | readonly string[]>>;
  /** Document order: a parent before its children. `provision.index` is the place in this list. */
  readonly provisions: readonly Provision[];
  /** The source, cut without gap or overlap. */
  readonly pieces: readonly Piece[];
  /** Every bracket group, block options included, in the order of their openers. */
  readonly groups: readonly Group[];
  readonly slips: readonly Slip[];
  readonly accounts: Accounts;
  /** Names that may stand before a colon in a bracket: given by the caller, the header, or found in the text. */
  readonly parties: readonly string[];
};

export type ProvisionKind =
  | "preamble"
  | "part"
  | "chapter"
  | "article"
  | "point"
  | "paragraph"
  | "item"
  | "annex"
  | "note"
  | "table"
  | "signatures";

export type Status = "proposed" | "bracketed" | "agreed-ad-ref" | "agreed" | "withdrawn" | "closed";

export type Provision = {
  /** Made from the words, not the label: renumbering does not change it. Unique in its draft. */
  readonly id: string;
  readonly index: number;
  /** Index of the enclosing provision, `null` at the top. */
  readonly parent: number | null;
  readonly depth: number;
  readonly kind: ProvisionKind;
  /** The whole address, `9(b)` or `3 ¶2`; unique in its draft. */
  readonly label: string;
  /** The number as the source writes it ("Article 9", "(b)"), empty for an unnumbered provision. */
  readonly literal: string;
  readonly heading: string | null;
  /** Own words without label, heading, mark-up and children; brackets as written. NFC is not applied. */
  readonly words: string;
  /** Where `words` stand in the source: ascending, one-to-one between two entries. */
  readonly runs: readonly { readonly at: number; readonly source: number }[];
  /** Words with strokes between them that may be options: `shall/should`. */
  readonly slashes: readonly Slash[];
  /** Groups whose opener stands in these words, outermost first. Block options stand at their first provision. */
  readonly groups: readonly string[];
  readonly references: readonly Reference[];
  /** Footnote marks: `at` is an offset in `words`, `note` the index of the note's provision or `null`. */
  readonly notes: readonly { readonly at: number; readonly note: number | null }[];
  /** `[ ]`, `[X]`, `[...]`: values still to be filled. */
  readonly blanks: readonly Span[];
  readonly placeholders: readonly Span[];
  /** The block option this provision is part of, innermost. */
  readonly optionOf: { readonly group: string; readonly option: string } | null;
  readonly language: string;
  readonly status: Status;
};

/** A tile of the source. `words` tiles, joined per provision, are that provision's words (entities decoded). */
export type Piece = {
  readonly kind: "words" | "label" | "heading" | "markup" | "gap";
  readonly source: string;
  /** Index of the provision the tile belongs to, `null` before the first. */
  readonly provision: number | null;
};

/** A suggestion only: plain prose has strokes too, so that a person has to make it a bracket. */
export type Slash = Span & { readonly words: readonly string[] };

/** Where a relation or an attribution comes from, so that a guess is never shown as fact. */
export type Basis = "syntax" | "attribution" | "person";

/** An open bracket: an issue of the negotiation. */
export type Group = {
  /** `<provision id>/<n>`. */
  readonly id: string;
  readonly provision: number;
  /** `optional`: the words or no text. `alternatives`: exactly one of the options. */
  readonly relation: "optional" | "alternatives";
  readonly basis: Basis;
  /** From the first opener to the last closer; for block options the span of the first marker. */
  readonly span: Span;
  readonly options: readonly Option[];
  /** The option that encloses this group, `null` outside any. */
  readonly within: string | null;
  readonly depth: number;
  /** `[a] [b]` with a space between: a person has to say whether they exclude each other. */
  readonly maybeAlternatives: boolean;
  readonly block: boolean;
};

export type Option = {
  /** `<group id>/<a…>`. */
  readonly id: string;
  /** The option's words without its bracket and attribution; nested brackets as written. */
  readonly text: string;
  /** Range of `text` in the provision's words; for a block option empty. */
  readonly span: Span;
  /** Range with the bracket and attribution. */
  readonly whole: Span;
  /** Designations of the proposers. */
  readonly by: readonly string[];
  readonly noText: boolean;
  /** Provisions of a block option, or that stand whole between a bracket's opener and its closer; empty for an inline option. */
  readonly provisions: readonly number[];
  /** Where the bracket closes, if that is in the words of a later provision; `span` then ends with the words of the opener's. */
  readonly closes: { readonly provision: number; readonly at: number } | null;
};

export type ReferenceTarget =
  | { readonly kind: "provision"; readonly index: number }
  /** Another named instrument, outside this text. */
  | { readonly kind: "external"; readonly instrument: string }
  /** A provision that this text does not have. */
  | { readonly kind: "missing"; readonly label: string }
  | { readonly kind: "missing-annex"; readonly label: string };

export type Reference = { readonly span: Span; readonly literal: string; readonly target: ReferenceTarget };

export type SlipCode =
  | "stray-close"
  | "unclosed"
  | "spanning"
  | "crossing-emphasis"
  | "unknown-attribution"
  | "empty-group"
  | "option-number-gap"
  | "link-or-bracket"
  | "too-deep"
  | "duplicate-label"
  | "reference-cycle"
  | "bad-bytes"
  | "control-character"
  | "language-unknown"
  | "options-unread"
  | "not-understood";

/** Something odd in the source. Never stops the reading; the repair is offered, never applied. */
export type Slip = {
  /** 1-based; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly code: SlipCode;
  readonly says: string;
  readonly provision: string | null;
  /** Offset in the source. */
  readonly offset: number;
  readonly excerpt: string;
  readonly repair: string | null;
};

/** Explains a bare count: openers = options + connectors + blanks + placeholders + links + notes + citations + escapes + unclosed + tooDeep. */
export type Accounts = {
  /** Characters `[` in the source. */
  readonly openers: number;
  readonly closers: number;
  readonly groups: number;
  readonly options: number;
  readonly bracketedOptions: number;
  readonly blockOptions: number;
  readonly connectors: number;
  readonly blanks: number;
  readonly placeholders: number;
  readonly links: number;
  readonly notes: number;
  readonly citations: number;
  readonly escapes: number;
  readonly unclosed: number;
  readonly strayClosers: number;
  readonly tooDeep: number;
  readonly other: number;
  /** Words with strokes that nobody has made options; they have no bracket. */
  readonly slashes: number;
};

/** Which option stands for which group: group id → option id, or `"none"` for no text of a lone bracket. */
export type Choices = Readonly<Record<string, string>>;
