import { attributionOf, isDesignation } from "./attribution.ts";
import { isConnector, kindsOf, type BracketKind } from "./bracket-kinds.ts";
import type { Pair, Scan } from "./bracket-pairs.ts";
import type { Group, Option, SlipCode, Span } from "./draft.ts";
import { optionWords as optionNames } from "./labels.ts";

/** Counts of what the openers of a text turned out to be. */
export type Tally = {
  options: number;
  connectors: number;
  blanks: number;
  placeholders: number;
  citations: number;
  unclosed: number;
  tooDeep: number;
};

/** What the brackets of one provision are. */
export type Brackets = {
  readonly groups: readonly Group[];
  readonly blanks: readonly Span[];
  readonly placeholders: readonly Span[];
  readonly oddities: readonly { readonly code: SlipCode; readonly at: number }[];
};

/** Names that may stand before a colon, and the names of the text's notes. */
export type BracketContext = { readonly named: ReadonlySet<string>; readonly citations: ReadonlySet<string> };

/** Whose brackets they are: `before` counts the groups that the provision has already, `around` is the block option it stands in. */
export type GroupPlace = {
  readonly id: string;
  readonly provision: number;
  readonly before: number;
  readonly around: string | null;
};

/** A group that further touching brackets may join. */
type OpenGroup = { -readonly [Field in keyof Omit<Group, "options">]: Group[Field] } & { options: Option[] };

const noText = /^\s*no\s+text\s*$/i;
const optionInWords = new RegExp(`^\\s*(?:${optionNames})\\s*(?:\\d{1,3}|[IVX]{1,5}|\\p{L})\\s*[:.)–-]`, "u");
const none: readonly never[] = [];
const noBrackets: Brackets = { groups: none, blanks: none, placeholders: none, oddities: none };

/**
 * Turns matched brackets into groups: touching ones are alternatives, `[a] or [b]` too, `[a] [b]` two groups that may be. A pair at
 * `enclosing` stands around all the words and is no group here.
 */
export function groupsOf(
  words: string,
  found: Scan,
  context: BracketContext,
  place: GroupPlace,
  tally: Tally,
  enclosing = -1,
): Brackets {
  const { pairs } = found;
  if (pairs.length === 0) return noBrackets;
  const kinds = kindsOf(words, found, context.citations);
  count(kinds, tally);
  if (enclosing !== -1) kinds[enclosing] = "enclosing";

  const groups: OpenGroup[] = [];
  const oddities: { code: SlipCode; at: number }[] = [];
  /** Id of the option that a pair became, by the pair's place. */
  const options: (string | null)[] = [];
  /** The last group under each pair, by the pair's place + 1. */
  const last: (OpenGroup | undefined)[] = [];
  pairs.forEach((pair, index) => {
    options[index] = null;
    if (kinds[index] !== "option") return;
    const parent = optionAround(pairs, kinds, pair.parent);
    const before = last[parent + 1];
    const between = before === undefined ? null : words.slice(before.span.end, pair.open);
    const read = optionWords(words, pair, context.named, oddities);
    const isNear = between !== null && /^\s{1,4}$/.test(between);
    // "No text" by itself offers nothing: after a space it is an option of the bracket before. So is "Option 2: …" after "Option 1: …".
    const goesOn = read.noText || (optionInWords.test(read.text) && optionInWords.test(before?.options[0]?.text ?? ""));
    if (before !== undefined && (between === "" || (isNear && goesOn) || isConnector(between!))) {
      const id = `${before.id}/${letters(before.options.length)}`;
      options[index] = id;
      join(before, optionOf(id, pair, read, words.length));
      return;
    }
    if (isNear) before!.maybeAlternatives = true; // `between` was measured from it
    const id = `${place.id}/${place.before + groups.length + 1}`;
    const option = optionOf(`${id}/a`, pair, read, words.length);
    options[index] = option.id;
    const group: OpenGroup = {
      id,
      provision: place.provision,
      relation: "optional",
      basis: option.by.length > 0 ? "attribution" : "syntax",
      span: option.whole,
      options: [option],
      within: parent === -1 ? place.around : (options[parent] ?? place.around),
      depth: pair.depth,
      maybeAlternatives: isNear,
      block: false,
    };
    groups.push(group);
    last[parent + 1] = group;
  });

  return {
    groups: groups.slice(),
    blanks: spansOf(pairs, kinds, "blank"),
    placeholders: spansOf(pairs, kinds, "placeholder"),
    oddities: oddities.length === 0 ? none : oddities,
  };
}

function count(kinds: readonly BracketKind[], tally: Tally): void {
  for (const kind of kinds) {
    if (kind === "option") tally.options += 1;
    else if (kind === "blank") tally.blanks += 1;
    else if (kind === "placeholder") tally.placeholders += 1;
    else if (kind === "connector") tally.connectors += 1;
    else tally.citations += 1;
  }
}

function spansOf(pairs: readonly Pair[], kinds: readonly BracketKind[], kind: BracketKind): readonly Span[] {
  if (!kinds.includes(kind)) return none;

  return pairs
    .filter((_pair, index) => kinds[index] === kind)
    .map(({ open, close }) => ({ start: open, end: close + 1 }));
}

/** The innermost option around; a blank's inner brackets hang on what stands around it. */
function optionAround(pairs: readonly Pair[], kinds: readonly BracketKind[], parent: number): number {
  let around = parent;
  while (around !== -1 && kinds[around] !== "option") around = pairs[around]!.parent;

  return around;
}

type OptionWords = {
  readonly start: number;
  readonly text: string;
  readonly by: readonly string[];
  readonly noText: boolean;
};

/** A pair's words without its attribution. A pair that reaches beyond the words closes in another provision. */
function optionWords(
  words: string,
  pair: Pair,
  named: ReadonlySet<string>,
  oddities: { code: SlipCode; at: number }[],
): OptionWords {
  const found = attributionOf(words, pair);
  let start = pair.open + 1;
  let by: readonly string[] = none;
  if (found !== null && found.names.every((name) => named.has(name))) {
    by = found.names;
    start += found.length;
  } else if (found !== null && found.names.every(isDesignation))
    oddities.push({ code: "unknown-attribution", at: pair.open });
  const text = words.slice(start, pair.close);
  const isEmpty = text.trim() === "";
  if (pair.close === words.length) return { start, text, by, noText: false };
  if (isEmpty && by.length > 0) oddities.push({ code: "empty-group", at: pair.open });

  return { start, text, by, noText: isEmpty || noText.test(text) };
}

function optionOf(id: string, pair: Pair, { start, text, by, noText }: OptionWords, length: number): Option {
  return {
    id,
    text,
    span: { start, end: pair.close },
    whole: { start: pair.open, end: Math.min(length, pair.close + 1) },
    by,
    noText,
    provisions: none,
    closes: null,
  };
}

function join(group: OpenGroup, option: Option): void {
  group.relation = "alternatives";
  if (option.by.length > 0) group.basis = "attribution";
  group.span = { start: group.span.start, end: option.whole.end };
  // Two options are most common: a list of just two takes a tenth of the room that a growing one does.
  const [only] = group.options;
  if (only !== undefined && group.options.length === 1) group.options = [only, option];
  else group.options.push(option);
}

/** The letters of an option's id, by its place: a … z, aa … */
export function letters(place: number): string {
  return place < 26 ? String.fromCharCode(97 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);
}
