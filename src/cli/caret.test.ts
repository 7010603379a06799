import fc from "fast-check";
import { expect, test } from "vitest";
import { caretLines } from "./caret.ts";
import { widthOf } from "./visible.ts";

test.each<[string, string, number, number, readonly [string, string]]>([
  ["words of a short line", "Each Party shall act.", 6, 11, ["Each Party shall act.", "     ^^^^^"]],
  ["a tab before the words", "\tEach", 2, 6, ["    Each", "    ^^^^"]],
  ["a mark that sits on a letter", "e\u0301 shall", 4, 9, ["e\u0301 shall", "  ^^^^^"]],
  ["a wide script", "第三条 act", 1, 4, ["第三条 act", "^^^^^^"]],
  ["a control in front", "\u001b act", 3, 6, ["<U+001B> act", "         ^^^"]],
  ["nothing at the end of a line", "act", 4, 4, ["act", "   ^"]],
])("%s", (_name, line, from, to, shown) => {
  expect(caretLines(line, from, to, 60)).toEqual(shown);
});

test("a long line is shown around the words", () => {
  const line = `${"a".repeat(200)} shall ${"b".repeat(200)}`;
  const [text, carets] = caretLines(line, 202, 207, 30);

  expect(text).toMatch(/^…a+ shall b+…$/);
  expect(widthOf(text)).toBe(30);
  expect(text.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("shall");
});

test("words longer than the width begin where they begin", () => {
  const [text, carets] = caretLines("x".repeat(300), 11, 290, 40);

  expect(widthOf(text)).toBe(40);
  expect(carets).toBe(` ${"^".repeat(38)}`);
});

test("whatever the line holds, the carets stay below it", () => {
  const place = fc.integer({ min: 1, max: 80 });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), place, place, (line, from, to) => {
      const [text, carets] = caretLines(line.replaceAll("\n", " "), from, to, 40);
      expect(widthOf(text)).toBeLessThanOrEqual(48);
      expect(carets).toMatch(/^ *\^+$/);
      expect(carets.length).toBeLessThanOrEqual(widthOf(text) + 1);
    }),
  );
});
