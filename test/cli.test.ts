import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servanda } from "./memory-io.ts";

const text = `# Agreement between Aland and Bland

## Article 1. Withdrawal

1.1 Aland [shall][should] withdraw its heavy weapons from Zone B within [Aland: 30][Bland: 10] days after the signature of this Agreement.

1.2 All detained persons shall be released.

## Article 2. Mission

2.1 A Monitoring Mission is hereby established.
`;

let root = "";
let file = "";
let folder = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "servanda-cli-"));
  file = join(root, "draft.md");
  folder = join(root, "process");
  await writeFile(file, text);
  await writeFile(join(root, "empty.md"), "");
  await writeFile(join(root, "nul.md"), "one\ntwo\0");
  await mkdir(join(folder, "text"), { recursive: true });
  await writeFile(join(folder, "text", "1-first.md"), "# First draft\n\n1. Aland shall pay Bland.\n");
  await writeFile(join(folder, "text", "2-second.md"), text);
  await mkdir(join(root, "no-text"));
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe("exit codes", () => {
  test.each<[string, () => readonly string[], number, RegExp]>([
    ["read a text", () => ["read", file], 0, /^$/],
    ["read an empty text", () => ["read", join(root, "empty.md")], 0, /^$/],
    ["check a text with errors", () => ["check", file], 6, /^$/],
    ["check an empty text", () => ["check", join(root, "empty.md")], 0, /^$/],
    ["no command", () => [], 2, /Usage:/],
    ["an unknown command", () => ["frobnicate"], 2, /unknown command/],
    ["an unknown option", () => ["read", file, "--frobnicate"], 2, /unknown option/],
    ["no text", () => ["check"], 2, /missing required argument/],
    ["an unknown format", () => ["read", file, "--format", "docx"], 2, /markdown, plain, html/],
    ["days that are no number", () => ["check", file, "--within", "soon"], 2, /whole number of days/],
    ["a port that is none", () => ["serve", folder, "--port", "70000"], 2, /port from 0 to 65535/],
    ["an unknown bracket", () => ["check", file, "--choose", "9.9/1=a"], 2, /1\.1\/1/],
    ["an unknown option of a bracket", () => ["check", file, "--choose", "1.1/1=zzz"], 2, /1\.1\/1/],
    ["an output that is not written", () => ["read", file, "--out", "x.docx"], 2, /\.docx files are not written/],
    ["an output of no known form", () => ["check", file, "--out", "x.odt"], 2, /\.html, \.csv, \.json/],
    ["--text with a file", () => ["read", file, "--text", "1-first.md"], 2, /draft of a folder/],
    ["a file that is not there", () => ["read", join(root, "none.md")], 3, /no file or folder/],
    ["a folder without text/", () => ["check", join(root, "no-text")], 3, /no folder text/],
    ["a draft that is not there", () => ["read", folder, "--text", "9.md"], 3, /1-first\.md, 2-second\.md/],
    ["a reading that is not there", () => ["check", file, "--reading", join(root, "UA.yaml")], 3, /no file/],
    ["a served folder that is not there", () => ["serve", join(root, "none")], 3, /no folder/],
    ["an output folder that is not there", () => ["read", file, "--out", join(root, "a", "x.txt")], 3, /no folder for/],
    ["a file with a NUL byte", () => ["read", join(root, "nul.md")], 5, /nul\.md:2:4 /],
  ])("%s", async (_name, argv, code, says) => {
    const ran = await servanda(argv());

    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: expect.stringMatching(says) });
    if (code !== 0 && code !== 6) expect(ran.out).toBe("");
  });
});

