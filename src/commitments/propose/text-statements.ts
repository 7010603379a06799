import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import type { Power } from "../commitment.ts";
import type { Condition, Duration } from "../event.ts";
import { unresolved, valueOf, type Slot } from "../slot.ts";
import { actorParts, isActor } from "./actor-names.ts";
import { referencesIn } from "./answer-statements.ts";
import { breachWords } from "./breach-words.ts";
import { durationIn } from "./durations.ts";
import { eventIn } from "./event-words.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { owing } from "./owing.ts";
import { consentIn } from "./consents.ts";
import { conditionsIn } from "./conditions.ts";
import { namesIn } from "./phrases.ts";
import type { Statement, StatementKind } from "./statements.ts";

/** What one sentence says of the text itself: powers over it, terms, zone of its dates, authentic languages. */
export function textStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  const text = passage.text.slice(span.start, span.end);
  const spans = anchorsOf(passage, span.start, span.end);
  const statement = (says: StatementKind, silences: boolean): Statement => ({ sentence, spans, silences, says });

  return [
    ...powers(passage, span, text).map((value) => statement({ kind: "power", value }, !answersBreach(value, text))),
    ...terms(text).map(([term, means, silences]) => statement({ kind: "term", term, means }, silences)),
    ...owing(text).map((says) => statement(says, true)),
    ...zone(text).map((says) => statement(says, true)),
    ...authentic(text).map((says) => statement(says, true)),
  ];
}

const ownText =
  "(?:(?:the |this |present |its |their )*(?:present )?(?:agreement|accord|protocol|memorandum(?: of understanding)?|mou|treaty|framework(?: agreement)?|text|document|declaration|plan|roadmap|road map|instrument|provisions of this \\w+|terms of this \\w+|provisions? of (?:the|this) (?:agreement|accord|protocol)|annex(?:es)?|participation in (?:this|the) \\w+))";
const verbs: readonly (readonly [Power["effect"], string, string])[] = [
  ["amend", "amend|modify|revise|alter|change|supplement", "amended|modified|revised|altered|changed|supplemented"],
  ["review", "review|evaluate|meet to review|undertake a review of|conduct a review of", "reviewed|evaluated"],
  [
    "suspend",
    "suspend|suspend the (?:operation|application|implementation) of|suspend (?:its|their) (?:participation in|performance (?:of|under)|obligations under|implementation of)",
    "suspended",
  ],
  ["terminate", "terminate|denounce|end|annul|cancel|rescind", "terminated|denounced|ended|annulled"],
  ["leave", "withdraw from|leave|renounce|exit", "withdrawn from"],
  ["resume", "resume|resume (?:the )?(?:performance|implementation|application) of", "resumed"],
];
const active = verbs.map(
  ([effect, forms]) =>
    [
      effect,
      new RegExp(
        `\\b(?<modal>may|shall|will|can|must|agree to|undertake to|is entitled to|has the right to)(?<not> not|not)?(?<only> only)?(?: \\w+ly| jointly| at any time| also| not)*(?:, [^,]{2,60},)? (?:${forms})(?: (?:or|and) \\w{3,14})? (?<what>${ownText}|(?:the |its |their )?(?:obligations?|performance|commitments?|implementation|application|operation)[^,;.]{0,40}(?:under|of) (?:this|the|${ownText}|(?:Articles?|points?|paragraphs?) \\d[\\w.()]*(?:(?:,| and| or) \\d[\\w.()]*)*)|(?:Articles?|points?|paragraphs?|sections?) \\d[\\w.()]*(?:(?:,| and| or) \\d[\\w.()]*)*)`,
        "i",
      ),
    ] as const,
);
const passive = verbs.map(
  ([effect, , forms]) =>
    [
      effect,
      new RegExp(
        `^(?:\\W*(?:no part of )?(?<what>${ownText}|(?:Articles?|points?|paragraphs?) [\\d., and]+))(?: [^,;.]{0,30}?)? (?<modal>may|shall|will|can|must)(?<not> not|not)?(?<only> only)?(?: \\w+ly| at any time| also)* be (?:\\w+ly )?(?:\\w{3,14}(?:, | or | and )){0,3}(?:${forms})\\b`,
        "i",
      ),
    ] as const,
);
/** Cheap signs that a sentence may speak of such a power. */
const hints: Readonly<Record<string, RegExp>> = {
  amend: /amend|modif|revis|alter|chang|supplement/i,
  review: /review|evaluat/i,
  suspend: /suspen/i,
  terminate: /terminat|denounc|\bend(?:ed)?\b|annul|cancel|rescind/i,
  leave: /withdraw|\bleave\b|renounc|\bexit\b/i,
  resume: /resum/i,
};
const survival =
  /\b(?<what>(?:Articles?|points?|paragraphs?|sections?|provisions?|obligations?)[^,;.]{0,60}?) (?:shall |will )?(?:survives?|(?:continues?|remains?) (?:to apply|in force|binding|in effect) (?:after|notwithstanding|despite|beyond))/i;

