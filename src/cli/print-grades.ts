import type { Grade, Report } from "../checks/index.ts";
import type { Paint } from "./paint.ts";
import { cutTo, padTo, visibleLine, widthOf } from "./visible.ts";

const grades: readonly (readonly [Grade, string])[] = [
  ["E0", "nothing follows a breach"],
  ["E1", "someone could answer; nobody must"],
  ["E2", "an answer is owed; one actor alone can stop it"],
  ["E3", "an answer is owed; no one actor can stop it"],
];

/** How many commitments stand at each grade, then one row a commitment. Empty without a primary commitment. */
export function printGrades(report: Report, paint: Paint, columns: number): string[] {
  const rows = report.grades;
  if (rows.length === 0) return ["No primary commitment was read.", ""];

  const provisionCells = Math.max(10, ...rows.map((row) => Math.min(24, widthOf(visibleLine(row.commitment)))));
  const summary = grades.map(([grade, means]) => {
    const count = rows.filter((row) => row.enforceable === grade).length;
    return `  ${grade} ${String(count).padStart(5)}  ${means}`;
  });
  const verifiable = rows.filter((row) => row.verifiable).length;

  return [
    paint.strong(`Grades of ${rows.length} primary commitment${rows.length === 1 ? "" : "s"}`),
    ...summary,
    `  verifiable ${verifiable}, not verifiable or cannot tell ${rows.length - verifiable}`,
    "",
    paint.faint(`  ${padTo("commitment", provisionCells)}  grade  answer     verified   relies on`),
    ...rows.map((row) => {
      const answer = row.enforceable === "E0" ? "never" : dayOf(row.enforceableDays);
      const verified = row.verifiable ? dayOf(row.verifiableDays) : "no";
      const reliesOn = row.reliesOn.map(visibleLine).join(", ");
      const rest = row.missing.length > 0 ? `cannot tell: ${row.missing.join(", ")}` : reliesOn === "" ? "–" : reliesOn;
      const lead = `  ${padTo(cutTo(visibleLine(row.commitment), provisionCells), provisionCells)}  ${padTo(row.enforceable, 5)}  ${padTo(answer, 9)}  ${padTo(verified, 9)}  `;
      return `${lead}${cutTo(rest, Math.max(12, columns - widthOf(lead)))}`;
    }),
    "",
  ];
}

function dayOf(days: number | null): string {
  return days === null ? "no day" : `day ${days}`;
}
