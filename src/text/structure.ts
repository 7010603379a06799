import type { Block, Segment } from "./block.ts";
import type { ProvisionKind, Span } from "./draft.ts";
import { labelOf, optionWords, romanValue, type Label, type Step } from "./labels.ts";

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
type OptionScope = {
  readonly id: number;
  readonly base: number | null;
  readonly style: string;
  readonly indent: number;
  value: number;
};

export type Structure = {
  readonly title: string | null;
  readonly titlePlaces: readonly Span[];
  readonly sketches: readonly Sketch[];
};

/** Containers come first; the numbers leave room for what styles add below a point. */
const ranks = { annex: 0, part: 1, chapter: 2, section: 3, article: 4, point: 4, paragraph: 5, item: 6 } as const;
const optionMarker = new RegExp(
  `^(\\[?)(?:${optionWords})(?:\\s+|(?=\\d))(\\d{1,3}|[IVX]{1,5}|\\p{L}|\\([\\p{Ll}\\d]{1,2}\\))\\s*(?:[:.)–-]\\s*|$)`,
  "u",
);
const signatureStart =
  /^(?:done (?:at|in|on|this)|signed\b|in witness whereof|in faith whereof|for (?:and on behalf of )?the (?:government|republic|kingdom|state|federation|side|parties|part of)\b|on behalf of|participants of\b|signatories\b|witnessed by|fait à|hecho en|за уряд|за правительство|учинено|вчинено|совершено)/i;
const preambleHeading = /^(?:preamble|préambule|preámbulo|präambel|преамбула|الديباجة)$/i;

/** Orders blocks into provisions: labels make a tree, unnumbered paragraphs belong to what they stand under. O(blocks × depth of the open numbers). */
export function structureOf(blocks: readonly Block[]): Structure {
  const builder = new Builder(blocks);

  return builder.build();
}

