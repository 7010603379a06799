import { lowWords, oncePer } from "../../base/index.ts";
import { spansOf, valueOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import { presentProvisions, provisionOf } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";

/** Areas that an agreement draws: they have no edge until it draws one. */
const drawn: ReadonlySet<string> = new Set(
  "zone zones area areas line lines sector sectors corridor corridors belt belts strip strips buffer buffers perimeter perimeters enclave enclaves borderland borderlands pocket pockets positions frontline frontlines vicinity surroundings neighbourhood neighbourhoods neighborhood neighborhoods".split(
    " ",
  ),
);
/** Units of administration and states have an edge by law, unless only some or part of them is meant. */
const administered: ReadonlySet<string> = new Set(
  "region regions district districts province provinces territory territories municipality municipalities county counties border borders".split(
    " ",
  ),
);
const partial: ReadonlySet<string> = new Set(
  "certain some part parts contested disputed adjacent affected occupied controlled relevant border liberated neighbouring neighboring surrounding bordering".split(
    " ",
  ),
);
/** What gives a place its edge. A pattern is asked only where one of the words that it needs stands. */
const drawers =
  "annex appendix map coordinates chart sketch demarcated delimited delineated defined marked shown grid latitude geodata °".split(
    " ",
  );
const drawnBy =
  /\b(?:annex(?:es)?|appendix|maps?|coordinates|charts?|sketch|demarcated|delimited|delineated|defined (?:in|by)|marked|shown on|grid reference|latitude|geodata)\b|\d{1,3}\s?°/i;
/** Fixed by its distance from something: "within 5 km of the river". */
const byDistance = /\b\d+(?:[.,]\d+)?\s?(?:km|kilomet(?:re|er)s?|m|met(?:re|er)s?|miles?|nautical miles?)\b/i;

/**
 * An area without a map, coordinates or a rule for disputed sectors has an edge for each side. Countries and units of
 * administration named whole are let be. Source: docs/sources.md#place-without-map.
 */
export const placeWithoutMap: Rule = {
  name: "place-without-map",
  family: "structure",
  find: (context) => {
    const edged = new Map<string, boolean>();

    return duties(context).flatMap((commitment) => {
      const place = valueOf(commitment.action.place);
      if (place === null || !isUndrawn(place) || isKindOfPlace(context, commitment, place)) return [];
      const name = headOf(place);
      const isEdged = edged.get(name) ?? hasEdge(context, name);
      edged.set(name, isEdged);
      const own = provisionOf(context.draft, commitment.provision)?.words ?? "";
      if (isEdged || isDrawnBy(own)) return [];

      return [
        holeFinding(context, {
          rule: "place-without-map",
          severity: "warning",
          commitment,
          path: "action.place",
          at: spansOf(commitment.action.place),
          says: `${quoted(place)} has no agreed edge.`,
        }),
      ];
    });
  },
};

function isDrawnBy(words: string): boolean {
  const low = words.toLowerCase();

  return drawers.some((word) => low.includes(word)) && drawnBy.test(words);
}

function holdsAny(words: readonly string[], among: ReadonlySet<string>): boolean {
  return words.some((word) => among.has(word));
}

function isUndrawn(place: string): boolean {
  const isNamedBefore = /^(?:the )?(?:same|said|above-?mentioned|aforementioned|aforesaid)\b/i.test(place);
  if (isNamedBefore || isDrawnBy(place) || byDistance.test(place)) return false;

  const words = lowWords(place);

  return holdsAny(words, drawn) || (holdsAny(words, administered) && holdsAny(words, partial));
}

/** "Built-up areas", without an article or a name: every place of that kind, not one area with an edge. */
function isKindOfPlace(context: Context, commitment: Commitment, place: string): boolean {
  const isNamed = /\p{Lu}/u.test(place) || holdsAny(lowWords(place), partial);
  if (isNamed || !/\b\p{L}+s$/u.test(headOf(place))) return false;
  const span = spansOf(commitment.action.place)[0];
  const words = span === undefined ? "" : (provisionOf(context.draft, span.provision)?.words ?? "");
  const before = span === undefined ? "" : words.slice(Math.max(0, span.start - 12), span.end);

  return !/\b(?:the|this|that|these|those|its|their|such)\s/i.test(`${before} ${place}`);
}

/** The place without preposition and article: "Zone B" of "from the Zone B". */
function headOf(place: string): string {
  return place
    .replace(
      /^(?:(?:from|in|into|to|within|through|throughout|along|across|at|on|of|out of|the|this|that|its|their)\s)+/i,
      "",
    )
    .trim();
}

/** Whether some provision or definition of the text that names the place also draws it. */
function hasEdge(context: Context, name: string): boolean {
  const low = name.toLowerCase();
  const isDefined = context.reading.terms.some(
    ({ term, means }) =>
      low.includes(term.toLowerCase()) &&
      (isDrawnBy(means) || holdsAny(lowWords(means), drawn) || byDistance.test(means)),
  );

  return isDefined || drawnIn(context).some((words) => words.includes(low));
}

/** The words, in small letters, of provisions that draw an area, and of annexes. Found once for a context. */
const drawnIn = oncePer((context: Context): readonly string[] =>
  presentProvisions(context)
    .filter(({ provision, chosen }) => provision.kind === "annex" || isDrawnBy(chosen.words))
    .map(({ provision, chosen }) => `${provision.heading ?? ""}\n${chosen.words}`.toLowerCase()),
);
