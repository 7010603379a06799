import { addressesOf } from "./addresses.ts";
import { blockGroupsOf, type BlockGroup } from "./block-options.ts";
import { scan } from "./bracket-pairs.ts";
import { accountsOf } from "./accounts.ts";
import { attributedParties } from "./attribution.ts";
import { reportBroken } from "./broken-brackets.ts";
import type { Draft, Format, Group, Provision, Span } from "./draft.ts";
import { headerOf } from "./header.ts";
import { htmlBlocks } from "./html.ts";
import { identitiesOf } from "./identity.ts";
import type { Tally } from "./inline-groups.ts";
import { languagesOf, provisionLanguage } from "./language.ts";
import { markdownBlocks } from "./markdown.ts";
import { liftMarks, noteMarks } from "./notes.ts";
import { openBrackets } from "./open-brackets.ts";
import { piecesOf } from "./pieces.ts";
import { lookupOf, referencesOf } from "./references.ts";
import { slashesOf } from "./slashes.ts";
import { slipWriter, type SlipWriter } from "./slips.ts";
import type { Sketch } from "./sketch.ts";
import { structureOf } from "./structure.ts";
import { circlesOf } from "./circles.ts";
import { matchAcross } from "./spanning-brackets.ts";
import { statusOf } from "./status.ts";

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
  const write = slipWriter(source);

  const notes = liftMarks(sketches);
  const block = blockGroupsOf(sketches);
  const { labels, duplicates } = addressesOf(sketches, (index) => block.places.has(index));
  const ids = identitiesOf(sketches);
  const languages = languagesOf(listOf(header.values["languages"]), blocks, sketches);

  const { scans, spanning } = matchAcross(
    sketches,
    sketches.map((sketch) => scan(sketch.words, sketch.literals)),
  );
  const declared = [...(options.parties ?? []), ...listOf(header.values["parties"])];
  const parties = [...new Set([...declared, ...attributedParties(title, sketches, scans)])];
  const context = { named: new Set(parties), citations: new Set(notes.keys()) };
  const tally: Tally = {
    options: 0,
    connectors: 0,
    blanks: 0,
    placeholders: 0,
    citations: openersIn(source, titlePlaces, format),
    unclosed: 0,
    tooDeep: 0,
  };
  const { groups, blockOption, found, headings } = openBrackets({
    sketches,
    scans,
    spanning,
    ids,
    block,
    context,
    tally,
  });
  const strayClosers = reportBroken({ sketches, scans, headings, spanning, labels, ids }, write, tally);
  found.forEach(({ oddities }, index) => {
    for (const oddity of oddities) write(oddity.code, sketches[index]!, ids[index]!, oddity.at, {});
  });

  const groupIds = groupIdsByProvision(groups, sketches.length);
  const lookup = lookupOf(sketches, labels);
  const own = ownNames(title, sketches);
  const provisions = sketches.map((sketch, index): Provision => {
    const { blanks, placeholders } = found[index]!;
    const isOpen = groupIds[index]!.length + blanks.length + placeholders.length > 0;
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
      slashes: slashesOf(sketch.words),
      groups: groupIds[index]!,
      references: referencesOf(sketch.words, index, lookup, own),
      notes: noteMarks(sketch, notes),
      blanks,
      placeholders,
      optionOf: blockOption(index),
      language: provisionLanguage(sketch, languages[0]!),
      status: statusOf(sketch.heading, isOpen),
    };
  });

  for (const index of duplicates) write("duplicate-label", sketches[index]!, ids[index]!, 0, { label: labels[index]! });
  for (const oddity of blocks.oddities) write.at(oddity.code, oddity.offset);
  reportCharacters(sketches, ids, write);
  if (languages[0] === "und") write.at("language-unknown", header.end);
  for (const circle of circlesOf(provisions)) {
    const label = circle.map((at) => labels[at]).join(", ");
    write("reference-cycle", sketches[circle[0]!]!, ids[circle[0]!]!, 0, { label });
  }
  reportGaps(block.groups, sketches, ids, write);

  const slashes = provisions.reduce((sum, provision) => sum + provision.slashes.length, 0);
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
    accounts: accountsOf(source, blocks, groups, tally, strayClosers, slashes),
    parties,
  };
}

const none: readonly never[] = [];

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

/** Openers in the title, which is no provision. */
function openersIn(source: string, places: readonly Span[], format: Format): number {
  let count = 0;
  for (const { start, end } of places)
    for (let at = start; at < end; at += 1)
      if (source[at] === "[" && (format === "html" || source[at - 1] !== "\\")) count += 1;

  return count;
}

function groupIdsByProvision(groups: readonly Group[], provisions: number): readonly (readonly string[])[] {
  const ids: (string[] | readonly never[])[] = Array.from({ length: provisions }, () => none);
  for (const { id, provision } of groups) {
    const own = ids[provision]!; // groups stand in provisions
    if (own.length === 0) ids[provision] = [id];
    else (own as string[]).push(id); // a list of this function's own: `none` is empty
  }

  return ids;
}

/** Options that leave a number out. */
function reportGaps(
  groups: readonly BlockGroup[],
  sketches: readonly Sketch[],
  ids: readonly string[],
  write: SlipWriter,
): void {
  for (const group of groups) {
    if (group.heading) continue;
    const values = group.options.map(({ mark }) => sketches[mark]!.optionMark!.value); // marked by one
    const first = values[0] ?? 1;
    const mark = group.options[0]!.mark; // groups without options are left out
    if (values.some((value, at) => value !== first + at))
      write("option-number-gap", sketches[mark]!, ids[mark]!, 0, {});
  }
}

function titleOf(value: string | readonly string[] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
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
