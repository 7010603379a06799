import type { Span } from "../../text/index.ts";
import type { Frame } from "./frame.ts";
import { readStatements, type Statement } from "./statements.ts";
import type { Passage } from "./passage.ts";
import { framesOfSentence } from "./read-sentence.ts";
import { sentencesOf } from "./sentences.ts";

/** What one passage proposes by itself, before anything is looked up elsewhere in the text. */
export type PassageReading = {
  readonly passage: Passage;
  readonly frames: readonly Frame[];
  readonly statements: readonly Statement[];
  /** Spans of its sentences in the passage. */
  readonly sentences: readonly Span[];
};

/** Reads one passage: O(length). Depends on nothing but the passage. */
export function readPassage(passage: Passage): PassageReading {
  const sentences = sentencesOf(passage.text);
  const statements = sentences.flatMap((span, number) => readStatements(passage, span, number));
  const frames = sentences.flatMap((span, number) => {
    const own = statements.filter((statement) => statement.sentence === number && statement.silences);

    return own.length > 0 ? [] : framesOfSentence(passage, span, number);
  });

  return { passage, frames, statements, sentences };
}
