import { expect, test } from "vitest";
import { notApplicable } from "../../commitments/index.ts";
import type { Commitment, EventName, Point, Reading, Slot, Window } from "../../commitments/index.ts";
import { days, stated, commitment } from "../invented.ts";
import { at, either, elections, find, open, window } from "./invented-duty.ts";

const onDay = (zone: string | null): EventName => ({ kind: "date", on: "2031-03-01", hour: null, zone });

test.each<[string, string, Partial<Commitment>, Partial<Reading>, string[]]>([
  ["within 30 days", "no-deadline", {}, {}, []],
  ["no window", "no-deadline", { window: open }, {}, ["error 1 window"]],
  [
    "promptly",
    "no-deadline",
    { window: window({ latest: stated("none"), openEnded: "promptly", words: "promptly" }) },
    {},
    ["error 1 window"],
  ],
  ["a lasting act needs none", "no-deadline", { window: open, mode: "maintain" }, {}, []],
  ["an act until a day", "no-deadline", { window: open, until: stated(at(onDay("UTC"))) }, {}, []],
  [
    "waits for the elections",
    "open-ended-wait",
    { window: window({ after: stated(at(elections)), latest: days(30) }) },
    {},
    ["warning 1 window.after"],
  ],
  [
    "waits for any incident: that is no wait",
    "open-ended-wait",
    { window: window({ after: stated(at({ kind: "fact", words: "any incident" })), latest: days(30) }) },
    {},
    [],
  ],
  ["waits for signature", "open-ended-wait", {}, {}, []],
  [
    "waits for the completion of the elections",
    "open-ended-wait",
    {
      window: window({
        after: stated(at({ kind: "fact", words: "the completion of the elections" })),
        latest: days(3),
      }),
    },
    {},
    ["warning 1 window.after"],
  ],
  [
    "counts from a receipt: that is no wait",
    "open-ended-wait",
    { window: window({ after: stated(at({ kind: "fact", words: "receipt of the invoice" })), latest: days(3) }) },
    {},
    [],
  ],
  [
    "a date without a zone",
    "date-without-zone",
    { window: window({ after: stated(at(onDay(null))), latest: days(0) }) },
    {},
    ["warning 1 window.zone"],
  ],
  [
    "a date with its zone",
    "date-without-zone",
    { window: window({ after: stated(at(onDay("Kyiv time"))), latest: days(0) }) },
    {},
    [],
  ],
  [
    "one zone for all dates",
    "date-without-zone",
    { window: window({ after: stated(at(onDay(null))), latest: days(0) }) },
    { timeZone: stated("UTC") },
    [],
  ],
  [
    "after the release: start or completion",
    "unanchored-time",
    { window: window({ after: stated(at(elections, either<Point>("start", "completion"))), latest: days(5) }) },
    {},
    ["warning 1 window.after.point"],
  ],
  [
    "after completion of the release",
    "unanchored-time",
    { window: window({ after: stated(at(elections, stated<Point>("completion"))), latest: days(5) }) },
    {},
    [],
  ],
  [
    "from one of two events",
    "unanchored-time",
    { window: window({ after: either(at(elections), at({ kind: "signature" })), latest: days(5) }) },
    {},
    ["warning 1 window.after"],
  ],
  [
    "after the refusal: a moment has no completion of its own",
    "unanchored-time",
    {
      window: window({
        after: stated(at({ kind: "fact", words: "the refusal" }, either<Point>("start", "completion"))),
        latest: days(5),
      }),
    },
    {},
    [],
  ],
  ["counted from nothing", "unanchored-time", { window: window({ latest: days(5) }) }, {}, ["warning 1 window.after"]],
  [
    "five working days",
    "calendar-unnamed",
    { window: window({ latest: stated({ amount: 5, unit: "working-days", calendar: null }) }) },
    {},
    ["warning 1 window.latest"],
  ],
  [
    "five working days in a named calendar",
    "calendar-unnamed",
    { window: window({ latest: stated({ amount: 5, unit: "working-days", calendar: "Geneva" }) }) },
    {},
    [],
  ],
  [
    "a condition and no else",
    "no-else",
    { condition: stated({ kind: "event", event: at(elections), words: "if the elections are held" }) },
    {},
    ["warning 1 elseBranch"],
  ],
  [
    "a condition and an else",
    "no-else",
    {
      condition: stated({ kind: "event", event: at(elections), words: "if the elections are held" }),
      elseBranch: stated("2"),
    },
    {},
    [],
  ],
  [
    "a contingency needs no else",
    "no-else",
    { condition: stated({ kind: "event", event: at(elections), words: "in the event of a flood" }) },
    {},
    [],
  ],
  [
    "a pointer to other rules needs no else",
    "no-else",
    { condition: stated({ kind: "event", event: at(elections), words: "subject to the provisions of Article 4" }) },
    {},
    [],
  ],
  [
    "a failure is itself what holds else",
    "no-else",
    { condition: stated({ kind: "event", event: at(elections), words: "if the Parties have not agreed" }) },
    {},
    [],
  ],
  ["consent of another and no else", "no-else", { needsConsentOf: stated(["Bland"]) }, {}, ["warning 1 elseBranch"]],
  ["its own consent", "no-else", { needsConsentOf: stated(["Aland"]) }, {}, []],
])("%s", (_name, rule, change, more, expected) => {
  expect(find(rule, change, more)).toEqual(expected);
});

test("an act that waits for an undated act waits too, along a chain and around a circle", () => {
  const after = (id: string): Slot<Window> =>
    window({ after: stated(at({ kind: "act", commitment: id }, stated<Point>("completion"))), latest: days(5) });
  const chain = [
    { ...commitment("1", ["Aland"]), window: after("2/1") },
    { ...commitment("2", ["Bland"]), window: after("3/1") },
    { ...commitment("3", ["Aland"]), window: open, liability: notApplicable("one bearer") },
  ];
  expect(find("open-ended-wait", {}, { commitments: chain })).toEqual([
    "warning 1 window.after",
    "warning 2 window.after",
  ]);
  const circle = chain
    .slice(0, 2)
    .map((one, index) => Object.assign({}, one, { window: after(index === 0 ? "2/1" : "1/1") }));
  expect(find("open-ended-wait", {}, { commitments: circle })).toEqual([]);
});
