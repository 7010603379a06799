import { expect, test } from "vitest";
import { unresolved } from "../commitments/index.ts";
import type { Commitment, DeclaredAmbiguity, Point, Slot, Window } from "../commitments/index.ts";
import { check } from "./check.ts";
import { commitment, consequence, determination, draftOf, reading, stated, verification } from "./invented.ts";

function after(label: string, point: Point): Slot<Window> {
  return stated({
    after: stated({ event: { kind: "provision", label }, point: stated(point) }),
    earliest: unresolved(),
    latest: stated({ amount: 10, unit: "days", calendar: null }),
    openEnded: "no",
    ordinal: false,
    words: `within 10 days of [${label}]`,
  });
}

const duty = commitment("1", ["Aland"], {
  verification: [verification(["Mission"], { access: stated(true), reportsTo: stated(["Court"]) })],
  determination: determination(["Court"]),
  onBreach: [consequence("automatic")],
});
const other = commitment("2", ["Bland"], { window: after("1", "completion") });

function found(
  one: readonly Commitment[],
  two: readonly Commitment[],
  declared: readonly DeclaredAmbiguity[] = [],
): readonly string[] {
  const readings = [
    reading({ reader: "Aland", commitments: one, declared }),
    reading({ reader: "Bland", commitments: two }),
  ];
  const { findings } = check({
    draft: draftOf({ "1": "", "2": "", "3": "", "4": "", "5": "" }),
    readings,
    choices: {},
    answerWithin: null,
  });

  return findings
    .filter(({ rule }) => rule === "readings-differ")
    .map(({ severity, provisions, missing }) => `${severity} ${provisions.join()} ${missing.join()}`);
}

const declared = {
  at: "1",
  slot: "determination",
  by: ["Aland", "Bland"],
  purpose: null,
  reviewOn: null,
  ifNotResolved: null,
};
const ownBody = { ...duty, determination: determination(["Aland"]) };

test.each<[string, readonly Commitment[], readonly Commitment[], readonly DeclaredAmbiguity[], readonly string[]]>([
  ["both read the same", [duty, other], [duty, other], [], []],
  ["one is silent on a slot", [duty], [{ ...duty, determination: unresolved() }], [], []],
  ["a point without effect", [duty, other], [duty, { ...other, window: after("1", "start") }], [], ["note 2 window"]],
  ["who determines, which changes the grade", [duty], [ownBody], [], ["error 1 determination"]],
  [
    "the same on a conditional duty",
    [
      {
        ...duty,
        condition: stated({
          kind: "not",
          of: { kind: "event", event: { event: { kind: "signature" }, point: stated("occurrence") }, words: "" },
        }),
      },
    ],
    [ownBody],
    [],
    ["warning 1 determination"],
  ],
  ["declared open on purpose", [duty], [ownBody], [declared], []],
  [
    "a window under which nothing begins",
    [{ ...duty, window: after("4", "completion") }, other],
    [{ ...duty, window: after("2", "completion") }, other],
    [],
    ["error 1 window"],
  ],
])("%s", (_name, one, two, open, expected) => {
  expect(found(one, two, open)).toEqual(expected);
});
