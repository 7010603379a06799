import type { ScheduleReport } from "../checks/index.ts";

export type ScheduleJson = ReturnType<typeof toScheduleJson>;

/**
 * The document of `servanda schedule --json` for a text. `because` names the limits of each failure in the order in
 * which one leads to the next; `acts` stand in the order of the text, their days counted from entry into force.
 */
export function toScheduleJson(report: ScheduleReport) {
  return {
    consistent: report.consistent,
    controllable: report.controllable,
    because: report.because.map((one) => ({
      provision: one.provision,
      edge: one.edge,
      days: one.days,
      party: one.party,
      if: one.if,
    })),
    acts: report.acts.map((act) => ({
      commitment: act.commitment,
      provision: act.provision,
      bearer: act.bearer,
      says: act.says,
      lasting: act.isLasting,
      earliest: act.earliest,
      latest: act.latest,
      notBefore: act.notBefore,
      by: act.by,
      slack: act.earliest === null || act.latest === null ? null : act.latest - act.earliest,
    })),
    open: report.open.map(({ provision, slot, answers }) => ({ provision, slot, answers })),
    triedAll: report.isWhole,
  };
}
