import type { Network, NetworkVerdict, ScheduledAct, ScheduleReport } from "../checks/index.ts";
import { plural } from "../base/index.ts";
import { legWords } from "../wire/index.ts";
import type { Io } from "./io.ts";
import { columnsOf, paintFor } from "./paint.ts";
import { cutTo, padTo, visibleLine, widthOf, wrapAfter, wrapTo } from "./visible.ts";

/**
 * The terminal form of a schedule: whether it can be kept, by all and by each; why not; then each act with a bar from
 * the first day on which it can be done to the last, in days from entry into force.
 */
export function printSchedule(report: ScheduleReport, opening: string, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  const columns = columnsOf(io.stdout);
  const parties = Object.entries(report.controllable);

  return [
    ...wrapTo(opening, columns).map(paint.strong),
    "",
    report.consistent ? "A calendar satisfies the text." : paint.error("No calendar satisfies the text."),
    ...parties.map(([party, canKeep]) =>
      canKeep
        ? `${visibleLine(party)}: every promise can be kept whatever the others do within their own limits.`
        : paint.error(`${visibleLine(party)}: a promise can be late although everything was done right.`),
    ),
    ...report.waiting.map((says) => paint.error(`${visibleLine(says)} Nobody need begin.`)),
    ...(parties.length === 0 ? ["No party was read."] : []),
    "",
    ...printBecause(report, columns),
    ...printActs(report.acts, columns),
    ...printOpen(report, columns),
  ].join("\n");
}

function printBecause({ because }: ScheduleReport, columns: number): readonly string[] {
  if (because.length === 0) return [];

  return [
    "Because of",
    ...because.flatMap((one) => {
      const who = one.party === null ? "" : ` for ${visibleLine(one.party)}`;
      const under = one.if === null ? "" : `, if ${visibleLine(one.if)}`;

      return wrapAfter("  ", 2, `${visibleLine(one.edge)}${who}${under}`, columns);
    }),
    "",
  ];
}

const barCells = 24;

function printActs(acts: readonly ScheduledAct[], columns: number): readonly string[] {
  if (acts.length === 0) return ["No act with a time was read.", ""];
  const most = Math.max(0, ...acts.map(({ earliest, latest }) => Math.max(earliest ?? 0, latest ?? 0)));
  const lead = Math.min(16, Math.max(...acts.map(({ commitment }) => widthOf(visibleLine(commitment)))));
  const days = 14;
  const words = Math.max(20, columns - lead - days - barCells - 8);

  return [
    `Days from entry into force on which each can be done with all limits kept${most === 0 ? "" : `; the bar ends at day ${most}`}`,
    ...acts.map((act) => {
      const who = act.bearer.length === 0 ? "nobody named" : act.bearer.map(visibleLine).join(", ");
      const name = padTo(cutTo(visibleLine(act.commitment), lead), lead);

      return `  ${name}  ${padTo(cutTo(`${who}: ${visibleLine(act.says)}`, words), words)}  ${padTo(daysOf(act), days)}${barOf(act, most)}`.trimEnd();
    }),
    "",
  ];
}

function daysOf({ earliest, latest, notBefore, by, counted, isLasting }: ScheduledAct): string {
  if (earliest === null && latest === null)
    return by !== null ? `by ${by}` : notBefore !== null ? `from ${notBefore}` : (counted ?? "no day");
  if (latest === null) return `from ${earliest}`;
  if (earliest === latest) return isLasting ? `from ${latest}` : `day ${latest}`;

  return earliest === null ? `by ${latest}` : `${earliest} to ${latest}`;
}

function barOf({ earliest, latest }: ScheduledAct, most: number): string {
  if (earliest === null && latest === null) return "";
  const cellOf = (day: number): number =>
    Math.min(barCells - 1, Math.max(0, Math.floor((day / Math.max(1, most)) * barCells)));
  const from = cellOf(earliest ?? 0);
  const to = latest === null ? barCells - 1 : cellOf(latest);

  return `${"·".repeat(from)}${"█".repeat(to - from + 1)}${latest === null ? "→" : "·".repeat(barCells - 1 - to)}`;
}

function printOpen({ open, isWhole }: ScheduleReport, columns: number): readonly string[] {
  if (open.length === 0) return [];
  const tried = isWhole
    ? "every combination was tried; the days above are those of the first"
    : "one answer at a time was tried against the first of all others; the days above are those of the first";

  return [
    ...wrapTo(`The words leave open; ${tried}:`, columns),
    ...open.flatMap(({ provision, slot, answers }) => {
      const place = provision === "" ? slot : `${visibleLine(provision)} ${slot}`;

      return wrapAfter("  ", 4, `${place}: ${answers.map(visibleLine).join(" | ")}`, columns);
    }),
    "",
  ];
}

/** The terminal form of a verdict on a file of a network. */
export function printNetwork(verdict: NetworkVerdict, network: Network, name: string, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  const columns = columnsOf(io.stdout);
  const size = [
    plural(network.points, "point"),
    plural(network.edges.length, "edge"),
    plural(network.links.length, "link"),
  ];

  return [
    paint.strong(`${visibleLine(name)}: ${size.join(", ")}`),
    "",
    verdict.consistent ? "A calendar satisfies the network." : paint.error("No calendar satisfies the network."),
    verdict.controllable
      ? "It can be kept whatever the links take."
      : paint.error("It cannot be kept whatever the links take."),
    ...(verdict.because.length === 0 ? [] : ["", "Because of"]),
    ...verdict.because.flatMap((leg) => wrapAfter("  ", 2, visibleLine(legWords(leg, network)), columns)),
    "",
  ].join("\n");
}
