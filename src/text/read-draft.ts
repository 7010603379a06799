import { addressesOf } from "./addresses.ts";
import { blockGroupsOf } from "./block-options.ts";
import type { Blocks } from "./block.ts";
import { groupsOf, scan, type GroupSketch, type Tally } from "./brackets.ts";
import type { Accounts, Draft, Format, Group, Provision, Reference, Slip, Span, Status } from "./draft.ts";
import { headerOf } from "./header.ts";
import { htmlBlocks } from "./html.ts";
import { identitiesOf } from "./identity.ts";
import { languageOf } from "./language.ts";
import { lineStartsOf } from "./lines.ts";
import { markdownBlocks } from "./markdown.ts";
import { piecesOf } from "./pieces.ts";
import { lookupOf, referencesOf } from "./references.ts";
import { slipWriter, type SlipWriter } from "./slips.ts";
import { structureOf, type Sketch } from "./structure.ts";
import { circlesOf } from "./circles.ts";

export type ReadOptions = {
  readonly name: string;
  /** Without it: HTML if the text begins with a tag of a page, else Markdown (which plain text is read as). */
  readonly format?: Format;
  /** Names that may stand before a colon in a bracket; added to those of the header. */
  readonly parties?: readonly string[];
};

/**
 * Reads the text of an agreement: provisions with identity, brackets, references and slips.
 *
 * Never fails: what does not parse is kept as words and reported in `slips` with line and column, because a draft that does not parse is
 * still a draft. O(length); no recursion. Laws: `printDraft(readDraft(s)) === s`; `accounts` explains every `[` of the source.
 */
