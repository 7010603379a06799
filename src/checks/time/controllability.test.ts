import fc from "fast-check";
import { expect, test } from "vitest";
import { dice, randomNetwork } from "../../../test/time/random-network.ts";
import { consistencyOf } from "./consistency.ts";
import { bypassOf, controllabilityOf } from "./controllability.ts";
import { networkFault } from "./network.ts";
import type { Network } from "./network.ts";

/** `a..b 30` b is at most 30 days after a; `a..b >=5` at least; `a~b 2-9` b ends 2 to 9 days after a, as somebody else decides. */
function networkOf(...lines: readonly string[]): Network {
  const names: string[] = [];
  const pointOf = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  const edges: Network["edges"][number][] = [];
  const links: Network["links"][number][] = [];
  for (const line of lines) {
    const [, from = "", kind, to = "", least = "", days = "", most] =
      /^(\w+)(\.\.|~)(\w+) (>=)?(-?\d+)(?:-(\d+))?$/.exec(line) ?? [];
    const [one, other] = [pointOf(from), pointOf(to)];
    if (kind === "~") links.push({ from: one, to: other, least: Number(days), most: Number(most) });
    else if (least === "") edges.push({ from: one, to: other, weight: Number(days) });
    else edges.push({ from: other, to: one, weight: 0 - Number(days) });
  }

  return { points: names.length, names, edges, links };
}

/** As a lawyer would say it: no calendar at all, a plan that others can upset, or a plan that holds. */
function verdict(network: Network): "no calendar" | "may be late without fault" | "can be kept" {
  expect(networkFault(network)).toBeNull();
  if (!consistencyOf(network).consistent) return "no calendar";

  return controllabilityOf(network).controllable ? "can be kept" : "may be late without fault";
}

test.each<[string, readonly string[], ReturnType<typeof verdict>]>([
  ["a lone deadline", ["signature..withdrawal 30"], "can be kept"],
  ["due by day 30, not before day 45", ["signature..withdrawal 30", "signature..withdrawal >=45"], "no calendar"],
  ["due on day 30 and not before day 30", ["signature..withdrawal 30", "signature..withdrawal >=30"], "can be kept"],
  [
    "payment within 5 days after an inspection of any length",
    ["request~inspection 0-90", "inspection..payment 5", "inspection..payment >=0"],
    "can be kept",
  ],
  [
    "payment within 60 days of the request, after an inspection of up to 90",
    ["request~inspection 0-90", "inspection..payment >=0", "request..payment 60"],
    "may be late without fault",
  ],
  [
    "the same, where an inspection takes 60 at most",
    ["request~inspection 0-60", "inspection..payment >=0", "request..payment 60"],
    "can be kept",
  ],
  [
    "notice 10 days before an inspection ends, which nobody can foresee",
    ["request~inspection 5-30", "notice..inspection >=10", "notice..inspection 12"],
    "may be late without fault",
  ],
  [
    "notice at least 10 days before it ends, with no upper bound",
    ["request~inspection 5-30", "notice..inspection >=10"],
    "can be kept",
  ],
  [
    "notice 1 to 26 days before an end on day 5 to 30: on day 4",
    ["request~inspection 5-30", "notice..inspection 26", "notice..inspection >=1"],
    "can be kept",
  ],
  [
    "notice 1 to 25 days before it: day 4 may be too early and day 5 too late",
    ["request~inspection 5-30", "notice..inspection 25", "notice..inspection >=1"],
    "may be late without fault",
  ],
  [
    "notice 0 to 24 days before it: from day 6 on, or on the very day on which it ends",
    ["request~inspection 5-30", "notice..inspection 24", "notice..inspection >=0"],
    "can be kept",
  ],
  ["a link that ends the same day", ["act~seen 0-1", "seen..answer 0", "seen..answer >=0"], "can be kept"],
  [
    "a link of certain length is one's own to plan for",
    ["request~inspection 30-30", "notice..inspection 12", "notice..inspection >=10"],
    "can be kept",
  ],
  [
    "a link that cannot be as short as others demand",
    ["request~inspection 5-30", "request..inspection 4"],
    "no calendar",
  ],
  [
    "a link that others may draw out past the deadline",
    ["request~inspection 5-30", "request..inspection 29"],
    "may be late without fault",
  ],
  [
    "two links with a step between that must see the first and not the second (dc-2)",
    ["A0~C0 1-3", "A1~C1 1-10", "X..C0 12", "C0..X -7", "C0..C1 -1", "C1..C0 11"],
    "can be kept",
  ],
  ["an edge onto itself below 0", ["a..a -1"], "no calendar"],
])("%s", (_name, lines, says) => {
  expect(verdict(networkOf(...lines))).toBe(says);
});

test("no calendar: the cycle is told edge by edge", () => {
  const network = networkOf("signature..withdrawal 30", "withdrawal..election 10", "signature..election >=45");

  expect(consistencyOf(network)).toEqual({
    consistent: false,
    cycle: expect.arrayContaining([
      { kind: "edge", edge: 0, from: 0, to: 1, weight: 30 },
      { kind: "edge", edge: 1, from: 1, to: 2, weight: 10 },
      { kind: "edge", edge: 2, from: 2, to: 0, weight: -45 },
    ]),
  });
});

