import { expect, test } from "vitest";
import { becauseOf, isSemiReducible } from "./because.ts";
import type { Leg } from "./leg.ts";
import { lowerGraph } from "./lower-graph.ts";
import type { Network } from "./network.ts";

const network: Network = {
  points: 2,
  edges: [
    { from: 0, to: 1, weight: 3 },
    { from: 1, to: 0, weight: -4 },
  ],
  links: [],
};
const around = [0, 1];

test("a way is told in order, once around, where that sums below 0", () => {
  expect(becauseOf(network, lowerGraph(network), null, [...around, ...around])).toMatchObject({
    legs: [{ edge: 0 }, { edge: 1 }],
    sum: -1,
    isInOrder: true,
  });
});

test("a way far longer than its network is told by what occurs in it, with the sum of the whole", () => {
  const long = Array.from({ length: 1_000 }, () => around).flat();

  expect(becauseOf(network, lowerGraph(network), null, long)).toMatchObject({
    legs: [{ edge: 0 }, { edge: 1 }],
    sum: -1_000,
    isInOrder: false,
  });
});

/** Legs around as many points: `least`, `most` of link 0 or a plain edge, with their weights. */
function way(...parts: readonly (readonly ["least" | "most" | "edge", number])[]): readonly Leg[] {
  return parts.map(([kind, weight], at): Leg => {
    const ends = { from: at, to: (at + 1) % parts.length, weight };

    return kind === "edge" ? { kind, edge: at, ...ends } : { kind: "link", link: 0, taking: kind, ...ends };
  });
}

test.each<[string, readonly Leg[], boolean]>([
  ["edges alone", way(["edge", 3], ["edge", -4]), true],
  ["a least that is outrun", way(["least", 2], ["edge", -3]), true],
  ["a least that is outrun before the most", way(["least", 2], ["edge", -1], ["edge", 4], ["most", -9]), true],
  ["a least whose most comes first", way(["least", 2], ["edge", 4], ["most", -9]), false],
  ["a least that its own most outruns", way(["least", 2], ["most", -9]), false],
  ["a most before its least", way(["most", -9], ["edge", 1], ["least", 2], ["edge", -1], ["edge", 3]), true],
  [
    "a most before its least, which comes around to it",
    way(["most", -9], ["edge", 1], ["least", 2], ["edge", 3]),
    false,
  ],
])("semi-reducible or not: %s", (_name, legs, isSo) => {
  expect(isSemiReducible(legs)).toBe(isSo);
});
