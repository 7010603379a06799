import type { Finding } from "../finding.ts";
import { pathTo } from "../judge.ts";
import type { Case, Judgement } from "../judge.ts";
import { fact } from "../lower.ts";
import { isTrueOf } from "../memo.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import { againstBearer, gameFinding, walk } from "../stretch.ts";
import type { Stretch } from "../stretch.ts";

const target: Readonly<Record<Stretch, number>> = {
  established: fact.established,
  determined: fact.determined,
  answered: fact.answered,
  whole: fact.answered,
};

/** What somebody may do, somebody may leave. Source: docs/sources.md#discretionary-enforcement. */
export const discretionaryEnforcement: Rule = {
  name: "discretionary-enforcement",
  family: "enforcement",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const { worst } = judgement;
      if (worst === null || worst.verdict.grade === "E2" || worst.verdict.grade === "E3") return [];
      for (const stretch of ["answered", "determined", "established"] as const) {
        const found = onlyFree(context, judgement, worst, stretch);
        if (found !== null) return [found];
      }

      return [];
    }),
};

function onlyFree(context: Context, judgement: Judgement, one: Case, stretch: Stretch): Finding | null {
  if (stretch === "determined" && !one.enforcement.hasDeterminer) return null;
  if (!isTrueOf(one.enforcement, `only free ${stretch}`, () => isOnlyFree(one, stretch))) return null;
  const hoped = walk(one, stretch, againstBearer(one));
  const failed = walk(one, stretch, againstBearer(one, false));
  const { game } = hoped.seen;
  const free = pathTo(game, hoped.course, target[stretch]).filter((step) => step.actor !== null && !step.bound);
  const actors = [...new Set(free.map((step) => step.actor ?? ""))];

  return gameFinding(
    context,
    "discretionary-enforcement",
    "warning",
    judgement,
    failed,
    `${listed(actors)} may act, and may not.`,
    {
      slot: stretch === "answered" ? "onBreach" : stretch === "determined" ? "determination" : "verification",
      ...(free[0] === undefined ? {} : { place: free[0].label }),
      reliesOn: actors,
    },
  );
}

function isOnlyFree(one: Case, stretch: Stretch): boolean {
  return walk(one, stretch, againstBearer(one)).isReached && !walk(one, stretch, againstBearer(one, false)).isReached;
}
