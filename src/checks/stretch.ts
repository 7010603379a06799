import type { Commitment } from "../commitments/index.ts";
import type { Finding, Severity, StoryLine } from "./finding.ts";
import type { Course, Game, Setting, StepKind } from "./game.ts";
import { courseOf } from "./judge.ts";
import type { Case, Judgement } from "./judge.ts";
import { fact } from "./lower.ts";
import type { Enforcement } from "./lower.ts";
import { knownOf } from "./memo.ts";
import { repairsOf } from "./repairs.ts";
import { finding } from "./rule.ts";
import type { Context } from "./rule.ts";
import { frontier, tell } from "./story.ts";
import type { StuckStep } from "./story.ts";

/**
 * The way from a breach to its answer has three stretches: somebody establishes it, a body determines it, somebody
 * answers. Each is looked at with the stretches before it granted, so that one hole does not hide the next;
 * `whole` is the way from end to end, nothing granted.
 */
export type Stretch = "established" | "determined" | "answered" | "whole";

const ends: Readonly<Record<Stretch, number>> = {
  established: fact.established,
  determined: fact.determined,
  answered: fact.answered,
  whole: fact.answered,
};

const grants: Readonly<Record<Stretch, readonly number[]>> = {
  established: [],
  determined: [fact.established, fact.before],
  answered: [fact.established, fact.before, fact.determined],
  whole: [],
};

const supposed: Readonly<Record<Stretch, string | null>> = {
  established: null,
  determined: "Suppose that the breach comes before the deciding body.",
  answered: "Suppose that the breach has been determined.",
  whole: null,
};

/** What belongs to a stretch that is granted. */
const earlier: Readonly<Record<Stretch, readonly StepKind[]>> = {
  established: [],
  determined: ["look", "report", "relay", "request"],
  answered: ["look", "report", "relay", "request", "determine", "silence"],
  whole: [],
};

export type Walk = {
  readonly stretch: Stretch;
  /** The case as it is; the course was played on `seen`, the part of its game that belongs to the stretch. */
  readonly one: Case;
  readonly seen: Enforcement;
  readonly course: Course;
  /** Whether the stretches before had to be granted; where they hold of themselves they are told. */
  readonly isGranted: boolean;
  readonly setting: Setting;
  readonly isReached: boolean;
  readonly stuck: readonly StuckStep[];
};

/** Walks one stretch with these defectors. In the first only what verifiers see counts. */
export function walk(one: Case, stretch: Stretch, setting: Pick<Setting, "defectors" | "free">): Walk {
  const { enforcement } = one;
  const seen = stretch === "established" ? onlyLooking(enforcement) : enforcement;
  const natural = remembered(enforcement, seen.game, stretch === "established" ? stretch : "whole", setting);
  const isGranted = grants[stretch].some((fact) => natural.days[fact] === Infinity);
  const course = isGranted ? remembered(enforcement, seen.game, stretch, setting) : natural;
  const isReached = course.days[ends[stretch]] !== Infinity;

  return {
    stretch,
    one,
    seen,
    course,
    isGranted,
    setting,
    isReached,
    stuck: isReached ? [] : frontier(seen, course, setting).filter(({ step }) => !earlier[stretch].includes(step.kind)),
  };
}

export const withEverybody: Pick<Setting, "defectors" | "free"> = { defectors: new Set<string>(), free: true };

/** The bearer and its allies refuse; everybody else does whatever it must and may. */
export function againstBearer({ enforcement }: Case, free = true): Pick<Setting, "defectors" | "free"> {
  return { defectors: enforcement.accused, free };
}

/** The course of a stretch, remembered by the shape of the game. The accused are the only ones that ever refuse here. */
function remembered(
  enforcement: Enforcement,
  game: Game,
  stretch: Stretch,
  setting: Pick<Setting, "defectors" | "free">,
): Course {
  const { courses } = knownOf(enforcement);
  const name = `${stretch} ${setting.free ? "free" : "bound"} ${setting.defectors.size === 0 ? "" : "accused"}`;
  let course = courses.get(name);
  if (course === undefined) {
    course = courseOf(game, setting, grants[stretch]);
    courses.set(name, course);
  }

  return course;
}

const looking = new WeakMap<Enforcement, Enforcement>();

function onlyLooking(enforcement: Enforcement): Enforcement {
  let seen = looking.get(enforcement);
  if (seen === undefined) {
    const { game } = enforcement;
    const steps = game.steps.filter(({ kind }) => kind === "look" || kind === "report" || kind === "event");
    seen = { ...enforcement, game: { ...game, steps } };
    looking.set(enforcement, seen);
  }

  return seen;
}

/** A finding of the enforcement game: the story of the walk that fails, and the repairs that were tried. */
export function gameFinding(
  context: Context,
  rule: string,
  severity: Severity,
  judgement: Judgement,
  failed: Walk,
  says: string,
  more: Partial<Finding> & { readonly slot: string; readonly place?: string; readonly alike?: readonly string[] },
): Finding {
  const { commitment } = judgement;
  const { place = commitment.label, alike = [], ...given } = more;
  const verification = commitment.verification.find(({ label }) => label === place);

  return finding(context, rule, severity, commitment, says, {
    provisions: place === commitment.label ? [place] : [place, commitment.label],
    story: storyOf(commitment, failed, alike),
    repairs: repairsOf(context, judgement, failed),
    approximate: approximationOf(failed),
    alternative: alternativeOf(judgement, failed),
    at: verification?.spans[0] ?? commitment.spans[0] ?? null,
    ...given,
  });
}

/** Everybody who owes the act and for whom it is the same, in the order of the judgement. */
export function alikeIn({ cases }: Judgement, isSame: (one: Case) => boolean): readonly string[] {
  return [...new Set(cases.filter(isSame).map(({ enforcement }) => enforcement.bearer))];
}

function storyOf(
  commitment: Commitment,
  { seen, stretch, course, stuck, isGranted }: Walk,
  alike: readonly string[],
): readonly StoryLine[] {
  const [first, ...rest] = tell(commitment, seen, course, stuck, alike);
  const granted = isGranted ? supposed[stretch] : null;
  if (first === undefined || granted === null) return first === undefined ? [] : [first, ...rest];

  return [first, { day: null, text: granted, provision: commitment.label }, ...rest];
}

/** Which meaning of the words the finding holds under; `null` where it holds under each. */
function alternativeOf({ cases }: Judgement, failed: Walk): Finding["alternative"] {
  const { scenario, enforcement } = failed.one;
  if (scenario === null) return null;
  const isOtherwise = cases.some(
    (other) =>
      other.scenario !== scenario &&
      other.enforcement.bearer === enforcement.bearer &&
      walk(other, failed.stretch, failed.setting).isReached,
  );

  return isOtherwise ? { choices: {}, says: scenario } : null;
}

function approximationOf({ stuck }: Walk): string | null {
  return stuck.some(({ why }) => why.kind === "ended")
    ? "A power to suspend or end is taken as a refusal of every step it can reach; the grade may be told too low."
    : null;
}
