import { attributionOf, isDesignation } from "./attribution.ts";
import type { Basis, Group, Option, SlipCode, Span } from "./draft.ts";

/** What a scan of one provision's words found; offsets are in those words. */
export type Scan = {
  readonly nodes: readonly Node[];
  readonly unclosed: readonly number[];
  readonly stray: readonly number[];
  readonly tooDeep: readonly number[];
};

/** A matched pair that is not a literal. */
export type Node = {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
  readonly parent: number | null;
};

export type Tally = {
  options: number;
  connectors: number;
  blanks: number;
  placeholders: number;
  citations: number;
  unclosed: number;
  tooDeep: number;
};

/** A group before its provision's id is known: `within` is the place of the enclosing option. */
export type GroupSketch = {
  readonly relation: Group["relation"];
  readonly basis: Basis;
  readonly span: Span;
  readonly options: readonly Omit<Option, "id">[];
  readonly within: { readonly group: number; readonly option: number } | null;
  readonly depth: number;
  readonly maybeAlternatives: boolean;
};

/** A group that further touching brackets may join. */
type OpenSketch = {
  relation: Group["relation"];
  basis: Basis;
  span: Span;
  readonly options: Omit<Option, "id">[];
  readonly within: GroupSketch["within"];
  readonly depth: number;
  maybeAlternatives: boolean;
};

export type Brackets = {
  readonly groups: readonly GroupSketch[];
  readonly blanks: readonly Span[];
  readonly placeholders: readonly Span[];
  readonly oddities: readonly { readonly code: SlipCode; readonly at: number }[];
};

const deepest = 100;
const opener = 91;
const closer = 93;
const blank =
  /^\s*(?:|[Xx_]{1,8}|\.{2,6}|…|_{1,40}|[–—-]|\?{1,3}|\d{0,3}[Xx]{2,4}|(?:to be |tbd\b|t\.b\.d)[^[\]]{0,40})\s*$/i;
const placeholder = /^\s*placeholder\b/i;
const connector = /^\s*(?:or|and\/or|\/)\s*$/i;
const noText = /^\s*no\s+text\s*$/i;
/** Clauses of the controlled language, in which a lone bracket names a provision or a fact. */
const treatyEnglish =
  /\b(?:SHALL(?: NOT)?|MAY|WILL|SHOULD) \p{Ll}|^(?:ACTOR|BODY|GUARANTEE BY|POWER OF|TERM|TIME ZONE) /u;

const nothingFound: Scan = { nodes: [], unclosed: [], stray: [], tooDeep: [] };
const noBrackets: Brackets = { groups: [], blanks: [], placeholders: [], oddities: [] };

/** Matches brackets with a stack. O(length); never recurses. */
export function scan(words: string, literals: ReadonlySet<number>): Scan {
  if (!words.includes("[") && !words.includes("]")) return nothingFound;
  const stack: number[] = [];
  const nodes: { open: number; close: number; depth: number; parent: number | null }[] = [];
  const stray: number[] = [];
  const deep: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    if (unit !== opener && unit !== closer) continue;
    if (literals.has(at)) continue;
    if (unit === opener) {
      stack.push(at);
      continue;
    }
    const open = stack.pop();
    if (open === undefined) stray.push(at);
    else if (stack.length >= deepest) deep.push(open);
    else nodes.push({ open, close: at, depth: stack.length, parent: null });
  }
  // An opener without a partner does not count for the depth of what stands in it.
  const lost = new Set(stack);
  nodes.sort((a, b) => a.open - b.open);
  const around: number[] = [];
  nodes.forEach((node, index) => {
    while (around.length > 0 && nodes[around.at(-1)!]!.close < node.open) around.pop();
    node.parent = around.at(-1) ?? null;
    node.depth = around.length;
    around.push(index);
  });

  return { nodes, unclosed: [...lost], stray, tooDeep: deep };
}

/**
 * Turns matched brackets into groups: touching ones are alternatives, `[a] or [b]` too, `[a] [b]` two groups that may be.
 * `named` says which names may stand before a colon.
 */
