import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../src/checks/index.ts";
import type { Finding, Report } from "../src/checks/index.ts";
import { proposeReading } from "../src/commitments/index.ts";
import type { Reading } from "../src/commitments/index.ts";
import { parseChoice, printDraft, readDraft } from "../src/text/index.ts";
import type { Choices, Draft } from "../src/text/index.ts";
import { decodeText, parseProcessFile, parseReadingFile } from "../src/wire/index.ts";

const folder = resolve(import.meta.dirname, "../examples/geneva");
const first = draftOf("01-first-draft.md");
const second = draftOf("02-second-draft.md");
const agreed = readingOf("agreed");
const ukrainian = readingOf("UA");
const russian = readingOf("RU");

const before = report(first, []);
const after = report(second, [agreed]);

function sourceOf(path: string): string {
  return readFileSync(resolve(folder, path), "utf8");
}

function draftOf(name: string): Draft {
  return readDraft(sourceOf(`text/${name}`), { name });
}

function readingOf(name: string): Reading {
  const read = parseReadingFile(sourceOf(`readings/${name}.yaml`), `${name}.yaml`, second);
  if (read.kind === "refused") throw new Error(`${read.file}:${read.line}:${read.column} ${read.reason}`);

  return read.value;
}

function report(draft: Draft, readings: readonly Reading[], choices: Choices = {}): Report {
  return check({ draft, readings, choices, answerWithin: null });
}

function choose(draft: Draft, ...words: string[]): Choices {
  return Object.fromEntries(
    words.map((said) => {
      const choice = parseChoice(draft, said);
      if (choice.kind === "refused") throw new Error(choice.reason);

      return [choice.value.group, choice.value.option];
    }),
  );
}

/** Findings of a rule that name a provision. */
function found(of: Report, rule: string, label: string): readonly Finding[] {
  return of.findings.filter((finding) => finding.rule === rule && finding.provisions.includes(label));
}

function labelsOf(of: Report, rule: string): readonly string[] {
  return [...new Set(of.findings.filter((finding) => finding.rule === rule).flatMap(({ provisions }) => provisions))];
}

describe("the two drafts", () => {
  test.each([first, second])("$name is read without a slip, and printed as it was", (draft) => {
    expect(draft.slips).toEqual([]);
    expect(printDraft(draft)).toBe(sourceOf(`text/${draft.name}`));
    expect(draft.languages).toEqual(["en"]);
    expect(draft.parties).toEqual(["UA", "RU", "US", "EU"]);
  });

  test.each([first, second])("$name has 28 points, numbered in order, in eight parts", (draft) => {
    const points = draft.provisions.filter(({ kind }) => kind === "point");
    expect(points.map(({ label }) => label)).toEqual(Array.from({ length: 28 }, (_, at) => String(at + 1)));
    expect(draft.provisions.filter(({ kind }) => kind === "part")).toHaveLength(8);
  });

  test.each([first, second])("$name says that it is nobody's text", (draft) => {
    expect(draft.header["note"]).toBe("Illustrative. Not any party's text or position.");
    expect(draft.provisions.map(({ words }) => words)).toContain("Illustrative. Not any party's text or position.");
  });

  test("31 brackets were open, 19 still are", () => {
    expect([first.groups.length, second.groups.length]).toEqual([31, 19]);
    expect([first.accounts.options, second.accounts.options]).toEqual([60, 38]);
  });

  test.each([first, second])("$name has each kind of bracket", (draft) => {
    const options = draft.groups.flatMap((group) => group.options);
    expect(draft.groups.some(({ block }) => block)).toBe(true);
    expect(draft.groups.some(({ relation, within }) => relation === "optional" && within === null)).toBe(true);
    expect(draft.groups.some(({ within }) => within !== null)).toBe(true);
    expect(options.some(({ noText }) => noText)).toBe(true);
    expect(Math.max(...draft.groups.map((group) => group.options.length))).toBe(4);
    expect([...new Set(options.flatMap(({ by }) => by))].toSorted()).toEqual(["EU", "RU", "UA", "US"]);
  });

  test("one point of the second draft is agreed ad referendum, one withdrawn", () => {
    const statusOf = (label: string): string | undefined =>
      second.provisions.find((provision) => provision.label === label)?.status;
    expect([statusOf("1"), statusOf("13")]).toEqual(["agreed-ad-ref", "withdrawn"]);
  });

  test("points 2 and 3 were merged, point 14 moved to the part on people", () => {
    const headings = (draft: Draft): readonly (string | null)[] => draft.provisions.map(({ heading }) => heading);
    expect(headings(first)).toContain("Contacts");
    expect(headings(second)).not.toContain("Contacts");
    const placeOf = (draft: Draft): string | undefined =>
      draft.provisions.find(({ heading }) => heading === "Crossing points")?.label;
    expect([placeOf(first), placeOf(second)]).toEqual(["14", "19"]);
  });
});

