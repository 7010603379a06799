import { decodeHTML } from "entities/decode";
import type { Block, Blocks, GivenNumber, Segment } from "./block.ts";
import { attributeOf, eachTag } from "./html-tags.ts";
import { isSpace } from "./lines.ts";
import { raisedMark } from "./raised-marks.ts";

const blockTags = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul br".split(
    " ",
  ),
);
const voidTags = new Set(["br", "hr"]);
const headingTag = /^h[1-6]$/;
/** What a start tag ends of those open above it, and what it never looks beyond. */
const impliedEnds: Readonly<Record<string, readonly [ends: readonly string[], within: readonly string[]]>> = {
  li: [["li"], ["ol", "ul"]],
  td: [["td", "th"], ["table"]],
  th: [["td", "th"], ["table"]],
  tr: [["tr"], ["table"]],
  dd: [["dd", "dt"], ["dl"]],
  dt: [["dd", "dt"], ["dl"]],
};
/** Lists deeper than this stand side by side. */
const deepestList = 100;
/** How far up a tag's partner is looked for. */
const farthest = 100;
/** Words without entities, one space between them. */
const plainRun = /[^&<\s]+(?: [^&<\s]+)*/y;
const entity = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][\da-z]{1,31});?/iy;

/**
 * The blocks of a page, tags read as a browser does where they part words. White space folds; an ordered list gives its entries
 * the numbers that a browser would show. What is no text (scripts, attributes) is mark-up. O(length); no recursion.
 */
export function htmlBlocks(source: string): Blocks {
  const page = new Page(source);
  eachTag(source, page);
  page.flush();

  return {
    blocks: page.blocks,
    title: page.name,
    languages: page.languages,
    links: page.markUpOpeners(),
    notes: 0,
    escapes: 0,
    oddities: [],
  };
}

type OpenElement = { readonly tag: string; readonly language: string | null };
type OpenList = { readonly ordered: boolean; readonly style: GivenNumber["style"]; next: number };
type OpenItem = { readonly bullet: boolean; readonly given: GivenNumber | null; readonly indent: number };

/** Gathers the text of one page, block by block. */
class Page {
  readonly blocks: Block[] = [];
  readonly languages: string[] = [];
  name: string | null = null;
  private readonly source: string;
  private words = "";
  private afterSpace = false;
  private segments: { -readonly [Field in keyof Segment]: Segment[Field] }[] = [];
  /** Language where the block's first words stand. */
  private language: string | null = null;
  private readonly elements: OpenElement[] = [];
  private readonly lists: OpenList[] = [];
  private level = 0;
  /** Table cells around this place. */
  private cells = 0;
  private item: OpenItem | null = null;
  private marks: { readonly at: number; readonly name: string }[] = [];
  /** Between the tags of raised characters. */
  private isRaised = false;
  private textOpeners = 0;
  /** The first opener that no text has come to yet, so that each stretch is searched once. */
  private nextOpener = -1;

  constructor(source: string) {
    this.source = source;
  }

  open = (tag: string, written: string): void => {
    if (tag === "sup") this.isRaised = true;
    if (!blockTags.has(tag)) return;
    this.flush();
    if (voidTags.has(tag)) return;
    const implied = impliedEnds[tag];
    if (implied !== undefined) this.end(implied[0], implied[1]);
    else if (this.elements.at(-1)?.tag === "p") this.leave();
    const language = attributeOf(written, "lang");
    if (tag === "html" && language !== null) this.languages.push(language.slice(0, 2).toLowerCase());
    this.elements.push({ tag, language: language ?? this.elements.at(-1)?.language ?? null });
    if (tag === "td" || tag === "th") this.cells += 1;
    if (headingTag.test(tag)) this.level = Number(tag[1]);
    if (tag === "ol" || tag === "ul") this.lists.push(listOf(tag, written));
    if (tag === "li") this.enterItem(written);
  };

  close = (tag: string): void => {
    if (tag === "sup") this.isRaised = false;
    if (!blockTags.has(tag)) return;
    this.flush();
    this.end([tag], tag === "li" ? ["ol", "ul", "table"] : tag === "table" ? [] : ["table"]);
  };

  title = (start: number, end: number): void => {
    this.name ??= decodeHTML(this.source.slice(start, end)).replace(/\s+/g, " ").trim() || null;
  };

  /** Ends the nearest open element of these names, with what stands open in it. */
  private end(tags: readonly string[], within: readonly string[]): void {
    const { elements } = this;
    let at = elements.length - 1;
    for (const last = Math.max(0, at - farthest); at >= last; at -= 1) {
      const { tag } = elements[at]!; // `at` is a place of the list
      if (tags.includes(tag)) break;
      if (within.includes(tag)) return;
    }
    if (at >= 0 && tags.includes(elements[at]!.tag)) while (elements.length > at) this.leave();
  }

