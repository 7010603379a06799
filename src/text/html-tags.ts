import { isSpace } from "./lines.ts";

/** What a page's source is made of, told in its order. Offsets are those of the source. */
export type TagVisitor = {
  /** A start tag; `written` is the tag without its angle brackets. */
  readonly open: (tag: string, written: string) => void;
  readonly close: (tag: string) => void;
  readonly text: (start: number, end: number) => void;
  readonly title: (start: number, end: number) => void;
};

/** Elements whose content is no mark-up. */
const raw = new Set(["script", "style", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp", "title"]);
/** Elements that hold none of the text; what a revision deleted is struck out. */
const unread = new Set(["del", "template", "object", "svg", "math", "nav", "button", "select"]);
const name = /[a-z][^\s/>]{0,40}/iy;

/**
 * Tells tags from words as the standard's tokenizer does, but loses nothing: a comment or tag that never ends is words. O(length) on any
 * input.
 */
export function eachTag(source: string, visit: TagVisitor): void {
  const search = searchIn(source);
  let words = 0;
  let at = source.indexOf("<");
  while (at !== -1) {
    const end = isTagStart(source, at) ? tagEnd(source, at, search) : at;
    if (end === -1) break;
    if (end === at) {
      at = source.indexOf("<", at + 1);
      continue;
    }
    if (at > words) visit.text(words, at);
    words = end;
    const isEnd = source[at + 1] === "/";
    name.lastIndex = isEnd ? at + 2 : at + 1;
    const tag = name.exec(source)?.[0].toLowerCase();
    if (tag !== undefined && isEnd) visit.close(tag);
    else if (tag !== undefined) {
      const close = raw.has(tag) || unread.has(tag) ? elementEnd(tag, end, search) : -1;
      if (close === -1) visit.open(tag, source.slice(at + 1, end - 1));
      else {
        if (tag === "title") visit.title(end, close);
        words = close;
      }
    }
    at = source.indexOf("<", words);
  }
  if (words < source.length) visit.text(words, source.length);
}

/** The value of an attribute in a start tag, entities as written; `null` without it. */
export function attributeOf(written: string, attribute: string): string | null {
  if (!written.includes(attribute)) return null;
  const found = new RegExp(`[\\s"']${attribute}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    written,
  );

  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? "");
}

function isTagStart(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  if (next === 33 || next === 63) return true;
  const letter = next === 47 ? source.charCodeAt(at + 2) : next;

  return (letter >= 97 && letter <= 122) || (letter >= 65 && letter <= 90);
}

/** Where the tag or comment at `at` ends; `at` itself where it is words, -1 where no further tag ends. */
function tagEnd(source: string, at: number, search: Search): number {
  if (source.startsWith("<!--", at)) {
    const close = search("-->", at + 2);
    return close === -1 ? at : close + 3;
  }
  const sign = source[at + 1];
  if (sign === "!" || sign === "?") {
    const close = search(">", at);
    return close === -1 ? at : close + 1;
  }
  for (let place = at + 1; place < source.length; place += 1) {
    const unit = source[place];
    if (unit === ">") return place + 1;
    if (unit !== "=") continue;
    let value = place + 1;
    while (isSpace(source.charCodeAt(value))) value += 1;
    const quote = source[value];
    const close = quote === '"' || quote === "'" ? search(quote, value + 1) : -1;
    if (close !== -1) place = close;
  }

  return -1;
}

/** Where the end tag of an element that is not read begins to be words again; -1 without one. Elements of one name nest. */
function elementEnd(tag: string, from: number, search: Search): number {
  let depth = 1;
  let at = from;
  let first = -1;
  while (depth > 0) {
    const close = search(`</${tag}`, at);
    if (close === -1) return first;
    const end = search(">", close);
    if (end === -1) return first;
    if (tag === "title") return close;
    if (first === -1) first = end + 1;
    if (raw.has(tag)) return first;
    for (let open = search(`<${tag}`, at); open !== -1 && open < close; open = search(`<${tag}`, open + 1)) depth += 1;
    depth -= 1;
    at = end + 1;
  }

  return at;
}

/** Finds a sign, small or capital letters, from a place on. Never looks twice at a stretch that it has searched. */
type Search = (sign: string, from: number) => number;

function searchIn(source: string): Search {
  const found = new Map<string, { from: number; at: number }>();
  let lower: string | null = null;

  return (sign, from) => {
    const known = found.get(sign);
    if (known !== undefined && from >= known.from && (known.at === -1 || from <= known.at)) return known.at;
    const isLetters = sign.length > 1 && sign !== "-->";
    if (isLetters) lower ??= lowerCase(source);
    const at = (isLetters ? lower! : source).indexOf(sign, from); // set on the line above
    found.set(sign, { from, at });

    return at;
  };
}

/** Small letters without a change of length. */
function lowerCase(source: string): string {
  return source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
