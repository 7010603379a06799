import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../src/checks/index.ts";
import { proposeEveryWording, proposeReading } from "../src/commitments/index.ts";
import { printDraft, readDraft } from "../src/text/index.ts";
import { decodeText, toCheckJson, toReadJson } from "../src/wire/index.ts";
import { servanda } from "./memory-io.ts";

let root = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "servanda-bad-"));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(root, name);
  await writeFile(path, content);
  return path;
}

type SlipJson = { readonly line: number; readonly column: number; readonly code: string };

async function slipsOf(content: string | Uint8Array): Promise<readonly SlipJson[]> {
  const { out, code } = await servanda(["read", await given("x.md", content), "--json"]);
  expect(code).toBe(0);
  expect((await servanda(["check", join(root, "x.md"), "--json"])).code).toBeOneOf([0, 6]);
  return JSON.parse(out).slips;
}

describe("refused with file, line and column", () => {
  test.each<[string, Uint8Array, string]>([
    ["a NUL byte", new TextEncoder().encode("one\n\ntwo \0three"), "3:5"],
    ["a zip container", new TextEncoder().encode("PK\u0003\u0004\0\0"), "1:5"],
    ["a PDF", new TextEncoder().encode("%PDF-1.4\n"), "1:1"],
  ])("%s", async (_name, content, place) => {
    const path = await given("refused.md", content);
    for (const command of ["read", "check"]) {
      const { code, out, err } = await servanda([command, path]);
      expect({ code, out }).toEqual({ code: 5, out: "" });
      expect(err.startsWith(`${path}:${place} `)).toBe(true);
    }
  });

  test("50 MB, by its size, unread", async () => {
    const path = join(root, "large.md");
    const file = await open(path, "w");
    await file.truncate(50_000_000);
    await file.close();
    const { code, err } = await servanda(["check", path]);

    expect(code).toBe(5);
    expect(err).toBe(`${path}:1:1 the file has 50 MB; texts below 50 MB are read\n`);
  });

  test.each<[string, string, RegExp]>([
    ["YAML that is none", "servanda: reading/1\nreader: [UA\n", /^\d+:\d+ /],
    ["a list where a map should stand", "- servanda\n", /^1:1 /],
    ["a key nobody knows", "servanda: reading/1\nreader: UA\ncolour: red\n", /^3:1 /],
    ["a key that stands twice", "servanda: reading/1\nreader: UA\nreader: RU\n", /^3:\d+ /],
    ["an anchor", "servanda: reading/1\nreader: &a UA\n", /^2:\d+ /],
    [
      "a provision that the text does not have",
      'servanda: reading/1\nreader: UA\nframes:\n  - at: "9.9"\n    says: |\n      ALAND SHALL act.\n',
      /^4:\d+ .*9\.9/,
    ],
  ])("a reading: %s", async (_name, yaml, says) => {
    const text = await given("text.md", "1.1 Aland shall act.\n");
    const path = await given("reading.yaml", yaml);
    const { code, out, err } = await servanda(["check", text, "--reading", path]);

    expect({ code, out }).toEqual({ code: 5, out: "" });
    expect(err.startsWith(`${path}:`)).toBe(true);
    expect(err.slice(path.length + 1)).toMatch(says);
  });
});

describe("read with slips", () => {
  test("broken UTF-8", async () => {
    const slips = await slipsOf(Uint8Array.from([...Buffer.from("1.1 Aland shall p"), 0xff, ...Buffer.from("ay.\n")]));

    expect(slips).toContainEqual(expect.objectContaining({ code: "bad-bytes", line: 1, column: 18 }));
  });

  test.each<[string, string]>([
    ["a space without width", "\u200b"],
    ["a mark that turns the line", "\u202e"],
    ["a control", "\u0007"],
  ])("%s", async (_name, character) => {
    const slips = await slipsOf(`1.1 Aland shall\n${character}pay Bland.\n`);

    expect(slips).toContainEqual(expect.objectContaining({ code: "control-character", line: 2, column: 1 }));
  });

  test("two provisions with one label", async () => {
    const slips = await slipsOf("# A\n\n1.1 Aland shall pay.\n\n1.1 Bland shall pay.\n");

    expect(slips).toContainEqual(expect.objectContaining({ code: "duplicate-label", line: 5 }));
  });

  test("provisions that refer to each other in a circle", async () => {
    const circle = "## Article 1\n\nSubject to Article 2.\n\n## Article 2\n\nSubject to Article 1.\n";

    expect(await slipsOf(circle)).toContainEqual(expect.objectContaining({ code: "reference-cycle" }));
  });

  test("10,000 nested brackets, closed or not", async () => {
    const closed = `1.1 Aland shall ${"[".repeat(10_000)}pay${"]".repeat(10_000)} Bland.\n`;
    const unclosed = `1.1 Aland shall ${"[a ".repeat(10_000)}\n`;

    expect((await slipsOf(closed)).map(({ code }) => code)).toEqual(["too-deep"]);
    expect(await slipsOf(unclosed)).toContainEqual(expect.objectContaining({ code: "unclosed", line: 1 }));
  });

  test.each<[string, string]>([
    ["one line of a hundred kilobytes", `1.1 ${"Aland shall pay Bland. ".repeat(4_500)}`],
    ["ten thousand quotes in one another", `${"> ".repeat(10_000)}Aland shall pay.`],
    ["ten thousand elements in one another", `${"<div>".repeat(10_000)}Aland shall pay.`],
    ["ten thousand closers", "]".repeat(10_000)],
    [
      "one sentence of fourteen hundred acts",
      `1. ${"The Parties shall withdraw their forces and the Mission shall verify it, ".repeat(1_400)}.`,
    ],
    ["ten thousand touching brackets", "[a]".repeat(10_000)],
    ["ten thousand conditions", `Aland shall pay ${"if Bland pays ".repeat(10_000)}.`],
    ["ten thousand headings", "# Article 1\n".repeat(10_000)],
    ["nothing but labels", "1.\n".repeat(10_000)],
    ["spaces without end", " ".repeat(1_000_000)],
    ["a header that never ends", `---\n${"a: b\n".repeat(10_000)}`],
  ])("%s", async (_name, content) => {
    await slipsOf(content);
  });
});

