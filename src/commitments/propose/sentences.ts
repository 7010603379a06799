import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";

/** Words before a full stop that do not end a sentence. */
const abbreviations = new Set(
  "art arts para paras no nos sec st mr mrs ms dr prof gen col lt sgt brig maj capt amb hon rev e.g i.e etc cf vs approx jan feb mar apr jun jul aug sep sept oct nov dec inc ltd v vol ed p pp u.n u.s a.m p.m km mm reg regs incl resp ст п пп г гг им т д art al м н ім".split(
    " ",
  ),
);

const ending = /[.!?…]["'”’»)\]]*(?=\s|$)|\n\s*\n/g;

/**
 * Sentences of a text as spans without outer space. A full stop after an abbreviation, an initial, a number that goes
 * on ("00.00", "2.5") or inside quotes that go on ends none; a semicolon parts items only where a list says so.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of everyMatch(ending, text)) {
    const at = match.index;
    if (match[0].startsWith(".") && !endsSentence(text, at, at + match[0].length)) continue;
    push(sentences, text, start, at + match[0].length);
    start = at + match[0].length;
  }
  push(sentences, text, start, text.length);

  return sentences;
}

function endsSentence(text: string, dot: number, end: number): boolean {
  const before = /[\p{L}.]*$/u.exec(text.slice(Math.max(0, dot - 12), dot))?.[0] ?? "";
  const after = /^\s*(\S)(\S?)/u.exec(text.slice(end, end + 20));
  if (after === null) return true;
  const next = after[1] ?? "";
  if (abbreviations.has(before.toLowerCase()) && !/^\p{Lu}/u.test(before + "x"))
    return /\p{Lu}/u.test(next) && before === "etc";
  if (abbreviations.has(before.toLowerCase())) return false;
  if (/^\p{Lu}$/u.test(before))
    return (
      /\b(?:Articles?|Annex|Sections?|Parts?|Points?|Chapters?|Zones?|Appendix|Areas?|Sectors?|Phases?|Lines?|and|or) \p{Lu}$/u.test(
        text.slice(Math.max(0, dot - 24), dot),
      ) && /\p{Lu}/u.test(next)
    );

  return !/^[\p{Ll},;]$/u.test(next);
}

/** A number or letter in brackets before a sentence inside a provision: "(2) The tribunal …". */
const enumerator = /^\s*\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)\s+(?=["“]?\p{Lu})/u;

function push(sentences: Span[], text: string, from: number, to: number): void {
  const words = text.slice(from, to);
  const start = from + (enumerator.exec(words)?.[0].length ?? words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  if (end > start) sentences.push({ start, end });
}
