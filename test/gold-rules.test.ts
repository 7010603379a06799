import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { check } from "../src/checks/index.ts";
import type { Report } from "../src/checks/index.ts";
import { proposeReading } from "../src/commitments/index.ts";
import { readDraft } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";

// Two coders listed, from the texts of four agreements, which rules must and must not fire and where. What they list
// is measured and printed; the list of the design page for one of them is held to the letter.
const data = resolve(import.meta.dirname, "../../shared/data/agreements");
const coders = ["c", "d"] as const;
/** Rules whose outcome needs a calendar: their day comes with the temporal family. */
const temporal = new Set(["monitoring-gap", "no-schedule", "breach-without-fault", "claim-expires-first"]);

type Mark = { readonly rule: string; readonly provision: string | null };
type Checked = { readonly draft: Draft; readonly report: Report };

const isThere = existsSync(data);
if (!isThere) console.info(`skipped: ${data} is not there`);

describe.skipIf(!isThere)("rules that two coders expect", () => {
  const checked = new Map<string, Checked>();
  beforeAll(() => {
    for (const file of readdirSync(data).filter((name) => name.endsWith(".md"))) {
      const draft = readDraft(readFileSync(resolve(data, file), "utf8"), { name: file });
      const report = check({ draft, readings: [proposeReading(draft)], choices: {}, answerWithin: null });
      checked.set(file.slice(0, 4), { draft, report });
    }
  });

  test.each(coders)("coder %s: found, missed, violated", (coder) => {
    const lines: string[] = [];
    let found = 0;
    let all = 0;
    let violated = 0;
    for (const [id, { draft, report }] of checked) {
      const marks = JSON.parse(readFileSync(resolve(data, `gold/${coder}/rules-${id}.json`), "utf8"));
      const must: readonly Mark[] = marks.mustFire.filter(({ rule }: Mark) => !temporal.has(rule));
      const missed = must.filter((mark) => !fires(draft, report, mark));
      const wrong: readonly Mark[] = marks.mustNotFire.filter((mark: Mark) => fires(draft, report, mark));
      found += must.length - missed.length;
      all += must.length;
      violated += wrong.length;
      lines.push(
        `${id}: ${must.length - missed.length} of ${must.length} found; missed ${said(missed)}; against ${said(wrong)}`,
      );
    }
    console.info(
      `coder ${coder}: ${found} of ${all} expected findings found, ${violated} against\n${lines.join("\n")}`,
    );
    expect(found / all).toBeGreaterThanOrEqual(0.95);
    expect(violated).toBeLessThanOrEqual(2);
  });

  describe("the package of measures, as the design lists it", () => {
    const listed: readonly (readonly [string, readonly string[]])[] = [
      ["no-bearer", ["1", "4", "5", "6", "7", "8", "10", "11", "12"]],
      ["no-deadline", ["5", "7", "8", "10", "12"]],
      ["unanchored-time", ["2", "4", "6"]],
      ["mechanism-not-created", ["7"]],
      ["no-else", ["9", "11", "12"]],
      ["no-access-right", ["10"]],
      ["made-impossible-by-other", ["9", "11", "12"]],
      ["no-determination", ["1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "12"]],
      ["no-consequence", ["1", "2", "4", "5", "6", "7", "8", "9", "10", "11", "12"]],
      ["open-ended-wait", ["9"]],
    ];
    const marks = listed.flatMap(([rule, provisions]) => provisions.map((provision) => ({ rule, provision })));

    test.each(marks)("$rule at $provision", (mark) => {
      const { draft, report } = checked.get("1364")!;
      expect(fires(draft, report, mark)).toBe(true);
    });

    test("nobody outside stands behind it", () => {
      expect(checked.get("1364")!.report.findings.map(({ rule }) => rule)).toContain("no-guarantee");
    });

    test.each([
      ["no-bearer", "3"],
      ["no-bearer", "13"],
      ["no-bearer", "2"],
      ["no-deadline", "13"],
      ["mutual-wait", null],
      ["dangling-reference", null],
    ])("silent: %s at %s", (rule, provision) => {
      const { draft, report } = checked.get("1364")!;
      expect(fires(draft, report, { rule, provision })).toBe(false);
    });

    test("what point 9 waits for is named: elections, reform, consent", () => {
      const { report } = checked.get("1364")!;
      const wait = report.findings.find(({ rule, provisions }) => rule === "open-ended-wait" && provisions[0] === "9");
      const told = (wait?.story ?? []).map(({ text }) => text).join(" ");
      expect(told).toMatch(/elections/i);
      expect(told).toMatch(/settlement|reform/);
      expect(told).toMatch(/consent/);
    });

    test("every grade is E0", () => {
      expect(new Set(checked.get("1364")!.report.grades.map(({ enforceable }) => enforceable))).toEqual(
        new Set(["E0"]),
      );
    });
  });
});

/** Whether the rule fires at the provision or inside it; a mark without a provision is about the text as a whole. */
function fires(draft: Draft, report: Report, { rule, provision }: Mark): boolean {
  const findings = report.findings.filter((finding) => finding.rule === rule);
  if (provision === null || provision === "text" || provision === "any") return findings.length > 0;
  const labels = labelsOf(draft, provision);

  return findings.some(({ provisions }) => provisions.some((label) => labels(label)));
}

/** "-2" and "bullet 2" are the second item of a text whose items have no number. */
function labelsOf(draft: Draft, provision: string): (label: string) => boolean {
  const item = /^(?:-|bullet )(\d+)$/.exec(provision);
  if (item === null)
    return (label) =>
      label === provision || (/^[ .(#]/.test(label.slice(provision.length)) && label.startsWith(provision));
  const place = draft.provisions.filter(({ kind }) => kind === "item" || kind === "point")[Number(item[1]) - 1];

  return (label) => label === place?.label;
}

function said(marks: readonly Mark[]): string {
  return marks.length === 0 ? "none" : marks.map(({ rule, provision }) => `${rule} ${provision ?? "text"}`).join(", ");
}