describe("is read in time that grows with its length", () => {
  const size = 200_000;
  const filled = (part: string): string => part.repeat(Math.ceil(size / part.length));
  const counted = (part: (at: number) => string): string => {
    let text = "";
    for (let at = 1; text.length < size; at += 1) text += part(at);
    return text;
  };

  // What takes time in the square of its length needs ten seconds and more for these 200 KB; the bound leaves room for a busy machine.
  test.each<[string, string, "markdown" | "html"]>([
    ["provisions of one letter", filled("1. a\n\n2. b\n\n"), "markdown"],
    ["articles of one letter", counted((at) => `Article ${at}\nx.\n\n`), "markdown"],
    ["dashes", filled("- a\n"), "markdown"],
    ["dashes in one another", counted((at) => `${" ".repeat((at % 50) * 2)}- a\n`), "markdown"],
    ["brackets", `1. ${filled("[a]")}`, "markdown"],
    ["openers, then closers, by provision", counted((at) => `${at}. ${at % 2 === 1 ? "[a" : "a]"}\n\n`), "markdown"],
    ["references", filled("under 5.2 and Article 1, "), "markdown"],
    ["words with strokes", filled("a/b shall/should "), "markdown"],
    ["marks of a note", `1. ${filled("word1 ")}\n\nDone at X\n\n1 Note.\n`, "markdown"],
    ["comments that never end", filled("<!-- "), "markdown"],
    ["paragraphs of a page", filled("<p>1. a</p>"), "html"],
    ["entries of one list", `<ol>${filled("<li>a")}`, "html"],
    ["tags that never end", filled('<a b="'), "html"],
    ["elements in one another", filled("<nav><table><tr><td>"), "html"],
  ])(
    "%s",
    (_name, source, format) => {
      expect(printDraft(readDraft(source, { name: "x", format }))).toBe(source);
    },
    4_000,
  );
});

describe("whatever comes in", () => {
  const words = fc
    .array(
      fc.constantFrom(
        ..."[ ] [a][b] [UA: x] ( ) / # ## 1. 1.1 (a) Article Annex Option 1 shall may not by within 30 days after the".split(
          " ",
        ),
        ..."Parties Mission verify report breach if unless : ; . , \n \n\n \t - * _ ` < > & <p> </p> --- : {Note: } \u0301 \u202e é 第".split(
          " ",
        ),
      ),
      { maxLength: 120 },
    )
    .map((parts) => new TextEncoder().encode(parts.join(" ")));
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), words);
  const name = fc.constantFrom("x.md", "x.txt", "x.html", "");

  test("is decoded, read, proposed and checked without an exception, and nothing is lost", () => {
    fc.assert(
      fc.property(bytes, name, (content, fileName) => {
        const decoded = decodeText(content, fileName);
        if (decoded.kind === "refused") {
          expect(decoded.line).toBeGreaterThan(0);
          return;
        }
        const { source, format } = decoded.value;
        const draft = readDraft(source, { name: fileName, format });
        expect(printDraft(draft)).toBe(source);
        const readings = [proposeReading(draft)];
        const report = check({ draft, readings, choices: {}, answerWithin: 10 });
        JSON.stringify([
          toReadJson(draft, proposeEveryWording(draft).commitments),
          toCheckJson(report, draft, ["proposed"]),
        ]);
      }),
      { numRuns: 600 },
    );
  });

  test("the commands answer 0, 5 or 6 and print whole lines", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom("read", "check"), async (stdin, command) => {
        const { code, out, err } = await servanda([command, "-"], { stdin });
        expect(code).toBeOneOf([0, 5, 6]);
        expect((code === 5 ? err : out).endsWith("\n")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
