import { expect, test } from "vitest";
import { unresolved } from "../commitments/index.ts";
import type { Commitment, EventName, EventRef, Reading } from "../commitments/index.ts";
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

const asked = [
  "consent-unstated",
  "breach-undetectable",
  "judge-in-own-cause",
  "access-by-watched",
  "performance-blockable",
  "report-goes-nowhere",
  "veto-over-own-breach",
  "discretionary-enforcement",
  "answer-too-late",
  "snapback-needs-decision",
  "unguaranteed-guarantor",
];

const actors = [
  actor("Aland"),
  actor("Bland"),
  actor("Chair", { kind: "third-state" }),
  actor("Mission", { kind: "verifier" }),
  actor("Commission", { kind: "commission" }),
  actor("Council", { kind: "commission" }),
  actor("Guarland", { kind: "guarantor", trustRoot: true }),
];
const members = ["Aland", "Bland", "Chair"];
const bodies = [body("Commission", members, { rule: stated("majority"), decidesWithin: days(14) })];
const looks = verification(["Mission"], {
  evidence: stated(["site-visit"]),
  access: stated(true),
  within: days(5),
  reportsTo: stated(["Commission"]),
});
const good = commitment("1", ["Aland"], {
  counterparty: stated(["Bland"]),
  verification: [looks],
  determination: determination(["Commission"]),
  onBreach: [consequence(["Guarland"], { within: days(7) })],
});

function event(kind: "determination" | "decision" | "notification" | "breach", by: string | null): EventRef {
  const name: EventName = { kind, by, words: "" };

  return { event: name, point: stated("occurrence") };
}

function report(change: Partial<Commitment>, more: Partial<Reading> = {}, answerWithin: number | null = null) {
  const words = { "1": "Aland shall withdraw.", "2": "", "3": "", "4": "", "5": "Guarland may reimpose." };

  return check({
    draft: draftOf(words),
    readings: [reading({ actors, bodies, commitments: [{ ...good, ...change }], ...more })],
    choices: {},
    answerWithin,
  });
}

function found(
  change: Partial<Commitment>,
  more: Partial<Reading> = {},
  answerWithin: number | null = null,
): readonly string[] {
  return report(change, more, answerWithin)
    .findings.filter(({ rule }) => asked.includes(rule))
    .map(({ rule, provisions }) => `${rule} ${provisions.join()}`);
}

function lookedAt(change: Partial<typeof looks>): Partial<Commitment> {
  return { verification: [{ ...looks, ...change }] };
}

function bodiesBy(rule: "consensus" | "majority" | "chair-decides" | null): Partial<Reading> {
  return {
    bodies: [
      body("Commission", members, { rule: rule === null ? unresolved() : stated(rule), decidesWithin: days(14) }),
    ],
  };
}

const answer = good.onBreach[0]!;

