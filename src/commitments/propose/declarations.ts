import { modalsIn, type Span } from "../../text/index.ts";
import { unresolved } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { framesOfAct } from "./act-frame.ts";
import { designationOf, isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { none, type Outline, proposed, trimEnd } from "./head-slots.ts";
import { nounPhrase } from "./noun-phrase.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { actsIn } from "./predicate.ts";
import { isAdverb } from "./verb-forms.ts";
import { wordsIn } from "./words.ts";

/** "The Parties reaffirm …", "Reaffirm …" under a lead-in: one declaration an item between semicolons. */
export function declarations(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
  const text = passage.text.slice(span.start, span.end);
  const found = modalsIn(text, passage.language).filter(
    (modal) => modal.class === "declaration" || isCall(modal.words),
  );
  for (const modal of found) {
    const start = span.start + modal.start;
    const before = passage.text.slice(span.start, start);
    const atItem = start >= passage.lead && passage.text.slice(Math.max(span.start, passage.lead), start).trim() === "";
    const subject = atItem ? passage.text.slice(0, passage.lead) : before;
    const isNoun = /\b(?:the|a|an|of|any|such|all|for|with|its|their|to|and|which|that|who|by)\s*$/i.test(before);
    if (!atItem && (isNoun || !isActor(designationOf(before)) || before.split(/\s+/).length > 16)) continue;
    if (atItem && !/^\p{Lu}/u.test(modal.words) && passage.lead === 0) continue;
    if (isCall(modal.words)) return calls(passage, span, { start, end: span.start + modal.end }, outline);
    const lead = firstActor(passage, subject);
    const spans = anchorsOf(passage, start, span.start + modal.end);
    const verb = modal.words
      .toLowerCase()
      .replace(/(?:s|es)$/, (ending) => (/stresses$/i.test(modal.words) ? "" : ending === "es" ? "e" : ""));
    const items = passage.text.slice(span.start + modal.end, span.end).split(";");
    let at = span.start + modal.end;

    return items.flatMap((item) => {
      const rest = { start: at, end: trimEnd(passage.text, at, at + item.length) };
      at += item.length + 1;
      if (item.trim() === "") return [];

      return framesOfAct(passage, {
        ...outline,
        head: "declaration",
        span: {
          start: rest.start === span.start + modal.end ? start : rest.start + (item.length - item.trimStart().length),
          end: rest.end,
        },
        bearer:
          lead === null
            ? unresolved(...spans)
            : lead.start < passage.lead || atItem
              ? {
                  kind: "proposed",
                  value: lead.names,
                  spans: anchorsOf(passage, lead.start, lead.end),
                  rule: "lead-in-subject",
                }
              : { kind: "stated", value: lead.names, spans: anchorsOf(passage, lead.start, lead.end) },
        bearerWords: "",
        subject: "",
        modality: { kind: "stated", value: "declaration", spans },
        strength: none(spans),
        base: verb === "stress" || verb === "stresse" ? "stress" : verb,
        class: "other",
        mode: "maintain",
        rest,
        object: null,
        adjuncts: [],
      });
    });
  }

  return null;
}

function isCall(words: string): boolean {
  return /^(?:calls? (?:up)?on|urges|encourages|requests|invites|recommends|demands|authori[sz]es)$/i.test(words);
}

/** The first noun phrase of a subject that names an actor. */
function firstActor(
  passage: Passage,
  subject: string,
): { readonly start: number; readonly end: number; readonly names: readonly string[] } | null {
  const at = passage.text.indexOf(subject);
  const words = wordsIn(passage.text, at, at + subject.length);
  const span = nounPhrase(passage.text, words, 0);
  if (span === null) return null;
  const text = passage.text.slice(span.start, span.end);

  return isActor(text) ? { ...span, names: namesIn(text) } : null;
}

/** "Calls upon the Parties to …", "Requests X to …", "Authorises X to …": the one addressed acts. */
function calls(passage: Passage, span: Span, modal: Span, outline: Outline): readonly Frame[] {
  const words = wordsIn(passage.text, modal.end, span.end);
  const isThat = words[0]?.lower === "that";
  const noun = nounPhrase(passage.text, words, isThat ? 1 : 0);
  if (noun === null) return [];
  const addressed = passage.text.slice(noun.start, noun.end);
  const next = words.findIndex((word) => word.start >= noun.end);
  const verbless = words.slice(0, Math.max(next, 0));
  const cut = isThat
    ? verbless.findIndex(
        (word, index) => index > 1 && (isAdverb(word.lower) || verbOf(word.lower)?.base === word.lower),
      )
    : -1;
  const end = cut > 0 ? verbless[cut - 1]!.end : noun.end;
  const name = cut > 0 ? passage.text.slice(noun.start, end) : addressed;
  const from = words.findIndex((word) => word.start >= end);
  if (!isActor(name) || from < 0 || (!isThat && !words.slice(from, from + 4).some((word) => word.lower === "to")))
    return [];
  const isAuthority = /^authori/i.test(passage.text.slice(modal.start, modal.end));
  const spans = anchorsOf(passage, modal.start, modal.end);
  const predicate = { start: words[from]!.start, end: trimEnd(passage.text, words[from]!.start, span.end) };

  return actsIn(passage, predicate, "").flatMap((act, index) =>
    framesOfAct(passage, {
      ...outline,
      head: "recommendation",
      span: index === 0 ? { start: modal.start, end: act.range.end } : act.range,
      bearer: { kind: "stated", value: namesIn(name), spans: anchorsOf(passage, noun.start, end) },
      bearerWords: name,
      subject: "",
      modality: { kind: "stated", value: isAuthority ? "permission" : "declaration", spans },
      strength: { kind: "stated", value: isAuthority ? "may" : "should", spans },
      base: act.base,
      class: act.class,
      mode: act.mode,
      rest: act.rest,
      object: null,
      adjuncts: index === 0 ? [{ span: { start: predicate.start, end: act.verb.start }, isLead: true }] : [],
    }),
  );
}

const decision = /^\W*(?:also |further )?decides (?:therefore |also )?to (?!remain)/i;

/** "Decides to establish …": a decision of whoever issues the text. */
export function decisions(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
  const match = decision.exec(passage.text.slice(span.start, span.end));
  if (match === null) return null;
  const end = span.start + match[0].length;
  const spans = anchorsOf(passage, span.start, end);
  const predicate = { start: end, end: trimEnd(passage.text, end, span.end) };

  return actsIn(passage, predicate, "").flatMap((act) =>
    framesOfAct(passage, {
      ...outline,
      head: "imperative",
      span: { start: span.start, end: act.range.end },
      bearer: unresolved(...spans),
      bearerWords: "",
      subject: "",
      modality: proposed("obligation", spans, "decision-head"),
      strength: none(spans),
      base: act.base,
      class: act.class,
      mode: act.mode,
      rest: act.rest,
      object: null,
      adjuncts: [],
    }),
  );
}
