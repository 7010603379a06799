import type { Edge, Link, Network } from "../../src/checks/time/network.ts";

export type Roll = (sides: number) => number;

/** A small repeatable source of chance (xorshift32). */
export function dice(seed: number): Roll {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = (sides: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
  for (let at = 0; at < 4; at += 1) next(2);

  return next;
}

/** One to four links of 0 to 5 days and a span of 1 to 8, a few further points, bounds biased so that about a third is controllable. */
export function randomNetwork(roll: Roll): Network {
  const count = 1 + roll(4);
  const points = 2 * count + roll(4);
  const order = Array.from({ length: points }, (_point, at) => at);
  for (let at = points - 1; at > 0; at -= 1) {
    const other = roll(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  const links: Link[] = [];
  const isChained = roll(3) === 0;
  for (let at = 0; at < count; at += 1) {
    const least = roll(6);
    // Chained: one link begins where another ends.
    const from = isChained ? order[at]! : order[2 * at]!;
    const to = isChained ? order[at + 1]! : order[2 * at + 1]!;
    links.push({ from, to, least, most: least + (roll(20) === 0 ? 0 : 1 + roll(8)) });
  }
  const edges: Edge[] = [];
  const bias = 2 + roll(8);
  for (let more = points + roll(points + 1); more > 0; more -= 1) {
    const from = roll(points);
    const to = roll(points);
    if (from === to) continue;
    edges.push({ from, to, weight: roll(2) === 0 ? roll(16) : bias - roll(12) });
  }

  return { points, edges, links };
}
