import type { Span } from "../../text/index.ts";
import { type Slot, unresolved } from "../slot.ts";
import { verbOf } from "../verbs.ts";
import { collectiveOf, designationOf, isActor } from "./actor-names.ts";
import type { Clause } from "./clauses.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import type { Act } from "./predicate.ts";
import { schedulingVerb } from "./subject-words.ts";
import { wordsIn } from "./words.ts";

/** "If the Committee finds …, it shall …": the subject of the clause before, in the same sentence. */
export function sameSentence(
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

/** "The tasks of the Mission are to …", "Its mandate is to …": whose tasks they are. */
export function taskOwner(passage: Passage, clause: Clause): Slot<readonly string[]> | null {
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

/** Who does the act: the by-phrase of a passive, else the subject; never a guess. */
export function bearerOf(
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
export function subjectWords(subject: string, actor: boolean, act: Act): string {
  if (actor && !act.isPassive) return "";
  if (/^\W*(?:it|they|he|she|this|these|both)\W*$/i.test(subject)) return subject.trim();

  return schedulingVerb.test(act.base) ? subject.trim() : "";
}
