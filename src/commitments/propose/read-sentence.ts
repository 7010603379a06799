import type { Span } from "../../text/index.ts";
import { verbOf } from "../verbs.ts";
import { isActor } from "./actor-names.ts";
import { framesOfClause } from "./clause-frames.ts";
import { banFrames } from "./ban-heads.ts";
import { clausesIn } from "./clauses.ts";
import { declaredState } from "./declared-state.ts";
import type { Frame } from "./frame.ts";
import { readHeads } from "./heads.ts";
import type { Passage } from "./passage.ts";
import { responsibilities } from "./responsibility.ts";
import { wordsIn } from "./words.ts";

/** A frame remembers the opening of its sentence only: nothing that is asked of it later stands further on. */
const longestSaid = 1200;

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
  if (frames.length === 0 && /^\W*(?:it|there) (?:is|are|shall be)\b/i.test(says))
    frames.push(...(banFrames(passage, span, { sentence, says }) ?? []));
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

/** "If C, A shall … and B shall …", "Upon E, A shall … and B shall …": what opens the sentence holds for both. */
function isSharedLead(passage: Passage, lead: Span): boolean {
  return /^\W*(?:and |but )?(?:if|where|when|whenever|once|should|upon|after|following|in (?:the )?(?:event|case|absence)|failing|unless|until|as soon as|immediately (?:upon|after))\b/i.test(
    passage.text.slice(lead.start, lead.end),
  );
}
