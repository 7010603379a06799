import { everyMatch } from "../../base/index.ts";
/** A date as a text writes it. `year` is `null` where the words give none. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  readonly hour: string | null;
  readonly zone: string | null;
  /** "by the end of 2026": the last day of the stretch, at 24:00. */
  readonly endOf: boolean;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?";
/** Months in French, Russian and Ukrainian as dates write them, January first. */
const monthsElsewhere = [
  "janvier|января|січня",
  "février|февраля|лютого",
  "mars|марта|березня",
  "avril|апреля|квітня",
  "mai|мая|травня",
  "juin|июня|червня",
  "juillet|июля|липня",
  "août|августа|серпня",
  "septembre|сентября|вересня",
  "octobre|октября|жовтня",
  "novembre|ноября|листопада",
  "décembre|декабря|грудня",
];
const namesElsewhere = monthsElsewhere.join("|");
const zoneWords =
  "(?:\\(?(?:[A-Z][\\w/]+(?: [A-Z][\\w/]+)?(?: (?:local|standard|summer))? time|local time|UTC(?: ?[+-]\\d{1,2}(?::\\d\\d)?)?|GMT(?: ?[+-]\\d{1,2})?|CEST|CET|EEST|EET|EAT|MSK|EST|EDT)\\)?)";
const clock =
  "(?:\\d{1,2}[:.]\\d{2}(?: ?(?:a\\.?m\\.?|p\\.?m\\.?))?(?: ?h(?:ou)?rs?)?|\\d{4} h(?:ou)?rs|\\d{1,2} (?:a\\.?m\\.?|p\\.?m\\.?)|midnight|noon|midday)";

const pattern = new RegExp(
  [
    `(?<clockA>${clock})(?:,? ?(?<zoneA>${zoneWords}))?,? (?:on |of )?(?:the )?(?=\\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)? ${monthNames}|${monthNames} \\d|\\d{4}-\\d)`,
    `(?<dayB>\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? (?<monthB>${monthNames})(?:,? (?<yearB>\\d{4}))?`,
    `(?<monthC>${monthNames}) (?<dayC>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<yearC>\\d{4}))?`,
    `(?<yearD>\\d{4})-(?<monthD>\\d{2})-(?<dayD>\\d{2})`,
    `(?<dayE>\\d{1,2})\\.(?<monthE>\\d{1,2})\\.(?<yearE>\\d{4})`,
    `(?<dayG>\\d{1,2})(?:er)? (?<monthG>${namesElsewhere}) (?<yearG>\\d{4})(?: года| року| р\\.| г\\.)?`,
    `end of (?:the year )?(?:(?<monthF>${monthNames}),? )?(?<yearF>\\d{4})`,
  ].join("|"),
  "gi",
);
const after = new RegExp(`^(?:,? (?:at |from )?(?<clock>${clock}))?(?:,? ?(?<zone>${zoneWords}))?`, "i");

/** Every date of some words, in order. The hour and zone beside a date belong to it. */
export function datesIn(text: string): readonly WrittenDate[] {
  if (!/\d/.test(text) || !/(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)) return [];
  const dates: WrittenDate[] = [];
  let before: { start: number; end: number; hour: string; zone: string | null } | null = null;
  for (const match of everyMatch(pattern, text)) {
    const groups = match.groups ?? {};
    if (groups["clockA"] !== undefined) {
      before = {
        start: match.index,
        end: match.index + match[0].length,
        hour: hourOf(groups["clockA"]),
        zone: groups["zoneA"]?.replace(/^\(|\)$/g, "") ?? null,
      };
      continue;
    }
    const read = dateOf(groups);
    if (read === null) continue;
    const end = match.index + match[0].length;
    const tail = after.exec(text.slice(end, end + 60))?.groups ?? {};
    const tailLength = after.exec(text.slice(end, end + 60))?.[0].length ?? 0;
    const clockBefore = before !== null && before.end === match.index ? before : null;
    dates.push({
      ...read,
      start: clockBefore?.start ?? match.index,
      end: tail["clock"] === undefined && tail["zone"] === undefined ? end : end + tailLength,
      hour: clockBefore?.hour ?? (tail["clock"] === undefined ? (read.endOf ? "24:00" : null) : hourOf(tail["clock"])),
      zone: clockBefore?.zone ?? tail["zone"]?.replace(/^\(|\)$/g, "") ?? null,
    });
    before = null;
  }

  return dates;
}

/** ISO form, or `null` where the year is missing or the day does not exist. */
export function isoDay(date: WrittenDate): string | null {
  if (date.year === null || date.day > daysIn(date.year, date.month)) return null;

  return `${date.year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
): Omit<WrittenDate, "start" | "end" | "hour" | "zone"> | null {
  if (groups["yearF"] !== undefined) {
    const month = groups["monthF"] === undefined ? 12 : monthOf(groups["monthF"]);
    const year = Number(groups["yearF"]);

    return { day: daysIn(year, month), month, year, endOf: true };
  }
  for (const form of ["B", "C", "D", "E", "G"]) {
    const day = groups[`day${form}`];
    const month = groups[`month${form}`];
    if (day === undefined || month === undefined) continue;
    const year = groups[`year${form}`];
    const number = /^\d/.test(month) ? Number(month) : monthOf(month);
    if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return null;

    return { day: Number(day), month: number, year: year === undefined ? null : Number(year), endOf: false };
  }

  return null;
}

function monthOf(name: string): number {
  const elsewhere = monthsElsewhere.findIndex((names) => names.split("|").includes(name.toLowerCase()));
  if (elsewhere >= 0) return elsewhere + 1;

  return months.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;

  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** "0600 hours", "00.00 AM", "6 p.m.", "midnight" as HH:MM. */
function hourOf(words: string): string {
  const text = words.toLowerCase();
  if (text === "midnight") return "24:00";
  if (text === "noon" || text === "midday") return "12:00";
  const parts = /^(\d{1,2})[:.](\d{2})|^(\d{2})(\d{2})|^(\d{1,2})/.exec(text);
  const hours = Number(parts?.[1] ?? parts?.[3] ?? parts?.[5] ?? 0);
  const minutes = parts?.[2] ?? parts?.[4] ?? "00";
  const isAfternoon = /p\.?m/.test(text) && hours < 12;

  return `${String(hours + (isAfternoon ? 12 : 0)).padStart(2, "0")}:${minutes}`;
}
