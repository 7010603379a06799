import { expect, test } from "vitest";
import { unresolved } from "../commitments/index.ts";
import { draftTitle, listed, windowWords } from "./say.ts";

test.each<[string, string]>([
  ["02-second-draft.md", "Second draft"],
  ["Pasted text", "Pasted text"],
  ["2024.txt", "2024"],
])("a file's name as people say it: %s", (name, says) => {
  expect(draftTitle(name)).toBe(says);
});

test.each<[string, string]>([
  ["within 5 days after signature", "within 5 days after signature"],
  ["WITHIN 5 DAYS AFTER [4.1]", "within 5 days after 4.1"],
  ["WITHIN 6 HOURS AFTER [the refusal]", "within 6 hours after the refusal"],
  ["WITHIN 60 DAYS AFTER [REQUEST]", "within 60 days after request"],
  ["WITHIN 2 DAYS AFTER [12.2 Option 1]", "within 2 days after 12.2 Option 1"],
])("when, in small letters where it is Treaty English: %s", (words, says) => {
  const window = { after: unresolved(), earliest: unresolved(), latest: unresolved(), ordinal: false } as const;

  expect(windowWords({ ...window, openEnded: "no", words })).toBe(says);
});

test("names are listed as in a sentence", () => {
  expect([listed([]), listed(["UA"]), listed(["UA", "RU"]), listed(["UA", "RU", "EU"])]).toEqual([
    "",
    "UA",
    "UA and RU",
    "UA, RU and EU",
  ]);
});
