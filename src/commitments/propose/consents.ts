import type { Span } from "../../text/index.ts";
import type { Passage } from "./passage.ts";
import { actorsAt, type Found } from "./phrases.ts";

/** Words that make an act wait for somebody's consent, or free it of that. */
export const consentPhrase =
  /\b(?<without>without )?(?:(?:only |and )?(?:with|subject to|upon|by|on|after|pending|without) (?:the |its |their |a |any )?(?:(?:prior|written|express|explicit|mutual|unanimous|full|joint) (?:and )?)*(?:consent|approval|agreement|authori[sz]ation|permission|concurrence)(?: in writing)? (?:of|by|from|with|between)|agreed (?:upon |to |on )?(?:with|by|between)|in agreement with|approved by|endorsed by)(?= )/iu;

/** "and no Party's consent is needed for its visits", "for which no consent is required". */
const needless =
  /(?:,? (?:and|for which) )?\bno (?:[\p{L}'’]+ ){0,4}?(?:consent|approval|permission|authori[sz]ation)(?: (?:of|by|from) [^,.;]{2,60}?)? (?:is|shall be|will be) (?:needed|required|necessary)(?: for [^,.;]{2,60})?/iu;

/** Whose consent performance needs. `without` marks that it needs none of theirs. */
export function consentIn(
  passage: Passage,
  area: Span,
): (Found<readonly string[] | null> & { readonly without: boolean }) | null {
  const words = passage.text.slice(area.start, area.end);
  if (!/consent|approv|agree|authori|permission|concurr|endors/i.test(words)) return null;
  const unneeded = needless.exec(words);
  if (unneeded !== null) {
    const at = area.start + unneeded.index;

    return { span: { start: at, end: at + unneeded[0].length }, value: null, without: true };
  }
  const match = consentPhrase.exec(words);
  if (match === null) return null;
  if (/\botherwise\s*$/i.test(words.slice(0, match.index))) return null;
  const start = area.start + match.index;
  const head = start + match[0].length;
  const actors = actorsAt(passage, head + 1, area.end);
  const text = passage.text.slice(head + 1, area.end);
  const isVague =
    /^(?:the|that|a|any) (?:Party|side|authority|authorities|State|owner) (?:that|which|who|in whose|whose|concerned|controlling)/i.test(
      text,
    );
  if (actors === null && !isVague) return null;
  const end = actors === null ? head : actors.span.end;

  return {
    span: { start, end },
    value: actors === null || isVague ? null : actors.value,
    without: /\bwithout\b/i.test(match[0]),
  };
}
