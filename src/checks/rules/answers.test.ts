import { expect, test } from "vitest";
import { unresolved } from "../../commitments/index.ts";
import type { Commitment, Guarantee, Power, Reading } from "../../commitments/index.ts";
import { contextOf } from "../context.ts";
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
} from "../invented.ts";
import { rules } from "./list.ts";

const open = unresolved();
const looks = verification(["Mission"], { evidence: stated(["site-visit"]), access: stated(true) });
const whole = commitment("1", ["Aland"], {
  counterparty: stated(["Bland"]),
  verification: [looks],
  determination: determination(["Commission"]),
  onBreach: [consequence(["Guarland"], { within: days(7) })],
});
const cast = [actor("Aland"), actor("Bland"), actor("Mission", { kind: "verifier" }), actor("Guarland")];

function find(rule: string, change: Partial<Commitment>, more: Partial<Reading> = {}): readonly string[] {
  const context = contextOf({
    draft: draftOf({ "1": "", "2": "", "3": "", "4": "", "5": "" }),
    reading: reading({ actors: cast, commitments: [{ ...whole, ...change }], ...more }),
    choices: {},
  });

  return rules
    .filter(({ name }) => name === rule)
    .flatMap((one) => one.find(context))
    .map(({ severity, provisions, missing }) => `${severity} ${provisions.join(",")} ${missing.join(",")}`.trim());
}

const admits = commitment("2", ["Aland"], {
  action: { verb: "admit", object: "the Mission", place: open, class: "admit-access" },
  role: "mechanism",
});
const guarantee: Guarantee = {
  id: "5/g1",
  provision: "5",
  label: "5",
  spans: [],
  requires: {},
  guarantor: stated(["Guarland"]),
  covers: stated("all"),
  trigger: stated({
    event: { kind: "determination", by: null, words: "a determination" },
    point: stated("occurrence"),
  }),
  effect: stated(consequence(["Guarland"], { cost: stated(1) })),
  cost: open,
  bound: true,
  expires: open,
  optOuts: [],
};
const power: Power = {
  id: "5/p1",
  provision: "5",
  label: "5",
  spans: [],
  requires: {},
  holder: stated(["Aland"]),
  effect: "leave",
  actsOn: "all",
  allowed: true,
  trigger: open,
  notice: open,
  needsConsentOf: open,
};

test.each<[string, string, Partial<Commitment>, Partial<Reading>, string[]]>([
  ["somebody looks", "no-verifier", {}, {}, []],
  ["nobody looks", "no-verifier", { verification: [] }, {}, ["error 1 verification"]],
  [
    "is looked at by nobody named",
    "no-verifier",
    { verification: [{ ...looks, by: open }] },
    {},
    ["error 3,1 verification"],
  ],
  ["a right of access", "no-access-right", {}, {}, []],
  [
    "no right of access",
    "no-access-right",
    { verification: [{ ...looks, access: open }] },
    {},
    ["error 3,1 verification.access"],
  ],
  [
    "nobody's leave is needed",
    "no-access-right",
    { verification: [{ ...looks, access: open, needsConsentOf: stated([]) }] },
    {},
    [],
  ],
  [
    "remote means",
    "no-access-right",
    { verification: [{ ...looks, access: open, evidence: stated(["satellite"]) }] },
    {},
    [],
  ],
  [
    "the watched must admit it",
    "no-access-right",
    { verification: [{ ...looks, access: open }] },
    { commitments: [{ ...whole, verification: [{ ...looks, access: open }] }, admits] },
    [],
  ],
  ["one of two verifiers may enter", "no-access-right", { verification: [{ ...looks, access: open }, looks] }, {}, []],
  [
    "one clause for two duties is one finding",
    "no-access-right",
    {},
    {
      commitments: ["1", "2"].map((label) =>
        Object.assign({}, whole, { id: `${label}/1`, label, verification: [{ ...looks, access: open }] }),
      ),
    },
    ["error 3,1,2 verification.access"],
  ],
  ["evidence is named", "no-evidence-kind", {}, {}, []],
  [
    "no evidence is named",
    "no-evidence-kind",
    { verification: [{ ...looks, evidence: open }] },
    {},
    ["warning 3,1 verification.evidence"],
  ],
  ["a body determines", "no-determination", {}, {}, []],
  ["no body determines", "no-determination", { determination: open }, {}, ["error 1 determination"]],
  ["something follows", "no-consequence", {}, {}, []],
  ["nothing follows", "no-consequence", { onBreach: [] }, {}, ["error 1 onBreach"]],
  ["a mechanism is not asked", "no-consequence", { onBreach: [], role: "mechanism" }, {}, []],
  ["measures that an actor takes", "consequence-without-actor", {}, {}, []],
  [
    "measures that nobody takes",
    "consequence-without-actor",
    { onBreach: [{ ...consequence([]), by: open }] },
    {},
    ["error 5,1 onBreach.by"],
  ],
  ["measures that come of themselves", "consequence-without-actor", { onBreach: [consequence("automatic")] }, {}, []],
  [
    "measures against nobody named",
    "consequence-without-actor",
    { bearer: open },
    {},
    ["error 5,1 onBreach.addressee"],
  ],
  ["an answer with a clock", "no-deadline", { mode: "maintain" }, {}, []],
  [
    "an answer without a clock",
    "no-deadline",
    { mode: "maintain", onBreach: [consequence(["Guarland"])] },
    {},
    ["note 5,1 onBreach.within"],
  ],
  [
    "an answer that may be given needs none",
    "no-deadline",
    { mode: "maintain", onBreach: [consequence(["Guarland"], { bound: false })] },
    {},
    [],
  ],
  ["no guarantor", "no-guarantee", {}, {}, ["note"]],
  ["a guarantor", "no-guarantee", {}, { actors: [actor("Guarland", { kind: "guarantor" })] }, []],
  ["a whole guarantee", "empty-guarantee", {}, { guarantees: [guarantee] }, []],
  [
    "a guarantee that only is one",
    "empty-guarantee",
    {},
    { guarantees: [{ ...guarantee, effect: open, trigger: open }] },
    ["error 5 what it must do,what triggers it"],
  ],
  [
    "a guarantor that may act",
    "empty-guarantee",
    {},
    { guarantees: [{ ...guarantee, bound: false }] },
    ["error 5 a duty to act"],
  ],
  [
    "a guarantor that only informs",
    "empty-guarantee",
    {},
    { guarantees: [{ ...guarantee, effect: stated(consequence(["Guarland"], { kind: "notify", cost: stated(0) })) }] },
    ["error 5 at what cost"],
  ],
  ["may leave at any time", "escape-clause", {}, { powers: [power] }, ["warning 5"]],
  ["may leave on notice", "escape-clause", {}, { powers: [{ ...power, notice: days(180) }] }, []],
  ["may not leave", "escape-clause", {}, { powers: [{ ...power, allowed: false }] }, []],
  ["may ask for a review", "escape-clause", {}, { powers: [{ ...power, effect: "review" }] }, []],
  ["a monitor and no plan without it", "no-plan-without-monitor", {}, {}, ["warning 3,1 suspensionPlan"]],
  [
    "a monitor and a plan without it",
    "no-plan-without-monitor",
    {},
    { bodies: [body("Mission", [], { suspensionPlan: stated("patrols continue") })] },
    [],
  ],
  [
    "parties watch one another",
    "no-plan-without-monitor",
    { verification: [{ ...looks, by: stated(["Bland"]) }] },
    {},
    [],
  ],
])("%s", (_name, rule, change, more, expected) => {
  expect(find(rule, change, more)).toEqual(expected);
});
