import type { Span } from "../../text/index.ts";
import { looksLikeTreatyEnglish } from "../treaty-english/parse.ts";
import type { Frame } from "./frame.ts";
import type { Passage } from "./passage.ts";
import { framesOfSentence } from "./read-sentence.ts";
import { sentencesOf } from "./sentences.ts";
import { readStatements, type Statement } from "./statements.ts";

/** What one passage proposes by itself, before anything is looked up elsewhere in the text. */
export type PassageReading = {
  readonly passage: Passage;
  readonly frames: readonly Frame[];
  readonly statements: readonly Statement[];
  /** Spans of its sentences in the passage. */
  readonly sentences: readonly Span[];
  /** Written in the controlled language: its own grammar reads it, these rules do not. */
  readonly isTreatyEnglish: boolean;
};

/** Reads one passage: O(length). Depends on nothing but the passage. */
export function readPassage(passage: Passage): PassageReading {
  const sentences = sentencesOf(passage.text);
  if (looksLikeTreatyEnglish(passage.text))
    return { passage, frames: [], statements: [], sentences, isTreatyEnglish: true };
  const statements = sentences.flatMap((span, number) => readStatements(passage, span, number));
  if (passage.part === "signatures")
    return {
      passage,
      frames: [],
      statements: statements.filter(({ says }) => says.kind === "authentic" || says.kind === "zone"),
      sentences,
      isTreatyEnglish: false,
    };
  const frames = sentences.flatMap((span, number) => {
    const silenced = statements.some((statement) => statement.sentence === number && statement.silences);
    if (silenced) return [];

    return framesOfSentence(passage, span, number).map((frame) => withBody(frame, statements));
  });

  return { passage, frames, statements, sentences, isTreatyEnglish: false };
}

const pronounOfBody = /^(?<means>for )?(?:it|its (?<own>costs?|expenses|staff|budget|secretariat))$/i;

/** "X shall pay for it", "If the Mission must leave, X shall replace it": what serves a body names the body. */
function withBody(frame: Frame, statements: readonly Statement[]): Frame {
  const match = pronounOfBody.exec(frame.action.object);
  if (match === null) return frame;
  const told = statements.filter(({ sentence }) => sentence === frame.sentence);
  const isMeans = told.some(
    ({ says }) => says.kind === "body" && (says.paidBy !== undefined || says.staffedBy !== undefined),
  );
  const left = told.flatMap(({ says }) =>
    says.kind === "body" && says.suspensionPlan !== undefined ? [says.body] : [],
  )[0];
  const before = statements.findLast(
    ({ says, sentence }) =>
      sentence < frame.sentence && says.kind === "body" && !/^(?:it|its|they|each)$/i.test(says.body),
  )?.says;
  const body = left ?? (isMeans && before?.kind === "body" ? before.body : undefined);
  if (body === undefined || /^(?:it|its|they|each)$/i.test(body)) return frame;
  const { means = "", own } = match.groups ?? {};
  const object = own === undefined ? `${means}${body}` : `${own} of ${body}`;

  return { ...frame, action: { ...frame.action, object } };
}
