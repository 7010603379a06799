import type { Draft } from "../text/index.ts";
import { headingAbove, holdsWords } from "../wire/index.ts";
import type { FindingGroup, PlacedFinding, PointedLine } from "../wire/index.ts";
import { caretLines } from "./caret.ts";
import type { Paint } from "./paint.ts";
import { padTo, visibleLine, widthOf, wrapAfter, wrapTo } from "./visible.ts";

export type Page = {
  readonly draft: Draft;
  /** What stands before `line:column`, as it may be shown. */
  readonly place: string;
  /** The source, line by line. */
  readonly lines: readonly string[];
  /** Whose readings were checked. */
  readonly readers: readonly string[];
  readonly paint: Paint;
  readonly columns: number;
};

const severities = ["error", "warning", "note"] as const;

/** A provision's address, its words with carets, then what the checks say of it, each with story and best repair. */
export function printGroup(group: FindingGroup, page: Page): string[] {
  const worst =
    severities.find((severity) => group.findings.some(({ finding }) => finding.severity === severity)) ?? "note";

  return [
    ...wrapTo(addressOf(group, page.draft), page.columns).map(page.paint.strong),
    ...group.lines.flatMap((line) => printLine(line, page, page.paint[worst])),
    ...group.findings.flatMap((placed) => printFinding(placed, page)),
    "",
  ];
}

function addressOf({ provision }: FindingGroup, draft: Draft): string {
  if (provision === null) return "The text as a whole";
  const label = visibleLine(draft.provisions[provision]?.label ?? "");
  const heading = visibleLine(headingAbove(draft, provision));

  return heading === "" ? label : `${label}  ${heading}`;
}

const gutterCells = 9;

function printLine({ line, places }: PointedLine, { lines, columns, paint }: Page, style: Paint["error"]): string[] {
  const words = lines[line - 1];
  if (words === undefined) return [];
  const within = places.map(({ from, to }) => ({ from, to: Math.min(to, words.length + 1) }));

  return caretLines(words, within, columns - gutterCells).flatMap(({ text, carets }, stretch) => [
    `${paint.faint(`${(stretch === 0 ? String(line) : "").padStart(6)} |`)} ${text}`,
    ...carets.map((row) => `${paint.faint(`${" ".repeat(6)} |`)} ${style(row)}`),
  ]);
}

/** `file:line:column level rule  says`, then where it holds, the story and the best repair, indented. */
function printFinding(placed: PlacedFinding, page: Page): string[] {
  const { finding, line, column, alternatives } = placed;
  const { paint, columns } = page;
  const place = `${page.place}:${line}:${column}`;
  const says = visibleLine(finding.says);
  const lead = `${place} ${finding.severity} ${finding.rule}`;
  const painted = `${paint.faint(place)} ${paint[finding.severity](finding.severity)} ${paint.strong(finding.rule)}`;
  const fits = widthOf(lead) + 2 + widthOf(says) <= columns;

  return [
    ...(fits ? [`${painted}  ${says}`] : [painted, ...indented(says, columns)]),
    ...printReaders(placed, page),
    ...printWhere(alternatives, columns),
    ...(finding.approximate === null ? [] : indented(`Taken strictly: ${visibleLine(finding.approximate)}`, columns)),
    ...printStory(placedStory(finding), columns),
    ...printRepair(finding, page),
  ];
}

/** Whose reading it is, where others that were checked do not say so. */
function printReaders({ readers }: PlacedFinding, page: Page): string[] {
  if (readers.length >= page.readers.length) return [];
  const names = readers.map(visibleLine).join(", ");

  return indented(`As ${names} ${readers.length === 1 ? "reads" : "read"} it`, page.columns);
}

function printWhere(alternatives: readonly string[], columns: number): string[] {
  const holds = holdsWords(alternatives);

  return holds === null ? [] : indented(visibleLine(holds), columns);
}

type Told = PlacedFinding["finding"]["story"];

/** A story that only repeats the sentence is not told twice. */
function placedStory({ story, says }: PlacedFinding["finding"]): Told {
  return story.filter(({ text }) => text !== says);
}

/** `Day n` first where any line has one, the provision last. */
function printStory(story: Told, columns: number): string[] {
  const dayCells = story.some(({ day }) => day !== null) ? 8 : 0;

  return story.flatMap(({ day, text, provision }) => {
    const stated = visibleLine(text);
    const own = /^Day \d+:? +(.*)$/.exec(stated)?.[1] ?? stated;
    const place = visibleLine(provision);
    const when = dayCells === 0 ? "" : `${padTo(day === null ? "" : `Day ${day}`, dayCells)} `;
    return wrapAfter(`    ${when}`, 4 + when.length, place === "" ? own : `${own} (${place})`, columns);
  });
}

function printRepair({ repairs }: PlacedFinding["finding"], { paint, columns }: Page): string[] {
  const [best] = repairs;
  if (best === undefined) return [];
  const days = best.days === null ? "" : `, day ${best.days}`;
  const gain = best.grade === null || best.grade === best.gradeBefore ? "" : ` (then ${best.grade}${days})`;
  const more = repairs.length > 1 ? ` [1 of ${repairs.length}]` : "";

  return wrapAfter(`  ${paint.strong("repair")}  `, 10, visibleLine(best.says) + gain + more, columns);
}

function indented(words: string, columns: number): string[] {
  return wrapTo(words, columns - 2).map((line) => `  ${line}`);
}
