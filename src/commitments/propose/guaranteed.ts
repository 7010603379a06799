import { framesOfAct } from "./act-frame.ts";
import { isActor } from "./actor-names.ts";
import type { Clause } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";

const promisedThing =
  /^\s*(?:(?:the|their|its|all|each|every|full|safe|free|unimpeded|unhindered) ){0,3}(?:(?:personal|physical|unhindered|free|safe) )?(?:safety|security|protection|access|movement|passage|return|rights?|freedoms?|immunity|supply|delivery|inviolability|integrity|respect|treatment|participation|continuity)\b/i;

/** "Both Parties guarantee the safety of …": who promises a state of things owes it for as long as it is promised. */
export function guaranteed(passage: Passage, clause: Clause, sentence: number, says: string): readonly Frame[] {
  const subject = passage.text.slice(clause.subject.start, clause.subject.end);
  const predicate = passage.text.slice(clause.predicate.start, clause.predicate.end);
  if (!/^guarantees?$/i.test(clause.modal.words) || !isActor(subject) || !promisedThing.test(predicate)) return [];
  const spans = anchorsOf(passage, clause.modal.start, clause.modal.end);

  return framesOfAct(passage, {
    head: "modal",
    sentence,
    says,
    span: { start: clause.subject.start, end: clause.predicate.end },
    bearer: {
      kind: "stated",
      value: namesIn(subject),
      spans: anchorsOf(passage, clause.subject.start, clause.subject.end),
    },
    bearerWords: subject,
    subject: "",
    modality: { kind: "proposed", value: "obligation", spans, rule: "present-guarantee" },
    strength: { kind: "stated", value: "none", spans },
    base: "guarantee",
    class: "other",
    mode: "maintain",
    rest: clause.predicate,
    object: null,
    adjuncts: clause.lead.end > clause.lead.start ? [{ span: clause.lead, isLead: true }] : [],
  });
}
