// checks: readings in, findings with stories and repairs, and one grade a primary commitment, out.
// Advises, never blocks; assumes nothing in anyone's favour. Start with finding.ts.
export type * from "./finding.ts";
export { check } from "./check.ts";
export type { Request } from "./check.ts";
export { createChecker } from "./checker.ts";
export type { Checker } from "./checker.ts";
export type { Progress } from "./options.ts";
export { rules } from "./rules/list.ts";
export type { Context, Family, Rule } from "./rule.ts";
export { scheduleReport } from "./schedule/report.ts";
export type { ScheduledAct, ScheduleReport } from "./schedule/report.ts";
export { networkFault, ownActivations } from "./time/network.ts";
export type { Edge, Link, Network, NetworkCode, NetworkFault } from "./time/network.ts";
export type { Leg } from "./time/leg.ts";
export { consistencyOf } from "./time/consistency.ts";
export type { Calendar, Consistency } from "./time/consistency.ts";
export { bypassOf, controllabilityOf } from "./time/controllability.ts";
export type { Because } from "./time/because.ts";
export type { Controllability, Plan } from "./time/controllability.ts";
export { daysFrom } from "./time/distances.ts";
export { dispatcherOf, dueNow } from "./time/dispatch.ts";
export type { Dispatcher, Due, SoFar } from "./time/dispatch.ts";
export { exposureOf } from "./time/exposure.ts";
export type { Act, Exposure } from "./time/exposure.ts";
export { networkVerdict } from "./time/verdict.ts";
export type { NetworkVerdict } from "./time/verdict.ts";
