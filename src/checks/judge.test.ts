import { expect, test } from "vitest";
import type { Commitment, Reading } from "../commitments/index.ts";
import { check } from "./check.ts";
import {
  actor,
  body,
  commitment,
  consequence,
  days,
  determination,
  draftOf,
  reading,
  stated,
  verification,
} from "./invented.ts";

const words = { "1": "", "2": "", "3": "", "4": "", "5": "" };
const cast = {
  actors: [
    actor("Aland"),
    actor("Bland"),
    actor("Chair", { kind: "third-state" }),
    actor("Mission", { kind: "verifier" }),
    actor("Commission", { kind: "commission" }),
    actor("Guarland", { kind: "guarantor" }),
  ],
  bodies: [body("Commission", ["Aland", "Bland", "Chair"], { rule: stated("majority"), decidesWithin: days(14) })],
} satisfies Partial<Reading>;

const looks = verification(["Mission"], {
  evidence: stated(["satellite"]),
  access: stated(true),
  within: days(5),
  reportsTo: stated(["Commission"]),
});
const withdraw = commitment("1", ["Aland"], {
  counterparty: stated(["Bland"]),
  verification: [looks],
  determination: determination(["Commission"]),
  onBreach: [consequence(["Guarland"], { within: days(7) })],
});

function gradeOf(change: Partial<Commitment>, more: Partial<Reading> = {}) {
  const { grades } = check({
    draft: draftOf(words),
    readings: [reading({ ...cast, commitments: [{ ...withdraw, ...change }], ...more })],
    choices: {},
    answerWithin: null,
  });
  const [row] = grades;

  return row === undefined
    ? null
    : [row.enforceable, row.enforceableDays, row.verifiable, row.verifiableDays, row.reliesOn.join(" ")];
}

const consensus = [
  body("Commission", ["Aland", "Bland", "Chair"], { rule: stated("consensus"), decidesWithin: days(14) }),
];

test.each<[string, Partial<Commitment>, Partial<Reading>, unknown]>([
  ["a watched, judged and answered duty", {}, {}, ["E2", 26, true, 5, "Mission Commission Bland Chair Guarland"]],
  ["nobody named who owes it", { bearer: { kind: "unresolved", spans: [] } }, {}, ["E0", null, false, null, ""]],
  ["nothing follows", { onBreach: [] }, {}, ["E0", null, true, 5, ""]],
  ["nobody looks", { verification: [] }, {}, ["E0", null, false, null, ""]],
  ["the accused has a veto", {}, { bodies: consensus }, ["E0", null, true, 5, ""]],
  [
    "the breach stands when the body is silent",
    { determination: determination(["Commission"], { onSilence: stated("deemed-breach") }) },
    { bodies: consensus },
    ["E2", 26, true, 5, "Mission Guarland"],
  ],
  [
    "the guarantor may act",
    { onBreach: [consequence(["Guarland"], { bound: false, within: days(7) })] },
    {},
    ["E1", 26, true, 5, "Guarland"],
  ],
  [
    "only a notice follows",
    { onBreach: [consequence(["Guarland"], { kind: "notify" })] },
    {},
    ["E0", null, true, 5, ""],
  ],
  [
    "the answer has no clock",
    { onBreach: [consequence(["Guarland"])] },
    {},
    ["E2", null, true, 5, "Mission Commission Bland Chair Guarland"],
  ],
  [
    "two look, the body may be silent, the measures return of themselves",
    {
      verification: [looks, { ...looks, by: stated(["Guarland"]) }],
      determination: determination(["Commission"], { onSilence: stated("deemed-breach") }),
      onBreach: [consequence("automatic", { within: days(1) })],
    },
    {},
    ["E3", 20, true, 5, ""],
  ],
  [
    "the accused watches itself",
    { verification: [{ ...looks, by: stated(["Aland"]) }] },
    {},
    ["E0", null, false, null, ""],
  ],
  [
    "access by consent of the watched",
    { verification: [{ ...looks, evidence: stated(["site-visit"]), needsConsentOf: stated(["Aland"]) }] },
    {},
    ["E0", null, false, null, ""],
  ],
  [
    "the other side certifies",
    { verification: [{ ...looks, by: stated(["Bland"]) }] },
    {},
    ["E2", 26, false, null, "Bland Commission Chair Guarland"],
  ],
])("%s", (_name, change, more, expected) => {
  expect(gradeOf(change, more)).toEqual(expected);
});
