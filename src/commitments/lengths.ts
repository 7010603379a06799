import type { Duration } from "./event.ts";

/** Most and fewest days of 1 to 12 calendar months, wherever they begin. */
const mostOfMonths = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366];
const fewestOfMonths = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365];

/**
 * The longest that a stated length can take, in whole days: a bound that holds whatever the calendar. A month has the
 * days of the calendar, a working day the worst of weeks with holidays between; a negative length lies before its event.
 */
export function atMostDays({ amount, unit }: Duration): number {
  return bounded(amount < 0 ? -fewest(-amount, unit) : most(amount, unit));
}

/** The shortest that a stated length can take, in whole days. */
export function atLeastDays({ amount, unit }: Duration): number {
  return bounded(amount < 0 ? -most(-amount, unit) : fewest(amount, unit));
}

/** Longer than anybody waits: what is longer still is taken to be so long, so that sums stay exact. */
const longest = 100_000;

function bounded(days: number): number {
  return Math.min(longest, Math.max(-longest, days));
}

function most(amount: number, unit: Duration["unit"]): number {
  switch (unit) {
    case "hours":
      return Math.ceil(amount / 24);
    case "days":
      return Math.ceil(amount);
    case "working-days":
      return Math.ceil(amount * 1.4);
    case "weeks":
      return Math.ceil(amount * 7);
    case "months":
      return inMonths(amount, mostOfMonths) + leapDays(amount);
    case "years":
      return inMonths(amount * 12, mostOfMonths) + leapDays(amount * 12);
  }
}

function fewest(amount: number, unit: Duration["unit"]): number {
  switch (unit) {
    case "hours":
      return Math.floor(amount / 24);
    case "days":
    case "working-days":
      return Math.floor(amount);
    case "weeks":
      return Math.floor(amount * 7);
    case "months":
      return inMonths(amount, fewestOfMonths);
    case "years":
      return inMonths(amount * 12, fewestOfMonths);
  }
}

/** Whole years count 365 days here; the leap days among them are added by whoever asks for the most. */
function inMonths(months: number, days: readonly number[]): number {
  const whole = Math.floor(months);
  const rest = Math.ceil((months - whole) * 31);

  return Math.floor(whole / 12) * 365 + (days[whole % 12] ?? 0) + (rest > 0 && days === mostOfMonths ? rest : 0);
}

/** Of whole years: a span of n years holds at most one 29 February in four, and one more. */
function leapDays(months: number): number {
  const years = Math.floor(months / 12);

  return years === 0 ? 0 : Math.ceil(years / 4);
}
