import { modalsIn, type Span } from "../../text/index.ts";
import type { Modality, Strength } from "../commitment.ts";
import { unresolved, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun, type Verb } from "../verbs.ts";
import { framesOfAct } from "./act-frame.ts";
import { designationOf, isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { actsIn, classOf, isAdverb, nounPhrase } from "./predicate.ts";
import { wordsIn, type Word } from "./words.ts";

/**
 * Heads without a subject of their own: declarations ("Reaffirm …"), recommendations of a council ("Calls upon X to
 * …"), bans ("There is a ban on …"), verbs in the imperative ("Release all …") and nouns of acts ("Withdrawal of …").
 */
export function readHeads(passage: Passage, span: Span, sentence: number, says: string): readonly Frame[] {
  const outline = { sentence, says };
  const ban = banFrames(passage, span, outline);
  if (ban !== null) return ban;
  const decided = decisions(passage, span, outline);
  if (decided !== null) return decided;
  const declared = declarations(passage, span, outline);
  if (declared !== null) return declared;
  if (passage.part === "preamble" || !passage.listed) return [];
  const from = Math.max(span.start, passage.lead);
  const words = wordsIn(passage.text, from, span.end);
  const imperative = imperativeAt(words);
  if (imperative !== null) return imperativeFrames(passage, span, words, imperative, outline);
  const nominal = nominalAt(words, 0);
  if (nominal === null || hasFiniteVerb(passage.text, words, nominal.end)) return [];

  return nominalFrames(passage, span, words, nominal, outline);
}

type Outline = { readonly sentence: number; readonly says: string };

function proposed(value: Modality, spans: ReturnType<typeof anchorsOf>, rule: string): Slot<Modality> {
  return { kind: "proposed", value, spans, rule };
}

const none = (spans: ReturnType<typeof anchorsOf>): Slot<Strength> => ({ kind: "stated", value: "none", spans });

const banCue =
  /^(?:\W*)(?:there (?:is|are|shall be|will be) (?:an? |the )?(?:\p{L}+ )?(?:ban|prohibition|moratorium)|(?:an? |the )?(?:\p{L}+ )?(?:ban|prohibition) (?:is|shall be) (?:hereby )?(?:introduced|imposed)) (?:on|of|against) (?:the )?/iu;
const dutyCue =
  /^(?:\W*)(?:there (?:is|shall be) (?:an? |the )?(?:obligation|duty|requirement)|it (?:is|shall be) (?:the )?(?:obligation|duty|responsibility) of (?<who>[^,;.]{2,80}?)) to /iu;

/** "There is a ban on the use of …", "There is an obligation to …". */
function banFrames(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
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
  const who = duty?.groups?.["who"] ?? "";
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

/** "The Parties reaffirm …", "Reaffirm …" under a lead-in: one declaration an item between semicolons. */
function declarations(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
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
function decisions(passage: Passage, span: Span, outline: Outline): readonly Frame[] | null {
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

type HeadAt = { readonly at: number; readonly end: number; readonly verb: Verb; readonly base: string };

/** A verb in its base form at the head of the item, after an adverb or a short adjunct. */
function imperativeAt(words: readonly Word[]): HeadAt | null {
  let at = 0;
  const comma = words.findIndex((word) => word.text === ",");
  if (/^(?:to|in|for|with|upon|within|on|by)$/.test(words[0]?.lower ?? "") && comma > 0 && comma < 8) at = comma + 1;
  while (at < words.length && at < 4 && (isAdverb(words[at]!.lower) || /^(?:also|further|not)$/.test(words[at]!.lower)))
    at += 1;
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined) return null;
  const phrasal = verbOf(`${word.lower} ${next.lower}`);
  if (phrasal !== null && phrasal.base === `${word.lower} ${next.lower}`)
    return { at, end: at + 2, verb: phrasal, base: phrasal.base };
  const verb = verbOf(word.lower);
  if (verb === null || verb.base !== word.lower) return null;
  const isAlsoNoun = verbOfNoun(word.lower) !== null;
  if (/^(?:of|by|is|are|shall|will|was|has|and|or|,|\.|:|;|–|-|\))$/.test(next.lower)) return null;
  if (
    isAlsoNoun &&
    (/^(?:to|from|for|in|on|with|between|within|at|against|under|over)$/.test(next.lower) ||
      /^(?:commission|mission|committee|mechanism|group|agreement|measures)$/.test(next.lower))
  )
    return null;

  return { at, end: at + 1, verb, base: verb.base };
}

const determinerWords =
  /^(?:the|a|an|full|complete|immediate|all|any|its|their|further|early|prompt|gradual|mutual|permanent|effective|comprehensive|unconditional)$/;
const nominalFollowers =
  /^(?:of|by|in|from|on|and|to|with|between|for|within|along|under|as|across|at|through|over|throughout|into|regarding|concerning|starting|against|,|;|\.)$/;

/** A noun of an act at the head of the item: "Immediate and full withdrawal of …", "Carrying out …". */
function nominalAt(words: readonly Word[], from: number): HeadAt | null {
  const first = words[from];
  if (first === undefined) return null;
  const gerund = gerundAt(words, from);
  if (gerund !== null) return gerund;
  for (let at = from; at < Math.min(words.length, from + 7); at += 1) {
    const word = words[at]!;
    if (!/^\p{L}/u.test(word.text)) return null;
    const next = words[at + 1];
    const verb = verbOfNoun(word.lower) ?? suffixNoun(word.lower, next?.lower ?? "");
    if (
      verb !== null &&
      (next === undefined || nominalFollowers.test(next.lower)) &&
      !(next?.lower === "and" && isAdjective(words, at))
    )
      return { at, end: at + 1, verb, base: verb.base };
    if (/^(?:of|by|from|to|is|are|shall|which|that|for|on|in|at|with)$/.test(word.lower)) return null;
    if (!determinerWords.test(word.lower) && !isAdjectiveLike(word.lower) && word.lower !== "and") {
      const compound =
        next !== undefined && (verbOfNoun(next.lower) !== null || verbOfNoun(words[at + 2]?.lower ?? "") !== null);
      if (!compound) return null;
    }
  }

  return null;
}

function isAdjective(words: readonly Word[], at: number): boolean {
  return verbOfNoun(words[at]!.lower) === null;
}

function isAdjectiveLike(word: string): boolean {
  return /(?:al|ive|ous|ful|ic|able|ible|ent|ant|ate|ed|ing|ary|ory|ly|less|wide|mutual|joint|safe|free|strict)$/.test(
    word,
  );
}

/** "Launching …", "Carrying out …" at the head. */
function gerundAt(words: readonly Word[], at: number): HeadAt | null {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !/ing$/.test(word.lower)) return null;
  const two = verbOf(`${word.lower} ${next.lower}`);
  if (two !== null) return { at, end: at + 2, verb: two, base: two.base };
  const verb = verbOf(word.lower);
  if (verb === null || verb.base === word.lower || /^(?:is|are|shall|will|,|\.)$/.test(next.lower)) return null;

  return { at, end: at + 1, verb, base: verb.base };
}

/** A noun that the list does not know but whose ending says that it stands for an act. */
function suffixNoun(word: string, next: string): Verb | null {
  if (next !== "of" || word.length < 7 || !/(?:tion|sion|ment|ance|ence|isation|ization)$/.test(word)) return null;
  if (
    /^(?:government|document|agreement|parliament|department|instrument|moment|element|population|region|constitution|position|nation|section|commission|mission|question|condition|convention|resolution|organi[sz]ation|administration|provision|delegation|distance|presence|conference|province|violence|evidence|importance|absence|difference|influence|science|substance|finance|regiment|division|situation|information|institution|opposition|coalition|corporation|foundation|station|portion|action|option|collection|direction|dimension|pension|occasion|version|environment|settlement|equipment|segment|fragment|sentence|audience|experience|sequence|consequence|circumstance|instance|balance|alliance|insurance)$/.test(
      word,
    )
  )
    return null;

  return { base: word, class: "other", mode: "achieve", nouns: [word] };
}

/** Whether the rest of the sentence has a main verb: then it is a statement about the noun. */
function hasFiniteVerb(text: string, words: readonly Word[], from: number): boolean {
  let inRelative = false;
  for (const word of words.slice(from)) {
    if (word.inside) continue;
    if (/^(?:which|who|that|where|if|when|whose|provided|unless|as|until|once)$/.test(word.lower)) inRelative = true;
    if (/^[,;]$/.test(word.text)) inRelative = false;
    if (
      !inRelative &&
      /^(?:is|are|was|were|has|have|had|does|did|can|could|would|may|might|shall|will|must)$/.test(word.lower)
    )
      return !/\bto be\s*$/.test(text.slice(0, word.start));
  }

  return false;
}

const innerNoun =
  /^(?:the |an? |all |any )?((?:\p{L}[\p{L}-]*,? (?:and )?){0,6}?)(\p{L}[\p{L}-]*)(?= (?:of|by|on|in|for|to|from|with)\b)/u;

function imperativeFrames(
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
    rest: object ?? { start: noun.end, end: noun.end },
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

/** Further nouns of acts joined to the first: ", as well as adopting …", "together with the creation of …". */
function alsoFrames(passage: Passage, span: Span, rest: Span, outline: Outline): readonly Frame[] {
  const text = passage.text.slice(rest.start, rest.end);
  const joint =
    /(?:,? as well as|,? together with|,? along with|,? in addition to|;(?: and)?|, and) (?:the |a |an )?(?=\p{Ll})/gu;
  for (const match of text.matchAll(joint)) {
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

function nominalFrames(
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
  const rest = afterOf(passage.text, headSpan.end, split);
  const agent = nominalAgent(passage, words, head, { start: headSpan.end, end: split });
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
    object: null,
    adjuncts:
      headSpan.start > Math.max(span.start, passage.lead)
        ? [{ span: { start: Math.max(span.start, passage.lead), end: headSpan.start }, isLead: true }]
        : [],
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

/** The by-phrase that attaches to the noun of the head; to a later noun or participle it does not. */
function nominalAgent(
  passage: Passage,
  words: readonly Word[],
  head: HeadAt,
  area: Span,
): Slot<readonly string[]> | null {
  for (let i = head.end; i < words.length && words[i]!.end <= area.end; i += 1) {
    if (words[i]!.lower !== "by" || words[i]!.inside) continue;
    const noun = nounPhrase(passage.text, words, i + 1);
    if (noun === null || !isActor(passage.text.slice(noun.start, noun.end))) continue;
    const between = words.slice(head.end, i).filter((word) => !word.inside);
    const spans = anchorsOf(passage, noun.start, noun.end);
    const names = namesIn(passage.text.slice(noun.start, noun.end));
    const participle =
      between.some((word) => /ed$|held$|taken$|made$|agreed$/.test(word.lower) && verbOf(word.lower) !== null) ||
      between.some((word) => /^(?:upon|agreement|consent|approval)$/.test(word.lower));
    if (participle) continue;
    const rival = between.some((word) => verbOfNoun(word.lower) !== null && !/s$/.test(word.lower));
    if (!rival) return { kind: "stated", value: names, spans };

    return { kind: "proposed", value: names, spans, rule: "by-phrase-of-head" };
  }

  return null;
}

function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, Math.max(from, to)).replace(/[\s.;:,]+$/, "").length;
}
