import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { proposeReading } from "../commitments/index.ts";
import type { DeclaredAmbiguity, Reading } from "../commitments/index.ts";
import { parseChoice, readDraft } from "../text/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";
import { rules } from "./rules/list.ts";

// A case is a short invented agreement in cases/checks. `#` lines on top say what is held:
//   # expect: RULE at LABEL         the rule fires and points there first; `*` for the text as a whole. ` as SEVERITY` may follow
//   # silent: RULE                  the rule does not fire anywhere
//   # choose: GROUP=OPTION          with this option of a bracket
//   # within: DAYS                  an answer to a breach is wanted within so many days
//   # declare: LABEL SLOT [; DAY]   all sides have left the slot open on purpose, to be looked at again on DAY
//   # second reader: LABEL BEARER   checked with a second reading, in which the commitments of LABEL are owed by BEARER
const cases = resolve(import.meta.dirname, "../../cases/checks");

type Case = {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly expected: readonly { readonly rule: string; readonly at: string }[];
  readonly silent: readonly string[];
  readonly found: readonly { readonly rule: string; readonly at: string; readonly severity: string }[];
};

describe.each(["bad", "good"])("%s", (kind) => {
  test.each(filesOf(kind))("%s", (file) => {
    const { expected, silent, found } = readCase(kind, file);
    const fired = found.map(({ rule, at }) => `${rule} at ${at}`);
    const told = [...fired, ...found.map(({ rule, at, severity }) => `${rule} at ${at} as ${severity}`)];
    for (const { rule, at } of expected) expect(told).toContain(`${rule} at ${at}`);
    for (const rule of silent) expect(fired.filter((one) => one.startsWith(`${rule} at `))).toEqual([]);
    expect(expected.length + silent.length, "a case says what it holds").toBeGreaterThan(0);
  });
});

test.each(rules.map(({ name }) => name))("%s has a text where it fires and one where it stays silent", (name) => {
  const bad = filesOf("bad").flatMap((file) => readCase("bad", file).expected.map(({ rule }) => rule));
  const good = filesOf("good").flatMap((file) => readCase("good", file).silent);
  expect(bad).toContain(name);
  expect(good).toContain(name);
});

test("a case gives only severities that docs/rules.md names", () => {
  const page = readFileSync(resolve(cases, "../../docs/rules.md"), "utf8");
  const rows = new Map([...page.matchAll(/^\| `([a-z-]+)` \| ([a-z, ]+) \|/gm)].map((row) => [row[1], row[2]]));
  for (const file of filesOf("bad"))
    for (const { rule, severity } of readCase("bad", file).found) expect(rows.get(rule), rule).toContain(severity);
});

test.each(["bad", "good"])("every finding of %s points into its text, under an id of its own", (kind) => {
  for (const file of filesOf(kind)) {
    const { draft, findings } = readCase(kind, file);
    const labels = new Set(draft.provisions.map(({ label }) => label));
    const words = new Map(draft.provisions.map((provision) => [provision.id, provision.words]));
    expect(new Set(findings.map(({ id }) => id)).size, file).toBe(findings.length);
    for (const { at, provisions, says, story, rule } of findings) {
      expect(
        provisions.filter((label) => !labels.has(label)),
        `${file}: ${rule}`,
      ).toEqual([]);
      expect(says, `${file}: ${rule}`).toMatch(/^\S.*\S[.?]$/u);
      expect(story.length).toBeGreaterThan(0);
      const days = story.flatMap(({ day }) => (day === null ? [] : [day]));
      expect(
        days.toSorted((one, other) => one - other),
        `${file}: ${rule}`,
      ).toEqual(days);
      if (at === null) continue;
      expect(at.start, `${file}: ${rule}`).toBeLessThan(at.end);
      expect(at.end, `${file}: ${rule}`).toBeLessThanOrEqual(words.get(at.provision)?.length ?? -1);
    }
  }
});

function filesOf(kind: string): readonly string[] {
  return readdirSync(resolve(cases, kind)).filter((name) => name.endsWith(".txt"));
}

const known = new Map<string, Case>();

function readCase(kind: string, file: string): Case {
  const name = `${kind}/${file}`;
  const read = known.get(name) ?? runCase(name, readFileSync(resolve(cases, name), "utf8"));
  known.set(name, read);

  return read;
}

function runCase(name: string, source: string): Case {
  const lines = source.split("\n");
  const top = lines.findIndex((line) => !line.startsWith("# "));
  const said = (word: string): readonly string[] =>
    lines
      .slice(0, top)
      .filter((line) => line.startsWith(`# ${word}: `))
      .map((line) => line.slice(word.length + 4).trim());
  const draft = readDraft(`${lines.slice(top).join("\n").trim()}\n`, { name });
  const choices = chosen(draft, said("choose"));
  const reading = { ...proposeReading(draft, choices), declared: said("declare").map(declaredIn) };
  const second = said("second reader").map((words) => secondReading(reading, words));
  const [within] = said("within");
  const { findings } = check({
    draft,
    readings: [reading, ...second],
    choices,
    answerWithin: within === undefined ? null : Number(within),
  });

  return {
    name,
    draft,
    findings,
    expected: said("expect").map((words) => ({ rule: words.split(" at ")[0]!, at: words.split(" at ")[1]! })),
    silent: said("silent"),
    found: findings.map(({ rule, provisions, severity }) => ({ rule, at: provisions[0] ?? "*", severity })),
  };
}

function chosen(draft: Draft, words: readonly string[]): Choices {
  return Object.fromEntries(
    words.map((choice) => {
      const read = parseChoice(draft, choice);
      if (read.kind === "refused") throw new Error(read.reason);

      return [read.value.group, read.value.option];
    }),
  );
}

function declaredIn(words: string): DeclaredAmbiguity {
  const [place = "", reviewOn = null] = words.split("; ");
  const [at = "", slot = ""] = place.split(" ");

  return { at, slot, by: ["Aland", "Bland"], purpose: null, reviewOn, ifNotResolved: null };
}

function secondReading(first: Reading, words: string): Reading {
  const [label, ...bearer] = words.split(" ");
  const commitments = first.commitments.map((one) =>
    one.label === label
      ? Object.assign({}, one, { bearer: { kind: "asserted", value: [bearer.join(" ")], by: "second", why: null } })
      : one,
  );

  return { ...first, reader: "second", kind: "given", commitments };
}
