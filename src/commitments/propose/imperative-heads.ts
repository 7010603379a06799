import type { Span } from "../../text/index.ts";
import { type Slot, unresolved } from "../slot.ts";
import { type Verb, verbOfNoun } from "../verbs.ts";
import { classOf } from "./act-class.ts";
import { framesOfAct } from "./act-frame.ts";
import { designationOf, isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { none, type Outline, proposed, trimEnd } from "./head-slots.ts";
import type { HeadAt } from "./head-words.ts";
import { alsoFrames } from "./nominal-heads.ts";
import { nounPhrase } from "./noun-phrase.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { type Word, wordsIn } from "./words.ts";

const innerNoun =
  /^(?:the |an? |all |any )?((?:\p{L}[\p{L}-]*,? (?:and )?){0,6}?)(\p{L}[\p{L}-]*)(?= (?:of|by|on|in|for|to|from|with)\b)/u;

/** "Release all …", "Ensure monitoring by X": whoever is addressed, and who acts inside it. */
export function imperativeFrames(
  passage: Passage,
  span: Span,
  words: readonly Word[],
  head: HeadAt,
  outline: Outline,
): readonly Frame[] {
  const verbSpan = { start: words[head.at]!.start, end: words[head.end - 1]!.end };
  const verbSpans = anchorsOf(passage, verbSpan.start, verbSpan.end);
  const rest = { start: verbSpan.end, end: trimEnd(passage.text, verbSpan.end, span.end) };
  const object = passage.text.slice(rest.start, rest.end).trim();
  const inner = head.base === "ensure" || head.base === "guarantee" ? innerActs(object) : [];
  const own = classOf(head.base, object, "");
  const kind =
    inner.length === 0
      ? own
      : { class: (inner.find((verb) => verb.mode !== "maintain") ?? inner[0]!).class, mode: modeOfAll(inner) };
  const byMeans = /\bby (?!the )(\p{L}+ing)\b/u.exec(object);
  const mode = byMeans !== null && head.base === "ensure" ? ("achieve" as const) : kind.mode;
  const maker = makerOf(passage, head.base, rest);
  const main = framesOfAct(passage, {
    ...outline,
    head: "imperative",
    span: { start: Math.max(span.start, passage.lead), end: rest.end },
    bearer: maker ?? unresolved(...verbSpans),
    bearerWords: "",
    subject: "",
    modality: proposed("obligation", verbSpans, "imperative-head"),
    strength: none(verbSpans),
    base: head.base,
    class: kind.class,
    mode,
    rest,
    object: null,
    adjuncts:
      verbSpan.start > Math.max(span.start, passage.lead)
        ? [{ span: { start: Math.max(span.start, passage.lead), end: verbSpan.start }, isLead: true }]
        : [],
  });
  const inside = head.base === "ensure" ? innerFrames(passage, span, rest, outline, main.length) : [];

  return [...main, ...inside, ...alsoFrames(passage, span, rest, outline)];
}

function modeOfAll(verbs: readonly Verb[]): Verb["mode"] {
  if (verbs.every((verb) => verb.mode === "maintain")) return "maintain";

  return verbs.some((verb) => verb.mode === "maintain") ? "achieve-and-maintain" : "achieve";
}

/** The acts that the object of "ensure" names at its head: "release and exchange of …", "safe access, delivery, …". */
function innerActs(object: string): readonly Verb[] {
  const match = innerNoun.exec(object);
  if (match === null) return [];
  const nouns = `${match[1] ?? ""} ${match[2] ?? ""}`.split(/[\s,]+/).filter((word) => word !== "" && word !== "and");

  return nouns.flatMap((noun) => {
    const verb = verbOfNoun(noun);

    return verb === null ? [] : [verb];
  });
}

const makers =
  /\b(?:resolution|law|legislation|act|decree|decision|order|declaration|statement|report|amnesty law|bill) of (?:the )?(?=\p{Lu})/u;

/** An instrument has a maker: "a resolution of the Parliament of X" proposes the Parliament of X. */
function makerOf(passage: Passage, base: string, rest: Span): Slot<readonly string[]> | null {
  if (!/^(?:adopt|enact|pass|issue|approve|ratify|publish|promulgate)$/.test(base)) return null;
  const match = makers.exec(passage.text.slice(rest.start, rest.end));
  if (match === null) return null;
  const at = rest.start + match.index + match[0].length;
  const words = wordsIn(passage.text, at, rest.end);
  const stop = words.findIndex((word) => !/^\p{Lu}/u.test(word.text) && !/^(?:of|the|and|for)$/.test(word.lower));
  const last = words[(stop < 0 ? words.length : stop) - 1];
  if (last === undefined) return null;
  const name = passage.text.slice(at, last.end);
  const organ =
    /\b(?:parliament|congress|assembly|legislature|senate|president|government|council|cabinet|commission|committee|king|minister|court|rada|duma|knesset)\b/i;
  if (!organ.test(name) || !isActor(name)) return null;

  return {
    kind: "proposed",
    value: [designationOf(name)],
    spans: anchorsOf(passage, at, last.end),
    rule: "maker-of-instrument",
  };
}

/** "Ensure monitoring by X …": whoever ensures, and X, who monitors. */
function innerFrames(passage: Passage, span: Span, rest: Span, outline: Outline, serves: number): readonly Frame[] {
  const text = passage.text.slice(rest.start, rest.end);
  const match = /\bby (?=(?:the )?\p{Lu})/u.exec(text);
  if (match === null) return [];
  const words = wordsIn(passage.text, rest.start + match.index + match[0].length, rest.end);
  const noun = nounPhrase(passage.text, words, 0);
  if (noun === null || !isActor(passage.text.slice(noun.start, noun.end))) return [];
  const before = wordsIn(passage.text, rest.start, rest.start + match.index);
  const heads = before.filter((word) => verbOfNoun(word.lower) !== null);
  const last = heads.at(-1);
  const isAdjacent = last !== undefined && before.at(-1) === last;
  const nearest = isAdjacent ? last : heads[0];
  const verb = nearest === undefined ? null : verbOfNoun(nearest.lower);
  if (nearest === undefined || verb === null) return [];
  const at = before.indexOf(nearest);
  const isPair =
    isAdjacent &&
    before[at - 1]?.lower === "and" &&
    before[at - 2] !== undefined &&
    verbOfNoun(before[at - 2]!.lower) !== null;
  const lead = isPair ? before[at - 2]! : nearest;
  const leadVerb = verbOfNoun(lead.lower) ?? verb;
  const spans = anchorsOf(passage, lead.start, noun.end);
  const follows = passage.text.slice(noun.end, rest.end).replace(/^\s*of\s+/, " ");
  const object =
    /^\s*(?:the |all )?\p{L}/u.test(follows) && /^\s*of\s/.test(passage.text.slice(noun.end, rest.end))
      ? { start: noun.end + (/^\s*of\s+/.exec(passage.text.slice(noun.end, rest.end))?.[0].length ?? 0), end: rest.end }
      : null;

  return framesOfAct(passage, {
    ...outline,
    head: "nominal",
    span: { start: lead.start, end: object === null ? noun.end : rest.end },
    bearer: {
      kind: "stated",
      value: namesIn(passage.text.slice(noun.start, noun.end)),
      spans: anchorsOf(passage, noun.start, noun.end),
    },
    bearerWords: passage.text.slice(noun.start, noun.end),
    subject: "",
    modality: proposed("obligation", spans, "nominal-head"),
    strength: none(spans),
    base: leadVerb.base,
    class: leadVerb.class,
    mode: leadVerb.mode,
    // Of "ensure monitoring by X from day 1" the time is that of the monitoring.
    rest: object ?? { start: noun.end, end: leadVerb.class === "verify" ? rest.end : noun.end },
    object: object === null ? objectOfNoun(passage.text, nearest.end, rest.start + match.index) : null,
    adjuncts: [],
  })
    .map((frame) => ({ ...frame, serves: frame.head === "nominal" ? serves : frame.serves }))
    .filter(() => span.end > span.start);
}

function objectOfNoun(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/^\s*(?:and \p{L}+\s+)?(?:of|on)\s+/u, "")
    .replace(/^the\s+/, "")
    .trim();
}
