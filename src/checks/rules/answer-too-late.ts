import { oncePer } from "../../base/index.ts";
import { atMostDays, itemsIn, valueOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { Judgement } from "../judge.ts";
import type { Context, Rule } from "../rule.ts";
import { againstBearer, gameFinding, walk } from "../stretch.ts";
import { terrainOf } from "../terrain.ts";

/** An answer that comes after the harm answers nothing. Source: docs/sources.md#answer-too-late. */
export const answerTooLate: Rule = {
  name: "answer-too-late",
  family: "enforcement",
  find: (context) =>
    [...context.judgements.values()].flatMap((judgement) => {
      const { commitment, worst } = judgement;
      const day = worst?.verdict.days ?? null;
      if (worst === null || day === null) return [];
      const harm = harmBefore(context, judgement, day);
      if (harm === null) return [];

      return [
        gameFinding(
          context,
          "answer-too-late",
          "warning",
          judgement,
          walk(worst, "whole", againstBearer(worst, worst.verdict.grade === "E1")),
          `The answer comes on day ${day}; the harm is done on day ${harm}.`,
          { slot: "onBreach.within", place: commitment.onBreach[0]?.label ?? commitment.label },
        ),
      ];
    }),
};

/** Day after the breach by which an answer is wanted and does not come; `null` where it comes in time. */
function harmBefore(context: Context, { commitment, worst }: Judgement, day: number): number | null {
  const limit = context.answerWithin;
  if (limit !== null && day > limit) return limit;
  if (irrevocable(context).length === 0) return null;
  const due = lastDay(commitment);
  if (worst === null || due === null) return null;
  const { beneficiaries, bearer } = worst.enforcement;
  const { cast } = terrainOf(context);
  for (const { owed, act } of irrevocable(context)) {
    if (act.anchor !== due.anchor) continue;
    const isByVictim = cast.singles(itemsIn(owed.bearer)).some((name) => beneficiaries.includes(name));
    const isToBreacher = cast.singles(itemsIn(owed.counterparty)).includes(bearer);
    const harm = act.day - due.day;
    if (isByVictim && isToBreacher && harm >= 0 && day > harm) return harm;
  }

  return null;
}

/** The acts that cannot be undone and have a last day. */
const irrevocable = oncePer((context: Context) =>
  context.primaries.flatMap((owed) => {
    const act = valueOf(owed.reversible) === "irrevocable" ? lastDay(owed) : null;

    return act === null ? [] : [{ owed, act }];
  }),
);

/** Last day of the window and what it is counted from; only days counted from one event can be compared. */
function lastDay({ window }: Commitment): { readonly day: number; readonly anchor: string } | null {
  const value = valueOf(window);
  const after = value === null ? null : valueOf(value.after);
  const latest = value === null ? null : valueOf(value.latest);
  if (after === null || latest === null || latest === "none") return null;

  return { day: atMostDays(latest), anchor: JSON.stringify([after.event, valueOf(after.point)]) };
}
