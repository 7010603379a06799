import type { Pair, Scan } from "./bracket-pairs.ts";
import type { Sketch } from "./sketch.ts";

const attribution = /^\s*([\p{Lu}][^:[\]\n]{0,80}?)(?:\s+rev\.?\s*\d{1,3})?:\s+/u;
/** Capitals and figures, as delegations are abbreviated. */
const designation = /^[A-Z][A-Z0-9]{1,5}$/;
const word = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{1,5}(?![\p{L}\p{N}])/gu;

/** The names before the colon of a bracket's words, and how many characters they take; `null` where the words begin otherwise. */
export function attributionOf(
  words: string,
  pair: Pair,
): { readonly names: readonly string[]; readonly length: number } | null {
  const first = words.charCodeAt(pair.open + 1);
  if (first >= 97 && first <= 122) return null;
  const found = attribution.exec(words.slice(pair.open + 1, Math.min(pair.close, pair.open + 140)));
  if (found === null) return null;
  const names = found[1]!.split(/\s*(?:,|&|\band\b)\s*/).map((name) => name.trim());

  return names.includes("") ? null : { names, length: found[0].length };
}

export function isDesignation(name: string): boolean {
  return designation.test(name);
}

/**
 * Parties that nobody declared but the brackets tell: designations before a colon that touch another attributed bracket
 * (`[AB: …][CD: …]`) or that the text uses again; names of those between whom the text says it is made, where two
 * brackets touch, whether the other has a name or not. In the order of the text.
 */
export function attributedParties(
  title: string | null,
  sketches: readonly Sketch[],
  scans: readonly Scan[],
): readonly string[] {
  const sides = sidesIn(title, sketches);
  const isSide = (name: string): boolean => sides.includes(` ${name} `);
  const touching = new Set<string>();
  const candidates = new Set<string>();
  sketches.forEach((sketch, index) => {
    let end = -1;
    let before: readonly string[] | null = null;
    for (const pair of scans[index]!.pairs) {
      const names = attributionOf(sketch.words, pair)?.names ?? null;
      const isNamed = names !== null && names.every((name) => isDesignation(name) || isSide(name));
      if (isNamed) {
        for (const name of names) if (isDesignation(name)) candidates.add(name);
        if (before !== null && pair.open === end) for (const name of [...before, ...names]) touching.add(name);
        if (touchesAnother(sketch.words, pair)) for (const name of names) if (isSide(name)) touching.add(name);
      }
      before = isNamed ? names : null;
      end = pair.close + 1;
    }
  });
  if ([...candidates].every((name) => touching.has(name))) return [...touching];

  const counts = new Map<string, number>();
  for (const sketch of sketches)
    for (const [name] of sketch.words.matchAll(word))
      if (candidates.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);

  return [...new Set([...touching, ...candidates])].filter((name) => touching.has(name) || (counts.get(name) ?? 0) > 1);
}

function touchesAnother(words: string, { open, close }: Pair): boolean {
  return words[open - 1] === "]" || words[close + 1] === "[";
}

/** What follows the first "between" of the title or of the opening provisions, its words parted by single spaces. */
function sidesIn(title: string | null, sketches: readonly Sketch[]): string {
  for (const words of [title ?? "", ...sketches.slice(0, 4).map((sketch) => sketch.words)]) {
    const found = /\bbetween\s([^\n]{4,400})/i.exec(words);
    if (found !== null) return ` ${found[1]!.replace(/[\s,.;:()“”"]+/g, " ")} `;
  }

  return "";
}
