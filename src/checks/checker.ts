import { contextOf } from "./context.ts";
import type { Request } from "./check.ts";
import type { Finding, GradeRow, Report, Severity } from "./finding.ts";
import { mended } from "./mend.ts";
import type { Context } from "./rule.ts";
import { rules } from "./rules/list.ts";
import { silenced } from "./silence.ts";
import { trustRootsOf } from "./trust-roots.ts";

/** Checks texts one after the other and remembers what an edit does not touch. */
export type Checker = { readonly check: (request: Request) => Report };

export function createChecker(): Checker {
  return { check: (request) => report(request) };
}

function report(request: Request): Report {
  const { draft, readings, choices, answerWithin } = request;
  const contexts = readings.map((reading) => contextOf({ draft, reading, choices, readings, answerWithin }));
  const findings = inOrder(
    contexts.flatMap((context) => findingsOf(context)),
    draft,
  );
  const [first] = contexts;

  return {
    findings,
    grades: first === undefined ? [] : gradesOf(first),
    exposure: [],
    counts: {
      error: count(findings, "error"),
      warning: count(findings, "warning"),
      note: count(findings, "note"),
    },
    trustRoots: [...new Set(contexts.flatMap((context) => trustRootsOf(context).map((root) => root.actor)))].toSorted(),
  };
}

function findingsOf(context: Context): readonly Finding[] {
  return silenced(rules.flatMap((rule) => rule.find(context))).map((finding) => mended(context, finding));
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
  const places = new Map(draft.provisions.map((provision) => [provision.label, provision.index]));
  const place = ({ provisions }: Finding): number => places.get(provisions[0] ?? "") ?? draft.provisions.length;

  return findings.toSorted(
    (one, other) =>
      rank[one.severity] - rank[other.severity] ||
      place(one) - place(other) ||
      (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0),
  );
}
