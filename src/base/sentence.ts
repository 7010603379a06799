/** "UA", "UA and RU", "UA, RU and EU". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "1 error", "2 errors". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The words as a pattern that fits just them. */
export function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The words in small letters, without what stands between them. To look one up in a list costs less than a pattern of all. */
export function lowWords(words: string): readonly string[] {
  return words.toLowerCase().match(word) ?? [];
}

const word = /[\p{L}\p{N}]+/gu;
