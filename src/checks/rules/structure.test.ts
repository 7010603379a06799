import { expect, test } from "vitest";
import type { Commitment, Reading } from "../../commitments/index.ts";
import { actor, body, days, determination, stated } from "../invented.ts";
import { at, either, elections, find, here, open, whole } from "./invented-duty.ts";

test.each<[string, string, Partial<Commitment>, Partial<Reading>, string[]]>([
  ["a named bearer", "no-bearer", {}, {}, []],
  ["nobody named", "no-bearer", { bearer: open }, {}, ["error 1 bearer"]],
  ["a mechanism is not asked", "no-bearer", { bearer: open, role: "mechanism" }, {}, []],
  ["a permission is not asked", "no-bearer", { bearer: open, modality: stated("permission") }, {}, []],
  ["a prohibition is asked", "no-bearer", { bearer: open, modality: stated("prohibition") }, {}, ["error 1 bearer"]],
  ["owed to somebody", "no-beneficiary", {}, {}, []],
  ["owed to nobody named", "no-beneficiary", { counterparty: open }, {}, ["warning 1 counterparty"]],
  ["one bearer", "unresolved-slot", { liability: open }, {}, []],
  [
    "two bearers and no kind of liability",
    "unresolved-slot",
    { bearer: stated(["Aland", "Bland"]), liability: open },
    {},
    ["warning 1 liability"],
  ],
  [
    "two bearers, severally",
    "unresolved-slot",
    { bearer: stated(["Aland", "Bland"]), liability: stated("several") },
    {},
    [],
  ],
  [
    "a collective name is several bearers",
    "unresolved-slot",
    { bearer: stated(["the Parties"]), liability: open },
    { actors: [actor("the Parties", { collective: [] })] },
    ["warning 1 liability"],
  ],
  ["two possible bearers", "undeclared-ambiguity", { bearer: either(["Aland"], ["Bland"]) }, {}, ["warning 1 bearer"]],
  [
    "two possible bearers, declared",
    "undeclared-ambiguity",
    { bearer: either(["Aland"], ["Bland"]) },
    { declared: [{ at: "1", slot: "bearer", by: [], purpose: null, reviewOn: "day 60", ifNotResolved: null }] },
    [],
  ],
  [
    "open on purpose, never looked at again",
    "ambiguity-without-review",
    {},
    { declared: [{ at: "1", slot: "bearer", by: [], purpose: null, reviewOn: null, ifNotResolved: null }] },
    ["warning 1"],
  ],
  [
    "open on purpose, with a day of review",
    "ambiguity-without-review",
    {},
    { declared: [{ at: "1", slot: "bearer", by: [], purpose: null, reviewOn: "day 60", ifNotResolved: null }] },
    [],
  ],
  ["shall", "weak-modal", {}, {}, []],
  ["will", "weak-modal", { strength: stated("will") }, {}, ["warning 1 strength"]],
  ["should", "weak-modal", { strength: stated("should"), modality: stated("declaration") }, {}, ["warning 1 strength"]],
  ["best efforts", "weak-modal", { modality: stated("best-effort") }, {}, ["warning 1 strength"]],
  ["may", "weak-modal", { strength: stated("may"), modality: stated("permission") }, {}, []],
  ["a mechanism that will", "weak-modal", { strength: stated("will"), role: "mechanism" }, {}, ["warning 1 strength"]],
  [
    "a commission with a task that nobody creates",
    "mechanism-not-created",
    { determination: determination(["Commission"]) },
    {
      actors: [actor("Commission", { kind: "commission", outside: false, spans: [here("3")] })],
      bodies: [body("Commission", [])],
    },
    ["error 3,1 createdBy"],
  ],
  [
    "a commission that a clause creates",
    "mechanism-not-created",
    { determination: determination(["Commission"]) },
    {
      actors: [actor("Commission", { kind: "commission", outside: false, spans: [here("3")] })],
      bodies: [body("Commission", [], { createdBy: stated("3") })],
    },
    [],
  ],
  [
    "a body from outside the text",
    "mechanism-not-created",
    { determination: determination(["Commission"]) },
    { actors: [actor("Commission", { outside: true })], bodies: [body("Commission", [])] },
    [],
  ],
  [
    "two definitions of one term",
    "term-two-senses",
    {},
    {
      terms: [
        { term: "Heavy weapons", means: "artillery over 100 mm", anchor: here("1") },
        { term: "heavy weapons", means: "tanks", anchor: here("3") },
      ],
    },
    ["warning 3,1"],
  ],
  [
    "the same definition twice",
    "term-two-senses",
    {},
    {
      terms: [
        { term: "heavy weapons", means: "tanks", anchor: here("1") },
        { term: "heavy weapons", means: "the tanks.", anchor: here("3") },
      ],
    },
    [],
  ],
  [
    "a ban on force and nothing allowed",
    "prohibition-without-permitted-acts",
    {
      modality: stated("prohibition"),
      action: { verb: "use", object: "force", place: open, class: "refrain" },
    },
    {},
    ["note 1 permitted"],
  ],
  [
    "a ban that is not about force",
    "prohibition-without-permitted-acts",
    {
      modality: stated("prohibition"),
      action: { verb: "disclose", object: "the report", place: open, class: "refrain" },
    },
    {},
    [],
  ],
  [
    "from a zone without a map",
    "place-without-map",
    { action: { ...whole.action, place: stated("from the security zone") } },
    {},
    ["warning 1 action.place"],
  ],
  [
    "from a country",
    "place-without-map",
    { action: { ...whole.action, place: stated("from the territory of Bland") } },
    {},
    [],
  ],
  [
    "any place of a kind",
    "place-without-map",
    { action: { ...whole.action, place: stated("in built-up areas") } },
    {},
    [],
  ],
  [
    "a number of tanks, uncounted",
    "quantity-without-baseline",
    {
      quantity: stated({ value: "50", unit: "tanks", bound: "exactly", countedAs: open, baseline: open }),
    },
    {},
    ["warning 1 quantity.baseline"],
  ],
  [
    "a number of tanks of a list",
    "quantity-without-baseline",
    {
      quantity: stated({ value: "50", unit: "tanks", bound: "exactly", countedAs: open, baseline: stated("Annex A") }),
    },
    {},
    [],
  ],
  [
    "a distance is measured, not counted",
    "quantity-without-baseline",
    {
      quantity: stated({ value: "50", unit: "km", bound: "at-least", countedAs: open, baseline: open }),
    },
    {},
    [],
  ],
  ["a plain act", "criterion-not-measurable", {}, {}, []],
  ["adequate measures", "criterion-not-measurable", { spans: [here("2")] }, {}, ["warning 1 criterion"]],
  [
    "relevant international standards",
    "undefined-term",
    { criterion: stated("in accordance with relevant international standards") },
    {},
    ["warning 1 criterion.terms"],
  ],
  [
    "standards of a named document",
    "undefined-term",
    { criterion: stated("in accordance with the agreed standards of Annex B") },
    {},
    [],
  ],
  [
    "a body that decides by no rule",
    "body-without-rules",
    { determination: determination(["Commission"]) },
    { actors: [actor("Commission", { outside: false })], bodies: [body("Commission", ["Aland", "Bland"])] },
    ["warning 4 clock,rule of decision"],
  ],
  [
    "a body whose silence decides",
    "body-without-rules",
    { determination: determination(["Commission"], { onSilence: stated("deemed-breach") }) },
    { actors: [actor("Commission", { outside: false })], bodies: [body("Commission", ["Aland", "Bland"])] },
    [],
  ],
  [
    "an even majority without a rule for a tie",
    "body-without-rules",
    { determination: determination(["Commission"], { within: days(14) }) },
    {
      actors: [actor("Commission", { outside: false })],
      bodies: [body("Commission", ["Aland", "Bland"], { rule: stated("majority") })],
    },
    ["warning 4 rule for a tie"],
  ],
  [
    "nothing about its own life",
    "no-life-cycle-clause",
    {},
    {},
    ["note  amendment,review,suspension,termination,survival"],
  ],
  ["one language", "authentic-text-unnamed", {}, {}, []],
  [
    "two languages and none that prevails",
    "authentic-text-unnamed",
    {},
    { authentic: stated({ languages: ["en", "fr"], prevailing: null }) },
    ["warning"],
  ],
  [
    "two languages of which one prevails",
    "authentic-text-unnamed",
    {},
    { authentic: stated({ languages: ["en", "fr"], prevailing: "en" }) },
    [],
  ],
])("%s", (_name, rule, change, more, expected) => {
  expect(find(rule, change, more)).toEqual(expected);
});
test.each<[string, Partial<Commitment>, Partial<Commitment>, string[]]>([
  ["the same act", {}, {}, ["error 1,2"]],
  ["another object", {}, { action: { ...whole.action, object: "its light weapons" } }, []],
  ["another bearer", {}, { bearer: stated(["Bland"]) }, []],
  ["a prohibition that ends", {}, { until: stated(at(elections)) }, []],
  ["a duty on a condition", { condition: stated({ kind: "event", event: at(elections), words: "if held" }) }, {}, []],
  ["a duty that overrides", { overrides: ["2"] }, {}, []],
  ["a prohibition in one place", {}, { action: { ...whole.action, place: stated("in Zone B") } }, []],
])("obliged and forbidden: %s", (_name, must, mustNot, expected) => {
  const commitments = [
    { ...whole, ...must },
    { ...whole, id: "2/1", label: "2", window: open, modality: stated("prohibition" as const), ...mustNot },
  ];
  expect(find("obliged-and-forbidden", {}, { commitments })).toEqual(expected);
});
