import type { Modal, Span } from "../../text/index.ts";
import type { ActionClass, Commitment, Modality, Strength } from "../commitment.ts";
import { unresolved, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { framesOfAct, type ActOutline } from "./act-frame.ts";
import { collectiveOf, designationOf, isActor, isPersons, thingOf } from "./actor-names.ts";
import { clausesIn, type Clause } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import { readHeads } from "./heads.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { headNoun } from "./event-words.ts";
import { wordsIn } from "./words.ts";
import { responsibilities } from "./responsibility.ts";
import { actsIn, agentOf, baseOf, classOf, type Act } from "./predicate.ts";

/** A frame remembers the opening of its sentence only: nothing that is asked of it later stands further on. */
const longestSaid = 1200;

/** What the modal of a clause makes of its act. */
type Force = { readonly modality: Modality; readonly strength: Strength };

/**
 * The frames of one sentence, in the order of its words: modal heads first, then, where the sentence has none, the
 * verbs and nouns that lists of measures begin with. Statements and definitions give none.
 */
export function framesOfSentence(passage: Passage, span: Span, sentence: number): readonly Frame[] {
  const from = Math.max(span.start, passage.lead);
  const says = passage.text.slice(from, Math.min(span.end, from + longestSaid));
  if (isRecital(passage, says)) return [];
  const clauses = clausesIn(passage, span.start, span.end);
  let subject: Span | null = null;
  let shared: Span | null = null;
  let before = span.start;
  const frames: Frame[] = [...declaredState(passage, span, sentence, says)];
  const declared = frames.length;
  for (const clause of clauses) {
    const isTaken = clause.subject.end <= clause.subject.start;
    const words = passage.text.slice(clause.subject.start, clause.subject.end);
    const own = isTaken ? (subject ?? leadingSubject(passage, span)) : clause.subject;
    if (!isTaken || subject === null) subject = clause.subject;
    const seam = passage.text.slice(before, clause.modal.start);
    if (clause.lead.end > clause.lead.start) shared = isSharedLead(passage, clause.lead) ? clause.lead : null;
    else if (/;|\bfailing (?:which|that)\b|\bexcept\b/i.test(seam)) shared = null;
    before = clause.modal.end;
    frames.push(
      ...framesOfClause(
        passage,
        { ...clause, subject: own ?? clause.subject },
        span,
        sentence,
        says,
        frames.length > declared,
        words,
        clause.lead.end > clause.lead.start ? null : shared,
      ),
    );
  }
  if (frames.length === 0 && clauses.length === 0) frames.push(...responsibilities(passage, span, sentence, says));
  if (
    frames.length === 0 &&
    clauses.every(
      ({ modal }) =>
        modal.class === "declaration" ||
        modal.class === "recommendation" ||
        modal.class === "guarantee" ||
        modal.class === "constitutive",
    )
  )
    frames.push(...readHeads(passage, span, sentence, says));

  return frames;
}

const declaring =
  /^(?<who>[^,;]{2,160}?) (?:hereby |jointly |solemnly )*(?:declares?|proclaims?|announces?) (?:an? |the )?(?:[\p{L}-]+ (?:and )?){0,5}?(?<noun>ceasefire|cease-fire|cessation|truce|armistice|moratorium)\b(?: of)?/iu;

/** "The Parties declare a permanent cessation of hostilities": to declare the state is to owe it. */
function declaredState(passage: Passage, span: Span, sentence: number, says: string): readonly Frame[] {
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

/** Who stands at the head of a sentence, before its first verb: "The Parties declare … and undertake to …". */
function leadingSubject(passage: Passage, span: Span): Span | null {
  const words = wordsIn(passage.text, Math.max(span.start, 0), span.end);
  const verb = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^\p{Ll}/u.test(word.text) &&
      verbOf(word.lower) !== null &&
      !/^(?:the|an?|of|and)$/.test(words[index - 1]!.lower),
  );
  const first = words[0];
  const last = words[verb - 1];
  if (first === undefined || last === undefined || verb < 1) return null;
  const subject = { start: first.start, end: last.end };

  return isActor(passage.text.slice(subject.start, subject.end)) ? subject : null;
}

/** A preamble recites; only a full sentence with a binding modal promises there. */
function isRecital(passage: Passage, says: string): boolean {
  if (passage.part !== "preamble") return false;
  if (!/\b(?:shall|must|undertakes? to|undertake to)\b/.test(says)) return true;

  return /^(?:\W*)(?:having|whereas|recalling|recognising|recognizing|noting|desiring|considering|convinced|reaffirming|mindful|conscious|determined|acknowledging|committed|bearing|guided|welcoming|deeply|aware|affirming|stressing|emphasi[sz]ing|seeking|wishing|\p{L}+ing )\b/iu.test(
    says,
  );
}

function forceOf(modal: Modal): Force | null {
  const words = modal.words.toLowerCase();
  switch (modal.class) {
    case "obligation":
      return { modality: "obligation", strength: "shall" };
    case "prohibition":
      return {
        modality: "prohibition",
        strength: /^will\b/.test(words)
          ? "will"
          : /^(?:may|cannot)\b|вправе|мож|peu|права/.test(words)
            ? "may"
            : "shall",
      };
    case "prediction":
      return { modality: "obligation", strength: "will" };
    case "recommendation":
      return { modality: "declaration", strength: "should" };
    case "permission":
      return { modality: "permission", strength: /\bshall\b/.test(words) ? "shall" : "may" };
    case "effort":
      return { modality: "best-effort", strength: "none" };
    default:
      return null;
  }
}

/** Subjects about the text itself: what follows defines, it promises nothing. */
const textSubject =
  /^(?:(?:the|this|these|those|any|all|each|present|said|such|no|nothing|none|provisions?|terms|annex(?:es)?|article|articles|paragraph|section|of|in|to) ){0,8}(?:agreement|accord|protocol|memorandum|treaty|document|framework|text|annex(?:es)?|article|articles|provisions?|paragraphs?|section|term|terms|word|words|expression|definitions?|nothing|none|purpose|aim|objective|goal|title|language|languages|appendix|appendices|declaration|statement|period|copy|copies)\b/i;
const definingVerb =
  /^(?:enter|apply|prevail|remain|govern|form|mean|include|consist|comprise|contain|constitute|become|take|come|cover|construe|interpret|read|call|know|annex|define|understand|compose|base|head|chair|deem|consider|regard|attach|prejudice|affect|expire|cease|lapse|supersede|replace|register|extend|have|represent|count|run|calculate|refer|imply|alter|preclude|limit|require|entail|result|bring|serve|be responsible for|be free|be able)$/;
const compositionVerb = /^(?:consist|comprise|compose|include|chaire?|co-chaire?|head|base|locate|number|have)$/;
/** Verbs that say when an act named before begins, lasts or is complete. */
const schedulingVerb =
  /^(?:start|begin|commence|complete|finish|finali[sz]e|conclude|end|last|take|occur|proceed|carry out|implement|effect|conduct|continue|resume|launch|initiate|undertake|execute|perform|accomplish|take place|proceed)$/;

function framesOfClause(
  passage: Passage,
  clause: Clause,
  sentence: Span,
  number: number,
  says: string,
  isLater: boolean,
  written: string,
  shared: Span | null,
): readonly Frame[] {
  const force = forceOf(clause.modal);
  if (force === null) return [];
  const subject = passage.text.slice(clause.subject.start, clause.subject.end);
  if (
    clause.modal.class === "recommendation" &&
    /^(?:call|urge|encourage|request|invite|recommend|demand)/i.test(clause.modal.words)
  )
    return [];
  if (/^\W*(?:nothing|none of the provisions|no provision)\b/i.test(subject)) return [];
  if (
    /\b(?:is|are) (?:strictly |hereby )?(?:prohibited|forbidden|banned)|(?:shall be|remains?) (?:strictly )?(?:prohibited|forbidden|banned)/i.test(
      clause.modal.words,
    )
  )
    return prohibited(passage, clause, number, says, force);
  if (/(?:refrain|abstain|desist)s? from$/i.test(clause.modal.words))
    return abstained(passage, clause, number, says, force);
  if (
    /(?:entitled|right|authority|competence) to$/i.test(clause.modal.words) &&
    !beginsWithVerb(passage, clause.predicate)
  )
    return [];
  const found = intoForce(passage, clause, subject) ?? actsIn(passage, clause.predicate, subject);
  const acts = found.length > 0 ? found : nounAct(passage, clause.predicate);
  const lead =
    isLater && clause.lead.start <= sentence.start ? { start: sentence.start, end: sentence.start } : clause.lead;

  return acts.flatMap((act, index) => {
    const start =
      index === 0
        ? Math.min(written === "" ? clause.modal.start : clause.subject.start, clause.modal.start)
        : act.range.start;
    const outline = outlineOf(passage, clause, act, subject, force, number, says, {
      start: index === 0 ? spanStart(lead, start) : start,
      end: act.range.end,
    });
    if (outline === null) return [];
    const between = { start: clause.modal.end, end: index === 0 ? act.verb.start : clause.modal.end };
    const isTold =
      clause.insert !== null &&
      /^[,\s]*(?:which|who|whose|whom)\b/i.test(passage.text.slice(clause.insert.start, clause.insert.end));
    const insert = clause.insert === null || isTold || index > 0 ? [] : [{ span: clause.insert, isLead: true }];
    const adjuncts = [
      ...(lead.end > lead.start ? [{ span: lead, isLead: true }] : []),
      ...(shared === null ? [] : [{ span: shared, isLead: true }]),
      ...insert,
      ...(act.lead === null ? [] : [{ span: act.lead, isLead: true }]),
      ...(between.end > between.start ? [{ span: between, isLead: true }] : []),
    ];

    const ban =
      outline.class === "refrain" &&
      outline.object !== null &&
      outline.modality.kind === "stated" &&
      outline.modality.value === "prohibition" &&
      act.isPassive;

    return framesOfAct(passage, {
      ...outline,
      adjuncts: ban ? [...adjuncts, { span: clause.subject, isLead: false }] : adjuncts,
    });
  });
}

function spanStart(lead: Span, subject: number): number {
  return lead.end > lead.start ? Math.min(lead.start, subject) : subject;
}

function outlineOf(
  passage: Passage,
  clause: Clause,
  act: Act,
  subject: string,
  force: Force,
  sentence: number,
  says: string,
  span: Span,
): Omit<ActOutline, "adjuncts"> | null {
  const isNone = /^\W*(?:no|neither|none of|no one|nobody)\b/i.test(subject);
  const actor = isActor(subject);
  if (isPassiveDecision(act, subject) || isLapse(act, subject, actor)) return null;
  const isBan =
    /\b(?:ban|prohibition|moratorium|embargo)\b/i.test(subject) &&
    /^(?:introduce|impose|establish|place|declare|be|put|apply|institute)$/.test(act.base);
  if (!actor && textSubject.test(subject) && (definingVerb.test(act.base) || act.isPassive)) return null;
  if (act.base === "be" && !actor) return null;
  if (act.base === "make up" && act.isPassive) return null;
  if (compositionVerb.test(act.base) && !(act.base === "have" && act.class === "admit-access")) return null;
  const begins = /^(?:begin|enter into force)$/.test(act.base);
  if (
    !actor &&
    !act.isPassive &&
    !begins &&
    /^(?:serve|aim|apply|constitute|form|mean|prevail|become|remain|come|enter|affect|prejudice|include|cover|allow|ensure|help|contribute|depend|require|entail|imply|expire|run|vest)$/.test(
      act.base,
    ) &&
    !/^\W*(?:it|they|these|this)\b/i.test(subject)
  )
    return null;
  const isScheduled = schedulingVerb.test(act.base) && verbOfNoun(headNoun(subject)) !== null;
  if (
    !actor &&
    force.strength === "will" &&
    !act.isPassive &&
    !isScheduled &&
    !begins &&
    !/^\W*(?:it|they)\b/i.test(subject)
  )
    return null;
  const modalOnly = force.modality === "permission";
  const agent = act.isPassive ? agentOf(passage, { start: act.verb.end, end: act.range.end }, act.verb.end) : null;
  if (modalOnly && !actor && !isNone && agent?.belongs !== true && !/^\W*(?:it|they)\b/i.test(subject)) return null;
  const owner = taskOwner(passage, clause);
  if (owner === null && /^(?:aim|purpose|objective|goal|function|role|task|mandate)s?\b/i.test(designationOf(subject)))
    return null;
  const where = act.isPassive
    ? anchorsOf(passage, act.verb.start, act.verb.end)
    : anchorsOf(passage, clause.subject.start, clause.subject.end);
  const bearer = owner ?? sameSentence(passage, clause, act, where) ?? bearerOf(passage, act, subject, agent, where);
  const isProhibition = isNone || isBan;
  const modality: Modality = isProhibition && force.modality !== "declaration" ? "prohibition" : modalityOf(force, act);
  const modalSpans = anchorsOf(passage, clause.modal.start, clause.modal.end);
  const happening = act.base === "take place" ? happeningOf(subject) : null;
  const banned = isBan ? bannedAct(subject, passage.text.slice(act.rest.start, act.rest.end)) : null;
  const reached =
    act.isPassive &&
    actor &&
    !isNone &&
    /^(?:grant|give|allow|permit|provide|afford|accord|guarantee|notify|inform|offer|pay)$/.test(act.base) &&
    (/^(?:notify|inform)$/.test(act.base) || act.rest.end > act.rest.start);
  const isLed = reached && agent?.belongs === true && agent.span.start - act.rest.start < 5;
  const isServed = !act.isPassive && /^(?:receive|enjoy|benefit)$/.test(act.base) && isPersons(subject) && !isNone;
  const intransitive = !actor && !act.isPassive && !/^\W*(?:it|they|he|she)\b/i.test(subject);

  return {
    head: force.strength === "should" ? "recommendation" : "modal",
    sentence,
    says,
    span,
    bearer: isBan || isServed ? unresolved(...where) : bearer,
    bearerWords: act.isPassive
      ? agent?.belongs === true
        ? passage.text.slice(agent.span.start, agent.span.end)
        : ""
      : subject,
    subject: subjectWords(subject, actor, act),
    modality: { kind: "stated", value: modality, spans: modalSpans },
    strength: { kind: "stated", value: force.strength, spans: modalSpans },
    base: banned?.base ?? happening?.base ?? act.base,
    class: happening !== null ? happening.class : isBan ? "refrain" : modality === "power" ? "other" : act.class,
    mode: modality === "prohibition" ? "maintain" : (happening?.mode ?? act.mode),
    rest: isLed ? { start: Math.min(agent.span.end, act.rest.end), end: act.rest.end } : act.rest,
    recipient: reached || isServed ? { span: clause.subject, value: namesIn(subject) } : undefined,
    object:
      owner !== null || reached
        ? null
        : (banned?.object ?? happening?.object ?? (act.isPassive || intransitive ? thingOf(subject) : null)),
  };
}

/** "The ceasefire enters into force on …", "takes effect": the act or the law that is named begins to hold. */
function intoForce(passage: Passage, clause: Clause, subject: string): readonly Act[] | null {
  const match = /^(?:enter into (?:force|effect)|come into (?:force|effect)|take effect|become effective)\b/i.exec(
    passage.text.slice(clause.predicate.start, clause.predicate.end),
  );
  if (match === null) return null;
  const head = headNoun(subject.split(/\s(?:on|for|concerning|regarding|governing)\s/)[0] ?? subject);
  const isLaw = /^(?:law|laws|legislation|constitution|amendments?|statute|decree|amnesty|budget)$/.test(head);
  const verb = verbOfNoun(head);
  if ((!isLaw && verb === null) || (!isLaw && textSubject.test(subject))) return null;
  const end = clause.predicate.start + match[0].length;

  return [
    {
      base: isLaw ? "enter into force" : "begin",
      verb: { start: clause.predicate.start, end },
      class: isLaw ? "legislate" : (verb?.class ?? "other"),
      mode: isLaw ? "achieve" : (verb?.mode ?? "achieve"),
      isPassive: false,
      lead: null,
      range: clause.predicate,
      rest: { start: end, end: clause.predicate.end },
    },
  ];
}

/** "are entitled to compensation" grants a thing, not an act of theirs. */
function beginsWithVerb(passage: Passage, predicate: Span): boolean {
  const [first, second] = wordsIn(passage.text, predicate.start, predicate.end).filter(
    ({ lower }) => !/ly$/.test(lower),
  );
  if (first === undefined) return false;
  const verb = verbOf(first.lower);
  if (verb !== null) return verb.base.split(" ")[0] === first.lower;

  return verbOfNoun(first.lower) === null && !(second === undefined || /^(?:of|for|and|in|from)$/.test(second.lower));
}

/** "If C, A shall … and B shall …", "Upon E, A shall … and B shall …": what opens the sentence holds for both. */
function isSharedLead(passage: Passage, lead: Span): boolean {
  return /^\W*(?:and |but )?(?:if|where|when|whenever|once|should|upon|after|following|in (?:the )?(?:event|case|absence)|failing|unless|until|as soon as|immediately (?:upon|after))\b/i.test(
    passage.text.slice(lead.start, lead.end),
  );
}

/** "Decisions shall be taken by consensus": how a body votes. */
function isPassiveDecision(act: Act, subject: string): boolean {
  return (
    act.isPassive &&
    /^(?:take|make|adopt|reach)$/.test(act.base) &&
    /^(?:all |its |their |the )*decisions?\b/i.test(subject.trim())
  );
}

/** What begins to hold, stands or lapses by itself is nobody's act. */
function isLapse(act: Act, subject: string, actor: boolean): boolean {
  if (act.isPassive || actor) return false;
  if (/^(?:enter|come)$/.test(act.base) && /^\W*it\W*$/i.test(subject)) return true;

  return /^(?:lapse|stand|last|suffice|precede|exist|elapse)$/.test(act.base);
}

/** "If the Committee finds …, it shall …": the subject of the clause before, in the same sentence. */
function sameSentence(
  passage: Passage,
  clause: Clause,
  act: Act,
  where: ReturnType<typeof anchorsOf>,
): Slot<readonly string[]> | null {
  const subject = passage.text.slice(clause.subject.start, clause.subject.end);
  if (act.isPassive || !/^\W*(?:it|they)\W*$/i.test(subject)) return null;
  const lead = passage.text.slice(clause.lead.start, clause.lead.end);
  const opener = /^\W*(?:if|when|whenever|where|once|should|after|in the event that|in case)\s+/i.exec(lead);
  if (opener === null) return null;
  const words = wordsIn(passage.text, clause.lead.start + opener[0].length, clause.lead.end);
  const verb = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^\p{Ll}/u.test(word.text) &&
      (verbOf(word.lower) !== null ||
        /^(?:is|are|has|have|does|do|fails?|finds?|becomes?|deems?|believes?|considers?|alleges?|suspects?|claims?|thinks?|receives?|learns?|wishes?|intends?)$/.test(
          word.lower,
        )),
  );
  const first = words[0];
  const last = words[verb - 1];
  if (first === undefined || last === undefined || verb < 1) return null;
  const name = passage.text.slice(first.start, last.end);
  if (!isActor(name)) return null;

  return {
    kind: "proposed",
    value: namesIn(name),
    spans: [...where, ...anchorsOf(passage, first.start, last.end)],
    rule: "subject-of-same-sentence",
  };
}

