import { oncePer } from "../../base/index.ts";
import { itemsIn, valuesOf, type Slot } from "../slot.ts";
import type { Frame } from "./frame.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement, StatementKind } from "./statements.ts";

type Names = Slot<readonly string[]>;

/** A passage with its actors under their full designations. The same object for as long as the names mean the same. */
export function withFullNames(reading: PassageReading, canonical: (name: string) => string): PassageReading {
  const names = namesIn(reading);
  const meant = names.map(canonical);
  if (namesEachOnce(reading) && meant.every((name, at) => name === names[at])) return reading;
  const key = meant.join("\n");
  const known = versions(reading);
  let version = known.get(key);
  if (version === undefined) {
    version = rewritten(reading, canonical);
    known.set(key, version);
  }

  return version;
}

const versions = oncePer((_reading: PassageReading) => new Map<string, PassageReading>());

const namesIn = oncePer(({ frames, statements }: PassageReading): readonly string[] => [
  ...new Set([
    ...frames.flatMap((frame) => itemsIn(frame.bearer)),
    ...frames.flatMap((frame) => itemsIn(frame.counterparty)),
    ...frames.flatMap((frame) => itemsIn(frame.needsConsentOf)),
    ...statements.flatMap(({ says }) => renamedIn(says)),
  ]),
]);

/** Whether no slot names anybody twice, so that only other names would change it. */
const namesEachOnce = oncePer(({ frames, statements }: PassageReading): boolean => {
  const isSet = (names: readonly string[]): boolean => names.length < 2 || new Set(names).size === names.length;

  return (
    frames.every((frame) =>
      [frame.bearer, frame.counterparty, frame.needsConsentOf].every((slot) => valuesOf(slot).every(isSet)),
    ) && statements.every(({ says }) => isSet(renamedIn(says)))
  );
});

/** The names of a statement that `rewritten` replaces. */
function renamedIn(says: StatementKind): readonly string[] {
  switch (says.kind) {
    case "body":
      return [says.body];
    case "determination":
      return [...says.value.by, ...itemsIn(says.value.appealTo)];
    case "consequence":
      return [
        ...valuesOf(says.value.by).flatMap((by) => (by === "automatic" ? [] : by)),
        ...valuesOf(says.value.unless),
      ];
    case "guarantee":
      return itemsIn(says.guarantor);
    case "guarantor":
      return says.names;
    case "power":
      return itemsIn(says.value.holder);
    default:
      return [];
  }
}

function rewritten(reading: PassageReading, canonical: (name: string) => string): PassageReading {
  return {
    ...reading,
    frames: reading.frames.map((frame): Frame => ({
      ...frame,
      bearer: renamed(frame.bearer, canonical),
      counterparty: renamed(frame.counterparty, canonical),
      needsConsentOf: renamed(frame.needsConsentOf, canonical),
    })),
    statements: reading.statements.map((statement): Statement => {
      const says = renamedStatement(statement.says, canonical);

      return says === statement.says ? statement : { ...statement, says };
    }),
  };
}

function renamedStatement(says: StatementKind, canonical: (name: string) => string): StatementKind {
  switch (says.kind) {
    case "body":
      return { ...says, body: canonical(says.body) };
    case "determination": {
      const { by, appealTo } = says.value;

      return {
        ...says,
        value: { ...says.value, by: by.map(canonical), appealTo: renamed(appealTo, canonical) },
      };
    }
    case "consequence": {
      const { by, unless } = says.value;

      return {
        ...says,
        value: {
          ...says.value,
          by: mapValues(by, (names) => (names === "automatic" ? names : allOf(names, canonical))),
          unless: unless.kind === "stated" ? { ...unless, value: canonical(unless.value) } : unless,
        },
      };
    }
    case "guarantee":
      return { ...says, guarantor: renamed(says.guarantor, canonical) };
    case "guarantor":
      return { ...says, names: says.names.map(canonical) };
    case "power":
      return { ...says, value: { ...says.value, holder: renamed(says.value.holder, canonical) } };
    default:
      return says;
  }
}

function renamed(slot: Names, canonical: (name: string) => string): Names {
  return mapValues(slot, (names) => allOf(names, canonical));
}

function allOf(names: readonly string[], canonical: (name: string) => string): readonly string[] {
  return [...new Set(names.map(canonical))];
}

function mapValues<Value>(slot: Slot<Value>, change: (value: Value) => Value): Slot<Value> {
  switch (slot.kind) {
    case "unresolved":
    case "not-applicable":
      return slot;
    case "ambiguous":
      return { ...slot, alternatives: slot.alternatives.map((one) => ({ ...one, value: change(one.value) })) };
    default:
      return { ...slot, value: change(slot.value) };
  }
}
