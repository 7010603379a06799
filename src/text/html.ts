import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Block, Blocks, GivenNumber, Segment } from "./block.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
  "nav",
  "button",
  "select",
  "textarea",
]);
const blockTags = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul br".split(
    " ",
  ),
);
/** Lists deeper than this stand side by side. */
const deepestList = 100;
const space = /\s/;
/** Words without entities, one space between them. */
const plainRun = /[^&\s]+(?: [^&\s]+)*/y;

/**
 * The blocks of a page, by the standard's own tree builder with source positions. White space folds; an ordered list gives its entries
 * the numbers that a browser would show. Walks without recursion. What is no text (scripts, attributes) is mark-up.
 */
export function htmlBlocks(source: string): Blocks {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const page = new Page(source);
  const work: (Node | { readonly leave: Element })[] = document.childNodes.toReversed();
  while (work.length > 0) {
    const next = work.pop()!;
    if ("leave" in next) {
      page.leave(next.leave);
      continue;
    }
    if (next.nodeName === "#text") page.text(next as DefaultTreeAdapterTypes.TextNode);
    if (!("tagName" in next)) continue;
    if (silent.has(next.tagName)) continue;
    page.enter(next);
    work.push({ leave: next });
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) work.push(next.childNodes[at]!);
  }
  page.flush();

  return {
    blocks: page.blocks,
    title: page.title,
    languages: page.languages,
    links: page.markUpOpeners(),
    notes: 0,
    escapes: 0,
    oddities: [],
  };
}

/** Gathers the text of one page, block by block. */
class Page {
  readonly blocks: Block[] = [];
  readonly languages: string[] = [];
  title: string | null = null;
  private readonly source: string;
  private words = "";
  private afterSpace = false;
  private segments: { -readonly [Field in keyof Segment]: Segment[Field] }[] = [];
  private strong: { start: number; end: number }[] = [];
  private strongFrom: number | null = null;
  private readonly open: { element: Element; language: string | null }[] = [];
  private readonly lists: { ordered: boolean; style: GivenNumber["style"]; next: number }[] = [];
  private heading = 0;
  /** Table cells around this place. */
  private cells = 0;
  private item: { bullet: boolean; given: GivenNumber | null; indent: number } | null = null;
  private inTitle = false;
  private textOpeners = 0;

  constructor(source: string) {
    this.source = source;
  }

  enter(element: Element): void {
    const tag = element.tagName;
    const language = attribute(element, "lang");
    this.open.push({ element, language: language ?? this.open.at(-1)?.language ?? null });
    if (tag === "html" && language !== null) this.languages.push(language.slice(0, 2).toLowerCase());
    if (tag === "title") this.inTitle = true;
    if (tag === "td" || tag === "th") this.cells += 1;
    if (blockTags.has(tag)) this.flush();
    if (/^h[1-6]$/.test(tag)) this.heading = Number(tag[1]);
    if (tag === "ol" || tag === "ul") this.lists.push(listOf(element));
    if (tag === "li") this.enterItem(element);
    if (tag === "b" || tag === "strong") this.strongFrom = this.words.length;
  }

  leave(element: Element): void {
    const tag = element.tagName;
    if (tag === "title") this.inTitle = false;
    if ((tag === "b" || tag === "strong") && this.strongFrom !== null) {
      this.strong.push({ start: this.strongFrom, end: this.words.length });
      this.strongFrom = null;
    }
    if (blockTags.has(tag)) this.flush();
    if (tag === "td" || tag === "th") this.cells -= 1;
    if (/^h[1-6]$/.test(tag)) this.heading = 0;
    if (tag === "ol" || tag === "ul") this.lists.pop();
    if (tag === "li") this.item = null;
    this.open.pop();
  }

  private enterItem(element: Element): void {
    const list = this.lists.at(-1);
    const indent = Math.min(deepestList, Math.max(0, this.lists.length - 1)) * 2;
    if (list === undefined || !list.ordered) {
      this.item = { bullet: true, given: null, indent };
      return;
    }
    const value = Number(attribute(element, "value") ?? list.next);
    list.next = (Number.isSafeInteger(value) ? value : list.next) + 1;
    this.item = { bullet: false, given: { value: list.next - 1, style: list.style }, indent };
  }

