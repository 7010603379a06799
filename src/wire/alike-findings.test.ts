import { expect, test } from "vitest";
import type { Finding } from "../checks/index.ts";
import { alikeFindings, holdsWords } from "./alike-findings.ts";

const gap: Finding = {
  id: "a",
  rule: "no-verifier",
  severity: "error",
  provisions: ["1"],
  says: "Nobody looks whether ‘pay’ happens.",
  story: [],
  repairs: [],
  commitments: ["1/1"],
  reading: "UA",
  alternative: null,
  missing: [],
  reliesOn: [],
  approximate: null,
  at: { provision: "p", start: 0, end: 4 },
};
const under = (says: string): Partial<Finding> => ({ alternative: { choices: {}, says } });

test.each<[string, readonly Partial<Finding>[], readonly (readonly string[])[]]>([
  ["one stays one", [{}], [["a"]]],
  ["under two wordings", [under("with ‘6’"), { id: "b", ...under("with ‘24’") }], [["a", "b"]]],
  ["in two readings", [{}, { id: "b", reading: "RU" }], [["a", "b"]]],
  ["words that end elsewhere", [{}, { id: "b", at: { provision: "p", start: 0, end: 9 } }], [["a", "b"]]],
  ["another sentence", [{}, { id: "b", says: "Nobody." }], [["a"], ["b"]]],
  ["another place", [{}, { id: "b", at: { provision: "p", start: 2, end: 4 } }], [["a"], ["b"]]],
  ["another severity", [{}, { id: "b", severity: "note" }], [["a"], ["b"]]],
])("what reads the same is told once: %s", (_name, changes, ids) => {
  const findings = changes.map((change) => ({ ...gap, ...change }));

  expect(alikeFindings(findings).map((alike) => alike.ids)).toEqual(ids);
});

test("wordings and readers are kept, each once", () => {
  const [alike] = alikeFindings([
    { ...gap, ...under("with ‘6’") },
    { ...gap, ...under("with ‘24’") },
    { ...gap, ...under("with ‘6’"), reading: "RU" },
  ]);

  expect(alike).toMatchObject({ alternatives: ["with ‘6’", "with ‘24’"], readers: ["UA", "RU"] });
});

test.each<[readonly string[], string | null]>([
  [[], null],
  [["with ‘6’ at 2"], "Holds with ‘6’ at 2"],
  [["6.1 counts from completion"], "Holds where 6.1 counts from completion"],
  [["with a", "with b"], "Holds with a; or with b"],
  [["with a", "with b", "with c", "with d"], "Holds with a; or with b; or with c; or in 1 other wording"],
])("where it holds is said in a sentence: %j", (alternatives, says) => {
  expect(holdsWords(alternatives)).toBe(says);
});
