import fc from "fast-check";
import { expect, test } from "vitest";
import { listed, literally, plural } from "./sentence.ts";

test.each([
  [[], ""],
  [["UA"], "UA"],
  [["UA", "RU"], "UA and RU"],
  [["UA", "RU", "EU"], "UA, RU and EU"],
])("names in a row: %j", (names, words) => {
  expect(listed(names)).toBe(words);
});

test("one is not many, none is", () => {
  expect([0, 1, 2].map((count) => plural(count, "note"))).toEqual(["0 notes", "1 note", "2 notes"]);
});

test("law: a pattern of words fits the words and nothing else as long", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (words, others) => {
      const pattern = new RegExp(`^${literally(words)}$`);
      expect(pattern.test(words)).toBe(true);
      expect(pattern.test(others)).toBe(words === others);
    }),
  );
});
