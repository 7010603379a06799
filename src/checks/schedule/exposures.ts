import { oncePer } from "../../base/index.ts";
import { valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { ExposureRow } from "../finding.ts";
import type { Context } from "../rule.ts";
import { terrainOf } from "../terrain.ts";
import type { Terrain } from "../terrain.ts";
import { consistencyOf } from "../time/consistency.ts";
import { exposureOf } from "../time/exposure.ts";
import { networkFault } from "../time/network.ts";
import { scheduleOf } from "./lower-times.ts";
import { isLasting } from "../waits.ts";
import { wholeDaysOf, wholeNetworkOf } from "./whole-days.ts";

/** A row of the report with what a story needs besides. */
export type Exposed = ExposureRow & {
  /** The other side, which owes the counter-performance. */
  readonly to: string;
  readonly counter: Commitment;
  /** Acts of the party that can lie before it, the earliest first. */
  readonly acts: readonly Commitment[];
  /** `false`: the acts have no values, and are counted. */
  readonly isValued: boolean;
  /** First day from entry into force on which all of them can be done; `null` where none is known. */
  readonly on: number | null;
  /** Whether the party may suspend or end something if the other does not perform. */
  readonly mayStop: boolean;
};

/**
 * How much each party can have irrevocably done before each counter-performance of another, under the first answers to
 * what the words leave open: the greatest sum over all calendars, and what lies before it on every one. Nothing where
 * no act is irrevocable. O(counter-performances · (m + n log n)).
 */
export const exposuresOf = oncePer((context: Context): readonly Exposed[] => exposuresIf(context, []));

/** An act that waits until the day after another one. */
export type Wait = { readonly act: Commitment; readonly after: Commitment };

/** The same where some acts wait besides; nothing where that leaves no calendar. */
export function exposuresIf(context: Context, waits: readonly Wait[]): readonly Exposed[] {
  const schedule = scheduleOf(context);
  const terrain = terrainOf(context);
  const { cast } = terrain;
  const performed = (act: Commitment): number | null => schedule.momentOf(act, isLasting(act) ? "start" : "completion");
  const given = context.commitments.filter(
    (act) => valueOf(act.reversible) === "irrevocable" && valuesOf(act.modality).includes("obligation"),
  );
  if (given.length === 0) return [];
  const { network: written, moments } = wholeNetworkOf(context);
  const pointOf = new Map(moments.map((moment, point) => [moment, point]));
  const more = waits.flatMap(({ act, after }) => {
    const [from, to] = [act, after].map((one) => pointOf.get(performed(one) ?? -1));

    return from === undefined || to === undefined ? [] : [{ from, to, weight: -1 }];
  });
  const network = { ...written, edges: [...written.edges, ...more] };
  if (networkFault(network) !== null) return [];
  const calendar = consistencyOf(network);
  if (!calendar.consistent) return [];
  const isValued = given.every(({ value }) => value !== null);
  const owned = given.flatMap((act) => {
    const point = pointOf.get(performed(act) ?? -1);

    return point === undefined
      ? []
      : cast
          .singles(valuesOf(act.bearer).flat())
          .map((side) => ({ act, point, side, value: isValued ? act.value! : 1 }));
  });
  const { fromEntry } = wholeDaysOf(context);

  return context.primaries.flatMap((counter) => {
    const [to, ...more] = cast.singles(valuesOf(counter.bearer).flat());
    const point = pointOf.get(performed(counter) ?? -1);
    if (to === undefined || more.length > 0 || point === undefined || isLasting(counter)) return [];

    return exposureOf(calendar, owned, { point, side: to }).flatMap(({ side, peak, unavoidable, acts }): Exposed[] => {
      if (peak === 0 || !cast.parties.includes(side)) return [];
      const before = acts.map(({ act }) => owned[act]!.act);
      const days = before.map((act) => fromEntry.earliest(performed(act) ?? -1));
      const mayStop = hasWayOut(terrain, context, side, counter, before);
      const due = fromEntry.latest(performed(counter) ?? -1);
      const seen = context.judgements.get(counter.id)?.worst?.verdict.verifiableDays ?? null;
      const known = days.filter((day) => day !== null);
      const first = known.length < days.length ? null : Math.min(...known);

      return [
        {
          party: side,
          to,
          against: counter.id,
          counter,
          peak,
          unavoidable,
          days: mayStop && due !== null && seen !== null && first !== null ? due + seen - first : null,
          acts: before,
          isValued,
          on: known.length < days.length ? null : Math.max(...known),
          mayStop,
        },
      ];
    });
  });
}

/** A power to suspend or end its own acts, or an answer to this breach that suspends or ends something. */
function hasWayOut(
  terrain: Terrain,
  { reading }: Context,
  party: string,
  counter: Commitment,
  acts: readonly Commitment[],
): boolean {
  const { cast } = terrain;
  const isOwn = (names: readonly string[]): boolean => cast.singles(names).includes(party);
  const power = reading.powers.some(
    ({ effect, allowed, holder, actsOn }) =>
      allowed &&
      /^(?:suspend|terminate|discharge|leave)$/.test(effect) &&
      isOwn(valuesOf(holder).flat()) &&
      (actsOn === "all" || acts.some(({ label }) => terrain.around(label).some((one) => actsOn.includes(one)))),
  );
  const answer = counter.onBreach.some(
    ({ kind, by }) =>
      (kind === "suspend-counter-performance" || kind === "termination" || kind === "snapback") &&
      valuesOf(by).some((names) => names === "automatic" || isOwn(names)),
  );

  return power || answer;
}
