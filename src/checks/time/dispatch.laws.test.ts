import { expect, test } from "vitest";
import { dice, randomNetwork } from "../../../test/time/random-network.ts";
import type { Roll } from "../../../test/time/random-network.ts";
import { controllabilityOf } from "./controllability.ts";
import { dispatcherOf, dueNow } from "./dispatch.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { Network } from "./network.ts";

test("whoever keeps to what is due breaks no bound, whatever the links take", () => {
  let kept = 0;
  for (let seed = 1; kept < 2_500; seed += 1) {
    const network = randomNetwork(dice(seed));
    const answer = controllabilityOf(network);
    if (!answer.controllable) continue;
    kept += 1;
    const dispatcher = dispatcherOf(network, answer.plan);
    for (let run = 1; run <= 3; run += 1) {
      const days = executed(network, dispatcher, dice(seed * 7 + run));
      const fault = typeof days === "string" ? days : brokenBound(network, days);
      if (fault !== null) expect.fail(`network ${seed}, run ${run}: ${fault}: ${JSON.stringify([network, days])}`);
    }
  }
});

/** Lives through a network: links end on days drawn by chance, one's own points are executed by chance among what may be done. */
function executed(network: Network, dispatcher: Dispatcher, roll: Roll): readonly number[] | string {
  const days: (number | null)[] = Array.from({ length: network.points }, () => null);
  const lengths = network.links.map(({ least, most }) =>
    roll(3) === 0 ? [least, most][roll(2)]! : least + roll(most - least + 1),
  );
  const endOf = (begin: number, link: number): number => begin + lengths[link]!;
  const eagerness = 1 + roll(4);
  for (let now = 0; now < 400; now += 1) {
    for (let isOver = false; !isOver;) {
      if (days.every((day) => day !== null)) return days as number[];
      const ending = network.links.filter(
        ({ from, to }, at) => days[to] === null && days[from] !== null && endOf(days[from]!, at) === now,
      );
      const due = dueNow(dispatcher, { days, now });
      const overdue = due.find(({ latest }) => latest !== null && latest < now);
      if (overdue !== undefined) return `point ${overdue.point} is overdue on day ${now}`;
      const may = due.filter(({ earliest }) => earliest <= now);
      const must = may.filter(({ latest }) => latest === now);
      const stuck = due.find(({ earliest, latest }) => latest === now && earliest > now);
      if (stuck !== undefined && ending.length === 0 && must.length === 0)
        return `point ${stuck.point} must and may not be done on day ${now}`;
      if (ending.length > 0 && (must.length === 0 || roll(2) === 0)) days[ending[roll(ending.length)]!.to] = now;
      else if (must.length > 0) days[must[roll(must.length)]!.point] = now;
      else if (may.length > 0 && roll(eagerness + 1) > 0) days[may[roll(may.length)]!.point] = now;
      else isOver = true;
    }
  }

  return "no end after 400 days";
}

function brokenBound({ edges, links }: Network, days: readonly number[]): string | null {
  for (const { from, to, weight } of edges)
    if (days[to]! - days[from]! > weight) return `${to} − ${from} is above ${weight}`;
  for (const { from, to, least, most } of links)
    if (days[to]! - days[from]! < least || days[to]! - days[from]! > most) return `the link of ${to} is not kept`;

  return null;
}
