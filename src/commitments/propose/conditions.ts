import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import type { Condition } from "../event.ts";
import { consentPhrase } from "./consents.ts";
import { eventIn } from "./event-words.ts";
import type { Passage } from "./passage.ts";
import type { Found } from "./phrases.ts";

const conditionCue =
  /(?<![\p{L}-])(?:(?:,\s*)?(?:provided(?:,? however,?)? that|on (?:the )?condition that|only (?:if|when|after)|if and when|if|unless|in the event (?:that|of)|in cases? (?:where|of)|in case|in the absence of|on the basis of(?= (?:such|this|that) (?:an? )?(?:finding|determination|ruling|decision))|failing(?! (?:which|that|this|such|so)\b)|as long as|so long as|whenever|on the understanding that|assuming that|except (?:where|when|if|that|in|as)|except|with the exception of|without prejudice to|notwithstanding|subject to))(?= )/giu;

/** Conditions of a clause, each to the end of its words. In the lead they end at the last comma. */
export function conditionsIn(passage: Passage, area: Span, isLead: boolean): readonly Found<Condition>[] {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/\b(?:if|unless|provided|event|cases?|as|so|absence|failing|basis|understanding|assuming|except|exception|prejudice|notwithstanding|subject|condition|once|when|whenever|where|should)\b/i.test(
      text,
    )
  )
    return [];
  const found: Found<Condition>[] = [];
  const cues = [...everyMatch(conditionCue, text)];
  const leading =
    isLead && /^(?:once|when|whenever|where|upon|in the event|should)\b/i.test(text.trim()) && cues.length === 0;
  if (leading && /^(?:once|when|whenever|where|should)\b/i.test(text.trim()))
    cues.push(...text.matchAll(/(?<![\p{L}-])(?:once|when|whenever|where|should)(?= )/giu));
  for (const [at, cue] of cues.slice(0, 3).entries()) {
    const last = found.at(-1);
    const start = area.start + cue.index + (/^,\s*/.exec(cue[0])?.[0].length ?? 0);
    if (last !== undefined && start < last.span.end) continue;
    const word = cue[0].replace(/^,\s*/, "").toLowerCase();
    if (
      word === "subject to" &&
      (consentPhrase.test(passage.text.slice(start, area.end)) ||
        /^subject to (?:the )?(?:\w+ )?(?:supervision|monitoring|verification|observation|inspection) (?:of|by)\b/i.test(
          passage.text.slice(start, area.end),
        ))
    )
      continue;
    const next = isLead ? cues[at + 1] : undefined;
    const limit = next === undefined ? area.end : area.start + next.index;
    const end = conditionEnd(
      passage,
      start + word.length,
      next === undefined
        ? limit
        : limit - (/[\s,]*(?:and|or)?\s*$/.exec(passage.text.slice(start, limit))?.[0].length ?? 0),
      isLead,
      /^(?:except|in the absence|failing|with the exception|without prejudice|notwithstanding|subject)/.test(word),
    );
    const from = start + word.length + 1;
    if (end <= from) continue;
    const event: Condition = {
      kind: "event",
      event: eventIn(passage, from, end),
      words: passage.text.slice(start, end),
    };
    const isDenied =
      event.kind === "event" &&
      event.event.event.kind !== "breach" &&
      /\b(?:is|are|has|have|does|do|can|was|were)(?: \w+)? not\b|\bcannot\b|\b(?:fails?|unable) to\b/i.test(
        event.words,
      );
    const isNegated =
      isDenied ||
      /^(?:unless|in the absence|failing|except|with the exception|without prejudice|notwithstanding)/.test(word);
    found.push({ span: { start, end }, value: isNegated ? { kind: "not", of: event } : event });
  }

  return found;
}

function conditionEnd(passage: Passage, from: number, limit: number, isLead: boolean, isNoun: boolean): number {
  const text = passage.text.slice(from, limit);
  if (isLead) return from + text.replace(/[\s,]+$/, "").length;
  const stop = isNoun
    ? /[,;](?=\s)/.exec(text)
    : /;(?=\s)|, (?=(?:failing which|otherwise|in which case|no later than|not later than|within|and (?:the|each) )\b)/.exec(
        text,
      );

  return from + (stop === null ? text.replace(/[\s,.]+$/, "").length : stop.index);
}
