import { listed, plural } from "../base/index.ts";
import type { Severity } from "../checks/index.ts";

export { listed, plural };

/** A draft's file name as people say it: `02-second-draft.md` is "Second draft". */
export function draftTitle(name: string): string {
  const bare = name
    .replace(/\.[a-z]{1,8}$/i, "")
    .replace(/^\d{1,4}[-_. ]+/, "")
    .replaceAll(/[-_]+/g, " ")
    .trim();
  const words = bare === "" ? name : bare;

  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "13 errors, 1 warning, 2 notes". */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  return [plural(counts.error, "error"), plural(counts.warning, "warning"), plural(counts.note, "note")].join(", ");
}

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number in a sentence: words up to ten. */
export function counted(count: number): string {
  return small[count] ?? String(count);
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** "25 November 2026", by the clock of this machine. */
export function today(): string {
  return day.format(new Date());
}
