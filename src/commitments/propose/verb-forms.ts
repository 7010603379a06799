import { verbOf } from "../verbs.ts";

/** Words between a modal and its verb. */
export const adverbs =
  /^(?:not|also|then|thereafter|always|never|hereby|only|jointly|together|further|each|all|both|immediately|fully|severally|in|at|continue|forthwith|promptly|once|again|first|simultaneously|henceforth|thereupon|accordingly|instead|likewise|therefore|nevertheless|still|otherwise|so|itself|themselves|himself|herself|alone)$/;

/** "immediately", not "comply": a word in -ly that is no verb. */
export function isAdverb(word: string): boolean {
  return (
    /ly$/.test(word) && verbOf(word) === null && !/^(?:rely|imply|reply|multiply|family|assembly|anomaly)$/.test(word)
  );
}

/** Whether a form is a past participle. */
export function isParticiple(word: string): boolean {
  if (/ed$/.test(word)) return true;
  const verb = verbOf(word);

  return verb !== null && (verb.base !== word || /^(?:put|set|let|cut|read)$/.test(word)) && !/ing$|s$/.test(word);
}

/** "demarcated" → demarcate, "limited" → limit: for verbs that the list does not know. */
export function baseOf(form: string): string {
  const stem = form.replace(/(?:ed|ing)$/, "");
  if (/(.)\1$/.test(stem) && !/(?:ss|ll)$/.test(stem)) return stem.slice(0, -1);
  if (/(?:ee|oo|ea|ou)[a-z]$/.test(stem)) return stem;
  if (/i$/.test(stem)) return `${stem.slice(0, -1)}y`;

  return /(?:[aeiou][^aeiouwxy]|[^aeiou][lrsvcg]|at|iz|is|ur|ut|uc|id|as)$/.test(stem) &&
    !/(?:er|en|on|it|ew|or|al|el|in|op)$/.test(stem)
    ? `${stem}e`
    : stem;
}
