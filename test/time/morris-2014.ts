import type { Network } from "../../src/checks/time/network.ts";

type Arc = {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly kind: "plain" | "upper" | "lower";
  readonly link: number;
};

/**
 * A second opinion on dynamic controllability, written apart from the product's: Morris 2014, “Dynamic controllability and dispatchability
 * relationships”, O(n³). Links are split into a certain part and a rest; from every point with an incoming edge below 0, ways
 * are followed backwards until they are no longer below 0, other such points first.
 */
export function isControllableByMorris({ points, edges, links }: Network): boolean {
  const arcs: Arc[] = edges.map((edge) => ({ ...edge, kind: "plain", link: -1 }));
  let count = points;
  for (const [link, { from, to, least, most }] of links.entries()) {
    const middle = count;
    count += 1;
    arcs.push({ from, to: middle, weight: least, kind: "plain", link: -1 });
    arcs.push({ from: middle, to: from, weight: -least, kind: "plain", link: -1 });
    if (most === least) {
      arcs.push({ from: middle, to, weight: 0, kind: "plain", link: -1 });
      arcs.push({ from: to, to: middle, weight: 0, kind: "plain", link: -1 });
      continue;
    }
    arcs.push({ from: middle, to, weight: 0, kind: "lower", link });
    arcs.push({ from: to, to: middle, weight: least - most, kind: "upper", link });
  }
  const into: Arc[][] = Array.from({ length: count }, () => []);
  for (const arc of arcs) into[arc.to]!.push(arc);
  const isNegative = into.map((list) => list.some(({ weight }) => weight < 0));
  const state: ("ancestor" | "done" | null)[] = Array.from({ length: count }, () => null);

  const backward = (source: number): boolean => {
    if (state[source] === "ancestor") return false;
    if (state[source] === "done") return true;
    state[source] = "ancestor";
    // Each edge below 0 into the source is followed on its own, so that its label is known.
    for (const first of into[source]!.filter(({ weight }) => weight < 0)) if (!follow(source, first)) return false;
    state[source] = "done";

    return true;
  };

  const follow = (source: number, first: Arc): boolean => {
    const distance = new Map([[first.from, first.weight]]);
    const closed = new Set<number>();
    for (;;) {
      let next: number | null = null;
      for (const [point, days] of distance)
        if (!closed.has(point) && (next === null || days < distance.get(next)!)) next = point;
      if (next === null) return true;
      closed.add(next);
      const days = distance.get(next)!;
      if (days >= 0) {
        const plain: Arc = { from: next, to: source, weight: days, kind: "plain", link: -1 };
        into[source]!.push(plain);
        continue;
      }
      if (next === source) return false;
      if (isNegative[next]! && !backward(next)) return false;
      for (const arc of into[next]!) {
        if (arc.weight < 0) continue;
        if (arc.kind === "lower" && first.kind === "upper" && first.link === arc.link) continue;
        const reached = days + arc.weight;
        if (reached < (distance.get(arc.from) ?? Infinity)) distance.set(arc.from, reached);
      }
    }
  };

  for (let point = 0; point < count; point += 1) if (isNegative[point]! && !backward(point)) return false;

  return true;
}