/** "undertakes the decommissioning of …", "commit themselves to the full implementation of …": the noun is the act. */
function nounAct(passage: Passage, predicate: Span): readonly Act[] {
  const words = wordsIn(passage.text, predicate.start, predicate.end);
  const at = words.findIndex(
    (word, index) =>
      index < 8 &&
      verbOfNoun(word.lower) !== null &&
      (words[index + 1] === undefined || /^(?:of|in|with|to|from|and|by|[,.;])$/.test(words[index + 1]!.lower)),
  );
  const noun = words[at];
  const isBroken = words
    .slice(0, Math.max(at, 0))
    .some((word) => /^(?:of|in|to|for|on|by|with|that|following)$/.test(word.lower));
  const verb = noun === undefined ? null : verbOfNoun(noun.lower);
  if (noun === undefined || verb === null || isBroken) return [];
  const start = words[at + 1]?.lower === "of" ? words[at + 1]!.end : noun.end;

  return [
    {
      base: verb.base,
      verb: { start: predicate.start, end: start },
      class: verb.class,
      mode: verb.mode,
      isPassive: false,
      lead: null,
      range: predicate,
      rest: { start, end: predicate.end },
    },
  ];
}

/** "The tasks of the Mission are to …", "Its mandate is to …": whose tasks they are. */
function taskOwner(passage: Passage, clause: Clause): Slot<readonly string[]> | null {
  const text = passage.text.slice(clause.subject.start, clause.subject.end);
  const match =
    /^(?:the )?(?:main |principal )?(?:tasks?|mandate|functions?|roles?|duties|duty|responsibilit(?:y|ies)) of (?=\p{L})/iu.exec(
      text,
    );
  if (match === null) return null;
  const start = clause.subject.start + match[0].length;
  const name = passage.text.slice(start, clause.subject.end);
  if (!isActor(name)) return null;

  return {
    kind: "proposed",
    value: namesIn(name),
    spans: anchorsOf(passage, start, clause.subject.end),
    rule: "tasks-of-body",
  };
}