test.each<[string, Partial<Commitment>, Partial<Reading>, readonly string[]]>([
  ["nothing to say", {}, {}, []],
  ["access is not mentioned", lookedAt({ access: unresolved() }), {}, ["consent-unstated 3,1"]],
  [
    "access is not mentioned and satellites look",
    lookedAt({ access: unresolved(), evidence: stated(["satellite"]) }),
    {},
    [],
  ],
  ["only completion is certified", lookedAt({ establishes: "performed" }), {}, ["breach-undetectable 1"]],
  ["the bearer looks at itself", lookedAt({ by: stated(["Aland"]) }), {}, ["judge-in-own-cause 3,1"]],
  ["only what the bearer reports", lookedAt({ evidence: stated(["self-report"]) }), {}, ["judge-in-own-cause 3,1"]],
  ["an outsider looks too", { verification: [looks, { ...looks, by: stated(["Aland"]) }] }, {}, []],
  [
    "the bearer determines",
    { determination: determination(["Aland"]) },
    {},
    ["report-goes-nowhere 3,1", "judge-in-own-cause 4,1"],
  ],
  [
    "an ally of the bearer looks",
    {},
    { actors: actors.map((one) => (one.id === "Aland" ? { ...one, alliedWith: ["Mission"] } : one)) },
    ["judge-in-own-cause 3,1"],
  ],
  ["the bearer lets it in", lookedAt({ needsConsentOf: stated(["Aland"]) }), {}, ["access-by-watched 3,1"]],
  ["consent without a name is the bearer's", lookedAt({ access: stated(false) }), {}, ["access-by-watched 3,1"]],
  ["the other side lets it in", lookedAt({ needsConsentOf: stated(["Bland"]) }), {}, ["performance-blockable 3,1"]],
  ["the other side alone certifies", lookedAt({ by: stated(["Bland"]) }), {}, ["performance-blockable 3,1"]],
  ["it reports to nobody", lookedAt({ reportsTo: unresolved() }), {}, ["report-goes-nowhere 3,1"]],
  [
    "it reports to somebody who decides nothing",
    lookedAt({ reportsTo: stated(["Chair"]) }),
    {},
    ["report-goes-nowhere 3,1"],
  ],
  ["a body by consensus with the bearer on it", {}, bodiesBy("consensus"), ["veto-over-own-breach 4,1"]],
  [
    "its silence stands for a breach",
    { determination: determination(["Commission"], { onSilence: stated("deemed-breach") }) },
    bodiesBy("consensus"),
    [],
  ],
  ["the chair decides", {}, bodiesBy("chair-decides"), []],
  ["nobody says how it decides", {}, bodiesBy(null), []],
  [
    "the answer needs the bearer's consent",
    { onBreach: [{ ...answer, needsConsentOf: stated(["Aland"]) }] },
    {},
    ["veto-over-own-breach 5,1"],
  ],
  [
    "the bearer can have it decided otherwise",
    { onBreach: [{ ...answer, unless: stated("Aland") }] },
    {},
    ["veto-over-own-breach 5,1"],
  ],
  ["others can decide otherwise", { onBreach: [{ ...answer, unless: stated("Commission") }] }, {}, []],
  ["the answer is free", { onBreach: [{ ...answer, bound: false }] }, {}, ["discretionary-enforcement 5,1"]],
  ["the verifier may look", lookedAt({ bound: false }), {}, ["discretionary-enforcement 3,1"]],
  ["a free answer beside a bound one", { onBreach: [{ ...answer, bound: false }, answer] }, {}, []],
  [
    "a free answer, and nobody determines",
    { determination: unresolved(), onBreach: [{ ...answer, bound: false }] },
    {},
    [],
  ],
  [
    "it returns by a new decision",
    { onBreach: [{ ...answer, kind: "snapback", reinstatement: "needs-decision" }] },
    {},
    ["snapback-needs-decision 5,1"],
  ],
  [
    "it returns when a council decides",
    { onBreach: [{ ...answer, kind: "snapback", requires: [event("decision", "Council")] }] },
    {},
    ["discretionary-enforcement 5,1", "snapback-needs-decision 5,1"],
  ],
  [
    "the guarantor is no declared root",
    {},
    { actors: actors.map((one) => ({ ...one, trustRoot: false })) },
    ["unguaranteed-guarantor 5"],
  ],
])("%s", (_name, change, more, expected) => {
  expect(found(change, more)).toEqual(expected);
});

test.each<[string, number | null, readonly string[]]>([
  ["no wish for an answer by some day", null, []],
  ["it comes in time", 26, []],
  ["it comes too late", 25, ["answer-too-late 5,1"]],
])("%s", (_name, within, expected) => {
  expect(found({}, {}, within)).toEqual(expected);
});

test("an irrevocable act that the other side owes before the answer comes", () => {
  const window = (amount: number): Commitment["window"] =>
    stated({
      after: stated({ event: { kind: "entry-into-force" }, point: stated("occurrence") }),
      earliest: unresolved(),
      latest: stated({ amount, unit: "days", calendar: null }),
      openEnded: "no",
      ordinal: false,
      words: "",
    });
  const owed = {
    ...good,
    id: "2/1",
    label: "2",
    bearer: stated(["Bland"]),
    counterparty: stated(["Aland"]),
    reversible: stated("irrevocable" as const),
  };
  const late = (amount: number) => {
    const commitments = [
      { ...good, window: window(30) },
      { ...owed, window: window(amount) },
    ];

    return found({}, { commitments }).filter((one) => one.startsWith("answer-too-late"));
  };

  expect(late(40)).toEqual(["answer-too-late 5,1"]);
  expect(late(90)).toEqual([]);
});

