import type { ProvisionKind } from "./draft.ts";

/** One number of a label: `(b)` is a letter in parentheses. */
export type Step = {
  readonly style: "decimal" | "roman" | "letter" | "upper-roman" | "upper-letter";
  /** Place in its sequence, from 1. */
  readonly value: number;
  /** As written, without parentheses or full stop: `2bis`, `b`, `3.1`. */
  readonly written: string;
  readonly parentheses: boolean;
};

export type Label = {
  /** What the keyword makes of the provision; `null` without a keyword. */
  readonly keyword: ProvisionKind | "section" | null;
  readonly step: Step;
  /** `(i)`, `v.`: both a roman number and a letter; siblings decide. */
  readonly alternative: Step | null;
  /** The source's characters, with the punctuation after them. */
  readonly literal: string;
  /** Where the label begins (after an opener `[`) and where the words go on. */
  readonly start: number;
  readonly end: number;
};

/** Keywords in the languages read; the longest first within each kind. */
const keywords: readonly (readonly [ProvisionKind | "section", readonly string[]])[] = [
  [
    "article",
    ["article", "artículo", "articulo", "artikel", "articolo", "artigo", "art", "стаття", "статья", "المادة", "مادة"],
  ],
  [
    "section",
    ["section", "sección", "seccion", "abschnitt", "unterabschnitt", "sektion", "раздел", "розділ", "القسم", "قسم"],
  ],
  ["chapter", ["chapter", "chapitre", "capítulo", "capitulo", "kapitel", "hoofdstuk", "глава", "الفصل", "فصل"]],
  [
    "part",
    [
      "part",
      "partie",
      "parte",
      "teil",
      "title",
      "titre",
      "título",
      "titulo",
      "book",
      "pillar",
      "часть",
      "частина",
      "deel",
      "الجزء",
      "الباب",
      "باب",
    ],
  ],
  [
    "point",
    [
      "point",
      "paragraph",
      "paragraphe",
      "párrafo",
      "punto",
      "punkt",
      "rule",
      "règle",
      "clause",
      "principle",
      "пункт",
      "البند",
      "بند",
      "الفقرة",
      "فقرة",
    ],
  ],
  [
    "annex",
    [
      "annexe",
      "annex",
      "appendix",
      "appendice",
      "anexo",
      "apéndice",
      "anlage",
      "anhang",
      "bijlage",
      "attachment",
      "schedule",
      "приложение",
      "додаток",
      "الملحق",
      "ملحق",
      "المرفق",
    ],
  ],
];
const kindOf = new Map(keywords.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));
const words = [...kindOf.keys()].sort((a, b) => b.length - a.length).join("|");
/** Words that call a paragraph an option, for a pattern. */
export const optionWords = "Option|Opción|Opcion|Variante|Variant|Alternative|Вариант|Варіант|الخيار|خيار";

