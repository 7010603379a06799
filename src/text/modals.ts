/** What a modal expression does to the act beside it; a change of class is raised alone whatever its size. */
export type ModalClass =
  | "obligation"
  | "prohibition"
  | "prediction"
  | "recommendation"
  | "permission"
  | "effort"
  | "softener"
  | "declaration"
  | "constitutive"
  | "guarantee";

/** One modal expression in some words: `[start, end)` in UTF-16 units. */
export type Modal = {
  readonly start: number;
  readonly end: number;
  readonly class: ModalClass;
  /** As written. */
  readonly words: string;
};

/** Longest match first within a language: a longer expression stands above one that it contains. */
const english: readonly (readonly [ModalClass, string])[] = [
  ["constitutive", "(?:shall|will|(?:is|are)(?: to)?)(?: not)?(?: be)? (?:deemed|considered|regarded as|understood)"],
  ["constitutive", "(?:shall|will) (?:constitute|mean)|constitutes?|means"],
  [
    "prohibition",
    "(?:(?:shall|will|may) not be|(?:is|are) not) (?:entitled|authori[sz]ed|permitted|allowed|empowered) to",
  ],
  ["prohibition", "(?:shall|must|will|may)(?: \\w{2,14}ly| also| in no case| under no circumstances)? (?:not|never)"],
  ["prohibition", "shall(?: in no case| under no circumstances)|cannot"],
  ["prohibition", "(?:undertakes?|agrees?|pledges?|promises?)(?: \\w{2,14}ly)? not to"],
  ["prohibition", "commits?(?: itself| themselves)? not to|(?:is|are) not to"],
  ["prohibition", "(?:is|are|shall be|remains?)(?: strictly| hereby)? (?:prohibited|forbidden|banned)(?: from)?"],
  [
    "prohibition",
    "(?:(?:shall|must|will|should|undertakes? to|agrees? to|commits?(?: itself| themselves)? to) (?:\\w{2,14}ly )?)?(?:refrains?|abstains?|desists?) from",
  ],
  ["effort", "(?:shall |will |must )?(?:endeavou?rs?|strives?|seeks?|aims?) to"],
  [
    "effort",
    "(?:shall |will |must )?(?:uses?|makes?|exerts?) (?:(?:all|its|their|every|the) ){0,2}(?:best |possible )?(?:efforts?|endeavou?rs) to",
  ],
  [
    "effort",
    "(?:shall |will |must )?take all (?:feasible|appropriate|reasonable|practicable|possible) (?:measures|steps|precautions)(?: to)?",
  ],
  ["obligation", "(?:shall be|is|are) (?:obliged|obligated|required|bound|under an? (?:duty|obligation)) to"],
  ["permission", "(?:shall be|is|are) (?:entitled|authori[sz]ed|permitted|allowed|free|empowered) to"],
  ["permission", "(?:shall have|has|have) the (?:right|power|authority|competence) to"],
  ["recommendation", "(?:is|are)(?: hereby)? (?:expected|encouraged|invited|urged|requested|called upon) to|ought to"],
  [
    "obligation",
    "(?:hereby )?(?:undertakes?|agrees?|pledges?|promises?|(?:have|has) agreed|(?:have|has) undertaken) to",
  ],
  ["obligation", "(?:hereby )?commits?(?: itself| themselves)? to|(?:is|are|remains?) committed to"],
  ["obligation", "undertakes?(?= (?:the|an?|full) )|(?:is|are|shall be) (?:mandated|tasked|instructed) to"],
  ["obligation", "shall|must"],
  ["prediction", "will"],
  ["recommendation", "should"],
  ["permission", "may|might"],
  ["obligation", "(?:is|are) to(?= [a-z])|has to|have to"],
  ["recommendation", "calls? (?:up)?on|urges|encourages|requests|invites|recommends|demands"],
  ["permission", "authori[sz]es"],
  [
    "guarantee",
    "(?<!(?:shall|will|must|to|may|should|not|can|and|or|also|jointly|fully|hereby|a|the|of|as|no) )guarantee(?= (?:the|their|its|that|all|each|every|this)\\b)",
  ],
  ["guarantee", "guarantees|(?:stands?|acts?) (?:as )?(?:a )?guarantors? (?:for|of)"],
  [
    "declaration",
    "re-?affirms?|re-?asserts?|re-?commits?|recogni[sz]es?|stress(?:es)?|recalls?|underlines?|underscores?|emphasi[sz]es?|affirms?|reiterates?",
  ],
  ["softener", "as (?:may be )?appropriate|where(?:ver)? (?:possible|appropriate|feasible|practicable|necessary)"],
  [
    "softener",
    "possibly|(?:to the extent|as far as|if|insofar as) (?:possible|practicable|feasible)|in principle|if (?:necessary|appropriate)",
  ],
];