export function readDraft(source: string, options: ReadOptions): Draft {
  const format = options.format ?? guessFormat(source);
  const header = format === "html" ? { values: {}, end: 0 } : headerOf(source);
  const blocks = format === "html" ? htmlBlocks(source) : markdownBlocks(source, header.end);
  const { title, titlePlaces, sketches } = structureOf(blocks.blocks);
  const write = slipWriter(source, lineStartsOf(source));

  const block = blockGroupsOf(sketches);
  const { labels, duplicates } = addressesOf(sketches, (index) => block.places.has(index));
  const ids = identitiesOf(sketches);
  const languages = languagesOf(header.values["languages"], blocks, sketches);
  const parties = [...new Set([...(options.parties ?? []), ...listOf(header.values["parties"])])];
  const tally: Tally = { options: 0, connectors: 0, blanks: 0, placeholders: 0, citations: 0, unclosed: 0, tooDeep: 0 };
  const citations = new Set(
    sketches.flatMap((sketch) => (sketch.kind === "note" && sketch.note !== null ? [sketch.note] : [])),
  );

  const scans = sketches.map((sketch) => scan(sketch.words, new Set(sketch.literals)));
  const found = sketches.map((sketch, index) =>
    groupsOf(sketch.words, scans[index]!, { named: new Set(parties), citations }, tally),
  );
  const headings = sketches.map((sketch) => headingBrackets(sketch, parties, citations, tally));
  const strayClosers = reportBroken(sketches, scans, headings, labels, ids, write, tally);

  const groups: Group[] = [];
  const firstOf = blockGroups(sketches, block.groups, ids, groups);
  const optionOf = (index: number): Provision["optionOf"] => {
    const place = block.places.get(index);
    if (place === undefined) return null;
    const group = firstOf[place.group]!;
    return { group: group.id, option: group.options[place.option]!.id };
  };
  const blocksAt = new Map<number, number>();
  for (const { provision } of firstOf) blocksAt.set(provision, (blocksAt.get(provision) ?? 0) + 1);
  headings.forEach((heading, index) => {
    if (heading === null || heading.groups.length === 0) return;
    const before = blocksAt.get(index) ?? 0;
    const made = inlineGroups(heading.groups, ids[index]!, index, before, optionOf(index)?.option ?? null);
    for (const group of made) groups.push(withoutPlace(group));
    blocksAt.set(index, before + made.length);
  });
  found.forEach((brackets, index) => {
    if (brackets.groups.length > 0)
      for (const group of inlineGroups(
        brackets.groups,
        ids[index]!,
        index,
        blocksAt.get(index) ?? 0,
        optionOf(index)?.option ?? null,
      ))
        groups.push(group);
    for (const oddity of brackets.oddities) write(oddity.code, sketches[index]!, ids[index]!, oddity.at, {});
  });
  groups.sort((a, b) => a.provision - b.provision || Number(b.block) - Number(a.block) || a.span.start - b.span.start);
  const groupsByProvision = new Map<number, string[]>();
  for (const group of groups) {
    const own = groupsByProvision.get(group.provision);
    if (own === undefined) groupsByProvision.set(group.provision, [group.id]);
    else own.push(group.id);
  }

  const lookup = lookupOf(
    sketches.map((sketch, index) => ({ label: labels[index]!, kind: sketch.kind, parent: sketch.parent })),
  );
  const own = ownNames(title, sketches);
  const notes = new Map(
    sketches.flatMap((sketch, index) =>
      sketch.kind === "note" && sketch.note !== null ? [[sketch.note, index] as const] : [],
    ),
  );
  const provisions = sketches.map((sketch, index): Provision => {
    const brackets = found[index]!;
    const references: Reference[] = referencesOf(sketch.words, index, lookup, own);
    const isOpen =
      brackets.groups.length + brackets.blanks.length + brackets.placeholders.length > 0 ||
      (groupsByProvision.get(index)?.length ?? 0) > 0;
    return {
      id: ids[index]!,
      index,
      parent: sketch.parent,
      depth: sketch.depth,
      kind: sketch.kind,
      label: labels[index]!,
      literal: sketch.optionMark?.literal ?? sketch.label?.literal ?? "",
      heading: sketch.heading,
      words: sketch.words,
      runs: sketch.segments.map((segment) => ({ at: segment.at, source: segment.source })),
      groups: groupsByProvision.get(index) ?? [],
      references,
      notes: noteMarks(sketch, notes),
      blanks: brackets.blanks,
      placeholders: brackets.placeholders,
      optionOf: optionOf(index),
      language: provisionLanguage(sketch, languages[0]!),
      status: statusOf(sketch.heading, isOpen),
    };
  });

  for (const index of duplicates) write("duplicate-label", sketches[index]!, ids[index]!, 0, { label: labels[index]! });
  for (const oddity of blocks.oddities) write.at(oddity.code, oddity.offset);
  reportCharacters(sketches, ids, write);
  if (languages[0] === "und") write.at("language-unknown", header.end);
  for (const circle of circlesOf(provisions))
    write("reference-cycle", sketches[circle[0]!]!, ids[circle[0]!]!, 0, {
      label: circle.map((at) => labels[at]).join(", "),
    });
  for (const group of block.groups) {
    if (group.heading) continue;
    const values = group.options.map(({ mark }) => sketches[mark]!.optionMark!.value);
    if (values.some((value, at) => value !== (values[0] === 1 ? at + 1 : values[0]! + at)))
      write("option-number-gap", sketches[group.options[0]!.mark]!, ids[group.options[0]!.mark]!, 0, {});
  }

  const written = titleOf(header.values["title"]);
  return {
    title: written ?? title ?? blocks.title ?? options.name,
    name: options.name,
    format,
    languages,
    header: header.values,
    provisions,
    pieces: piecesOf(source, sketches, titlePlaces),
    groups,
    slips: write.all(),
    accounts: accountsOf(source, blocks, groups, tally, strayClosers),
    parties,
  };
}

function guessFormat(source: string): Format {
  const begin = source.slice(0, 400).trimStart().toLowerCase();
  if (!begin.startsWith("<")) return "markdown";
  if (/^<(?:!doctype|html|head|body|article|section|div|h\d|p|main|ol|ul|table)\b/.test(begin)) return "html";
  // A lone tag or comment line before Markdown is no page.
  const rest = source.trimStart().replace(/^<[^>]{0,400}>\s*/, "");

  return rest.startsWith("<") ? "html" : "markdown";
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];

  return typeof value === "string" ? value.split(/\s*,\s*/).filter((name) => name !== "") : value;
}

