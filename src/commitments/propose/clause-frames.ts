import type { Span } from "../../text/index.ts";
import type { Modality, Strength } from "../commitment.ts";
import { unresolved, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { abstained, prohibited } from "./abstentions.ts";
import { framesOfAct } from "./act-frame.ts";
import type { ActOutline } from "./act-outline.ts";
import { designationOf, isActor, isPersons, thingOf } from "./actor-names.ts";
import { agentOf, pronounAgent } from "./agents.ts";
import { bearerOf, sameSentence, subjectWords, taskOwner } from "./clause-bearer.ts";
import type { Clause } from "./clauses.ts";
import { headNoun } from "./event-words.ts";
import { gappedIn } from "./gapped.ts";
import { guaranteed } from "./guaranteed.ts";
import { type Force, forceOf, modalityOf } from "./force.ts";
import type { Frame } from "./frame.ts";
import { bannedAct, happeningOf, nounAct } from "./noun-acts.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { type Act, actsIn } from "./predicate.ts";
import { withSharedTimes } from "./shared-times.ts";
import { compositionVerb, definingVerb, schedulingVerb, textSubject } from "./subject-words.ts";
import { wordsIn } from "./words.ts";

/** The frames of one main clause, one for each of its acts. */
export function framesOfClause(
  passage: Passage,
  clause: Clause,
  sentence: Span,
  number: number,
  says: string,
  isLater: boolean,
  written: string,
  shared: Span | null,
): readonly Frame[] {
  if (clause.modal.class === "guarantee") return guaranteed(passage, clause, number, says);
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

  const frames = acts.flatMap((act, index) => {
    const start =
      index === 0
        ? Math.min(written === "" ? clause.modal.start : clause.subject.start, clause.modal.start)
        : act.range.start;
    const isLifted = act.isFresh && force.modality === "prohibition" && /not to$/i.test(clause.modal.words);
    const own: Force = isLifted ? { ...force, modality: "obligation" } : force;
    const outline = outlineOf(passage, clause, act, subject, own, number, says, isLater, {
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

    const whole = {
      adjuncts: ban ? [...adjuncts, { span: clause.subject, isLead: false }] : adjuncts,
      ...outline,
    };
    const gapped = index === acts.length - 1 ? gappedIn(passage, act) : [];
    const [first] = gapped;
    if (first === undefined) return framesOfAct(passage, whole);
    const stop = Math.max(
      act.rest.start,
      first.thing.start -
        (/\W*(?:and\s+)?$/.exec(passage.text.slice(act.rest.start, first.thing.start))?.[0].length ?? 0),
    );
    const spoken = framesOfAct(passage, { ...whole, rest: { start: act.rest.start, end: stop } });

    return [...spoken, ...gapped.flatMap(({ thing, by }) => framesOfAct(passage, alike(passage, whole, thing, by)))];
  });

  return withSharedTimes(passage, acts, frames);
}

/** The same act done to another thing by somebody else. */
function alike(passage: Passage, act: ActOutline, thing: Span, by: Span): ActOutline {
  const who = passage.text.slice(by.start, by.end);

  return {
    ...act,
    span: { start: thing.start, end: by.end },
    bearer: { kind: "stated", value: namesIn(who), spans: anchorsOf(passage, by.start, by.end) },
    bearerWords: who,
    object: thingOf(passage.text.slice(thing.start, thing.end)),
    rest: { start: by.end, end: by.end },
  };
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
  isLater: boolean,
  span: Span,
): Omit<ActOutline, "adjuncts"> | null {
  const isNone = /^\W*(?:no|neither|none of|no one|nobody)\b/i.test(subject);
  const actor = isActor(subject);
  if (isPassiveDecision(act, subject) || isLapse(act, subject, actor)) return null;
  const isBan =
    /\b(?:ban|prohibition|moratorium|embargo)\b/i.test(subject) &&
    /^(?:introduce|impose|establish|place|declare|be|put|apply|institute)$/.test(act.base);
  if (!actor && force.strength === "will" && toldOnly.test(subject)) return null;
  if (!actor && textSubject.test(subject) && (definingVerb.test(act.base) || act.isPassive)) return null;
  if (act.base === "be" && !actor) return null;
  if (act.base === "make up" && act.isPassive) return null;
  if (compositionVerb.test(act.base) && !(act.base === "have" && act.class === "admit-access")) return null;
  const begins = /^(?:begin|enter into force)$/.test(act.base);
  if (
    !actor &&
    !isNone &&
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
  const stand = act.isPassive && !isNone ? pronounAgent(passage, act.rest) : null;
  if (
    modalOnly &&
    !actor &&
    !isNone &&
    stand === null &&
    agent?.belongs !== true &&
    !/^\W*(?:it|they)\b/i.test(subject)
  )
    return null;
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
  const isServed =
    !act.isPassive && /^(?:receive|enjoy|benefit)$/.test(act.base) && (isPersons(subject) || !actor) && !isNone;
  const intransitive = !actor && !isNone && !act.isPassive && !/^\W*(?:it|they|he|she)\b/i.test(subject);

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
    subject: stand === null || isLater || /\p{Lu}/u.test(subject.slice(1)) ? subjectWords(subject, actor, act) : stand,
    modality: { kind: "stated", value: modality, spans: modalSpans },
    strength: strengthOf(clause, force.strength, modalSpans),
    base: banned?.base ?? happening?.base ?? act.base,
    class:
      happening !== null
        ? happening.class
        : isBan
          ? "refrain"
          : modality === "power"
            ? "other"
            : isOwnReport(passage, clause, act)
              ? "verify"
              : act.class,
    mode: modality === "prohibition" || isOwnReport(passage, clause, act) ? "maintain" : (happening?.mode ?? act.mode),
    rest: isLed ? { start: Math.min(agent.span.end, act.rest.end), end: act.rest.end } : act.rest,
    recipient:
      reached || (isServed && isPersons(subject)) ? { span: clause.subject, value: namesIn(subject) } : undefined,
    object:
      owner !== null || reached || isServed
        ? null
        : (banned?.object ?? happening?.object ?? (act.isPassive || intransitive ? thingOf(subject) : null)),
  };
}

/** "Recognition that adaptation will be needed": what is foreseen, not promised. */
const toldOnly =
  /(?:^\W*|\b(?:recognition|fact|view|understanding|assumption|expectation|conviction|hope|principle) )that\s/i;

/** How strongly the modal binds; "shall/should" leaves it open, and the first of the two says what is asked. */
function strengthOf(clause: Clause, own: Strength, spans: ReturnType<typeof anchorsOf>): Slot<Strength> {
  const rival = clause.rival === null ? null : (forceOf(clause.rival)?.strength ?? null);
  if (rival === null || rival === own) return { kind: "stated", value: own, spans };

  return {
    kind: "ambiguous",
    alternatives: [
      { value: own, spans },
      { value: rival, spans },
    ],
    declared: "no",
  };
}

/** "Each Party shall itself report on …": it watches itself. */
function isOwnReport(passage: Passage, clause: Clause, act: Act): boolean {
  return (
    act.base === "report" &&
    !act.isPassive &&
    /\b(?:itself|themselves)\b/i.test(passage.text.slice(clause.modal.end, act.verb.start)) &&
    /^\s*(?:up)?on\b/i.test(passage.text.slice(act.rest.start, act.rest.end))
  );
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
      isFresh: false,
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
  if (act.isPassive && /^(?:relieve|absolve|excuse|exempt)$/.test(act.base)) return true;
  if (act.isPassive || actor) return false;
  if (/^(?:enter|come)$/.test(act.base) && /^\W*it\W*$/i.test(subject)) return true;

  if (/^\W*(?:the |any |each |every )?(?:failure|breach|violation|refusal|non-\w+)\b/i.test(subject)) return true;

  return /^(?:lapse|stand|last|suffice|precede|exist|elapse)$/.test(act.base);
}
