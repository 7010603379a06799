import type { Finding } from "../finding.ts";
import type { Case, Judgement } from "../judge.ts";
import { isTrueOf } from "../memo.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import type { StuckStep } from "../story.ts";
import { againstBearer, alikeIn, gameFinding, walk, withEverybody } from "../stretch.ts";

/** Nobody is a judge in its own cause: the bearer alone reports on itself, or determines. Source: docs/sources.md#judge-in-own-cause. */
export const judgeInOwnCause: Rule = {
  name: "judge-in-own-cause",
  family: "verification",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) =>
      onlyOwn(context, judgement, "established").concat(onlyOwn(context, judgement, "determined")),
    ),
};

function onlyOwn(context: Context, judgement: Judgement, stretch: "established" | "determined"): readonly Finding[] {
  for (const one of judgement.cases) {
    if (!isTrueOf(one.enforcement, `own cause ${stretch}`, () => ownStep(one, stretch) !== null)) continue;
    const failed = walk(one, stretch, againstBearer(one));
    const own = ownStep(one, stretch);
    if (own === null) continue;
    const alike = alikeIn(judgement, (other) => ownStep(other, stretch) !== null);

    return [
      gameFinding(
        context,
        "judge-in-own-cause",
        "error",
        judgement,
        failed,
        says(stretch, own.step.actor ?? "", one.enforcement.bearer, alike),
        { slot: stretch === "established" ? "verification" : "determination", place: own.step.label, alike },
      ),
    ];
  }

  return [];
}

/** The step that only the accused takes, where with it the stretch would be walked and without it is not. */
function ownStep(one: Case, stretch: "established" | "determined"): StuckStep | null {
  if (stretch === "determined" && !one.enforcement.hasDeterminer) return null;
  if (!walk(one, stretch, withEverybody).isReached) return null;
  const kinds = stretch === "established" ? ["look", "report"] : ["determine"];
  const { stuck } = walk(one, stretch, againstBearer(one));

  return stuck.find(({ step, why }) => why.kind === "refuses" && kinds.includes(step.kind)) ?? null;
}

function says(stretch: "established" | "determined", actor: string, bearer: string, alike: readonly string[]): string {
  const does = stretch === "established" ? "reports on" : "determines whether";
  const broke = stretch === "established" ? "" : " broke it";
  if (alike.length > 1)
    return `Each of ${listed(alike)} alone ${does} it${stretch === "established" ? "self" : ""}${broke}.`;

  return `Only ${actor} ${does} ${bearer}${broke}.`;
}
