import type { Reading } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { parseReadingFile } from "../wire/index.ts";
import type { ReadingSource } from "./analysis.ts";
import { carriedOver, type Carried } from "./carried.ts";

/** A reading file over the words now: the reading and what its carrying left open, or why it could not be laid. */
export type Laid =
  | { readonly kind: "ok"; readonly value: Reading; readonly carried: Carried | null }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Lays a reading file over the text as opened and carries it to the words now. A file that does not fit the text as
 * opened is tried on the words now: somebody may have mended just that.
 */
export function laid(source: ReadingSource, original: Draft, draft: Draft): Laid {
  const first = parsed(source, original);
  if (draft === original) return first;
  if (first.kind === "refused") {
    const second = parsed(source, draft);
    return second.kind === "ok" ? second : first;
  }
  const { reading, carried } = carriedOver(first.value, original, draft);

  return { kind: "ok", value: reading, carried };
}

/** The last outcome of each file, so that an edit does not parse anew what it did not touch. */
const kept = new Map<string, { readonly source: string; readonly draft: Draft; readonly outcome: Laid }>();

function parsed({ name, source }: ReadingSource, draft: Draft): Laid {
  const before = kept.get(name);
  if (before?.source === source && before.draft === draft) return before.outcome;
  const read = parseReadingFile(source, name, draft);
  const outcome: Laid =
    read.kind === "ok"
      ? { kind: "ok", value: read.value, carried: null }
      : { kind: "refused", reason: `${name}:${read.line}:${read.column} ${read.reason}` };
  kept.set(name, { source, draft, outcome });

  return outcome;
}
