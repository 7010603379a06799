import { valueOf } from "../commitments/index.ts";
import type { Commitment, Reading } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import type { Alternative } from "./alternatives.ts";
import { exists } from "./chosen.ts";

const nobody: ReadonlySet<string> = new Set();

/**
 * Everything outside some commitments on which the findings about them depend: who acts, which bodies and guarantees
 * there are, which clauses serve many commitments, and what waits for what. An edit of a number of days elsewhere
 * leaves it as it was. In equal surroundings the same words need not be asked twice.
 */
export function surroundingsOf(reading: Reading, choices: Choices, without: ReadonlySet<string> = nobody): string {
  const { reader, bodies, terms, declared, timeZone, authentic, answerWithin } = reading;
  const actors = reading.actors.map((actor) => Object.assign({}, actor, { spans: [] }));
  const others = reading.commitments.filter(({ id, requires }) => !without.has(id) && exists(requires, choices));
  const guarantees = reading.guarantees.filter(({ requires }) => exists(requires, choices));
  const powers = reading.powers.filter(({ requires }) => exists(requires, choices));
  const clauses = new Set<unknown>();
  for (const commitment of others) {
    for (const verification of commitment.verification) clauses.add(verification);
    for (const consequence of commitment.onBreach) clauses.add(consequence);
    clauses.add(valueOf(commitment.determination));
  }
  const shared = new Set([...clauses].map((clause) => JSON.stringify(clause)));
  const parts = { reader, actors, bodies, terms, guarantees, powers, declared, timeZone, authentic, answerWithin };

  return JSON.stringify([parts, [...shared], others.map(waiting)]);
}

/** What others may wait for, and what this one waits for. */
function waiting({ id, role, action, bearer, trigger, condition, window, start, reversible }: Commitment): unknown {
  const events = [window, start].map((slot) => valueOf(slot)?.after ?? null);
  const irrevocable = valueOf(reversible) === "irrevocable" ? window : null;

  return [id, role, action.class, bearer, trigger, condition, events, irrevocable];
}

/** The provisions in which a bracket stands, those of its options included. */
export function placesOf({ group }: Alternative): readonly number[] {
  return [group.provision, ...group.options.flatMap(({ provisions }) => provisions)];
}

/** The words in which a bracket stands, and the option tried. */
export function wordsAround(draft: Draft, alternative: Alternative): string {
  const places = placesOf(alternative).map((index) => {
    const provision = draft.provisions[index];

    return provision === undefined ? "" : `${provision.id} ${provision.label} ${provision.words}`;
  });

  return JSON.stringify([alternative.choices, alternative.says, places]);
}