describe("help", () => {
  test.each([["--help"], ["read", "--help"], ["check", "-h"], ["serve", "--help"], ["help", "check"]])(
    "of %s %s has two examples first and the exit codes last",
    async (...argv) => {
      const { code, out, err } = await servanda(argv.filter((word) => word !== undefined));

      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^Examples:\n {2}\S.*\n {2}\S.*\n\nUsage: servanda/);
      expect(out.trimEnd().split("\n").at(-1)).toMatch(/^ +130 {2}interrupted$/);
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    },
  );

  test("knows its version", async () => {
    expect(await servanda(["--version"])).toEqual({ code: 0, out: "0.0.0\n", err: "" });
  });
});

describe("where a text comes from", () => {
  test("standard input is Markdown, or HTML where it begins with <", async () => {
    const markdown = await servanda(["read", "-", "--json"], { stdin: "# One\n\n1. Aland shall pay Bland.\n" });
    const html = await servanda(["read", "-", "--json"], { stdin: "<h1>Two</h1><p>Aland shall pay Bland.</p>" });
    const plain = await servanda(["read", "-", "--json", "--format", "plain"], { stdin: "<h1>Three</h1>" });

    expect(JSON.parse(markdown.out)).toMatchObject({ title: "One", format: "markdown" });
    expect(JSON.parse(html.out)).toMatchObject({ title: "Two", format: "html" });
    expect(JSON.parse(plain.out)).toMatchObject({ format: "plain" });
  });

  test("a folder stands for its last draft, or the one that --text names", async () => {
    const last = await servanda(["read", folder, "--json"]);
    const first = await servanda(["read", folder, "--json", "--text", "1-first.md"]);
    const byPath = await servanda(["read", folder, "--json", "--text", join(folder, "text", "1-first.md")]);

    expect(JSON.parse(last.out).title).toBe("Agreement between Aland and Bland");
    expect(JSON.parse(first.out).title).toBe("First draft");
    expect(byPath.out).toBe(first.out);
  });
});

describe("printed for a person", () => {
  test("a provision's words stand once with carets, then each finding as file:line:column level rule", async () => {
    const { out } = await servanda(["check", file]);
    const lines = out.split("\n");
    const group = lines.slice(lines.findIndex((line) => line.startsWith("1.2")));
    const words = group.findIndex((line) => /^ +7 \| /.test(line));
    const heads = group.slice(0, group.indexOf("")).filter((line) => line.startsWith(`${file}:7:`));

    expect(words).toBe(1);
    expect(heads.length).toBeGreaterThan(2);
    for (const head of heads) expect(head).toMatch(/:7:\d+ (error|warning|note) [a-z-]+( {2}\S.*)?$/);
    const head = heads.find((line) => / error no-bearer( |$)/.test(line)) ?? "";
    const column = Number(head.split(":")[2]?.split(" ")[0]);
    const below = group.slice(words + 1).find((line) => line[9 + column - 1] === "^");
    expect(below).toMatch(/^ +\| [ ^]*\^$/);
    expect(out.split("\n").filter((line) => /^ +7 \| /.test(line))).toHaveLength(1);
  });

  test("nothing is printed twice, and the JSON's every rule and place is there", async () => {
    for (const text of [file, "examples/geneva"]) {
      const { out } = await servanda(["check", text]);
      const json = JSON.parse((await servanda(["check", text, "--json"])).out) as {
        findings: { rule: string; severity: string; line: number; column: number }[];
      };
      const groups = out.split(/\n\n/);
      expect(groups.filter((group, at) => group !== "" && groups.indexOf(group) !== at)).toEqual([]);
      for (const { rule, severity, line, column } of json.findings)
        expect(out).toMatch(new RegExp(`:${line ?? 1}:${column ?? 1} ${severity} ${rule}( |$)`, "m"));
    }
  });

  test.each([40, 60, 80, 120])("keeps within a terminal of %d columns, places apart", async (columns) => {
    const { out } = await servanda(["check", "examples/geneva"], { terminal: true, columns, env: { NO_COLOR: "1" } });
    const long = out
      .split("\n")
      .filter((line) => line.length > columns && !/:\d+:\d+ (error|warning|note) /.test(line));

    expect(long).toEqual([]);
  });

  test("the first line says that the proposed reading was checked, the last one counts", async () => {
    const { out } = await servanda(["check", file]);

    expect(out.split("\n").slice(0, 2).join(" ")).toMatch(/proposed reading.* nobody has confirmed/);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^\d+ errors?, \d+ warnings?, \d+ notes?$/);
  });

  test("colour only on a terminal, and not where NO_COLOR is set", async () => {
    const escape = "\u001b[";

    expect((await servanda(["check", file])).out).not.toContain(escape);
    expect((await servanda(["check", file], { terminal: true })).out).toContain(escape);
    expect((await servanda(["check", file], { terminal: true, env: { NO_COLOR: "1" } })).out).not.toContain(escape);
    expect((await servanda(["check", file], { terminal: true, env: { TERM: "dumb" } })).out).not.toContain(escape);
  });

  test("words that would steer the terminal are shown by number", async () => {
    const stdin = "# A\u001b[2J\u202eB\n\n1. Aland\u0007 shall \u009b31m pay\u200b Bland.\n";
    for (const command of ["read", "check"])
      for (const more of [[], ["--json"]]) {
        const { out } = await servanda([command, "-", ...more], { stdin });
        expect(out).not.toMatch(/(?![\n])[\p{Cc}\u202e\u200b]/u);
      }
  });

  test("read shows provisions, brackets with their options, and commitments", async () => {
    const { out } = await servanda(["read", file]);

    expect(out).toMatch(/^ +1\.1 .*bracketed +2 brackets$/m);
    expect(out).toMatch(/^ +1\.1\/2$/m);
    expect(out).toMatch(/^ +2 +Bland: 10$/m);
    expect(out).toContain("withdraw");
  });
});

