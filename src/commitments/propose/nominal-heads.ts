import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import { type Slot, unresolved } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { classOf } from "./act-class.ts";
import { framesOfAct } from "./act-frame.ts";
import { isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { none, type Outline, proposed, trimEnd } from "./head-slots.ts";
import { type HeadAt, nominalAt } from "./head-words.ts";
import { nounPhrase } from "./noun-phrase.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { isParticiple } from "./verb-forms.ts";
import { type Word, wordsIn } from "./words.ts";

/** Further nouns of acts joined to the first: ", as well as adopting …", "together with the creation of …". */
export function alsoFrames(passage: Passage, span: Span, rest: Span, outline: Outline): readonly Frame[] {
  const text = passage.text.slice(rest.start, rest.end);
  const joint =
    /(?:,? as well as|,? together with|,? along with|,? in addition to|;(?: and)?|, and) (?:the |a |an )?(?=\p{Ll})/gu;
  for (const match of everyMatch(joint, text)) {
    const start = rest.start + match.index + match[0].length;
    if (!/\b(?:of|by|on|in|for|to|from|with|the)\b/.test(text.slice(0, match.index))) continue;
    const words = wordsIn(passage.text, start, rest.end);
    const head = nominalAt(words, 0);
    if (head === null) continue;
    const next = words[head.end];
    if (!/ing$/.test(words[head.at]!.lower) && next?.lower !== "of") continue;

    return nominalFrames(passage, { start, end: span.end }, words, head, outline);
  }

  return [];
}

/** "Withdrawal of X and disarmament of Y": one frame for each noun of an act. */
export function nominalFrames(
  passage: Passage,
  span: Span,
  words: readonly Word[],
  head: HeadAt,
  outline: Outline,
): readonly Frame[] {
  const headSpan = { start: words[head.at]!.start, end: words[head.end - 1]!.end };
  const headSpans = anchorsOf(passage, headSpan.start, headSpan.end);
  const full = trimEnd(passage.text, headSpan.end, span.end);
  const split = Math.min(alsoStart(passage.text, headSpan.end, full), andStart(passage.text, headSpan.end, full));
  const plain = afterOf(passage.text, headSpan.end, split);
  const named = nominalAgent(passage, words, head, { start: headSpan.end, end: split });
  const agent = named === null ? null : named.slot;
  const parted = agent === null ? null : afterAgent(passage.text, headSpan.end, split);
  const rest = parted?.rest ?? plain;
  const kind = classOf(head.base, passage.text.slice(rest.start, rest.end), "");
  const isKnown = verbOf(head.base) !== null;
  const frames = framesOfAct(passage, {
    ...outline,
    head: "nominal",
    span: { start: Math.max(span.start, passage.lead), end: split },
    bearer: agent ?? unresolved(...headSpans),
    bearerWords: agent === null || agent.kind !== "stated" ? "" : agent.value.join(" "),
    subject: "",
    modality: proposed("obligation", headSpans, "nominal-head"),
    strength: none(headSpans),
    base: head.base,
    class: isKnown ? kind.class : head.verb.class,
    mode: isKnown ? kind.mode : head.verb.mode,
    rest,
    agent: named !== null && parted === null ? named.span : undefined,
    object: null,
    adjuncts: [
      ...(parted === null || parted.between.end <= parted.between.start
        ? []
        : [{ span: parted.between, isLead: true }]),
      ...(headSpan.start > Math.max(span.start, passage.lead)
        ? [{ span: { start: Math.max(span.start, passage.lead), end: headSpan.start }, isLead: true }]
        : []),
    ],
  });

  return [
    ...frames,
    ...alsoFrames(passage, span, { start: headSpan.end, end: full }, outline),
    ...andFrames(passage, span, { start: headSpan.end, end: alsoStart(passage.text, headSpan.end, full) }, outline),
  ];
}

/** Where a joined noun of another act begins, or the end. */
function alsoStart(text: string, from: number, end: number): number {
  const joint =
    /(?:,? as well as|,? together with|,? along with|,? in addition to|;(?: and)?|, and) (?:the |a |an )?(?=\p{Ll})/gu;
  for (const match of text.slice(from, end).matchAll(joint)) {
    const start = from + match.index + match[0].length;
    const words = wordsIn(text, start, end);
    const head = nominalAt(words, 0);
    if (head !== null && (/ing$/.test(words[head.at]!.lower) || words[head.end]?.lower === "of"))
      return from + match.index;
  }

  return end;
}

/** "Withdrawal of X and disarmament of Y": where the second noun with an object of its own begins, or the end. */
function andStart(text: string, from: number, end: number): number {
  const found = andNoun(text, from, end);

  return found === null ? end : found.seam;
}

function andNoun(text: string, from: number, end: number): { readonly seam: number; readonly start: number } | null {
  const words = text.slice(from, end);
  if (!/^\s*(?:of|from)\s/.test(words)) return null;
  for (const match of words.matchAll(/\sand (?:the )?(?=\p{Ll}+(?: \p{Ll}+)? of\b)/gu)) {
    const start = from + match.index + match[0].length;
    const inside = wordsIn(text, start, end);
    const head = nominalAt(inside, 0);
    const noun = head === null ? "" : inside[head.at]!.lower;
    if (
      head !== null &&
      inside[head.end]?.lower === "of" &&
      head.verb.nouns.includes(noun) &&
      /(?:al|ment|tion|sion|ance|lease|change)$/.test(noun)
    )
      return { seam: from + match.index, start };
  }

  return null;
}

function andFrames(passage: Passage, span: Span, rest: Span, outline: Outline): readonly Frame[] {
  const found = andNoun(passage.text, rest.start, rest.end);
  if (found === null) return [];
  const words = wordsIn(passage.text, found.start, rest.end);
  const head = nominalAt(words, 0);

  return head === null
    ? []
    : nominalFrames(passage, { start: found.start, end: Math.min(span.end, rest.end) }, words, head, outline);
}

function afterOf(text: string, from: number, to: number): Span {
  const lead = /^\s*(?:of\s+)?/.exec(text.slice(from, to))?.[0].length ?? 0;

  return { start: from + lead, end: to };
}

/** "Adoption by the Parliament, within 60 days, of a law": the object stands after the agent and what parts them. */
function afterAgent(text: string, from: number, to: number): { readonly rest: Span; readonly between: Span } | null {
  const match = /^\s*by [^,;]{2,120}?(?<between>,[^,;]{2,120},)?\s+of\s+(?=(?:an?|the|all|its|their|any)\s)/u.exec(
    text.slice(from, to),
  );
  const between = match?.groups?.["between"] ?? "";
  if (match === null || (between === "" && /\bof\s+(?:the )?\p{Lu}/u.test(match[0]))) return null;
  const end = from + match[0].replace(/\s+of\s+$/, "").length;

  return { rest: { start: from + match[0].length, end: to }, between: { start: end - between.length, end } };
}

/**
 * The by-phrase that attaches to the noun of the head; to a later noun or participle it does not. "held by Aland by
 * Bland": a participle has one agent, and the next is the head's again.
 */
function nominalAgent(
  passage: Passage,
  words: readonly Word[],
  head: HeadAt,
  area: Span,
): { readonly slot: Slot<readonly string[]>; readonly span: Span } | null {
  let from = head.end;
  for (let i = head.end; i < words.length && words[i]!.end <= area.end; i += 1) {
    if (words[i]!.lower !== "by" || words[i]!.inside) continue;
    const noun = nounPhrase(passage.text, words, i + 1);
    if (noun === null || !isActor(passage.text.slice(noun.start, noun.end))) continue;
    const between = words.slice(from, i).filter((word) => !word.inside);
    const spans = anchorsOf(passage, noun.start, noun.end);
    const names = namesIn(passage.text.slice(noun.start, noun.end));
    const participle =
      between.some((word) => /ed$|held$|taken$|made$|agreed$/.test(word.lower) && verbOf(word.lower) !== null) ||
      isParticiple(between.at(-1)?.lower ?? "") ||
      between.some((word) => /^(?:upon|agreement|consent|approval)$/.test(word.lower));
    if (participle) {
      while (from < words.length && words[from]!.start < noun.end) from += 1;
      continue;
    }
    const rival = between.some((word) => verbOfNoun(word.lower) !== null && !/s$/.test(word.lower));
    const span = { start: words[i]!.start, end: noun.end };
    if (!rival) return { slot: { kind: "stated", value: names, spans }, span };

    return { slot: { kind: "proposed", value: names, spans, rule: "by-phrase-of-head" }, span };
  }

  return null;
}
