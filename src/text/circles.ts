import type { Provision } from "./draft.ts";

const defers =
  /\b(?:subject to|in accordance with|as defined in|as set out in|as provided (?:for )?in|pursuant to|has the meaning given in|means what)[\s\p{L}]{0,30}$/iu;

/** Provisions that only defer to one another, once a circle, by index. Iterative (Tarjan); O(provisions + references). */
export function circlesOf(provisions: readonly Provision[]): number[][] {
  const edges = provisions.map((provision) =>
    provision.references.flatMap((reference) =>
      reference.target.kind === "provision" &&
      defers.test(provision.words.slice(Math.max(0, reference.span.start - 80), reference.span.start))
        ? [reference.target.index]
        : [],
    ),
  );
  const order = new Int32Array(provisions.length).fill(-1);
  const low = new Int32Array(provisions.length);
  const onStack = new Uint8Array(provisions.length);
  const stack: number[] = [];
  const circles: number[][] = [];
  let count = 0;
  for (let root = 0; root < provisions.length; root += 1) {
    if (order[root] !== -1) continue;
    const work: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1)!;
      const { node } = frame;
      if (frame.next === 0) {
        order[node] = low[node] = count;
        count += 1;
        stack.push(node);
        onStack[node] = 1;
      }
      const to = edges[node]![frame.next];
      frame.next += 1;
      if (to !== undefined) {
        if (order[to] === -1) work.push({ node: to, next: 0 });
        else if (onStack[to] === 1) low[node] = Math.min(low[node]!, order[to]!);
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above !== undefined) low[above.node] = Math.min(low[above.node]!, low[node]!);
      if (low[node] !== order[node]) continue;
      const circle: number[] = [];
      for (;;) {
        const member = stack.pop()!;
        onStack[member] = 0;
        circle.push(member);
        if (member === node) break;
      }
      if (circle.length > 1) circles.push(circle.sort((a, b) => a - b));
    }
  }

  return circles;
}
