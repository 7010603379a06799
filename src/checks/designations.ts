import { oncePer } from "../base/index.ts";
import type { Reading } from "../commitments/index.ts";

/** Fields that hold actors, by id: singly, in lists, or in a slot. */
const holdsActors: ReadonlySet<string> = new Set([
  "bearer",
  "counterparty",
  "needsConsentOf",
  "by",
  "reportsTo",
  "appealTo",
  "unless",
  "addressee",
  "guarantor",
  "holder",
  "staffedBy",
  "paidBy",
  "actor",
  "votesAs",
  "memberOf",
  "alliedWith",
  "collective",
]);

/**
 * The reading with each actor under its designation instead of a reader's short id: what is found is told in names.
 * The same object where ids are designations, as in what the rules propose. O(size of the reading), once for each.
 */
export const designated = oncePer((reading: Reading): Reading => {
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  const isTaken = new Set(names.values()).size < names.size;
  if (isTaken || reading.actors.every(({ id, name }) => id === name || name === "")) return reading;
  const rename = (name: string): string => names.get(name) ?? name;
  // Only names of actors are replaced, by names of actors.
  const rewrite = <Tree>(tree: Tree): Tree => rewritten(tree, rename, false) as Tree;

  return {
    ...reading,
    actors: rewrite(reading.actors).map((actor) => ({ ...actor, id: rename(actor.id) })),
    bodies: rewrite(reading.bodies).map((body) => ({ ...body, id: rename(body.id) })),
    commitments: rewrite(reading.commitments),
    guarantees: rewrite(reading.guarantees),
    powers: rewrite(reading.powers),
  };
});

/** Depth is that of the types, not of the input, but for conditions, whose parentheses are counted when they are read. */
function rewritten(value: unknown, rename: (name: string) => string, isActor: boolean): unknown {
  if (typeof value === "string") return isActor ? rename(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => rewritten(one, rename, isActor));

  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      rewritten(one, rename, holdsActors.has(key) || (isActor && /^(?:value|alternatives)$/.test(key))),
    ]),
  );
}