export function groupsOf(
  words: string,
  found: Scan,
  context: { readonly named: ReadonlySet<string>; readonly citations: ReadonlySet<string> },
  tally: Tally,
): Brackets {
  if (found.nodes.length === 0) return noBrackets;
  const controlled = treatyEnglish.test(words);
  const kinds = found.nodes.map((node) =>
    controlled && standsAlone(words, node) ? "citation" : kindOf(words, node, found, context.citations),
  );
  const blanks: Span[] = [];
  const placeholders: Span[] = [];
  const oddities: { code: SlipCode; at: number }[] = [];
  found.nodes.forEach((node, index) => {
    const span = { start: node.open, end: node.close + 1 };
    const kind = kinds[index];
    if (kind === "blank") blanks.push(span);
    if (kind === "placeholder") placeholders.push(span);
    if (kind === "blank") tally.blanks += 1;
    if (kind === "placeholder") tally.placeholders += 1;
    if (kind === "connector") tally.connectors += 1;
    if (kind === "citation") tally.citations += 1;
    if (kind === "option") tally.options += 1;
  });

  const groups: OpenSketch[] = [];
  /** Node → the group and option it became; a blank's inner brackets hang on its own parent. */
  const place = new Map<number, { group: number; option: number }>();
  const last = new Map<number | null, { group: number; end: number }>();
  found.nodes.forEach((node, index) => {
    if (kinds[index] !== "option") return;
    const parent = optionAround(found, kinds, node.parent);
    const previous = last.get(parent);
    const between = previous === undefined ? null : words.slice(previous.end, node.open);

    const option = optionOf(words, node, context.named, oddities);
    // "No text" by itself offers nothing: after a space it is an option of the bracket before.
    const isLeft = option.noText && between !== null && /^\s{1,4}$/.test(between);
    const joins = between !== null && (between === "" || isConnector(between) || isLeft);
    if (joins) {
      const group = groups[previous!.group]!;
      place.set(index, { group: previous!.group, option: group.options.length });
      join(group, option, node.close + 1);
      last.set(parent, { group: previous!.group, end: node.close + 1 });
      return;
    }
    const perhaps = between !== null && /^\s{1,4}$/.test(between);
    if (perhaps) groups[previous!.group]!.maybeAlternatives = true;
    groups.push({
      relation: "optional",
      basis: option.by.length > 0 ? "attribution" : "syntax",
      span: option.whole,
      options: [option],
      within: parent === null ? null : (place.get(parent) ?? null),
      depth: node.depth,
      maybeAlternatives: perhaps,
    });
    place.set(index, { group: groups.length - 1, option: 0 });
    last.set(parent, { group: groups.length - 1, end: node.close + 1 });
  });

  return { groups, blanks, placeholders, oddities };
}

type Kind = "option" | "blank" | "placeholder" | "connector" | "citation";

function kindOf(words: string, node: Node, found: Scan, citations: ReadonlySet<string>): Kind {
  const length = node.close - node.open - 1;
  if (length > 2000) return placeholder.test(words.slice(node.open + 1, node.open + 40)) ? "placeholder" : "option";
  const inner = words.slice(node.open + 1, node.close);
  if (placeholder.test(inner)) return "placeholder";
  if (inner.includes("[")) return "option";
  if (blank.test(inner)) return "blank";
  if (/^sic$/i.test(inner) || (citations.has(inner) && /^\d{1,3}$/.test(inner))) return "citation";
  if (connector.test(inner) && hasNeighbour(words, node) && found.nodes.length > 1) return "connector";

  return "option";
}

function hasNeighbour(words: string, node: Node): boolean {
  return (
    /\]\s{0,3}$/.test(words.slice(Math.max(0, node.open - 4), node.open)) &&
    /^\s{0,3}\[/.test(words.slice(node.close + 1, node.close + 5))
  );
}

function standsAlone(words: string, node: Node): boolean {
  return (
    words[node.open - 1] !== "]" &&
    words[node.close + 1] !== "[" &&
    !/^(?:SHALL|MAY|WILL|SHOULD|[A-Z]{2,6}:)/.test(words.slice(node.open + 1, node.open + 12))
  );
}

function isConnector(between: string): boolean {
  return between.length <= 20 && /^\s*(?:\[\s*(?:or|and\/or|\/)\s*\]|or|and\/or|,\s*or|\/)\s*$/i.test(between);
}

function optionAround(found: Scan, kinds: readonly Kind[], parent: number | null): number | null {
  let around = parent;
  while (around !== null && kinds[around] !== "option") around = found.nodes[around]!.parent;

  return around;
}

function optionOf(
  words: string,
  node: Node,
  named: ReadonlySet<string>,
  oddities: { code: SlipCode; at: number }[],
): Omit<Option, "id"> {
  const whole = { start: node.open, end: node.close + 1 };
  const found = attributionOf(words, node);
  let start = node.open + 1;
  let by: readonly string[] = [];
  if (found !== null && found.names.every((name) => named.has(name))) {
    by = found.names;
    start += found.length;
  } else if (found !== null && found.names.every(isDesignation))
    oddities.push({ code: "unknown-attribution", at: node.open });
  const text = words.slice(start, node.close);
  if (text.trim() === "" && by.length > 0) oddities.push({ code: "empty-group", at: node.open });

  return {
    text,
    span: { start, end: node.close },
    whole,
    by,
    noText: noText.test(text) || text.trim() === "",
    provisions: [],
  };
}

function join(group: OpenSketch, option: Omit<Option, "id">, end: number): void {
  group.relation = "alternatives";
  if (option.by.length > 0) group.basis = "attribution";
  group.span = { start: group.span.start, end };
  group.options.push(option);
}
