import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { valuesOf } from "../slot.ts";
import { proposeReading } from "./propose-reading.ts";

const land = "A Land Commission is established.";
const vote = "An Electoral Commission is established.";

/** Each string is an article; told is who bears each duty of whoever is called by the noun alone. */
test.each<[string, string[], string[]]>([
  [
    "the one its article makes",
    [`${land} The Commission shall register claims.`, `${vote} The Commission shall print lists.`],
    ["Land Commission", "Electoral Commission"],
  ],
  [
    "the one its article makes, beside another named there",
    [land, `${vote} The Land Commission shall sit. The Commission shall print lists.`],
    ["Land Commission", "Electoral Commission"],
  ],
  [
    "the one its article names",
    [land, vote, "Aland shall assist the Land Commission. The Commission shall register claims."],
    ["Aland", "Land Commission"],
  ],
  [
    "no one, where neither is near",
    [land, vote, "The Commission shall report to the Parties."],
    ["Land Commission|Electoral Commission"],
  ],
  [
    "no one, where both are made",
    [`${land} ${vote} The Commission shall report to the Parties.`],
    ["Land Commission|Electoral Commission"],
  ],
  ["the only one of the text", [land, "The Commission shall register claims."], ["Land Commission"]],
  [
    "the one to which the text gives the name",
    ["A Joint Land Commission (hereinafter “the Commission”) is established.", vote, "The Commission shall report."],
    ["Joint Land Commission"],
  ],
  [
    "the one of its kind",
    ["A Water Board is established.", land, "The Board shall measure the flow."],
    ["Water Board"],
  ],
])("who is meant: %s", (_, articles, expected) => {
  const text = articles.map((words, at) => `# Article ${at + 1}\n\n${words}\n`).join("\n");
  const { commitments } = proposeReading(readDraft(`---\nlanguages: [en]\n---\n\n${text}`, { name: "bodies" }));

  expect(commitments.map(({ bearer }) => valuesOf(bearer).flat().join("|"))).toEqual(expected);
});

test("the part that makes one body speaks of it in its other articles", () => {
  const draft = readDraft(
    `---
languages: [en]
---

# Part One

## Article 1

A Land Commission is established and decides by consensus.

## Article 2

The Commission shall register claims.

# Part Two

## Article 3

An Electoral Commission is established.

## Article 4

Aland shall send the lists to the Commission.
`,
    { name: "parts" },
  );
  const { commitments, bodies } = proposeReading(draft);
  expect(commitments.map(({ bearer, counterparty }) => [valuesOf(bearer), valuesOf(counterparty)].flat(2))).toEqual([
    ["Land Commission"],
    ["Aland", "Electoral Commission"],
  ]);
  expect(bodies.map(({ id }) => id)).toEqual(["Land Commission", "Electoral Commission"]);
});
