import type { Network } from "../../src/checks/time/network.ts";

/**
 * Dynamic controllability by its definition, for networks of a few points and days: a game, day by day. Others end their links when they
 * like within their limits, also after one has acted; one sees each end and may act on it on the same day. Whether one can
 * keep every edge, tried move by move up to day `last`.
 */
export function canBeKeptByPlay({ points, edges, links }: Network, last: number): boolean {
  const endOf = new Map(links.map((link) => [link.to, link]));
  const known = new Map<string, boolean>();
  type Days = readonly (number | null)[];
  const remember = (turn: string, days: Days, now: number, answer: () => boolean): boolean => {
    const key = `${turn}${now}:${days.join(",")}`;
    let said = known.get(key);
    if (said === undefined) {
      said = answer();
      known.set(key, said);
    }
    return said;
  };
  /** Edges between what has happened hold, and no edge to what has not is overdue. */
  const isSound = (days: Days, now: number): boolean =>
    edges.every(({ from, to, weight }) => {
      const [begin = null, end = null] = [days[from], days[to]];
      return begin === null || (end ?? now) - begin <= weight;
    });
  const mayEnd = (days: Days, now: number): readonly number[] =>
    links
      .filter(({ from, to, least }) => days[to] === null && days[from] !== null && now - (days[from] ?? 0) >= least)
      .map(({ to }) => to);
  const mustEnd = (days: Days, now: number): boolean =>
    links.some(({ from, to, most }) => days[to] === null && days[from] !== null && now - (days[from] ?? 0) === most);

  const own = (days: Days, now: number): boolean =>
    remember("own", days, now, () => {
      if (!isSound(days, now)) return false;
      if (days.every((day) => day !== null)) return true;
      for (let point = 0; point < points; point += 1)
        if (days[point] === null && !endOf.has(point) && others(days.with(point, now), now, false)) return true;
      return others(days, now, true);
    });
  /** After one's own move; `isPassed` where one did nothing, so that the day may end. */
  const others = (days: Days, now: number, isPassed: boolean): boolean =>
    remember(`others${isPassed}`, days, now, () => {
      if (!isSound(days, now)) return false;
      if (!mayEnd(days, now).every((point) => own(days.with(point, now), now))) return false;
      if (!isPassed) return own(days, now);
      if (mustEnd(days, now)) return true; // it ends today, and what follows was kept
      return now < last && others(days, now + 1, false);
    });

  return others(
    Array.from({ length: points }, () => null),
    0,
    false,
  );
}
