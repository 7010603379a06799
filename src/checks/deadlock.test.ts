import { expect, test } from "vitest";
import type { Commitment, EventName, Point, Slot, Window } from "../commitments/index.ts";
import { unresolved } from "../commitments/index.ts";
import { check } from "./check.ts";
import { commitment, draftOf, reading, stated } from "./invented.ts";

function after(label: string, point: Point | "open" = "completion"): Slot<Window> {
  const event: EventName = { kind: "provision", label };
  const points: Slot<Point> =
    point === "open"
      ? {
          kind: "ambiguous",
          alternatives: [
            { value: "start", spans: [] },
            { value: "completion", spans: [] },
          ],
          declared: "no",
        }
      : stated(point);

  return stated({
    after: stated({ event, point: points }),
    earliest: unresolved(),
    latest: stated({ amount: 10, unit: "days", calendar: null }),
    openEnded: "no",
    ordinal: false,
    words: `within 10 days after [${label}]`,
  });
}

const asked = ["mutual-wait", "clause-never-applies", "made-impossible-by-other"];

function found(commitments: readonly Commitment[]): readonly string[] {
  const { findings } = check({
    draft: draftOf({ "1": "", "2": "", "3": "", "4": "" }),
    readings: [reading({ commitments })],
    choices: {},
    answerWithin: null,
  });

  return findings
    .filter(({ rule }) => asked.includes(rule))
    .map(
      ({ rule, provisions, alternative }) =>
        `${rule} ${provisions.join(",")}${alternative === null ? "" : " sometimes"}`,
    );
}

const one = commitment("1", ["Aland"]);
const two = commitment("2", ["Bland"]);
const three = commitment("3", ["Bland"]);

test.each<[string, readonly Commitment[], readonly string[]]>([
  ["one after the other", [one, { ...two, window: after("1") }], []],
  [
    "each after the other",
    [
      { ...one, window: after("2") },
      { ...two, window: after("1") },
    ],
    ["mutual-wait 1,2"],
  ],
  [
    "each after the other's start",
    [
      { ...one, window: after("2", "start") },
      { ...two, window: after("1", "start") },
    ],
    ["mutual-wait 1,2"],
  ],
  [
    "a ring of three",
    [
      { ...one, window: after("3") },
      { ...two, window: after("1") },
      { ...three, window: after("2") },
    ],
    ["mutual-wait 1,3,2"],
  ],
  [
    "somebody waits for a ring",
    [
      { ...one, window: after("2") },
      { ...two, window: after("1") },
      { ...three, window: after("2") },
    ],
    ["mutual-wait 1,2", "clause-never-applies 3"],
  ],
  ["it waits for its own completion", [{ ...one, window: after("1") }], ["mutual-wait 1"]],
  ["it is completed some days after its own start", [{ ...one, window: after("1", "start") }], []],
  ["its own point is open", [{ ...one, window: after("1", "open") }], []],
  ["it waits for a provision that is not there", [{ ...one, window: after("9") }], ["clause-never-applies 1"]],
  ["it waits for a provision without a duty", [{ ...one, window: after("4") }], []],
  [
    "one begins with the other's start, which waits for its completion",
    [
      { ...one, start: after("2", "start"), window: after("2") },
      { ...two, start: after("1", "open") },
    ],
    ["mutual-wait 1,2"],
  ],
  [
    "only where an open point is read as completion",
    [
      { ...one, window: after("2", "open") },
      { ...two, window: after("1"), start: after("4", "start") },
    ],
    ["mutual-wait 1,2 sometimes"],
  ],
  ["consent of somebody else", [{ ...one, needsConsentOf: stated(["Bland"]) }], ["made-impossible-by-other 1"]],
  ["consent of the bearer itself", [{ ...one, needsConsentOf: stated(["Aland"]) }], []],
])("%s", (_name, commitments, expected) => {
  expect(found(commitments)).toEqual(expected);
});
