import type { Span } from "../../text/index.ts";
import type { Consequence, ConsequenceKind } from "../commitment.ts";
import { consequenceKind, usualCost } from "../consequence-kind.ts";
import { unresolved } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { breachWords } from "./breach-words.ts";
import { designationOf, isActor } from "./actor-names.ts";
import { durationIn } from "./durations.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { actorsAt, namesIn } from "./phrases.ts";
import type { Statement, StatementKind } from "./statements.ts";

const complianceWords = /\b(?:complied|complies|compliance|performed|fulfilled|kept|honou?red|observed|implemented)\b/i;

/** Who finds a breach, what follows it, who guarantees: the answers that one sentence states. */
export function answerStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  const text = passage.text.slice(span.start, span.end);
  const spans = anchorsOf(passage, span.start, span.end);
  const statement = (says: StatementKind, silences: boolean): Statement => ({ sentence, spans, silences, says });

  if (
    !/determin|establish|find|found|decid|rul|adjudic|conclud|settl|resolv|binding|guarant|underwrit|breach|violat|complian|perform|lifted|lifting|suspended|infring|contraven|default|fail|not /i.test(
      text,
    )
  )
    return [];

  return [
    ...determinations(passage, span, text).map((says) => statement(says, false)),
    ...reinstatements(text).map((says) => statement(says, true)),
    ...automatic(passage, span, text).map((says) => statement(says, true)),
    ...liable(passage, span, text).map((says) => statement(says, true)),
    ...guarantors(text).map((says) => statement(says, true)),
    ...guarantees(passage, span, text).map((says) => statement(says, true)),
  ];
}

const finding =
  /\b(?<modal>shall|will|must|may|is (?:empowered|authori[sz]ed|entitled|competent) to|has the (?:power|authority|competence|right|sole authority) to|shall have the (?:power|authority|competence|right) to)\b(?<gap>[^.;]{0,120}?)\b(?:determine|establish|find|decide|rule|adjudicate|conclude|make a determination|make a finding|issue a finding|settle|resolve)\b(?<what>[^;]*)/i;
/** "It determines whether …": the present tense of a rule; only with "whether", for "decides" alone says how a body votes. */
const presentFinding =
  /^(?<who>it|(?:the |this )?\p{Lu}[^,;.]{1,70}?) (?:determines|establishes|finds|decides|rules)\b(?<what>[^;]*)/u;
const passiveFinding =
  /^(?<what>[^;]*?)\b(?<modal>shall|will|must|may|is to|are to) be (?:finally )?(?:determined|established|decided|found|adjudicated|ruled upon|ruled on|settled|resolved)(?:,? within [^,;.]{2,40},?)? (?:exclusively |solely )?by (?=\p{L})/iu;
/** "Whether a Party has breached … is determined by X". */
const presentPassiveFinding =
  /^(?<what>whether\b[^;]*?)\b(?:is|are) (?:finally )?(?:determined|established|decided|found|adjudicated|ruled upon|ruled on)(?:,? within [^,;.]{2,40},?)? (?:exclusively |solely )?by (?=\p{L})/iu;
const binding =
  /\b(?:decisions?|rulings?|findings?|determinations?|awards?|judg(?:e)?ments?) (?:of|by) (?:the )?(?<who>\p{Lu}[^,;]{2,70}?) (?:is|are|shall be|will be) (?:final(?: and)? ?)?(?:legally )?binding/iu;

/** "Any dispute shall be referred to X, whose decision is final." */
const lastWord =
  /\b(?:disputes?|disagreements?|differences?|allegations?|complaints?|matter|it)\b[^.;]{0,200}?\b(?:referred|submitted|brought|put|refer(?: it| them)?|submit(?: it| them)?|appeal)(?: \w+){0,2} to (?:the )?(?<who>\p{Lu}[^,;.]{2,80}), (?:whose|which) (?:decisions?|rulings?|awards?|determinations?|findings?|judg(?:e)?ments?)? ?(?:is|are|shall be|will be) (?:final|binding)/u;