function titleOf(value: string | readonly string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function languagesOf(
  stated: string | readonly string[] | undefined,
  blocks: Blocks,
  sketches: readonly Sketch[],
): readonly string[] {
  const listed = listOf(stated);
  if (listed.length > 0) return listed;
  if (blocks.languages.length > 0) return blocks.languages;
  let sample = "";
  for (const sketch of sketches) {
    sample += `${sketch.words} `;
    if (sample.length > 20_000) break;
  }

  return [languageOf(sample)];
}

function provisionLanguage(sketch: Sketch, main: string): string {
  if (sketch.language !== null) return sketch.language;
  const otherScript = /[\u0400-\u04ff\u0590-\u06ff]/.test(sketch.words);
  const mainIsLatin = !["ru", "uk", "ar", "he"].includes(main);

  return mainIsLatin && otherScript ? languageOf(sketch.words) : main;
}

const statusMark = /[([](agreed ad ref(?:erendum)?|agreed|withdrawn|closed)\b[^)\]]{0,80}[)\]]\s*$/i;

/** A mark after the heading sets the status: `(agreed ad referendum)`, `[withdrawn]`, `(agreed)`, `(closed)`. */
function statusOf(heading: string | null, isOpen: boolean): Status {
  const mark = statusMark.exec(heading ?? "")?.[1]?.toLowerCase();
  if (mark?.startsWith("agreed ad ref") === true) return "agreed-ad-ref";
  if (mark === "agreed" || mark === "withdrawn" || mark === "closed") return mark;

  return isOpen ? "bracketed" : "proposed";
}

function noteMarks(sketch: Sketch, notes: ReadonlyMap<string, number>): Provision["notes"] {
  const marks = sketch.marks.map(({ at, name }) => ({ at, note: notes.get(name) ?? null }));
  for (const [name, index] of notes)
    if (/^[ivx]{1,4}$/.test(name)) {
      const glued = new RegExp(`[\\d.,;]${name}(?=[\\s.,;)]|$)`).exec(sketch.words);
      if (glued !== null && sketch.kind !== "note") marks.push({ at: glued.index + 1, note: index });
    }

  return marks;
}

/** What this text calls itself: "this Agreement", "the present Protocol", nouns of the title. */
function ownNames(title: string | null, sketches: readonly Sketch[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, name] of (title ?? "").matchAll(/(\p{Lu}\p{L}+)/gu)) names.add(name!);
  for (const sketch of sketches)
    if (/[Tt]his |present /.test(sketch.words))
      for (const [, name] of sketch.words.matchAll(/\b(?:[Tt]his|present) (\p{Lu}\p{L}+)/gu)) names.add(name!);

  return names;
}

type HeadingBrackets = {
  readonly groups: readonly GroupSketch[];
  readonly unclosed: number;
  readonly stray: number;
};

/** Brackets of a heading: `Article 5: [Joint] access`. A status mark (`[withdrawn]`) is none; a pair around the whole is told by the structure. */
function headingBrackets(
  sketch: Sketch,
  parties: readonly string[],
  citations: ReadonlySet<string>,
  tally: Tally,
): HeadingBrackets | null {
  const heading = sketch.heading ?? "";
  const isOuter = sketch.bracketed && sketch.headingPlaces.length > 0 && heading.startsWith("[");
  if (sketch.bracketed && !isOuter) tally.options += 1;
  if (sketch.openLabel) tally.unclosed += 1;
  if (!/[[\]]/.test(heading)) return sketch.openLabel ? { groups: [], unclosed: 1, stray: 0 } : null;

  const mark = statusMark.exec(heading);
  const isMark = mark !== null && mark[0].startsWith("[");
  if (isMark) tally.citations += 1;
  const literals = new Set([
    ...sketch.headingLiterals,
    ...(isMark ? [mark.index, mark.index + mark[0].trimEnd().length - 1] : []),
  ]);
  const found = scan(heading, literals);
  const { groups } = groupsOf(heading, found, { named: new Set(parties), citations }, tally);
  const outer = isOuter ? groups.findIndex((group) => group.span.start === 0 && group.span.end === heading.length) : -1;
  tally.unclosed += found.unclosed.length;
  tally.tooDeep += found.tooDeep.length;
  const kept = outer === -1 ? groups : groups.slice(outer + 1).map((group) => leavingOut(group, outer));

  return { groups: kept, unclosed: found.unclosed.length + Number(sketch.openLabel), stray: found.stray.length };
}

