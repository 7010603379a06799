import type { Finding } from "../finding.ts";
import type { Case, Judgement } from "../judge.ts";
import { fact } from "../lower.ts";
import { isTrueOf } from "../memo.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import type { StuckStep } from "../story.ts";
import { againstBearer, alikeIn, gameFinding, walk, withEverybody } from "../stretch.ts";
import type { Stretch, Walk } from "../stretch.ts";

/** A body that cannot decide without the accused decides nothing against it. Source: docs/sources.md#veto-over-own-breach. */
export const vetoOverOwnBreach: Rule = {
  name: "veto-over-own-breach",
  family: "enforcement",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      for (const stretch of ["established", "determined", "answered"] as const)
        for (const one of judgement.cases) {
          const found = veto(context, judgement, one, stretch);
          if (found !== null) return [found];
        }

      return [];
    }),
};

function veto(context: Context, judgement: Judgement, one: Case, stretch: Stretch): Finding | null {
  if (!isTrueOf(one.enforcement, `veto ${stretch}`, () => ownVote(one, stretch) !== null)) return null;
  const failed = walk(one, stretch, againstBearer(one));
  const own = ownVote(one, stretch);
  if (own === null) return null;
  const { bearer } = one.enforcement;
  const alike = alikeIn(judgement, (other) => ownVote(other, stretch) !== null);

  return gameFinding(context, "veto-over-own-breach", "error", judgement, failed, says(own, bearer, alike), {
    slot: stretch === "established" ? "verification" : stretch === "determined" ? "determination" : "onBreach",
    place: own.step.label,
    alike,
  });
}

/** The vote of the accused on which the stretch fails, where it is walked with it. */
function ownVote(one: Case, stretch: Stretch): StuckStep | null {
  if (stretch === "determined" && !one.enforcement.hasDeterminer) return null;
  if (!walk(one, stretch, withEverybody).isReached) return null;
  const failed = walk(one, stretch, againstBearer(one));
  const own = failed.stuck.find((stuck) => isOwnVote(stuck, stretch));

  return own === undefined || isAnswered(failed) ? null : own;
}

/** A vote whose rule is not said is a hole of its own, not a veto. */
function isOwnVote({ step, why }: StuckStep, stretch: Stretch): boolean {
  if (why.kind === "vote") return step.vote?.rule !== null;

  return stretch === "answered" && (why.kind === "consent" || why.kind === "otherwise");
}

/** Another way to the answer that needs no such vote. */
function isAnswered({ course, stretch }: Walk): boolean {
  return stretch !== "established" && course.days[fact.answered] !== Infinity;
}

function says({ step, why }: StuckStep, bearer: string, alike: readonly string[]): string {
  const isAnswer = step.kind === "answer" || step.kind === "decide";
  const matter = isAnswer ? "what follows when" : "whether";
  if (alike.length > 1) {
    const each = `Each of ${listed(alike)}`;
    if (why.kind === "otherwise") return `${each} can have ${why.by} decide otherwise.`;

    return why.kind === "consent"
      ? `Nothing follows without the consent of the one that broke it: ${listed(alike)}.`
      : `${each} votes on ${matter} it broke it.`;
  }
  if (why.kind === "consent") return `Nothing follows without the consent of ${listed(why.by)}.`;
  if (why.kind === "otherwise") return `${bearer} can have ${why.by} decide otherwise.`;
  const voters = why.kind === "vote" ? why.by : [bearer];

  return `${listed(voters)} ${voters.length > 1 ? "vote" : "votes"} on ${matter} ${bearer} broke it.`;
}