/** "bring the matter before X, who shall within five days issue a finding". */
const judged =
  /\b(?:before|to) (?:the )?(?<who>\p{Lu}[^,;.]{2,80}), wh(?:o|ich) (?:shall|will|must)\b[^;.]{0,60}?\b(?:issue|make|render|give|reach|take)s? (?:an? |its |his |her )?(?:binding |final |written )*(?:finding|ruling|decision|determination|award|judg(?:e)?ment)\b/u;

function determinations(passage: Passage, span: Span, text: string): readonly StatementKind[] {
  const active = finding.exec(text);
  if (active !== null) {
    const what = active.groups?.["what"] ?? "";
    const subject = subjectOf(text, active.index);
    if (subject !== null && (isFinding(active[0], what) || isSoFound(text, active)))
      return [determination(passage, span, subject, active.groups?.["modal"] ?? "", text)];
  }
  const present = presentFinding.exec(text.replace(/^It\b/, "it"));
  const decider = subjectOf(present?.groups?.["who"] ?? "", Number.POSITIVE_INFINITY);
  if (present !== null && decider !== null && asksWhether(present.groups?.["what"] ?? ""))
    return [determination(passage, span, decider, "shall", text)];
  const passive = passiveFinding.exec(text) ?? presentPassiveFinding.exec(text);
  if (
    passive !== null &&
    (breachWords.test(passive.groups?.["what"] ?? "") ||
      (/\bdisputes?\b/i.test(text) && /\b(?:binding|final)\b/i.test(text)))
  ) {
    const actors = actorsAt(passage, span.start + passive.index + passive[0].length, span.end);
    if (actors !== null)
      return [determination(passage, span, actors.value, passive.groups?.["modal"] ?? "shall", text)];
  }
  const referred = /\b(?:final|binding)\b/.test(text) ? lastWord.exec(text) : null;
  const judge = /\bwh(?:o|ich) (?:shall|will|must)\b/.test(text) && breachWords.test(text) ? judged.exec(text) : null;
  if (judge !== null) {
    const at = span.start + text.indexOf(judge.groups?.["who"] ?? "", judge.index);
    const actors = actorsAt(passage, at, span.end);
    const after = { start: at, end: span.end };
    if (actors !== null)
      return [determination(passage, after, actors.value, "shall", passage.text.slice(at, span.end))];
  }
  const isOfMeaning =
    /\binterpretation\b/i.test(text) &&
    !/\b(?:application|implementation|compliance|performance|arising)\b/i.test(text) &&
    !breachWords.test(text);
  if (referred !== null && !isOfMeaning) {
    const at = span.start + text.indexOf(referred.groups?.["who"] ?? "", referred.index);
    const actors = actorsAt(passage, at, span.end);
    const after = { start: at, end: span.end };
    if (actors !== null)
      return [determination(passage, after, actors.value, "shall", passage.text.slice(at, span.end))];
  }
  const ruling =
    /^(?:the )?(?<who>\p{Lu}[^,;]{2,70}?) (?:will|shall) (?:take|make|issue|give) an? (?:decision|ruling|determination) which (?:will|shall) be (?:legally |final and )?binding/iu.exec(
      text,
    );
  const ruler = ruling?.groups?.["who"] ?? "";
  if (ruling !== null && isActor(ruler)) return [determination(passage, span, namesIn(ruler), "shall", text)];
  const bound = binding.exec(text);
  const who = bound?.groups?.["who"] ?? "";
  if (bound !== null && isActor(who) && breachWords.test(text))
    return [determination(passage, span, namesIn(who), "shall", text)];

  return [];
}

