import type { Span } from "../../text/index.ts";
import type { Condition } from "../event.ts";
import { type Slot, unresolved } from "../slot.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";

/** The conditions of an act as one: all must hold. A ban "without the consent of X" is lifted by that consent. */
export function conditionSlot(
  passage: Passage,
  conditions: readonly { readonly span: Span; readonly value: Condition }[],
  consent: { readonly span: Span } | null,
): Slot<Condition> {
  const all = conditions.map(({ value }) => value);
  const spans = conditions.flatMap(({ span }) => anchorsOf(passage, span.start, span.end));
  if (consent !== null) {
    const words = passage.text.slice(consent.span.start, consent.span.end);
    const event: Condition = {
      kind: "event",
      event: {
        event: { kind: "consent", by: namesIn(words.replace(/^.*?\b(?:of|by|from|with)\s+/i, ""))[0] ?? null, words },
        point: { kind: "stated", value: "occurrence", spans: anchorsOf(passage, consent.span.start, consent.span.end) },
      },
      words,
    };
    all.push({ kind: "not", of: event });
    spans.push(...anchorsOf(passage, consent.span.start, consent.span.end));
  }
  const [first] = all;
  if (first === undefined) return unresolved();

  return { kind: "stated", value: all.length === 1 ? first : { kind: "and", of: all }, spans };
}

/** What an act is for says nothing of what it is: "in order to create a zone". */
export function purposeIn(passage: Passage, rest: Span): Span | null {
  const match =
    /,? (?:in order (?:to|that)|so as to|so that|with a view to|with the aim of|for the purposes? of|aimed at)\b[^,;]*/i.exec(
      passage.text.slice(rest.start, rest.end),
    );

  return match === null ? null : { start: rest.start + match.index, end: rest.start + match.index + match[0].length };
}

/** ", failing which X shall …", ", otherwise …" inside the sentence. */
export function elseIn(passage: Passage, rest: Span): { readonly span: Span; readonly words: string } | null {
  const match = /[,;] (?:failing which|failing that|otherwise|or else|in default of which)\b/i.exec(
    passage.text.slice(rest.start, rest.end),
  );
  if (match === null) return null;
  const start = rest.start + match.index + 2;
  const stop = /[.;](?=\s|$)/.exec(passage.text.slice(rest.end));
  const end = stop === null ? passage.text.trimEnd().length : rest.end + stop.index;

  return { span: { start, end: rest.end }, words: passage.text.slice(start, Math.max(end, rest.end)) };
}
