import type { Span } from "../../text/index.ts";
import { verbOfNoun } from "../verbs.ts";
import { framesOfAct } from "./act-frame.ts";
import { isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";

const declaring =
  /^(?<who>[^,;]{2,160}?) (?:hereby |jointly |solemnly )*(?:declares?|proclaims?|announces?) (?:an? |the )?(?:[\p{L}-]+ (?:and )?){0,5}?(?<noun>ceasefire|cease-fire|cessation|truce|armistice|moratorium)\b(?: of)?/iu;

/** "The Parties declare a permanent cessation of hostilities": to declare the state is to owe it. */
export function declaredState(passage: Passage, span: Span, sentence: number, says: string): readonly Frame[] {
  const text = passage.text.slice(span.start, span.end);
  const match = declaring.exec(text);
  const who = match?.groups?.["who"] ?? "";
  const verb = verbOfNoun(match?.groups?.["noun"] ?? "");
  if (match === null || verb === null || !isActor(who)) return [];
  const end = span.start + match[0].length;
  const spans = anchorsOf(passage, span.start + who.length, end);
  const stop = /[,;](?=\s)| and (?=(?:undertake|agree|commit|shall|to)\b)/.exec(passage.text.slice(end, span.end));
  const close = stop === null ? span.end - (/[\s.;]*$/.exec(text)?.[0].length ?? 0) : end + stop.index;

  return framesOfAct(passage, {
    head: "nominal",
    sentence,
    says,
    span: { start: span.start, end: Math.max(close, end) },
    bearer: { kind: "stated", value: namesIn(who), spans: anchorsOf(passage, span.start, span.start + who.length) },
    bearerWords: who,
    subject: "",
    modality: { kind: "proposed", value: "obligation", spans, rule: "declared-state" },
    strength: { kind: "stated", value: "none", spans },
    base: verb.base,
    class: verb.class,
    mode: verb.mode,
    rest: { start: end, end: Math.max(close, end) },
    object: null,
    adjuncts: [],
  });
}
