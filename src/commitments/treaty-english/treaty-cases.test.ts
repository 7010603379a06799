import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { valueOf } from "../slot.ts";
import { parseTreatyEnglish } from "./parse.ts";
import { printTreatyEnglish } from "./print.ts";

/**
 * Sources of Treaty English. `#` lines say why, then comes the source. A good one has its canonical form below
 * `=== printed`. A bad one has a line for each slip (place, and something allowed there) and for each frame that is
 * read all the same (id, to whom).
 */
const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../../cases/commitments/treaty-english");

function cases(kind: string): readonly string[] {
  return readdirSync(join(folder, kind)).filter((name) => name.endsWith(".txt"));
}

function partsOf(kind: string, name: string): readonly string[] {
  const [text = "", ...expected] = readFileSync(join(folder, kind, name), "utf8").split(/^=== \w+\n/m);

  return [text.slice(text.indexOf("\n\n") + 2), ...expected];
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

describe("good", () => {
  test.each(cases("good"))("%s", (name) => {
    const [source = "", printed = ""] = partsOf("good", name);
    const read = parseTreatyEnglish(source);
    expect(read.slips).toEqual([]);
    expect(printTreatyEnglish(read)).toBe(printed);
    expect(printTreatyEnglish(parseTreatyEnglish(printed))).toBe(printed);
  });
});

describe("bad", () => {
  test.each(cases("bad"))("%s", (name) => {
    const [source = "", slips = "", frames = ""] = partsOf("bad", name);
    const read = parseTreatyEnglish(source);
    const told = read.slips.map(({ line, column }) => `${line}:${column}`);
    expect(told).toEqual(lines(slips).map((line) => line.split(" ")[0]));
    for (const [at, line] of lines(slips).entries())
      expect(read.slips[at]!.allowed.join(", ")).toContain(line.slice(line.indexOf(" ") + 1));
    expect(read.commitments.map(({ id, counterparty }) => `${id} ${(valueOf(counterparty) ?? []).join(", ")}`)).toEqual(
      lines(frames),
    );
  });
});
