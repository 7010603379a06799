import type { ConsequenceKind } from "./commitment.ts";

export const consequenceKinds: readonly ConsequenceKind[] = [
  "notify",
  "consult",
  "suspend-counter-performance",
  "snapback",
  "compensation",
  "sanction",
  "peacekeeping-response",
  "use-of-force",
  "escrow-release",
  "termination",
  "referral",
];

/** Verbs of answers to a breach, by what kind of answer they are. The first row that fits decides. */
const rows: readonly (readonly [ConsequenceKind, RegExp, RegExp?])[] = [
  ["use-of-force", /^use$/, /\bforce\b/i],
  ["use-of-force", /^(?:attack|strike|repel|defend|intervene|bombard)$/],
  ["peacekeeping-response", /^(?:deploy|dispatch|station|interpose)$/],
  ["peacekeeping-response", /^send$/, /\b(?:troops?|forces?|peacekeepers?|contingents?|battalions?|mission)\b/i],
  ["compensation", /^(?:pay|compensate|reimburse|indemnify|repair)$/],
  ["compensation", /^(?:make|provide)$/, /\b(?:reparations?|compensation|restitution)\b/i],
  [
    "snapback",
    /^(?:reimpose|re-impose|restore|reinstate|return|revert|reactivate|snap|reapply|re-apply|resume|revive)$/,
  ],
  ["escrow-release", /^(?:release|forfeit|disburse)$/],
  ["suspend-counter-performance", /^(?:suspend|withhold|halt|stop|cease|delay|pause|retain|refuse)$/],
  ["termination", /^(?:terminate|end|denounce|annul|cancel|rescind|revoke|leave|withdraw)$/],
  ["referral", /^(?:refer|submit|bring|seize|transmit|forward)$/],
  ["notify", /^(?:notify|inform|report|publish|announce|communicate|alert|disclose|circulate)$/],
  ["consult", /^(?:consult|discuss|negotiate|meet|convene|confer|hold)$/],
];

/** What kind of answer a verb with its object is; a verb the list does not know is a sanction. */
export function consequenceKind(verb: string, object: string): ConsequenceKind {
  const head = verb.toLowerCase().split(" ")[0] ?? "";
  const row = rows.find(([, verbs, objects]) => verbs.test(head) && (objects === undefined || objects.test(object)));

  return row?.[0] ?? "sanction";
}

/** What an answer costs the bearer where nobody says otherwise, in no unit: none, or some. */
export function usualCost(kind: ConsequenceKind): number {
  return kind === "notify" || kind === "consult" || kind === "referral" ? 0 : 1;
}
