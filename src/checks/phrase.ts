import type { Consequence } from "../commitments/index.ts";

/** Phrases of Treaty English for repairs: keywords in capitals, a name with lower-case letters in angle brackets. */
export function nameOf(actor: string): string {
  return /[a-z]/.test(actor) ? `<${actor}>` : actor;
}

export function namesOf(actors: readonly string[]): string {
  return actors.map(nameOf).join(", ");
}

export function verifiedBy(verifier: string, using: string, readers: readonly string[], within: number | null): string {
  const reporting = readers.length === 0 ? "" : `, REPORTING TO ${namesOf(readers)}`;

  return `VERIFIED BY ${nameOf(verifier)} USING ${using}${withinDays(within)}${reporting}.`;
}

export function determinedBy(body: string, how: string, within: number | null, silence: string): string {
  return `DETERMINED BY ${nameOf(body)}${how === "" ? "" : ` BY ${how}`}${withinDays(within)}${silence === "" ? "" : `, ON SILENCE ${silence}`}.`;
}

export function onBreach(actor: string | null, says: string, within: number | null): string {
  const who = actor === null ? "AUTOMATICALLY" : nameOf(actor);

  return `ON BREACH ${who} SHALL ${withoutStop(says)}${withinDays(within)}.`;
}

function withinDays(days: number | null): string {
  return days === null ? "" : ` WITHIN ${days} DAYS`;
}

/** A consequence's words as an act: without a leading subject's modal and a closing stop. */
export function actWords({ says }: Pick<Consequence, "says">): string {
  return withoutStop(says);
}

function withoutStop(words: string): string {
  return words.trim().replace(/[.;,\s]{1,20}$/, "");
}
