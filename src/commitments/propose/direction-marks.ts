import type { Run } from "./passage.ts";

/** Marks that turn the direction of writing and show nothing: they part no words and belong to none. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The words without marks of direction. */
export function withoutMarks(text: string): string {
  return marks.test(text) ? text.replace(new RegExp(marks, "g"), "") : text;
}

/** A text without marks of direction and where each of its stretches stands: the marks themselves stay where they are. */
export function readPast(text: string, runs: readonly Run[]): { readonly text: string; readonly runs: readonly Run[] } {
  if (!marks.test(text)) return { text, runs };
  const kept: Run[] = [];
  let plain = withoutMarks(text.slice(0, runs[0]?.at ?? text.length));
  runs.forEach((run, index) => {
    const end = runs[index + 1]?.at ?? text.length;
    let from = run.at;
    for (let at = run.at; at <= end; at += 1) {
      if (at < end && !marks.test(text[at]!)) continue;
      if (at > from) {
        kept.push({ ...run, at: plain.length, from: run.from + from - run.at });
        plain += text.slice(from, at);
      }
      from = at + 1;
    }
  });

  return { text: plain, runs: kept };
}
