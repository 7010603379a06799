import { asSeen, isSame, oncePer, type Seen } from "../../base/index.ts";
import { provisionByLabel, type Choices, type Draft } from "../../text/index.ts";
import type { Actor } from "../actor.ts";
import type { Commitment } from "../commitment.ts";
import type { Reading } from "../reading.ts";
import { withRoles } from "../roles.ts";
import { unresolved, type Slot } from "../slot.ts";
import { castOf, type CastOfText } from "./cast.ts";
import { withCreditors } from "./creditors.ts";
import type { Frame } from "./frame.ts";
import { answersOf } from "./link-answers.ts";
import { statementsOf } from "./placed-statements.ts";
import { bodiesOf } from "./link-bodies.ts";
import { withElseBranches } from "./link-else.ts";
import { watchedIn, withEvents, type Acts, type Numbered } from "./link-events.ts";
import { withFullNames } from "./link-names.ts";
import { withNearBodies } from "./near-bodies.ts";
import { withSchedules, withSubjects } from "./link-subjects.ts";
import { indexOf, verifications, type Access, type Watch } from "./link-verification.ts";
import { unnamedMechanisms } from "./mechanisms.ts";
import { withNamedDays } from "./named-events.ts";
import type { PassageReading } from "./read-passage.ts";
import { requiresOf } from "./requires.ts";
import { withBaselines } from "./baselines.ts";
import { treatyFrames, treatyNames, treatyReads, withDeclarations } from "./link-treaty-english.ts";

export type Linked = Pick<
  Reading,
  "actors" | "bodies" | "terms" | "commitments" | "guarantees" | "powers" | "timeZone" | "authentic"
>;

/**
 * Brings together what single passages propose: who is who, what "it" means, which act a noun names, who verifies,
 * determines and answers what. O(size of the text) but for nouns that many acts share.
 */
export function link(draft: Draft, choices: Choices, found: readonly PassageReading[], seen: Seen | null): Linked {
  const resolved = withNearBodies(draft, withSubjects(found));
  const cast = castOf(draft, resolved, treatyNames(resolved));
  const treaty = treatyReads(draft, resolved, cast);
  const readings = resolved.map((reading, index) => {
    const read = treaty.get(index);

    return read === undefined
      ? withFullNames(reading, cast.canonical)
      : { ...reading, frames: treatyFrames(read, reading) };
  });
  const frames = withNamedDays(numbered(withSchedules(framesIn(readings))), readings);
  const labels = labelsOf(draft);
  const acts: Acts = { frames, watched: watchedIn(frames), ...labels };
  const anchored = withBaselines(withElseBranches(withEvents(acts), readings), readings);
  const withAnchors = withCreditors({ ...acts, frames: anchored }, readings, cast).map((frame) =>
    asSeen(seen, `frame ${frame.id}`, frame),
  );
  const linkedActs: Acts = { ...acts, frames: withAnchors };
  const mechanisms = unnamedMechanisms(readings);
  const actors = [...cast.actors(withAnchors), ...mechanisms];
  const bodyNames = [
    ...actors.filter((actor) => actor.collective === null && cast.isBody(actor.id)).map(({ id }) => id),
    ...mechanisms.map(({ id }) => id),
  ];
  const bodies = bodiesOf(readings, withAnchors, [...new Set(bodyNames)], cast.canonical);
  const bare = withRoles(withAnchors.map(bareCommitment), { actors, bodies });
  const isPrimary = (index: number): boolean => bare[index]?.role === "primary" && isDuty(bare[index]);
  const watch: Watch = {
    acts: linkedActs,
    index: indexOf(withAnchors, isPrimary),
    access: accessOf(readings, cast),
    isPrimary,
    passageOf: (frame) => {
      const reading = readings[frame.reading]!;
      const span = reading.sentences[frame.sentence] ?? { start: 0, end: reading.passage.text.length };

      return { passage: reading.passage, start: Math.max(span.start, 0), end: span.end };
    },
  };
  const watched = verifications(watch, seen);
  const answers = answersOf(readings, watch, seen);
  const commitments = bare.map((commitment, index) =>
    completed(seen, commitment, {
      requires: requiresOf(draft, choices, commitment.spans),
      verification: joined(commitment.verification, watched.get(index)),
      determination:
        commitment.determination.kind === "unresolved"
          ? (answers.determinations.get(index) ?? commitment.determination)
          : commitment.determination,
      onBreach: joined(commitment.onBreach, answers.consequences.get(index)),
    }),
  );
  const powers = statementsOf(readings, "power").map(({ says }, index) => ({
    ...says.value,
    id: `${says.value.label}/p${index + 1}`,
    requires: requiresOf(draft, choices, says.value.spans),
  }));

  const linked = withDeclarations(treaty.values(), {
    actors: withGuarantors(actors, readings),
    bodies,
    terms: termsOf(readings),
    commitments,
    guarantees: answers.guarantees.map((guarantee) => ({
      ...guarantee,
      requires: requiresOf(draft, choices, guarantee.spans),
    })),
    powers,
    timeZone: zoneOf(readings),
    authentic: authenticOf(readings),
  });

  return {
    ...linked,
    commitments: linked.commitments.map((commitment) => asSeen(seen, commitment.id, commitment)),
    actors: asSeen(seen, "actors", linked.actors),
    bodies: asSeen(seen, "bodies", linked.bodies),
    terms: asSeen(seen, "terms", linked.terms),
    guarantees: asSeen(seen, "guarantees", linked.guarantees),
    powers: asSeen(seen, "powers", linked.powers),
  };
}

