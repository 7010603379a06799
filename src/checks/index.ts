// checks: readings in, findings with stories and repairs, and one grade a primary commitment, out.
// Advises, never blocks; assumes nothing in anyone's favour. Start with finding.ts.
export type * from "./finding.ts";