describe("the folder", () => {
  test("process.yaml names parties, guarantors and bodies, the deadline and one silence procedure", () => {
    const read = parseProcessFile(sourceOf("process.yaml"), "process.yaml");
    if (read.kind === "refused") throw new Error(read.reason);
    expect(read.value.parties.map(({ id }) => id)).toEqual(["UA", "RU"]);
    expect(read.value.guarantors.map(({ id }) => id)).toEqual(["US", "EU"]);
    expect(read.value.bodies).toHaveLength(5);
    expect(read.value.deadline).toBe("2025-11-27T18:00:00+01:00");
    expect(read.value.silence.map(({ at }) => at)).toEqual(["7"]);
  });

  test.each(["text/01-first-draft.md", "text/02-second-draft.md", "readings/agreed.yaml", "readings/UA.yaml"])(
    "%s is clean text",
    (path) => {
      const decoded = decodeText(readFileSync(resolve(folder, path)), path);
      expect(decoded.kind === "ok" && decoded.value.slips).toEqual([]);
    },
  );
});

describe("the readings of the second draft", () => {
  test.each([agreed, ukrainian, russian])("$reader reads every clause, each provision with a modal verb", (reading) => {
    const labels = new Set([
      ...reading.commitments.map(({ label }) => label),
      ...reading.powers.map(({ label }) => label),
      ...reading.guarantees.map(({ label }) => label),
    ]);
    const modal = second.provisions.filter(
      ({ kind, words }) => kind === "paragraph" && /\b(?:shall|may)\b/.test(words),
    );
    expect(modal.map(({ label }) => label).filter((label) => !labels.has(label))).toEqual([]);
    expect(reading.slips).toEqual([]);
  });

  test("there are at least 35 commitments, in each reading and as the rules propose", () => {
    for (const reading of [agreed, ukrainian, russian, proposeReading(second), proposeReading(first)])
      expect(new Set(reading.commitments.map(({ label }) => label)).size).toBeGreaterThanOrEqual(35);
  });

  test("the two delegations differ on one point, whether 19.1 counts from start or completion, and it matters", () => {
    const both = report(second, [ukrainian, russian]);
    const differences = both.findings.filter(({ rule }) => rule === "readings-differ");
    expect(differences.map(({ provisions, severity }) => [provisions[0], severity])).toEqual([["19.1", "error"]]);
    expect(differences[0]!.says).toContain("START OF");
    expect(differences[0]!.says).toContain("COMPLETION OF");
  });

  test("counted from completion the withdrawal and the crossing points wait for each other, counted from start they do not", () => {
    expect(labelsOf(report(second, [ukrainian]), "mutual-wait").toSorted()).toEqual(["19.1", "6.1"]);
    expect(labelsOf(report(second, [russian]), "mutual-wait")).toEqual([]);
    expect(found(after, "unanchored-time", "19.1")).toHaveLength(1);
  });
});

