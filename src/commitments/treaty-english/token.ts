/** One word, name, reference or mark of a Treaty English source. */
export type Token = {
  readonly kind:
    | "word"
    | "name"
    | "reference"
    | "number"
    | "date"
    | "time"
    | "hole"
    | "stop"
    | "comma"
    | "open"
    | "close"
    | "mark"
    | "end";
  /** The word, or what stands between the brackets with single spaces. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1-based; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** First on its line. */
  readonly opensLine: boolean;
};

const longestBracket = 500;
const space = /\s+/y;
const hole = /\?[A-Z]{2,20}/y;
const date = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}])/uy;
const time = /\d{1,2}:\d{2}(?![\p{L}\p{N}])/uy;
const number = /\d+(?:\.\d+)*(?:\([^\s()]{1,12}\))*(?:\/\d+)?(?![\p{L}\p{N}])/uy;
const word = /[\p{L}\p{M}\p{N}%°§$€£&'’_][\p{L}\p{M}\p{N}%°§$€£&'’_–-]*/uy;

/** Cuts a source into tokens. Never fails: a character of no other kind is a `mark`. The last token is `end`. O(length). */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let opensLine = true;
  let at = 0;
  const add = (kind: Token["kind"], text: string, end: number): void => {
    tokens.push({ kind, text, start: at, end, line, column: at - lineStart + 1, opensLine });
    opensLine = false;
    for (let newline = source.indexOf("\n", at); newline !== -1 && newline < end;) {
      line += 1;
      lineStart = newline + 1;
      newline = source.indexOf("\n", newline + 1);
    }
    at = end;
  };
  while (at < source.length) {
    const blank = match(space, source, at);
    if (blank !== null) {
      for (let newline = blank.indexOf("\n"); newline !== -1; newline = blank.indexOf("\n", newline + 1)) {
        line += 1;
        lineStart = at + newline + 1;
        opensLine = true;
      }
      at += blank.length;
      continue;
    }
    const bracket = bracketAt(source, at);
    if (bracket !== null) {
      add(bracket.kind, bracket.text, bracket.end);
      continue;
    }
    const found = wordAt(source, at);
    if (found === null) {
      const unit = String.fromCodePoint(source.codePointAt(at) ?? 0);
      add(kindOfMark(unit), unit, at + unit.length);
    } else add(found.kind, found.text, at + found.text.length);
  }
  add("end", "", at);

  return tokens;
}

function wordAt(source: string, at: number): { readonly kind: Token["kind"]; readonly text: string } | null {
  for (const [kind, pattern] of [
    ["hole", hole],
    ["date", date],
    ["time", time],
    ["number", number],
    ["word", word],
  ] as const) {
    const text = match(pattern, source, at);
    if (text !== null) return { kind, text };
  }

  return null;
}

/** `<a name>` or `[a reference]`, closed soon and without another bracket of its kind inside. */
function bracketAt(
  source: string,
  at: number,
): { readonly kind: "name" | "reference"; readonly text: string; readonly end: number } | null {
  const open = source[at];
  if (open !== "<" && open !== "[") return null;
  const inside = source.slice(at + 1, at + 1 + longestBracket);
  const close = inside.indexOf(open === "<" ? ">" : "]");
  if (close === -1 || inside.slice(0, close).includes(open)) return null;
  const own = open === "<" ? inside.slice(0, close).replace(/[[\]]/g, " ") : inside.slice(0, close);
  const text = own.replace(/\s+/g, " ").trim();

  return text === "" ? null : { kind: open === "<" ? "name" : "reference", text, end: at + close + 2 };
}

function kindOfMark(unit: string): Token["kind"] {
  switch (unit) {
    case ".":
      return "stop";
    case ",":
    case ";":
      return "comma";
    case "(":
      return "open";
    case ")":
      return "close";
    default:
      return "mark";
  }
}

function match(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;

  return pattern.exec(source)?.[0] ?? null;
}
