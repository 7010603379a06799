import { consistencyOf } from "./consistency.ts";
import { controllabilityOf } from "./controllability.ts";
import type { Leg } from "./leg.ts";
import type { Network } from "./network.ts";

/** Both answers about one network, and the way around it that shows why not, first leg first. */
export type NetworkVerdict = {
  readonly consistent: boolean;
  readonly controllable: boolean;
  readonly because: readonly Leg[];
};

/** A sound network (`networkFault` is null) asked both questions; what no calendar satisfies nobody can keep. */
export function networkVerdict(network: Network): NetworkVerdict {
  const calendar = consistencyOf(network);
  if (!calendar.consistent) return { consistent: false, controllable: false, because: calendar.cycle };
  const verdict = controllabilityOf(network);

  return verdict.controllable
    ? { consistent: true, controllable: true, because: [] }
    : { consistent: true, controllable: false, because: verdict.because.legs };
}
