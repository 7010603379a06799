import type { Span } from "../../text/index.ts";
import { unresolved } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { classOf } from "./act-class.ts";
import { framesOfAct } from "./act-frame.ts";
import { isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { type Outline, trimEnd } from "./head-slots.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { wordsIn } from "./words.ts";

const banCue =
  /^(?:\W*)(?:there (?:is|are|shall be|will be) (?:an? |the )?(?:\p{L}+ )?(?:ban|prohibition|moratorium)|(?:an? |the )?(?:\p{L}+ )?(?:ban|prohibition) (?:is|shall be) (?:hereby )?(?:introduced|imposed)) (?:on|of|against) (?:the )?/iu;

const dutyCue =
  /^(?:\W*)(?:there (?:is|shall be) (?:an? |the )?(?:obligation|duty|requirement)|it (?:is|shall be) (?:the )?(?:obligation|duty|responsibility) of (?<who>[^,;.]{2,80}?)|it (?:is|shall be) incumbent (?:up)?on (?<whom>[^,;.]{2,80}?)) to /iu;

/** "There is a ban on the use of …", "There is an obligation to …". */
export function banFrames(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
  const text = passage.text.slice(span.start, span.end);
  const ban = banCue.exec(text);
  const duty = dutyCue.exec(text);
  const match = ban ?? duty;
  if (match === null) return null;
  const start = span.start + match[0].length;
  const spans = anchorsOf(passage, span.start, start);
  const words = wordsIn(passage.text, start, span.end);
  const first = words[0];
  if (first === undefined) return null;
  const who = duty?.groups?.["who"] ?? duty?.groups?.["whom"] ?? "";
  const verb = ban === null ? verbOf(first.lower) : verbOfNoun(first.lower);
  const base = verb?.base ?? (ban === null ? first.lower : "do");
  const after = verb === null && ban !== null ? first.start : words[1]?.lower === "of" ? words[1]!.end : first.end;

  return framesOfAct(passage, {
    ...outline,
    head: "modal",
    span,
    bearer: isActor(who) ? { kind: "stated", value: namesIn(who), spans } : unresolved(...spans),
    bearerWords: who,
    subject: "",
    modality: { kind: "stated", value: ban === null ? "obligation" : "prohibition", spans },
    strength: { kind: "stated", value: "shall", spans },
    base,
    class: ban === null ? classOf(base, passage.text.slice(after, span.end), "").class : "refrain",
    mode: ban === null ? (verb?.mode ?? "achieve") : "maintain",
    rest: { start: after, end: trimEnd(passage.text, after, span.end) },
    object: null,
    adjuncts: [],
  });
}