test("a story tells the days and ends in what is stuck", () => {
  const { findings } = report({}, bodiesBy("consensus"));
  const told = findings.find(({ rule }) => rule === "veto-over-own-breach");

  expect(told?.says).toBe("Aland votes on whether Aland broke it.");
  expect(told?.story).toEqual([
    { day: 0, text: "Aland does not withdraw heavy weapons.", provision: "1" },
    { day: 5, text: "Mission sees that it was not done (site visit).", provision: "3" },
    { day: 5, text: "Mission reports to Commission.", provision: "3" },
    { day: 5, text: "Stuck: Commission is short of one vote; Aland votes against.", provision: "4" },
    { day: null, text: "Nothing more follows.", provision: "1" },
  ]);
  expect(told?.repairs.map(({ says, grade, days: day }) => [says, grade, day])).toEqual([
    ["DETERMINED BY <Commission> BY MAJORITY WITHIN 14 DAYS.", "E2", 26],
    ["DETERMINED BY <Commission> WITHIN 14 DAYS, ON SILENCE deemed breach.", "E2", 26],
    ["DETERMINED BY <Council> WITHIN 14 DAYS, ON SILENCE deemed breach.", "E2", 26],
  ]);
});

test("a stretch that nothing leads to is told as supposed", () => {
  const { findings } = report({ verification: [] }, bodiesBy("consensus"));
  const story = findings.find(({ rule }) => rule === "veto-over-own-breach")?.story ?? [];

  expect(story[1]?.text).toBe("Suppose that the breach comes before the deciding body.");
});

test("shall for may is the repair of an answer at will, with the words to change", () => {
  const { findings } = report({ onBreach: [{ ...answer, bound: false }] });
  const [best] = findings.find(({ rule }) => rule === "discretionary-enforcement")!.repairs;

  expect(best?.grade).toBe("E2");
  expect(best?.gradeBefore).toBe("E1");
  expect(best?.edit).toEqual({ provision: "5", removed: "may", added: "shall" });
});

/** A measure that returns unless a council votes to keep the relief, at the end of a ladder that one side may climb alone. */
test("a snapback by default needs no decision", () => {
  const ladder: Partial<Commitment> = {
    verification: [{ ...looks, reportsTo: stated(["Bland", "Commission"]) }],
    determination: determination(["Commission"], { within: days(15), onSilence: stated("deemed-breach") }),
    onBreach: [
      consequence(["Bland"], { kind: "notify", within: days(5) }),
      consequence("automatic", {
        kind: "snapback",
        requires: [event("determination", "Commission"), event("notification", "Bland")],
        within: days(30),
        unless: stated("Council"),
      }),
    ],
  };
  const council = body("Council", ["Aland", "Bland", "Chair", "Guarland"], { rule: stated("unanimity") });
  const result = report(ladder, { bodies: [bodies[0]!, council] });

  expect(result.findings.filter(({ rule }) => asked.includes(rule)).map(({ rule }) => rule)).toEqual([]);
  expect(result.grades[0]).toMatchObject({ enforceable: "E2", enforceableDays: 50, verifiable: true });
});

/** A mission whose head gives a binding ruling that no party votes on. */
test("a binding ruling without a vote of the parties is answered", () => {
  const ruling: Partial<Commitment> = {
    verification: [{ ...looks, reportsTo: stated(["Head of Mission"]) }],
    determination: determination(["Head of Mission"], { within: days(7) }),
  };
  const result = report(ruling, { actors: [...actors, actor("Head of Mission", { kind: "verifier" })] });

  expect(result.findings.filter(({ rule }) => asked.includes(rule))).toEqual([]);
  expect(result.grades[0]).toMatchObject({
    enforceable: "E2",
    enforceableDays: 19,
    reliesOn: ["Mission", "Head of Mission", "Guarland"],
  });
});