function leavingOut(group: GroupSketch, outer: number): GroupSketch {
  const { within } = group;
  if (within === null) return group;

  return { ...group, within: within.group === outer ? null : { ...within, group: within.group - outer - 1 } };
}

/** A group of a heading stands in no words. */
function withoutPlace(group: Group): Group {
  const nowhere: Span = { start: 0, end: 0 };

  return {
    ...group,
    block: true,
    span: nowhere,
    options: group.options.map((option) => ({ ...option, span: nowhere, whole: nowhere })),
  };
}

function inlineGroups(
  sketches: readonly GroupSketch[],
  id: string,
  provision: number,
  before: number,
  around: string | null,
): Group[] {
  const named = sketches.map((sketch, at) => {
    const group = `${id}/${before + at + 1}`;
    return {
      ...sketch,
      id: group,
      provision,
      block: false,
      options: sketch.options.map((option, place) => ({ ...option, id: `${group}/${letters(place)}` })),
    };
  });

  return named.map((group): Group =>
    Object.assign(group, {
      within: group.within === null ? around : named[group.within.group]!.options[group.within.option]!.id,
    }),
  );
}

function letters(place: number): string {
  return place < 26 ? String.fromCharCode(97 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);
}

function blockGroups(
  sketches: readonly Sketch[],
  found: ReturnType<typeof blockGroupsOf>["groups"],
  ids: readonly string[],
  groups: Group[],
): Group[] {
  const made: Group[] = [];
  const counts = new Map<number, number>();
  for (const sketch of found) {
    const provision = sketch.options[0]!.mark;
    const count = (counts.get(provision) ?? 0) + 1;
    counts.set(provision, count);
    const id = `${ids[provision]!}/${count}`;
    made.push({
      id,
      provision,
      relation: sketch.heading ? "optional" : "alternatives",
      basis: "syntax",
      span: { start: 0, end: 0 },
      options: sketch.options.map((option, place) => ({
        id: `${id}/${letters(place)}`,
        text: (sketch.heading ? [option.mark] : option.provisions)
          .map((at) =>
            [sketches[at]!.label?.literal, sketch.heading ? sketches[at]!.heading : null, sketches[at]!.words]
              .filter(Boolean)
              .join(" "),
          )
          .join("\n"),
        span: { start: 0, end: 0 },
        whole: { start: 0, end: 0 },
        by: [],
        noText:
          !sketch.heading && /^no text\.?$/i.test(option.provisions.map((at) => sketches[at]!.words.trim()).join("")),
        provisions: option.provisions,
      })),
      within: sketch.within === null ? null : made[sketch.within.group]!.options[sketch.within.option]!.id,
      depth: 0,
      maybeAlternatives: false,
      block: true,
    });
  }
  for (const group of made) groups.push(group);

  return made;
}

