import { describe, expect, test } from "vitest";
import { htmlBlocks } from "./html.ts";

const textsOf = (source: string): string[] => htmlBlocks(source).blocks.map(({ text }) => text.trim());

test.each<[string, string, string[]]>([
  ["white space folds", "<p>Aland\n  shall\tpay </p>", ["Aland shall pay"]],
  ["a space that may not break stays", "<p>5&nbsp;km \u00a0</p>", ["5\u00a0km"]],
  ["one name for two characters", "<p>a &NotEqualTilde; b</p>", ["a \u2242\u0338 b"]],
  ["a name from before the semicolon was required", "<p>&notit; A &ampersand;</p>", ["¬it; A &ersand;"]],
  ["a sign that is no name", "<p>A & B &c; x < y</p>", ["A & B &c; x < y"]],
  ["paragraphs that nothing ends", "<p>a<p>b<div>c", ["a", "b", "c"]],
  [
    "cells and entries that nothing ends",
    "<table><tr><td>a<td>b<tr><td>c</table><ul><li>d<li>e",
    ["a", "b", "c", "d", "e"],
  ],
  ["a line break parts", "<p>a<br>b<br/>c</br>d</p>", ["a", "b", "c", "d"]],
  ["tags within a line do not", "<p>with<b>draw</b>al <a href='[x]'>now</a></p>", ["withdrawal now"]],
  [
    "scripts, styles and menus hold no text",
    "<style>p { }</style><nav><p>Home</nav><script>a < [b]</script><p>c",
    ["c"],
  ],
  ["what a revision deleted is struck out, nested too", "<p>a <del>b <del>c</del> d</del> e</p>", ["a e"]],
  ["a menu that never ends hides nothing", "<nav>a<p>b", ["a", "b"]],
  ["a comment ends as in a browser", "a<!-->b<!-- > -- > c --!>d", ["abd"]],
])("%s", (_name, source, texts) => {
  expect(textsOf(source)).toEqual(texts);
});

test("a title stands outside the text", () => {
  expect(htmlBlocks("<title>A &amp;\n B</title><p>c")).toMatchObject({ title: "A & B", links: 0 });
});

test("openers in mark-up are told from those in the text", () => {
  expect(htmlBlocks('<p title="[">[a]<!-- [ --><script>[</script>').links).toBe(3);
});

test("words map back to the source", () => {
  const source = "<p>a &NotEqualTilde; b\n c&amp;d</p>";
  const [block] = htmlBlocks(source).blocks;
  expect(block?.segments.map((each) => source.slice(each.source, each.source + each.sourceLength))).toEqual([
    "a ",
    "&NotEqualTilde;",
    " b\n",
    "c",
    "&amp;",
    "d",
  ]);
  let end = 0;
  for (const { at, length } of block?.segments ?? []) {
    expect(at).toBe(end);
    end = at + length;
  }
  expect(end).toBe(block?.text.length);
});

describe("takes time that grows with the length of", () => {
  const million = (part: string): string => part.repeat(Math.ceil(1_000_000 / part.length));

  // Time in the square of the length is three seconds and more for each of these; the bound leaves room for a busy machine.
  test.each<[string, string]>([
    ["elements in one another", million("<div>")],
    ["elements in one another and their ends", million("<div>") + million("</div>")],
    ["elements of no known name", million("<a1>") + million("</x>")],
    ["forms in one another", million("<form>")],
    ["drawings in one another", million("<svg>") + million("</g>")],
    ["menus in one another", million("<nav>") + million("</nav>")],
    ["scripts in menus", million("<nav><script></script>")],
    ["comments that never end", million("<!--")],
    ["tags that never end", million('<a b="')],
    ["signs", million("&<")],
    ["words without a line's end", million("a b ")],
  ])(
    "%s",
    (_name, source) => {
      htmlBlocks(`${source}<p>x`);
    },
    1_500,
  );
});
