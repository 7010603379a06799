import type { Span } from "../../text/index.ts";
import type { Passage } from "./passage.ts";
import { designationOf, isPersons } from "./actor-names.ts";
import { actorsAt, type Found } from "./phrases.ts";

const giving = new Set(
  "give pay return transfer hand over deliver recognise recognize notify report inform submit provide compensate grant allow permit repatriate communicate transmit present send convey owe apologise refer announce declare disclose cede restore release surrender lodge forward accord supply reimburse contribute answer respond circulate issue indemnify extend propose open make available lease lend loan sell cede donate assign".split(
    " ",
  ),
);

/** Verbs of handing over what persons, too, are owed. */
const paying = new Set(["pay", "compensate", "reimburse", "indemnify", "provide", "grant", "give"]);

/** To whom an act is owed: after "to", "towards", "in favour of", or standing directly after the verb. */
export function counterpartyIn(passage: Passage, area: Span, base: string): Found<readonly string[]> | null {
  const text = passage.text.slice(area.start, area.end);
  const explicit =
    /\b(?:towards|vis-à-vis|in favou?r of|owed to|for the benefit of)(?= )|,? and (?:it )?(?:also )?owes? (?:this|it)(?: duty| obligation| commitment)? to(?= )/iu.exec(
      text,
    );
  if (explicit !== null) {
    const actors = actorsAt(passage, area.start + explicit.index + explicit[0].length + 1, area.end);
    if (actors !== null)
      return { span: { start: area.start + explicit.index, end: actors.span.end }, value: actors.value };
    const creditors = /owes?\b/i.test(explicit[0])
      ? personsAt(passage, area.start + explicit.index + explicit[0].length + 1, area.end)
      : null;
    if (creditors !== null)
      return { span: { start: area.start + explicit.index, end: creditors.span.end }, value: creditors.value };
  }
  const verb = base.split(" ")[0] ?? base;
  if (!giving.has(base) && !giving.has(verb)) return null;
  const direct =
    /^(?:notify|inform|compensate|give|pay|grant|allow|permit|provide|reimburse|send|answer|indemnify)$/.test(verb)
      ? actorsAt(passage, area.start, beforeNumber(text, area))
      : null;
  if (direct !== null) return direct;
  for (const to of text.matchAll(/(?<![\p{L}-])to(?= )/giu)) {
    const start = area.start + to.index + 3;
    const actors =
      actorsAt(passage, start, area.end) ?? (paying.has(verb) ? personsAt(passage, start, area.end) : null);
    if (actors === null) continue;
    const more = /^ (?:and|as well as) to (?=\p{L})/u.exec(passage.text.slice(actors.span.end, area.end));
    const others = more === null ? null : actorsAt(passage, actors.span.end + more[0].length, area.end);

    return {
      span: { start: area.start + to.index, end: others?.span.end ?? actors.span.end },
      value: [...actors.value, ...(others?.value ?? [])],
    };
  }

  return null;
}

/** "pay Upland 40 million crowns": the name ends before the number. */
function beforeNumber(text: string, area: Span): number {
  const number = / [$€£]?\d/.exec(text);

  return number === null ? area.end : area.start + number.index;
}

/** "the people of Bland", "every demobilised fighter": persons to whom something may be owed, though they bear nothing. */
function personsAt(passage: Passage, start: number, limit: number): Found<readonly string[]> | null {
  const text = passage.text.slice(start, Math.min(limit, start + longestPhrase));
  const words = /^(?:[\p{L}'’-]+ ?){1,5}/u.exec(text)?.[0].trim().split(" ") ?? [];
  for (let count = 1; count <= words.length; count += 1) {
    const phrase = words.slice(0, count).join(" ");
    if (!isPersons(phrase) || /\b(?:to|of|by|for|and)\b/.test(phrase)) continue;
    const whole = `${phrase}${/^ of (?:the )?\p{Lu}[\p{L}-]+/u.exec(text.slice(phrase.length))?.[0] ?? ""}`;

    return { span: { start, end: start + whole.length }, value: [designationOf(whole)] };
  }

  return null;
}

const longestPhrase = 120;
