import { spansOf, valueOf } from "../../commitments/index.ts";
import type { Anchor, Commitment } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import { presentProvisions, provisionOf, wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";

/** Standards by name: whose, of which day, in which document? */
const standards =
  /\b(?:(?:relevant|applicable|international|internationally accepted|accepted|recogni[sz]ed|agreed|prevailing|existing|best|national|common|established|usual|customary|[A-Z]{2,8}(?:\/[A-Z]{2,8})?) ){1,3}(?:standards?|criteria|requirements?|norms|practices?|principles|rules|procedures?|benchmarks?|guidelines)\b/;
const kinds = /standard|criteria|requirement|norms|practice|principle|rules|procedure|benchmark|guideline/;
/** A document with a name, a number or a date, where the standard can be looked up. */
const named =
  /\b(?:Article|Annex|Chapter|Section|Law|Act|Resolution|Convention|Covenant|Charter|Treaty|Protocol|Statute|Code|Document|Regulation|Directive)\b|\bof \d{1,2} \p{Lu}\p{L}+ \d{4}\b|\b(?:19|20)\d{2}\b|\bset (?:out|forth) in\b|\bcontained in\b/u;
/** Written with capitals as if it were defined, a few words before one of these: "Heavy Weapons", "Restricted Persons". */
const defined: ReadonlySet<string> = new Set(
  (
    "Weapon Weapons Forces Equipment Person Persons Personnel Material Materials Measures Assets Detainees Prisoners Activities Acts Items Groups Installations Facilities " +
    "Period Standards Criteria Procedure Procedures Ammunition Vehicles Aircraft Goods Property Services Information Obligations Units Formations Systems"
  ).split(" "),
);
const definedWord = new RegExp(`\\b(?:${[...defined].join("|")})\\b`);
const capitalised = /^\p{Lu}[\p{L}-]{2,18}$/u;

/** A term decides whether a duty is kept, and nothing says what it means. Source: docs/sources.md#undefined-term. */
export const undefinedTerm: Rule = {
  name: "undefined-term",
  family: "structure",
  find: (context) => {
    const known = new Map<string, boolean>();
    const isKnown: Known = (term) => {
      const answer = known.get(term) ?? (isDefined(context, term) || isName(context, term));
      known.set(term, answer);

      return answer;
    };

    return duties(context).flatMap((commitment) => {
      const term = openStandard(context, commitment, isKnown) ?? undefinedCapitals(context, commitment, isKnown);
      if (term === null) return [];

      return [
        holeFinding(context, {
          rule: "undefined-term",
          severity: "warning",
          commitment,
          path: "criterion.terms",
          at: [term.at],
          says: `${quoted(term.words)} decides the matter and is not defined.`,
        }),
      ];
    });
  },
};

/** Whether a term is defined by the text, or is somebody's name; each term is looked up once. */
type Known = (term: string) => boolean;

type Found = { readonly words: string; readonly at: Anchor };

/** "In accordance with relevant international standards": in the criterion, or where it should stand. */
function openStandard(context: Context, commitment: Commitment, isKnown: Known): Found | null {
  const places = spansOf(commitment.criterion);
  const words = wordsAt(context.draft, places.slice(0, 1)) || (valueOf(commitment.criterion) ?? "");
  const match = kinds.test(words) ? standards.exec(words) : null;
  const at = places[0] ?? commitment.spans[0];
  if (match === null || at === undefined || named.test(words) || isKnown(match[0])) return null;
  if (places[0] === undefined) return { words: match[0], at };
  const start = at.start + match.index;

  return { words: match[0], at: { provision: at.provision, start, end: start + match[0].length } };
}

/** A capitalised term that is neither defined, nor the name of somebody, nor the title of an annex or article. */
function undefinedCapitals(context: Context, commitment: Commitment, isKnown: Known): Found | null {
  for (const span of commitment.spans) {
    const words = provisionOf(context.draft, span.provision)?.words.slice(span.start, span.end) ?? "";
    for (const { start, end } of capitalTerms(words)) {
      const term = words.slice(start, end);
      const isOpening = start === 0 || /[.:;]\s*$/.test(words.slice(0, start));
      if (!isOpening && !isKnown(term))
        return { words: term, at: { provision: span.provision, start: span.start + start, end: span.start + end } };
    }
  }

  return null;
}

/** Where terms in capitals stand, told by their last word. */
function capitalTerms(words: string): readonly { readonly start: number; readonly end: number }[] {
  if (!definedWord.test(words)) return [];
  let starts: readonly number[] = [];
  let last = -1;

  return [...words.matchAll(/[\p{L}-]+/gu)].flatMap(({ 0: word, index }) => {
    const before = index === last + 1 && words[last] === " " ? starts.slice(-mostBefore) : [];
    last = index + word.length;
    starts = capitalised.test(word) ? [...before, index] : [];

    return defined.has(word) && before[0] !== undefined ? [{ start: before[0], end: last }] : [];
  });
}

const mostBefore = 3;

function isDefined(context: Context, term: string): boolean {
  const low = term.toLowerCase();
  if (context.reading.terms.some((one) => low.includes(one.term.toLowerCase()) || one.term.toLowerCase().includes(low)))
    return true;
  const definition = [`${low} means`, `${low} are`, `${low} is`, `${low}”`, `${low}"`, `${low} include`];

  return presentProvisions(context).some(({ provision, chosen }) => {
    const words = chosen.words.toLowerCase();
    const isTitle = (provision.heading ?? "").toLowerCase().includes(low);

    return isTitle || (words.includes(low) && definition.some((form) => words.includes(form)));
  });
}

function isName(context: Context, term: string): boolean {
  return context.reading.actors.some(({ name }) => name.includes(term) || term.includes(name));
}