const firstOnes = ["premier", "première", "primero", "primera"];
const ordinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const suffix = "(?:[ ]?(?:bis|ter|quater|quat|quinquies|sexies|septies|octies|alt)\\b|[a-z](?![\\p{L}\\d]))?";
const number = `(?:\\d{1,4}(?:\\.\\d{1,4}){0,6}${suffix}|[٠-٩]{1,3}|[IVXLC]{1,7}(?![\\p{L}\\d])|[A-Z](?![\\p{L}\\d])|(?:${[...firstOnes, ...ordinals].join("|")})(?!\\p{L}))`;
const keyworded = new RegExp(
  `^\\[?[ ]?((${words})[.]?[ \\u00a0]{1,4}(?:No\\.?[ ]|№[ ]?|nº[ ]?)?(${number}))(?:\\s{0,3}[.:)–—-](?=\\s|$|\\[)|(?=[\\s(\\]*]|$))`,
  "iu",
);
const paragraphSign = /^\[?(§{1,2}[ \u00a0]{0,2}(\d{1,4}[a-z]?))(?=\s|$)/u;
const dotted = new RegExp(`^\\[?[ ]?((\\d{1,3}(?:\\.\\d{1,3}){1,6})${suffix}[.):]?)(?=\\s|$)`, "u");
const decimal = new RegExp(`^\\[?[ ]?((\\d{1,3}${suffix})[.)])(?=[\\s[]|$)`, "u");
const inParentheses = /^\[?[ ]?(\(([\p{Ll}]{1,5}|\d{1,3}(?:bis|ter)?|[A-Z]{1,2})\))(?=[\s[]|$)/u;
const letter = /^\[?[ ]?(([\p{Ll}]{1,5})[.)])(?=[\s[]|$)/u;
const upper = /^\[?[ ]?(([IVXLC]{1,7}|[A-Z])[.)])(?=[\s[]|$)/u;

/** Whether the first word is a keyword: the pattern itself is slow to say no. */
function beginsWithKeyword(text: string): boolean {
  let start = 0;
  while (start < 3 && (text[start] === "[" || text[start] === " ")) start += 1;
  let end = start;
  while (end < text.length && end - start < 16 && !" .\u00a0\t".includes(text[end]!)) end += 1;

  return end > start + 1 && kindOf.has(text.slice(start, end).toLowerCase());
}

/** Reads the label before a block's words: `3.1`, `(b)`, `Article 9`, `[2. …`. Upper letters and romans count in headings only. */
export function labelOf(text: string, heading: boolean): Label | null {
  const named = beginsWithKeyword(text) ? keyworded.exec(text) : null;
  if (named !== null) {
    const keyword = kindOf.get(named[2]!.toLowerCase()) ?? null;
    const step = /^\p{Ll}{1,2}$/u.test(named[3]!) ? null : stepOf(named[3]!);
    if (step !== null && keyword !== null && (heading || standsAsLabel(text, named[0].length, keyword)))
      return { keyword, step, alternative: null, ...placed(text, named[1]!, named[0].length) };
  }
  const misprint = heading ? misprinted(text) : null;
  if (misprint !== null) return misprint;
  const sign = paragraphSign.exec(text);
  if (sign !== null) {
    const step = stepOf(sign[2]!);
    if (step !== null)
      return { keyword: "article", step, alternative: null, ...placed(text, sign[1]!, sign[0].length) };
  }
  if (
    /^\[?[ ]?0?\d[.:]\d\d\s?(?:AM|PM|am|pm|h|hours|hrs|UTC)?\b(?=\s+(?:AM|PM|am|pm|h|hours|hrs|UTC|on|\())/.test(text)
  )
    return null;
  const many = dotted.exec(text);
  if (many !== null && !/^0\d|\.0\d/.test(many[2]!)) {
    const step = {
      style: "decimal" as const,
      value: Number(many[2]!.split(".").at(-1)),
      written: many[1]!.replace(/[.):]$/, ""),
      parentheses: false,
    };
    return { keyword: null, step, alternative: null, ...placed(text, many[1]!, many[0].length) };
  }
  for (const pattern of [decimal, inParentheses, letter, ...(heading ? [upper] : [])]) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const written = found[2]!;
    if (pattern === letter && !isEnumerator(written)) continue;
    if (pattern === inParentheses && /^\p{Ll}/u.test(written) && !isEnumerator(written)) continue;
    const steps = stepsOf(written, found[1]!.startsWith("("));
    if (steps.length > 0)
      return {
        keyword: null,
        step: steps[0]!,
        alternative: steps[1] ?? null,
        ...placed(text, found[1]!, found[0].length),
      };
  }
  if (heading) {
    const bare = /^\[?[ ]?((\d{1,3}))(?=\s+\S)/.exec(text);
    if (bare !== null)
      return { keyword: null, step: stepOf(bare[2]!)!, alternative: null, ...placed(text, bare[1]!, bare[0].length) };
  }

  return null;
}

/** A heading that is one word and a number, the word one letter away from a keyword: a misprint of it. */
function misprinted(text: string): Label | null {
  const found = /^((\p{L}{5,12})[ \u00a0]{1,2}(\d{1,3}))[.:]?\s*$/u.exec(text);
  if (found === null) return null;
  const word = found[2]!.toLowerCase();
  for (const [known, keyword] of kindOf) {
    if (known.length < 6 || !isOneLetterAway(word, known)) continue;
    const step = stepOf(found[3]!);
    return step === null ? null : { keyword, step, alternative: null, ...placed(text, found[1]!, found[0].length) };
  }

  return null;
}

/** One letter left out, put in or put for another. */
function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;

  return Math.max(a.length, b.length) - from - tail <= 1;
}

/** Length of an enumerator at the start of a line, 0 where there is none. */
export function startsEnumerated(text: string): number {
  if (!/^[*_[ ]{0,4}[\d(\p{Ll}§]/u.test(text)) return 0;
  const bare = text.replace(/^[*_]{1,3}/, "");
  const label = labelOf(bare.slice(0, 60), false);

  return label === null || label.keyword !== null
    ? label?.literal.startsWith("§") === true
      ? label.end
      : 0
    : label.end;
}

/** Whether a line begins with a keyword and number: `alone` where the line holds nothing but a label (and a short title). */
export function startsKeyword(text: string): "no" | "alone" | "with-words" {
  const bare = text.replace(/^[#*_\s]{1,8}/, "").replace(/[*_\s]{1,5}$/, "");
  const found = beginsWithKeyword(bare) ? keyworded.exec(bare.slice(0, 200)) : null;
  if (found === null) return "no";
  const keyword = kindOf.get(found[2]!.toLowerCase());
  if (keyword === undefined || !/^\p{Lu}|^[\u0600-\u06ff]/u.test(bare)) return "no";
  const rest = bare.slice(found[0].length).trim();
  if (rest === "") return "alone";
  if (!standsAsLabel(bare, found[0].length, keyword)) return "no";

  return rest.length <= 120 && !/[.;,:]$/.test(rest) && !/\b(?:shall|will|must|may|should|are|is)\b/.test(rest)
    ? "alone"
    : "with-words";
}

/** "Article 5 of the Charter" begins a sentence; "Article 5: Title" and "Article 5. Words" are labels. */
function standsAsLabel(text: string, end: number, keyword: ProvisionKind | "section"): boolean {
  const rest = text.slice(end);
  if (rest.trim() === "" || /[.:–—-]\s*$/.test(text.slice(0, end))) return true;
  if (
    /^\s*(?:,|and\b|or\b|of\b|to\b|above\b|below\b|shall\b|is\b|are\b|does\b|applies\b|et\b|de\b|du\b|der\b|des\b|и\b|та\b|\()/.test(
      rest,
    ) &&
    !/^\s*\*?\(/.test(rest)
  )
    return false;
  if (/^\s*[:.–—-]/.test(rest)) return true;

  return keyword !== "point" && keyword !== "part"
    ? /^\s*[*([“"\p{Lu}\u0600-\u06ff]/u.test(rest)
    : rest.length < 100 && /^\s*[*([“"\p{Lu}]/u.test(rest);
}

function placed(text: string, literal: string, end: number): { literal: string; start: number; end: number } {
  const start = text.indexOf(literal);
  const space = /^\s*/.exec(text.slice(end))![0].length;
  const punctuation = text.slice(start, end);

  return { literal: punctuation.trimEnd(), start, end: end + space };
}

function isEnumerator(written: string): boolean {
  return written.length === 1 || romanValue(written) !== null || /^(\p{Ll})\1$/u.test(written);
}

function stepOf(written: string): Step | null {
  if (firstOnes.includes(written.toLowerCase()))
    return { style: "decimal", value: 1, written: "1", parentheses: false };
  const ordinal = ordinals.indexOf(written.toLowerCase());
  if (ordinal !== -1) return { style: "decimal", value: ordinal + 1, written: String(ordinal + 1), parentheses: false };

  return stepsOf(written, false)[0] ?? null;
}

function stepsOf(written: string, parentheses: boolean): Step[] {
  const tight = written.replace(/\s+/g, "");
  if (/^\d/.test(tight))
    return [
      { style: "decimal", value: Number.parseInt(tight.split(".").at(-1) ?? "", 10), written: tight, parentheses },
    ];
  if (/^[٠-٩]+$/.test(tight)) {
    const western = [...tight].map((digit) => String(digit.charCodeAt(0) - 0x660)).join("");
    return [{ style: "decimal", value: Number(western), written: western, parentheses }];
  }
  const roman = romanValue(tight.toLowerCase());
  const isUpper = /^\p{Lu}/u.test(tight);
  const steps: Step[] = [];
  if (tight.length === 1 || /^(.)\1$/u.test(tight))
    steps.push({ style: isUpper ? "upper-letter" : "letter", value: letterPlace(tight), written: tight, parentheses });
  if (roman !== null)
    steps.push({ style: isUpper ? "upper-roman" : "roman", value: roman, written: tight, parentheses });
  // "i", "v", "x" alone are more often roman; "c", "d", "l" letters. Siblings decide in the end.
  if (steps.length === 2 && /^[ivx]+$/i.test(tight)) steps.reverse();

  return steps;
}

function letterPlace(letters: string): number {
  const unit = letters.toLowerCase().codePointAt(0) ?? 0;
  const base = unit >= 0x430 ? 0x430 : 0x61;

  return unit - base + 1 + (letters.length - 1) * 26;
}

/** Value of a lower-case roman number up to 399, or `null`. */
export function romanValue(letters: string): number | null {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(letters) || letters === "") return null;
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const value = worth[letters[at]!]!;
    sum += value < (worth[letters[at + 1] ?? ""] ?? 0) ? -value : value;
  }

  return sum;
}
