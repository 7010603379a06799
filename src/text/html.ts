import { Parser } from "htmlparser2";
import type { Block, Blocks, GivenNumber } from "./block.ts";
import { gatherWords } from "./html-words.ts";
import { raisedMark } from "./raised-marks.ts";

const blockTags = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul br".split(
    " ",
  ),
);
const voidTags = new Set(["br", "hr"]);
/** Elements whose content is no mark-up, and none of the text. */
const rawTags = new Set(["script", "style", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp"]);
/** Elements that hold none of the text as long as they end; what a revision deleted is struck out. */
const unreadTags = new Set(["del", "template", "object", "svg", "math", "nav", "button", "select"]);
const unreadEnd = /<\/(del|template|object|svg|math|nav|button|select)(?=[\s/>])/gi;
const headingTag = /^h[1-6]$/;
/** Elements deeper than this stand side by side, so that no tag's partner is looked for further up. Unread ones may stand that deep again. */
const deepest = 250;
/** Lists deeper than this stand side by side. */
const deepestList = 100;

/**
 * The blocks of a page, tags read as a browser does where they part words. White space folds; an ordered list gives its entries
 * the numbers that a browser would show. What is no text (scripts, attributes) is mark-up. O(length); no recursion.
 * What a tag or comment that never ends holds is mark-up, as a browser shows none of it.
 */
export function htmlBlocks(source: string): Blocks {
  const blocks: Block[] = [];
  const languages: string[] = [];
  const words = gatherWords();
  const elements: OpenElement[] = [];
  const lists: OpenList[] = [];
  const endsLast = lastEndsIn(source);
  let title: string | null = null;
  /** Language where the block's first words stand. */
  let language: string | null = null;
  let level = 0;
  /** Table cells around this place. */
  let cells = 0;
  /** Elements around this place that hold none of the text. */
  let unread = 0;
  let item: OpenItem | null = null;
  let marks: { readonly at: number; readonly name: string }[] = [];
  /** Between the tags of raised characters. */
  let isRaised = false;
  let textOpeners = 0;
  /** The last tag asked about, and whether it holds nothing that matters here. */
  let asked = { at: -1, isFlat: false };

  const flush = (): void => {
    if (words.isEmpty() && marks.length === 0) return;
    const { text, segments } = words.take();
    if (text.trim() !== "") blocks.push(block(text, segments));
    isRaised = false;
    marks = [];
  };

  const block = (text: string, segments: Block["segments"]): Block => {
    const own = item;
    const indent = own?.indent ?? 0;
    if (own !== null) item = { bullet: false, given: null, indent: indent + 2 };
    const stated = language?.slice(0, 2).toLowerCase() ?? null;

    return {
      kind: level > 0 ? "heading" : cells > 0 ? "table" : own === null ? "paragraph" : "item",
      level,
      indent,
      inner: indent + (own === null ? 0 : 2),
      bullet: own?.bullet ?? false,
      text,
      segments,
      literals: none,
      marks: marks.length === 0 ? none : marks,
      breaks: none,
      note: null,
      given: own?.given ?? null,
      language: stated === languages[0] ? null : stated,
    };
  };

  const open = (tag: string, attributes: Attributes): void => {
    if (tag === "sup") isRaised = true;
    if (blockTags.has(tag)) flush();
    if (asked.isFlat) return;
    const stated = attributes["lang"] ?? null;
    if (tag === "html" && stated !== null) languages.push(stated.slice(0, 2).toLowerCase());
    elements.push({ tag, language: stated ?? elements.at(-1)?.language ?? null });
    if (tag === "td" || tag === "th") cells += 1;
    if (headingTag.test(tag)) level = Number(tag[1]);
    if (tag === "ol" || tag === "ul") lists.push(listOf(tag, attributes));
    if (tag === "li") item = itemOf(lists, attributes);
    if (rawTags.has(tag) || unreadTags.has(tag)) unread += 1;
  };

  const close = (tag: string): void => {
    // The library ends an element that holds nothing where it opens.
    if (asked.isFlat && asked.at === parser.startIndex) return;
    if (blockTags.has(tag)) flush();
    if (tag === "sup") isRaised = false;
    elements.pop();
    if (tag === "td" || tag === "th") cells -= 1;
    if (headingTag.test(tag)) level = 0;
    if (tag === "ol" || tag === "ul") lists.pop();
    if (tag === "li") item = null;
    if (rawTags.has(tag) || unreadTags.has(tag)) unread -= 1;
  };

  const text = (data: string): void => {
    if (unread > 0) return;
    const start = parser.startIndex;
    const length = parser.endIndex + 1 - start;
    if (elements.at(-1)?.tag === "title") {
      title = (title ?? "") + data;
      return;
    }
    if (words.isEmpty()) language = elements.at(-1)?.language ?? null;
    if (data.length !== length) {
      words.addEntity(data, start, length);
      return;
    }
    for (let at = data.indexOf("["); at !== -1; at = data.indexOf("[", at + 1)) textOpeners += 1;
    const name = isRaised && length <= 12 ? raisedMark(data, words.tail()) : null;
    if (name === null) words.add(data, start);
    else marks.push({ at: words.length(), name });
  };

  const parser = new Parser({ onopentag: open, onclosetag: close, ontext: text });
  /** Whether the library should keep no account of a tag: it is asked once where a tag opens, once where it has ended, once for an end tag. */
  const isVoidElement = (tag: string): boolean => {
    const at = parser.startIndex;
    if (asked.at !== at) {
      const isEnd = source[at + 1] === "/";
      asked = { at, isFlat: !mayHold(tag) || (!isEnd && !hasRoom(tag)) };
    }

    return asked.isFlat;
  };
  const hasRoom = (tag: string): boolean =>
    rawTags.has(tag) || tag === "title"
      ? elements.length < 3 * deepest
      : unreadTags.has(tag)
        ? elements.length < 2 * deepest && parser.startIndex < endsLast(tag)
        : elements.length < deepest;
  Object.assign(parser, { isVoidElement });
  parser.end(source);
  flush();

  return {
    blocks,
    title: titleOf(title),
    languages,
    links: count(source, "[") - textOpeners,
    notes: 0,
    escapes: 0,
    oddities: [],
  };
}

type Attributes = Readonly<Record<string, string>>;
type OpenElement = { readonly tag: string; readonly language: string | null };
type OpenList = { readonly ordered: boolean; readonly style: GivenNumber["style"]; next: number };
type OpenItem = { readonly bullet: boolean; readonly given: GivenNumber | null; readonly indent: number };

const none: readonly never[] = [];

/** Whether it matters where an element ends. The others only part or mark words. */
function mayHold(tag: string): boolean {
  return (
    (blockTags.has(tag) && !voidTags.has(tag)) ||
    rawTags.has(tag) ||
    unreadTags.has(tag) ||
    tag === "title" ||
    tag === "sup"
  );
}

/** Where the last end tag of each unread element stands: one that opens after it never ends, and what follows it is read. */
function lastEndsIn(source: string): (tag: string) => number {
  let ends: Map<string, number> | null = null;

  return (tag) => {
    ends ??= new Map(Array.from(source.matchAll(unreadEnd), (end) => [(end[1] ?? "").toLowerCase(), end.index]));

    return ends.get(tag) ?? -1;
  };
}

function titleOf(written: string | null): string | null {
  return written?.replace(/\s+/g, " ").trim() || null;
}

function count(source: string, sign: string): number {
  let found = 0;
  for (let at = source.indexOf(sign); at !== -1; at = source.indexOf(sign, at + 1)) found += 1;

  return found;
}

const listStyles: Readonly<Record<string, GivenNumber["style"]>> = {
  a: "letter",
  i: "roman",
  A: "upper-letter",
  I: "upper-roman",
};

function listOf(tag: string, attributes: Attributes): OpenList {
  const start = Number(attributes["start"] ?? 1);

  return {
    ordered: tag === "ol",
    style: listStyles[attributes["type"] ?? "1"] ?? "decimal",
    next: Number.isSafeInteger(start) ? start : 1,
  };
}

function itemOf(lists: readonly OpenList[], attributes: Attributes): OpenItem {
  const list = lists.at(-1);
  const indent = Math.min(deepestList, Math.max(0, lists.length - 1)) * 2;
  if (list === undefined || !list.ordered) return { bullet: true, given: null, indent };
  const value = Number(attributes["value"] ?? list.next);
  list.next = (Number.isSafeInteger(value) ? value : list.next) + 1;

  return { bullet: false, given: { value: list.next - 1, style: list.style }, indent };
}
