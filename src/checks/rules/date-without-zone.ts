import { isOpen } from "../../commitments/index.ts";
import { holeFinding, isDuty } from "../hole.ts";
import type { Rule } from "../rule.ts";
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

    return context.commitments.filter(isDuty).flatMap((commitment) => {
      const undated = eventsOf(commitment).flatMap(({ path, event }) =>
        event.event.kind === "date" && event.event.zone === null ? [{ path, on: event.event.on }] : [],
      );
      const slots = new Map(undated.map(({ path, on }) => [path.split(".")[0]!, on]));

      return [...slots].map(([path, on]) =>
        holeFinding(context, {
          rule: "date-without-zone",
          severity: "warning",
          commitment,
          path: `${path}.zone`,
          at: placesOf(commitment, path),
          says: `${quoted(on)} begins at different moments for the two sides.`,
        }),
      );
    });
  },
};
