import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";
import { amount, labelsOf, worstByPair } from "./lopsided-exposure.ts";

/** Who performs first and may neither suspend nor end anything depends on the other's goodwill. Source: docs/sources.md#no-way-out-once-exposed. */
export const noWayOutOnceExposed: Rule = {
  name: "no-way-out-once-exposed",
  family: "exposure",
  find: (context) =>
    worstByPair(context)
      .filter(({ mayStop }) => !mayStop)
      .map((one) =>
        finding(
          context,
          "no-way-out-once-exposed",
          "warning",
          one.counter,
          `If ${one.to} stops, ${one.party} must go on, and can have given ${amount(one)}.`,
          {
            slot: `${one.party} before ${one.to}`,
            provisions: [one.counter.label, ...labelsOf(one.acts, one.counter)],
            commitments: [one.counter.id, ...one.acts.map(({ id }) => id)],
            missing: ["power.suspend"],
            story: [
              ...one.acts.map((act) => ({
                day: null,
                text: `${one.party} does this, which cannot be undone: ${actOf(act)}.`,
                provision: act.label,
              })),
              { day: null, text: `${one.to} does not do this: ${actOf(one.counter)}.`, provision: one.counter.label },
              {
                day: null,
                text: `Stuck: no provision lets ${one.party} suspend or end what it still owes.`,
                provision: one.counter.label,
              },
            ],
          },
        ),
      ),
};
