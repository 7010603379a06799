import { expect, test } from "vitest";
import { draftTitle, listed } from "./say.ts";

test.each<[string, string]>([
  ["02-second-draft.md", "Second draft"],
  ["Pasted text", "Pasted text"],
  ["2024.txt", "2024"],
])("a file's name as people say it: %s", (name, says) => {
  expect(draftTitle(name)).toBe(says);
});

test("names are listed as in a sentence", () => {
  expect([listed([]), listed(["UA"]), listed(["UA", "RU"]), listed(["UA", "RU", "EU"])]).toEqual([
    "",
    "UA",
    "UA and RU",
    "UA, RU and EU",
  ]);
});