function joined<One>(own: readonly One[], linked: readonly One[] | undefined): readonly One[] {
  if (linked === undefined || linked.length === 0) return own;

  return own.length === 0 ? linked : [...own, ...linked];
}

function isDuty(commitment: Commitment | undefined): boolean {
  const { modality } = commitment ?? { modality: unresolved() };

  return (
    (modality.kind === "stated" || modality.kind === "proposed") &&
    (modality.value === "obligation" || modality.value === "prohibition" || modality.value === "best-effort")
  );
}

/** The frames of all passages, each with the number of its passage. */
function framesIn(readings: readonly PassageReading[]): readonly Frame[] {
  return readings.flatMap((reading, index) => placedFrames(reading, index));
}

const placings = oncePer((_reading: PassageReading) => new Map<number, readonly Frame[]>());

function placedFrames(reading: PassageReading, index: number): readonly Frame[] {
  if (reading.frames.length === 0) return [];
  const known = placings(reading);
  let frames = known.get(index);
  if (frames === undefined) {
    frames = reading.frames.map((frame) => ({ ...frame, reading: index }));
    known.clear();
    known.set(index, frames);
  }

  return frames;
}

function numbered(frames: readonly Frame[]): readonly Numbered[] {
  const counts = new Map<string, number>();

  return frames.map((frame) => {
    const number = (counts.get(frame.label) ?? 0) + 1;
    counts.set(frame.label, number);
    const id = `${frame.label}/${number}`;
    let known = numberings.get(frame);
    if (known?.id !== id) {
      known = { id, ...frame };
      numberings.set(frame, known);
    }

    return known;
  });
}

const numberings = new WeakMap<Frame, Numbered>();

const bareCommitment = oncePer((frame: Numbered): Commitment => ({
  id: frame.id,
  provision: frame.provision,
  label: frame.label,
  spans: frame.spans,
  requires: unconditional,
  bearer: frame.bearer,
  liability: frame.liability,
  counterparty: frame.counterparty,
  modality: frame.modality,
  strength: frame.strength,
  action: frame.action,
  quantity: frame.quantity,
  mode: frame.mode,
  role: "primary",
  trigger: frame.trigger,
  condition: frame.condition,
  elseBranch: frame.elseBranch,
  window: frame.window,
  start: frame.start,
  until: frame.until,
  needsConsentOf: frame.needsConsentOf,
  reversible: frame.reversible,
  value: frame.value,
  criterion: frame.criterion,
  verification: frame.verification,
  determination: frame.determination,
  onBreach: frame.onBreach,
  overrides: frame.overrides,
  survivesTermination: frame.survivesTermination,
}));

