import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { rules } from "./list.ts";

const docs = resolve(import.meta.dirname, "../../../docs");

/** The rows of the tables of docs/rules.md: name and severities. */
const rows = [...readFileSync(`${docs}/rules.md`, "utf8").matchAll(/^\| `([a-z-]+)` \| ([a-z, ]+) \|/gm)].map(
  (row) => ({
    name: row[1] ?? "",
    severities: (row[2] ?? "").split(", "),
  }),
);

test("docs/rules.md lists every rule of the list once, and nothing else", () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

test("every row of docs/rules.md stands under its family", () => {
  const page = readFileSync(`${docs}/rules.md`, "utf8");
  for (const { name, family } of rules) {
    const before = page.slice(0, page.indexOf(`| \`${name}\` |`));
    const heading = before.slice(before.lastIndexOf("\n## ") + 4);
    expect(heading.toLowerCase().startsWith(family), name).toBe(true);
  }
});

test("a severity of a row is one that the rule's file can give", () => {
  for (const { name, severities } of rows) {
    const source = readFileSync(resolve(import.meta.dirname, `${name}.ts`), "utf8");
    const given = ["error", "warning", "note"].filter((severity) => source.includes(`"${severity}"`));
    expect(given.toSorted(), name).toEqual(severities.toSorted());
  }
});

test("every rule has its source in docs/sources.md and says so", () => {
  const sources = readFileSync(`${docs}/sources.md`, "utf8");
  for (const { name } of rules) {
    expect(sources).toContain(`\n## ${name}\n`);
    const source = readFileSync(resolve(import.meta.dirname, `${name}.ts`), "utf8");
    expect(source, name).toContain(`docs/sources.md#${name}`);
    expect(source, name).toContain(`name: "${name}"`);
  }
});
