// A checker that remembers says what a new one says, whatever was edited before.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, createChecker } from "../src/checks/index.ts";
import { emptyProposals, proposeReading } from "../src/commitments/index.ts";
import { carryIdentity, readDraft } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";

const folder = resolve(import.meta.dirname, "../examples/geneva/text");
const source = readFileSync(join(folder, readdirSync(folder).toSorted().at(-1) ?? ""), "utf8");

/** The n-th place of a pattern in the text, counted round, replaced. */
type Edit = { readonly pattern: RegExp; readonly by: string; readonly at: number };

const edits: fc.Arbitrary<Edit> = fc.record({
  pattern: fc.constantFrom(
    /within \d+ days/g,
    /\bshall\b/g,
    /\bmay\b/g,
    /\bEach Party\b/g,
    /\bThe Mission\b/g,
    /\bverify\b/g,
    /^\d+\.\d+ .*$/gm,
    /\[[^[\]]*\]/g,
    /\bunder \d+\.\d+/g,
  ),
  by: fc.constantFrom("within 9 days", "shall", "may", "Each Party", "The guarantors", "", "[shall][may]", "withdraw"),
  at: fc.nat(60),
});

function edited(text: string, { pattern, by, at }: Edit): string {
  const places = [...text.matchAll(pattern)];
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return text;

  return text.slice(0, place.index) + by + text.slice(place.index + place[0].length);
}

test("law: remembered and new checks agree after any edits", () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (changes) => {
      const checker = createChecker();
      const proposals = emptyProposals();
      let draft: Draft = readDraft(source, { name: "example" });
      let text = source;
      for (const change of [null, ...changes]) {
        if (change !== null) {
          text = edited(text, change);
          draft = carryIdentity(draft, readDraft(text, { name: "example" }));
        }
        const remembered = [proposeReading(draft, {}, proposals)];
        expect(remembered).toEqual([proposeReading(draft)]);
        const request = { draft, choices: {}, answerWithin: null };
        checker.check({ ...request, readings: remembered, wording: "chosen" });
        expect(checker.check({ ...request, readings: remembered })).toEqual(
          check({ ...request, readings: [proposeReading(draft)] }),
        );
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test.each<[string, string, string]>([
  ["of the other act", "within 50 days", "within 30 days"],
  ["of the act in brackets", "[20][40]", "[20][60]"],
])("an option is tried anew where the times of what it waits for change: %s", (_name, words, by) => {
  const text = `# Agreement between Aland and Bland

1. Bland shall mark the road within [20][40] days after entry into force.

2. Aland shall repair the road within 50 days after entry into force, but not before the completion of the marking under point 1.
`;
  const checker = createChecker();
  const reports = [text, text.replace(words, by)].map((source) => {
    const draft = readDraft(source, { name: "x.md" });
    const request = { draft, readings: [proposeReading(draft)], choices: {}, answerWithin: null };
    const remembered = checker.check(request);
    expect(remembered).toEqual(check(request));

    return remembered.findings.filter(({ rule }) => rule === "breach-without-fault").length;
  });

  expect(reports).toEqual([0, 1]);
});

test("a check given up half way changes nothing of the next", () => {
  const draft = readDraft(source, { name: "example" });
  const request = { draft, readings: [proposeReading(draft)], choices: {}, answerWithin: null };
  const whole = check(request);
  const checker = createChecker();
  const steps = checker.steps(request);
  expect(steps.next()).toMatchObject({ done: false });
  expect(steps.next()).toMatchObject({ done: false });
  steps.return(whole);
  expect(checker.check(request)).toEqual(whole);
});

test("the wording that stands has no finding of another", () => {
  const draft = readDraft(source, { name: "example" });
  const request = { draft, readings: [proposeReading(draft)], choices: {}, answerWithin: null };
  const chosen = check({ ...request, wording: "chosen" });
  const every = check(request);

  expect(chosen.untried).toBeGreaterThan(every.untried);
  expect(chosen.grades).toEqual(every.grades);
  const ids = new Set(every.findings.map(({ id }) => id));
  expect(chosen.findings.filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(every.findings.length).toBeGreaterThan(chosen.findings.length);
});