function powers(passage: Passage, span: Span, text: string): readonly Omit<Power, "id" | "requires">[] {
  const spans = anchorsOf(passage, span.start, span.end);
  const found: Omit<Power, "id" | "requires">[] = [];
  const base = { provision: passage.provision.id, label: passage.provision.label, spans };
  if (
    !/\b(?:amend|modif|revis|alter|chang|supplement|review|evaluat|suspen|terminat|denounc|end|annul|cancel|rescind|withdraw|leave|renounc|exit|resum|surviv|continue|remain)/i.test(
      text,
    )
  )
    return [];
  const told =
    / it\b/.test(text) && isOfText(passage, span)
      ? text.replace(
          /\b(suspend|terminate|amend|denounce|leave|withdraw from|review|resume) it\b/gi,
          "$1 this agreement",
        )
      : text;
  for (const [effect, pattern] of active) {
    if (!hints[effect]?.test(text)) continue;
    const match = pattern.exec(told);
    if (match === null) continue;
    const before = text.slice(0, match.index);
    const subject =
      before
        .split(
          /;|,\s+(?=(?:the|a|an|each|either|any|no|both) )|(?<=^(?:If|Where|Should|When|In)\b[^,]{3,200}),\s+(?=\p{Lu})/iu,
        )
        .at(-1)
        ?.trim() ?? "";
    const isNone = /^(?:no|neither)\b/i.test(subject);
    const where = anchorsOf(
      passage,
      span.start + Math.max(0, text.indexOf(subject)),
      span.start + Math.max(0, text.indexOf(subject)) + Math.max(subject.length, 1),
    );
    const holder: Slot<readonly string[]> = isActor(subject)
      ? {
          kind: "stated",
          value: isNone ? [`each ${subject.replace(/^(?:no|neither)\s+/i, "")}`] : namesIn(subject),
          spans: where,
        }
      : unresolved(...where);
    const isDenied = (match.groups?.["not"] !== undefined || isNone) && match.groups?.["only"] === undefined;
    found.push({
      ...base,
      holder,
      effect,
      actsOn: actsOn(match.groups?.["what"] ?? ""),
      allowed: !isDenied,
      ...more(passage, span, text),
    });
  }
  const said = /^It\b/.test(text) && isOfText(passage, span) ? text.replace(/^It\b/, "This agreement") : text;
  for (const [effect, pattern] of passive) {
    if (!hints[effect]?.test(text)) continue;
    const match = pattern.exec(said);
    if (match === null || found.some((power) => power.effect === effect)) continue;
    const by =
      /\bby (?<who>(?:the |each |either |any |all |both )?\p{Lu}[^,;.]{1,60}?|(?:the |both |either |any )(?:parties|party|sides?))(?= (?:on|with|after|at|in|every|by|upon|if|only)\b|[,;.]|$)/iu.exec(
        said.slice(match.index + match[0].length),
      );
    const who = by?.groups?.["who"] ?? "";
    found.push({
      ...base,
      holder: isActor(who) ? { kind: "stated", value: namesIn(who), spans } : unresolved(...spans),
      effect,
      actsOn: actsOn(match.groups?.["what"] ?? ""),
      allowed: match.groups?.["not"] === undefined,
      ...more(passage, span, text),
    });
  }
  const survives = survival.exec(text);
  if (survives !== null && /\b(?:terminat|suspen|expir|end|withdraw|surviv)/i.test(text))
    found.push({
      ...base,
      holder: unresolved(),
      effect: "survive",
      actsOn: actsOn(survives.groups?.["what"] ?? ""),
      allowed: true,
      ...more(passage, span, ""),
    });

  return found;
}

