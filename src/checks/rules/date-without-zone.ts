import { isOpen } from "../../commitments/index.ts";
import { holesOfClauses, isDuty } from "../hole.ts";
import type { Hole } from "../hole.ts";
import { presentProvisions, wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { eventsOf, placesOf } from "../slots.ts";
import { quoted } from "../saying.ts";

/**
 * A day begins at different moments in different zones. One clause that states the zone for all dates of the text is
 * enough. Source: docs/sources.md#date-without-zone.
 */
export const dateWithoutZone: Rule = {
  name: "date-without-zone",
  family: "structure",
  find: (context) => {
    if (!isOpen(context.reading.timeZone)) return [];
    const holes = context.commitments.filter(isDuty).flatMap((commitment) => {
      const undated = eventsOf(commitment).flatMap(({ path, event }) =>
        event.event.kind === "date" && event.event.zone === null ? [{ path, on: event.event.on }] : [],
      );
      const slots = new Map(undated.map(({ path, on }) => [path.split(".")[0]!, on]));

      return [...slots].map(([path, on]): Hole => {
        const at = placesOf(commitment, path);
        const words = wordsAt(context.draft, at.slice(0, 1));

        return {
          rule: "date-without-zone",
          severity: "warning",
          commitment,
          path: `${path}.zone`,
          at,
          says: `${quoted(words === "" ? on : words)} begins at different moments for the two sides.`,
        };
      });
    });

    return holes.length === 0 || hasConvention(context) ? [] : holesOfClauses(context, holes);
  },
};

/** "All dates of this Agreement begin at 00:00 and end at 24:00, Geneva time." */
const convention =
  /\b(?:all|every|the|these|any)\s(?:dates?|days?|times?|hours|deadlines|time limits|periods)\b[^.;]{0,120}\b(?:UTC|GMT|time zone|local time|(?:standard )?time of [a-z]|[a-z]{2,21} time)\b/i;

function hasConvention(context: Context): boolean {
  return presentProvisions(context).some(
    ({ chosen }) => /UTC|GMT|time/i.test(chosen.words) && convention.test(chosen.words),
  );
}
