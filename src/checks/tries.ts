import { proposeReading } from "../commitments/index.ts";
import type { ProposalMemo, Reading } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import type { Alternative } from "./alternatives.ts";
import { contextOf } from "./context.ts";
import type { Finding } from "./finding.ts";
import type { Context } from "./rule.ts";
import { placesOf, surroundingsOf } from "./surroundings.ts";

/** What was found about the commitments that a bracket touches, with one of its options chosen. */
export type Try = { readonly found: readonly Finding[]; readonly touched: ReadonlySet<string> };

export type Trial = {
  readonly draft: Draft;
  /** The package as it was asked for. */
  readonly choices: Choices;
  readonly base: Context;
  readonly proposals: ProposalMemo;
  readonly ask: (context: Context) => readonly Finding[];
};

/**
 * Tries each alternative against the first option of all other brackets. Alternatives in different provisions that
 * leave the rest of the text as it is are read and asked together, which finds the same as one by one; where one of
 * them changes its surroundings the batch is split in halves.
 */
export function triesOf(trial: Trial, alternatives: readonly Alternative[]): ReadonlyMap<Alternative, Try> {
  const tries = new Map<Alternative, Try>();
  for (const round of rounds(alternatives)) tryTogether(trial, round, tries);

  return tries;
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

function tryTogether(trial: Trial, batch: readonly Alternative[], tries: Map<Alternative, Try>): void {
  const { draft, base } = trial;
  const chosen: Record<string, string> = {};
  for (const { choices } of batch) Object.assign(chosen, choices);
  const choices = { ...trial.choices, ...chosen };
  const reading = base.reading.kind === "proposed" ? proposeReading(draft, choices, trial.proposals) : base.reading;
  const touchedBy = batch.map((alternative) => touchedIds(draft, alternative, [base.reading, reading]));
  const touched = new Set(touchedBy.flatMap((ids) => [...ids]));
  if (batch.length > 1 && !isLocal(base, reading, { ...base.choices, ...choices }, touched)) {
    const half = Math.ceil(batch.length / 2);
    tryTogether(trial, batch.slice(0, half), tries);
    tryTogether(trial, batch.slice(half), tries);

    return;
  }
  const { answerWithin, memo, proposed } = base;
  const context = { draft, reading, choices, answerWithin, memo, proposed, only: touched };
  const all = touched.size === 0 ? [] : trial.ask(contextOf(context));
  batch.forEach((alternative, at) => {
    const own = touchedBy[at] ?? new Set<string>();
    tries.set(alternative, { found: all.filter((finding) => isAbout(finding, own)), touched: own });
  });
}

/** Whether nothing but the commitments touched is read differently. */
function isLocal(base: Context, reading: Reading, choices: Choices, touched: ReadonlySet<string>): boolean {
  return surroundingsOf(base.reading, base.choices, touched) === surroundingsOf(reading, choices, touched);
}

/** The commitments whose words stand in the bracket or beside it, under any of these readings. */
function touchedIds(draft: Draft, alternative: Alternative, readings: readonly Reading[]): ReadonlySet<string> {
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
