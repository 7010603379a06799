import type { Span } from "../../text/index.ts";
import { type Slot, unresolved } from "../slot.ts";
import { datesIn } from "./dates.ts";
import { nounPhrase } from "./noun-phrase.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { Found } from "./phrases.ts";
import { wordsIn } from "./words.ts";

const criterionPhrase =
  /\b(?:in accordance with|in conformity with|in compliance with|in line with|based on|on the basis of|pursuant to|as (?:set out|defined|specified|provided|described|laid down|listed) in|according to|in keeping with)(?= )/iu;

/** A measure by reference. Only a provision of this text, or an instrument named and dated, fills it. */
export function criterionIn(passage: Passage, area: Span): Found<Slot<string>> | null {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/accord|conform|complian|line with|bas(?:ed|is)|pursuant|as (?:set|def|spec|prov|desc|laid|list)|keeping/i.test(
      text,
    )
  )
    return null;
  const match = criterionPhrase.exec(text);
  if (match === null) return null;
  const start = area.start + match.index;
  const head = start + match[0].length + 1;
  const span = nounPhrase(passage.text, wordsIn(passage.text, head, area.end), 0);
  const end = span?.end ?? head;
  const words = passage.text.slice(head, Math.min(end + 60, area.end));
  const spans = anchorsOf(passage, start, end);
  const isOwn =
    /^(?:the )?(?:procedures?|criteria|terms|provisions|timetable|schedule|list|maps?|lines?|numbers?|measures?)?(?: (?:set out|contained|described|listed|laid down|provided|annexed|attached))?(?: (?:in|of|to|under))?(?: the)? ?(?:Articles?|Annex(?:es)?|paragraphs?|points?|Appendix|Schedule|Section|this) /i.test(
      words,
    );
  const isDated = datesIn(words).some((date) => date.year !== null) && /\p{Lu}/u.test(words);

  return {
    span: { start, end },
    value: isOwn || isDated ? { kind: "stated", value: passage.text.slice(head, end), spans } : unresolved(...spans),
  };
}
