import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chosenWords, printDraft, provisionByLabel, readDraft, type Draft } from "../src/text/index.ts";

const data = resolve(dirname(fileURLToPath(import.meta.url)), "../../shared/data");
const sets = ["agreements", "cop21-drafts", "udhr", "treaty-versions"] as const;
const missing = sets.map((set) => join(data, set)).filter((folder) => !existsSync(folder));
for (const folder of missing) console.info(`skipped: no texts at ${folder}`);

const files = sets
  .map((set) => join(data, set))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|html)$/.test(entry.name) && entry.name !== "README.md")
      .map((entry) => relative(data, join(entry.parentPath, entry.name))),
  );

const sourceOf = (file: string): string => readFileSync(join(data, file), "utf8");
const read = (file: string): Draft => readDraft(sourceOf(file), { name: file });
const labelled = (draft: Draft, kind: string): string[] =>
  draft.provisions.filter((provision) => provision.kind === kind).map(({ label }) => label);

describe.skipIf(missing.length > 0)("real texts", () => {
  test.each(files)("%s is read whole, and every bracket is accounted for", (file) => {
    const source = sourceOf(file);
    const draft = readDraft(source, { name: file });
    expect(printDraft(draft)).toBe(source);
    const sum = draft.accounts;
    expect(sum.openers).toBe(source.split("[").length - 1);
    expect(sum.other).toBe(0);
    expect(draft.provisions.length).toBeGreaterThan(3);
    expect(new Set(draft.provisions.map(({ label }) => label)).size).toBe(draft.provisions.length);
    for (const { index } of draft.provisions) chosenWords(draft, index, {});
  });

  test.each<[string, number, number]>([
    ["cop21-drafts/23-oct-2015.md", 1052, 1053],
    ["cop21-drafts/4-dec-2015.md", 1055, 1058],
  ])("%s: a bare count of brackets is explained", (file, openers, closers) => {
    const { accounts: sum, slips, groups } = read(file);
    console.info(
      `${file}: ${sum.groups} groups with ${sum.options} options (${sum.blockOptions} of them paragraphs).\n` +
        `  ${sum.openers} "[" = ${sum.bracketedOptions} options + ${sum.connectors} connectors + ${sum.blanks} blanks + ${sum.placeholders} placeholders` +
        ` + ${sum.links} links + ${sum.notes} notes + ${sum.citations} citations + ${sum.escapes} escapes + ${sum.unclosed} unclosed + ${sum.tooDeep} too deep + ${sum.other} other\n` +
        `  ${sum.closers} "]" = ${sum.openers} - ${sum.unclosed} unclosed + ${sum.strayClosers} that close nothing`,
    );
    expect([sum.openers, sum.closers]).toEqual([openers, closers]);
    expect(sum.closers).toBe(sum.openers - sum.unclosed + sum.strayClosers);
    expect(groups.length).toBe(sum.groups);
    const of = (code: string): number => slips.filter((slip) => slip.code === code).length;
    expect(of("unclosed")).toBe(sum.unclosed);
    expect(of("stray-close")).toBe(sum.strayClosers);
    expect(of("spanning")).toBe(
      groups.flatMap(({ options }) => options).filter(({ closes }) => closes !== null).length,
    );
    expect(sum.blockOptions).toBeGreaterThan(80);
  });

  test("points are numbered 1 to 13, with a note and the signatures after them", () => {
    const draft = read("agreements/1364-minsk-package-of-measures-2015-02-12.md");
    expect(labelled(draft, "point")).toEqual(Array.from({ length: 13 }, (_, at) => String(at + 1)));
    const note = draft.provisions.find(({ kind }) => kind === "note")!;
    const marked = draft.provisions.flatMap(({ label, notes }) => notes.map((mark) => [label, mark.note]));
    expect(marked).toEqual([["11", note.index]]);
    expect(draft.provisions.filter(({ parent }) => parent === note.index)).toHaveLength(8);
  });

  test.each(["eng", "fra", "ukr"])("udhr/%s.html has 30 articles", (language) => {
    const draft = read(`udhr/${language}.html`);
    expect(labelled(draft, "article")).toEqual(Array.from({ length: 30 }, (_, at) => String(at + 1)));
    expect(draft.languages).toEqual([{ eng: "en", fra: "fr", ukr: "uk" }[language]]);
  });

  test("articles, their paragraphs and letters have addresses", () => {
    for (const file of files.filter((name) => name.includes("anti-doping"))) {
      const draft = read(file);
      for (const label of ["2.1", "2.1(a)", "7.2(d)(iii)", "11.1(b)", "19"])
        expect([file, label, provisionByLabel(draft, label)?.label]).toEqual([file, label, label]);
      expect(draft.provisions.find(({ label }) => label === "1")!.heading).toBe("Aim of the Convention");
    }
  });
});
