import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { machinery, telling } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

/**
 * Invented agreements in the manner of many real ones. A first paragraph of `#` lines says why, then
 * comes the text, and below the line `=== expect` every commitment in one line and lines about the machinery.
 */
const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../../cases/commitments/prose");

const left = / · (?:class|mode|role|liability|at|number|by what): [^·]*?(?= · |$)/g;

function told(
  source: string,
  name: string,
): { readonly commitments: readonly string[]; readonly others: readonly string[] } {
  const reading = proposeReading(readDraft(source, { name }));

  return {
    commitments: reading.commitments.map((commitment) => telling(commitment).replaceAll(left, "").trim()),
    others: machinery(reading),
  };
}

describe.each(["good", "bad"])("%s prose", (kind) => {
  const names = readdirSync(join(folder, kind)).filter((name) => name.endsWith(".txt"));
  test.each(names)("%s", (name) => {
    const [text = "", expected = ""] = readFileSync(join(folder, kind, name), "utf8").split("=== expect\n");
    const source = text.slice(text.indexOf("\n\n") + 2);
    const lines = expected.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const { commitments, others } = told(source, name.replace(/txt$/, "md"));
    expect(commitments).toEqual(lines.filter((line) => !line.startsWith("- ")));
    for (const line of lines.filter((one) => one.startsWith("- "))) expect(others).toContainEqual(line.slice(2));
  });
});
