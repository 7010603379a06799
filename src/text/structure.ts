import type { Block } from "./block.ts";
import type { ProvisionKind, Span } from "./draft.ts";
import { headingWords, isPreambleHeading, looksLikeTitle } from "./heading-words.ts";
import { labelOf, type Label } from "./labels.ts";
import { withCapitalHeadings } from "./capital-headings.ts";
import { withNoteList } from "./note-list.ts";
import { closeTo, insideArticle, levelInList, parentFor } from "./open-numbers.ts";
import { optionMarkOf, takeOption } from "./option-scopes.ts";
import { kindOfHeading, kindOfParagraph, rankOf } from "./provision-kind.ts";
import { part, places } from "./segments.ts";
import { takeSignature } from "./signature-block.ts";
import { ranks, stands, type Sketch } from "./sketch.ts";
import { addSketch, preambleOf, standingBefore, type Standing } from "./standing.ts";
import { surveyOf } from "./survey.ts";

export type Structure = {
  readonly title: string | null;
  readonly titlePlaces: readonly Span[];
  readonly sketches: readonly Sketch[];
};

/** Orders blocks into provisions: labels make a tree, unnumbered paragraphs belong to what they stand under. O(blocks × depth of the open numbers). */
export function structureOf(blocks: readonly Block[]): Structure {
  const standing = standingBefore(surveyOf(withCapitalHeadings(withNoteList(blocks))));
  standing.survey.blocks.forEach((block, at) => take(standing, block, at));
  const { title, titlePlaces, sketches } = standing;

  return { title, titlePlaces, sketches };
}

function take(standing: Standing, block: Block, at: number): void {
  const { survey } = standing;
  standing.indent = block.indent;
  if (block.kind === "note") return void addSketch(standing, { kind: "note", rank: 9, parent: null }, block, null);
  if (at >= survey.signaturesFrom) return takeSignature(standing, block);
  const option = block.kind === "heading" ? null : optionMarkOf(block.text);
  if (option !== null) return takeOption(standing, block, option, at);
  const label = survey.labels[at] ?? null;
  if (block.kind === "heading")
    return label === null ? plainHeading(standing, block) : labelledHeading(standing, block, label);
  if (isTitle(standing, at)) return takeTitle(standing, block);
  if (label !== null) return numbered(standing, block, label, at);
  unnumbered(standing, block, at);
}

/** A first paragraph in capitals, or short and followed by an article, is the title of a plain text. */
function isTitle({ survey, title }: Standing, at: number): boolean {
  const block = survey.blocks[0]!; // one is taken
  if (at !== 0 || title !== null || !survey.numbered) return false;
  if (block.kind !== "paragraph" || block.text.length > 300 || labelOf(block.text, false) !== null) return false;

  return block.text === block.text.toUpperCase() || (block.text.length < 160 && !/[.;:,]\s*$/.test(block.text));
}

function takeTitle(standing: Standing, block: Block): void {
  standing.title = block.text.trim();
  standing.titlePlaces = places(block.segments, 0, block.text.length);
}

function plainHeading(standing: Standing, block: Block): void {
  standing.scopes = [];
  const text = block.text.trim();
  const isPreamble = isPreambleHeading(text);
  if (standing.title === null && standing.sketches.length === 0 && block.level <= 2 && !isPreamble)
    return takeTitle(standing, block);
  if (waitsForHeading(standing, block)) return giveHeading(standing, block);
  if (isPreamble && standing.preamble === null) {
    standing.preamble = addSketch(standing, { kind: "preamble", rank: 1, parent: null, isHeading: true }, block, null);
    standing.open = [];
    return;
  }
  const rank = rankOfPlainHeading(standing, block.level);
  closeTo(standing, rank);
  const parent = parentFor(standing, rank);
  standing.open.push(addSketch(standing, { kind: "part", rank, parent, isHeading: true }, block, null));
}

/** Unnumbered headings stand above articles; below one, they part its paragraphs. */
function rankOfPlainHeading({ open, sketches, levels }: Standing, level: number): number {
  const isBelow = open.some((index) => {
    const { fromHeading, rank } = sketches[index]!;
    return fromHeading && rank >= ranks.article && level > (levels.get(index) ?? level);
  });

  return isBelow ? ranks.article + 0.5 : 1 + level / 10;
}

function labelledHeading(standing: Standing, block: Block, label: Label): void {
  standing.scopes = [];
  const kind = kindOfHeading(standing, label);
  const rank = rankOf(standing, kind, label);
  closeTo(standing, rank, label);
  const parent = parentFor(standing, rank, label);
  const index = addSketch(standing, { kind, rank, parent, isHeading: true, fromHeading: true }, block, label);
  standing.open.push(index);
  standing.awaiting = standing.sketches[index]!.heading === null ? index : null;
}

function waitsForHeading({ awaiting, sketches }: Standing, block: Block): boolean {
  if (awaiting === null || awaiting !== sketches.length - 1) return false;

  return sketches[awaiting]!.heading === null && block.text.length <= 200;
}

function giveHeading(standing: Standing, block: Block): void {
  const sketch = standing.sketches[standing.awaiting!]!; // one waits
  const words = headingWords(block, null);
  sketch.heading = words.title;
  sketch.headingLiterals = words.literals;
  if (words.enclosed === true) sketch.bracketed = true;
  sketch.headingPlaces = words.places;
  standing.awaiting = null;
}

