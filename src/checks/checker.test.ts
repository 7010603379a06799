import { expect, test } from "vitest";
import type { Commitment } from "../commitments/index.ts";
import type { Draft, Group } from "../text/index.ts";
import { check } from "./check.ts";
import { createChecker } from "./checker.ts";
import { commitment, consequence, determination, draftOf, reading, stated, verification } from "./invented.ts";

const watched = {
  verification: [verification(["Mission"], { access: stated(true), reportsTo: stated(["Court"]) })],
  determination: determination(["Court"]),
  onBreach: [consequence("automatic")],
};
const first = commitment("1", ["Aland"], { ...watched, id: "1/1", requires: { g: "g/a" } });
const second = commitment("1", ["Bland"], { ...watched, id: "1/2", requires: { g: "g/b" }, onBreach: [] });

const group: Group = {
  id: "g",
  provision: 0,
  relation: "alternatives",
  basis: "syntax",
  span: { start: 0, end: 20 },
  options: ["a", "b"].map((letter) => ({
    id: `g/${letter}`,
    text: letter === "a" ? "Aland" : "Bland",
    span: { start: 0, end: 1 },
    whole: { start: 0, end: 1 },
    by: [],
    noText: false,
    closes: null,
    provisions: [],
  })),
  within: null,
  depth: 0,
  maybeAlternatives: false,
  block: false,
};
const draft: Draft = {
  ...draftOf({ "1": "[Aland][Bland] shall withdraw heavy weapons", "2": "", "3": "", "4": "", "5": "" }),
  groups: [group],
};

function found(commitments: readonly Commitment[], choices: Readonly<Record<string, string>> = {}): readonly string[] {
  const { findings } = check({ draft, readings: [reading({ commitments })], choices, answerWithin: null });

  return findings
    .filter(({ rule }) => rule === "no-consequence")
    .map(({ commitments: about, alternative }) => `${about.join()} ${alternative?.says ?? "always"}`);
}

test("an option that is not chosen is tried against the first of all others", () => {
  expect(found([first, second])).toEqual(["1/2 with ‘Bland’ at 1"]);
});

test("a finding that another option takes away names the first", () => {
  expect(
    found([
      { ...first, onBreach: [] },
      { ...second, onBreach: watched.onBreach },
    ]),
  ).toEqual(["1/1 with ‘Aland’ at 1"]);
});

test("a bracket that is decided is not tried", () => {
  expect(found([first, second], { g: "g/a" })).toEqual([]);
  expect(found([first, second], { g: "g/b" })).toEqual(["1/2 always"]);
});

test("the same input gives the same bytes", () => {
  const request = { draft, readings: [reading({ commitments: [first, second] })], choices: {}, answerWithin: 10 };
  expect(JSON.stringify(check(request))).toBe(JSON.stringify(check(request)));
});

test("grades stand in the order of the text, one a primary commitment", () => {
  const more = commitment("2", ["Bland"], { role: "mechanism" });
  const { grades } = check({
    draft,
    readings: [reading({ commitments: [first, second, more] })],
    choices: {},
    answerWithin: null,
  });
  expect(grades.map((row) => row.commitment)).toEqual(["1/1"]);
});

test("options of several brackets are each tried against the first of the others", () => {
  const other: Group = {
    ...group,
    id: "h",
    provision: 1,
    options: group.options.map((option) => Object.assign({}, option, { id: option.id.replace("g/", "h/") })),
  };
  const there = { label: "2", provision: "2" };
  const commitments = [
    first,
    second,
    { ...first, ...there, id: "2/1", requires: { h: "h/a" } },
    { ...second, ...there, id: "2/2", requires: { h: "h/b" } },
  ];
  const { findings } = check({
    draft: { ...draft, groups: [group, other] },
    readings: [reading({ commitments })],
    choices: {},
    answerWithin: null,
  });
  const open = findings.filter(({ rule }) => rule === "no-consequence");

  expect(open.map(({ commitments: about, alternative }) => [about.join(), alternative?.choices])).toEqual([
    ["1/2", { g: "g/b" }],
    ["2/2", { h: "h/b" }],
  ]);
});

test("what a checker remembers changes nothing", () => {
  const checker = createChecker();
  const changes: readonly Partial<Commitment>[] = [
    {},
    { onBreach: [] },
    { verification: [] },
    { bearer: stated(["Bland"]) },
    { determination: determination(["Aland"]) },
    { onBreach: [consequence(["Guarland"], { bound: false })] },
    {},
  ];
  for (const change of changes) {
    const commitments = [{ ...first, ...change }, second];
    const request = { draft, readings: [reading({ commitments })], choices: {}, answerWithin: null };
    expect(checker.check(request)).toEqual(check(request));
  }
});