/** Holds the numbers that are open while the blocks are read once, in order. */
class Builder {
  private readonly sketches: Sketch[] = [];
  private open: number[] = [];
  private title: string | null = null;
  private titlePlaces: Span[] = [];
  private preamble: number | null = null;
  private signatures: number | null = null;
  private numbered: boolean;
  private readonly sectionIsArticle: boolean;
  private readonly pointHeadings: boolean;
  private awaiting: number | null = null;
  private seenNumber = false;
  private readonly signatureFrom: number;
  private readonly blocks: readonly Block[];
  private readonly labels: readonly (Label | null)[];
  /** The preamble's own heading; what stands before it is no preamble. */
  private readonly preambleAt: number;
  /** For each block, the next number without a keyword before the next heading. */
  private readonly nextNumber: readonly (Label | null)[];
  /** Of the block that is read. */
  private indent = 0;
  private scopes: OptionScope[] = [];
  private scopeCount = 0;

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
    const labels = blocks.map(
      (block) => labelOf(block.text.slice(0, 400), block.kind === "heading") ?? givenLabel(block),
    );
    this.labels = labels;
    const articles = labels.some((label) => label?.keyword === "article");
    this.sectionIsArticle = !articles;
    this.pointHeadings =
      !articles && blocks.some((block, at) => block.kind === "heading" && labels[at]?.step.style === "decimal");
    this.numbered = labels.some((label) => label !== null);
    const lastNumbered = labels.findLastIndex((label) => label !== null);
    let from = blocks.length;
    for (let at = blocks.length - 1; at > Math.max(lastNumbered, blocks.length - 400); at -= 1) {
      const block = blocks[at]!;
      if (block.kind !== "note" && signatureStart.test(block.text.replace(/^[\W_]+/, ""))) from = at;
    }
    this.signatureFrom = from;
    this.preambleAt = blocks.findIndex((block) => block.kind === "heading" && isPreambleHeading(block.text));
    const nextNumber: (Label | null)[] = [];
    let next: Label | null = null;
    for (let at = blocks.length - 1; at >= 0; at -= 1) {
      nextNumber[at] = next;
      const label = labels[at] ?? null;
      if (blocks[at]!.kind === "heading" || (label !== null && label.keyword !== null)) next = null;
      else if (label !== null) next = label;
    }
    this.nextNumber = nextNumber;
  }

  build(): Structure {
    this.blocks.forEach((block, at) => this.take(block, at));

    return { title: this.title, titlePlaces: this.titlePlaces, sketches: this.sketches };
  }

  private take(block: Block, at: number): void {
    this.indent = block.indent;
    if (block.kind === "note") return void this.add({ kind: "note", rank: 9, parent: null }, block, null);
    const trailing = at >= this.signatureFrom ? trailingNote(block) : null;
    if (trailing !== null) {
      this.signatures = null;
      this.open = [this.add({ kind: "note", rank: 9, parent: null, note: trailing.name }, block, trailing.label)];
      return;
    }
    if (at >= this.signatureFrom && this.open.length > 0 && this.sketches[this.open[0]!]!.kind === "note") {
      this.add({ kind: "paragraph", rank: 9, parent: this.open[0]! }, block, null);
      return;
    }
    if (at >= this.signatureFrom) {
      const starts = [0, ...block.breaks, block.text.length + 1];
      for (let line = 0; line + 1 < starts.length; line += 1)
        this.sign(part(block, starts[line]!, starts[line + 1]! - 1));
      return;
    }
    const option = block.kind === "heading" ? null : optionMarker.exec(block.text);
    if (option !== null) return this.option(block, option, at);
    const label = this.labels[at] ?? null;
    if (block.kind === "heading") return this.heading(block, label, at);
    if (label !== null && !this.isTitle(at)) return this.numberedBlock(block, label, at);
    if (this.isTitle(at)) return this.takeTitle(block);
    this.plain(block, at);
  }

  /** A first paragraph in capitals, or short and followed by an article, is the title of a plain text. */
  private isTitle(at: number): boolean {
    if (at !== 0 || this.title !== null || !this.numbered) return false;
    const block = this.blocks[0]!;
    if (block.kind !== "paragraph" || block.text.length > 300 || labelOf(block.text, false) !== null) return false;

    return block.text === block.text.toUpperCase() || (block.text.length < 160 && !/[.;:,]\s*$/.test(block.text));
  }

  private takeTitle(block: Block): void {
    this.title = block.text.trim();
    this.titlePlaces = places(block.segments, 0, block.text.length);
  }

  private heading(block: Block, label: Label | null, at: number): void {
    this.scopes = [];
    if (label === null) {
      const text = block.text.trim();
      if (this.title === null && this.sketches.length === 0 && block.level <= 2 && !isPreambleHeading(text))
        return this.takeTitle(block);
      if (this.waitsForHeading(block)) return this.giveHeading(block);
      if (isPreambleHeading(text) && this.preamble === null) {
        this.preamble = this.add({ kind: "preamble", rank: 1, parent: null, heading: text }, block, null);
        this.open = [];
        return;
      }
      const rank = this.rankOfPlainHeading(at);
      this.close(rank);
      this.open.push(this.add({ kind: "part", rank, parent: this.parentFor(rank), heading: text }, block, null));
      return;
    }
    const kind = this.kindOf(label, true);
    const rank = this.rankOf(kind, label);
    this.close(rank, label);
    const index = this.add(
      { kind, rank, parent: this.parentFor(rank, label), heading: "", fromHeading: true },
      block,
      label,
    );
    this.open.push(index);
    this.awaiting = this.sketches[index]!.heading === null ? index : null;
  }

  /** Unnumbered headings stand above articles; below one, they part its paragraphs. */
  private rankOfPlainHeading(at: number): number {
    const level = this.blocks[at]!.level;
    for (let index = this.open.length - 1; index >= 0; index -= 1) {
      const sketch = this.sketches[this.open[index]!]!;
      if (
        sketch.fromHeading &&
        sketch.rank >= ranks.article &&
        this.levels.get(this.open[index]!) !== undefined &&
        level > this.levels.get(this.open[index]!)!
      )
        return ranks.article + 0.5;
    }

    return 1 + level / 10;
  }

  private readonly levels = new Map<number, number>();

  private waitsForHeading(block: Block): boolean {
    if (this.awaiting === null || this.awaiting !== this.sketches.length - 1) return false;

    return this.sketches[this.awaiting]!.heading === null && block.text.length <= 200;
  }

  private giveHeading(block: Block): void {
    const sketch = this.sketches[this.awaiting!]!;
    const { title, places: titlePlaces, literals, enclosed } = headingOf(block, null);
    sketch.heading = title;
    sketch.headingLiterals = literals;
    if (enclosed === true) sketch.bracketed = true;
    sketch.headingPlaces = titlePlaces;
    this.awaiting = null;
  }

  private numberedBlock(whole: Block, label: Label, at: number): void {
    const option = optionMarker.exec(whole.text.slice(label.end));
    const block = option === null ? whole : part(whole, 0, label.end);
    this.numberAlone(block, label, at);
    if (option !== null) this.option({ ...part(whole, label.end, whole.text.length), indent: whole.inner }, option, at);
  }

  private numberAlone(block: Block, label: Label, at: number): void {
    const rest = block.text.slice(label.end).trim();
    const isHeading = label.keyword !== null && label.keyword !== "point" && (rest === "" || looksLikeTitle(rest));
    if (isHeading && this.labelLine(block)) return this.heading({ ...block, kind: "heading", level: 2 }, label, at);
    const kind = this.kindOf(label, false);
    if (kind === "article" || kind === "point") {
      const rank = this.rankOf(kind, label);
      this.close(rank, label);
      this.open.push(
        this.add(
          { kind, rank, parent: this.parentFor(rank, label), fromHeading: label.keyword === "article" },
          block,
          label,
        ),
      );
      return;
    }
    if (label.keyword !== null) return this.heading({ ...block, kind: "heading", level: 2 }, label, at);
    const { rank, step } = this.rankInList(label);
    this.close(rank, label);
    const parent = this.parentFor(rank, label);
    const child: ProvisionKind = step.style === "decimal" ? "paragraph" : "item";
    this.open.push(this.add({ kind: parent === null ? "point" : child, rank, parent, step }, block, label));
  }

  private labelLine(block: Block): boolean {
    return block.text.length <= 200;
  }

  private kindOf(label: Label, heading: boolean): ProvisionKind {
    if (label.keyword === "section") return this.sectionIsArticle && !this.pointHeadings ? "article" : "chapter";
    if (label.keyword !== null) return label.keyword;
    if (heading) {
      if (this.numberedParent(label) !== null) return "paragraph";
      if (label.step.style === "decimal") return this.insideArticle() ? "paragraph" : "point";
      return this.pointHeadings || !this.sectionIsArticle ? "part" : "article";
    }
    const first = this.open.length === 0 ? null : this.sketches[this.open[0]!]!;
    const inArticle = this.open.some((index) => {
      const { kind, rank } = this.sketches[index]!;
      return kind === "article" || (kind === "point" && rank === ranks.point) || kind === "annex";
    });
    if (label.step.style !== "decimal" || label.step.parentheses)
      return inArticle ? "item" : first === null ? "point" : "item";
    if (this.numberedParent(label) !== null) return "paragraph";
    const point = this.open.map((index) => this.sketches[index]!).find((sketch) => sketch.kind === "point");
    if (point !== undefined && !point.fromHeading && !label.step.written.includes(".")) return "point";
    return inArticle ? "paragraph" : "point";
  }

  private insideArticle(): boolean {
    return this.open.some((index) => this.sketches[index]!.kind === "article");
  }

  private rankOf(kind: ProvisionKind, label: Label): number {
    if (label.keyword === "section" && kind === "chapter") return ranks.section;
    if (kind === "paragraph") {
      const parent = this.numberedParent(label);
      return parent === null ? ranks.paragraph : this.sketches[parent]!.rank + 0.01;
    }

    return kind in ranks ? ranks[kind as keyof typeof ranks] : ranks.paragraph;
  }

  /** The open provision whose number a dotted label goes on with: `3.1` stands under `3`. */
  private numberedParent(label: Label): number | null {
    const { written } = label.step;
    if (!written.includes(".")) return null;
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const sketch = this.sketches[this.open[at]!]!;
      const own = sketch.step;
      if (own !== null && own.style === "decimal" && written.startsWith(`${own.written}.`)) return this.open[at]!;
      // What is indented into a list entry stays in it, whatever its number says.
      if (own !== null && !sketch.fromHeading && this.indent > 0 && this.indent >= sketch.inner - 1)
        return this.open[at]!;
    }

    return null;
  }

  /** Which level of the open lists a number belongs to: the one it goes on with, else a new one below the last. */
  private rankInList(label: Label): { readonly rank: number; readonly step: Step } {
    const options = label.alternative === null ? [label.step] : [label.step, label.alternative];
    const parent = this.numberedParent(label);
    if (parent !== null) return { rank: this.sketches[parent]!.rank + 0.01, step: label.step };
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const sketch = this.sketches[this.open[at]!]!;
      if (sketch.step === null || sketch.kind === "article" || sketch.rank < ranks.point) continue;
      if (sketch.indent > this.indent + 1) continue;
      for (const step of options)
        if (sameList(sketch.step, step) && step.value === sketch.step.value + 1) return { rank: sketch.rank, step };
    }
    const begins = label.alternative !== null && options.some((step) => step.value === 1);
    for (let at = begins ? -1 : this.open.length - 1; at >= 0; at -= 1) {
      const sketch = this.sketches[this.open[at]!]!;
      if (sketch.step === null || sketch.kind === "article" || sketch.rank < ranks.point) continue;
      for (const step of options)
        if (sameList(sketch.step, step) && (step.value > sketch.step.value || samePrefix(sketch.step, step)))
          return { rank: sketch.rank, step };
    }
    const first = options.find((step) => step.value === 1) ?? options[0]!;
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const sketch = this.sketches[this.open[at]!]!;
      if (sketch.step === null || sketch.fromHeading || sketch.kind === "article") continue;
      // A list that begins anew at the same column repeats its numbers; indented, it stands below.
      if (sameList(sketch.step, first) && Math.abs(sketch.indent - this.indent) <= 1)
        return { rank: sketch.rank, step: first };
    }
    const last = this.open.length === 0 ? null : this.sketches[this.open.at(-1)!]!;

    return { rank: Math.max(last?.rank ?? 0, ranks.article) + 0.1, step: first };
  }

  private close(rank: number, label: Label | null = null): void {
    const keep = label === null ? null : this.numberedParent(label);
    while (this.open.length > 0 && this.open.at(-1) !== keep && this.sketches[this.open.at(-1)!]!.rank >= rank - 1e-9)
      this.open.pop();
  }

  private parentFor(rank: number, label: Label | null = null): number | null {
    const prefix = label === null ? null : this.numberedParent(label);
    if (prefix !== null) return prefix;
    for (let at = this.open.length - 1; at >= 0; at -= 1)
      if (this.sketches[this.open[at]!]!.rank < rank - 1e-9) return this.open[at]!;

    return null;
  }

  private plain(block: Block, at: number): void {
    const text = block.text.trim();
    if (this.waitsForHeading(block) && looksLikeTitle(text) && at + 1 < this.blocks.length && !block.bullet)
      return this.giveHeading(block);
    const host = this.hostOf(block, at);
    if (host === null) {
      if (!this.numbered) {
        const lead = this.leadOf(block);
        this.add({ kind: block.bullet ? "item" : "paragraph", rank: ranks.article, parent: lead }, block, null);
        return;
      }
      if (this.seenNumber || (this.preamble === null && this.preambleAt > at)) {
        this.add({ kind: "paragraph", rank: ranks.article, parent: null }, block, null);
        return;
      }
      this.preamble ??= this.container("preamble");
      this.add({ kind: "paragraph", rank: ranks.paragraph, parent: this.preamble }, block, null);
      return;
    }
    const sketch = this.sketches[host]!;
    if (
      sketch.words === "" &&
      sketch.kind !== "part" &&
      sketch.kind !== "chapter" &&
      !block.bullet &&
      !this.hasChildren(host)
    ) {
      sketch.words = block.text;
      sketch.segments = block.segments;
      sketch.literals = block.literals;
      sketch.marks = block.marks;
      this.awaiting = null;
      return;
    }
    const kind: ProvisionKind = block.kind === "table" ? "table" : block.bullet ? "item" : "paragraph";
    const index = this.add({ kind, rank: sketch.rank + 0.05, parent: host }, block, null);
    if (block.bullet)
      this.open = [...this.open.filter((other) => this.sketches[other]!.rank < sketch.rank + 0.04), index];
  }

  /** In an unnumbered text, a dash stands under the paragraph that ends in a colon before it. */
  private leadOf(block: Block): number | null {
    if (!block.bullet) return null;
    for (let at = this.sketches.length - 1; at >= 0; at -= 1) {
      const sketch = this.sketches[at]!;
      if (sketch.bullet) continue;
      return /:\s*$/.test(sketch.words) ? at : null;
    }

    return null;
  }

  /** The open provision an unnumbered block belongs to. */
  private hostOf(block: Block, at: number): number | null {
    const closesArticle = !block.bullet && this.nextNumber[at] === null && block.indent === 0 && this.insideArticle();
    for (let place = this.open.length - 1; place >= 0; place -= 1) {
      const index = this.open[place]!;
      const sketch = this.sketches[index]!;
      if (sketch.bullet) {
        if (
          block.bullet
            ? block.indent > 0 && block.indent >= sketch.inner
            : block.indent >= sketch.inner && block.indent > 0
        )
          return index;
        continue;
      }
      const last = this.sketches.at(-1)!;
      if (block.bullet)
        return last.parent === index && !last.bullet && last.step === null && /:\s*$/.test(last.words)
          ? this.sketches.length - 1
          : index;
      if (sketch.step === null || stands.has(sketch.kind)) return index;
      if (block.indent > 0 && block.indent >= sketch.inner - 1) return index;
      if (sketch.step.style === "decimal" && !sketch.step.parentheses && !closesArticle) return index;
    }

    return null;
  }

  private hasChildren(index: number): boolean {
    const next = this.sketches[index + 1];

    return next !== undefined && next.parent === index;
  }

  private option(block: Block, found: RegExpExecArray, at: number): void {
    const written = found[2]!.replace(/[()]/g, "");
    const roman = romanValue(written.toLowerCase());
    const isRoman = roman !== null && /^[IVX]+$/.test(written);
    const style = found[2]!.startsWith("(") ? "parentheses" : /^\d/.test(written) || isRoman ? "number" : "letter";
    const value = /^\d/.test(written)
      ? Number(written)
      : isRoman
        ? roman
        : (written.toLowerCase().codePointAt(0) ?? 0) - (/^[а-я]/iu.test(written) ? 0x42f : 96);
    const isAlone = found[0].length >= block.text.trimEnd().length;
    const scope = this.scopeOf(block, style, value, isAlone ? at : null);
    const { base } = scope;
    const index = this.add(
      { kind: "paragraph", rank: (base === null ? ranks.article : this.sketches[base]!.rank) + 0.02, parent: base },
      block,
      null,
    );
    const sketch = this.sketches[index]!;
    const bracket = found[1]!.length;
    const end = found[0].length;
    const moved = (offset: number): number => (offset < bracket ? offset : offset - end + bracket);
    sketch.optionMark = { scope: scope.id, value, literal: found[0].slice(bracket).trim() };
    sketch.labelPlaces = places(block.segments, bracket, end);
    sketch.words = block.text.slice(0, bracket) + block.text.slice(end);
    sketch.segments = joinedSegments(block.segments, bracket, end, block.text.length);
    sketch.literals = block.literals.filter((each) => each < bracket || each >= end).map(moved);
    sketch.marks = block.marks.map((mark) => ({ ...mark, at: Math.max(0, moved(Math.max(mark.at, end))) }));
  }

  /** The options an option goes on with, else new ones under the provision it stands in. Numbers opened inside an earlier option end. */
  private scopeOf(block: Block, style: string, value: number, aloneAt: number | null): OptionScope {
    this.scopes = this.scopes.filter(({ base }) => base === null || base === this.preamble || this.open.includes(base));
    const before = this.scopes.findLastIndex((scope) => scope.style === style && scope.value === value - 1);
    const same = value === 1 ? -1 : before === -1 ? this.laterScope(style, value, block.indent) : before;
    if (same !== -1) {
      const scope = this.scopes[same]!;
      this.scopes.length = same + 1;
      this.open.length = scope.base === null || scope.base === this.preamble ? 0 : this.open.indexOf(scope.base) + 1;
      scope.value = value;
      return scope;
    }
    const again = this.scopes.findLastIndex((scope) => scope.style === style && scope.indent === block.indent);
    if (again !== -1) {
      const { base } = this.scopes[again]!;
      this.scopes.length = again;
      this.open.length = base === null || base === this.preamble ? 0 : this.open.indexOf(base) + 1;
    }
    const base = this.optionBase(block, aloneAt);
    this.scopeCount += 1;
    const scope: OptionScope = { id: this.scopeCount, base, style, indent: block.indent, value };
    this.scopes.push(scope);

    return scope;
  }

  /** A number was left out: still the same options where they stand as deep. */
  private laterScope(style: string, value: number, indent: number): number {
    return this.scopes.findLastIndex(
      (scope) => scope.style === style && scope.value < value && scope.indent === indent,
    );
  }

  /**
   * What options stand under: the innermost open provision they are indented into, or that the next number goes on after; else the article.
   * A mark alone before `3.` in a list of `1.`, `2.` holds numbers of that list and stands beside them.
   */
  private optionBase(block: Block, aloneAt: number | null): number | null {
    const held = aloneAt === null ? null : (this.labels[aloneAt + 1] ?? null);
    for (let place = this.open.length - 1; place >= 0; place -= 1) {
      const sketch = this.sketches[this.open[place]!]!;
      const isIndented = block.indent > 0 && block.indent >= sketch.inner - 1;
      const isBeside =
        held !== null &&
        sketch.step !== null &&
        !isIndented &&
        !sketch.fromHeading &&
        sketch.kind !== "article" &&
        sameList(sketch.step, held.step);
      if (sketch.bullet || isBeside) continue;
      const isTop = stands.has(sketch.kind) || place === 0;
      if (isIndented || isTop || sketch.step === null || (held === null && sketch.step.style === "decimal")) {
        this.open.length = place + 1;
        return this.open[place]!;
      }
    }
    this.open.length = 0;
    if (this.seenNumber || !this.numbered) return null;
    this.preamble ??= this.container("preamble");

    return this.preamble;
  }

  private sign(block: Block): void {
    const rank = ranks.article;
    if (this.signatures === null) {
      this.open = [];
      this.signatures = this.add({ kind: "signatures", rank, parent: null }, block, null);
      return;
    }
    this.add({ kind: "signatures", rank: rank + 1, parent: this.signatures }, block, null);
  }

  private container(kind: ProvisionKind): number {
    this.sketches.push({
      ...blank,
      kind,
      rank: ranks.article,
    });

    return this.sketches.length - 1;
  }

  private add(
    given: {
      readonly kind: ProvisionKind;
      readonly rank: number;
      readonly parent: number | null;
      readonly heading?: string;
      readonly fromHeading?: boolean;
      readonly note?: string;
      readonly step?: Step;
    },
    block: Block,
    label: Label | null,
  ): number {
    const depth = given.parent === null ? 0 : this.sketches[given.parent]!.depth + 1;
    const isHeading = given.heading !== undefined;
    const start = label?.end ?? 0;
    const length = block.text.length;
    const before = label === null || label.start === 0 ? "" : block.text.slice(0, label.start);
    const own = isHeading ? "" : before + block.text.slice(start);
    const { title, places: titlePlaces, literals, enclosed } = isHeading ? headingOf(block, label) : noHeading;
    this.sketches.push({
      parent: given.parent,
      depth,
      optionMark: null,
      kind: given.kind,
      label,
      step: given.step ?? label?.step ?? null,
      heading: title === "" ? null : title,
      bracketed: enclosed === true,
      openLabel: enclosed === false,
      headingLiterals: literals,
      words: own,
      segments: isHeading
        ? []
        : before === ""
          ? cut(block.segments, start, length)
          : joinedSegments(block.segments, before.length, start, length),
      literals:
        isHeading || block.literals.length === 0
          ? none
          : block.literals
              .filter((at) => at < before.length || at >= start)
              .map((at) => (at < before.length ? at : at - start + before.length)),
      marks:
        block.marks.length === 0
          ? none
          : block.marks
              .filter(({ at }) => at >= start)
              .map((mark) => ({ ...mark, at: isHeading ? 0 : mark.at - start + before.length })),
      labelPlaces: label === null ? [] : places(block.segments, label.start, label.end),
      headingPlaces: titlePlaces,
      language: block.language,
      note: block.note ?? given.note ?? null,
      inner: block.inner,
      indent: block.indent,
      bullet: block.bullet,
      rank: given.rank,
      fromHeading: given.fromHeading ?? false,
    });
    const index = this.sketches.length - 1;
    if (label !== null) this.seenNumber = true;
    if (isHeading) this.levels.set(index, block.level);

    return index;
  }
}