test("late without fault: whose delay, and by how many days", () => {
  const answer = controllabilityOf(
    networkOf("request~inspection 0-90", "inspection..payment >=0", "request..payment 60"),
  );

  expect(answer).toMatchObject({ controllable: false, because: { sum: -30, isInOrder: true } });
  expect(answer.controllable ? [] : answer.because.legs).toEqual(
    expect.arrayContaining([
      { kind: "edge", edge: 1, from: 0, to: 2, weight: 60 },
      { kind: "edge", edge: 0, from: 2, to: 1, weight: 0 },
      { kind: "link", link: 0, taking: "most", from: 1, to: 0, weight: -90 },
    ]),
  );
});

test("a plan is told by the edges that follow", () => {
  const answer = controllabilityOf(networkOf("request~inspection 5-30", "notice..inspection 25"));

  // Notice comes no earlier than 5 days after the request, for the inspection may take 30.
  expect(answer.controllable ? bypassOf(answer.plan) : null).toEqual([{ from: 2, to: 0, weight: -5 }]);
});

test("a reason found after many bypass edges is told in the network's own edges", () => {
  // Each stage ends somebody else's duration; the whole must be within a day less than all of them at most.
  const lines = Array.from({ length: 20 }, (_line, at) => [
    `b${at}~e${at} 1-4`,
    `e${at}..b${at + 1} 0`,
    `e${at}..b${at + 1} >=0`,
  ]).flat();
  const answer = controllabilityOf(networkOf(...lines, "b0..b20 79"));

  expect(answer.controllable).toBe(false);
  const legs = answer.controllable ? [] : answer.because.legs;
  expect(legs.reduce((sum, { weight }) => sum + weight, 0)).toBe(-1);
  expect(legs.filter((leg) => leg.kind === "link" && leg.taking === "most")).toHaveLength(20);
  expect(controllabilityOf(networkOf(...lines, "b0..b20 80")).controllable).toBe(true);
});

test.each(["forwards", "backwards", "shuffled"])("100,000 points and links in a line, %s", (order) => {
  const points = 100_001;
  const roll = dice(9);
  const numbers = Array.from({ length: points }, (_point, at) => (order === "backwards" ? points - 1 - at : at));
  if (order === "shuffled")
    for (let at = points - 1; at > 0; at -= 1) {
      const other = roll(at + 1);
      [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!];
    }
  const links = numbers.slice(1).map((to, at) => ({ from: numbers[at]!, to, least: 1, most: 2 }));
  const within = (days: number): Network => ({
    points,
    edges: [{ from: numbers[0]!, to: numbers[points - 1]!, weight: days }],
    links,
  });
  const enough = 2 ** 30 / points - 1;

  expect(controllabilityOf({ points, edges: [], links }).controllable).toBe(true);
  expect(controllabilityOf(within(Math.floor(enough))).controllable).toBe(false);
  expect(consistencyOf(within(Math.floor(enough))).consistent).toBe(false);
});

const networks = fc.integer({ min: 1, max: 2 ** 30 }).map((seed) => randomNetwork(dice(seed)));
const isKept = (network: Network): boolean => controllabilityOf(network).controllable;

test("a further requirement never makes an uncontrollable network controllable", () => {
  fc.assert(
    fc.property(networks, fc.nat(), fc.nat(), fc.integer({ min: -20, max: 20 }), (network, from, to, weight) => {
      const edge = { from: from % network.points, to: to % network.points, weight };
      return isKept(network) || !isKept({ ...network, edges: [...network.edges, edge] });
    }),
    { numRuns: 2_000 },
  );
});

test("a wider link never makes an uncontrollable network controllable", () => {
  fc.assert(
    fc.property(networks, fc.nat(), (network, at) => {
      const links = network.links.map((link, place) =>
        place === at % network.links.length ? { ...link, most: link.most + 1 } : link,
      );
      return isKept(network) || !isKept({ ...network, links });
    }),
    { numRuns: 2_000 },
  );
});

test("scaling all days keeps the verdict", () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 2, max: 50 }), (network, by) => {
      const edges = network.edges.map((edge) => ({ ...edge, weight: edge.weight * by }));
      const links = network.links.map((link) => ({ ...link, least: link.least * by, most: link.most * by }));
      return isKept(network) === isKept({ ...network, edges, links });
    }),
    { numRuns: 2_000 },
  );
});

test("renumbering points, edges and links keeps the verdict", () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 1, max: 2 ** 30 }), ({ points, edges, links }, seed) => {
      const roll = dice(seed);
      const numbers = Array.from({ length: points }, (_point, at) => at);
      for (let at = points - 1; at > 0; at -= 1) {
        const other = roll(at + 1);
        [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!];
      }
      const move = <Part extends { from: number; to: number }>(part: Part): Part => ({
        ...part,
        from: numbers[part.from]!,
        to: numbers[part.to]!,
      });
      return (
        isKept({ points, edges, links }) ===
        isKept({ points, edges: edges.map(move).toReversed(), links: links.map(move).toReversed() })
      );
    }),
    { numRuns: 2_000 },
  );
});

test("a reason of 100,000 links in a line is told in time", () => {
  const points = 100_001;
  const links = Array.from({ length: points - 1 }, (_link, at) => ({ from: at, to: at + 1, least: 0, most: 1 }));
  const answer = controllabilityOf({ points, edges: [{ from: points - 1, to: 0, weight: -1 }], links });

  expect(answer.controllable ? null : [answer.because.legs.length, answer.because.sum]).toEqual([points, -1]);
});
