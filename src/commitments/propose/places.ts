import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import { isActor } from "./actor-names.ts";
import { datesIn } from "./dates.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { Passage } from "./passage.ts";
import type { Found } from "./phrases.ts";
import { wordsIn } from "./words.ts";

const placeNouns =
  "zones?|areas?|territor(?:y|ies)|regions?|lines?|borders?|provinces?|cit(?:y|ies)|towns?|villages?|districts?|sites?|bases?|barracks|camps?|sectors?|corridors?|ports?|airports?|crossings?|positions?|locations?|places?|buildings?|roads?|bridges?|capital|peninsula|valley|island|municipalit(?:y|ies)|county|counties|settlements?|checkpoints?|facilit(?:y|ies)|crossing points?|assembly points?|coast|airspace|cantonment|cantonments?|assembly areas?|frontiers?|belts?|strips?|buffers?|enclaves?";

const placePattern = new RegExp(
  `\\b(?:from|in|into|throughout|within|at|to|inside|along|across|on|behind|[Ii]n|[Ff]rom|east of|west of|north of|south of)(?= (?:the |all |its |their |each |every |any |certain |designated |agreed |both |this |these |that |those ){0,3}(?:(?!of |and |on |or )[\\p{L}\\p{N}'’-]+ ){0,4}(?:${placeNouns})\\b|(?: the)? \\p{Lu}[\\p{L}-]+(?:[ ,.;]|$))`,
  "gu",
);

const placeNoun = new RegExp(`\\b(?:${placeNouns})\\b`, "i");

/** Where: "from the security zone", "throughout the territory of X". The preposition belongs to the span. */
export function placeIn(passage: Passage, area: Span): Found<string> | null {
  const text = passage.text.slice(area.start, area.end);
  for (const match of everyMatch(placePattern, text)) {
    const start = area.start + match.index;
    const head = start + match[0].length + 1;
    const words = wordsIn(passage.text, head, area.end);
    const phrase = nounPhrase(passage.text, words, 0);
    if (phrase === null) continue;
    const span = placeSpan(passage.text, phrase, area.end);
    const name = passage.text.slice(span.start, span.end);
    const isPlace = placeNoun.test(name);
    if (
      !isPlace &&
      (isActor(name)
        ? !/^(?:from|in|throughout|into)$/i.test(match[0]) ||
          /commission|mission|party|parties|committee|council|government|fund|\bforces?\b/i.test(name) ||
          /^(?:the )?\p{Lu}{2,}s?$/u.test(name)
        : true)
    )
      continue;
    if (
      (datesIn(name).length > 0 && !isPlace) ||
      /^\p{Lu}-?[Dd]ay\b/u.test(name) ||
      /^(?:the )?(?:annex(?:es)?|article|articles|paragraph|section|accordance|consultation|line with|case|event|order|addition|particular|connection|view|force|good faith|writing|full)\b/i.test(
        name,
      )
    )
      continue;

    return { span: { start, end: span.end }, value: name.replace(/^the\s+/i, "").replace(/\s+only$/i, "") };
  }

  return null;
}

/** A place ends before what it is for or how long, and goes on with the list or day that tells it. */
function placeSpan(text: string, phrase: Span, limit: number): Span {
  const words = text.slice(phrase.start, phrase.end);
  const cut = / for (?:the |a |an |at |up |not |\d)/.exec(words);
  if (cut !== null) return { start: phrase.start, end: phrase.start + cut.index };
  const told =
    /(?:^|\s)(?:held|shown|listed|marked|set out|defined|designated|indicated|described|specified|occupied)$/.test(
      words,
    )
      ? /^ (?:on|in|by|before|at|under) [^,;.]{2,60}?(?=[,;.]|$| (?:within|no later|not later|by|until|and|not|no|in order|on or before)\b)/.exec(
          text.slice(phrase.end, limit),
        )
      : null;

  return { start: phrase.start, end: phrase.end + (told?.[0].length ?? 0) };
}
