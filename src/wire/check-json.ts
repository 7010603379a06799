import type { Finding, Repair, Report, StoryLine } from "../checks/index.ts";
import { positionOf } from "../text/index.ts";
import type { Draft } from "../text/index.ts";

export type CheckJson = ReturnType<typeof toCheckJson>;

/** What a finding is about, and what was looked at. `position` is 1-based, `null` where nothing stands in the text. */
export type Position = { readonly line: number; readonly column: number };

/**
 * The document of `servanda check --json`. `readings` are the readers whose readings were checked, `["proposed"]`
 * where the rules' own proposal was; `draft` gives every finding its line and column.
 *
 * Order: findings by severity, then by place in the text, then by rule; a story by its days; repairs best first;
 * grades as the commitments stand in the text; trust roots by name.
 */
export function toCheckJson(report: Report, draft: Draft, readings: readonly string[]) {
  const position = findingPosition(draft);

  return {
    findings: report.findings.map((finding) => toFindingJson(finding, position(finding))),
    grades: report.grades.map((row) => ({
      commitment: row.commitment,
      provision: row.provision,
      verifiable: row.verifiable,
      verifiableDays: row.verifiableDays,
      enforceable: row.enforceable,
      enforceableDays: row.enforceableDays,
      reliesOn: row.reliesOn,
      missing: row.missing,
    })),
    exposure: report.exposure.map(({ party, against, peak, unavoidable, days }) => ({
      party,
      against,
      peak,
      unavoidable,
      days,
    })),
    counts: { error: report.counts.error, warning: report.counts.warning, note: report.counts.note },
    trustRoots: report.trustRoots,
    untried: report.untried,
    readings,
    text: { title: draft.title, name: draft.name },
  };
}

/** Where a finding points in the source: its words, else the beginning of its first provision. */
export function findingPosition(draft: Draft): (finding: Finding) => Position | null {
  const indexOf = findingProvision(draft);

  return (finding) => {
    const index = indexOf(finding);
    return index === null ? null : positionOf(draft, index, finding.at?.start ?? 0);
  };
}

/** The index of the provision a finding points at, `null` where it points at none. */
export function findingProvision(draft: Draft): (finding: Finding) => number | null {
  const byId = new Map(draft.provisions.map((provision) => [provision.id, provision.index]));
  const byLabel = new Map(draft.provisions.map((provision) => [provision.label, provision.index]));

  return ({ at, provisions }) => (at === null ? byLabel.get(provisions[0] ?? "") : byId.get(at.provision)) ?? null;
}

function toFindingJson(finding: Finding, position: Position | null) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    provisions: finding.provisions,
    says: finding.says,
    story: finding.story.map(({ day, text, provision }: StoryLine) => ({ day, text, provision })),
    repairs: finding.repairs.map(toRepairJson),
    id: finding.id,
    commitments: finding.commitments,
    reading: finding.reading,
    alternative: finding.alternative,
    missing: finding.missing,
    reliesOn: finding.reliesOn,
    approximate: finding.approximate,
    at: finding.at,
    line: position?.line ?? null,
    column: position?.column ?? null,
  };
}

function toRepairJson({ says, grade, days, gradeBefore, edit }: Repair) {
  return { says, grade, days, gradeBefore, edit };
}
