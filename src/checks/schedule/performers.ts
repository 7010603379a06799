import { oncePer } from "../../base/index.ts";
import { valuesOf } from "../../commitments/index.ts";
import type { Commitment, EventName } from "../../commitments/index.ts";
import type { Context } from "../rule.ts";
import { terrainOf } from "../terrain.ts";

/** Acts whose performance is an event of the text's own machinery, by kind of the event. */
const machinery: Readonly<Partial<Record<EventName["kind"], readonly string[]>>> = {
  determination: ["determine", "establish", "find", "decide", "rule"],
  decision: ["decide", "determine", "rule", "approve", "adopt"],
  report: ["report"],
  notification: ["notify", "inform", "announce"],
  request: ["request", "ask", "call"],
};

/**
 * The commitments whose performance an event is, the one asked left aside where others are there. A determination,
 * decision, report, notification or request is the act of whoever owes exactly one such act; else it is nobody's.
 */
export function performersOf(context: Context, own: Commitment, event: EventName): readonly Commitment[] {
  const terrain = terrainOf(context);
  if (event.kind === "act") {
    const act = terrain.commitment(event.commitment);

    return act === null ? [] : [act];
  }
  if (event.kind === "provision") {
    const acts = terrain.commitmentsAt(event.label);
    const others = acts.filter(({ id }) => id !== own.id);

    return others.length > 0 ? others : acts;
  }
  const verbs = machinery[event.kind];
  if (verbs === undefined || !("by" in event)) return [];
  const acts = machineryOf(context).filter(
    (act) =>
      act.id !== own.id && verbs.includes(act.action.verb) && (event.by === null || isBy(context, act, event.by)),
  );

  return acts.length === 1 ? acts : [];
}

function isBy(context: Context, { bearer }: Commitment, name: string): boolean {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(valuesOf(bearer).flat());

  return cast.singles([name]).every((one) => bearers.includes(one));
}

const machineryOf = oncePer((context: Context): readonly Commitment[] =>
  context.commitments.filter(({ role, modality }) => role === "mechanism" && valuesOf(modality).includes("obligation")),
);