/** A may that changes what others owe is a power. */
function modalityOf(force: Force, act: Act): Modality {
  if (
    force.modality === "permission" &&
    /^(?:suspend|terminate|call|decide|determine|resume|denounce|extend|waive|revoke|amend|cancel|lift|impose|reimpose)$/.test(
      act.base,
    )
  )
    return "power";
  if (act.base === "have") return "permission";
  if (force.modality === "obligation" && /^(?:refrain|abstain|desist|forgo)$/.test(act.base)) return "prohibition";
  if (force.modality === "obligation" && act.base === "avoid") return "obligation";

  return force.modality;
}

function bearerOf(
  passage: Passage,
  act: Act,
  subject: string,
  agent: { readonly span: Span; readonly belongs: boolean } | null,
  where: ReturnType<typeof anchorsOf>,
): Slot<readonly string[]> {
  if (act.isPassive) {
    if (agent === null || !agent.belongs) return unresolved(...where);

    return {
      kind: "stated",
      value: namesIn(passage.text.slice(agent.span.start, agent.span.end)),
      spans: anchorsOf(passage, agent.span.start, agent.span.end),
    };
  }
  if (!isActor(subject) || isMixed(subject)) return unresolved(...where);
  const names =
    collectiveOf(subject) === "none"
      ? [
          `each ${designationOf(subject)
            .replace(/^(?:no|neither)(?: of the)?\s+/i, "")
            .replace(/ies$/, "y")}`,
        ]
      : namesIn(subject);

  return { kind: "stated", value: names, spans: where };
}

