import { expect, test } from "vitest";
import { dice, randomNetwork } from "../../../test/time/random-network.ts";
import type { Roll } from "../../../test/time/random-network.ts";
import { consistencyOf } from "./consistency.ts";
import { daysFrom } from "./distances.ts";
import { exposureOf } from "./exposure.ts";
import type { Act } from "./exposure.ts";
import type { Edge, Network } from "./network.ts";

/** All bounds of a network as edges. */
function bounds({ edges, links }: Network): readonly Edge[] {
  return [
    ...edges,
    ...links.flatMap(({ from, to, least, most }) => [
      { from, to, weight: most },
      { from: to, to: from, weight: 0 - least },
    ]),
  ];
}

/** All distances by Floyd and Warshall, `null` where a cycle sums below 0. */
function allDistances(points: number, edges: readonly Edge[]): readonly (readonly number[])[] | null {
  const table = Array.from({ length: points }, (_row, from) =>
    Array.from({ length: points }, (_cell, to) => (from === to ? 0 : Infinity)),
  );
  for (const { from, to, weight } of edges) table[from]![to] = Math.min(table[from]![to]!, weight);
  for (let by = 0; by < points; by += 1)
    for (let from = 0; from < points; from += 1)
      for (let to = 0; to < points; to += 1)
        table[from]![to] = Math.min(table[from]![to]!, table[from]![by]! + table[by]![to]!);

  return table.some((row, at) => row[at]! < 0) ? null : table;
}

test("5,000 random networks: consistent or not, earliest days, and every window, as a table of all distances says", () => {
  let consistent = 0;
  for (let seed = 1; seed <= 5_000; seed += 1) {
    const network = randomNetwork(dice(seed));
    const edges = bounds(network);
    const table = allDistances(network.points, edges);
    const answer = consistencyOf(network);
    expect(answer.consistent, `network ${seed}`).toBe(table !== null);
    if (!answer.consistent) {
      const { cycle } = answer;
      expect(cycle.every((leg, at) => leg.to === cycle[(at + 1) % cycle.length]!.from)).toBe(true);
      expect(cycle.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThan(0);
      for (const { from, to, weight } of cycle) expect(edges).toContainEqual({ from, to, weight });
      continue;
    }
    consistent += 1;
    const least = table!.map((row) => Math.max(0, ...row.map((days) => 0 - days)));
    expect([...answer.potentials]).toEqual(least);
    const start = seed % network.points;
    const { earliest, latest } = daysFrom(answer, start);
    expect([...latest]).toEqual(table![start]!.map((days) => days + 0));
    expect([...earliest]).toEqual(table!.map((row) => 0 - row[start]!));
  }
  expect(consistent).toBeGreaterThan(1_000);
});

/** Eight points and bounds between them, most of them consistent. */
function randomBounds(roll: Roll): Network {
  const edges = Array.from({ length: 8 + roll(10) }, () => ({ from: roll(8), to: roll(8), weight: 8 - roll(14) }));

  return { points: 8, edges: edges.filter(({ from, to }) => from !== to), links: [] };
}

test("3,000 random networks: exposure as trying every subset of acts says", () => {
  let tried = 0;
  for (let seed = 1; tried < 3_000; seed += 1) {
    const roll = dice(seed);
    const network = randomBounds(roll);
    const calendar = consistencyOf(network);
    if (!calendar.consistent) continue;
    tried += 1;
    const point = roll(8);
    const acts: Act[] = Array.from({ length: 1 + roll(5) }, () => ({ point: roll(8), side: "A", value: 1 + roll(9) }));
    const [exposure] = exposureOf(calendar, [...acts, { point: 0, side: "B", value: 99 }], { point, side: "B" });
    const sums = Array.from({ length: 2 ** acts.length }, (_subset, chosen) => {
      // Those chosen lie on or before the day of the counter-performance, all others after it.
      const placed = acts.map((act, at) =>
        (chosen >> at) & 1 ? { from: point, to: act.point, weight: 0 } : { from: act.point, to: point, weight: -1 },
      );
      const isPossible = allDistances(8, [...network.edges, ...placed]) !== null;
      return isPossible ? acts.reduce((sum, { value }, at) => sum + ((chosen >> at) & 1 ? value : 0), 0) : null;
    }).filter((sum) => sum !== null);
    expect([exposure?.peak, exposure?.unavoidable], `network ${seed}`).toEqual([Math.max(...sums), Math.min(...sums)]);
  }
});

test("a side without acts by then is exposed by nothing; acts are told in order of their days", () => {
  const network: Network = {
    points: 4,
    edges: [
      { from: 0, to: 1, weight: -3 },
      { from: 0, to: 1, weight: -1 },
      { from: 0, to: 2, weight: 5 },
      { from: 2, to: 0, weight: 10 },
      { from: 3, to: 0, weight: -2 },
    ],
    links: [],
  };
  const calendar = consistencyOf(network);
  if (!calendar.consistent) expect.fail("the bounds agree");
  const acts = [
    { point: 2, side: "A", value: 2 },
    { point: 1, side: "A", value: 1 },
    { point: 3, side: "C", value: 7 },
  ];

  expect(exposureOf(calendar, acts, { point: 0, side: "B" })).toEqual([
    {
      side: "A",
      peak: 3,
      unavoidable: 1,
      acts: [
        { act: 1, earliest: null, latest: -3, isUnavoidable: true },
        { act: 0, earliest: -10, latest: 5, isUnavoidable: false },
      ],
    },
    { side: "C", peak: 0, unavoidable: 0, acts: [] },
  ]);
});
