import { expect, test } from "vitest";
import { everyMatch } from "./every-match.ts";

test.each<[string, RegExp, string]>([
  ["none", /x/g, "abc"],
  ["several, with groups and places", /(?<letter>[ab])(\d)?/g, "a1 b a2"],
  ["letters of two units", /\p{L}/gu, "𝐀b𝐂"],
])("the same as matchAll: %s", (_name, pattern, text) => {
  const given = everyMatch(pattern, text).map((match) => [...match, match.index, match.groups]);

  expect(given).toEqual([...text.matchAll(pattern)].map((match) => [...match, match.index, match.groups]));
});

test("begins at the beginning, wherever the pattern was left", () => {
  const pattern = /a/g;
  pattern.lastIndex = 3;

  expect(everyMatch(pattern, "aaaa")).toHaveLength(4);
});

test("a pattern that matches nothing at all is a mistake", () => {
  expect(() => everyMatch(/a*/g, "bab")).toThrow(RangeError);
});