/** A list that holds things beside persons ("formations, equipment and mercenaries") names nobody who acts. */
function isMixed(subject: string): boolean {
  return /\b(?:equipment|weapons|hardware|material|ammunition)\b/i.test(subject);
}

/** What a pronoun or an act that stands as subject says; empty where the subject is an actor. */
function subjectWords(subject: string, actor: boolean, act: Act): string {
  if (actor && !act.isPassive) return "";
  if (/^\W*(?:it|they|he|she|this|these|both)\W*$/i.test(subject)) return subject.trim();

  return schedulingVerb.test(act.base) ? subject.trim() : "";
}

/** "a ban on the use of weapons" forbids: use, weapons. */
function bannedAct(subject: string, rest: string): { readonly base: string; readonly object: string } {
  const match = /\b(?:ban|prohibition|moratorium|embargo)\b.*?\b(?:on|against) (?:the )?(.+)$/i.exec(subject);
  const after = /^(?:on|against|of) (?:the )?([^,;.]+)/i.exec(rest);

  return actInNoun(match?.[1] ?? after?.[1] ?? subject);
}

/** "use of all types of weapons" → use, all types of weapons. */
export function actInNoun(words: string): { readonly base: string; readonly object: string } {
  const parts = /^((?:\p{L}+ )?)(\p{L}[\p{L}-]*) (?:of|on|in|by) (.+)$/u.exec(words.trim());
  const verb = parts === null ? null : verbOfNoun(parts[2] ?? "");
  if (parts === null || verb === null) {
    const first = words.trim().split(/\s+/)[0] ?? "";
    const single = verbOfNoun(first) ?? gerundVerb(first);

    return single === null
      ? { base: "do", object: words.trim() }
      : { base: single.base, object: words.trim().split(/\s+/).slice(1).join(" ") };
  }

  return { base: verb.base, object: (parts[3] ?? "").replace(/[\s.,;]+$/, "") };
}

