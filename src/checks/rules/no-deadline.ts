import { isOpen, spansOf, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment, Window } from "../../commitments/index.ts";
import { duties, holeFinding, holesOfClauses } from "../hole.ts";
import type { Hole } from "../hole.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, listed, quoted } from "../saying.ts";

/**
 * What is never late is never broken: an act to be achieved without a last day, and an answer to a breach without a
 * clock. Acts that only last are not asked. Source: docs/sources.md#no-deadline.
 */
export const noDeadline: Rule = {
  name: "no-deadline",
  family: "structure",
  find: (context) => [
    ...duties(context)
      .filter((commitment) => isToBeAchieved(commitment) && !hasLastDay(commitment))
      .map((commitment) =>
        holeFinding(context, {
          rule: "no-deadline",
          severity: "error",
          commitment,
          path: "window",
          at: spansOf(commitment.window),
          says: `There is no day on which ${actOf(commitment)} is late${promptly(commitment)}.`,
        }),
      ),
    ...holesOfClauses(context, answersWithoutClock(context)),
  ],
};

function isToBeAchieved(commitment: Commitment): boolean {
  return commitment.mode !== "maintain" && valuesOf(commitment.modality).includes("obligation");
}

/** Whether some reading of the words gives a day after which the act is late. */
export function hasLastDay(commitment: Commitment): boolean {
  return valuesOf(commitment.window).some(windowHasLastDay) || valuesOf(commitment.until).length > 0;
}

function windowHasLastDay(window: Window): boolean {
  if (valuesOf(window.latest).some((latest) => latest !== "none")) return true;
  const isWithinDate = valuesOf(window.after).some((after) => after.event.kind === "date");

  return isWithinDate && isOpen(window.earliest) && window.latest.kind !== "stated";
}

function promptly(commitment: Commitment): string {
  const vague = valuesOf(commitment.window).find((window) => window.openEnded !== "no");

  return vague === undefined ? "" : `: ${quoted(vague.words)} names none`;
}

/** Consequences that an actor must carry out and that name no number of days. */
function answersWithoutClock(context: Context): readonly Hole[] {
  return duties(context).flatMap((commitment) =>
    commitment.onBreach.flatMap((answer) => {
      const by = valueOf(answer.by);
      if (by === null || by === "automatic" || !answer.bound || !isOpen(answer.within)) return [];

      return [
        {
          rule: "no-deadline",
          severity: "note",
          commitment,
          path: "onBreach.within",
          at: answer.spans,
          label: answer.label,
          says: `There is no day on which the answer of ${listed(by)} is late: ${quoted(answer.says)}.`,
        } as const,
      ];
    }),
  );
}