function isPreambleHeading(text: string): boolean {
  return preambleHeading.test(text.replace(/[*_]/g, "").trim());
}

type Heading = {
  readonly title: string;
  readonly places: readonly Span[];
  readonly literals: readonly number[];
  /** `true` where a bracket encloses it, `false` where one opens before the number and is not closed, `null` without one. */
  readonly enclosed: boolean | null;
};

const noHeading: Heading = { title: "", places: [], literals: [], enclosed: null };

/** A heading's words after its number. The pair around `[Article 3bis]` is taken off: it encloses what stands under the heading. */
function headingOf(block: Block, label: Label | null): Heading {
  const { text, segments, literals } = block;
  const start = label?.end ?? 0;
  const before = text.slice(0, label?.start ?? 0);
  const opens = before.includes("[") && !literals.includes(before.indexOf("["));
  const close = opens ? unmatchedCloser(text, start, literals) : text.length;
  const cutAt = close === -1 ? text.length : close;
  const raw = text.slice(start, cutAt) + text.slice(cutAt + 1);
  const title = raw.trim();
  const from = start + raw.length - raw.trimStart().length;
  const own = literals.filter((at) => at >= start).map((at) => (at < cutAt ? at : at - 1) - from);
  const isWhole =
    title.startsWith("[") &&
    title.endsWith("]") &&
    unmatchedCloser(title, 1, own) === title.length - 1 &&
    !own.includes(0);

  return {
    title,
    places: [
      ...(opens && close !== -1 ? [] : places(segments, 0, before.length)),
      ...places(segments, start, cutAt),
      ...places(segments, cutAt + 1, text.length),
    ],
    literals: own,
    enclosed: opens ? close !== -1 : isWhole ? true : null,
  };
}

