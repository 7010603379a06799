import type { Oddity } from "./block.ts";
import type { Span } from "./draft.ts";
import { raisedMark } from "./raised-marks.ts";
import { addStruck, dropStruck, isStruck } from "./struck-out.ts";

/** One paragraph's words with its Markdown marks found: what is kept, in ascending stretches of the raw text. */
export type Inline = {
  readonly kept: readonly Span[];
  readonly literals: readonly number[];
  readonly marks: readonly { readonly at: number; readonly name: string }[];
  readonly links: number;
  readonly notes: number;
  readonly escapes: number;
  readonly oddities: readonly Oddity[];
};

/** Names of link definitions and of notes, lower case, that the document has. */
export type Definitions = { readonly links: ReadonlySet<string>; readonly notes: ReadonlySet<string> };

type Delimiter = {
  readonly at: number;
  readonly mark: string;
  left: number;
  readonly depth: number;
};

const marks = /[\\`*_~<]/;
const punctuation = /[!-/:-@[-`{-~]/;
const longestTag = 1000;

/**
 * Takes off emphasis, code, link and escape marks, tags and comments, and what is struck out: `*Taking* ~~note of~~ [a](b.org)` keeps
 * `Taking a`.
 *
 * A mark without its partner is kept as words. Square brackets stay, except those of links and footnote marks: a link is one only if an
 * address or a definition is really there. `null` where all of it is words. O(length).
 */
export function inlineOf(raw: string, definitions: Definitions): Inline | null {
  if (!mayHoldMarks(raw, definitions)) return null;

  const drop = new Uint8Array(raw.length);
  const literals: number[] = [];
  const noteMarks: { at: number; name: string }[] = [];
  const oddities: Oddity[] = [];
  const openers: number[] = [];
  const delimiters: Delimiter[] = [];
  const struck: Span[] = [];
  const ticks = raw.includes("`") ? tickRuns(raw) : null;
  const lastCommentEnd = raw.lastIndexOf("-->");
  let links = 0;
  let notes = 0;
  let escapes = 0;
  const dropRange = (start: number, end: number): void => void drop.fill(1, start, end);

  let at = 0;
  while (at < raw.length) {
    const unit = raw[at]!;
    if (unit === "\\") {
      const next = raw[at + 1];
      if (next !== undefined && punctuation.test(next)) {
        drop[at] = 1;
        if (next === "[" || next === "]") literals.push(at + 1);
        if (next === "[") escapes += 1;
        at += 2;
        continue;
      }
    } else if (unit === "`" && ticks !== null) {
      const run = ticks.get(at);
      if (run !== undefined) {
        dropRange(at, at + run.length);
        if (run.partner !== null) {
          dropRange(run.partner, run.partner + run.length);
          at += run.length;
          continue;
        }
        drop.fill(0, at, at + run.length);
        at += run.length;
        continue;
      }
    } else if (unit === "<") {
      const end = tagEnd(raw, at, lastCommentEnd);
      if (end !== -1) {
        const note = superscript(raw, at, end);
        if (note === null) {
          dropRange(at, end);
          links += openersIn(raw, at, end);
          at = end;
        } else {
          dropRange(at, note.end);
          noteMarks.push({ at, name: note.name });
          at = note.end;
        }
        continue;
      }
    } else if (unit === "[") {
      const mark = footnoteMark(raw, at);
      if (mark !== null && definitions.notes.has(mark.name)) {
        dropRange(at, mark.end);
        noteMarks.push({ at, name: mark.name });
        notes += 1;
        at = mark.end;
        continue;
      }
      openers.push(at);
    } else if (unit === "]") {
      const opener = openers.pop();
      if (opener !== undefined) {
        const end = linkEnd(raw, opener, at, definitions, oddities);
        if (end !== -1) {
          drop[opener] = 1;
          if (raw[opener - 1] === "!") drop[opener - 1] = 1;
          dropRange(at, end);
          links += 1 + openersIn(raw, at + 1, end);
          at = end;
          continue;
        }
      }
    } else if (unit === "*" || unit === "_" || unit === "~") {
      at = emphasis(raw, at, delimiters, drop, struck, openers.at(-1) ?? -1, oddities);
      continue;
    }
    at += 1;
  }

  if (struck.length === 0)
    return { kept: keptStretches(drop), literals, marks: noteMarks, links, notes, escapes, oddities };
  links += dropStruck(raw, struck, drop, new Set(literals));

  return {
    kept: keptStretches(drop),
    literals: literals.filter((each) => drop[each] === 0),
    marks: noteMarks.filter((mark) => !isStruck(struck, mark.at)),
    links,
    notes,
    escapes,
    oddities,
  };
}

function mayHoldMarks(raw: string, definitions: Definitions): boolean {
  if (marks.test(raw)) return true;
  if (!raw.includes("]")) return false;

  return definitions.links.size > 0 || raw.includes("](") || (definitions.notes.size > 0 && raw.includes("[^"));
}

/** Reads a run of `*`, `_` or `~~`, closing an open one where it can. Answers the offset after the run. */
function emphasis(
  raw: string,
  at: number,
  delimiters: Delimiter[],
  drop: Uint8Array,
  struck: Span[],
  depth: number,
  oddities: Oddity[],
): number {
  const mark = raw[at]!;
  let end = at + 1;
  while (raw[end] === mark) end += 1;
  const length = end - at;
  const before = raw[at - 1] ?? " ";
  const after = raw[end] ?? " ";
  const spaceBefore = /\s/.test(before);
  const spaceAfter = /\s/.test(after);
  if (length > 3 || (mark === "~" && length !== 2)) return end;
  const inWord = isLetter(before) && isLetter(after);
  if (mark === "_" && inWord) return end;

  const atEnd = end >= raw.length;
  let rest = length;
  let from = at;
  if (!spaceBefore || (atEnd && length === 1))
    while (rest > 0) {
      const open = lastOpen(delimiters, mark, rest);
      if (open === null) break;
      const used = Math.min(open.left, rest);
      drop.fill(1, open.at + open.left - used, open.at + open.left);
      drop.fill(1, from, from + used);
      if (mark === "~") addStruck(struck, { start: open.at, end: from + used });
      if (open.depth !== depth && oddities.length === 0) oddities.push({ code: "crossing-emphasis", offset: open.at });
      open.left -= used;
      rest -= used;
      from += used;
      while (delimiters.length > 0 && delimiters.at(-1) !== open) delimiters.pop();
      if (open.left === 0) delimiters.pop();
    }
  if (rest > 0 && !spaceAfter) delimiters.push({ at: from, mark, left: rest, depth });

  return end;
}

/** The innermost open run of this mark; looks back a bounded way so that hostile input stays linear. */
function lastOpen(delimiters: readonly Delimiter[], mark: string, length: number): Delimiter | null {
  for (let at = delimiters.length - 1; at >= 0 && at > delimiters.length - 8; at -= 1) {
    const open = delimiters[at]!;
    if (open.mark === mark && (open.left === length || open.left === 3 || length === 3)) return open;
  }

  return null;
}

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

/** Runs of backticks with the next run of the same length, each used once. */
function tickRuns(raw: string): ReadonlyMap<number, { readonly length: number; readonly partner: number | null }> {
  const runs: { at: number; length: number }[] = [];
  for (const run of raw.matchAll(/`+/g)) runs.push({ at: run.index, length: run[0].length });
  const nextOf = new Map<number, number>();
  const partners = Array.from<number | null>({ length: runs.length }).fill(null);
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at]!;
    partners[at] = nextOf.get(run.length) ?? null;
    nextOf.set(run.length, run.at);
  }
  const taken = new Set<number>();
  const found = new Map<number, { length: number; partner: number | null }>();
  runs.forEach((run, at) => {
    if (taken.has(run.at)) {
      found.set(run.at, { length: run.length, partner: run.at });
      return;
    }
    const partner = partners[at] ?? null;
    if (partner !== null) taken.add(partner);
    found.set(run.at, { length: run.length, partner });
  });

  return found;
}

/** The end of a tag, comment or address in angle brackets that begins at `at`, or -1. No comment ends after `lastCommentEnd`. */
function tagEnd(raw: string, at: number, lastCommentEnd: number): number {
  if (raw.startsWith("<!--", at)) return at + 4 <= lastCommentEnd ? raw.indexOf("-->", at + 4) + 3 : -1;
  if (!/[a-z/!?]/i.test(raw[at + 1] ?? "")) return -1;
  const limit = Math.min(raw.length, at + longestTag);
  for (let end = at + 1; end < limit; end += 1) {
    if (raw[end] === "<") return -1;
    if (raw[end] === ">") return isTag(raw.slice(at, Math.min(end + 1, at + 40))) ? end + 1 : -1;
  }

  return -1;
}

const tags = new Set(
  "a abbr article aside b bdi bdo blockquote br caption center cite code col dd del details dfn div dl dt em figure font footer h1 h2 h3 h4 h5 h6 header hr html body head i img ins kbd li link main mark meta nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead title tr u ul var wbr".split(
    " ",
  ),
);

/** What may follow the name of a tag: nothing, or an attribute. `<a fine>` is a name in angle brackets. */
const attributes =
  /^\s*\/?>|^\s*$|^\s+(?:[a-z_:@][\w:.-]*\s*(?:=|$)|(?:hidden|open|reversed|nowrap|compact|noshade|controls|ismap|itemscope)(?=[\s/>]|$))/i;

/** A tag of HTML, a declaration or an address. Angle brackets around other words are words. */
function isTag(written: string): boolean {
  const name = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/i.exec(written)?.[1];

  if (name === undefined) return /^<(?:https?|mailto|ftp):|^<[!?]/i.test(written);

  return tags.has(name.toLowerCase()) && attributes.test(written.slice(written.indexOf(name) + name.length));
}

/** `<sup>a</sup>` marks a note. */
function superscript(raw: string, at: number, end: number): { readonly name: string; readonly end: number } | null {
  if (raw.slice(at, end).toLowerCase() !== "<sup>") return null;
  const inner = /^([^<]{1,6})<\/sup>/i.exec(raw.slice(end, end + 14));
  const name = inner === null ? null : raisedMark(inner[1]!, raw.slice(Math.max(0, at - 4), at)); // the pattern has it

  return inner === null || name === null ? null : { name, end: end + inner[0].length };
}

export function footnoteMark(raw: string, at: number): { readonly name: string; readonly end: number } | null {
  if (raw[at + 1] !== "^") return null;
  const found = /^\[\^([^\][\s]{1,60})\]/.exec(raw.slice(at, at + 64));

  return found === null ? null : { name: found[1]!.toLowerCase(), end: at + found[0].length };
}

/** Where a link that closes its words at `close` ends, or -1 where the brackets are brackets. */
function linkEnd(raw: string, opener: number, close: number, definitions: Definitions, oddities: Oddity[]): number {
  const next = raw[close + 1];
  if (next === "(") {
    const address =
      /^\((?:<[^<>\n]{0,1000}>|[^\s()]{1,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)(?:\s{1,4}"[^"\n]{0,300}")?\)/.exec(
        raw.slice(close + 1, close + 1800),
      );
    if (address === null) return -1;
    if (/[./#:]/.test(address[0])) return close + 1 + address[0].length;
    oddities.push({ code: "link-or-bracket", offset: opener });
    return -1;
  }
  if (definitions.links.size === 0 || close - opener > 1000) return -1;
  if (next === "[") {
    const label = /^\[([^\][\n]{0,200})\]/.exec(raw.slice(close + 1, close + 203));
    if (label !== null) {
      const name = label[1] === "" ? raw.slice(opener + 1, close) : label[1]!;
      if (definitions.links.has(name.trim().toLowerCase())) return close + 1 + label[0].length;
    }
  }

  return definitions.links.has(
    raw
      .slice(opener + 1, close)
      .trim()
      .toLowerCase(),
  )
    ? close + 1
    : -1;
}

function openersIn(raw: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (raw[at] === "[") count += 1;

  return count;
}

function keptStretches(drop: Uint8Array): Span[] {
  const kept: Span[] = [];
  let at = 0;
  while (at < drop.length) {
    if (drop[at] === 1) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < drop.length && drop[at] === 0) at += 1;
    kept.push({ start, end: at });
  }

  return kept;
}
