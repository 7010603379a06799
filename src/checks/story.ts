import { valueOf } from "../commitments/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { StoryLine } from "./finding.ts";
import { isDisabled, isLive, statedDay, votesShort } from "./game.ts";
import type { Course, Setting, Step } from "./game.ts";
import { fact } from "./lower.ts";
import type { Enforcement } from "./lower.ts";
import { listed } from "./saying.ts";

/** A step that is due and not taken, because somebody refuses or need not act. */
export type StuckStep = { readonly step: Step; readonly at: number; readonly day: number; readonly why: Why };

export type Why =
  | { readonly kind: "refuses"; readonly actor: string }
  | { readonly kind: "consent"; readonly by: readonly string[] }
  | { readonly kind: "vote"; readonly by: readonly string[]; readonly short: number }
  | { readonly kind: "otherwise"; readonly by: string }
  | { readonly kind: "ended"; readonly by: string }
  | { readonly kind: "free"; readonly actor: string };

/** Steps whose needs are all met and whose effect never comes, with the reason. In the order of their day. */
export function frontier({ game }: Enforcement, course: Course, setting: Setting): readonly StuckStep[] {
  const stuck: StuckStep[] = [];
  game.steps.forEach((step, at) => {
    if (course.days[step.effect] !== Infinity) return;
    let day = 0;
    for (const need of step.needs) day = Math.max(day, course.days[need]!);
    if (day === Infinity) return;
    const why = reason(step, day, setting);
    if (why !== null) stuck.push({ step, at, day, why });
  });

  return stuck.toSorted((one, other) => one.day - other.day || one.at - other.at);
}

function reason(step: Step, day: number, setting: Setting): Why | null {
  const { defectors } = setting;
  if (isLive(step, setting)) {
    const ender = step.disabledBy.find(({ holder }) => defectors.has(holder));
    const isEnded = isDisabled(step, day + (step.days ?? Infinity), setting);

    return ender !== undefined && isEnded ? { kind: "ended", by: ender.holder } : null;
  }
  const consents = step.consents.filter((name) => defectors.has(name));
  if (step.actor !== null && defectors.has(step.actor)) return { kind: "refuses", actor: step.actor };
  if (consents.length > 0) return { kind: "consent", by: consents };
  if (step.vote !== null) {
    const by = step.vote.members
      .filter(({ actor, votesAs }) => defectors.has(actor) || (votesAs !== null && defectors.has(votesAs)))
      .map(({ actor }) => actor);
    if (by.length > 0 && !isLive({ ...step, bound: true, unless: null }, setting))
      return { kind: "vote", by, short: votesShort(step.vote, defectors) };
  }
  if (step.actor !== null && !step.bound && !setting.free) return { kind: "free", actor: step.actor };

  return step.unless === null ? null : { kind: "otherwise", by: step.unless.body };
}

/** The days after a breach, told as they come: what is done, then what is stuck and who alone may do it. */
export function tell(
  commitment: Commitment,
  enforcement: Enforcement,
  course: Course,
  stuck: readonly StuckStep[],
  alike: readonly string[] = [],
): readonly StoryLine[] {
  const { bearer } = enforcement;
  const taken = stepsToTell(enforcement, course, stuck).map(({ step }) => ({
    day: course.days[step.effect]!,
    told: line(course.days[step.effect]!, step.says, step.label),
  }));
  const held = stuck.map(({ step, day, why }) => ({ day, told: line(day, stuckWords(step, why), step.label) }));

  return [
    { day: 0, text: opening(commitment, bearer, alike), provision: commitment.label },
    ...[...taken, ...held].toSorted((one, other) => one.day - other.day).map(({ told }) => told),
    ...(course.days[fact.answered] === Infinity
      ? [
          {
            day: null,
            text: stuck.length > 0 ? "Nothing more follows." : nobodyWords(enforcement, course),
            provision: commitment.label,
          },
        ]
      : []),
  ];
}

