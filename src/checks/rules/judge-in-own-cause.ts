import type { Finding } from "../finding.ts";
import type { Judgement } from "../judge.ts";
import type { Context, Rule } from "../rule.ts";
import { againstBearer, gameFinding, walk, withEverybody } from "../stretch.ts";

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
    if (stretch === "determined" && !one.enforcement.hasDeterminer) continue;
    if (!walk(one, stretch, withEverybody).isReached) continue;
    const failed = walk(one, stretch, againstBearer(one));
    const kinds = stretch === "established" ? ["look", "report"] : ["determine"];
    const own = failed.stuck.find(({ step, why }) => why.kind === "refuses" && kinds.includes(step.kind));
    if (own === undefined) continue;
    const { bearer } = one.enforcement;
    const actor = own.step.actor ?? bearer;

    return [
      gameFinding(
        context,
        "judge-in-own-cause",
        "error",
        judgement,
        failed,
        stretch === "established"
          ? `Only ${actor} reports on ${bearer}.`
          : `Only ${actor} determines whether ${bearer} broke it.`,
        { slot: stretch === "established" ? "verification" : "determination", place: own.step.label },
      ),
    ];
  }

  return [];
}
