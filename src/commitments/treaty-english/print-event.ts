import type { Condition, Duration, EventRef, Point } from "../event.ts";
import { valuesOf } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { isPlainName } from "./cursor.ts";
import { bracketsOf, inBrackets, usualPoint } from "./event-forms.ts";
import { points } from "./keywords.ts";

/** A name as Treaty English writes it: bare in capitals, else in angle brackets. */
export function printName(name: string): string {
  return isPlainName(name) ? name : `<${inBrackets(name)}>`;
}

/** Names with commas and a last AND. */
export function printNames(names: readonly string[]): string {
  const written = names.map(printName);

  return written.length < 2 ? written.join("") : `${written.slice(0, -1).join(", ")} AND ${written.at(-1)}`;
}

/** Words after a keyword: as they are where they are plain, else in angle brackets. */
export function printWords(words: string): string {
  return /^\p{Ll}[\p{Ll}’'-]*(?: (?:\p{Ll}[\p{Ll}’'-]*|\d{1,9}))*$/u.test(words) ? words : `<${inBrackets(words)}>`;
}

/** An event with its point, where the point is not the usual one: `COMPLETION OF [4.1]`. */
export function printEvent({ event, point }: EventRef, use: "clock" | "condition" = "clock"): string {
  return `${printPoint(point, usualPoint(event, use, []))}${bracketsOf(event, printName)}`;
}

function printPoint(point: Slot<Point>, usual: Slot<Point>): string {
  if (point.kind === "not-applicable") return "";
  if (point.kind === "unresolved") return "UNKNOWN POINT OF ";
  const named = valuesOf(point);
  const isUsual = named.length === 1 && usual.kind === "stated" && usual.value === named[0];
  if (isUsual) return "";
  if (named.length === 2 && named[0] === "start" && named[1] === "completion") return "?POINT ";
  const words = named.map((value) => points.find((row) => row.point === value)?.says ?? "OCCURRENCE");

  return words.length === 0 ? "UNKNOWN POINT OF " : `${words.join(" OR ")} OF `;
}

const unitWords: Readonly<Record<Duration["unit"], string>> = {
  hours: "HOUR",
  days: "DAY",
  "working-days": "WORKING DAY",
  weeks: "WEEK",
  months: "MONTH",
  years: "YEAR",
};

/** `30 DAYS`; `14 WORKING DAYS IN <the calendar of Q>`. */
export function printDuration({ amount, unit, calendar }: Duration): string {
  const number = Number.isInteger(amount) && amount >= 0 && amount < 1e9 ? amount : Math.max(0, Math.ceil(amount) || 0);
  const words = `${number} ${unitWords[unit]}${number === 1 ? "" : "S"}`;

  return calendar === null ? words : `${words} IN ${printName(calendar)}`;
}

/** `ceasefire holds AND NOT [4.1]`, with parentheses where one chain stands inside another. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "event":
      return printEvent(condition.event, "condition");
    case "not":
      return `NOT ${condition.of.kind === "event" ? printCondition(condition.of) : `(${printCondition(condition.of)})`}`;
    default: {
      const parts = condition.of.map((part) =>
        part.kind === "and" || part.kind === "or" ? `(${printCondition(part)})` : printCondition(part),
      );

      return parts.join(condition.kind === "and" ? " AND " : " OR ");
    }
  }
}
