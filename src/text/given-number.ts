import type { GivenNumber } from "./block.ts";
import type { Label } from "./labels.ts";

/** The number that an ordered list of a page gives its entry, as a label; nothing of it stands in the source. */
export function givenLabel(given: GivenNumber | null): Label | null {
  if (given === null) return null;
  const { value, style } = given;
  const step = { style, value, written: writtenNumber(given), parentheses: false };

  return { keyword: null, step, alternative: null, literal: "", start: 0, end: 0 };
}

function writtenNumber({ value, style }: GivenNumber): string {
  if (style === "decimal") return String(value);
  const isLetter = style === "letter" || style === "upper-letter";
  const written = isLetter ? String.fromCharCode(96 + Math.min(26, Math.max(1, value))) : roman(value);

  return style.startsWith("upper") ? written.toUpperCase() : written;
}

function roman(value: number): string {
  const signs: readonly (readonly [string, number])[] = [
    ["c", 100],
    ["xc", 90],
    ["l", 50],
    ["xl", 40],
    ["x", 10],
    ["ix", 9],
    ["v", 5],
    ["iv", 4],
    ["i", 1],
  ];
  let rest = Math.min(399, Math.max(1, value));
  let written = "";
  for (const [sign, worth] of signs)
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }

  return written;
}
