import { expect, test } from "vitest";
import type { Finding, Report } from "../checks/index.ts";
import { readDraft } from "../text/index.ts";
import { findingsCsv } from "./csv.ts";

const draft = readDraft("1.1 Aland shall pay Bland.\n", { name: "x.md" });

function saying(says: string): Report {
  const found: Finding = {
    id: "f",
    rule: "no-verifier",
    severity: "error",
    provisions: ["1.1"],
    says,
    story: [{ day: 0, text: "Aland does not pay.", provision: "1.1" }],
    repairs: [],
    commitments: ["1.1/1"],
    reading: "proposed",
    alternative: null,
    missing: [],
    reliesOn: [],
    approximate: null,
    at: null,
  };

  const counts = { error: 1, warning: 0, note: 0 };

  return { findings: [found], grades: [], exposure: [], counts, trustRoots: [], untried: 0 };
}

test.each<[string, string, string]>([
  ["plain words", "Nobody looks.", "Nobody looks."],
  ["a comma", "Nobody, ever.", '"Nobody, ever."'],
  ["a quotation mark", 'the "Mission"', '"the ""Mission"""'],
  ["a line end", "one\ntwo", '"one\ntwo"'],
  ["a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["a formula behind a sign", "+1", "'+1"],
  ["a formula behind an at", "@SUM(A1)", "'@SUM(A1)"],
  ["a formula with a comma", "-1,2", `"'-1,2"`],
])("%s is written so that it comes back as words", (_name, says, field) => {
  const [head, row] = findingsCsv(saying(says), draft).split("\r\n");

  expect(head?.split(",").slice(0, 4)).toEqual(["severity", "rule", "provisions", "says"]);
  expect(row?.startsWith(`error,no-verifier,1.1,${field},Day 0: Aland does not pay.,`)).toBe(true);
});