describe("--out", () => {
  test("writes the report, the tables and the document, and leaves no half file", async () => {
    for (const name of ["report.html", "findings.csv", "commitments.csv", "findings.json"]) {
      const { code, out, err } = await servanda(["check", file, "--out", join(root, name)]);
      expect({ code, out }).toEqual({ code: 6, out: "" });
      expect(err).toContain(`wrote ${join(root, name)}`);
    }
    expect(await readFile(join(root, "report.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(await readFile(join(root, "findings.csv"), "utf8")).toMatch(/^severity,rule,/);
    expect(await readFile(join(root, "commitments.csv"), "utf8")).toMatch(/^commitment,provision,/);
    expect(JSON.parse(await readFile(join(root, "findings.json"), "utf8"))).toHaveProperty("findings");
    expect((await readdir(root)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("with --dry-run says what it would write and writes nothing", async () => {
    const { err } = await servanda(["check", file, "--out", join(root, "dry.html"), "--dry-run"]);

    expect(err).toMatch(/^would write .*dry\.html \(\d+ bytes\)\n$/);
    expect(await readdir(root)).not.toContain("dry.html");
  });

  test("gives a text back byte for byte in its own form, and says what another form loses", async () => {
    const same = await servanda(["read", file, "--out", "-.md"]);
    const plain = await servanda(["read", file, "--out", "-.txt"]);
    const html = await servanda(["read", file, "--out", join(root, "x.html"), "--json"]);

    expect(same).toEqual({ code: 0, out: text, err: "" });
    expect(plain.out).toContain("1.2 All detained persons shall be released.\n");
    expect(plain.out).not.toContain("#");
    expect(JSON.parse(html.out)).toMatchObject({ loss: expect.any(Array) });
    expect(await readFile(join(root, "x.html"), "utf8")).toContain("[shall][should]");
  });
});

test("the page of the command line says what --help says", async () => {
  const page = await readFile("docs/formats/command-line.md", "utf8");
  for (const command of [[], ["read"], ["check"], ["schedule"], ["serve"]]) {
    const { out } = await servanda([...command, "--help"]);
    expect(page).toContain(`### ${["servanda", ...command].join(" ")}\n\n\`\`\`text\n${out}\`\`\`\n`);
  }
});
