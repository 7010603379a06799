import { valueOf } from "../commitments/index.ts";
import type { Commitment, Reading } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import type { Alternative } from "./alternatives.ts";

/**
 * Everything outside one provision on which the findings about its commitments depend: who acts, which bodies and
 * guarantees there are, which clauses serve many commitments, and what waits for what. An edit of a number of days
 * elsewhere leaves it as it was. Two readings with equal surroundings need not be asked twice.
 */
export function surroundingsOf(reading: Reading): string {
  const { reader, actors, bodies, terms, guarantees, powers, declared, timeZone, authentic, answerWithin } = reading;
  const clauses = new Set<unknown>();
  for (const commitment of reading.commitments) {
    for (const verification of commitment.verification) clauses.add(verification);
    for (const consequence of commitment.onBreach) clauses.add(consequence);
    clauses.add(valueOf(commitment.determination));
  }
  const shared = new Set([...clauses].map((clause) => JSON.stringify(clause)));
  const parts = { reader, actors, bodies, terms, guarantees, powers, declared, timeZone, authentic, answerWithin };

  return JSON.stringify([parts, [...shared], reading.commitments.map(waiting)]);
}

/** What others may wait for, and what this one waits for. */
function waiting({ id, role, action, bearer, trigger, condition, window, start, reversible }: Commitment): unknown {
  const events = [window, start].map((slot) => valueOf(slot)?.after ?? null);
  const irrevocable = valueOf(reversible) === "irrevocable" ? window : null;

  return [id, role, action.class, bearer, trigger, condition, events, irrevocable];
}

/** The words in which a bracket stands, and the option tried. */
export function placeOf(draft: Draft, { group, choices, says }: Alternative): string {
  const indices = [group.provision, ...group.options.flatMap(({ provisions }) => provisions)];
  const places = indices.map((index) => {
    const provision = draft.provisions[index];

    return provision === undefined ? "" : `${provision.id} ${provision.label} ${provision.words}`;
  });

  return JSON.stringify([choices, says, places]);
}
