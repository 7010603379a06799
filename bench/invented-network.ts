import type { Edge, Link, Network } from "../src/checks/index.ts";
import { dice } from "./generate.ts";

/**
 * An invented schedule of five lanes that can be kept: in each lane steps follow one another within bounds, `links` of them with
 * a duration that somebody else controls; between the lanes steps wait for one another and have latest days.
 *
 * Acting as early as the bounds allow keeps every edge: greatest lengths are drawn above what that plan needs at worst. About 2.5 edges a point.
 */
export function inventedNetwork(points: number, links: number, seed: number): Network {
  const roll = dice(seed);
  const lanes = 5;
  const edges: Edge[] = [];
  const drawn: Link[] = [];
  /** Earliest day of each point under the plan, if every link takes its least, and its most. */
  const soonest = new Int32Array(points);
  const latest = new Int32Array(points);
  const rows = Math.ceil(points / lanes);
  const every = points / links;
  const isEnd = new Uint8Array(points);
  // Row by row, so that a point's predecessors in every lane come before it.
  for (let row = 0; row < rows; row += 1)
    for (let lane = 0; lane < lanes; lane += 1) {
      const point = row * lanes + lane;
      const before = point - lanes;
      if (point >= points || before < 0) continue;
      if (drawn.length < links && isEnd[before] === 0 && drawn.length < Math.floor((point + 1) / every)) {
        const least = 1 + roll(5);
        const most = least + 1 + roll(10);
        drawn.push({ from: before, to: point, least, most });
        isEnd[point] = 1;
        soonest[point] = soonest[before]! + least;
        latest[point] = latest[before]! + most;
        continue;
      }
      const least = 1 + roll(6);
      edges.push({ from: point, to: before, weight: -least });
      soonest[point] = soonest[before]! + least;
      latest[point] = latest[before]! + least;
      const other = Math.max(0, row - 1 - roll(4)) * lanes + roll(lanes);
      const waits = roll(4) === 0 && other < point && other !== before;
      if (waits) {
        edges.push({ from: point, to: other, weight: -roll(4) });
        soonest[point] = Math.max(soonest[point]!, soonest[other]! - edges.at(-1)!.weight);
        latest[point] = Math.max(latest[point]!, latest[other]! - edges.at(-1)!.weight);
      }
      const needed = waits ? latest[point]! - soonest[before]! : least;
      edges.push({ from: before, to: point, weight: needed + roll(12) });
    }
  while (edges.length < 2.46 * points) {
    const [from, to] = [roll(points), roll(points)];
    if (from === to || Math.abs(from - to) > 12 * lanes) continue;
    edges.push({ from, to, weight: Math.max(latest[to]! - soonest[from]!, 0) + roll(20) });
  }

  return renumbered({ points, edges, links: drawn }, roll);
}

/** The same network with its points in no order. */
function renumbered({ points, edges, links }: Network, roll: (sides: number) => number): Network {
  const numbers = Array.from({ length: points }, (_point, at) => at);
  for (let at = points - 1; at > 0; at -= 1) {
    const other = roll(at + 1);
    [numbers[at], numbers[other]] = [numbers[other]!, numbers[at]!]; // both are below `points`
  }
  const move = <Part extends Edge | Link>(part: Part): Part => ({
    ...part,
    from: numbers[part.from]!,
    to: numbers[part.to]!,
  });

  return { points, edges: edges.map(move), links: links.map(move) };
}
