import { expect, test } from "vitest";
import type { Duration } from "./event.ts";
import { atLeastDays, atMostDays } from "./lengths.ts";

test.each<[string, number, number]>([
  ["30 days", 30, 30],
  ["1 months", 28, 31],
  ["2 months", 59, 62],
  ["12 months", 365, 366],
  ["1 years", 365, 366],
  ["2 weeks", 14, 14],
  ["48 hours", 2, 2],
  ["6 hours", 0, 1],
  ["5 working-days", 5, 7],
  ["-1 months", -31, -28],
])("%s: at least %d, at most %d", (words, fewest, most) => {
  const [amount, unit] = words.split(" ") as [string, Duration["unit"]];
  const duration: Duration = { amount: Number(amount), unit, calendar: null };

  expect([atLeastDays(duration), atMostDays(duration)]).toEqual([fewest, most]);
});
