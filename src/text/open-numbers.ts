import type { Label, Step } from "./labels.ts";
import { ranks } from "./sketch.ts";
import type { Standing } from "./standing.ts";

/** The open provision whose number a dotted label goes on with: `3.1` stands under `3`. */
export function numberedParent(standing: Standing, label: Label | null): number | null {
  if (label === null) return null;
  const { written } = label.step;
  if (!written.includes(".")) return null;
  const { open, sketches, indent } = standing;
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const index = open[at]!;
    const sketch = sketches[index]!;
    const own = sketch.step;
    if (own === null) continue;
    if (own.style === "decimal" && written.startsWith(`${own.written}.`)) return index;
    // What is indented into a list entry stays in it, whatever its number says.
    if (!sketch.fromHeading && indent > 0 && indent >= sketch.inner - 1) return index;
  }

  return null;
}

/** Closes what a number of this rank does not stand in. */
export function closeTo(standing: Standing, rank: number, label: Label | null = null): void {
  const { open, sketches } = standing;
  const keep = numberedParent(standing, label);
  while (open.length > 0 && open.at(-1) !== keep && sketches[open.at(-1)!]!.rank >= rank - 1e-9) open.pop();
}

export function parentFor(standing: Standing, rank: number, label: Label | null = null): number | null {
  const prefix = numberedParent(standing, label);
  if (prefix !== null) return prefix;
  const { open, sketches } = standing;
  for (let at = open.length - 1; at >= 0; at -= 1) if (sketches[open[at]!]!.rank < rank - 1e-9) return open[at]!;

  return null;
}

export function insideArticle({ open, sketches }: Standing): boolean {
  return open.some((index) => sketches[index]!.kind === "article");
}

/** Which level of the open lists a number belongs to: the one it goes on with, else a new one below the last. */
export function levelInList(standing: Standing, label: Label): { readonly rank: number; readonly step: Step } {
  const { open, sketches, indent } = standing;
  const parent = numberedParent(standing, label);
  if (parent !== null) return { rank: sketches[parent]!.rank + 0.01, step: label.step };
  const steps = label.alternative === null ? [label.step] : [label.step, label.alternative];
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const sketch = sketches[open[at]!]!;
    if (sketch.step === null || sketch.kind === "article" || sketch.rank < ranks.point) continue;
    if (sketch.indent > indent + 1) continue;
    for (const step of steps)
      if (sameList(sketch.step, step) && step.value === sketch.step.value + 1) return { rank: sketch.rank, step };
  }
  const begins = label.alternative !== null && steps.some((step) => step.value === 1);
  for (let at = begins ? -1 : open.length - 1; at >= 0; at -= 1) {
    const sketch = sketches[open[at]!]!;
    if (sketch.step === null || sketch.kind === "article" || sketch.rank < ranks.point) continue;
    for (const step of steps)
      if (sameList(sketch.step, step) && (step.value > sketch.step.value || samePrefix(sketch.step, step)))
        return { rank: sketch.rank, step };
  }
  const first = steps.find((step) => step.value === 1) ?? label.step;
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const sketch = sketches[open[at]!]!;
    if (sketch.step === null || sketch.fromHeading || sketch.kind === "article") continue;
    // A list that begins anew at the same column repeats its numbers; indented, it stands below.
    if (sameList(sketch.step, first) && Math.abs(sketch.indent - indent) <= 1)
      return { rank: sketch.rank, step: first };
  }
  const last = open.length === 0 ? null : sketches[open.at(-1)!]!;

  return { rank: Math.max(last?.rank ?? 0, ranks.article) + 0.1, step: first };
}

export function sameList(a: Step, b: Step): boolean {
  return a.style === b.style && a.parentheses === b.parentheses;
}

/** `4.2` and `4.1` count within one number. */
function samePrefix(a: Step, b: Step): boolean {
  const prefix = a.written.slice(0, a.written.lastIndexOf(".") + 1);

  return prefix !== "" && b.written.startsWith(prefix) && !b.written.slice(prefix.length).includes(".");
}
