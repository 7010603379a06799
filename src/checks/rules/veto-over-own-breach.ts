import type { Finding } from "../finding.ts";
import type { Case, Judgement } from "../judge.ts";
import { fact } from "../lower.ts";
import { isTrueOf } from "../memo.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import type { StuckStep } from "../story.ts";
import { againstBearer, gameFinding, walk, withEverybody } from "../stretch.ts";
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

  return gameFinding(context, "veto-over-own-breach", "error", judgement, failed, says(own, bearer), {
    slot: stretch === "established" ? "verification" : stretch === "determined" ? "determination" : "onBreach",
    place: own.step.label,
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

function says({ step, why }: StuckStep, bearer: string): string {
  if (why.kind === "consent") return `Nothing follows without the consent of ${listed(why.by)}.`;
  if (why.kind === "otherwise") return `${bearer} can have ${why.by} decide otherwise.`;
  const voter = why.kind === "vote" ? listed(why.by) : bearer;

  return step.kind === "answer" || step.kind === "decide"
    ? `${voter} ${why.kind === "vote" && why.by.length > 1 ? "vote" : "votes"} on what follows when ${bearer} broke it.`
    : `${voter} ${why.kind === "vote" && why.by.length > 1 ? "vote" : "votes"} on whether ${bearer} broke it.`;
}
