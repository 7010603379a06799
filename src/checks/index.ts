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