  text(node: DefaultTreeAdapterTypes.TextNode): void {
    const place = node.sourceCodeLocation;
    if (this.inTitle) {
      this.title = node.value.replace(/\s+/g, " ").trim() || null;
      return;
    }
    if (place === undefined || place === null) return;
    const raw = this.source.slice(place.startOffset, place.endOffset);
    for (let at = raw.indexOf("["); at !== -1; at = raw.indexOf("[", at + 1)) this.textOpeners += 1;
    let from = 0;
    let value = 0;
    while (from < raw.length && value < node.value.length) {
      const unit = raw[from]!;
      if (unit === "&") {
        const length = /^&(?:#x?[\da-f]{1,8}|[a-z][\da-z]{1,31});?/i.exec(raw.slice(from, from + 40))?.[0].length ?? 1;
        const isPlain =
          node.value[value] === "&" &&
          !raw.startsWith("&amp", from) &&
          !/^&#(?:38|x26)\b/i.test(raw.slice(from, from + 6));
        const wide = /[\ud800-\udbff]/.test(node.value[value]!) ? 2 : 1;
        this.add(node.value.slice(value, value + wide), place.startOffset + from, isPlain ? 1 : length);
        from += isPlain ? 1 : length;
        value += wide;
        continue;
      }
      if (unit === "\r" && raw[from + 1] === "\n") from += 1;
      if (space.test(unit)) {
        if (this.words !== "" && !this.afterSpace) this.add(" ", place.startOffset + from, 1);
        from += 1;
        value += 1;
        continue;
      }
      plainRun.lastIndex = from;
      const end = from + (plainRun.exec(raw)?.[0].length ?? 1);
      this.add(raw.slice(from, end), place.startOffset + from, end - from);
      value += end - from;
      from = end;
    }
  }

  private add(words: string, source: number, sourceLength: number): void {
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
    } else this.segments.push({ at: this.words.length, length: words.length, source, sourceLength });
    this.words += words;
    this.afterSpace = words === " ";
  }

  flush(): void {
    if (this.words.trim() !== "") {
      const inTable = this.cells > 0;
      this.blocks.push({
        kind: this.heading > 0 ? "heading" : inTable ? "table" : this.item === null ? "paragraph" : "item",
        level: this.heading,
        indent: this.item?.indent ?? 0,
        inner: (this.item?.indent ?? 0) + (this.item === null ? 0 : 2),
        bullet: this.item?.bullet ?? false,
        text: this.words,
        segments: this.segments,
        literals: [],
        marks: [],
        breaks: [],
        strong: this.strong,
        note: null,
        given: this.item?.given ?? null,
        language: this.languageHere(),
      });
      if (this.item !== null) this.item = { ...this.item, given: null, bullet: false, indent: this.item.indent + 2 };
    }
    this.words = "";
    this.segments = [];
    this.strong = [];
  }

  /** `null` where it is the page's own. */
  private languageHere(): string | null {
    const language = this.open.at(-1)?.language?.slice(0, 2).toLowerCase() ?? null;

    return language === this.languages[0] ? null : language;
  }

  /** Openers of the source that stand in no text. */
  markUpOpeners(): number {
    let count = 0;
    for (let at = this.source.indexOf("["); at !== -1; at = this.source.indexOf("[", at + 1)) count += 1;

    return count - this.textOpeners;
  }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function listOf(element: Element): { ordered: boolean; style: GivenNumber["style"]; next: number } {
  const type = attribute(element, "type") ?? "1";
  const start = Number(attribute(element, "start") ?? 1);

  return {
    ordered: element.tagName === "ol",
    style: /^[ai]$/i.test(type) ? (type.toLowerCase() === "a" ? "letter" : "roman") : "decimal",
    next: Number.isSafeInteger(start) ? start : 1,
  };
}
