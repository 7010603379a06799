import { expect, test } from "vitest";
import { carries, play, statedDay, unstatedDay } from "./game.ts";
import type { Game, Step, Vote } from "./game.ts";

const plain: Step = {
  kind: "event",
  effect: 1,
  needs: [0],
  days: 0,
  actor: null,
  bound: true,
  consents: [],
  vote: null,
  unless: null,
  disabledBy: [],
  label: "1",
  says: "",
};

function dayOf(
  steps: readonly Partial<Step>[],
  defectors: readonly string[] = [],
  free = false,
): number | null | "never" {
  const game: Game = { facts: 4, start: [0], steps: steps.map((step) => ({ ...plain, ...step })) };
  const day = play(game, { defectors: new Set(defectors), free }).days[3]!;

  return day === Infinity ? "never" : statedDay(day);
}

function vote(rule: Vote["rule"], more: Partial<Vote> = {}): Vote {
  const members = ["Aland", "Bland", "Chair"].map((actor) => ({ actor, weight: 1, votesAs: null }));

  return { body: "Commission", members, rule, threshold: null, quorum: null, ...more };
}

test.each<[string, readonly Partial<Step>[], readonly string[], boolean, number | null | "never"]>([
  ["one step", [{ effect: 3, days: 5 }], [], false, 5],
  [
    "a chain adds up",
    [
      { effect: 1, days: 5 },
      { effect: 3, needs: [0, 1], days: 14 },
    ],
    [],
    false,
    19,
  ],
  [
    "all needs are waited for",
    [
      { effect: 1, days: 5 },
      { effect: 2, days: 9 },
      { effect: 3, needs: [1, 2], days: 1 },
    ],
    [],
    false,
    10,
  ],
  [
    "the shorter of two ways",
    [
      { effect: 3, days: 9 },
      { effect: 3, days: 4 },
    ],
    [],
    false,
    4,
  ],
  [
    "a way with stated days before one without",
    [
      { effect: 3, days: null },
      { effect: 3, days: 400 },
    ],
    [],
    false,
    400,
  ],
  ["only a way without stated days", [{ effect: 3, days: null }], [], false, null],
  ["the actor refuses", [{ effect: 3, actor: "Aland" }], ["Aland"], false, "never"],
  ["a free step, and nobody need take it", [{ effect: 3, actor: "Guarland", bound: false }], [], false, "never"],
  ["a free step that is taken", [{ effect: 3, actor: "Guarland", bound: false }], [], true, 0],
  ["consent is refused", [{ effect: 3, consents: ["Aland"] }], ["Aland"], false, "never"],
  ["a need that nothing brings about", [{ effect: 3, needs: [0, 2] }], [], true, "never"],
  [
    "two that wait for each other",
    [
      { effect: 1, needs: [0, 2] },
      { effect: 2, needs: [0, 1] },
      { effect: 3, needs: [1] },
    ],
    [],
    true,
    "never",
  ],
  [
    "a power that takes effect before the step is done",
    [{ effect: 3, days: 30, disabledBy: [{ holder: "Aland", after: 10 }] }],
    ["Aland"],
    false,
    "never",
  ],
  [
    "a power that takes effect too late",
    [{ effect: 3, days: 30, disabledBy: [{ holder: "Aland", after: 90 }] }],
    ["Aland"],
    false,
    30,
  ],
  ["somebody decides otherwise", [{ effect: 3, unless: vote("any-member") }], ["Aland"], false, "never"],
  ["one member cannot decide otherwise", [{ effect: 3, unless: vote("majority") }], ["Aland"], false, 0],
])("%s", (_name, steps, defectors, free, expected) => {
  expect(dayOf(steps, defectors, free)).toBe(expected);
});

const four = ["Aland", "Bland", "Cland", "Chair"].map((actor) => ({ actor, weight: 1, votesAs: null }));
const appointed = [
  { actor: "Aland", weight: 1, votesAs: null },
  { actor: "Member", weight: 1, votesAs: "Aland" },
  { actor: "Bland", weight: 1, votesAs: null },
];

test.each<[string, Vote, readonly string[], boolean]>([
  ["consensus without anybody against", vote("consensus"), [], true],
  ["consensus with a member against", vote("consensus"), ["Aland"], false],
  ["consensus with a stranger against", vote("consensus"), ["Cland"], true],
  ["unanimity with a member against", vote("unanimity"), ["Chair"], false],
  ["a majority of two in three", vote("majority"), ["Aland"], true],
  ["a majority with two against", vote("majority"), ["Aland", "Bland"], false],
  ["half is no majority", vote("majority", { members: four }), ["Aland", "Bland"], false],
  ["two in three are two thirds", vote("qualified-majority"), ["Aland"], true],
  ["a threshold above the rest", vote("majority", { threshold: 3 }), ["Aland"], false],
  ["a quorum above the rest", vote("majority", { quorum: 3 }), ["Aland"], false],
  ["the chair decides", vote("chair-decides"), ["Aland", "Bland"], true],
  ["the chair refuses", vote("chair-decides"), ["Chair"], false],
  ["any member will do", vote("any-member"), ["Aland", "Bland"], true],
  ["nobody is left", vote("any-member"), ["Aland", "Bland", "Chair"], false],
  ["the body itself refuses", vote("any-member"), ["Commission"], false],
  ["nobody knows how it decides, and a member is against", vote(null), ["Aland"], false],
  ["an appointed member votes as its appointer", vote("majority", { members: appointed }), ["Aland"], false],
  [
    "weights are votes",
    vote("majority", {
      members: [
        { actor: "Aland", weight: 1, votesAs: null },
        { actor: "Chair", weight: 2, votesAs: null },
      ],
    }),
    ["Aland"],
    true,
  ],
])("%s", (_name, given, against, expected) => {
  expect(carries(given, new Set(against))).toBe(expected);
});

test("days without a stated length sort after every stated day", () => {
  expect(statedDay(unstatedDay)).toBeNull();
  expect(statedDay(36_500)).toBe(36_500);
});
