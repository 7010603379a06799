import { hasModals, type Choices, type Draft, type Slip } from "../../text/index.ts";
import type { Reading } from "../reading.ts";
import { link } from "./link.ts";
import { passagesOf, type Passage } from "./passage.ts";
import { readPassage, type PassageReading } from "./read-passage.ts";

/** Remembers what single passages propose, so that an edit reads again only what it touched. Keys are opaque. */
export type ProposalMemo = Map<string, PassageReading>;

/**
 * What the rules propose under these choices, the first option standing where none is chosen: nothing is decided, no
 * slot is guessed, and each slot carries the words it came from.
 *
 * A language without a lexicon gives no commitments and a slip that says so. With a `memo` only passages that changed
 * are read again. O(size of the text). Law: proposing twice is proposing once.
 */
export function proposeReading(draft: Draft, choices: Choices = {}, memo: ProposalMemo = new Map()): Reading {
  const passages = passagesOf(draft, choices);
  const readable = passages.filter((passage) => hasModals(passage.language));
  const readings = readable.map((passage) => remembered(passage, memo));
  const linked = link(draft, choices, readings);

  return {
    reader: "proposed",
    kind: "proposed",
    language: draft.languages[0] ?? "und",
    textHash: null,
    declared: [],
    answerWithin: null,
    ...linked,
    slips: readable.length === 0 && passages.length > 0 ? [unknownLanguage(draft)] : [],
  };
}

function remembered(passage: Passage, memo: ProposalMemo): PassageReading {
  const key = keyOf(passage);
  let reading = memo.get(key);
  if (reading === undefined) {
    reading = readPassage(passage);
    memo.set(key, reading);
  }

  return reading;
}

/** Everything that a passage's reading depends on. */
function keyOf(passage: Passage): string {
  const { provision, text, runs, article, lead, language, listed, part } = passage;
  const references = provision.references.map((reference) => `${reference.literal}>${reference.target.kind}`);
  const places = runs.map((run) => `${run.at}:${run.provision}:${run.from}`);

  return [
    provision.id,
    provision.label,
    provision.kind,
    article,
    lead,
    language,
    listed,
    part,
    places,
    references,
    text,
  ].join("\n");
}

function unknownLanguage(draft: Draft): Slip {
  return {
    line: 1,
    column: 1,
    code: "language-unknown",
    says: `No commitments are proposed: there is no lexicon for the language "${draft.languages[0] ?? "und"}".`,
    provision: null,
    offset: 0,
    excerpt: "",
    repair: null,
  };
}
