import { spansOf } from "../slot.ts";
import type { Frame } from "./frame.ts";
import type { Passage } from "./passage.ts";
import type { Act } from "./predicate.ts";

/** Looking and reporting have clocks of their own. */
const ownClock = new Set(["verify", "report"]);

/**
 * "shall release the prisoners and hand over their papers within 10 days": a time at the very end of a series of acts
 * under one modal may be that of each. For the acts before the last it is `proposed`, where they have no time.
 */
export function withSharedTimes(passage: Passage, acts: readonly Act[], frames: readonly Frame[]): readonly Frame[] {
  const mains = frames.filter(({ head }) => head !== "helper");
  const last = mains.at(-1);
  const end = acts.at(-1)?.range.end ?? 0;
  if (last === undefined || mains.length < 2 || mains.length !== acts.length || last.window.kind !== "stated")
    return frames;
  const isTrailing = last.phrases.some(({ role, end: close }) => /^(?:due|end)$/.test(role) && close >= end - 1);
  if (!isTrailing || ownClock.has(last.action.class) || !isSeries(passage, acts)) return frames;
  const { value } = last.window;
  const spans = spansOf(last.window);

  return frames.map((frame) =>
    frame !== last && frame.head !== "helper" && isOpen(frame)
      ? { ...frame, window: { kind: "proposed", value, spans, rule: "time-of-series" } }
      : frame,
  );
}

function isOpen({ window, phrases, mode, action }: Frame): boolean {
  return window.kind === "unresolved" && phrases.length === 0 && mode !== "maintain" && !ownClock.has(action.class);
}

/** Verbs joined by nothing but "and" or a comma. */
function isSeries(passage: Passage, acts: readonly Act[]): boolean {
  return acts.every((act, at) => {
    const next = acts[at + 1];

    return next === undefined || /^,?\s*(?:and\s*)?$/.test(passage.text.slice(act.range.end, next.verb.start));
  });
}
