import { describe, expect, test } from "vitest";
import { readDraft } from "../text/index.ts";
import { compareReadings } from "./compare-readings.ts";
import type { Reading } from "./reading.ts";
import { unresolved } from "./slot.ts";
import type { DeclaredAmbiguity } from "./slot.ts";
import { parseTreatyEnglish } from "./treaty-english/parse.ts";

const draft = readDraft(
  "# Agreement\n\n1. Aland shall pay.\n\n2. Aland shall withdraw its guns and release detainees.\n",
  {
    name: "draft.md",
  },
);

function reading(reader: string, source: string, declared: readonly DeclaredAmbiguity[] = []): Reading {
  const { commitments, slips } = parseTreatyEnglish(source);
  expect(slips).toEqual([]);

  return {
    reader,
    kind: "given",
    language: "en",
    textHash: null,
    actors: [],
    bodies: [],
    terms: [],
    commitments,
    guarantees: [],
    powers: [],
    declared,
    timeZone: unresolved(),
    authentic: unresolved(),
    answerWithin: null,
    slips: [],
  };
}

function told(a: string, b: string, declared: readonly DeclaredAmbiguity[] = []): readonly string[] {
  return compareReadings(draft, reading("A", a, declared), reading("B", b)).map((one) => {
    const sides = `${one.a ?? "–"} / ${one.b ?? "–"}`;
    return `${one.provision} ${one.slot} ${one.kind}${one.declared ? " (declared)" : ""}: ${sides}`;
  });
}

describe("two readings", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["the same", "1 ALAND SHALL pay <ten>.", "1 ALAND SHALL pay <ten>.", []],
    [
      "start or completion",
      "1 ALAND SHALL pay <ten> WITHIN 3 DAYS AFTER START OF [2].",
      "1 ALAND SHALL pay <ten> WITHIN 3 DAYS AFTER COMPLETION OF [2].",
      ["1 window differ: WITHIN 3 DAYS AFTER START OF [2] / WITHIN 3 DAYS AFTER COMPLETION OF [2]"],
    ],
    [
      "one is silent",
      "1 ALAND SHALL pay <ten> TOWARDS BLAND.",
      "1 ALAND SHALL pay <ten>.",
      ["1 counterparty one-silent: BLAND / –"],
    ],
    [
      "another bearer of the same act is the same commitment",
      "1 ALAND SHALL pay <ten>.",
      "1 BLAND SHALL pay <ten>.",
      ["1 bearer differ: ALAND / BLAND"],
    ],
    [
      "acts are matched by what they are, not by where they stand",
      "2 ALAND SHALL withdraw <guns>. ALAND SHALL release <all>.",
      "2 ALAND SHALL release <some>. ALAND SHALL withdraw <guns>.",
      ["2 action differ: release all / release some"],
    ],
    [
      "of acts of one kind those with the same verb are matched",
      "2 ALAND SHALL release <all>. ALAND SHALL exchange <lists>.",
      "2 ALAND SHALL exchange <lists>. ALAND SHALL release <all>.",
      [],
    ],
    [
      "a commitment that only one reads",
      "2 ALAND SHALL withdraw <guns>.",
      "2 ALAND SHALL withdraw <guns>. BLAND SHALL pay <ten>.",
      ["2 commitment unmatched: – / 2  BLAND SHALL pay <ten> UNRESOLVED TOWARDS, WINDOW."],
    ],
    [
      "another verifier",
      "1 ALAND SHALL pay <ten> VERIFIED BY M.",
      "1 ALAND SHALL pay <ten> VERIFIED BY N.",
      ["1 verification differ: VERIFIED BY M / VERIFIED BY N"],
    ],
    [
      "answers in another order are the same",
      "1 ALAND SHALL pay ON BREACH G SHALL act ON BREACH H SHALL act.",
      "1 ALAND SHALL pay ON BREACH H SHALL act ON BREACH G SHALL act.",
      [],
    ],
  ])("%s", (_name, a, b, expected) => {
    expect(told(a, b)).toEqual(expected);
  });

  test("an ambiguity that both sides declare closes the difference, not the one beside it", () => {
    const declared = [
      { at: "1", slot: "window.after.point", by: ["A", "B"], purpose: null, reviewOn: null, ifNotResolved: null },
    ];
    const a = "1 ALAND SHALL pay <ten> WITHIN 3 DAYS AFTER START OF [2] TOWARDS BLAND.";
    const b = "1 ALAND SHALL pay <ten> WITHIN 3 DAYS AFTER COMPLETION OF [2] TOWARDS CLAND.";
    expect(told(a, b, declared).map((line) => line.split(":")[0])).toEqual([
      "1 window differ (declared)",
      "1 counterparty differ",
    ]);
  });

  test("the other way round the sides are exchanged and nothing else", () => {
    const a = reading("A", "1 ALAND SHALL pay <ten> BY 2026-03-01.\n2 ALAND SHALL withdraw <guns>.");
    const b = reading("B", "1 ALAND SHALL pay <ten>.\n2 BLAND SHALL release <all>.");
    const there = compareReadings(draft, a, b);
    const back = compareReadings(draft, b, a);
    const exchanged = back.map((one) => ({ slot: one.slot, kind: one.kind, a: one.b, b: one.a }));
    const key = (one: { readonly slot: string; readonly a: string | null }): string => `${one.slot} ${one.a}`;
    const sorted = <Row extends { slot: string; a: string | null }>(rows: readonly Row[]): readonly Row[] =>
      rows.toSorted((x, y) => (key(x) < key(y) ? -1 : 1));
    expect(sorted(exchanged)).toEqual(sorted(there.map(({ slot, kind, a: x, b: y }) => ({ slot, kind, a: x, b: y }))));
  });
});
