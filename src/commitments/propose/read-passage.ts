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

    return silenced ? [] : framesOfSentence(passage, span, number);
  });

  return { passage, frames, statements, sentences, isTreatyEnglish: false };
}
