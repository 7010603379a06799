import { isOpen } from "../../commitments/index.ts";
import { holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { sentence, durationWords } from "../saying.ts";
import { durationsOf, placesOf, windowsOf } from "../slots.ts";

const workingDays = /\b(?:working|business|banking)\s+days?\b/i;

/** Working days are counted by somebody's holidays. Source: docs/sources.md#calendar-unnamed. */
export const calendarUnnamed: Rule = {
  name: "calendar-unnamed",
  family: "structure",
  find: (context) =>
    context.commitments.flatMap((commitment) => {
      const paths = new Map<string, string>();
      for (const { path, duration } of durationsOf(commitment))
        if (duration.unit === "working-days" && duration.calendar === null && duration.amount > 0)
          paths.set(path, durationWords(duration));
      for (const { path, window } of windowsOf(commitment))
        if (isOpen(window.latest) && workingDays.test(window.words)) paths.set(`${path}.latest`, window.words);

      return [...paths].map(([path, words]) =>
        holeFinding(context, {
          rule: "calendar-unnamed",
          severity: "warning",
          commitment,
          path,
          at: placesOf(commitment, path),
          says: `${sentence(words)}: by whose holidays?`,
        }),
      );
    }),
};
