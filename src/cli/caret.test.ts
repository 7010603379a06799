import fc from "fast-check";
import { expect, test } from "vitest";
import { caretLines } from "./caret.ts";
import { widthOf } from "./visible.ts";

type Place = readonly [from: number, to: number];

function shown(line: string, places: readonly Place[], cells: number): readonly (readonly string[])[] {
  return caretLines(
    line,
    places.map(([from, to]) => ({ from, to })),
    cells,
  ).map(({ text, carets }) => [text, ...carets]);
}

test.each<[string, string, readonly Place[], readonly string[]]>([
  ["words of a short line", "Each Party shall act.", [[6, 11]], ["Each Party shall act.", "     ^^^^^"]],
  ["a tab before the words", "\tEach", [[2, 6]], ["    Each", "    ^^^^"]],
  ["a mark that sits on a letter", "e\u0301 shall", [[4, 9]], ["e\u0301 shall", "  ^^^^^"]],
  ["a wide script", "第三条 act", [[1, 4]], ["第三条 act", "^^^^^^"]],
  ["a control in front", "\u001b act", [[3, 6]], ["<U+001B> act", "         ^^^"]],
  ["nothing at the end of a line", "act", [[4, 4]], ["act", "   ^"]],
  [
    "two places apart share a row",
    "Each Party shall act.",
    [
      [18, 21],
      [6, 11],
    ],
    ["Each Party shall act.", "     ^^^^^       ^^^"],
  ],
  [
    "a place inside another has its own row",
    "Each Party shall act.",
    [
      [1, 11],
      [6, 11],
    ],
    ["Each Party shall act.", "^^^^^^^^^^", "     ^^^^^"],
  ],
])("%s", (_name, line, places, lines) => {
  expect(shown(line, places, 60)).toEqual([lines]);
});

test("a long line is shown around the words, broken at spaces", () => {
  const line = `${"before ".repeat(30)}Each Party shall act ${"after ".repeat(30)}`;
  const [[text = "", carets = ""] = [], ...more] = shown(line, [[222, 227]], 40);

  expect(more).toEqual([]);
  expect(text).toMatch(/^…Party shall act( after)+…$/);
  expect(widthOf(text)).toBeLessThanOrEqual(40);
  expect(text.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("shall");
});

test("places far apart come in stretches, in the order of the line, and no word twice", () => {
  const words = Array.from({ length: 80 }, (_word, at) => `word${String(at).padStart(2, "0")}`);
  const line = words.join(" ");
  const at = (word: string): readonly [number, number] => [line.indexOf(word) + 1, line.indexOf(word) + 7];
  const stretches = shown(line, [at("word70"), at("word01"), at("word04"), at("word71")], 40);
  const text = stretches.map(([text = ""]) => text).join(" ");

  expect(stretches).toHaveLength(2);
  expect(words.filter((word) => text.split(word).length > 2)).toEqual([]);
  expect(stretches.map(([, carets = ""]) => carets.trim())).toEqual(["^^^^^^               ^^^^^^", "^^^^^^ ^^^^^^"]);
});

test("a place that does not fit goes on in the next stretch; a very long one is shown by its beginning", () => {
  const line = "lorem ".repeat(100);

  expect(shown(line, [[1, 60]], 40).map(([, carets = ""]) => carets.length)).toEqual([35, 23]);
  expect(shown(line, [[1, 600]], 40)).toHaveLength(1);
});

test("words without a space begin where they begin", () => {
  const [[text = "", carets] = []] = shown("x".repeat(300), [[11, 290]], 40);

  expect(widthOf(text)).toBeLessThanOrEqual(40);
  expect(carets).toMatch(/^ {10}\^+$/);
});

test("whatever the line holds, the carets stay below it", () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }));
  const places = fc.array(place, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), places, (line, places) => {
      for (const [text = "", ...rows] of shown(line.replaceAll("\n", " "), places, 40)) {
        expect(widthOf(text)).toBeLessThanOrEqual(48);
        for (const carets of rows) {
          expect(carets).toMatch(/^[ ^]*\^$/);
          expect(carets.length).toBeLessThanOrEqual(widthOf(text) + 1);
        }
      }
    }),
  );
});
