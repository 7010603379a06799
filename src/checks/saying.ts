import { listed } from "../base/index.ts";
import { valueOf } from "../commitments/index.ts";
import type { Commitment, Duration, Slot } from "../commitments/index.ts";

export { listed };

const longest = 90;

/** Words in single quotes, on one line, cut at a word after about 90 characters. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return `‘${line}’`;
  const cut = line.lastIndexOf(" ", longest);

  return `‘${line.slice(0, cut > longest / 2 ? cut : longest)} …’`;
}

/** Verbs that forbid by themselves. */
const abstaining = /^(?:refrain|abstain|desist)$/;

/** The act in words: ‘withdraw heavy weapons’, ‘not use force’ for a prohibition. */
export function actOf(commitment: Commitment): string {
  const { verb, object } = commitment.action;
  if (abstaining.test(verb)) return quoted(`${verb} from ${withoutCapital(object.replace(/^from /, ""))}`);
  const forbidden = valueOf(commitment.modality) === "prohibition" ? "not " : "";

  return quoted(`${forbidden}${verb} ${withoutCapital(object)}`);
}

/** "All roadblocks" stands inside a sentence as "all roadblocks"; names keep their capital. */
function withoutCapital(object: string): string {
  return object.replace(/^(?:All|Any|Each|Every|The|A|An|No|Its|Their|His|Her|This|These|Such|Both)(?=\s)/, (word) =>
    word.toLowerCase(),
  );
}

/** The bearers by name, or the words for a hole. */
export function bearersOf(commitment: Commitment): string {
  return namesIn(commitment.bearer, "nobody named");
}

export function namesIn(slot: Slot<readonly string[]>, otherwise: string): string {
  const names = valueOf(slot) ?? [];

  return names.length === 0 ? otherwise : listed(names);
}

/** "30 days", "1 month", "5 working days". */
export function durationWords(duration: Duration): string {
  const unit = duration.unit.replace("-", " ");

  return `${duration.amount} ${duration.amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** A sentence opens with a capital. */
export function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
