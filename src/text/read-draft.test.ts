import { describe, expect, test } from "vitest";
import type { Draft } from "./draft.ts";
import { readDraft } from "./read-draft.ts";

const read = (source: string, name = "draft.md"): Draft => readDraft(source, { name });
const labels = (source: string): string[] => read(source).provisions.map(({ label }) => label);
const wordsAt = (source: string, label: string): string | undefined =>
  read(source).provisions.find((provision) => provision.label === label)?.words;

describe("labels are addresses", () => {
  test.each<[string, string, string[]]>([
    ["numbered points", "1. One.\n\n2. Two.", ["1", "2"]],
    ["paragraphs of an article", "## Article 3\n\n1. One.\n2. Two.", ["3", "3.1", "3.2"]],
    ["a written-out paragraph number", "## 6. Title\n\n6.1 One.\n\n6.2 Two.", ["6", "6.1", "6.2"]],
    ["items in parentheses", "9. They shall:\n(a) one;\n(b) two.", ["9", "9(a)", "9(b)"]],
    ["items with one parenthesis", "9. They shall:\na) one;\nb) two.", ["9", "9(a)", "9(b)"]],
    [
      "roman items below letters",
      "1. Lead:\n(a) x:\n(i) one;\n(ii) two;\n(b) y.",
      ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"],
    ],
    ["the letter i after h", "1. L:\n(g) x;\n(h) y;\n(i) z;\n(j) w.", ["1", "1(g)", "1(h)", "1(i)", "1(j)"]],
    ["three levels of one number", "## 3 A\n\n### 3.1 B\n\n3.1.1 One.\n\n3.1.2 Two.", ["3", "3.1", "3.1.1", "3.1.2"]],
    ["a number with bis", "## Article 2bis\n\nWords.", ["2bis"]],
    ["further paragraphs count the first", "## Article 3\n\nFirst.\n\nSecond.\n\nThird.", ["3", "3 ¶2", "3 ¶3"]],
    ["dashes under a point", "2. Lead:\n   - one;\n   - two.\n   Closing words.", ["2", "2 ¶2", "2 ¶3", "2 ¶4"]],
    ["recitals", "# T\n\nThe Parties,\n\nRecalling,\n\n1. One.", ["preamble", "preamble ¶1", "preamble ¶2", "1"]],
    [
      "signatures",
      "1. One.\n\nDone at Geneva, 1 May 2027.\n\nFor the Government of Aland",
      ["1", "signatures", "signatures ¶2"],
    ],
    ["annexes", "## Article 1\n\nWords.\n\n## Annex A\n\n1. One.", ["1", "Annex A", "Annex A.1"]],
    [
      "parts do not count",
      "# T\n\n## Part I\n\n### Article 1\n\nA.\n\n## Part II\n\n### Article 2\n\nB.",
      ["Part I", "1", "Part II", "2"],
    ],
    [
      "parts count where points begin anew",
      "# T\n\n## Part I\n\n1. A.\n\n## Part II\n\n1. B.",
      ["Part I", "I.1", "Part II", "II.1"],
    ],
    ["a second of the same number", "1. A.\n\n1. B.", ["1", "1#2"]],
    ["no numbers at all", "One.\n\nTwo.", ["¶1", "¶2"]],
    ["Ukrainian", "Стаття 1. Сторони припиняють вогонь.\n\nСтаття 2. Сторони відводять війська.", ["1", "2"]],
    ["German sections", "# G\n\n## § 1 Zweck\n\n(1) Eins.\n\n(2) Zwei.", ["1", "1(1)", "1(2)"]],
    [
      "plain text with capitals",
      "AGREEMENT\n\nArticle I\nPurpose\n\n1. One.\n\nArticle II\nEnd\n\nWords.",
      ["I", "I.1", "II"],
    ],
    [
      "short lines with roman numbers",
      "# T\n\nI. Ceasefire\n\nWords.\n\nII. Withdrawal\n\n1. One.\n2. Two.\n\nIII. Watch\n\nWords.",
      ["I", "II", "II.1", "II.2", "III"],
    ],
    [
      "letters below sections",
      "SECTION I\nGENERAL\n\nA. Scope\n\n1. One.\n(a) x.\n\nB. Terms\n\n1. Two.\n\nSECTION II\nWATCH\n\nA. Who\n\n1. Three.",
      ["I", "I.A", "I.A.1", "I.A.1(a)", "I.B", "I.B.1", "II", "II.A", "II.A.1"],
    ],
    ["one initial is no heading", "1. One.\n\nA. Smith\n\n2. Two.", ["1", "1 ¶2", "2"]],
    [
      "Spanish ordinals and dashes",
      "ACUERDO\n\nArtículo 1. Cese\n\nUno.\n\nArtículo 2º. Retirada\n\nDos.\n\nArtículo 3.- Fin\n\nTres.",
      ["1", "2", "3"],
    ],
    ["French ordinals", "Article premier\n\n1° Un.\n\n2° Deux.", ["1", "1.1", "1.2"]],
    ["a sign that begins a sentence", "## § 4 Zeit\n\n§ 4 gilt ab Montag.", ["4"]],
    [
      "dashes below dashes",
      "The Parties agree:\n\n- one:\n  - two;\n- three.\n\nEnd.",
      ["¶1", "¶1 ¶2", "¶1 ¶2 ¶2", "¶1 ¶3", "¶2"],
    ],
    ["pages", "1. One.\n\n        - 2 -\n\n2. Two.\n\nPage 3 of 9\n\n3. Three.", ["1", "2", "3"]],
    ["chapters in words", "Chapter One\nLand\n\nArticle 1\n\nWords.", ["Chapter One", "1"]],
    [
      "numbers in words",
      "Have agreed as follows:\n\nFirst: One.\n\nSecond: Two.\n\nThird – Three.",
      ["preamble", "preamble ¶1", "1", "2", "3"],
    ],
    ["an hour is no number", "1. From\n00.00 AM on Monday.", ["1"]],
  ])("%s", (_name, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test("a second equal number is a slip with its line", () => {
    const slips = read("1. A.\n\n1. B.").slips.filter(({ code }) => code === "duplicate-label");
    expect(slips).toMatchObject([{ line: 3 }]);
  });
});

describe("headings", () => {
  test.each<[string, string, string | null]>([
    ["on the line of the label", "## Article 5: Access\n\nWords.", "Access"],
    ["on the next line", "### Article 5\n\n#### Access\n\nWords.", "Access"],
    ["in bold on the next line", "## Article 5\n\n**Access**\n\nWords.", "Access"],
    ["of a clause", "Clause 5: Access\n\n1. A.\n\n2. B.", "Access"],
    ["of a clause, after a dash", "Clause 5 – Access\n\n1. A.\n\n2. B.", "Access"],
    ["of a clause that is a sentence", "Clause 5: The Mission shall enter.\n\nClause 6: It stays.", null],
    ["of a point, which holds its measure there", "Point 5: Withdrawal of weapons\n\nPoint 6: Access", null],
    ["none", "## Article 5\n\nThe Mission shall enter.", null],
  ])("%s", (_name, source, heading) => {
    expect(read(source).provisions[0]).toMatchObject({ label: "5", heading });
  });
});

describe("words", () => {
  test.each<[string, string, string]>([
    ["emphasis is taken off", "1. *Taking* **account** of `x`.", "Taking account of x."],
    ["a wrapped line goes on", "1. One\n   and two.", "One and two."],
    ["a link keeps its words", "1. See [the map](https://example.org/m).", "See the map."],
    ["what is struck out is not there", "1. Aland ~~shall~~ should pay ~~now~~.", "Aland should pay ."],
    ["nor what it encloses", "1. ~~A [x][y] \\[ `c` *d* e~~ Aland [z] pays.", "Aland [z] pays."],
    ["a stroke without its partner is words", "1. Aland ~~ pays ~~now.", "Aland ~~ pays ~~now."],
    ["an escaped bracket is a word", "1. See \\[x\\].", "See [x]."],
    [
      "angle brackets around words are words",
      "1. ALAND SHALL open <the crossing>.",
      "ALAND SHALL open <the crossing>.",
    ],
  ])("%s", (_name, source, words) => {
    expect(wordsAt(source, "1")).toBe(words);
  });

  test("the words of a page come with entities decoded and lists numbered", () => {
    const page = "<html lang='en'><body><h1>T</h1><ol><li>A &amp; B</li><li>C</li></ol></body></html>";
    expect(read(page).provisions.map(({ label, words }) => [label, words.trim()])).toEqual([
      ["1", "A & B"],
      ["2", "C"],
    ]);
  });
});

test("numbers in brackets with a list of notes are citations", () => {
  const draft = read("1. They withdraw.[1] They report.[2]\n\n2. The end.\n\n[1] To the line.\n\n[2] Monthly.");
  expect(draft.provisions.map(({ label }) => label)).toEqual(["1", "2", "note 1", "note 2"]);
  expect(draft.groups).toEqual([]);
  expect(draft.accounts).toMatchObject({ citations: 4, other: 0 });
  expect(read("1. Within [1] or [2] days.").groups).toHaveLength(1);
});

test("raised numbers are marks of notes, in Markdown and in a page", () => {
  const page =
    "<html lang='en'><body><p>1. They verify<sup>1</sup> 30 km<sup>2</sup>.</p><p><sup>1</sup> Weekly.</p></body></html>";
  for (const source of [page, "1. They verify<sup>1</sup> 30 km<sup>2</sup>.\n\n<sup>1</sup> Weekly."]) {
    const [point, note] = read(source).provisions;
    expect(point).toMatchObject({ words: "They verify 30 km2.", notes: [{ at: 11, note: 1 }] });
    expect(note).toMatchObject({ kind: "note", label: "note 1" });
  }
});

test("lists of a page count in capital letters and roman numbers too", () => {
  const page =
    "<html lang='en'><body><h2>Article 1</h2><ol type=A start=2><li>B<ol type=I><li>One<li>Two</ol></ol></body></html>";
  expect(labels(page)).toEqual(["1", "1.B", "1.B.I", "1.B.II"]);
});

test("what a revision of a page deleted is struck out", () => {
  const page = "<html lang='en'><body><p>1. Aland <del>shall</del> <ins>should</ins> pay.</p></body></html>";
  expect(wordsAt(page, "1")).toBe("Aland should pay.");
});

describe("references", () => {
  const target = (source: string): string[] =>
    read(source).provisions.flatMap((provision) =>
      provision.references.map(({ target }) =>
        target.kind === "provision" ? read(source).provisions[target.index]!.label : target.kind,
      ),
    );
  test.each<[string, string, string[]]>([
    ["to an article", "## Article 1\n\nSee Article 2.\n\n## Article 2\n\nX.", ["2"]],
    ["to several", "## Article 1\n\nArticles 1 and 2 apply.\n\n## Article 2\n\nX.", ["1", "2"]],
    ["to a paragraph of an article", "## Article 1\n\nSee paragraph 1 of Article 2.\n\n## Article 2\n\n1. X.", ["2.1"]],
    ["to a paragraph of the same article", "## Article 1\n\n1. See paragraph 2.\n2. X.", ["1.2"]],
    ["to an item", "## Article 1\n\n1. See Article 1(1)(a).\n(a) X.", ["1.1(a)"]],
    ["to what is not there", "## Article 1\n\nSee Article 9.", ["missing"]],
    ["to another instrument", "## Article 1\n\nUnder Article 51 of the Charter of the United Nations.", ["external"]],
    ["to this text by name", "## Article 1\n\nArticle 1 of this Agreement.", ["1"]],
    ["to a Ukrainian paragraph", "Стаття 1. Вогонь\n\n1. Так.\n\n2. Згідно з пунктом 1 статті 1.", ["1.1"]],
    ["to a Russian article", "Статья 1\n\nДа.\n\nСтатья 2\n\nВ соответствии со статьёй 1.", ["1"]],
    ["to a French paragraph", "Article 1\n\n1. Oui.\n\nArticle 2\n\nVoir le paragraphe 1 de l’article 1.", ["1.1"]],
    ["to a letter of a section", "Section I\n\nA. Scope\n\n1. See Section I.B.\n\nB. Terms\n\n1. Two.", ["I.B"]],
    ["to a bare number that a provision bears", "5.1 A.\n\n5.2 Under 5.1 this ends.", ["5.1"]],
    ["to several bare numbers", "4.1 A.\n\n4.3 B.\n\n5 C in accordance with 4.1 and 4.3.", ["4.1", "4.3"]],
    ["to a bare number with letters", "4. A:\n(a) x;\n(b) y.\n\n5. The duty under 4(b) ends.", ["4(b)"]],
    ["no amount that looks like a number", "5.2 A sum of 5.2 million is paid in 5.2 days at 5.2 km.", []],
    ["no bare number that nothing bears", "5.1 A rise of 7.4 or by 3.2, as said.", []],
    ["to an annex that is not there", "## Article 1\n\nSee Annex B.", ["missing-annex"]],
  ])("%s", (_name, source, expected) => {
    expect(target(source)).toEqual(expected);
  });

  test("provisions that only defer to one another are a slip, once", () => {
    const source = "1. Access is given subject to Article 2.\n\n2. It is given in accordance with Article 1.";
    expect(read(source).slips.filter(({ code }) => code === "reference-cycle")).toHaveLength(1);
  });
});

test("a header gives title, languages and parties; languages are found without it", () => {
  const draft = read("---\ntitle: T\nlanguages: [en]\nparties:\n  - UA\n  - RU\n---\n\n1. A.");
  expect(draft).toMatchObject({ title: "T", languages: ["en"], parties: ["UA", "RU"] });
  expect(read("1. Die Parteien und der Ausschuss sind nicht die Kommission.").languages).toEqual(["de"]);
  expect(read("1. Zzz qqq.").slips.map(({ code }) => code)).toContain("language-unknown");
});

test("a mark after the heading is the status", () => {
  expect(read("## Article 1: Land (agreed ad referendum)\n\nX.").provisions[0]!.status).toBe("agreed-ad-ref");
  expect(read("## Article 1: Land\n\n[X]y.").provisions[0]!.status).toBe("bracketed");
});

test("brackets that are struck out are mark-up, and leave those after them alone", () => {
  const draft = read("1. A ~~[a][b] \\[ (see [^1])~~ [c][d] pays.[^1]\n\n[^1]: N.");
  expect(draft.groups.map(({ options }) => options.map(({ text }) => text))).toEqual([["c", "d"]]);
  expect(draft.accounts).toMatchObject({ openers: 8, links: 2, notes: 3, escapes: 1, other: 0 });
  expect(draft.provisions[0]!.notes).toEqual([{ at: 14, note: 1 }]);
});

test("invisible characters are kept and reported", () => {
  const draft = read("1. A\u200bB\u202eC.");
  expect(draft.provisions[0]!.words).toBe("A\u200bB\u202eC.");
  expect(draft.slips.filter(({ code }) => code === "control-character")).toHaveLength(2);
});

test.each([
  ["Aland SHALL impose <a fine> TOWARDS Bland.", "Aland SHALL impose <a fine> TOWARDS Bland."],
  [
    "Aland SHALL deploy <s 300 batteries> IN <b company area>.",
    "Aland SHALL deploy <s 300 batteries> IN <b company area>.",
  ],
  [
    'See <a href="https://example.org">the map</a> <i class="x">now</i> <del hidden>or</del><br/>',
    "See the map now or",
  ],
])("angle brackets around words are words, tags are not: %s", (source, words) => {
  const { provisions } = readDraft(source, { name: "row.md", format: "markdown" });
  expect(provisions.map((provision) => provision.words.trim()).join(" ")).toBe(words);
});
