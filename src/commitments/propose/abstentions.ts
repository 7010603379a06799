import type { ActionClass, Commitment, Strength } from "../commitment.ts";
import { unresolved } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { framesOfAct } from "./act-frame.ts";
import { designationOf, isActor } from "./actor-names.ts";
import type { Clause } from "./clauses.ts";
import type { Force } from "./force.ts";
import type { Frame } from "./frame.ts";
import { actInNoun } from "./noun-acts.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";

/** "shall refrain from moving …", "shall refrain from the use of …". */
export function abstained(
  passage: Passage,
  clause: Clause,
  sentence: number,
  says: string,
  force: Force,
): readonly Frame[] {
  const { subject, where, modalSpans, actor } = namedIn(passage, clause);
  const gerund = /^(?:any |all )?(\p{L}+ing)\s+/iu.exec(
    passage.text.slice(clause.predicate.start, clause.predicate.end),
  );
  const verb = gerund === null ? null : verbOf(gerund[1] ?? "");
  const strength: Strength = /^will/i.test(clause.modal.words)
    ? "will"
    : /^should/i.test(clause.modal.words)
      ? "should"
      : force.strength;

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

/** Who stands before the modal, whether that is an actor, and where both stand. */
function namedIn(passage: Passage, { subject: at, modal }: Clause) {
  const subject = passage.text.slice(at.start, at.end);

  return {
    subject,
    actor: isActor(subject),
    where: anchorsOf(passage, at.start, at.end),
    modalSpans: anchorsOf(passage, modal.start, modal.end),
  };
}

/** "The use of mines is prohibited", "The Parties are prohibited from moving forces". */
export function prohibited(
  passage: Passage,
  clause: Clause,
  sentence: number,
  says: string,
  force: Force,
): readonly Frame[] {
  const { subject, where, modalSpans, actor } = namedIn(passage, clause);
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
