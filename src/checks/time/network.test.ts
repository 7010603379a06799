import { expect, test } from "vitest";
import { networkFault, ownActivations } from "./network.ts";
import type { Network } from "./network.ts";

const sound: Network = {
  points: 4,
  names: ["request", "inspection", "report", "payment"],
  edges: [{ from: 1, to: 2, weight: 5 }],
  links: [{ from: 0, to: 1, least: 0, most: 10 }],
};
const edge = (from: number, to: number, weight: number): Partial<Network> => ({ edges: [{ from, to, weight }] });
const links = (...parts: readonly (readonly [number, number, number, number])[]): Partial<Network> => ({
  links: parts.map(([from, to, least, most]) => ({ from, to, least, most })),
});

test.each<[string, Partial<Network>, string | null]>([
  ["a sound one", {}, null],
  ["a link whose length is certain", links([0, 1, 3, 3]), null],
  ["links in a line", links([0, 1, 1, 2], [1, 2, 1, 2], [2, 3, 1, 2]), null],
  ["no points", { points: 0, edges: [], links: [] }, "no-points"],
  ["points that are no number", { points: Number.NaN, edges: [], links: [] }, "no-points"],
  ["an edge to nowhere", edge(0, 4, 1), "unknown-point"],
  ["an edge from below", edge(-1, 0, 1), "unknown-point"],
  ["a link to nowhere", links([0, 9, 1, 2]), "unknown-point"],
  ["half a day", edge(0, 1, 0.5), "not-whole"],
  ["no number", edge(0, 1, Number.NaN), "not-whole"],
  ["no end", edge(0, 1, Infinity), "not-whole"],
  ["a link of no number", links([0, 1, Number.NaN, 2]), "not-whole"],
  ["the greatest weight", edge(0, 1, 2 ** 28 - 1), null],
  ["a greater weight", edge(0, 1, 2 ** 28), "weights-too-great"],
  ["a weight as far below", edge(0, 1, -(2 ** 28)), "weights-too-great"],
  ["a link as great", links([0, 1, 0, 2 ** 28]), "weights-too-great"],
  ["less than no days", links([0, 1, -1, 2]), "negative-duration"],
  ["at least more than at most", links([0, 1, 3, 2]), "empty-duration"],
  ["one end of two links", links([0, 2, 1, 2], [1, 2, 1, 2]), "contingent-twice"],
  ["one beginning of two links", links([0, 1, 1, 2], [0, 2, 1, 2]), "shared-activation"],
  ["a link onto itself", links([1, 1, 0, 2]), "link-on-itself"],
  ["two links in a ring", links([0, 1, 1, 2], [1, 0, 1, 2]), "cycle-of-links"],
  ["three links in a ring", links([3, 0, 1, 2], [0, 1, 1, 2], [1, 3, 1, 2]), "cycle-of-links"],
])("%s: %s", (_name, change, code) => {
  expect(networkFault({ ...sound, ...change })?.code ?? null).toBe(code);
});

test("a fault says which edge or link, and names its points", () => {
  expect(networkFault({ ...sound, ...links([0, 2, 1, 2], [1, 2, 1, 2]) })).toEqual({
    code: "contingent-twice",
    reason: "report ends two durations; it can end one",
    edge: null,
    link: 1,
  });
});

test("a point that begins two links gets a twin on the same day", () => {
  const network = { ...sound, ...links([0, 1, 1, 2], [0, 2, 1, 3]) };

  expect(ownActivations(network)).toEqual({
    points: 5,
    names: ["request", "inspection", "report", "payment", "request"],
    edges: [...sound.edges, { from: 0, to: 4, weight: 0 }, { from: 4, to: 0, weight: 0 }],
    links: [network.links[0], { from: 4, to: 2, least: 1, most: 3 }],
  });
  expect(networkFault(ownActivations(network))).toBeNull();
});
