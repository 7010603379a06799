/**
 * Characters that a terminal obeys instead of showing: controls, and marks that turn or hide what follows. Tabs, line
 * ends, zero-width joiners and the number signs of Arabic and Syriac stay, because texts need them.
 */
const obeyed = /(?!\u200c|\u200d|[\t\n\u0600-\u0605\u06dd\u070f\u08e2])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text as it may be shown on a terminal: each obeyed character by its number, tabs and line ends kept. */
export function visible(text: string): string {
  return text.replace(obeyed, (character) => named(character));
}

/** The same on one line: line ends and tabs are spaces. */
export function visibleLine(text: string): string {
  return changes.test(text) ? visible(text.replace(/\s+/g, " ").trim()) : text;
}

/** What a line may have to change of: plain words with one space between, which most of what is printed is, have none. */
const changes = /[^ -~]|^ | {2}| $/;

/** JSON in which no character is left that a terminal obeys; the value is the same. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(obeyed, escaped);
}

/** Cells that one character takes on a terminal: 0 for marks that sit on another, 2 for wide scripts and pictures. */
export function cellsOf(character: string): number {
  if (character <= "~") return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;

  return wide.test(character) ? 2 : 1;
}

const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Cells that a text takes on a terminal. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);

  return cells;
}

/** `text` filled up with spaces to `cells`, never cut. */
export function padTo(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - widthOf(text)));
}

/** `text` cut to at most `cells`, with an ellipsis where something is missing. */
export function cutTo(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    used += cellsOf(character);
    if (used > cells - 1) break;
    kept += character;
  }

  return `${kept.trimEnd()}…`;
}

/** `text` in lines of at most `cells`, broken at spaces; a word that is longer stands alone. */
export function wrapTo(text: string, cells: number): string[] {
  return wrapWords(text.split(" "), cells);
}

/** Words in lines of at most `cells`; a word may hold spaces, and is not broken at them. */
function wrapWords(words: readonly string[], cells: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of words) {
    const width = widthOf(word);
    if (line === "") {
      line = word;
      used = width;
    } else if (used + 1 + width > cells) {
      lines.push(line);
      line = word;
      used = width;
    } else {
      line += ` ${word}`;
      used += 1 + width;
    }
  }
  lines.push(line);

  return lines;
}

/** `lead`, then `words` in lines of at most `columns`, the further ones indented to where the first began. Words of a list are kept whole. */
export function wrapAfter(
  lead: string,
  leadCells: number,
  words: string | readonly string[],
  columns: number,
): string[] {
  const indent = " ".repeat(leadCells);
  const apart = typeof words === "string" ? words.split(" ") : words;

  return wrapWords(apart, Math.max(20, columns - leadCells)).map((line, at) => (at === 0 ? lead : indent) + line);
}

function named(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** As JSON writes a character by number: one escape a UTF-16 unit. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_unit, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
