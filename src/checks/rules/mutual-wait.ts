import type { Commitment } from "../../commitments/index.ts";
import { chainOf } from "../chain.ts";
import { deadlocksOf } from "../deadlock.ts";
import type { Finding } from "../finding.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import { waitsOf } from "../waits.ts";

/** Acts that wait for one another never begin. Source: docs/sources.md#mutual-wait. */
export const mutualWait: Rule = {
  name: "mutual-wait",
  family: "behaviour",
  find: (context) => {
    const { always, sometimes } = deadlocksOf(context);

    return [
      ...always.cycles.filter(isAsked).map((cycle) => waiting(context, cycle, null)),
      ...sometimes.cycles
        .filter(isAsked)
        .map((cycle) =>
          waiting(
            context,
            cycle,
            `where ${listed([...new Set(cycle.map(({ label }) => label))])} count from completion`,
          ),
        ),
    ];
  },
};

function isAsked(cycle: readonly Commitment[]): boolean {
  return cycle.some(({ role }) => role === "primary");
}

function waiting(context: Context, cycle: readonly Commitment[], only: string | null): Finding {
  const [first] = cycle;
  const ring = inTurn(context, cycle);
  const says = ring.map((one, at) => `${one.label} waits for ${(ring[at + 1] ?? ring[0]!).label}`).join(", ");

  return finding(context, "mutual-wait", "error", first ?? null, `${says}.`, {
    slot: "window",
    provisions: [...new Set(ring.map(({ label }) => label))],
    commitments: cycle.map(({ id }) => id),
    story: [
      ...cycle.flatMap((commitment) =>
        chainOf(context, commitment).filter(({ provision }) => provision === commitment.label),
      ),
      { day: null, text: "Never: each waits until the other has acted.", provision: first?.label ?? "" },
    ],
    alternative: only === null ? null : { choices: {}, says: only },
  });
}

/** The acts of a cycle, each before the one it waits for; at most one turn. */
function inTurn(context: Context, cycle: readonly Commitment[]): readonly Commitment[] {
  const members = new Set(cycle.map(({ id }) => id));
  const ring: Commitment[] = [];
  let here = cycle[0];
  while (here !== undefined && !ring.includes(here)) {
    ring.push(here);
    const acts = waitsOf(context, here).flatMap((wait) => wait.acts);
    const inside = acts.filter((act) => members.has(act.id));
    here = inside.find((act) => !ring.includes(act)) ?? inside[0];
  }
  const from = here === undefined ? 0 : ring.indexOf(here);

  return ring.slice(from);
}
