import type { Span } from "../../text/index.ts";
import type { Passage } from "./passage.ts";
import type { Statement } from "./statements.ts";

export function bodyStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  void passage;
  void span;
  void sentence;
  return [];
}
