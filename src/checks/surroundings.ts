import { isSame, oncePer } from "../base/index.ts";
import { valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Condition, EventRef, Reading } from "../commitments/index.ts";
import type { Choices, Draft, Provision } from "../text/index.ts";
import type { Alternative } from "./alternatives.ts";
import { exists } from "./chosen.ts";

/** What stands around any one commitment: who acts, which bodies, guarantees and powers there are, and the others. */
export type Surroundings = {
  /** Without places: words that only move change nothing. */
  readonly parts: readonly unknown[];
  /** Those that exist under the choices, by id. */
  readonly commitments: ReadonlyMap<string, Commitment>;
};

export function surroundingsOf(reading: Reading, choices: Choices): Surroundings {
  const { reader, actors, bodies, terms, declared, timeZone, authentic, answerWithin } = reading;
  const isThere = ({ requires }: { readonly requires: Choices }): boolean => exists(requires, choices);
  const clauses = [...reading.guarantees, ...reading.powers].filter(isThere);
  const things = [reader, actors, bodies, terms, declared, timeZone, authentic, answerWithin, ...clauses];

  return {
    parts: things.map((thing) => (typeof thing === "object" && thing !== null ? withoutPlaces(thing) : thing)),
    commitments: new Map(reading.commitments.filter(isThere).map((commitment) => [commitment.id, commitment])),
  };
}

const withoutPlaces = oncePer((thing: object): string =>
  JSON.stringify(thing, (key, value: unknown) => (key === "spans" || key === "anchor" ? undefined : value)),
);

/** Whether everything but the commitments is the same. */
export function hasSameParts(one: Surroundings, other: Surroundings): boolean {
  return isSame(one.parts, other.parts);
}

/** The ids of commitments that are there in one only, or read differently. O(commitments) where most are one object. */
export function changedIds(one: Surroundings, other: Surroundings): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [id, commitment] of one.commitments) if (!isSame(commitment, other.commitments.get(id))) changed.add(id);
  for (const id of other.commitments.keys()) if (!one.commitments.has(id)) changed.add(id);

  return changed;
}

/** Whether others wait for a commitment, and it for them, as before. */
export function waitsAlike(one: Commitment | undefined, other: Commitment | undefined): boolean {
  return one !== undefined && other !== undefined && isSame(waiting(one), waiting(other));
}

function waiting({ role, action, bearer, trigger, condition, window, start, reversible }: Commitment): unknown {
  const windows = [...valuesOf(window), ...valuesOf(start)];
  const events = [...valuesOf(trigger), ...windows.flatMap(({ after }) => valuesOf(after))];
  const last = valueOf(reversible) === "irrevocable" ? windows.map(({ latest }) => valuesOf(latest)) : null;

  return [role, action.class, valuesOf(bearer), events.map(shape), valuesOf(condition).map(shapeOfCondition), last];
}

function shape({ event, point }: EventRef): unknown {
  return [event, valuesOf(point)];
}

function shapeOfCondition(condition: Condition): unknown {
  switch (condition.kind) {
    case "event":
      return shape(condition.event);
    case "not":
      return ["not", shapeOfCondition(condition.of)];
    default:
      return [condition.kind, condition.of.map(shapeOfCondition)];
  }
}

/** The provisions in which a bracket stands, those of its options included. */
export function placesOf({ group }: Alternative): readonly number[] {
  return [group.provision, ...group.options.flatMap(({ provisions }) => provisions)];
}

const wordsOf = oncePer(({ id, label, words }: Provision) => `${id} ${label} ${words}`);

/** The option tried, and the words in which its bracket stands. */
export type Around = { readonly option: string; readonly places: readonly string[] };

export function aroundOf(draft: Draft, alternative: Alternative): Around {
  const places = placesOf(alternative).map((index) => {
    const provision = draft.provisions[index];

    return provision === undefined ? "" : wordsOf(provision);
  });

  return { option: `${JSON.stringify(alternative.choices)} ${alternative.says}`, places };
}
