import { expect, test } from "vitest";
import { unresolved } from "../commitments/index.ts";
import { windowWords } from "./window-words.ts";

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
