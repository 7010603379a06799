import { asSeen, type Seen } from "../../base/index.ts";
import type { Consequence, Determination, Guarantee } from "../commitment.ts";
import type { EventRef } from "../event.ts";
import type { Slot } from "../slot.ts";
import { answerOf } from "./answer-of-frame.ts";
import { besides, coveredBy, coversOf, determined, isBareBreach, labelsIn, narrowed, type Covered } from "./covers.ts";
import { guaranteesOf } from "./link-guarantees.ts";
import type { Watch } from "./link-verification.ts";
import { mostClauses, statementsOf } from "./placed-statements.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement } from "./statements.ts";

/** What is found or answered for each commitment, by its index. */
export type Answers = {
  readonly determinations: ReadonlyMap<number, Slot<Determination>>;
  readonly consequences: ReadonlyMap<number, readonly Consequence[]>;
  readonly guarantees: readonly Omit<Guarantee, "requires">[];
};

/** Links the clauses that determine, answer and guarantee to the commitments they cover. */
export function answersOf(readings: readonly PassageReading[], watch: Watch, seen: Seen | null): Answers {
  const { acts } = watch;
  const { primaries } = watch.index;
  const determinations = new Map<number, Slot<Determination>>();
  const covered: (Covered & { readonly by: readonly string[] })[] = [];
  const clauses = statementsOf(readings, "determination").toSorted(
    (one, other) =>
      Number(labelsIn(other.says.covers, acts).length > 0) - Number(labelsIn(one.says.covers, acts).length > 0),
  );
  for (const { says, statement, reading } of clauses) {
    const covers = coveredBy(says.covers, primaries, acts);
    const slot: Slot<Determination> = {
      kind: "proposed",
      value: says.value,
      spans: statement.spans,
      rule: "determination-clause",
    };
    const clause = asSeen(seen, `determination ${says.value.label}`, slot);
    covered.push({ by: says.value.by, covers, article: reading.passage.article });
    for (const index of covers) if (!determinations.has(index)) determinations.set(index, clause);
  }
  const consequences = consequencesOf(readings, watch, primaries, covered, seen);

  return { determinations, consequences, guarantees: guaranteesOf(readings, watch, primaries, consequences) };
}

type Clause = {
  readonly value: Consequence;
  readonly covers: readonly number[];
  readonly article: string;
  readonly at: number;
};

function consequencesOf(
  readings: readonly PassageReading[],
  watch: Watch,
  primaries: readonly number[],
  covered: readonly (Covered & { readonly by: readonly string[] })[],
  seen: Seen | null,
): ReadonlyMap<number, readonly Consequence[]> {
  const order = new Map(readings.map((reading, index) => [reading, index]));
  const place = new Map(
    readings.flatMap((reading, index) =>
      reading.frames.map((frame) => [`${frame.provision}:${frame.at}:${frame.sentence}`, index] as const),
    ),
  );
  const clauses: Clause[] = watch.acts.frames.flatMap((frame) => {
    const value = answerOf(watch, frame);
    if (value === null) return [];

    return [
      {
        value,
        covers: coversOf(watch, frame, primaries, covered),
        article: frame.article,
        at: place.get(`${frame.provision}:${frame.at}:${frame.sentence}`) ?? 0,
      },
    ];
  });
  for (const { says, reading, statement } of statementsOf(readings, "consequence")) {
    const labels = labelsIn(says.covers, watch.acts);
    const covers =
      labels.length > 0
        ? coveredBy(labels, primaries, watch.acts)
        : (narrowed(reading.passage.text, statement, watch, primaries) ??
          (isBareBreach(leadOf(reading, statement))
            ? besides(reading.passage.article, watch, primaries, covered)
            : determined(covered, primaries)));
    const requires: readonly EventRef[] = [breachEvent(says.onDetermination, covered[0]?.by[0] ?? null, says.value)];
    clauses.push({
      value: { ...says.value, requires },
      covers,
      article: reading.passage.article,
      at: order.get(reading) ?? 0,
    });
  }
  clauses.sort((one, other) => one.at - other.at);
  for (const { says, reading } of statementsOf(readings, "reinstatement")) {
    const at = order.get(reading) ?? 0;
    const before = clauses.filter((clause) => clause.at <= at && clause.value.kind !== "notify");
    const target =
      before.findLast((clause) => clause.article === reading.passage.article) ?? before.at(-1) ?? clauses[0];
    if (target === undefined) continue;
    clauses[clauses.indexOf(target)] = {
      ...target,
      value: { ...target.value, reinstatement: says.needsDecision ? "needs-decision" : "default" },
    };
  }
  const found = new Map<number, Consequence[]>();
  for (const { value, covers } of clauses) {
    const clause = asSeen(seen, `consequence ${value.label}`, value);
    for (const index of covers) {
      const known = found.get(index);
      if (known === undefined) found.set(index, [clause]);
      else if (known.length < mostClauses) known.push(clause);
    }
  }

  return found;
}

/** The words of a statement's sentence before its first comma. */
function leadOf({ passage, sentences }: PassageReading, { sentence }: Statement): string {
  const span = sentences[sentence];

  return span === undefined ? "" : (passage.text.slice(span.start, span.end).split(/,\s/)[0] ?? "");
}

function breachEvent(onDetermination: boolean, by: string | null, value: Consequence): EventRef {
  return {
    event: onDetermination
      ? { kind: "determination", by, words: value.says }
      : { kind: "breach", by: null, words: value.says },
    point: { kind: "stated", value: "occurrence", spans: value.spans },
  };
}
