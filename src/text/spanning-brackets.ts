import type { Pair, Scan } from "./bracket-pairs.ts";
import type { Sketch } from "./sketch.ts";

/** A bracket that opens in one provision and closes in a later one; `open` and `close` are offsets in their words. */
export type Spanning = { readonly from: number; readonly open: number; readonly to: number; readonly close: number };

/** A bracket never reaches further than so many provisions. */
const farthest = 60;

/**
 * Finds brackets over several provisions among the openers and closers without a partner, and takes them out of those: their pair reaches
 * to the end of the opener's words. A closer belongs to the last opener of a sibling before it; a heading ends all that is open. Between
 * provisions of the top level only a bracket around whole provisions counts, so that one mistake cannot damage the rest. O(provisions).
 */
export function matchAcross(
  sketches: readonly Sketch[],
  scans: readonly Scan[],
): { readonly scans: readonly Scan[]; readonly spanning: readonly Spanning[] } {
  const spanning: Spanning[] = [];
  const open: { from: number; at: number }[] = [];
  scans.forEach(({ unclosed, stray }, index) => {
    if (sketches[index]!.fromHeading) open.length = 0;
    while (open.length > 0 && !reaches(sketches, open.at(-1)!.from, index)) open.pop();
    for (const close of stray) {
      const last = open.at(-1);
      if (last === undefined || !mayPair(sketches, last, index, close)) continue;
      spanning.push({ from: last.from, open: last.at, to: index, close });
      open.pop();
    }
    for (const at of unclosed) open.push({ from: index, at });
  });
  if (spanning.length === 0) return { scans, spanning };

  const opened = new Map<number, Set<number>>();
  const closed = new Map<number, Set<number>>();
  for (const { from, open: at, to, close } of spanning) {
    opened.set(from, (opened.get(from) ?? new Set()).add(at));
    closed.set(to, (closed.get(to) ?? new Set()).add(close));
  }
  const rest = scans.map((found, index): Scan => {
    const here = opened.get(index);
    const ended = closed.get(index);
    if (here === undefined && ended === undefined) return found;
    return {
      pairs: here === undefined ? found.pairs : withOpen(found.pairs, [...here], sketches[index]!.words.length),
      unclosed: found.unclosed.filter((at) => here?.has(at) !== true),
      stray: found.stray.filter((at) => ended?.has(at) !== true),
      tooDeep: found.tooDeep,
    };
  });

  return { scans: rest, spanning: spanning.sort((a, b) => a.from - b.from || a.open - b.open) };
}

/** Whether a bracket open in one provision may still close in another: both stand under the same parent, or the later one deeper. */
function reaches(sketches: readonly Sketch[], from: number, to: number): boolean {
  const opener = sketches[from]!;
  const closer = sketches[to]!;
  if (to - from >= farthest || closer.depth < opener.depth) return false;

  return closer.depth > opener.depth || closer.parent === opener.parent;
}

function mayPair(
  sketches: readonly Sketch[],
  { from, at }: { readonly from: number; readonly at: number },
  to: number,
  close: number,
): boolean {
  if (!isTop(sketches, from) || !isTop(sketches, to)) return true;

  return beginsAt(sketches[from]!.words, at) && endsAt(sketches[to]!.words, close);
}

function isTop(sketches: readonly Sketch[], index: number): boolean {
  const { parent } = sketches[index]!;
  const kind = parent === null ? null : sketches[parent]!.kind;

  return kind === null || kind === "part" || kind === "chapter";
}

/** Whether nothing but openers stands before an opener. */
export function beginsAt(words: string, open: number): boolean {
  return /^[\s[]*$/.test(words.slice(0, open));
}

/** Whether nothing but closers and a mark of the sentence's end stands after a closer. */
export function endsAt(words: string, close: number): boolean {
  return /^[\s\].;,]*$/.test(words.slice(close + 1));
}

/** Adds pairs that reach beyond the end of the words. */
function withOpen(pairs: readonly Pair[], openers: readonly number[], end: number): readonly Pair[] {
  const reaching = openers.map((open): Pair => ({ open, close: end, depth: 0, parent: -1 }));
  const sorted = [...pairs, ...reaching].sort((a, b) => a.open - b.open);
  const found: Pair[] = [];
  const around: number[] = [];
  for (const { open, close } of sorted) {
    while (around.length > 0 && found[around.at(-1)!]!.close < open) around.pop();
    found.push({ open, close, depth: around.length, parent: around.at(-1) ?? -1 });
    around.push(found.length - 1);
  }

  return found;
}