/** Answers the number of closers without an opener. Openers and closers without a partner in their provision; those that a following sibling matches are told as one bracket over both. */
function reportBroken(
  sketches: readonly Sketch[],
  scans: readonly ReturnType<typeof scan>[],
  headings: readonly (HeadingBrackets | null)[],
  labels: readonly string[],
  ids: readonly string[],
  write: SlipWriter,
  tally: Tally,
): number {
  const strays = scans.map((found) => found.stray);
  const taken = scans.map(() => 0);
  let count = 0;
  scans.forEach((found, index) => {
    const sketch = sketches[index]!;
    tally.tooDeep += found.tooDeep.length;
    if (found.tooDeep.length > 0) write("too-deep", sketch, ids[index]!, found.tooDeep[0]!, { depth: 100 });
    // The innermost opener meets the first closer that follows; told in the order of the text.
    const partners = found.unclosed.toReversed().map((at) => {
      const partner = siblingWithStray(sketches, (other) => strays[other]!.length > taken[other]!, index);
      if (partner !== null) taken[partner]! += 1;
      return { at, partner };
    });
    for (const { at, partner } of partners.toReversed()) {
      count += 1;
      if (partner === null) write("unclosed", sketch, ids[index]!, at, {});
      else write("spanning", sketch, ids[index]!, at, { label: labels[partner]! });
    }
  });
  tally.unclosed += count;
  headings.forEach((heading, index) => {
    if (heading === null) return;
    const place = { ...sketches[index]!, segments: [], labelPlaces: sketches[index]!.headingPlaces };
    for (let at = 0; at < heading.unclosed; at += 1) write("unclosed", place, ids[index]!, 0, {});
    for (let at = 0; at < heading.stray; at += 1) write("stray-close", place, ids[index]!, 0, {});
  });
  strays.forEach((rest, index) => {
    for (const at of rest.slice(taken[index])) write("stray-close", sketches[index]!, ids[index]!, at, {});
  });

  return (
    strays.reduce((sum, rest) => sum + rest.length, 0) +
    headings.reduce((sum, heading) => sum + (heading?.stray ?? 0), 0)
  );
}

function siblingWithStray(
  sketches: readonly Sketch[],
  hasStray: (at: number) => boolean,
  index: number,
): number | null {
  const { parent, depth } = sketches[index]!;
  for (let at = index + 1; at < sketches.length && at < index + 60; at += 1) {
    const sketch = sketches[at]!;
    if (sketch.depth < depth || sketch.fromHeading) return null;
    if (sketch.depth === depth && sketch.parent !== parent) return null;
    if (hasStray(at)) return at;
  }

  return null;
}

const odd = /[\p{Cc}\p{Cf}]/gu;
const isOdd = /[^\P{C}\t\n\r]/u;

function reportCharacters(sketches: readonly Sketch[], ids: readonly string[], write: SlipWriter): void {
  sketches.forEach((sketch, index) => {
    if (!isOdd.test(sketch.words)) return;
    const seen = new Set<string>();
    for (const found of sketch.words.matchAll(odd)) {
      if (seen.has(found[0]) || /[\t\n\r]/.test(found[0])) continue;
      seen.add(found[0]);
      write("control-character", sketch, ids[index]!, found.index, {
        code: found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0"),
      });
    }
  });
}

function accountsOf(
  source: string,
  blocks: Blocks,
  groups: readonly Group[],
  tally: Tally,
  strayClosers: number,
): Accounts {
  let openers = 0;
  let closers = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 91) openers += 1;
    else if (unit === 93) closers += 1;
  }
  const allOptions = groups.reduce((sum, group) => sum + group.options.length, 0);
  const known =
    tally.options +
    tally.connectors +
    tally.blanks +
    tally.placeholders +
    blocks.links +
    blocks.notes +
    tally.citations +
    blocks.escapes +
    tally.unclosed +
    tally.tooDeep;

  return {
    openers,
    closers,
    groups: groups.length,
    options: allOptions,
    bracketedOptions: tally.options,
    blockOptions: allOptions - tally.options,
    connectors: tally.connectors,
    blanks: tally.blanks,
    placeholders: tally.placeholders,
    links: blocks.links,
    notes: blocks.notes,
    citations: tally.citations,
    escapes: blocks.escapes,
    unclosed: tally.unclosed,
    strayClosers,
    tooDeep: tally.tooDeep,
    other: openers - known,
  };
}

export type { Span, Slip };
