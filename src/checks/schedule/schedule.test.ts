import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeastDays, atMostDays, proposeReading } from "../../commitments/index.ts";
import type { Duration } from "../../commitments/index.ts";
import { readDraft } from "../../text/index.ts";
import { dateOn, dayNumber } from "./dates.ts";
import { scheduleReport } from "./report.ts";

function reportOf(text: string) {
  const draft = readDraft(`# Agreement between Aland and Bland\n\n${text}`, { name: "x.md" });

  return scheduleReport({ draft, reading: proposeReading(draft), choices: {} });
}

describe("a length in days", () => {
  test("months lie between their bounds wherever they begin", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 120 }), (start, months) => {
        const [year = 0, month = 0, day = 0] = dateOn(start).split("-").map(Number);
        fc.pre(day <= 28);
        const end = month - 1 + months;
        const date = `${year + Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const length = dayNumber(date) - start;
        const duration: Duration = { amount: months, unit: "months", calendar: null };

        expect(length).toBeGreaterThanOrEqual(atLeastDays(duration));
        expect(length).toBeLessThanOrEqual(atMostDays(duration));
      }),
    );
  });

  test("a date is the day it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        expect(dayNumber(dateOn(day))).toBe(day);
      }),
    );
  });
});

describe("the days of an act", () => {
  test.each<[string, string, (string | number | null)[][]]>([
    [
      "one after another",
      "1. Aland shall lower the dam within 30 days after entry into force.\n\n2. Bland shall clear the fields within 10 days after the completion of the lowering under point 1.",
      [
        ["1/1", 0, 30],
        ["2/1", 0, 40],
      ],
    ],
    [
      "not before another",
      "1. Aland shall lower the dam not earlier than 20 days after entry into force.\n\n2. Bland shall clear the fields within 60 days after entry into force, but not before the completion of the lowering under point 1.",
      [
        ["1/1", 20, 60],
        ["2/1", 20, 60],
      ],
    ],
    ["by a date", "1. Aland shall lower the dam by 1 March 2031.", [["1/1", null, null]]],
  ])("%s", (_name, text, days) => {
    expect(reportOf(text).acts.map(({ commitment, earliest, latest }) => [commitment, earliest, latest])).toEqual(days);
  });

  test("a date is told as a date", () => {
    expect(reportOf("1. Aland shall lower the dam by 1 March 2031.").acts[0]).toMatchObject({
      notBefore: null,
      by: "2031-03-01",
    });
  });
});

describe("who can keep its promises", () => {
  const marking = "1. Bland shall mark the road within 40 days after entry into force.\n\n";

  test.each<[string, string, Record<string, boolean>]>([
    [
      "another may use all the days there are",
      "2. Aland shall repair the road within 30 days after entry into force, but not before the completion of the marking under point 1.",
      { Bland: true, Aland: false },
    ],
    [
      "days enough",
      "2. Aland shall repair the road within 50 days after entry into force, but not before the completion of the marking under point 1.",
      { Bland: true, Aland: true },
    ],
    [
      "days that run from the other's act",
      "2. Aland shall repair the road within 5 days after the completion of the marking under point 1.",
      { Bland: true, Aland: true },
    ],
    [
      "what another owes to itself is its own business",
      "2. Bland shall repair the road within 30 days after entry into force, but not before the completion of the marking under point 1.",
      { Bland: true, Aland: true },
    ],
  ])("%s", (_name, clause, expected) => {
    expect(reportOf(marking + clause).controllable).toEqual(expected);
  });

  test("of what both owe, each waits for the other", () => {
    const report = reportOf(
      "1. Each Party shall withdraw its troops within 30 days after entry into force.\n\n2. Aland shall open the road within 20 days after entry into force, but not before the completion of the withdrawal under point 1.",
    );

    expect(report.controllable).toEqual({ Aland: false, Bland: true });
    expect(report.because.map(({ provision, party }) => [provision, party])).toContainEqual(["1", "Aland"]);
  });
});

describe("what the words leave open", () => {
  test("each reading is tried, and the failing one is named", () => {
    const { consistent, controllable, because } = reportOf(
      "1. Bland shall withdraw its troops within 40 days after entry into force.\n\n2. Aland shall open the road within 30 days after entry into force and not before the withdrawal under point 1.",
    );

    expect(consistent).toBe(true);
    expect(controllable["Aland"]).toBe(false);
    expect(because.every((one) => one.if === null || one.if.includes("completion") || one.if.includes("start"))).toBe(
      true,
    );
  });

  test("conditions that exclude one another are not taken together", () => {
    const text = (second: string): string =>
      `1. If the harvest fails, Aland shall deliver the grain within 10 days after entry into force, but not before the completion of the opening of the port under point 2.\n\n2. ${second}Bland shall open the port not earlier than 20 days after entry into force.`;

    expect(reportOf(text("")).consistent).toBe(false);
    expect(reportOf(text("Unless the harvest fails, ")).consistent).toBe(true);
  });
});

test.each([
  "1. Aland shall lower the dam within 99999999999999 days after entry into force, but not before 1 January 9999.",
  "1. Aland shall lower the dam not earlier than 88888888888 years after entry into force and not later than 1 hour after signature.",
  "1. ALAND SHALL lower <the dam> BETWEEN 4000000000 DAYS AND 3000000000 DAYS AFTER ENTRY INTO FORCE.",
])("lengths beyond all measure are no reason to stop: %s", (text) => {
  expect(() => reportOf(text)).not.toThrow();
});
