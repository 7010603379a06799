import { between, exactly, notBefore, ordinalDay, within } from "./counted-phrases.ts";
import { datePhrase, shifted } from "./date-phrases.ts";
import { datesIn } from "./dates.ts";
import { length, unit } from "./durations.ts";
import { phrasesElsewhere } from "./elsewhere.ts";
import { eventCue } from "./event-phrases.ts";
import { frequency, lasting, openEnded } from "./lasting-phrases.ts";
import { lettered, namedDay } from "./named-days.ts";
import { cardinal, ordinal } from "./numbers.ts";
import type { Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

const link =
  "(?: (?:of|after|from|following|since|upon|as of|starting from|counting from|counted from|to be counted from|beginning on|beginning from))";

/** Letters by their range, because patterns that know all letters of Unicode take four times as long to begin. */
const letters = "A-Za-z\u00c0-\u024f";

type Reader = (passage: Passage, match: RegExpExecArray, limit: number) => TimePhrase | null;

/** The forms of commitments.md §6.6, longest first. Each reader takes the event phrase that follows its words. */
const forms: readonly (readonly [RegExp, Reader, RegExp])[] = [
  [
    new RegExp(
      `\\b(?<every>(?:at least )?(?:once (?:in |a |per )?)?(?:every|each)(?: ${length}| (?:day|week|month|quarter|year|fortnight))|(?:once|twice|three times|at least once) (?:a|every|each|per|in) (?:day|week|month|quarter|year|fortnight)|on a (?:daily|weekly|monthly|quarterly|fortnightly|annual|yearly) basis|(?:at|by|before|on|not later than|no later than) (?:the )?(?:end|beginning|start|first day|last day|${ordinal} day|${ordinal}) of (?:each|every) (?:calendar )?(?:day|week|month|quarter|year)|(?:every|each) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|(?:daily|weekly|fortnightly|monthly|quarterly|annually|yearly|every two weeks)(?! (?:allowances?|averages?|salar|stipends?|wages?|payments?|instal|quotas?|grants?|pensions?|rates?|rations?)))\\b`,
      "gi",
    ),
    frequency,
    /every|each|once|twice|times|basis|daily|weekly|monthly|quarterly|annually|yearly|fortnightly/i,
  ],
  [
    new RegExp(
      `(?<verb>\\b(?:start|starting|begin|beginning|commence|commencing|end|ending|complete|completed|finish|finished|finali[sz]ed|conclude|concluded)\\b[ ,]*)?\\b(?:by |on |from |until |no later than |not later than |starting on |as of |since |before )*(?:the )?(?:day (?<d>${cardinal}|\\d{1,3})|(?<o>${ordinal}) day)(?<link> (?:of|after|following|from))`,
      "gi",
    ),
    ordinalDay,
    /\bday\b/i,
  ],
  [
    new RegExp(
      `\\b(?:(?:no|not) (?:earlier|sooner|less) than|between) (?<n1>${cardinal})(?:[ -](?<unit1>${unit}))? (?:and|but|or|nor|to)(?: (?:no|not) (?:later|more) than)? ${length}(?<link> (?:after|from|following|of))(?![${letters}-])`,
      "gi",
    ),
    between,
    /earlier|sooner|less|between/i,
  ],
  [
    new RegExp(
      `\\b(?<bound>(?:no|not) (?:earlier|sooner) than|not before|at least|no less than|not less than) ${length}(?<link> (?:after|from|following|before|prior to))(?![${letters}-])`,
      "gi",
    ),
    notBefore,
    /earlier|sooner|before|least|less/i,
  ],
  [
    new RegExp(
      `\\b(?:(?:by |at )?(?:no|not) later than|within|in no more than|in not more than|in less than|not more than|no more than|at most|inside|not exceeding|by the end of|in the course of|over)(?: (?:the|a|an))?(?: (?:maximum|maximum period|period|term|time-limit|further|next|first|following))?(?: of)?(?: (?:at most|up to|the next|the first|the following|a maximum of|not more than))? ${length}(?<link>${link}(?![${letters}-])| (?:before|prior to)(?![${letters}-]))?`,
      "gi",
    ),
    within,
    /within|later|more than|less than|most|inside|exceeding|by the end|course of|over/i,
  ],
  [
    new RegExp(
      `\\bfor (?:a |the )?(?:(?:initial |minimum |maximum |renewable |transitional |interim )?(?:period|term|duration) of )?(?:at least |up to |not more than )?${length}(?<link>${link})?`,
      "gi",
    ),
    lasting,
    /\bfor\b/i,
  ],
  [
    new RegExp(
      `(?<![${letters}-])${length}(?<link> (?:after|from|following|upon|before|prior to))(?![${letters}-])`,
      "gi",
    ),
    exactly,
    /\b(?:hour|day|week|month|year)s?\b/i,
  ],
  [
    /\b(?<word>immediately|forthwith|without (?:any |further |undue )*delay|promptly|as soon as (?:possible|practicable|feasible|practical|circumstances permit)|at the earliest (?:opportunity|possible (?:date|time))|expeditiously|in a timely manner|within a reasonable (?:time|period|period of time)|in due course|at once)(?! (?:after|upon|following|before|available|accessible)\b)/giu,
    openEnded,
    /immediately|forthwith|without|promptly|as soon|earliest|expeditiously|timely|reasonable|due course|at once/i,
  ],
  [namedDay, lettered, /-[Dd]ay\b|-DAY\b|[Dd]ay \p{Lu}\b|\b\p{Lu} ?(?:\+|plus\b)/u],
  [
    /\b(?<cue>as soon as)(?<gap> )(?!possible|practicable|feasible|practical|circumstances permit)/giu,
    eventCue,
    /\bas soon as\b/i,
  ],
  [
    /\b(?<cue>immediately (?:upon|after|following)|upon|after|following|as from|as of|with effect from|starting (?:from|on|with|upon)|beginning (?:from|on|with|upon)|ending (?:after|on|with|by|upon)|from the (?:moment|time|date|day) of|at the (?:moment|time) of|on the (?:date|day) of|pending|prior to|not before|(?:no|not) (?:earlier|sooner) than|before|no later than|not later than|until|till|from|by|on|once)(?<gap> )/giu,
    eventCue,
    /\b(?:upon|after|following|as from|as of|effect|starting|beginning|ending|from|moment|time|date|day|pending|before|earlier|sooner|prior|later|until|till|by|on|once)\b/i,
  ],
];

/** Every phrase of time in `[start, end)` of a passage, in order, none overlapping. */
export function timePhrasesIn(passage: Passage, start: number, end: number): readonly TimePhrase[] {
  const phrases: TimePhrase[] = [];
  const free = (from: number, to: number): boolean =>
    phrases.every((phrase) => to <= phrase.start || from >= phrase.end);
  for (const date of datesIn(passage.text.slice(start, end))) {
    const phrase = datePhrase(passage, shifted(date, start), start, end);
    if (phrase !== null && free(phrase.start, phrase.end)) phrases.push(phrase);
  }
  if (passage.language !== "en") {
    const others = phrasesElsewhere(passage, start, end).filter((phrase) => free(phrase.start, phrase.end));

    return [...phrases, ...others].toSorted((one, other) => one.start - other.start);
  }
  const area = passage.text.slice(start, end);
  const until = passage.text.slice(0, end);
  for (const [pattern, read, needs] of forms) {
    if (!needs.test(area)) continue;
    pattern.lastIndex = start;
    for (let match = pattern.exec(until); match !== null; match = pattern.exec(until)) {
      if (!free(match.index, match.index + match[0].length)) continue;
      const phrase = read(passage, match, end);
      if (phrase !== null && phrase.end <= end && free(phrase.start, phrase.end)) phrases.push(phrase);
    }
  }

  return phrases.toSorted((one, other) => one.start - other.start);
}
