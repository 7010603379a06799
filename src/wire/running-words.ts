import { shortHash } from "./short-hash.ts";

/** What stands at the head and foot of every printed page. */
export type Printed = {
  readonly title: string;
  readonly draft: string;
  /** In hex; `null` where it is not known. */
  readonly sha256: string | null;
  /** Day in words; `null` leaves it out. */
  readonly printedOn: string | null;
};

/** Longest title that stands beside the draft's name on a sheet of A4. */
const longest = 70;

/**
 * Custom properties for the margin boxes of a printed page, each a CSS string: `--running-title`, `--running-draft`,
 * `--running-from`. Whatever the words hold, they end neither the string nor the style sheet.
 */
export function runningWords({ title, draft, sha256, printedOn }: Printed): Readonly<Record<string, string>> {
  const whole = title.replaceAll(/\s+/g, " ").trim();
  const cut =
    [...whole].length > longest
      ? `${[...whole]
          .slice(0, longest)
          .join("")
          .replace(/\s+\S*$/, "")}…`
      : whole;

  return {
    "--running-title": cssString(cut),
    "--running-draft": cssString(sha256 === null ? draft : `${draft} · ${shortHash(sha256)}`),
    "--running-from": cssString(`Printed from Servanda${printedOn === null ? "" : `, ${printedOn}`}`),
  };
}

/** A CSS string in which everything but letters, digits and spaces of plain text stands by its number. */
function cssString(words: string): string {
  const escaped = [...words].map((character) =>
    /^[\p{L}\p{M}\p{Nd} .,:;·…-]$/u.test(character)
      ? character
      : `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `,
  );

  return `"${escaped.join("")}"`;
}