/** "Fishing …": a verb that the list does not know, told by its ending. */
function gerundVerb(word: string): { readonly base: string } | null {
  return /^\p{L}{3,}ing$/u.test(word) && !/^(?:everything|nothing|anything|meeting|building)$/i.test(word)
    ? { base: baseOf(word.toLowerCase()) }
    : null;
}

/** "The exchange of all prisoners shall take place": the act is the exchange. */
function happeningOf(subject: string): {
  readonly base: string;
  readonly object: string;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
} | null {
  const { base, object } = actInNoun(thingOf(subject));
  const verb = verbOfNoun(headNoun(subject));
  if (verb === null || verb.base !== base) return null;

  return { base, object, ...classOf(base, object, "") };
}

/** "shall refrain from moving …", "shall refrain from the use of …". */
function abstained(passage: Passage, clause: Clause, sentence: number, says: string, force: Force): readonly Frame[] {
  const subject = passage.text.slice(clause.subject.start, clause.subject.end);
  const where = anchorsOf(passage, clause.subject.start, clause.subject.end);
  const modalSpans = anchorsOf(passage, clause.modal.start, clause.modal.end);
  const gerund = /^(?:any |all )?(\p{L}+ing)\s+/iu.exec(
    passage.text.slice(clause.predicate.start, clause.predicate.end),
  );
  const verb = gerund === null ? null : verbOf(gerund[1] ?? "");
  const strength: Strength = /^will/i.test(clause.modal.words)
    ? "will"
    : /^should/i.test(clause.modal.words)
      ? "should"
      : force.strength;
  const actor = isActor(subject);

  return framesOfAct(passage, {
    head: strength === "should" ? "recommendation" : "modal",
    sentence,
    says,
    span: { start: Math.min(clause.lead.start, clause.subject.start), end: clause.predicate.end },
    bearer: actor ? { kind: "stated", value: namesIn(subject), spans: where } : unresolved(...where),
    bearerWords: actor ? subject : "",
    subject: actor ? "" : subject.trim(),
    modality: { kind: "stated", value: strength === "should" ? "declaration" : "prohibition", spans: modalSpans },
    strength: { kind: "stated", value: strength, spans: modalSpans },
    base: verb?.base ?? "refrain",
    class: "refrain",
    mode: "maintain",
    rest:
      verb === null
        ? clause.predicate
        : { start: clause.predicate.start + (gerund?.[0].length ?? 0), end: clause.predicate.end },
    object: null,
    adjuncts: clause.lead.end > clause.lead.start ? [{ span: clause.lead, isLead: true }] : [],
  });
}