const ownTextOpens = new RegExp(`^\\W*(?:\\d{1,3}[.)]\\s*)?${ownText}\\b`, "i");

/** Whether "it" at the head of a sentence means the text itself: the sentence before, and no other, speaks of it. */
function isOfText(passage: Passage, span: Span): boolean {
  const before = passage.text.slice(Math.max(passage.lead, span.start - 600, 0), span.start).trim();
  const last = before.split(/(?<=[.;])\s+/).findLast((sentence) => !/^It\b/.test(sentence));

  return last !== undefined && ownTextOpens.test(last);
}

/** Suspending because the other side broke something answers a breach: the sentence is read as a commitment too. */
function answersBreach(power: Omit<Power, "id" | "requires">, text: string): boolean {
  return power.allowed && power.effect === "suspend" && breachWords.test(text);
}

function actsOn(what: string): readonly string[] | "all" {
  const labels = referencesIn(what);

  return labels.length === 0 ? "all" : labels;
}

function more(passage: Passage, span: Span, text: string): Pick<Power, "trigger" | "notice" | "needsConsentOf"> {
  const isNotice = /\b(?:notice|advance|(?:by|upon|after|giving|prior|written) notif\w+)\b/i.test(text);
  const notice: Slot<Duration> = isNotice ? durationIn(passage, span.start, span.end) : unresolved();
  const [condition] = conditionsIn(passage, span, false);
  const consent = consentIn(passage, span);
  const lead = /^(?:if|where|when|in (?:the )?(?:case|event) of)\b[^,]*,/i.exec(text);
  const trigger: Slot<Condition> =
    lead !== null
      ? {
          kind: "stated",
          value: {
            kind: "event",
            event: eventIn(
              passage,
              span.start + (/^\w+\s/.exec(text)?.[0].length ?? 0),
              span.start + lead[0].length - 1,
            ),
            words: lead[0].slice(0, -1),
          },
          spans: anchorsOf(passage, span.start, span.start + lead[0].length - 1),
        }
      : condition === undefined
        ? unresolved()
        : {
            kind: "stated",
            value: condition.value,
            spans: anchorsOf(passage, condition.span.start, condition.span.end),
          };
  const mutual =
    /\b(?:by|with|through|upon|on) (?:the )?(?:mutual |written |common |unanimous )*(?:agreement|consent|consensus|accord)\b/i.exec(
      text,
    );
  const needs: Slot<readonly string[]> =
    consent !== null && !consent.without && consent.value !== null
      ? { kind: "stated", value: consent.value, spans: anchorsOf(passage, consent.span.start, consent.span.end) }
      : mutual !== null && valueOf(notice) === null
        ? {
            kind: "proposed",
            value: ["Parties"],
            spans: anchorsOf(passage, span.start + mutual.index, span.start + mutual.index + mutual[0].length),
            rule: "mutual-agreement",
          }
        : unresolved();

  return { trigger, notice, needsConsentOf: needs };
}

type TermRead = readonly [term: string, means: string, silences: boolean];

const quotedTerm =
  /["“«']([^"”»'“]{2,60})["”»']\s+(?:shall )?(?:mean|means|refers? to|is understood as|denotes?|includes?)\s+([^;]{3,300})/gi;
const bareTerm = /\b(?:the )?term ([\p{L} -]{2,40}?) (?:shall )?(?:mean|means|refers? to)\s+([^;]{3,300})/giu;
const dayTerm =
  /^(?:The )?["“]?(\p{Lu}(?:-?[Dd]ay)|(?:\p{Lu}\p{L}+ ){1,3}(?:Day|Date))["”]? (?:is|shall be|will be|means) (the (?:day|date) [^;]{3,200})$/u;