const french: typeof english = [
  ["constitutive", "est réputée?|sont réputée?s|est considérée?|sont considérée?s|on entend par"],
  ["prohibition", "ne (?:doit|doivent|peut|peuvent) (?:pas|en aucun cas)"],
  ["prohibition", "s['’]engage(?:nt)? à ne pas|s['’]abstien(?:t|nent) de|s['’]interdi(?:t|sent) de"],
  ["effort", "s['’]efforce(?:nt|ra|ront)? de|met(?:tent)? tout en œuvre pour"],
  ["obligation", "s['’]engage(?:nt)? à|est tenue? de|sont tenue?s de|doit|doivent|devra|devront"],
  ["recommendation", "devrait|devraient|est invitée? à|sont invitée?s à"],
  ["permission", "peut|peuvent|pourra|pourront|a le droit de|ont le droit de|est autorisée? à|sont autorisée?s à"],
  ["declaration", "réaffirme(?:nt)?|rappelle(?:nt)?|souligne(?:nt)?|reconnaît|reconnaissent"],
  ["softener", "si possible|dans la mesure du possible|le cas échéant"],
];

const russian: typeof english = [
  ["constitutive", "считается|считаются|означает"],
  [
    "prohibition",
    "не (?:должн[ыоа]|должен|вправе|может|могут)|обязу(?:ется|ются) не|воздержива(?:ется|ются) от|запреща(?:ется|ются)",
  ],
  ["obligation", "обязу(?:ется|ются)|обязан[ыоа]?|должен|должн[ыоа]"],
  ["recommendation", "следует|рекомендуется"],
  ["permission", "может|могут|вправе|име(?:ет|ют) право"],
  ["effort", "стрем(?:ится|ятся)|прилага(?:ет|ют) (?:все )?усилия"],
  ["declaration", "подтвержда(?:ет|ют)|призна(?:ет|ют)|подч[её]ркива(?:ет|ют)|напомина(?:ет|ют)"],
  ["softener", "по возможности|при необходимости"],
];

const ukrainian: typeof english = [
  ["constitutive", "вважа(?:ється|ються)|означає"],
  [
    "prohibition",
    "не (?:повин(?:ен|на|но|ні)|має права|мають права|може|можуть)|зобов['’ʼ]язу(?:ється|ються) не|утриму(?:ється|ються) від|заборон(?:яється|яються|ено)",
  ],
  ["obligation", "зобов['’ʼ]язу(?:ється|ються)|зобов['’ʼ]язан(?:ий|а|о|і)|повин(?:ен|на|но|ні)|му(?:сить|сять)"],
  ["recommendation", "слід|рекомендується"],
  ["permission", "може|можуть|має право|мають право|вправі"],
  ["effort", "праг(?:не|нуть)|доклада(?:є|ють) (?:всіх )?зусиль"],
  ["declaration", "підтверджу(?:є|ють)|визна(?:є|ють)|підкреслю(?:є|ють)|нагаду(?:є|ють)"],
  ["softener", "за можливості|у разі потреби"],
];

const lexicons = new Map([
  ["en", compile(english)],
  ["fr", compile(french)],
  ["ru", compile(russian)],
  ["uk", compile(ukrainian)],
]);

/**
 * Every modal expression of `words` in the order of the text, none overlapping another: `shall not` is one
 * prohibition, not an obligation. Empty for a language without a lexicon (`hasModals`).
 */
export function modalsIn(words: string, language: string): readonly Modal[] {
  const lexicon = lexicons.get(language);
  if (lexicon === undefined) return [];

  return matchesOf(words, lexicon, language === "en" ? englishStarts : null)
    .filter((match) => match[0] !== "May" || match.index === 0)
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      class: lexicon.classes[match.slice(1).findIndex((group) => group !== undefined)] ?? "obligation",
      words: match[0],
    }));
}

/** How English expressions begin: a cheap look that spares the long pattern most of a text. */
const englishStarts =
  /\b(?:shall|will|is|are|constitute|means|must|may|might|cannot|undertake|agree|pledge|promise|commit|remain|refrain|abstain|desist|endeavo|strive|seek|aim|use|make|exert|take|has|have|ought|hereby|should|call|urges|encourages|requests|invites|recommends|demands|authori|guarantees?|stand|act|re-?aff|re-?ass|re-?com|recogni|stress|recall|underlin|underscor|emphasi|affirm|reiterate|as |where|possibly|to the|insofar|if |in princ)/gi;

function matchesOf(words: string, lexicon: Lexicon, starts: RegExp | null): readonly RegExpExecArray[] {
  if (starts === null) return [...words.matchAll(lexicon.pattern)];
  const found: RegExpExecArray[] = [];
  const { sticky } = lexicon;
  starts.lastIndex = 0;
  for (let start = starts.exec(words); start !== null; start = starts.exec(words)) {
    sticky.lastIndex = start.index;
    const match = sticky.exec(words);
    if (match === null) starts.lastIndex = start.index + 1;
    else {
      found.push(match);
      starts.lastIndex = match.index + match[0].length;
    }
  }

  return found;
}

/** Whether a language has a modal lexicon: without one nothing can be proposed. */
export function hasModals(language: string): boolean {
  return lexicons.has(language);
}

type Lexicon = { readonly pattern: RegExp; readonly sticky: RegExp; readonly classes: readonly ModalClass[] };

function compile(rows: typeof english): Lexicon {
  const alternatives = rows.map(([, words]) => `(${words.replaceAll(" ", "\\s+")})`);
  const pattern = `(?<![\\p{L}\\p{N}-])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`;

  return {
    pattern: new RegExp(pattern, "giu"),
    sticky: new RegExp(pattern, "yiu"),
    classes: rows.map(([name]) => name),
  };
}