/** "The use of mines is prohibited", "The Parties are prohibited from moving forces". */
function prohibited(passage: Passage, clause: Clause, sentence: number, says: string, force: Force): readonly Frame[] {
  const subject = passage.text.slice(clause.subject.start, clause.subject.end);
  const modalSpans = anchorsOf(passage, clause.modal.start, clause.modal.end);
  const where = anchorsOf(passage, clause.subject.start, clause.subject.end);
  const actor = isActor(subject);
  const tail = passage.text.slice(clause.predicate.start, clause.predicate.end);
  const infinitive = /^(?:from |to )?(\p{L}+)\s*/iu.exec(tail);
  const verb = infinitive === null ? null : verbOf(infinitive[1] ?? "");
  const fromVerb = (actor || /^\W*it\W*$/i.test(subject)) && verb !== null;
  const act = fromVerb ? { base: verb.base, object: null } : actInNoun(designationOf(subject) || subject);
  const rest = fromVerb
    ? { start: clause.predicate.start + (infinitive?.[0].length ?? 0), end: clause.predicate.end }
    : clause.predicate;

  return framesOfAct(passage, {
    head: "modal",
    sentence,
    says,
    span: { start: clause.subject.start, end: clause.predicate.end },
    bearer: actor && fromVerb ? { kind: "stated", value: namesIn(subject), spans: where } : unresolved(...where),
    bearerWords: actor ? subject : "",
    subject: "",
    modality: { kind: "stated", value: "prohibition", spans: modalSpans },
    strength: { kind: "stated", value: force.strength, spans: modalSpans },
    base: act.base,
    class: "refrain" satisfies ActionClass,
    mode: "maintain" satisfies Commitment["mode"],
    rest,
    object: act.object,
    adjuncts: clause.lead.end > clause.lead.start ? [{ span: clause.lead, isLead: true }] : [],
  });
}
