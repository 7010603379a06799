import type { Sketch } from "./sketch.ts";

export type Addresses = { readonly labels: readonly string[]; readonly duplicates: readonly number[] };

/**
 * The whole address of every provision: `3.1`, `9(b)`, `Annex A.3`, `3 ¶2`, `preamble ¶1`. Parts and chapters count only where points would
 * else share a number; of two equal labels the second gets `#2`. `inOption` says which provisions stand in a block option: equal numbers
 * in two options of one group are no slip.
 */
export function addressesOf(sketches: readonly Sketch[], inOption: (index: number) => boolean): Addresses {
  const first = plainAddresses(sketches, new Set());
  const counts = new Map<string, number>();
  sketches.forEach((sketch, index) => {
    if (isTop(sketch, sketches) && sketch.step !== null && !inOption(index))
      counts.set(first[index]!, (counts.get(first[index]!) ?? 0) + 1);
  });
  const shared = new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
  const labels = shared.size === 0 ? first : plainAddresses(sketches, shared);
  const seen = new Map<string, number>();
  const duplicates: number[] = [];
  const unique = labels.map((label, index) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    if (count === 1) return label;
    if (!inOption(index) && sketches[index]!.step !== null) duplicates.push(index);
    return `${label}#${count}`;
  });

  return { labels: unique, duplicates };
}

const containers = new Set(["part", "chapter"]);

function isTop(sketch: Sketch, sketches: readonly Sketch[]): boolean {
  if (containers.has(sketch.kind)) return false;

  return sketch.parent === null || containers.has(sketches[sketch.parent]!.kind);
}

function plainAddresses(sketches: readonly Sketch[], shared: ReadonlySet<string>): string[] {
  const labels: string[] = [];
  const places = new Map<number | null, number>();
  sketches.forEach((sketch, index) => {
    const parent = sketch.parent === null ? null : sketches[sketch.parent]!;
    const above = sketch.parent === null ? "" : labels[sketch.parent]!;
    if (sketch.kind === "preamble" || (sketch.kind === "signatures" && parent === null))
      return void labels.push(sketch.kind);
    if (sketch.kind === "note" && parent === null) return void labels.push(`note ${sketch.note ?? index}`);
    if (sketch.optionMark !== null)
      return void labels.push(`${above} ${sketch.optionMark.literal.replace(/[:.)–-]\s*$/, "")}`.trim());
    if (sketch.step !== null) return void labels.push(numbered(sketch, parent, above, shared));
    if (sketch.kind === "annex") return void labels.push("Annex");
    const base = parent !== null && containers.has(parent.kind) ? "" : above;
    const key = base === "" ? null : sketch.parent;
    const place = (places.get(key) ?? (key !== null && parent!.words !== "" ? 1 : 0)) + 1;
    places.set(key, place);
    labels.push(base === "" ? `¶${place}` : `${base} ¶${place}`);
  });

  return labels;
}

function numbered(sketch: Sketch, parent: Sketch | null, above: string, shared: ReadonlySet<string>): string {
  const step = sketch.step!;
  const written =
    step.style === "decimal" && !step.parentheses
      ? step.written
      : step.parentheses || step.style === "letter" || step.style === "roman"
        ? `(${step.written})`
        : step.written;
  if (sketch.kind === "annex") return `Annex ${step.written}`;
  if (containers.has(sketch.kind))
    return sketch.label?.keyword === null || sketch.label === null
      ? `Part ${step.written}`
      : capital(sketch.label.literal.replace(/\s*[.:–—-]?\s*$/, ""));
  if (parent === null || containers.has(parent.kind)) {
    const top = step.parentheses ? `(${step.written})` : step.written;
    if (!shared.has(top) || parent === null) return top;
    return parent.step === null ? top : `${parent.step.written}.${top}`;
  }
  if (step.written.includes(".") && !step.parentheses)
    return above.startsWith("Annex") && !step.written.startsWith(above) ? `${above}.${step.written}` : step.written;

  return written.startsWith("(") ? above + written : `${above}.${written}`;
}

function capital(literal: string): string {
  const rest = literal.slice(1);
  const isShouted = rest === rest.toUpperCase();
  const written = isShouted ? rest.toLowerCase().replace(/\b[ivxlc]+\b/g, (roman) => roman.toUpperCase()) : rest;

  return literal.charAt(0).toUpperCase() + written;
}
