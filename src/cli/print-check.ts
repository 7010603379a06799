import type { Finding, Report, Severity } from "../checks/index.ts";
import type { Draft } from "../text/index.ts";
import { positionOf } from "../text/index.ts";
import { findingPosition, findingProvision } from "../wire/index.ts";
import { caretLines } from "./caret.ts";
import type { Checked } from "./check.ts";
import type { Io } from "./io.ts";
import { columnsOf, paintFor } from "./paint.ts";
import type { Paint } from "./paint.ts";
import { printGrades } from "./print-grades.ts";
import { padTo, visibleLine, widthOf, wrapAfter, wrapTo } from "./visible.ts";

/**
 * The terminal form of a check: whose reading it was, each finding as `file:line:column level rule  says` with the
 * words, a caret line, the story and the best repair, then grades, trust roots and counts.
 */
export function printCheck(checked: Checked, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  const columns = columnsOf(io.stdout);
  const lines = checked.source.split(/\r?\n/);
  const page: Page = { checked, paint, columns, lines, indexOf: findingProvision(checked.draft) };
  const position = findingPosition(checked.draft);

  return [
    ...wrapTo(opening(checked), columns).map(paint.strong),
    "",
    ...checked.report.findings.flatMap((finding) => [...printFinding(finding, position(finding), page), ""]),
    ...printGrades(checked.report, paint, columns),
    ...printTrustRoots(checked.report, columns),
    ...printUntried(checked.report, columns),
    paint.strong(verdict(checked.report)),
    "",
  ].join("\n");
}

type Page = {
  readonly checked: Checked;
  readonly paint: Paint;
  readonly columns: number;
  readonly lines: readonly string[];
  readonly indexOf: (finding: Finding) => number | null;
};

function opening({ draft, readings, readers }: Checked): string {
  const title = visibleLine(draft.title);
  if (readings.some((reading) => reading.kind === "proposed"))
    return `${title}: the proposed reading is checked, which rules made from the words; nobody has confirmed it.`;
  const names = readers.map(visibleLine).join(", ");

  return readers.length === 1 ? `${title}: as ${names} reads it.` : `${title}: as ${names} read it.`;
}

function printFinding(finding: Finding, position: Place | null, page: Page): string[] {
  const { checked, paint, columns } = page;
  const place = `${checked.place}:${position?.line ?? 1}:${position?.column ?? 1}`;
  const says = visibleLine(finding.says);
  const lead = `${visibleLine(place)} ${finding.severity} ${finding.rule}`;
  const painted = `${visibleLine(place)} ${paint[finding.severity](finding.severity)} ${paint.strong(finding.rule)}`;
  const fits = widthOf(lead) + 2 + widthOf(says) <= columns;

  return [
    ...(fits ? [`${painted}  ${says}`] : [painted, ...wrapTo(says, columns - 2).map((line) => `  ${line}`)]),
    ...printPlace(finding, position, page),
    ...printAlternative(finding, page),
    ...printStory(finding, page),
    ...printRepair(finding, page),
  ];
}

type Place = { readonly line: number; readonly column: number };

/** The provision's address and heading, then the line of the source with carets below the words. */
function printPlace(
  finding: Finding,
  position: Place | null,
  { checked, paint, columns, lines, indexOf }: Page,
): string[] {
  const { draft } = checked;
  const index = indexOf(finding);
  const provision = index === null ? undefined : draft.provisions[index];
  if (index === null || provision === undefined || position === null) return [];

  const heading = headingAbove(draft, index);
  const address = `  ${paint.strong(visibleLine(provision.label))}${heading === "" ? "" : `  ${heading}`}`;
  const line = lines[position.line - 1];
  if (line === undefined) return [address];

  const start = finding.at?.start ?? 0;
  const end = finding.at?.end ?? provision.words.length;
  const last = positionOf(draft, index, Math.max(start, end - 1));
  const to = last.line === position.line ? last.column + 1 : line.length + 1;
  const gutter = String(position.line).padStart(6);
  const [shown, carets] = caretLines(line, position.column, to, columns - 9);

  return [
    address,
    `${paint.faint(`${gutter} |`)} ${shown}`,
    `${paint.faint(`${" ".repeat(6)} |`)} ${paint[finding.severity](carets)}`,
  ];
}

/** The nearest heading at or above a provision. */
function headingAbove(draft: Draft, index: number): string {
  for (let at: number | null = index; at !== null;) {
    const provision: Draft["provisions"][number] | undefined = draft.provisions[at];
    if (provision === undefined) return "";
    if (provision.heading !== null) return visibleLine(provision.heading);
    at = provision.parent;
  }

  return "";
}

function printAlternative({ alternative, approximate }: Finding, { columns }: Page): string[] {
  const says = [
    ...(alternative === null ? [] : [`holds where: ${alternative.says}`]),
    ...(approximate === null ? [] : [`taken strictly: ${approximate}`]),
  ];

  return says.flatMap((line) => wrapTo(visibleLine(line), columns - 2).map((part) => `  ${part}`));
}

/** `Day n` first, the provision last. A story that only repeats the sentence is not told twice. */
function printStory({ story, says }: Finding, { columns }: Page): string[] {
  const told = story.filter((line) => line.text !== says);
  if (told.length === 0) return [];

  return told.flatMap(({ day, text, provision }) => {
    const stated = visibleLine(text);
    const [, own = stated] = /^Day \d+:? +(.*)$/.exec(stated) ?? [];
    const when = padTo(day === null ? "" : `Day ${day}`, 8);
    const place = visibleLine(provision);
    return wrapAfter(`    ${when} `, 13, place === "" ? own : `${own} (${place})`, columns);
  });
}

function printRepair({ repairs }: Finding, { paint, columns }: Page): string[] {
  const [best] = repairs;
  if (best === undefined) return [];
  const days = best.days === null ? "" : `, day ${best.days}`;
  const gain = best.grade === null || best.grade === best.gradeBefore ? "" : ` (then ${best.grade}${days})`;
  const more = repairs.length > 1 ? [paint.faint(`          and ${repairs.length - 1} more in --json`)] : [];

  return [...wrapAfter(`  ${paint.strong("repair")}  `, 10, visibleLine(best.says) + gain, columns), ...more];
}

function printTrustRoots({ trustRoots }: Report, columns: number): string[] {
  if (trustRoots.length === 0) return [];
  const says = `Trust roots, whom nobody can hold to their duty to answer: ${trustRoots.map(visibleLine).join(", ")}.`;

  return [...wrapTo(says, columns), ""];
}

function printUntried({ untried }: Report, columns: number): string[] {
  if (untried === 0) return [];
  const says = `${untried} options of open brackets were not tried, because the text has too many; --choose tries one.`;

  return [...wrapTo(says, columns), ""];
}

function verdict({ counts }: Report): string {
  const parts: readonly [number, Severity][] = [
    [counts.error, "error"],
    [counts.warning, "warning"],
    [counts.note, "note"],
  ];

  return parts.map(([count, severity]) => `${count} ${severity}${count === 1 ? "" : "s"}`).join(", ");
}
