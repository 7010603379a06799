/** Days since 2000-01-01 of a date YYYY-MM-DD, in the calendar of ISO 8601. Law: `dateOn(dayNumber(date))` is the date. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);

  return Date.UTC(year, month - 1, day) / millisecondsOfDay - epoch;
}

/** The date so many days after 2000-01-01. */
export function dateOn(day: number): string {
  return new Date((day + epoch) * millisecondsOfDay).toISOString().slice(0, 10);
}

const millisecondsOfDay = 86_400_000;
/** 2000-01-01 in days since 1970-01-01. */
const epoch = 10_957;
