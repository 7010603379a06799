import { expect, test } from "vitest";
import { isControllableByMorris } from "../../../test/time/morris-2014.ts";
import { dice, randomNetwork } from "../../../test/time/random-network.ts";
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
