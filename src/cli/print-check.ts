import { plural } from "../base/index.ts";
import type { Report } from "../checks/index.ts";
import { groupFindings } from "../wire/index.ts";
import { openingOf } from "./asked.ts";
import type { Checked } from "./check.ts";
import type { Io } from "./io.ts";
import { columnsOf, paintFor } from "./paint.ts";
import { printGroup } from "./print-finding.ts";
import { printGrades } from "./print-grades.ts";
import { visibleLine, wrapTo } from "./visible.ts";

/**
 * The terminal form of a check: whose reading it was; provision by provision the words once with carets and each
 * finding as `file:line:column level rule  says` with story and best repair; then grades, trust roots and counts.
 */
export function printCheck(checked: Checked, io: Io): string {
  const { draft, report, readers, place, source } = checked;
  const paint = paintFor(io.stdout, io.env);
  const columns = columnsOf(io.stdout);
  const page = { draft, place: visibleLine(place), readers, lines: source.split(/\r?\n/), paint, columns };

  return [
    ...wrapTo(openingOf(checked, checked.readings), columns).map(paint.strong),
    "",
    ...groupFindings(draft, report.findings).map((group) => printGroup(group, page).join("\n")),
    ...printGrades(report, paint, columns),
    ...printTrustRoots(report, columns),
    ...printUntried(report, columns),
    paint.strong(verdict(report)),
    "",
  ].join("\n");
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
  const { error, warning, note } = counts;

  return [plural(error, "error"), plural(warning, "warning"), plural(note, "note")].join(", ");
}
