import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { htmlBlocks } from "./html.ts";

const words = fc.constantFrom(
  "shall withdraw",
  "[a][b]",
  "A &amp; B",
  "&lt;5&gt;",
  "caf&eacute;",
  "5&nbsp;km",
  "&#x2019;s",
  "&notit;",
  "a & b",
  "x < y",
  "&copy",
  "<b>bold</b> words",
  '<span title="a > b">in</span>',
  "<!-- left > out -->kept",
  "<script>if (a < b) [c]</script>",
  "<br>",
);
const { page } = fc.letrec<{ page: string }>((tie) => ({
  page: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.array(tie("page"), { maxLength: 3 }).map((parts) => `<div>${parts.join(" ")}</div>`),
    fc.array(words, { maxLength: 3 }).map((parts) => `<p>${parts.join(" ")}`),
    fc.array(words, { maxLength: 3 }).map((parts) => `<h2 class=x>${parts.join("\n")}</h2>`),
    fc.array(tie("page"), { maxLength: 3 }).map((parts) => `<ol start="3"><li>${parts.join("<li>")}</ol>`),
    fc
      .array(tie("page"), { maxLength: 3 })
      .map((parts) => `<ul>${parts.map((part) => `<li>${part}</li>`).join("")}</ul>`),
    fc
      .array(words, { maxLength: 3 })
      .map((parts) => `<table>${parts.map((part) => `<tr><td>${part}<td>${part}</td></tr>`).join("\n")}</table>`),
  ),
}));

/** The words of a page as the standard's own tree builder finds them. */
function standardWords(source: string): string {
  let text = "";
  const work: DefaultTreeAdapterTypes.ChildNode[] = parse(source).childNodes.toReversed();
  while (work.length > 0) {
    const node = work.pop()!;
    if ("value" in node) text += node.value;
    else if ("childNodes" in node && node.nodeName !== "script") work.push(...node.childNodes.toReversed());
  }

  return text;
}

const bare = (text: string): string => text.replace(/\s+/g, "");

test("the words of a page are those that the standard's tree builder finds, in its order", () => {
  fc.assert(
    fc.property(page, (body) => {
      const source = `<!doctype html><html lang="en"><body>${body}</body></html>`;
      const found = htmlBlocks(source).blocks.map(({ text }) => text);
      expect(bare(found.join(" "))).toBe(bare(standardWords(source)));
    }),
    { numRuns: 500 },
  );
});
