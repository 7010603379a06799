import { isOpen, itemsIn } from "../../commitments/index.ts";
import type { Anchor, Commitment } from "../../commitments/index.ts";
import { clauseId, duties } from "../hole.ts";
import { presentProvisions } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";

const leaving =
  /\b(?:if|when|where|should|in case|in the event|upon|until|as long as)\b[^.;]{0,160}\b(?:leaves?|withdr[ae]ws?|withdrawn|withdrawal|evacuat\w+|suspen(?:d|ds|ded|sion)|ceases?|is unable|cannot (?:operate|continue|remain)|(?:is|are) prevented|terminat\w+|absence|absent)\b/i;

type Watch = {
  readonly labels: Set<string>;
  readonly commitments: Set<string>;
  readonly clauses: Set<string>;
  at: Anchor | null;
};

/**
 * Monitors are suspended and evacuated when they are needed most; then somebody else must look, or nobody does.
 * Source: docs/sources.md#no-plan-without-monitor.
 */
export const noPlanWithoutMonitor: Rule = {
  name: "no-plan-without-monitor",
  family: "structure",
  scope: "text",
  find: (context) =>
    [...watches(context)]
      .filter(([monitor]) => !hasPlan(context, monitor))
      .map(([monitor, { labels, commitments, clauses, at }]) =>
        finding(
          context,
          "no-plan-without-monitor",
          "warning",
          null,
          `If ${monitor} must leave, ${listed([...labels])} ${labels.size === 1 ? "is" : "are"} unwatched.`,
          {
            id: clauseId(context, "no-plan-without-monitor", monitor),
            provisions: [...new Set([...clauses, ...labels])],
            commitments: [...commitments],
            missing: ["suspensionPlan"],
            at,
          },
        ),
      ),
};

/** Who watches what, parties that watch one another left aside: they do not leave. */
function watches(context: Context): ReadonlyMap<string, Watch> {
  const parties = new Set(context.reading.actors.filter(({ kind }) => kind === "party").map(({ id }) => id));
  const byMonitor = new Map<string, Watch>();
  for (const commitment of duties(context))
    for (const verification of commitment.verification)
      for (const monitor of new Set(itemsIn(verification.by))) {
        if (parties.has(monitor)) continue;
        const watch = byMonitor.get(monitor) ?? {
          labels: new Set(),
          commitments: new Set(),
          clauses: new Set(),
          at: null,
        };
        byMonitor.set(monitor, watch);
        note(watch, commitment, verification.label, verification.spans[0] ?? null);
      }

  return byMonitor;
}

function note(watch: Watch, { id, label }: Commitment, clause: string, at: Anchor | null): void {
  watch.labels.add(label);
  watch.commitments.add(id);
  watch.clauses.add(clause);
  watch.at ??= at;
}

function hasPlan(context: Context, monitor: string): boolean {
  const body = context.reading.bodies.find(({ id }) => id === monitor);
  if (body !== undefined && !isOpen(body.suspensionPlan)) return true;
  const last = monitor.split(" ").at(-1)?.toLowerCase() ?? monitor;

  return presentProvisions(context).some(
    ({ chosen }) =>
      chosen.words.toLowerCase().includes(last) &&
      chosen.words.split(/(?<=[.;])\s/).some((one) => {
        const low = one.toLowerCase();

        return low.includes(last) && leaving.test(one) && isAboutLeaving(low, last);
      }),
  );
}

/** The monitor is what leaves: its name stands before the word of leaving, in the same clause. */
function isAboutLeaving(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  const after = sentence.slice(at + name.length, at + name.length + 60);
  const before = sentence.slice(Math.max(0, at - 40), at);

  return (
    /^[^,.;]{0,30}\b(?:leaves?|withdr[ae]ws?|withdrawn|evacuat|suspend|ceases?|unable|cannot|prevented|terminat|absen|must leave|is to leave)/.test(
      after,
    ) ||
    /\b(?:withdrawal|evacuation|suspension|absence|departure|termination) of (?:the |its )?[^,.;]{0,30}$/.test(before)
  );
}
