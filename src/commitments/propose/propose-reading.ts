import type { Seen } from "../../base/index.ts";
import { hasModals, type Choices, type Draft, type Slip } from "../../text/index.ts";
import type { Reading } from "../reading.ts";
import { link } from "./link.ts";
import { passagesOf, type Passage } from "./passage.ts";
import { readPassage, type PassageReading } from "./read-passage.ts";

/** What was proposed before, so that an edit reads again only what it touched, and what is the same is one object. */
export type ProposalMemo = {
  /** By everything that a passage's reading depends on. */
  readonly passages: Map<string, PassageReading>;
  /** The same by the passage itself, for one draft. */
  readonly same: WeakMap<Passage, PassageReading>;
  readonly seen: Seen;
};

export function emptyProposals(): ProposalMemo {
  return { passages: new Map(), same: new WeakMap(), seen: new Map() };
}

const memos = new WeakMap<Reading, ProposalMemo>();

/** The memo with which a reading was proposed, to propose others of the same text with; a new one for any other. */
export function proposalsOf(reading: Reading): ProposalMemo {
  return memos.get(reading) ?? emptyProposals();
}

/** Forgets everything where it remembers more passages than `most`. */
export function forgetProposals({ passages, seen }: ProposalMemo, most: number): void {
  if (passages.size <= most) return;
  passages.clear();
  seen.clear();
}

/**
 * What the rules propose under these choices, the first option standing where none is chosen: nothing is decided, no
 * slot is guessed, and each slot carries the words it came from.
 *
 * A language without a lexicon gives no commitments and a slip that says so. With a `memo` only passages that changed
 * are read again, and a commitment that did not change is the same object; a text with brackets has one in any case,
 * because its options will be asked for. O(size of the text). Law: proposing twice is proposing once, with a memo or
 * without.
 */
export function proposeReading(draft: Draft, choices: Choices = {}, given: ProposalMemo | null = null): Reading {
  const memo = given ?? (draft.groups.length === 0 ? null : emptyProposals());
  const passages = passagesOf(draft, choices);
  const readable = passages.filter((passage) => hasModals(passage.language));
  const readings = readable.map((passage) => remembered(passage, memo));
  const linked = link(draft, choices, readings, memo?.seen ?? null);
  const reading: Reading = {
    reader: "proposed",
    kind: "proposed",
    language: draft.languages[0] ?? "und",
    textHash: null,
    declared: [],
    answerWithin: null,
    ...linked,
    slips: readable.length === 0 && passages.length > 0 ? [unknownLanguage(draft)] : [],
  };
  if (memo !== null) memos.set(reading, memo);

  return reading;
}

function remembered(passage: Passage, memo: ProposalMemo | null): PassageReading {
  if (memo === null) return readPassage(passage);
  const same = memo.same.get(passage);
  if (same !== undefined) return same;
  const key = keyOf(passage);
  let reading = memo.passages.get(key);
  if (reading === undefined) {
    reading = readPassage(passage);
    memo.passages.set(key, reading);
  }
  memo.same.set(passage, reading);

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