function terms(text: string): readonly TermRead[] {
  const found: TermRead[] = [];
  for (const match of everyMatch(quotedTerm, text))
    found.push([match[1] ?? "", (match[2] ?? "").replace(/[.\s]+$/, ""), true]);
  const day = text.includes(" the da") ? dayTerm.exec(text.replace(/[.\s]+$/, "")) : null;
  if (day !== null) return [[day[1] ?? "", day[2] ?? "", true]];
  const [, named = "", listed = ""] =
    /^The (\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?s) (?:are|shall be) (.{3,200}?)\.?$/u.exec(text) ?? [];
  if (actorParts(listed).length > 1) found.push([named, listed, true]);
  if (/term /i.test(text))
    for (const match of everyMatch(bareTerm, text))
      found.push([match[1] ?? "", (match[2] ?? "").replace(/[.\s]+$/, ""), true]);

  return found;
}

function zone(text: string): readonly StatementKind[] {
  if (!/\btime\b|UTC|GMT|\b[CE]E?[ES]?T\b|EAT|MSK/.test(text)) return [];
  const match =
    /\b(?:all )?(?:dates?|times?|hours?|deadlines?|periods?)(?: and (?:dates?|times?|hours?|deadlines?))?[^.;]{0,60}?\b(?:are|is|shall be|refer to|are given in|run|expressed|stated)[^.;]{0,30}?\b(?<zone>(?:\p{Lu}[\p{L}]+(?: \p{Lu}\p{L}+)? (?:local |standard )?time|local time(?: of| in)? ?[\p{Lu}\p{L}]*|UTC(?: ?[+-]\d{1,2})?|GMT|Coordinated Universal Time|C?E[ES]T|EAT|MSK))/u.exec(
      text,
    );
  const zone = match?.groups?.["zone"];

  return zone === undefined ? [] : [{ kind: "zone", zone }];
}

const languageNames =
  "English|French|Spanish|Arabic|Russian|Ukrainian|Portuguese|German|Chinese|Swahili|Amharic|Tigrinya|Indonesian|Bosnian|Serbian|Croatian|Albanian|Macedonian|Nepali|Sinhala|Tamil|Hebrew|Georgian|Armenian|Azerbaijani|Somali|Dari|Pashto|Persian|Farsi|Turkish|Burmese|Filipino|Khmer|Lao|Thai|Italian|Dutch|Kirundi|Kinyarwanda";

/** "the Aland and Bland texts", "in the Aland, Bland and English languages": adjectives that a list cannot know. */
const namedLanguages =
  /\b[Tt]he (\p{Lu}\p{L}{2,20}(?:(?:, (?:and )?| and )\p{Lu}\p{L}{2,20}){1,6}) (?:languages?|versions?|texts?)\b/u;

function authentic(text: string): readonly StatementKind[] {
  if (!/\b(?:authentic|equally valid|equal validity|prevails?)\b/i.test(text)) return [];
  const names = [
    ...[...text.matchAll(new RegExp(`\\b(?:${languageNames})\\b`, "g"))].map((match) => match[0]),
    ...(namedLanguages.exec(text)?.[1] ?? "").split(/,\s+(?:and\s+)?|\s+and\s+/).filter((name) => name !== ""),
  ];
  if (
    names.length === 0 ||
    !/\b(?:authentic|equally valid|prevail|done (?:at|in)|languages?|versions?|texts?)\b/i.test(text)
  )
    return [];
  const isAuthentic = /\b(?:authentic|equally valid|equal validity|prevails?|prevail)\b/i.test(text);
  if (!isAuthentic) return [];
  const prevailing =
    new RegExp(
      `\\b(${[...new Set([...languageNames.split("|"), ...names])].join("|")})\\b(?: language)?(?: text| version)?(?: of [^,;.]{2,40})? (?:shall |will )?prevails?`,
    ).exec(text)?.[1] ?? null;

  return [{ kind: "authentic", languages: [...new Set(names)], prevailing }];
}
