import type { Blocks } from "./block.ts";
import type { Sketch } from "./sketch.ts";

/** Function words that tell languages of one script apart: the most frequent ones that the neighbours lack. */
const functionWords: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "and", "of", "shall", "to", "in", "be", "by", "is", "with", "for", "or"],
  fr: ["le", "la", "les", "des", "et", "du", "une", "dans", "est", "aux", "par", "sur"],
  es: ["el", "los", "las", "y", "del", "una", "en", "por", "con", "se", "para", "que"],
  de: ["der", "die", "und", "das", "des", "ist", "oder", "den", "dem", "nicht", "mit", "zu"],
  nl: ["het", "een", "en", "van", "zijn", "wordt", "op", "dat", "voor", "met", "niet", "bij"],
  pt: ["o", "os", "as", "da", "do", "dos", "em", "uma", "não", "para", "ao", "com"],
  it: ["il", "gli", "della", "che", "di", "per", "sono", "alla", "nel", "con", "una", "del"],
  ru: ["и", "в", "на", "не", "что", "или", "для", "стороны", "его", "быть", "по", "с"],
  uk: ["і", "та", "в", "на", "не", "що", "або", "для", "сторони", "його", "бути", "з"],
};
const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords))
  for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), language]);

/** The language of some words as ISO 639-1: by script, then by function words; `und` where nothing decides. Looks at 20,000 units at most. */
export function languageOf(words: string): string {
  const sample = words.slice(0, 20_000).toLowerCase();
  const counts = new Map<string, number>();
  let arabic = 0;
  let hebrew = 0;
  let ukrainian = 0;
  let russian = 0;
  for (const [word] of sample.matchAll(/\p{L}+/gu)) {
    const unit = word.charCodeAt(0);
    if (unit >= 0x600 && unit <= 0x6ff) arabic += 1;
    else if (unit >= 0x590 && unit <= 0x5ff) hebrew += 1;
    else if (unit >= 0x400 && unit <= 0x4ff) {
      if (/[іїєґ]/.test(word)) ukrainian += 1;
      if (/[ыэъё]/.test(word)) russian += 1;
    }
    for (const language of byWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (arabic > 0 && arabic >= (best?.[1] ?? 0)) return "ar";
  if (hebrew > 0 && hebrew >= (best?.[1] ?? 0)) return "he";
  if (ukrainian > russian) return "uk";
  if (russian > ukrainian) return "ru";

  return best === undefined ? "und" : best[0];
}

/** The languages of a text: stated ones first, else those of the page, else what its first words tell. */
export function languagesOf(stated: readonly string[], blocks: Blocks, sketches: readonly Sketch[]): readonly string[] {
  if (stated.length > 0) return stated;
  if (blocks.languages.length > 0) return blocks.languages;
  let sample = "";
  for (const sketch of sketches) {
    sample += `${sketch.words} `;
    if (sample.length > 20_000) break;
  }

  return [languageOf(sample)];
}

/** One provision's own language where the format states it or its script is another. */
export function provisionLanguage(sketch: Sketch, main: string): string {
  if (sketch.language !== null) return sketch.language;
  const otherScript = /[\u0400-\u04ff\u0590-\u06ff]/.test(sketch.words);
  const mainIsLatin = !["ru", "uk", "ar", "he"].includes(main);

  return mainIsLatin && otherScript ? languageOf(sketch.words) : main;
}
