import type { Pair, Scan } from "./bracket-pairs.ts";

/** What a pair of brackets is: only an option is an issue of the negotiation. `enclosing` is a pair around a whole heading. */
export type BracketKind = "option" | "blank" | "placeholder" | "connector" | "citation" | "enclosing";

const blank =
  /^\s*(?:|[Xx_]{1,8}|\.{2,6}|…|_{1,40}|[–—-]|\?{1,3}|\d{0,3}[Xx]{2,4}|(?:to be |tbd\b|t\.b\.d)[^[\]]{0,40})\s*$/i;
const placeholder = /^\s*placeholder\b/i;
const connector = /^\s*(?:or|and\/or|\/)\s*$/i;
/** Clauses of the controlled language, in which a lone bracket names a provision or a fact. */
const treatyEnglish =
  /\b(?:SHALL(?: NOT)?|MAY|WILL|SHOULD) \p{Ll}|^(?:ACTOR|BODY|GUARANTEE BY|POWER OF|TERM|TIME ZONE) /u;

/** The kind of each matched pair, in their order. `citations` are names of the text's notes. */
export function kindsOf(words: string, found: Scan, citations: ReadonlySet<string>): BracketKind[] {
  const controlled = treatyEnglish.test(words);

  return found.pairs.map((pair) =>
    controlled && standsAlone(words, pair) ? "citation" : kindOf(words, pair, found.pairs.length, citations),
  );
}

function kindOf(words: string, pair: Pair, pairs: number, citations: ReadonlySet<string>): BracketKind {
  if (pair.close === words.length) return "option";
  const length = pair.close - pair.open - 1;
  if (length > 2000) return placeholder.test(words.slice(pair.open + 1, pair.open + 40)) ? "placeholder" : "option";
  const inner = words.slice(pair.open + 1, pair.close);
  if (placeholder.test(inner)) return "placeholder";
  if (inner.includes("[")) return "option";
  if (blank.test(inner)) return "blank";
  if (length <= 3 && (/^sic$/i.test(inner) || (citations.has(inner) && /^\d{1,3}$/.test(inner)))) return "citation";
  if (pairs > 1 && connector.test(inner) && hasNeighbour(words, pair)) return "connector";

  return "option";
}

function hasNeighbour(words: string, pair: Pair): boolean {
  return (
    /\]\s{0,3}$/.test(words.slice(Math.max(0, pair.open - 4), pair.open)) &&
    /^\s{0,3}\[/.test(words.slice(pair.close + 1, pair.close + 5))
  );
}

function standsAlone(words: string, pair: Pair): boolean {
  return (
    words[pair.open - 1] !== "]" &&
    words[pair.close + 1] !== "[" &&
    !/^(?:SHALL|MAY|WILL|SHOULD|[A-Z]{2,6}:)/.test(words.slice(pair.open + 1, pair.open + 12))
  );
}

/** Words between two brackets that make them alternatives: `or`, `[or]`, `/`. */
export function isConnector(between: string): boolean {
  return between.length <= 20 && /^\s*(?:\[\s*(?:or|and\/or|\/)\s*\]|or|and\/or|,\s*or|\/)\s*$/i.test(between);
}
