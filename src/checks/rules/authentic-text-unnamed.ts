import { valueOf, spansOf, isOpen } from "../../commitments/index.ts";
import { anchorOf, presentProvisions, provisionOf } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import type { Anchor } from "../../commitments/index.ts";

/** "Done in … in the A and B languages": several versions are signed. */
const severalLanguages =
  /\b(?:[Dd]one|[Dd]rawn up|[Mm]ade|[Ss]igned|[Ww]ritten)\b[^.;]{0,120}\bin\s(?:the\s)?\p{Lu}\p{L}{2,20}(?:,\s\p{Lu}\p{L}{2,20}){0,5},?\sand\s(?:the\s)?\p{Lu}\p{L}{2,20}\s(?:languages?|versions?|texts?)/u;
const prevails = /\bprevails?\b|\bshall (?:be decisive|govern)\b/;

/** Two versions that are both the text, and nothing that says which decides. Source: docs/sources.md#authentic-text-unnamed. */
export const authenticTextUnnamed: Rule = {
  name: "authentic-text-unnamed",
  family: "structure",
  scope: "text",
  find: (context) => {
    const place = openPlace(context);
    if (place === null) return [];
    const label = place.at === null ? undefined : provisionOf(context.draft, place.at.provision)?.label;

    return [
      finding(context, "authentic-text-unnamed", "warning", null, "Which language decides is open.", {
        slot: "authentic",
        provisions: label === undefined ? [] : [label],
        at: place.at,
      }),
    ];
  },
};

function openPlace(context: Context): { readonly at: Anchor | null } | null {
  const { authentic } = context.reading;
  const named = valueOf(authentic);
  const isSaid = (): boolean =>
    presentProvisions(context).some(
      ({ chosen }) => prevails.test(chosen.words) && /\b(?:text|version|language)\b/.test(chosen.words),
    );
  if (named !== null && named.languages.length > 1 && named.prevailing === null && isSaid()) return null;
  if (named !== null)
    return named.languages.length > 1 && named.prevailing === null ? { at: spansOf(authentic)[0] ?? null } : null;
  if (!isOpen(authentic)) return null;
  if (isSaid()) return null;
  for (const one of presentProvisions(context)) {
    const match = /language|version|text/.test(one.chosen.words) ? severalLanguages.exec(one.chosen.words) : null;
    if (match !== null) return { at: anchorOf(one, match.index, match.index + match[0].length) };
  }

  return context.draft.languages.filter((language) => language !== "und").length > 1 ? { at: null } : null;
}