/** "determine whether a Party has breached …", "find a violation", "decide each allegation of breach". */
function isFinding(words: string, what: string): boolean {
  if (asksWhether(what)) return true;
  const object = what.replace(/\b(?:after|upon|when|following|if|in case of|in the event of)\b.*$/i, "");
  if (
    breachWords.test(object) &&
    !/^\s*(?:the )?(?:measures?|sanctions?|consequences?|modalities|procedures?|response)/i.test(object)
  )
    return true;

  return /\bsettle|resolve/i.test(words) && /\bdisputes?\b/i.test(object) && /\bbinding|final\b/i.test(what);
}

/** "Should a Party fail to comply …, the Commission shall so find": what is found stands in the condition. */
function isSoFound(text: string, active: RegExpExecArray): boolean {
  return (
    /\bso (?:determine|find|decide|establish|rule|conclude)\b/i.test(active[0]) &&
    breachWords.test(text.slice(0, active.index))
  );
}

/** "whether a Party has breached …", a time before it or not. */
function asksWhether(what: string): boolean {
  const asked =
    /^\s*,?\s*(?:(?:within|no later than|not later than|promptly|without delay)\b[^;]{0,120}?)?\bwhether\b/i;

  return asked.test(what) && (breachWords.test(what) || complianceWords.test(what));
}

function subjectOf(text: string, at: number): readonly string[] | null {
  const clause =
    text
      .slice(0, at)
      .split(/[;:]|,\s+(?=(?:the|a|an|each|any) )|\bthat\s+(?=the )/i)
      .at(-1) ?? "";
  const words = clause
    .replace(/\s*\([^)]*\)\s*/g, " ")
    .replace(/,.*$/s, "")
    .trim();
  if (/^(?:it|they)$/i.test(words)) return [words];

  return isActor(words) ? namesIn(words) : null;
}

function determination(
  passage: Passage,
  span: Span,
  by: readonly string[],
  modal: string,
  text: string,
): StatementKind {
  const main = text.replace(/\b(?:if|where|after) (?:it|the [^,]{2,40}?) (?:receives?|has received)\b.*$/i, "");
  const appeal = /\b(?:appeal(?:ed)? (?:to|before)|subject to appeal to) (?=\p{L})/iu.exec(text);
  const appealTo = appeal === null ? null : actorsAt(passage, span.start + appeal.index + appeal[0].length, span.end);
  const spans = anchorsOf(passage, span.start, span.end);

  return {
    kind: "determination",
    value: {
      label: passage.provision.label,
      by,
      bound: /^(?:shall|will|must|is to|are to)$/i.test(modal),
      within: durationIn(passage, span.start, span.start + Math.max(main.length, text.length)),
      onSilence: unresolved(...spans),
      appealTo:
        appealTo === null
          ? unresolved()
          : {
              kind: "stated",
              value: appealTo.value,
              spans: anchorsOf(passage, appealTo.span.start, appealTo.span.end),
            },
    },
    covers: referencesIn(text.replace(clockSource, "")),
  };
}

/** "within seven days of a report under Article 3": the provision says where the report comes from, not what is judged. */
const clockSource =
  /\b(?:within|no later than|not later than|after|upon|following|on)\b[^,;.]{0,60}?\b(?:reports?|requests?|complaints?|notifications?|referrals?|certifications?) (?:[^,;.]{0,30}? )?(?:under|pursuant to|referred to in|in accordance with) (?:Articles?|paragraphs?|points?|Sections?) [\w.()]+/giu;

