import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { silenced } from "./silence.ts";

function told(...findings: readonly (readonly [rule: string, ...commitments: string[]])[]): readonly string[] {
  return silenced(
    findings.map(([rule, ...commitments]): Finding => {
      return {
        id: rule,
        rule,
        severity: "error",
        provisions: [],
        says: "",
        story: [],
        repairs: [],
        commitments,
        reading: "proposed",
        alternative: null,
        missing: [],
        reliesOn: [],
        approximate: null,
        at: null,
      };
    }),
  ).map(({ rule }) => rule);
}

test.each<[string, readonly (readonly [string, ...string[]])[], readonly string[]]>([
  [
    "nobody looks",
    [
      ["no-verifier", "1/1"],
      ["no-access-right", "1/1"],
    ],
    ["no-verifier"],
  ],
  [
    "nobody looks at another",
    [
      ["no-verifier", "1/1"],
      ["no-access-right", "2/1"],
    ],
    ["no-verifier", "no-access-right"],
  ],
  [
    "nobody looks at one of two",
    [
      ["no-verifier", "1/1"],
      ["no-access-right", "1/1", "2/1"],
    ],
    ["no-verifier", "no-access-right"],
  ],
  [
    "no evidence of a look that is not there",
    [
      ["no-evidence-kind", "1/1"],
      ["no-verifier", "1/1"],
    ],
    ["no-verifier"],
  ],
  [
    "nobody determines",
    [
      ["no-determination", "1/1"],
      ["breach-undetectable", "1/1"],
    ],
    ["no-determination"],
  ],
  [
    "nobody determines, and somebody may act",
    [
      ["no-determination", "1/1"],
      ["discretionary-enforcement", "1/1"],
    ],
    ["no-determination"],
  ],
  [
    "nothing follows, and somebody may act",
    [
      ["no-consequence", "1/1"],
      ["discretionary-enforcement", "1/1"],
    ],
    ["no-consequence"],
  ],
  [
    "a veto is a hole of its own",
    [
      ["no-consequence", "1/1"],
      ["veto-over-own-breach", "1/1"],
    ],
    ["no-consequence", "veto-over-own-breach"],
  ],
])("%s", (_name, findings, expected) => {
  expect(told(...findings)).toEqual(expected);
});
