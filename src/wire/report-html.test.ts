import { createHash } from "node:crypto";
import { parse } from "parse5";
import { expect, test } from "vitest";
import { check } from "../checks/index.ts";
import { proposeReading } from "../commitments/index.ts";
import { readDraft } from "../text/index.ts";
import { reportHtml } from "./report-html.ts";
import { reportStyle } from "./report-style.ts";

function report(source: string, title = "A"): string {
  const draft = { ...readDraft(source, { name: "x.txt", format: "plain" }), title };
  const readings = [proposeReading(draft)];

  return reportHtml({
    draft,
    readings,
    readers: ["proposed"],
    sha256: "0123456789abcdef",
    printedOn: null,
    report: check({ draft, readings, choices: {}, answerWithin: null }),
  });
}

test("words of the text never become mark-up", () => {
  const page = report('1.1 Aland & Bland shall pay 5 < 6 "marks".\n', "<script>alert(1)</script> '\"&");

  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain('<h1 dir="auto" lang="en">&lt;script&gt;alert(1)&lt;/script&gt; &#39;&quot;&amp;</h1>');
  expect(page).toContain("Aland &amp; Bland");
});

test("on paper every page names title, draft and hash; no title ends the style sheet", () => {
  const [, running = ""] =
    /<style>(:root[^]*?)<\/style>/.exec(report("1.1 Aland shall pay.\n", 'A "b"</style>\\\n{}')) ?? [];

  expect(running).toBe(
    ':root {--running-title:"A \\22 b\\22 \\3c \\2f style\\3e \\5c  \\7b \\7d ";--running-draft:"x.txt · 012345…cdef";--running-from:"Printed from Servanda"}',
  );
});

test("a provision's words stand once, however much is found there", () => {
  const page = report("1.1 Aland shall pay Bland.\n");

  expect(page.split("<article").length).toBeGreaterThan(3);
  expect(page.split("<blockquote").length).toBe(2);
});

test("what stands in one option of a bracket says in which; a mechanism is not asked who watches it", () => {
  const page = report(
    "1. Aland shall pay within [5 days][9 days] after signature.\n\n2. The Mission shall verify the payment.\n",
  );
  const rows = page.split("<tr>").filter((row) => row.includes("obligation: "));

  expect(rows.join("\n")).toMatch(/pay[^<]*, with ‘5 days’/);
  expect(rows.find((row) => row.includes("verify"))).toContain('<td dir="auto">–</td>');
});

test("the page is whole, says whose reading it is, and needs nothing from elsewhere", () => {
  const page = report("A\n\n1.1 Aland shall pay Bland.\n");

  expect(parse(page, { onParseError: (fault) => expect(fault.code).toBe("") })).toBeDefined();
  expect(page).toContain("The proposed reading");
  expect(page).not.toMatch(/https?:|url\(|@import/);
});

test("its one style is the one that the room allows", () => {
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(report("1.1 Aland shall pay Bland.\n")) ?? [];
  const hash = (words: string) => createHash("sha256").update(words).digest("base64");

  expect(hash(style)).toBe(hash(reportStyle));
});

test("the same text gives the same bytes", () => {
  expect(report("1.1 Aland shall pay Bland.\n")).toBe(report("1.1 Aland shall pay Bland.\n"));
});