/** Labels of this text's provisions that a sentence refers to, as written; empty where it names none or the whole. */
export function referencesIn(text: string): readonly string[] {
  const literal =
    /\b(?:Articles?|Points?|Paragraphs?|Sections?|articles?|points?|paragraphs?|sections?)\s+((?:\d[\w.]*(?:\(\w+\))*|[IVX]{1,5})(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|to)\s+|\s*[-–]\s*)(?:\d[\w.]*(?:\(\w+\))*|[IVX]{1,5}\b))*)|\b(?:under|in|of|by|and|with) (\d{1,3}\.\d[\w.]*)/g;
  const parts = [...text.matchAll(/\b(?:Part|Chapter|Title) (?:[IVX]{1,6}|\d{1,3}|[A-Z])\b/g)].map((match) => match[0]);
  const numbered = [...text.matchAll(literal)].flatMap((match) =>
    withRanges(match[1] ?? match[2] ?? "")
      .split(/\s*,\s*(?:and\s+)?|\s+(?:and|or|to)\s+|\s*[-–]\s*/)
      .map((label) => label.replace(/\.$/, ""))
      .filter((label) => label !== ""),
  );

  return [...parts, ...numbered];
}

/** "2 to 5", "1.2 to 1.4": every number between, where the ends differ in their last number only. */
function withRanges(words: string): string {
  return words.replace(
    /((?:\d+\.)*)(\d{1,3})(?:\s+to\s+|\s*[-–]\s*)((?:\d+\.)*)(\d{1,3})(?![\d.(])/g,
    (all, head: string, from: string, other: string, to: string) => {
      const count = Number(to) - Number(from);
      if (head !== other || count < 1 || count > longestRange) return all;

      return Array.from({ length: count + 1 }, (_, at) => `${head}${Number(from) + at}`).join(", ");
    },
  );
}

const longestRange = 60;

const returning =
  /\b(?:measures?|sanctions?|relief|restrictions?|embargo|suspension)\b[^.;]{0,120}?\b(?:are|is|shall be|will be|return|returns|resume|resumes|come back|re-?enter)\b[^.;]{0,40}?\b(?:again|reinstated|re-?imposed|restored|re-?applied|applied again|imposed again|resumed|by default|into force|revived|return|returns)?/i;
const lifted =
  /\b(?:that (?:have|has|had) been (?:lifted|suspended|released|eased)|lifted|once lifted|after (?:they|it) (?:have|has) been lifted|lifting)\b/i;

/** What brings a lifted measure back: a decision, or nothing more. */
function reinstatements(text: string): readonly StatementKind[] {
  if (!returning.test(text) || !lifted.test(text)) return [];
  if (/\b(?:if|where|in case of|upon) (?:the )?[^,]{0,60}?(?:determines?|finds?)\b/i.test(text)) return [];
  const needsDecision =
    /\bonly\b[^.;]*\b(?:decides?|decision|agree|agrees|vote|votes|consent|consensus|approv)/i.test(text) ||
    /\b(?:requires?|subject to) (?:a )?(?:new |fresh |further )?(?:decision|vote|agreement)\b/i.test(text);
  if (
    !needsDecision &&
    !/\b(?:automatic(?:ally)?|by default|without (?:a )?(?:further|new|any) (?:decision|vote))\b/i.test(text)
  )
    return [];
  const by = /\bonly if (?:the )?([^,.;]{2,60}?) (?:so )?(?:decides?|agrees?|votes?)/i.exec(text)?.[1] ?? "";

  return [{ kind: "reinstatement", needsDecision, by: isActor(by) ? namesIn(by) : [] }];
}

const automaticCue =
  /\b(?:automatically|by default|without (?:a |any )?(?:further|new|additional) (?:decision|vote|act)|ipso facto|snap back)\b/i;
const leadCondition =
  /^(?<lead>(?:if|where|when|upon|in (?:the )?(?:case|event)s? (?:of|that|where)|should|as soon as|once|after)\b[^,]*(?:,[^,]*?)??),\s+(?<main>.+)$/is;

/** A present-tense answer without an actor: "the measures return automatically". */
function automatic(passage: Passage, span: Span, text: string): readonly StatementKind[] {
  const match = leadCondition.exec(text);
  const lead = match?.groups?.["lead"] ?? "";
  const main = match?.groups?.["main"] ?? "";
  if (match === null || !breachWords.test(lead) || /\b(?:shall|may|must|will|should)\b/i.test(main)) return [];
  const verb =
    /\b(?:is|are) (?:(?:automatically|immediately|hereby|then) )*(?<passive>\p{L}+ed|\p{L}+en)\b|\b(?<active>return|returns|resume|resumes|lapse|lapses|revert|reverts|apply|applies|terminates?|ends?|ceases?|snaps? back)\b/iu.exec(
      main,
    );
  if (verb === null) return [];
  const form = (verb.groups?.["passive"] ?? verb.groups?.["active"] ?? "").toLowerCase();
  const base = verbOf(form)?.base ?? form;
  const by = actorAfterBy(main);
  const isAutomatic =
    !byPhrase.test(main) &&
    (automaticCue.test(main) || verb.groups?.["active"] !== undefined || verb.groups?.["passive"] !== undefined);
  const answer = answerWithoutModal(passage, span, {
    by: by ?? (isAutomatic ? "automatic" : null),
    kind: consequenceKind(base, designationOf(main.slice(0, verb.index))),
    says: main.replace(/[.\s]+$/, ""),
  });

  return [
    {
      kind: "consequence",
      value: answer,
      covers: referencesIn(text),
      onDetermination: /\b(?:determin|finds?|found|establish|decid|rul)/i.test(lead),
      afterVerb: null,
    },
  ];
}

const byPhrase = /\bby (?:the )?(\p{Lu}[^,.;]{1,60})/u;

/** Who acts in a passive clause, `null` where it names no actor. */
function actorAfterBy(words: string): readonly string[] | null {
  const by = byPhrase.exec(words)?.[1] ?? "";

  return isActor(by) ? namesIn(by) : null;
}

/** An answer that the sentence states as a fact: it is owed, and what the sentence does not say is open. */
function answerWithoutModal(
  passage: Passage,
  span: Span,
  { by, kind, says }: { by: readonly string[] | "automatic" | null; kind: ConsequenceKind; says: string },
): Consequence {
  const spans = anchorsOf(passage, span.start, span.end);

  return {
    label: passage.provision.label,
    spans,
    by: by === null ? unresolved(...spans) : { kind: "stated", value: by, spans },
    kind,
    says,
    requires: [],
    needsConsentOf: unresolved(),
    within: durationIn(passage, span.start, span.end),
    bound: true,
    cost: { kind: "proposed", value: usualCost(kind), spans, rule: "usual-cost" },
    reinstatement: "default",
    unless: unlessIn(passage, span),
    until: unresolved(),
    addressee: unresolved(),
  };
}

const liability =
  /^(?:any|each|every|a|the) (?:party|side|signatory|state|actor|group)\b[^,;]{0,200}?\b(?:shall|will) be (?:held )?(?:liable|subject) to (?<what>[^.;]{3,160})/i;

/** "Any side that violates this Agreement shall be liable to sanctions": measures that nobody is named to take. */
function liable(passage: Passage, span: Span, text: string): readonly StatementKind[] {
  const match = liability.exec(text);
  const what = (match?.groups?.["what"] ?? "").trim();
  if (match === null || !breachWords.test(match[0].slice(0, match[0].length - what.length))) return [];
  const answer = answerWithoutModal(passage, span, {
    by: actorAfterBy(what),
    kind: consequenceKind("impose", what),
    says: `impose ${what}`,
  });

  return [{ kind: "consequence", value: answer, covers: referencesIn(text), onDetermination: false, afterVerb: null }];
}

/** "unless X decides otherwise". */
export function unlessIn(passage: Passage, span: Span): Consequence["unless"] {
  const text = passage.text.slice(span.start, span.end);
  const match =
    /\bunless (?:the )?(?<who>[^,.;]{2,80}?) (?:decides?|determines?|agrees?|votes?|resolves?)(?: otherwise| not to| against| by (?:consensus|majority)[^,.;]*)?/i.exec(
      text,
    );
  const who = match?.groups?.["who"] ?? "";
  if (match === null || !isActor(who)) return unresolved();

  return {
    kind: "stated",
    value: designationOf(who),
    spans: anchorsOf(passage, span.start + match.index, span.start + match.index + match[0].length),
  };
}

function guarantors(text: string): readonly StatementKind[] {
  if (!/guarantor/i.test(text)) return [];
  const match =
    /^(?<who>[^;]{2,200}?) (?:is|are|shall be|shall act as|acts? as|stands? as|serve as|shall serve as) (?:the )?(?<title>(?:\p{L}+ )?guarantors?|guarantor powers?|guarantor states?)\b(?! for (?:the )?(?:return|release|withdrawal))/iu.exec(
      text,
    ) ??
    /^The (?<title>(?:\p{L}+ )?(?:guarantors?|guarantor powers|guarantor states))(?: of [^,;.]{3,60}?)? (?:is|are|shall be) (?<who>(?:the )?\p{Lu}[^;.]{1,200})/iu.exec(
      text,
    );
  const who = sharedHead((match?.groups?.["who"] ?? "").replace(/^(?:the )?guarantors?\b.*$/i, ""));
  const title = match?.groups?.["title"] ?? "";
  if (match === null || who === "" || !(isActor(who) || namesIn(who).length > 1)) return [];

  return [{ kind: "guarantor", names: namesIn(who), title }];
}

/** "The States of Ordu and Penza" are Ordu and Penza. */
function sharedHead(words: string): string {
  return words.replace(
    /^(?:the )?(?:states|republics|kingdoms|countries) of (?=\p{Lu}[^,]*(?:,| and )\s*\p{Lu})/iu,
    "",
  );
}

const guaranteeing =
  /\b(?<modal>(?:shall|will|may|hereby) )?(?<verb>guarantees?|stands? (?:as )?guarantors? (?:for|of)|underwrites?)\b/i;

function guarantees(passage: Passage, span: Span, text: string): readonly StatementKind[] {
  const match = guaranteeing.exec(text);
  if (match === null || guarantors(text).length > 0) return [];
  const subject =
    text
      .slice(0, match.index)
      .split(/;|,\s+(?=the )/i)
      .at(-1)
      ?.trim() ?? "";
  const modal = (match.groups?.["modal"] ?? "").trim().toLowerCase();
  if (!isActor(subject) || /\b(?:security|constitutional|of|such|following|these|no|legal)\s*$/i.test(subject))
    return [];
  const what = text.slice(match.index + match[0].length);
  if (
    !/\b(?:this|implementation|compliance|performance|observance|execution|agreement|accord|framework|protocol|treaty|Article|point|paragraph|\d+\.\d+|withdrawal|release|return|ceasefire|withdrawals|borders?|security of (?:the )?Part|respect for)\b/i.test(
      what,
    )
  )
    return [];
  const until = /\b(?:until|for a period of|for) (?=\p{L}|\d)/iu.exec(what);
  const spans = anchorsOf(passage, span.start, span.end);
  const at = span.start + match.index + match[0].length + (until?.index ?? 0);

  return [
    {
      kind: "guarantee",
      guarantor: {
        kind: "stated",
        value: namesIn(subject),
        spans: anchorsOf(
          passage,
          span.start + text.indexOf(subject),
          span.start + text.indexOf(subject) + subject.length,
        ),
      },
      covers: referencesIn(what),
      noun: what.replace(/^\s*(?:the |that )?/i, "").replace(/[.,;].*$/s, ""),
      bound: modal !== "may",
      expires:
        until === null || !/^until/i.test(until[0])
          ? unresolved()
          : {
              kind: "stated",
              value: {
                event: { kind: "fact", words: what.slice(until.index + 6).replace(/[.,;].*$/s, "") },
                point: unresolved(...anchorsOf(passage, at, span.end)),
              },
              spans,
            },
    },
  ];
}
