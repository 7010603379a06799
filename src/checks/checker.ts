import type { Reading } from "../commitments/index.ts";
import type { Choices } from "../text/index.ts";
import { alternativesOf, firstOf } from "./alternatives.ts";
import type { Request } from "./check.ts";
import { contextOf } from "./context.ts";
import type { Finding, GradeRow, Report, Severity } from "./finding.ts";
import { emptyMemo, forgetUnused } from "./memo.ts";
import type { Memo } from "./memo.ts";
import { mended } from "./mend.ts";
import type { Context } from "./rule.ts";
import { rules } from "./rules/list.ts";
import { silenced } from "./silence.ts";
import { trustRootsOf } from "./trust-roots.ts";

/** Checks texts one after the other and remembers what an edit does not touch. */
export type Checker = { readonly check: (request: Request) => Report };

export function createChecker(): Checker {
  const memo = emptyMemo();

  return {
    check(request) {
      const found = report(request, memo);
      forgetUnused(memo);

      return found;
    },
  };
}

function report(request: Request, memo: Memo): Report {
  const { draft, readings, choices, answerWithin } = request;
  const contexts = readings.map((reading) => contextOf({ draft, reading, choices, readings, answerWithin, memo }));
  const findings = inOrder(
    contexts.flatMap((context) => withAlternatives(request, context)),
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

/**
 * The findings with the first option in every open bracket; then, one option at a time, those that it adds, which
 * say so; and those of the first that some option takes away, which say that too.
 */
function withAlternatives(request: Request, context: Context): readonly Finding[] {
  const base = findingsOf(context);
  const known = new Set(base.map(({ id }) => id));
  const added = new Map<string, Finding>();
  const only = new Map<string, Finding["alternative"]>();
  const inGroup = commitmentsByGroup(context.reading);
  for (const alternative of alternativesOf(request.draft, request.choices)) {
    const touched = inGroup.get(alternative.group.id);
    if (touched === undefined) continue;
    const choices = { ...request.choices, ...alternative.choices };
    const found = findingsOf(narrowed(request, context, choices, touched));
    const foundIds = new Set(found.map(({ id }) => id));
    for (const finding of found)
      if (!known.has(finding.id) && !added.has(finding.id) && isAbout(finding, touched))
        added.set(finding.id, { ...finding, alternative: { choices: alternative.choices, says: alternative.says } });
    for (const finding of base)
      if (!foundIds.has(finding.id) && !only.has(finding.id) && isAbout(finding, touched))
        only.set(finding.id, firstOf(alternative, request.draft));
  }

  const told = base.map((finding) => {
    const alternative = finding.alternative ?? only.get(finding.id) ?? null;

    return alternative === null ? finding : Object.assign({}, finding, { alternative });
  });

  return [...told, ...added.values()];
}

/** For each bracket the commitments whose words stand in it, whichever option is chosen. */
function commitmentsByGroup({ commitments }: Reading): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { id, requires } of commitments)
    for (const group of Object.keys(requires)) {
      const known = groups.get(group);
      if (known === undefined) groups.set(group, new Set([id]));
      else known.add(id);
    }

  return groups;
}

function isAbout(finding: Finding, touched: ReadonlySet<string>): boolean {
  return finding.commitments.length > 0 && finding.commitments.every((id) => touched.has(id));
}

/** The context under other choices, asking only what the bracket touches. */
function narrowed(
  request: Request,
  { reading, memo }: Context,
  choices: Choices,
  touched: ReadonlySet<string>,
): Context {
  const { draft, readings, answerWithin } = request;

  return contextOf({ draft, reading, choices, readings, answerWithin, memo, only: touched });
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
