import { expect, test } from "vitest";
import { cutTo, padTo, visible, visibleJson, visibleLine, widthOf, wrapAfter, wrapTo } from "./visible.ts";

test.each<[string, string, string]>([
  ["an escape that would colour", "a\u001b[31mb", "a<U+001B>[31mb"],
  ["a control of eight bits", "a\u009bb", "a<U+009B>b"],
  ["a mark that turns the line", "a\u202eb", "a<U+202E>b"],
  ["a space without width", "a\u200bb", "a<U+200B>b"],
  ["a tag character beyond the first plane", "a\u{e0041}b", "a<U+E0041>b"],
  ["a carriage return that would overwrite", "a\rb", "a<U+000D>b"],
  ["joiners that scripts need", "a\u200c\u200db", "a\u200c\u200db"],
  ["plain words in any script", "Стаття ٣ 第三条", "Стаття ٣ 第三条"],
])("%s", (_name, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each<[string, string]>([
  [" a\n\tb \r\n c ", "a b c"],
  ["a  b", "a b"],
  [" a", "a"],
  ["a ", "a"],
  ["a b, c.", "a b, c."],
  ["a\u001bb", "a<U+001B>b"],
])("a line has no line ends, tabs or rows of spaces: %j", (text, shown) => {
  expect(visibleLine(text)).toBe(shown);
});

test("JSON with such characters escaped is the same value", () => {
  const value = { text: "a\u009b\u202e\u{e0041}\u001bé" };
  const written = visibleJson(value);

  expect(written).not.toMatch(/[\u009b\u202e]/u);
  expect(JSON.parse(written)).toEqual(value);
});

test.each<[string, number]>([
  ["abc", 3],
  ["é", 1],
  ["e\u0301", 1],
  ["第三条", 6],
  ["😀", 2],
  ["Стаття", 6],
])("%s takes %i cells", (text, cells) => {
  expect(widthOf(text)).toBe(cells);
});

test("words are cut, filled and wrapped by cells", () => {
  expect(cutTo("第三条約", 5)).toBe("第三…");
  expect(cutTo("short", 5)).toBe("short");
  expect(padTo("第", 4)).toBe("第  ");
  expect(wrapTo("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapTo("longerthanthat a", 4)).toEqual(["longerthanthat", "a"]);
  expect(wrapAfter("> ", 2, "aaaaaaaaaa bbbbbbbbbb", 22)).toEqual(["> aaaaaaaaaa", "  bbbbbbbbbb"]);
});
