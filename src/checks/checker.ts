import { forgetProposals, proposalsOf, proposeReading } from "../commitments/index.ts";
import type { Request } from "./check.ts";
import { contextOf } from "./context.ts";
import type { ExposureRow, Finding, GradeRow, Report, Severity } from "./finding.ts";
import { gathered } from "./gather.ts";
import { emptyMemo, forgetUnused } from "./memo.ts";
import type { Memo } from "./memo.ts";
import { emptyOptions, forgetOptions, withAlternatives } from "./options.ts";
import type { KnownOptions, Progress, Told } from "./options.ts";
import type { Context } from "./rule.ts";
import { scheduleReport } from "./schedule/report.ts";
import type { ScheduleReport } from "./schedule/report.ts";
import { exposuresOf } from "./schedule/exposures.ts";
import { trustRootsOf } from "./trust-roots.ts";

/** Checks texts one after the other and remembers what an edit does not touch. */
export type Checker = {
  readonly check: (request: Request) => Report;
  /** The same check, which stops after each try of some options: whoever asks may look up in between, or give up. */
  readonly steps: (request: Request) => Generator<Progress, Report>;
  /** The times of the first reading under the choices. */
  readonly schedule: (request: Request) => ScheduleReport;
};

export function createChecker(): Checker {
  const memory: Memory = { memo: emptyMemo(), options: emptyOptions() };
  function* steps(request: Request): Generator<Progress, Report> {
    const found = yield* report(request, memory);
    if (request.wording !== "chosen" || memory.memo.used.size > roomForGames) {
      forgetUnused(memory.memo);
      forgetOptions(memory.options);
    }
    forgetProposals(memory.options.proposals, roomForProposals + 4 * request.draft.provisions.length);

    return found;
  }

  const schedule = ({ draft, readings: [first], choices }: Request): ScheduleReport =>
    scheduleReport({ draft, reading: first ?? proposeReading(draft, choices), choices, memo: memory.memo });

  return { steps, check: (request) => atOnce(steps(request)), schedule };
}

function atOnce(steps: Generator<Progress, Report>): Report {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What a checker keeps: games by shape, passages by their words, options by what surrounds them. */
type Memory = { readonly memo: Memo; readonly options: KnownOptions };

/** Games remembered while only the chosen wording is asked, so that the options need not be tried anew after it. */
const roomForGames = 20_000;

/** Passages remembered beyond a few versions of the text; past that everything is read anew once. */
const roomForProposals = 4_000;

function* report(request: Request, { memo, options }: Memory): Generator<Progress, Report> {
  const { draft, choices, answerWithin } = request;
  const given = request.readings.find(({ kind }) => kind === "proposed");
  if (given !== undefined) options.proposals = proposalsOf(given);
  const proposed = given ?? proposeReading(draft, choices, options.proposals);
  const readings = request.readings.length === 0 ? [proposed] : request.readings;
  const contexts = readings.map((reading) =>
    contextOf({ draft, reading, choices, readings, answerWithin, memo, proposed }),
  );
  const tries: Told[] = [];
  for (const context of contexts) tries.push(yield* withAlternatives(request, context, options));
  const findings = inOrder(
    contexts.flatMap((context, at) => gathered(context, tries[at]?.findings ?? [])),
    draft,
  );
  const [first] = contexts;

  return {
    findings,
    grades: first === undefined ? [] : gradesOf(first),
    exposure: first === undefined ? [] : exposureRows(first),
    counts: {
      error: count(findings, "error"),
      warning: count(findings, "warning"),
      note: count(findings, "note"),
    },
    trustRoots: [...new Set(contexts.flatMap((context) => trustRootsOf(context).map((root) => root.actor)))].toSorted(),
    untried: tries.reduce((sum, { untried }) => sum + untried, 0),
  };
}

function exposureRows(context: Context): readonly ExposureRow[] {
  return exposuresOf(context).map(({ party, against, peak, unavoidable, days }) => ({
    party,
    against,
    peak,
    unavoidable,
    days,
  }));
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.reduce((sum, finding) => (finding.severity === severity ? sum + 1 : sum), 0);
}

/** One row a primary commitment. Nobody named who owes it: "cannot tell", with the slots that are missing. */
function gradesOf(context: Context): readonly GradeRow[] {
  return [...context.judgements.values()].map(({ commitment, worst, missing }) => ({
    commitment: commitment.id,
    provision: commitment.label,
    verifiable: worst?.verdict.verifiable ?? false,
    verifiableDays: worst?.verdict.verifiableDays ?? null,
    enforceable: worst?.verdict.grade ?? "E0",
    enforceableDays: worst?.verdict.days ?? null,
    reliesOn: worst?.verdict.reliesOn ?? [],
    missing,
  }));
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** By severity, then order in the text, then rule name; the order found decides the rest. */
function inOrder(findings: readonly Finding[], draft: Request["draft"]): readonly Finding[] {
  const places = new Map(draft.provisions.map(({ label, index }) => [label, index]));
  const placed = findings.map((finding) => ({
    finding,
    place: rank[finding.severity] * (draft.provisions.length + 1) + placeOf(finding, places, draft.provisions.length),
  }));
  placed.sort(
    (one, other) =>
      one.place - other.place ||
      (one.finding.rule < other.finding.rule ? -1 : one.finding.rule > other.finding.rule ? 1 : 0),
  );

  return placed.map(({ finding }) => finding);
}

function placeOf({ provisions }: Finding, places: ReadonlyMap<string, number>, last: number): number {
  return places.get(provisions[0] ?? "") ?? last;
}