const unconditional: Choices = {};

/** What the whole text adds to a commitment. */
type Added = Pick<Commitment, "requires" | "verification" | "determination" | "onBreach">;

const additions = oncePer((_commitment: Commitment): { readonly added: Added; readonly whole: Commitment }[] => []);

/** The commitment with what is added to it; the same object where the same was added before. */
function completed(seen: Seen | null, commitment: Commitment, added: Added): Commitment {
  if (seen === null) return { ...commitment, ...added };
  const known = additions(commitment);
  const before = known.find((one) => isSame(one.added, added));
  if (before !== undefined) return before.whole;
  const whole: Commitment = { ...commitment, ...added };
  if (known.length === additionsKept) known.shift();
  known.push({ added, whole });

  return whole;
}

const additionsKept = 32;

/** Whether labels exist, and which stand inside which. */
const labelsOf = oncePer((draft: Draft): Pick<Acts, "hasLabel" | "within"> => {
  const known = new Map<string, string | null>();
  const parents = new Map<string, string | null>();
  for (const provision of draft.provisions) {
    known.set(provision.label, provision.label);
    parents.set(
      provision.label,
      provision.parent === null ? null : (draft.provisions[provision.parent]?.label ?? null),
    );
  }
  const labelFor = (words: string): string | null => {
    let label = known.get(words);
    if (label === undefined) {
      label = provisionByLabel(draft, words)?.label ?? null;
      known.set(words, label);
    }

    return label;
  };

  return {
    hasLabel: (words) => labelFor(words) !== null,
    within: (label, around) => {
      const wanted = labelFor(around);
      for (let at: string | null = label; at !== null; at = parents.get(at) ?? null) if (at === wanted) return true;

      return false;
    },
  };
});

function accessOf(readings: readonly PassageReading[], cast: CastOfText): readonly Access[] {
  return statementsOf(readings, "body").flatMap(({ says, statement, reading }) =>
    says.access === undefined
      ? []
      : [
          {
            body: cast.canonical(says.body),
            isFree: says.access.isFree,
            consentOf: says.access.consentOf.map(cast.canonical),
            spans: statement.spans,
            article: reading.passage.article,
          },
        ],
  );
}

/** Whoever answers a breach without being a side is a guarantor. */
function withGuarantors(actors: readonly Actor[], readings: readonly PassageReading[]): readonly Actor[] {
  const named = new Set(statementsOf(readings, "guarantor").flatMap(({ says }) => says.names));

  return actors.map((actor) =>
    named.has(actor.id) && actor.kind !== "party" ? { ...actor, kind: "guarantor" } : actor,
  );
}

function termsOf(readings: readonly PassageReading[]): Reading["terms"] {
  return statementsOf(readings, "term").flatMap(({ says, statement }) => {
    const [anchor] = statement.spans;

    return anchor === undefined ? [] : [{ term: says.term, means: says.means, anchor }];
  });
}

function zoneOf(readings: readonly PassageReading[]): Slot<string> {
  const [zone] = statementsOf(readings, "zone");

  return zone === undefined ? unresolved() : { kind: "stated", value: zone.says.zone, spans: zone.statement.spans };
}

function authenticOf(readings: readonly PassageReading[]): Reading["authentic"] {
  const [found] = statementsOf(readings, "authentic");

  return found === undefined
    ? unresolved()
    : {
        kind: "stated",
        value: { languages: found.says.languages, prevailing: found.says.prevailing },
        spans: found.statement.spans,
      };
}
