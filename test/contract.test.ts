import { describe, expect, test } from "vitest";
import { servanda } from "./memory-io.ts";

const text = `# Agreement between Aland and Bland

1.1 Aland [shall][should] withdraw its heavy weapons from Zone B within 30 days after the signature of this Agreement.

1.2 Bland shall release all detained persons within 5 days after the signature of this Agreement. [The Mission shall verify the release.]

2.1 If Bland breaches 1.2, Aland shall suspend its payments within 7 days.

3.1 An opener [ without partner.
`;

const label = expect.any(String);
const integerOrNull = { asymmetricMatch: (value: unknown) => value === null || Number.isInteger(value) };
const stringOrNull = { asymmetricMatch: (value: unknown) => value === null || typeof value === "string" };

function listOf(shape: unknown) {
  return { asymmetricMatch: (value: unknown) => Array.isArray(value) && value.every((one) => fits(one, shape)) };
}

function fits(value: unknown, shape: unknown): boolean {
  expect(value).toEqual(shape);
  return true;
}

async function document(command: string, ...more: string[]) {
  const { out, code } = await servanda([command, "-", "--json", ...more], { stdin: text });
  return { document: JSON.parse(out), code };
}

describe("the document of read", () => {
  test("has every field of the contract", async () => {
    const { document: read, code } = await document("read");

    expect(code).toBe(0);
    expect(read).toMatchObject({
      title: "Agreement between Aland and Bland",
      languages: ["en"],
      provisions: listOf(
        expect.objectContaining({
          id: expect.any(String),
          label,
          heading: stringOrNull,
          text: expect.any(String),
          status: expect.stringMatching(/^(?:proposed|bracketed|agreed-ad-ref|agreed|withdrawn|closed)$/),
          brackets: listOf(
            expect.objectContaining({
              id: expect.any(String),
              options: listOf(
                expect.objectContaining({
                  id: expect.any(String),
                  text: expect.any(String),
                  by: listOf(expect.any(String)),
                }),
              ),
            }),
          ),
        }),
      ),
      brackets: { open: 2, options: 3, accounts: expect.any(Object) },
      commitments: listOf(
        expect.objectContaining({
          id: expect.any(String),
          provision: label,
          bearer: listOf(expect.any(String)),
          modality: stringOrNull,
          action: expect.any(String),
          when: stringOrNull,
          verifiedBy: listOf(expect.any(String)),
          onBreach: listOf(expect.any(String)),
          unresolved: listOf(expect.any(String)),
          ambiguous: listOf(expect.any(String)),
          role: expect.stringMatching(/^(?:primary|mechanism)$/),
          requires: expect.any(Object),
          spans: expect.any(Array),
        }),
      ),
      slips: listOf(
        expect.objectContaining({ line: expect.any(Number), column: expect.any(Number), says: expect.any(String) }),
      ),
    });
    expect(read.commitments.length).toBeGreaterThan(0);
  });

  test("names provisions by label, commitments by label and number, and places by line and column", async () => {
    const { document: read } = await document("read");
    const labels = read.provisions.map((provision: { label: string }) => provision.label);
    const ids = read.commitments.map((commitment: { id: string }) => commitment.id);

    expect(labels).toEqual(expect.arrayContaining(["1.1", "1.2", "2.1", "3.1"]));
    for (const commitment of read.commitments) {
      expect(labels).toContain(commitment.provision);
      expect(commitment.id).toMatch(new RegExp(`^${commitment.provision.replaceAll(".", "\\.")}/\\d+$`));
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(read.slips).toEqual([expect.objectContaining({ line: 9, column: 15, code: "unclosed" })]);
  });

  test("shows the commitments of every wording with the options they need", async () => {
    const { document: read } = await document("read");
    const withdraw = read.commitments.filter((commitment: { provision: string }) => commitment.provision === "1.1");

    expect(withdraw.map((commitment: { strength: string }) => commitment.strength).toSorted()).toEqual([
      "shall",
      "should",
    ]);
    for (const commitment of withdraw) expect(Object.keys(commitment.requires)).toHaveLength(1);
  });
});

describe("the document of check", () => {
  test("has every field of the contract", async () => {
    const { document: check, code } = await document("check");

    expect(check).toMatchObject({
      findings: listOf(
        expect.objectContaining({
          rule: expect.stringMatching(/^[a-z]+(?:-[a-z]+)*$/),
          severity: expect.stringMatching(/^(?:error|warning|note)$/),
          provisions: listOf(label),
          says: expect.any(String),
          story: listOf(
            expect.objectContaining({ day: integerOrNull, text: expect.any(String), provision: expect.any(String) }),
          ),
          repairs: listOf(
            expect.objectContaining({ says: expect.any(String), grade: stringOrNull, days: integerOrNull }),
          ),
          reading: "proposed",
        }),
      ),
      grades: listOf(
        expect.objectContaining({
          commitment: expect.any(String),
          provision: label,
          verifiable: expect.any(Boolean),
          verifiableDays: integerOrNull,
          enforceable: expect.stringMatching(/^E[0-3]$/),
          enforceableDays: integerOrNull,
          reliesOn: listOf(expect.any(String)),
        }),
      ),
      exposure: [],
      counts: { error: expect.any(Number), warning: expect.any(Number), note: expect.any(Number) },
    });
    expect(check.findings.length).toBeGreaterThan(0);
    expect(check.grades.length).toBeGreaterThan(0);
    expect(code).toBe(check.counts.error > 0 ? 6 : 0);
  });

  test("counts what it lists, severest first", async () => {
    const { document: check } = await document("check");
    const severities: string[] = check.findings.map((finding: { severity: string }) => finding.severity);
    const order = ["error", "warning", "note"];

    for (const severity of order)
      expect(severities.filter((one) => one === severity)).toHaveLength(check.counts[severity]);
    expect(severities).toEqual(severities.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  });

  test("is the same twice, byte for byte", async () => {
    const [one, other] = await Promise.all([0, 1].map(() => servanda(["check", "-", "--json"], { stdin: text })));

    expect(one).toEqual(other);
  });

  test("follows the chosen wording", async () => {
    const strong = await document("check", "--choose", "1.1/1=shall");
    const weak = await document("check", "--choose", "1.1/1=2");
    const of = (check: { findings: { rule: string; provisions: string[] }[] }) =>
      check.findings.filter((finding) => finding.rule === "weak-modal" && finding.provisions[0] === "1.1");

    expect(of(strong.document)).toHaveLength(0);
    expect(of(weak.document)).toHaveLength(1);
  });
});