function unmatchedCloser(text: string, from: number, literals: readonly number[]): number {
  const words = new Set(literals);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text[at];
    if ((unit !== "[" && unit !== "]") || words.has(at)) continue;
    if (unit === "[") depth += 1;
    else if (depth === 0) return at;
    else depth -= 1;
  }

  return -1;
}

/** Kinds that hold flush paragraphs; an item of a list holds only what is indented below it. */
const stands = new Set<ProvisionKind>(["annex", "part", "chapter", "article", "point", "preamble"]);

const none: readonly never[] = [];

const blank = {
  parent: null,
  depth: 0,
  label: null,
  step: null,
  heading: null,
  bracketed: false,
  openLabel: false,
  headingLiterals: [],
  words: "",
  segments: [],
  literals: [],
  marks: [],
  labelPlaces: [],
  headingPlaces: [],
  language: null,
  note: null,
  optionMark: null,
  inner: 0,
  indent: 0,
  bullet: false,
  fromHeading: false,
} satisfies Partial<Sketch>;

function sameList(a: Step, b: Step): boolean {
  return a.style === b.style && a.parentheses === b.parentheses;
}

/** The number that an ordered list of a page gives its entry; nothing of it stands in the source. */
function givenLabel(block: Block): Label | null {
  if (block.given === null) return null;
  const { value, style } = block.given;
  const written =
    style === "decimal"
      ? String(value)
      : style === "letter"
        ? String.fromCharCode(96 + Math.min(26, Math.max(1, value)))
        : roman(value);

  return {
    keyword: null,
    step: { style, value, written, parentheses: false },
    alternative: null,
    literal: "",
    start: 0,
    end: 0,
  };
}