/** The steps that lead to the answer or to where it is stuck; what happens beside the way is no part of the story. */
function stepsToTell(
  { game }: Enforcement,
  course: Course,
  stuck: readonly StuckStep[],
): readonly { readonly step: Step }[] {
  const isAnswered = course.days[fact.answered] !== Infinity;
  const open = [...(isAnswered ? [fact.answered] : []), ...stuck.flatMap(({ step }) => step.needs)];
  const isOnWay = new Set<number>();
  while (open.length > 0) {
    const at = course.by[open.pop()!]!;
    if (at === -1 || isOnWay.has(at)) continue;
    isOnWay.add(at);
    open.push(...game.steps[at]!.needs);
  }
  const hasWay = isAnswered || stuck.length > 0;

  return game.steps
    .map((step, at) => ({ step, at }))
    .filter(({ step, at }) => course.by[step.effect] === at && step.says !== "" && (!hasWay || isOnWay.has(at)))
    .toSorted((one, other) => course.days[one.step.effect]! - course.days[other.step.effect]! || one.at - other.at);
}

function line(day: number, text: string, provision: string): StoryLine {
  const stated = statedDay(day);

  return { day: stated, text: stated === null ? `On no stated day: ${text}` : text, provision };
}

/** "Aland does not withdraw heavy weapons." Where it is the same for others who owe it, no side is singled out. */
export function opening(commitment: Commitment, bearer: string, alike: readonly string[] = []): string {
  const who = alike.length > 1 ? `One of ${listed(alike)}, here ${bearer},` : bearer;
  const { verb, object } = commitment.action;
  const act = `${verb} ${object}`.trim().replace(/[.;,\s]+$/, "");

  const isMany = alike.length < 2 && /^(?:both|all|the two)\s/i.test(who);
  const does = isMany ? "do" : "does";

  return valueOf(commitment.modality) === "prohibition"
    ? `${who} ${does} what ${isMany ? "they" : "it"} shall not: ${act}.`
    : `${who} ${does} not ${act}.`;
}

export function stuckWords(step: Step, why: Why): string {
  switch (why.kind) {
    case "refuses":
      return `Stuck: ${task(step)} is for ${why.actor} alone, and it does not.`;
    case "consent":
      return step.kind === "look"
        ? `Stuck: access is for ${listed(why.by)} to give, and it is refused.`
        : `Stuck: ${task(step)} needs the consent of ${listed(why.by)}, and it is refused.`;
    case "vote":
      return `Stuck: ${step.vote?.body ?? ""} is short of ${votes(why.short)}; ${listed(why.by)} ${why.by.length === 1 ? "votes" : "vote"} against.`;
    case "otherwise":
      return `Stuck: ${why.by} may decide otherwise, and does.`;
    case "ended":
      return `Stuck: ${why.by} may suspend or end this first.`;
    case "free":
      return `Stuck: ${task(step)} is for ${why.actor}, which may act and need not.`;
  }
}

function votes(short: number): string {
  return short === 1 ? "one vote" : `${short} votes`;
}

function task(step: Step): string {
  switch (step.kind) {
    case "look":
      return "to look";
    case "report":
    case "relay":
      return "to report";
    case "request":
      return "to bring the matter";
    case "determine":
    case "silence":
      return "to determine a breach";
    case "notify":
      return "to give notice";
    case "decide":
      return "to decide";
    case "event":
      return "to perform first";
    case "answer":
      return "to answer";
  }
}

/** Where nobody is named for the next step of the way. */
function nobodyWords({ looks, game, hasDeterminer }: Enforcement, course: Course): string {
  if (looks.length === 0 && course.days[fact.before] === Infinity) return "Nobody is named who looks; nothing follows.";
  if (!hasDeterminer) return "Nobody is named who determines a breach; nothing follows.";
  if (course.days[fact.before] === Infinity) return "Nobody is named who brings it before the deciding body.";
  if (!game.steps.some(({ kind }) => kind === "answer")) return "Nobody is named who answers; nothing follows.";

  return "Nothing more follows.";
}