describe("the planted defects", () => {
  test.each<[string, string, string, string, "repaired" | "still open"]>([
    ["a withdrawal without a last day", "no-deadline", "6.2", "6.2", "repaired"],
    ["a monitor that enters by leave of the watched", "access-by-watched", "6.1", "14.1", "still open"],
    [
      "a body that decides by consensus, the accused among its members",
      "veto-over-own-breach",
      "4.1",
      "4.1",
      "repaired",
    ],
    ["an answer of the guarantors without a clock", "no-deadline", "11.1", "11.1", "repaired"],
    ["a measure that returns by a new decision only", "snapback-needs-decision", "11.1", "11.1", "repaired"],
    ["markers that nobody is named to place", "no-bearer", "13.1", "13", "repaired"],
    ["an annex that the text does not have", "dangling-reference", "14.1", "19.1", "repaired"],
    ["crossing points and prisoners that wait for each other", "mutual-wait", "14.1", "18.1", "repaired"],
    ["a Party that judges its own compliance", "judge-in-own-cause", "15.1", "14.1", "repaired"],
    ["an office that must look and may not enter", "no-access-right", "19.1", "18.1", "repaired"],
    ["a duty that the other Party can prevent", "made-impossible-by-other", "20.2", "20.2", "still open"],
    ["schools that nobody watches", "no-verifier", "22.1", "22.1", "repaired"],
    ["hospitals that nobody is named to rebuild", "no-bearer", "23.1", "23.1", "repaired"],
    ["a panel that no clause creates", "mechanism-not-created", "25.1", "25.2", "repaired"],
    ["a guarantee without trigger or act", "empty-guarantee", "26.2", "26.2", "still open"],
  ])("%s: %s at %s", (_name, rule, label, labelNow, fate) => {
    expect(found(before, rule, label)).not.toHaveLength(0);
    if (fate === "repaired") expect(found(after, rule, labelNow)).toHaveLength(0);
    else expect(found(after, rule, labelNow)).not.toHaveLength(0);
  });

  test("what the second draft leaves open, and nothing else, is an error under the agreed reading", () => {
    const errors = after.findings.filter(({ severity }) => severity === "error");
    const places = errors.map(({ rule, provisions }) => `${provisions[0]} ${rule}`);
    expect([...new Set(places)].toSorted()).toEqual([
      "12.2 Option 1 no-consequence",
      "12.2 Option 1 no-determination",
      "12.2 Option 1 no-verifier",
      "12.3 no-consequence",
      "12.3 no-determination",
      "12.3 no-verifier",
      "14.1 access-by-watched",
      "20.2 made-impossible-by-other",
      "26.2 empty-guarantee",
      "6.1 mutual-wait",
    ]);
  });

  test("under the agreed reading the answer is bound for every other commitment", () => {
    const weak = after.grades.filter(({ enforceable }) => enforceable === "E0" || enforceable === "E1");
    expect(weak.map(({ provision }) => provision).every((label) => label.startsWith("12.") || label === "14.1")).toBe(
      true,
    );
    expect(after.grades.filter(({ enforceable }) => enforceable === "E3").length).toBeGreaterThan(15);
  });
});

describe("one bracket makes an error or takes it away", () => {
  test("8.1: with the consent of the Party that controls the site the Mission sees what it is shown, without it not", () => {
    const asked = report(second, [agreed], choose(second, "8.1/1=RU"));
    const free = report(second, [agreed], choose(second, "8.1/1=none"));
    expect(found(asked, "access-by-watched", "14.1")).not.toHaveLength(0);
    expect(labelsOf(free, "access-by-watched")).toEqual([]);
  });

  test("9.2 and 10.3: consensus blocks a finding of breach only where silence has no effect", () => {
    const blocked = (...words: string[]): readonly string[] =>
      labelsOf(report(second, [], choose(second, ...words)), "veto-over-own-breach");
    // A chair whom the Parties appoint together would need both of them, so 9.1 is settled first.
    expect(blocked("9.1/1=EU", "9.2/1=RU", "10.3/1=none")).toContain("4.1");
    expect(blocked("9.1/1=EU", "9.2/1=RU", "10.3/1=US")).toEqual([]);
    expect(blocked("9.1/1=EU", "9.2/1=UA", "10.3/1=none")).toEqual([]);
    expect(blocked("9.1/1=RU", "9.2/1=UA", "10.3/1=none")).toContain("4.1");
  });

  test("11.1: with “may” the answer rests on goodwill, with “shall” it does not", () => {
    const answers = (word: string): readonly string[] =>
      labelsOf(report(second, [], choose(second, `11.1/1=${word}`)), "discretionary-enforcement");
    expect(answers("US")).toContain("4.1");
    expect(answers("EU")).toEqual([]);
  });
});
