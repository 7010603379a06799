import { isSame, oncePer } from "../base/index.ts";
import { awaitedEvents, valueOf, valuesOf } from "../commitments/index.ts";
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

/** Whether these commitments wait for others, and others for them, as before. */
export function waitAlike(before: Surroundings, after: Surroundings, ids: ReadonlySet<string>): boolean {
  for (const id of ids) {
    const one = before.commitments.get(id);
    const other = after.commitments.get(id);
    if (one === undefined || other === undefined || !isSame(waiting(one), waiting(other))) return false;
  }

  return timesAlike(before, after, ids);
}

/** Whether the times of these commitments bear on those of others as before: what hangs on no other act bears on none. */
export function timesAlike(before: Surroundings, after: Surroundings, ids: ReadonlySet<string>): boolean {
  for (const id of ids) {
    if (!tiedIn(before).has(id) && !tiedIn(after).has(id)) continue;
    const [one, other] = [before, after].map(({ commitments }) => commitments.get(id));
    const isAlike =
      one !== undefined &&
      other !== undefined &&
      isSame(waiting(one), waiting(other)) &&
      isSame(lengthsOf(one), lengthsOf(other));
    if (!isAlike) return false;
  }

  return true;
}

/** The commitments that are counted from, or wait for, the performance of another, and those others. O(commitments). */
const tiedIn = oncePer(({ commitments }: Surroundings): ReadonlySet<string> => {
  const tied = new Set<string>();
  const labels = new Set<string>();
  for (const commitment of commitments.values())
    for (const { event } of eventsAwaited(commitment)) {
      if (event.kind !== "act" && event.kind !== "provision") continue;
      tied.add(commitment.id);
      if (event.kind === "act") tied.add(event.commitment);
      else labels.add(event.label);
    }
  if (labels.size > 0)
    for (const { id, label } of commitments.values()) if (stepsOf(label).some((one) => labels.has(one))) tied.add(id);

  return tied;
});

/** A label and those around it: `4.1(a)`, `4.1`, `4`. */
function stepsOf(label: string): readonly string[] {
  return [label, ...[...label.matchAll(/[.( ]/g)].map(({ index }) => label.slice(0, index))];
}

function eventsAwaited({ trigger, condition, window, start }: Commitment): readonly EventRef[] {
  const windows = [...valuesOf(window), ...valuesOf(start)];

  return [
    ...valuesOf(trigger),
    ...valuesOf(condition).flatMap(awaitedEvents),
    ...windows.flatMap(({ after }) => valuesOf(after)),
  ];
}

function lengthsOf({ window, start }: Commitment): unknown {
  return [...valuesOf(window), ...valuesOf(start)].map(({ earliest, latest }) => [
    valuesOf(earliest),
    valuesOf(latest),
  ]);
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