test("a power to leave at once is taken as a refusal, one with long notice is not", () => {
  const power = {
    id: "6/1",
    provision: "5",
    label: "5",
    spans: [],
    requires: {},
    holder: stated(["Aland"]),
    effect: "leave" as const,
    actsOn: "all" as const,
    allowed: true,
    trigger: unresolved(),
    needsConsentOf: unresolved(),
  };
  const grade = (notice: number) => report({}, { powers: [{ ...power, notice: days(notice) }] }).grades[0]?.enforceable;

  expect(grade(1)).toBe("E0");
  expect(grade(180)).toBe("E2");
});

test("for both sides the worse case is told", () => {
  const everyone = actor("the Parties", { collective: ["Aland", "Bland"] });
  const both: Partial<Commitment> = { bearer: stated(["the Parties"]), ...lookedAt({ by: stated(["Bland"]) }) };
  const result = report(both, { actors: [...actors, everyone] });

  expect(
    result.findings.some(({ rule, says }) => rule === "judge-in-own-cause" && says === "Only Bland reports on Bland."),
  ).toBe(true);
  expect(result.grades[0]?.enforceable).toBe("E0");
});

test("a note for everybody on whom all answers hang", () => {
  const notes = report({}).findings.filter(({ rule }) => rule === "single-point-of-failure");

  expect(notes.map(({ says }) => says)).toContain("Mission alone can stop every answer to 1.");
  expect(report({ onBreach: [] }).findings.some(({ rule }) => rule === "single-point-of-failure")).toBe(false);
});

test("roots of trust are always listed", () => {
  expect(report({}).trustRoots).toEqual(["Guarland"]);
  const held = {
    ...good,
    id: "5/1",
    label: "5",
    role: "mechanism" as const,
    bearer: stated(["Guarland"]),
    onBreach: [consequence("automatic")],
  };
  expect(report({}, { commitments: [good, held] }).trustRoots).toEqual([]);
});

test("where it is the same for both sides, neither is singled out, and one clause is one finding", () => {
  const everyone = actor("the Parties", { collective: ["Aland", "Bland"] });
  const both = { ...good, bearer: stated(["the Parties"]), counterparty: stated(["the Parties"]) };
  const commitments = [both, { ...both, id: "2/1", label: "2", provision: "2" }];
  const { findings } = report({}, { ...bodiesBy("consensus"), actors: [...actors, everyone], commitments });
  const vetoes = findings.filter(({ rule }) => rule === "veto-over-own-breach");

  expect(vetoes.map(({ says, provisions }) => [says, provisions.join()])).toEqual([
    ["Each of Aland and Bland votes on whether it broke it.", "4,1,2"],
  ]);
  expect(vetoes[0]?.story[0]?.text).toBe("One of Aland and Bland, here Aland, does not withdraw heavy weapons.");
});

test("a mission that both sides let in", () => {
  const everyone = actor("the Parties", { collective: ["Aland", "Bland"] });
  const both: Partial<Commitment> = { bearer: stated(["the Parties"]), ...lookedAt({ access: stated(false) }) };
  const { findings } = report(both, { actors: [...actors, everyone] });

  expect(findings.find(({ rule }) => rule === "access-by-watched")?.says).toBe(
    "Mission sees only what Aland and Bland show.",
  );
});

/** A reading has short ids; what is found is told in the designations that it gives them. */
test("stories name actors by their designations", () => {
  const short = actors.map((one) => (one.id === "Mission" ? { ...one, id: "MM", name: "Monitoring Mission" } : one));
  const { findings, grades } = report(
    { verification: [{ ...looks, by: stated(["MM"]), access: stated(false), needsConsentOf: stated(["Aland"]) }] },
    { actors: short },
  );
  const told = findings.find(({ rule }) => rule === "access-by-watched");

  expect(told?.says).toBe("Monitoring Mission sees only what Aland shows.");
  expect(told?.repairs[0]?.says).toBe("VERIFIED BY <Monitoring Mission> WITHOUT CONSENT OF <Aland>.");
  expect(JSON.stringify([findings, grades])).not.toContain("MM");
});
