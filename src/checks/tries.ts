import { oncePer } from "../base/index.ts";
import { proposeReading, spansOf } from "../commitments/index.ts";
import type { Anchor, Consequence, ProposalMemo, Reading, Verification } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import type { Alternative } from "./alternatives.ts";
import { contextOf } from "./context.ts";
import type { Finding } from "./finding.ts";
import type { Context } from "./rule.ts";
import { changedIds, hasSameParts, placesOf, surroundingsOf, timesAlike } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

/** What was found with one option of a bracket chosen. */
export type Try = {
  readonly found: readonly Finding[];
  /** The commitments it was asked about: those of the bracket, or all where it changes how others are served. */
  readonly touched: ReadonlySet<string>;
  readonly isLocal: boolean;
};

export type Trial = {
  readonly draft: Draft;
  /** The package as it was asked for. */
  readonly choices: Choices;
  readonly base: Context;
  readonly proposals: ProposalMemo;
  /** Asks the rules about commitments; where the whole text is in question, all rules. */
  readonly ask: (context: Context, isLocal: boolean) => readonly Finding[];
};

/**
 * Tries each alternative against the first option of all other brackets. Alternatives in different provisions that
 * leave the rest of the text as it is are read and asked together, which finds the same as one by one; where one of
 * them changes its surroundings the batch is split in halves. An option that changes how other commitments are served
 * (a decision rule, a right of access, a modal of the answer) is asked about the whole text. Each batch comes as soon
 * as it is done.
 */
export function* triesOf(trial: Trial, alternatives: readonly Alternative[]): Generator<ReadonlyMap<Alternative, Try>> {
  const before = surroundingsOf(trial.base.reading, trial.base.choices);
  const isServing = servingIn(trial.base);
  for (const some of [
    alternatives.filter((alternative) => !isServing(alternative)),
    alternatives.filter((alternative) => isServing(alternative)),
  ])
    for (const round of rounds(some)) yield* tryTogether({ ...trial, before }, round);
}

/** Whether an alternative stands where something is said about other commitments: it is likely to change more than its own. */
export function servingIn(context: Context): (alternative: Alternative) => boolean {
  const serving = servingPlaces(context);

  return (alternative) => placesOf(alternative).some((place) => serving.has(context.draft.provisions[place]?.id ?? ""));
}

const servingPlaces = oncePer(servingPlacesOf);

function servingPlacesOf({ reading, commitments }: Context): ReadonlySet<string> {
  const places = new Set<string>();
  const note = (spans: readonly Anchor[]): void => {
    for (const { provision } of spans) places.add(provision);
  };
  const clauses = new Set<Verification | Consequence>();
  for (const commitment of commitments) {
    if (commitment.role === "mechanism") places.add(commitment.provision);
    note(spansOf(commitment.determination));
    for (const clause of [...commitment.verification, ...commitment.onBreach]) clauses.add(clause);
  }
  for (const { spans } of clauses) note(spans);
  for (const { provision } of [...reading.guarantees, ...reading.powers]) places.add(provision);
  for (const body of reading.bodies)
    for (const slot of Object.values(body)) if (typeof slot === "object" && "kind" in slot) note(spansOf(slot));

  return places;
}

/** Alternatives that do not stand in each other's way, in as few rounds as a greedy choice gives. */
function rounds(alternatives: readonly Alternative[]): readonly (readonly Alternative[])[] {
  const found: { readonly round: Alternative[]; readonly places: Set<number> }[] = [];
  const firstFree = new Map<number, number>();
  for (const alternative of alternatives) {
    const places = placesOf(alternative);
    let at = Math.max(...places.map((place) => firstFree.get(place) ?? 0));
    while (places.some((place) => found[at]?.places.has(place) === true)) at += 1;
    const into = found[at] ?? { round: [], places: new Set() };
    found[at] = into;
    into.round.push(alternative);
    for (const place of places) {
      into.places.add(place);
      firstFree.set(place, at + 1);
    }
  }

  return found.map(({ round }) => round);
}

/** Up to this many that change more than their own are tried one by one rather than by halves. */
const few = 8;

function* tryTogether(
  trial: Trial & { readonly before: Surroundings },
  batch: readonly Alternative[],
): Generator<ReadonlyMap<Alternative, Try>> {
  const { draft, base, before } = trial;
  const chosen: Record<string, string> = {};
  for (const { choices } of batch) Object.assign(chosen, choices);
  const choices = { ...trial.choices, ...chosen };
  const reading = base.reading.kind === "proposed" ? proposeReading(draft, choices, trial.proposals) : base.reading;
  const after = surroundingsOf(reading, { ...base.choices, ...choices });
  const touchedBy = batch.map((alternative) => touchedIds(alternative, draft, [base.reading, reading]));
  const touched = new Set(touchedBy.flatMap((ids) => [...ids]));
  const changed = changedIds(before, after);
  const isLocal =
    hasSameParts(before, after) && [...changed].every((id) => touched.has(id)) && timesAlike(before, after, changed);
  if (batch.length > 1 && !isLocal) {
    const size = batch.length <= few ? 1 : Math.ceil(batch.length / 2);
    for (let at = 0; at < batch.length; at += size) yield* tryTogether(trial, batch.slice(at, at + size));

    return;
  }
  const { answerWithin, memo, proposed } = base;
  const question = { draft, reading, choices, answerWithin, memo, proposed };
  const all =
    isLocal && touched.size === 0
      ? []
      : trial.ask(contextOf(isLocal ? { ...question, only: touched } : question), isLocal);
  yield new Map(
    batch.map((alternative, at) => {
      const own = isLocal ? (touchedBy[at] ?? new Set<string>()) : everybody([base.reading, reading]);
      const found = isLocal ? all.filter((finding) => isAbout(finding, own)) : all;

      return [alternative, { found, touched: own, isLocal }];
    }),
  );
}

function everybody(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(readings.flatMap(({ commitments }) => commitments.map(({ id }) => id)));
}

/** The commitments whose words stand in the bracket or beside it, under any of these readings. */
function touchedIds(alternative: Alternative, draft: Draft, readings: readonly Reading[]): ReadonlySet<string> {
  const { id } = alternative.group;
  const places = new Set(placesOf(alternative).map((index) => draft.provisions[index]?.id ?? ""));
  const touched = new Set<string>();
  for (const { commitments } of readings)
    for (const commitment of commitments)
      if (places.has(commitment.provision) || commitment.requires[id] !== undefined) touched.add(commitment.id);

  return touched;
}

/** Whether a finding is about these commitments and no others. */
export function isAbout(finding: Finding, touched: ReadonlySet<string>): boolean {
  return finding.commitments.length > 0 && finding.commitments.every((id) => touched.has(id));
}
