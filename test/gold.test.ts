import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { proposeReading } from "../src/commitments/index.ts";
import { readDraft } from "../src/text/index.ts";
import {
  countsOf,
  pairs,
  plainOfCoded,
  plainOfReading,
  precision,
  recall,
  slotNames,
  summed,
  type CodedFrame,
  type Count,
  type SlotName,
} from "./gold-table.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = resolve(root, "../shared/data/agreements");
const isThere = existsSync(join(folder, "gold"));
if (!isThere) console.info(`skipped: no codings of agreements at ${join(folder, "gold")}`);

const coders = ["c", "d"] as const;
const rows: readonly SlotName[] = ["frame", ...slotNames];

/** Floors a little below what is reached: a guard against falling behind, not a mark of quality. */
const floors: Readonly<Record<string, readonly [precision: number, recall: number]>> = {
  frame: [0.93, 0.9],
  bearer: [0.9, 0.9],
  modality: [0.93, 0.93],
  strength: [0.95, 0.95],
  "deadline kind": [0.93, 0.93],
  "deadline days or date": [0.85, 0.7],
  "anchor event": [0.75, 0.7],
  "anchor point": [0.75, 0.6],
  verifier: [0.85, 0.9],
};

describe.skipIf(!isThere)("what the rules propose, beside two coders who read the texts alone", () => {
  const texts = isThere ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];
  const measured = texts.map((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const text = source.replace(/[*_#]/g, "").replace(/\s+/g, " ");
    const draft = readDraft(source, { name });
    const proposed = plainOfReading(proposeReading(draft), draft, text);
    const id = name.slice(0, 4);
    const coded = coders.map((coder) => plainOfCoded(codedBy(coder, id), text));

    return {
      id,
      against: coded.map((frames) => countsOf(pairs(frames, proposed))),
      between: countsOf(pairs(coded[0] ?? [], coded[1] ?? [])),
    };
  });
  const against = coders.map((_, index) => summed(measured.map((one) => one.against[index]!)));
  const between = summed(measured.map((one) => one.between));

  test("the table is printed", () => {
    console.info(tableOf(against, between));
    expect(measured.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(floors))("%s stays above its floor against both coders", (name, [least, leastFound]) => {
    for (const table of against) {
      const count = table.get(name as SlotName)!;
      expect(precision(count), `${name}: precision`).toBeGreaterThanOrEqual(least);
      expect(recall(count), `${name}: recall`).toBeGreaterThanOrEqual(leastFound);
    }
  });

  test("no body that determines and no answer is found where no coder found any", () => {
    for (const table of against)
      for (const name of ["determination", "consequence"] as const)
        expect(table.get(name)).toMatchObject({ both: 0, onlyRight: 0, differ: 0 });
  });
});

function codedBy(coder: string, id: string): readonly CodedFrame[] {
  return JSON.parse(readFileSync(join(folder, "gold", coder, `${id}.json`), "utf8")) as readonly CodedFrame[];
}

/** One line a slot: found, missed, invented, otherwise; precision and recall; the coders' own agreement. */
function tableOf(against: readonly ReadonlyMap<SlotName, Count>[], between: ReadonlyMap<SlotName, Count>): string {
  const head = [
    "slot".padEnd(22),
    ...coders.map((coder) => `against ${coder}: found missed extra other   P    R`),
    "coders: alike of all",
  ].join(" | ");
  const lines = rows.map((name) => {
    const cells = against.map((table) => {
      const count = table.get(name)!;
      const numbers = [count.both, count.onlyLeft, count.onlyRight, count.differ]
        .map((one) => String(one).padStart(6))
        .join("");

      return `${" ".repeat(10)}${numbers}  ${share(precision(count))} ${share(recall(count))}`;
    });
    const own = between.get(name)!;
    const all = own.both + own.onlyLeft + own.onlyRight + own.differ;

    return [
      name.padEnd(22),
      ...cells,
      `${own.both} of ${all} (P ${share(precision(own))} R ${share(recall(own))})`,
    ].join(" | ");
  });

  return [head, ...lines].join("\n");
}

function share(value: number): string {
  return value.toFixed(2);
}
