import { expect, test } from "vitest";
import { isControllableByMorris } from "../../../test/time/morris-2014.ts";
import { canBeKeptByPlay } from "../../../test/time/play-network.ts";
import { dice, randomNetwork } from "../../../test/time/random-network.ts";
import type { Roll } from "../../../test/time/random-network.ts";
import { controllabilityOf } from "./controllability.ts";
import type { Leg } from "./leg.ts";
import { networkFault } from "./network.ts";
import type { Network } from "./network.ts";

test("30,000 random networks get the verdict of a second algorithm, and every refusal its reason", () => {
  let controllable = 0;
  for (let seed = 1; seed <= 30_000; seed += 1) {
    const network = randomNetwork(dice(seed));
    expect(networkFault(network)).toBeNull();
    const answer = controllabilityOf(network);
    if (answer.controllable !== isControllableByMorris(network))
      expect.fail(`network ${seed}: ${JSON.stringify(network)} is said to be ${answer.controllable}`);
    if (answer.controllable) controllable += 1;
    else {
      const fault = legFault(network, answer.because.legs);
      if (fault !== null) expect.fail(`network ${seed}: ${fault}: ${JSON.stringify([network, answer.because])}`);
      expect(answer.because.isInOrder).toBe(true);
    }
  }
  expect(controllable).toBeGreaterThan(6_000);
});

test("8,000 small networks, half of their links of no days at least, get the verdict of playing them day by day", () => {
  const verdicts = { kept: 0, lost: 0 };
  for (let seed = 1; seed <= 8_000; seed += 1) {
    const network = smallNetwork(dice(seed));
    const isKept = controllabilityOf(network).controllable;
    verdicts[isKept ? "kept" : "lost"] += 1;
    if (isKept !== canBeKeptByPlay(network, 12))
      expect.fail(`network ${seed}: ${JSON.stringify(network)} is said to be ${isKept}`);
  }
  expect(verdicts.kept).toBeGreaterThan(1_500);
  expect(verdicts.lost).toBeGreaterThan(1_500);
});

/** One or two links of 0 to 3 days, apart or in a line, up to two further points. */
function smallNetwork(roll: Roll): Network {
  const count = 1 + roll(2);
  const isChained = count === 2 && roll(2) === 0;
  const points = (isChained ? 3 : 2 * count) + roll(isChained || count === 1 ? 3 : 2);
  const links = Array.from({ length: count }, (_link, at) => {
    const least = roll(2) * (1 + roll(2));
    const from = isChained ? at : 2 * at;
    return { from, to: from + 1, least, most: least + 1 + roll(2) };
  });
  const edges = Array.from({ length: 1 + points + roll(3) }, () => {
    const from = roll(points);
    return { from, to: (from + 1 + roll(points - 1)) % points, weight: 3 - roll(6) + roll(2) };
  });

  return { points, edges, links };
}

/** What a reason breaks: legs of the network, end to end, summing below 0, and semi-reducible (Morris 2006), checked apart from the product. */
function legFault({ edges, links }: Network, legs: readonly Leg[]): string | null {
  let sum = 0;
  for (const [at, leg] of legs.entries()) {
    if (leg.to !== legs[(at + 1) % legs.length]!.from) return `leg ${at} does not meet the next`;
    sum += leg.weight;
    if (leg.kind === "edge") {
      const edge = edges[leg.edge];
      if (edge?.from !== leg.from || edge.to !== leg.to || edge.weight !== leg.weight) return `leg ${at} is no edge`;
      continue;
    }
    const link = links[leg.link];
    if (link === undefined) return `leg ${at} is no link`;
    const isForwards = link.from === leg.from;
    const days = isForwards ? link.least : -link.most;
    if (leg.weight !== days || leg.to !== (isForwards ? link.to : link.from))
      return `leg ${at} is not link ${leg.link}`;
    if (link.least === link.most || !isForwards) continue;
    let onward = 0;
    for (let step = 1; onward >= 0; step += 1) {
      const next = legs[(at + step) % legs.length]!;
      if (step > legs.length) return `the least of link ${leg.link} is not outrun`;
      if (next.kind === "link" && next.link === leg.link && next.from === link.to)
        return `link ${leg.link} is breached`;
      onward += next.weight;
    }
  }

  return sum < 0 ? null : `the sum is ${sum}`;
}
