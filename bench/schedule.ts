import { controllabilityOf } from "../src/checks/index.ts";
import type { Network } from "../src/checks/index.ts";
import { cstnuToolTimes } from "./cstnu-tool.ts";
import { inventedNetwork } from "./invented-network.ts";
import { rowOf } from "./measure.ts";
import type { Goal, Row } from "./measure.ts";

type Size = { readonly points: number; readonly links: number; readonly runs: number; readonly goal: Goal };

const atMost = (value: number): Goal => ({ bound: "at-most", value });
const sizes: readonly Size[] = [
  { points: 500, links: 50, runs: 60, goal: atMost(3) },
  { points: 1000, links: 100, runs: 30, goal: atMost(10) },
  { points: 2000, links: 200, runs: 10, goal: null },
  { points: 5000, links: 100, runs: 6, goal: atMost(100) },
  { points: 5000, links: 500, runs: 4, goal: null },
];
const seeds = [1, 2, 3, 4, 5];

/** CPU time of the verdict on schedules that can be kept, five of each size; how it grows; and how the CSTNU Tool does beside it. */
export function scheduleRows(): Row[] {
  const rows = sizes
    .map((size) => ({ size, networks: networksOf(size) }))
    .map(({ size, networks }) => ({
      size,
      networks,
      row: rowOf(
        `schedule, ${size.points} points, ${size.links} links: can it be kept`,
        "ms CPU",
        networks.flatMap((network) => cpuSamples(network, size.runs)),
        size.goal,
      ),
    }));
  const growth = rows.slice(1, 3).map(({ size, row }, at) => {
    const { row: before } = rows[at]!; // `slice` begins at 1
    const name = `schedule, twice the points and links (${size.points}): times as long`;

    return rowOf(name, "×", [row.median / before.median], null);
  });

  return [
    ...rows.map(({ row }) => row),
    ...growth,
    ...rows.slice(0, 2).flatMap(({ size, networks, row }) => toolRows(size, networks, row)),
  ];
}

/** One verdict in a process of its own: the megabytes by which it grows. A child's peak is no measure, it begins with its parent's. */
export function scheduleMemory(): { readonly memory: number } {
  const network = inventedNetwork(5000, 500, 1);
  const before = process.memoryUsage.rss();
  controllabilityOf(network);

  return { memory: (process.memoryUsage.rss() - before) / 2 ** 20 };
}

function networksOf({ points, links }: Size): readonly Network[] {
  return seeds.map((seed) => inventedNetwork(points, links, seed));
}

function cpuSamples(network: Network, runs: number): number[] {
  const sample = (): number => {
    const before = process.cpuUsage();
    const answer = controllabilityOf(network);
    const { user, system } = process.cpuUsage(before);
    if (!answer.controllable) throw new Error("an invented schedule cannot be kept");
    return (user + system) / 1000;
  };
  for (let warmUp = 0; warmUp < 5; warmUp += 1) sample();

  return Array.from({ length: runs }, sample);
}

function toolRows({ points, links }: Size, networks: readonly Network[], row: Row): Row[] {
  const times = cstnuToolTimes(networks);
  if (times === null) return [];
  const own = rowOf(`CSTNU Tool, RUL2021, ${points} points, ${links} links`, "ms CPU", times, null);

  return [
    own,
    rowOf(`CSTNU Tool to this, ${points} points, by median`, "×", [own.median / row.median], {
      bound: "at-least",
      value: 10,
    }),
  ];
}
