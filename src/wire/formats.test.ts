import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseTreatyEnglish, printTreatyEnglish } from "../commitments/index.ts";
import { readDraft } from "../text/index.ts";
import { parseProcessFile } from "./process-file.ts";
import { parseReadingFile } from "./reading-file.ts";

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../docs/formats");

/** The fenced examples of a page that are marked with a language. */
function examples(page: string, language: string): readonly string[] {
  const text = readFileSync(join(folder, page), "utf8");

  return [...text.matchAll(/^```([a-z-]+)\n([\s\S]*?)^```$/gm)].flatMap(([, marked, source = ""]) =>
    marked === language ? [source] : [],
  );
}

describe("the examples of the format pages are what the pages say", () => {
  test("treaty-english.md", () => {
    const sources = examples("treaty-english.md", "treaty-english");
    expect(sources.length).toBe(1);
    for (const source of sources) {
      const { slips, ...read } = parseTreatyEnglish(source);
      expect(slips).toEqual([]);
      const { slips: _, ...again } = parseTreatyEnglish(printTreatyEnglish(read));
      expect({ ...again, mentions: [] }).toEqual({ ...read, mentions: [] });
    }
  });

  test("reading.md", () => {
    const [text = ""] = examples("reading.md", "markdown");
    const [source = ""] = examples("reading.md", "yaml");
    const parsed = parseReadingFile(source, "secretariat.yaml", readDraft(text, { name: "current.md" }));
    expect(parsed).toMatchObject({ kind: "ok" });
    if (parsed.kind === "refused") return;
    expect(parsed.value.commitments.map(({ id }) => id)).toEqual(["4.1/1", "4.2/1", "4.9/1"]);
    expect(parsed.value.guarantees.length).toBe(1);
  });

  test("process.md", () => {
    const [source = ""] = examples("process.md", "yaml");
    const parsed = parseProcessFile(source, "process.yaml");
    expect(parsed).toMatchObject({ kind: "ok", value: { parties: [{ id: "ALAND", name: "Aland" }, { id: "BLAND" }] } });
  });
});
