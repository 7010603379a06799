import { plural } from "../base/index.ts";
import type { Grade, Report } from "../checks/index.ts";
import type { Paint } from "./paint.ts";
import { visibleLine, wrapAfter } from "./visible.ts";

const grades: readonly (readonly [Grade, string])[] = [
  ["E0", "nothing follows a breach"],
  ["E1", "someone could answer; nobody must"],
  ["E2", "an answer is owed; one actor alone can stop it"],
  ["E3", "an answer is owed; no one actor can stop it"],
];

/** How many commitments stand at each grade, then which, those with the same answer together. Empty without a primary commitment. */
export function printGrades(report: Report, paint: Paint, columns: number): string[] {
  const rows = report.grades;
  if (rows.length === 0) return ["No primary commitment was read.", ""];
  const verifiable = rows.filter((row) => row.verifiable).length;

  return [
    paint.strong(`Grades of ${plural(rows.length, "primary commitment")}`),
    ...grades.flatMap(([grade, means]) => {
      const count = rows.filter((row) => row.enforceable === grade).length;
      return wrapAfter(`  ${grade} ${String(count).padStart(5)}  `, 12, means, columns);
    }),
    ...wrapAfter(
      "  ",
      2,
      `verifiable ${verifiable}, not verifiable or cannot tell ${rows.length - verifiable}`,
      columns,
    ),
    "",
    ...[...sameAnswers(rows)].flatMap(([answer, commitments]) =>
      wrapAfter(
        `  ${paint.strong(answer.grade)}  `,
        6,
        [...`${answer.says}:`.split(" "), ...listed(commitments)],
        columns,
      ),
    ),
    "",
  ];
}

type Answer = { readonly grade: Grade; readonly says: string };

/** Commitments by what is answered for them, worst grade first, then in the order of the text. */
function sameAnswers(rows: Report["grades"]): ReadonlyMap<Answer, readonly string[]> {
  const answers = new Map<string, { readonly answer: Answer; readonly commitments: string[] }>();
  for (const row of rows) {
    const answer = { grade: row.enforceable, says: answerOf(row) };
    const key = `${answer.grade} ${answer.says}`;
    const same = answers.get(key) ?? { answer, commitments: [] };
    same.commitments.push(visibleLine(row.commitment));
    answers.set(key, same);
  }
  const ordered = [...answers.values()].toSorted((one, other) =>
    one.answer.grade < other.answer.grade ? -1 : one.answer.grade > other.answer.grade ? 1 : 0,
  );

  return new Map(ordered.map(({ answer, commitments }) => [answer, commitments]));
}

function listed(labels: readonly string[]): readonly string[] {
  return labels.map((label, at) => (at === labels.length - 1 ? label : `${label},`));
}

function answerOf(row: Report["grades"][number]): string {
  const answer = row.enforceable === "E0" ? "no answer" : `answer ${dayOf(row.enforceableDays)}`;
  const verified = row.verifiable ? `verified ${dayOf(row.verifiableDays)}` : "not verified";
  const reliesOn = row.reliesOn.length === 0 ? [] : [`relies on ${row.reliesOn.map(visibleLine).join(", ")}`];
  const missing = row.missing.length === 0 ? [] : [`cannot tell without ${row.missing.join(", ")}`];

  return [answer, verified, ...reliesOn, ...missing].join("; ");
}

function dayOf(days: number | null): string {
  return days === null ? "on no stated day" : `by day ${days}`;
}