  private leave(): void {
    this.flush();
    const tag = this.elements.pop()?.tag ?? "";
    if (tag === "td" || tag === "th") this.cells -= 1;
    if (headingTag.test(tag)) this.level = 0;
    if (tag === "ol" || tag === "ul") this.lists.pop();
    if (tag === "li") this.item = null;
  }

  private enterItem(written: string): void {
    const list = this.lists.at(-1);
    const indent = Math.min(deepestList, Math.max(0, this.lists.length - 1)) * 2;
    if (list === undefined || !list.ordered) {
      this.item = { bullet: true, given: null, indent };
      return;
    }
    const value = Number(attributeOf(written, "value") ?? list.next);
    list.next = (Number.isSafeInteger(value) ? value : list.next) + 1;
    this.item = { bullet: false, given: { value: list.next - 1, style: list.style }, indent };
  }

  text = (start: number, end: number): void => {
    const { source } = this;
    const name = this.isRaised
      ? raisedMark(source.slice(start, Math.min(end, start + 12)), this.words.slice(-4))
      : null;
    if (name !== null && end - start <= 12) return void this.marks.push({ at: this.words.length, name });
    let from = start;
    while (from < end) {
      const unit = source.charCodeAt(from);
      if (unit === 38) from = this.addEntity(from, end);
      else if (isSpace(unit) && unit !== 0xa0) {
        if (this.words !== "" && !this.afterSpace) this.add(" ", from, 1);
        from += 1;
      } else {
        plainRun.lastIndex = from;
        const run = plainRun.exec(source);
        const until = Math.min(end, from + (run === null ? 1 : run[0].length));
        this.add(source.slice(from, until), from, until - from);
        from = until;
      }
    }
    if (this.nextOpener < start) this.nextOpener = openerFrom(source, start);
    for (; this.nextOpener < end; this.nextOpener = openerFrom(source, this.nextOpener + 1)) this.textOpeners += 1;
  };

  /** Adds the character that an entity stands for, or the `&`; answers where the words go on. */
  private addEntity(from: number, end: number): number {
    entity.lastIndex = from;
    const written = (entity.exec(this.source)?.[0] ?? "&").slice(0, end - from);
    const decoded = decodeHTML(written);
    const isWhole = written.endsWith(";") && !decoded.endsWith(";");
    // Names from before the semicolon was required may be followed by letters: `&notit;` is `¬it;`.
    const length = decoded === written ? 1 : isWhole ? written.length : written.length - decoded.length + 1;
    this.add(isWhole ? decoded : decoded.slice(0, 1), from, length);

    return from + length;
  }

  private add(words: string, source: number, sourceLength: number): void {
    if (this.words === "") this.language = this.elements.at(-1)?.language ?? null;
    const last = this.segments.at(-1);
    const plain = words.length === sourceLength;
    if (
      last !== undefined &&
      plain &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      last.length += words.length;
      last.sourceLength += sourceLength;
    } else {
      const segment = { at: this.words.length, length: words.length, source, sourceLength };
      if (last === undefined) this.segments = [segment];
      else this.segments.push(segment);
    }
    this.words += words;
    this.afterSpace = words === " ";
  }

  flush(): void {
    if (this.words === "" && this.marks.length === 0) return;
    if (this.words.trim() !== "") this.blocks.push(this.block());
    this.words = "";
    this.segments = [];
    this.isRaised = false;
    if (this.marks.length > 0) this.marks = [];
  }

  private block(): Block {
    const { item } = this;
    const indent = item?.indent ?? 0;
    if (item !== null) this.item = { bullet: false, given: null, indent: indent + 2 };
    const language = this.language?.slice(0, 2).toLowerCase() ?? null;

    return {
      kind: this.level > 0 ? "heading" : this.cells > 0 ? "table" : item === null ? "paragraph" : "item",
      level: this.level,
      indent,
      inner: indent + (item === null ? 0 : 2),
      bullet: item?.bullet ?? false,
      text: this.words,
      segments: this.segments,
      literals: none,
      marks: this.marks.length === 0 ? none : this.marks,
      breaks: none,
      note: null,
      given: item?.given ?? null,
      language: language === this.languages[0] ? null : language,
    };
  }

  /** Openers of the source that stand in no text. */
  markUpOpeners(): number {
    let count = 0;
    for (let at = this.source.indexOf("["); at !== -1; at = this.source.indexOf("[", at + 1)) count += 1;

    return count - this.textOpeners;
  }
}

const none: readonly never[] = [];

function openerFrom(source: string, from: number): number {
  const at = source.indexOf("[", from);

  return at === -1 ? source.length : at;
}

const listStyles: Readonly<Record<string, GivenNumber["style"]>> = {
  a: "letter",
  i: "roman",
  A: "upper-letter",
  I: "upper-roman",
};

function listOf(tag: string, written: string): OpenList {
  const type = attributeOf(written, "type") ?? "1";
  const start = Number(attributeOf(written, "start") ?? 1);

  return {
    ordered: tag === "ol",
    style: listStyles[type] ?? "decimal",
    next: Number.isSafeInteger(start) ? start : 1,
  };
}