/** A paragraph with a number, which an option's mark may follow. */
function numbered(standing: Standing, whole: Block, label: Label, at: number): void {
  const option = optionMarkOf(whole.text.slice(label.end));
  if (option === null) return labelled(standing, whole, label);
  labelled(standing, part(whole, 0, label.end), label);
  takeOption(standing, { ...part(whole, label.end, whole.text.length), indent: whole.inner }, option, at);
}

/** `Clause 4:` before a title, as `Article 4:`; other points often hold their whole measure there. */
const partedClause = /^\[?clause\s.{0,40}[:.–—-]$/i;

function labelled(standing: Standing, block: Block, label: Label): void {
  const rest = block.text.slice(label.end).trim();
  if ((label.keyword !== null && label.keyword !== "point") || (rest !== "" && partedClause.test(label.literal))) {
    if ((rest === "" || looksLikeTitle(rest)) && block.text.length <= 200)
      return labelledHeading(standing, { ...block, kind: "heading", level: 2 }, label);
  }
  const kind = kindOfParagraph(standing, label);
  if (kind === "article" || kind === "point") {
    const rank = rankOf(standing, kind, label);
    closeTo(standing, rank, label);
    const parent = parentFor(standing, rank, label);
    standing.open.push(
      addSketch(standing, { kind, rank, parent, fromHeading: label.keyword === "article" }, block, label),
    );
    return;
  }
  if (label.keyword !== null) return labelledHeading(standing, { ...block, kind: "heading", level: 2 }, label);
  const { rank, step } = levelInList(standing, label);
  closeTo(standing, rank, label);
  const parent = parentFor(standing, rank, label);
  const child: ProvisionKind = step.style === "decimal" ? "paragraph" : "item";
  standing.open.push(
    addSketch(standing, { kind: parent === null ? "point" : child, rank, parent, step }, block, label),
  );
}

function unnumbered(standing: Standing, block: Block, at: number): void {
  const { survey, sketches } = standing;
  const isLast = at + 1 >= survey.blocks.length;
  if (waitsForHeading(standing, block) && !isLast && !block.bullet && looksLikeTitle(block.text.trim()))
    return giveHeading(standing, block);
  const host = hostOf(standing, block, at);
  if (host === null) return homeless(standing, block, at);
  const sketch = sketches[host]!;
  const isBare = sketch.words === "" && sketch.kind !== "part" && sketch.kind !== "chapter";
  if (isBare && !block.bullet && sketches[host + 1]?.parent !== host) {
    sketch.words = block.text;
    sketch.segments = block.segments;
    sketch.literals = block.literals;
    sketch.marks = block.marks;
    standing.awaiting = null;
    return;
  }
  const kind: ProvisionKind = block.kind === "table" ? "table" : block.bullet ? "item" : "paragraph";
  const index = addSketch(standing, { kind, rank: sketch.rank + 0.05, parent: host }, block, null);
  if (block.bullet)
    standing.open = [...standing.open.filter((other) => sketches[other]!.rank < sketch.rank + 0.04), index];
}

/** A paragraph that no open provision holds: of the preamble, of a text without numbers, or between parts. */
function homeless(standing: Standing, block: Block, at: number): void {
  const { survey, preamble, seenNumber } = standing;
  if (!survey.numbered) {
    const kind = block.bullet ? "item" : "paragraph";
    const index = addSketch(standing, { kind, rank: ranks.article, parent: leadOf(standing, block) }, block, null);
    standing.open = block.bullet ? [index] : [];
  } else if (seenNumber || (preamble === null && survey.preambleAt > at))
    addSketch(standing, { kind: "paragraph", rank: ranks.article, parent: null }, block, null);
  else addSketch(standing, { kind: "paragraph", rank: ranks.paragraph, parent: preambleOf(standing) }, block, null);
}

/** In an unnumbered text, a dash stands under the paragraph that ends in a colon before it. */
function leadOf({ sketches, lastPlain }: Standing, block: Block): number | null {
  if (!block.bullet || lastPlain === null) return null;

  return endsInColon(sketches[lastPlain]!.words) ? lastPlain : null;
}

/** The open provision an unnumbered block belongs to. */
function hostOf(standing: Standing, block: Block, at: number): number | null {
  const { open, sketches, survey } = standing;
  const closesArticle =
    !block.bullet && block.indent === 0 && survey.nextNumber[at] === null && insideArticle(standing);
  for (let place = open.length - 1; place >= 0; place -= 1) {
    const index = open[place]!;
    const sketch = sketches[index]!;
    const isIndented = block.indent > 0;
    if (sketch.bullet) {
      if (isIndented && block.indent >= sketch.inner) return index;
      continue;
    }
    if (block.bullet) {
      const last = sketches.at(-1)!; // something is open
      const isLead = last.parent === index && !last.bullet && last.step === null && endsInColon(last.words);
      return isLead ? sketches.length - 1 : index;
    }
    if (sketch.step === null || stands.has(sketch.kind)) return index;
    if (isIndented && block.indent >= sketch.inner - 1) return index;
    if (sketch.step.style === "decimal" && !sketch.step.parentheses && !closesArticle) return index;
  }

  return null;
}

function endsInColon(words: string): boolean {
  return words.trimEnd().endsWith(":");
}
