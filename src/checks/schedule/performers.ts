import { oncePer } from "../../base/index.ts";
import { valuesOf, verbOfNoun } from "../../commitments/index.ts";
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

const phases: Readonly<Record<string, "start" | "completion">> = {
  begin: "start",
  start: "start",
  commence: "start",
  complete: "completion",
  finish: "completion",
  conclude: "completion",
  finalise: "completion",
};

/** "Shall begin the evacuation" is about the start of the one act of its provision that evacuates; `null` where it is an act of its own. */
export function phaseOf(
  context: Context,
  own: Commitment,
): { readonly act: Commitment; readonly point: "start" | "completion" } | null {
  const point = phases[own.action.verb];
  const noun = /^[\p{L}-]+/u.exec(own.action.object)?.[0] ?? "";
  const verb = point === undefined || noun === "" ? undefined : verbOfNoun(noun)?.base;
  if (point === undefined || verb === undefined) return null;
  const acts = terrainOf(context)
    .commitmentsAt(own.label)
    .filter((act) => act.id !== own.id && act.label === own.label && act.action.verb === verb);

  return acts.length === 1 ? { act: acts[0]!, point } : null;
}

function isBy(context: Context, { bearer }: Commitment, name: string): boolean {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(valuesOf(bearer).flat());

  return cast.singles([name]).every((one) => bearers.includes(one));
}

const machineryOf = oncePer((context: Context): readonly Commitment[] =>
  context.commitments.filter(({ role, modality }) => role === "mechanism" && valuesOf(modality).includes("obligation")),
);
