import type { StoryLine } from "../finding.ts";
import { actOf, durationWords, listed, sentence } from "../saying.ts";
import { calendar } from "./schedule.ts";
import type { Failure } from "./verdicts.ts";
import type { Limit, Moment, MomentPoint, Question, Schedule } from "./schedule.ts";

/** "4.2 (at most 30 days)", "5 (by 2030-03-20)": a limit by the provision that says it. */
export function limitWords(limit: Limit): string {
  return `${limit.label} (${boundWords(limit)})`;
}

function boundWords({ kind, length, on }: Limit): string {
  const bound = kind === "latest" ? "at most" : "at least";
  const words = length === null ? "" : durationWords(length);
  if (on === null) return `${bound} ${words}`;
  const date = kind === "latest" ? `by ${on}` : `not before ${on}`;

  return length?.amount === 0 ? date : `${bound} ${words} after ${on}`;
}

/** "At most 3 days after the report": a last day that is counted from what has no day. */
export function countedWords({ moments }: Schedule, limit: Limit): string {
  return `${boundWords(limit)} after ${momentWords(moments[limit.from]!)}`;
}

const pointWords: Readonly<Record<MomentPoint, string>> = {
  start: "start",
  completion: "completion",
  "verified-completion": "verified completion",
  occurrence: "day",
};

/** "The completion of ‘withdraw heavy weapons’", "entry into force". */
export function momentWords({ act, point, says }: Moment): string {
  return act === null ? says : `the ${pointWords[point]} of ${actOf(act)}`;
}

/** Provisions of a failure, each once, in the order in which its limits lead on. */
export function labelsOf({ limits }: Failure): readonly string[] {
  return [...new Set(limits.map(({ label }) => label).filter((label) => label !== ""))];
}

export function commitmentsOf({ limits }: Failure): readonly string[] {
  return [...new Set(limits.flatMap(({ act }) => (act === null ? [] : [act.id])))];
}

/** What must be so for a failure, as a sentence's condition; `null` where it is so in any case. */
export function premiseWords(schedule: Schedule, { when }: Failure): string | null {
  if (when.length === 0) return null;

  return listed(when.map(({ question, answer }) => answerWords(schedule.questions[question], answer)));
}

/** "2 means the completion", "4.1 counts from the ceasefire", "it holds that the harvest fails". */
function answerWords(question: Question | undefined, answer: number): string {
  const words = question?.answers[answer] ?? "";
  if (question === undefined || question.commitment === null) return words;
  const { label } = question.commitment;
  if (question.path.endsWith(".point")) return `${label} means the ${words}`;

  return question.path.endsWith(".after") ? `${label} counts from ‘${words}’` : `${label} means ${words}`;
}

/** The limits one after another as days: how late each moment can be, until one may not be so early. */
export function cycleStory(schedule: Schedule, { limits }: Failure): readonly StoryLine[] {
  const begin = Math.max(
    limits.findIndex(({ from }) => from === 0),
    0,
  );
  const lines: StoryLine[] = [];
  let day = 0;
  for (let at = 0; at < limits.length; at += 1) {
    const limit = limits[(begin + at) % limits.length]!;
    const from = schedule.moments[limit.from]!;
    if (at === 0 && limit.from !== calendar)
      lines.push({ day: 0, text: `${sentence(momentWords(from))}.`, provision: from.act?.label ?? limit.label });
    day += limit.days;
    if (limit.kind === "order") continue;
    const isCounted = limit.kind === "latest" && limits[begin]?.from !== calendar;
    lines.push({ day: isCounted ? day : null, text: limitSentence(schedule, limit), provision: limit.label });
  }
  lines.push({
    day: null,
    text: `Stuck: ${-day} ${day === -1 ? "day is" : "days are"} missing, whoever hurries.`,
    provision: limits[begin]?.label ?? "",
  });

  return lines;
}

/** "The completion of ‘…’ comes at most 30 days after entry into force." */
export function limitSentence(schedule: Schedule, limit: Limit): string {
  const { kind, length, on } = limit;
  const from = momentWords(schedule.moments[limit.from]!);
  const to = momentWords(schedule.moments[limit.to]!);
  if (kind === "order") return `${sentence(to)} comes no later than ${from}.`;
  const [later, earlier] = kind === "latest" ? [to, from] : [from, to];
  if (on !== null) return `${sentence(later)} comes ${boundWords(limit)}.`;
  if (kind === "earliest" && length?.amount === 0) return `${sentence(later)} may not come before ${earlier}.`;

  return `${sentence(later)} comes ${boundWords(limit)} after ${earlier}.`;
}
