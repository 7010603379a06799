import type { ProvisionKind } from "./draft.ts";
import { isSpace, leadingSpace } from "./lines.ts";

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
const ordinalValues = new Map(
  [
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "firstly secondly thirdly fourthly fifthly",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
    "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا",
    "أولاً ثانياً ثالثاً رابعاً خامساً سادساً سابعاً ثامناً تاسعاً عاشراً",
  ].flatMap((row) => row.split(" ").map((word, at) => [word, at + 1] as const)),
);
const inWords = /^\[?[ ]?(([\p{L}\p{M}]{4,10})\s?(?::|\.(?:[-–—])?|\s[-–—]))(?=\s)/u;
const suffix = "(?:[ ]?(?:bis|ter|quater|quat|quinquies|sexies|septies|octies|alt)\\b|[a-z](?![\\p{L}\\d]))?";
const number = `(?:\\d{1,4}(?:\\.\\d{1,4}){0,6}${suffix}|[٠-٩]{1,3}|[IVXLC]{1,7}(?![\\p{L}\\d])|[A-Z](?![\\p{L}\\d])|(?:${[...firstOnes, ...ordinals].join("|")})(?!\\p{L}))`;
const keyworded = new RegExp(
  `^\\[?[ ]?((${words})[.]?[ \\u00a0]{1,4}(?:No\\.?[ ]|№[ ]?|nº[ ]?)?(${number})[º°ª]?)(?:\\s{0,3}(?:\\.[-–—]|[.:)–—-])(?=\\s|$|\\[)|(?=[\\s(\\]*]|$))`,
  "iu",
);
const paragraphSign = /^\[?(§{1,2}[ \u00a0]{0,2}(\d{1,4}[a-z]?))(?=\s|$)/u;
const dotted = new RegExp(`^\\[?[ ]?((\\d{1,3}(?:\\.\\d{1,3}){1,6})${suffix}[.):]?)(?=\\s|$)`, "u");
const decimal = new RegExp(`^\\[?[ ]?((\\d{1,3}${suffix})[.)°º])(?=[\\s[]|$)`, "u");
const inParentheses = /^\[?[ ]?(\(([\p{Ll}]{1,5}|\d{1,3}(?:bis|ter)?|[A-Z]{1,2})\))(?=[\s[]|$)/u;
const letter = /^\[?[ ]?(([\p{Ll}]{1,5})[.)])(?=[\s[]|$)/u;
const isHour = /^\[?[ ]?0?\d[.:]\d\d\s?(?:AM|PM|am|pm|h|hours|hrs|UTC)?\b(?=\s+(?:AM|PM|am|pm|h|hours|hrs|UTC|on|\())/;
const upper = /^\[?[ ]?(([IVXLC]{1,7}|[A-Z])[.)])(?=[\s[]|$)/u;

/** First letters of the keywords, small and capital. */
const initials = new Set([...kindOf.keys()].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** Whether the first word is a keyword: the pattern itself is slow to say no. */
function beginsWithKeyword(text: string): boolean {
  let start = 0;
  while (start < 3 && (text[start] === "[" || text[start] === " ")) start += 1;
  if (!initials.has(text.charCodeAt(start))) return false;
  let end = start;
  while (end < text.length && end - start < 16 && !" .\u00a0\t".includes(text[end]!)) end += 1;

  return end > start + 1 && kindOf.has(text.slice(start, end).toLowerCase());
}

/** Reads the label before a block's words: `3.1`, `(b)`, `Article 9`, `[2. …`. Upper letters and romans count in headings only. */
export function labelOf(text: string, heading: boolean): Label | null {
  const named = keywordLabel(text, heading) ?? (heading ? misprinted(text) : null);
  if (named !== null) return named;
  let at = text[0] === "[" ? 1 : 0;
  if (text[at] === " ") at += 1;
  const first = text.charCodeAt(at);
  if (first >= 48 && first <= 57)
    return isHour.test(text) ? null : (dottedLabel(text) ?? enumerated(text, decimal) ?? bareNumber(text, heading));
  if (first === 40) return enumerated(text, inParentheses);
  if (first === 167) return sectionSign(text, heading);
  if (first >= 65 && first <= 90) return (heading ? enumerated(text, upper) : null) ?? ordinalLabel(text);
  if (first >= 0x620 && first <= 0x64a) return ordinalLabel(text);

  return enumeratorEnds(text, at) ? enumerated(text, letter) : null;
}

/** A number in words that begins a provision: `First:`, `Segundo.`, `ثالثا:`. */
function ordinalLabel(text: string): Label | null {
  const found = inWords.exec(text);
  const value = found === null ? undefined : ordinalValues.get(found[2]!.toLowerCase());
  if (found === null || value === undefined) return null;
  const step: Step = { style: "decimal", value, written: String(value), parentheses: false };

  return { keyword: null, step, alternative: null, ...placed(text, found[1]!, found[0].length) };
}

/** The capital letter or roman number before a short line that may be a heading: `II. Withdrawal`. */
export function capitalLabelOf(text: string): Label | null {
  return enumerated(text, upper);
}

function keywordLabel(text: string, heading: boolean): Label | null {
  const found = beginsWithKeyword(text) ? keyworded.exec(text) : null;
  if (found === null) return null;
  const keyword = kindOf.get(found[2]!.toLowerCase()) ?? null;
  const step = /^\p{Ll}{1,2}$/u.test(found[3]!) ? null : stepOf(found[3]!);
  if (step === null || keyword === null) return null;
  if (!heading && !standsAsLabel(text, found[0].length, keyword)) return null;

  return { keyword, step, alternative: null, ...placed(text, found[1]!, found[0].length) };
}

function sectionSign(text: string, heading: boolean): Label | null {
  const found = paragraphSign.exec(text);
  if (found !== null && !heading && !standsAsLabel(text, found[0].length, "article")) return null;
  const step = found === null ? null : stepOf(found[2]!);

  return found === null || step === null
    ? null
    : { keyword: "article", step, alternative: null, ...placed(text, found[1]!, found[0].length) };
}

function dottedLabel(text: string): Label | null {
  const found = dotted.exec(text);
  if (found === null || /^0\d|\.0\d/.test(found[2]!)) return null;
  const step: Step = {
    style: "decimal",
    value: Number(found[2]!.slice(found[2]!.lastIndexOf(".") + 1)),
    written: found[1]!.replace(/[.):]$/, ""),
    parentheses: false,
  };

  return { keyword: null, step, alternative: null, ...placed(text, found[1]!, found[0].length) };
}

/** A number, letter or roman number with the marks that make it a label. */
function enumerated(text: string, pattern: RegExp): Label | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const written = found[2]!;
  if ((pattern === letter || (pattern === inParentheses && /^\p{Ll}/u.test(written))) && !isEnumerator(written))
    return null;
  const [step, alternative] = stepsOf(written, found[1]!.startsWith("("));

  return step === undefined
    ? null
    : { keyword: null, step, alternative: alternative ?? null, ...placed(text, found[1]!, found[0].length) };
}

/** A heading may begin with a number and no mark: `3 Withdrawal`. */
function bareNumber(text: string, heading: boolean): Label | null {
  const found = heading ? /^\[?[ ]?((\d{1,3}))(?=\s+\S)/.exec(text) : null;
  const step = found === null ? null : stepOf(found[2]!);

  return found === null || step === null
    ? null
    : { keyword: null, step, alternative: null, ...placed(text, found[1]!, found[0].length) };
}

/** Whether a full stop or parenthesis follows within the length of a letter or roman number. */
function enumeratorEnds(text: string, from: number): boolean {
  for (let at = from + 1; at <= from + 5; at += 1) if (text[at] === "." || text[at] === ")") return true;

  return false;
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
  const first = text.charCodeAt(0);
  const isCapital = first >= 65 && first <= 90;
  if (isCapital || !/^[*_[ ]{0,4}[\d(\p{Ll}§]/u.test(text)) return 0;
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
  if (!mayBeginWithKeyword(text)) return "no";
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

/** Whether a keyword's first letter, a capital, stands after the marks of a heading or of emphasis. */
function mayBeginWithKeyword(text: string): boolean {
  let at = 0;
  while (at < 8 && ("#*_".includes(text[at] ?? ".") || isSpace(text.charCodeAt(at)))) at += 1;
  const first = text.charCodeAt(at);

  return initials.has(first) && (first < 97 || first > 122);
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
  const literalWithMarks = text.slice(start, end).trimEnd();

  return { literal: literalWithMarks, start, end: end + leadingSpace(text, end, text.length) };
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