function roman(value: number): string {
  const signs: readonly (readonly [string, number])[] = [
    ["c", 100],
    ["xc", 90],
    ["l", 50],
    ["xl", 40],
    ["x", 10],
    ["ix", 9],
    ["v", 5],
    ["iv", 4],
    ["i", 1],
  ];
  let rest = Math.min(399, Math.max(1, value));
  let written = "";
  for (const [sign, worth] of signs)
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }

  return written;
}

/** `4.2` and `4.1` count within one number. */
function samePrefix(a: Step, b: Step): boolean {
  const prefix = a.written.slice(0, a.written.lastIndexOf(".") + 1);

  return prefix !== "" && b.written.startsWith(prefix) && !b.written.slice(prefix.length).includes(".");
}

/** A short line without the marks and verbs of a sentence. */
function looksLikeTitle(text: string): boolean {
  return (
    text.length <= 120 &&
    !/[.;:,]$/.test(text) &&
    !/\b(?:shall|will|must|may|should|is|are|agree|agrees)\b/i.test(text) &&
    /^[*([“"\p{Lu}\p{Lo}–—:-]/u.test(text)
  );
}

/** `i Such measures are …` after the signatures: a note under its mark. */
function trailingNote(block: Block): { readonly name: string; readonly label: Label } | null {
  const found = /^([ivx]{1,4}|\*{1,3}|†|\d{1,2})\s+(?=\p{Lu})/u.exec(block.text);
  if (found === null) return null;
  const written = found[1]!;
  const step: Step = { style: "roman", value: 1, written, parentheses: false };

  return {
    name: written,
    label: { keyword: null, step, alternative: null, literal: written, start: 0, end: found[0].length },
  };
}

/** A stretch of a block as a block of its own. */
function part(block: Block, start: number, end: number): Block {
  const inside = (at: number): boolean => at >= start && at < end;

  return {
    ...block,
    text: block.text.slice(start, end),
    segments: cut(block.segments, start, end),
    literals: block.literals.filter(inside).map((at) => at - start),
    marks: block.marks
      .filter((mark) => inside(mark.at) || (mark.at === end && end === block.text.length))
      .map((mark) => ({ ...mark, at: mark.at - start })),
    breaks: [],
  };
}

/** Source ranges of a stretch of a block's text. */
export function places(segments: readonly Segment[], start: number, end: number): Span[] {
  return cut(segments, start, end).map((segment) => ({
    start: segment.source,
    end: segment.source + segment.sourceLength,
  }));
}

/** The segments of `[start, end)`, counted anew from 0. */
export function cut(segments: readonly Segment[], start: number, end: number): Segment[] {
  const found: Segment[] = [];
  let first = 0;
  for (let high = segments.length; first < high;) {
    const middle = (first + high) >> 1;
    if (segments[middle]!.at + segments[middle]!.length <= start) first = middle + 1;
    else high = middle;
  }
  for (let place = first; place < segments.length; place += 1) {
    const segment = segments[place]!;
    if (segment.at >= end) break;
    const low = Math.max(start, segment.at);
    const high = Math.min(end, segment.at + segment.length);
    if (low >= high) continue;
    const whole = segment.length === segment.sourceLength;
    found.push({
      at: low - start,
      length: high - low,
      source: whole ? segment.source + (low - segment.at) : segment.source,
      sourceLength: whole ? high - low : segment.sourceLength,
    });
  }

  return found;
}

function joinedSegments(segments: readonly Segment[], before: number, start: number, length: number): Segment[] {
  return [
    ...cut(segments, 0, before),
    ...cut(segments, start, length).map((segment) => ({ ...segment, at: segment.at + before })),
  ];
}
