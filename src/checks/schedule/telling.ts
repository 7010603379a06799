import type { StoryLine } from "../finding.ts";
import { actOf, durationWords, listed, sentence } from "../saying.ts";
import { calendar } from "./schedule.ts";
import type { Failure } from "./verdicts.ts";
import type { Limit, Moment, MomentPoint, Question, Schedule } from "./schedule.ts";

/** "4.2 (at most 30 days)", "5 (by 2030-03-20)", "6 (not before entry into force)": a limit by the provision that says it. */
export function limitWords(schedule: Schedule, limit: Limit): string {
  const { label, length, on } = limit;
  const isShort = length !== null && length.amount !== 0 && on === null;

  return `${label} (${isShort ? `${boundOf(limit)} ${durationWords(length)}` : countedWords(schedule, limit)})`;
}

function boundOf({ kind }: Limit): string {
  return kind === "latest" ? "at most" : "at least";
}

/** "At most 3 days after the report", "by 2030-03-20", "not before the release". */
export function countedWords({ moments }: Schedule, limit: Limit): string {
  const { kind, length, on, from, to } = limit;
  const anchor = on ?? momentWords(moments[kind === "latest" ? from : to]!);
  if (length !== null && length.amount !== 0) return `${boundOf(limit)} ${durationWords(length)} after ${anchor}`;
  if (kind === "earliest") return `not before ${anchor}`;

  return on === null ? `no later than ${anchor}` : `by ${anchor}`;
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
  const [from, to] = [limit.from, limit.to].map((moment) => momentWords(schedule.moments[moment]!)) as [string, string];
  if (limit.kind === "order") return `${sentence(to)} comes no later than ${from}.`;

  return `${sentence(limit.kind === "latest" ? to : from)} comes ${countedWords(schedule, limit)}.`;
}
