import { fingerprint } from "../base/index.ts";
import type { Finding } from "./finding.ts";
import type { Context } from "./rule.ts";

/** Rules of the enforcement game, whose hole often stands in one clause that serves many commitments. */
const ofClauses: ReadonlySet<string> = new Set([
  "consent-unstated",
  "judge-in-own-cause",
  "access-by-watched",
  "performance-blockable",
  "report-goes-nowhere",
  "veto-over-own-breach",
  "discretionary-enforcement",
  "answer-too-late",
  "snapback-needs-decision",
]);

/** A hole in one clause that serves several commitments is one finding: the clause first, then all it serves. */
export function gathered({ reading }: Context, findings: readonly Finding[]): readonly Finding[] {
  const byClause = new Map<string, Finding[]>();
  const order: (Finding | Finding[])[] = [];
  for (const finding of findings) {
    const { rule, says, provisions, alternative, severity } = finding;
    if (!ofClauses.has(rule) || provisions.length < 2) {
      order.push(finding);
      continue;
    }
    const clause = [rule, severity, says, provisions[0], alternative?.says].join("\n");
    const known = byClause.get(clause);
    if (known !== undefined) {
      known.push(finding);
      continue;
    }
    const group = [finding];
    order.push(group);
    byClause.set(clause, group);
  }

  return order.map((one) => (!Array.isArray(one) ? one : one.length === 1 ? one[0]! : together(one, reading.reader)));
}

/** The story and the repairs are those of the first commitment. */
function together(group: readonly Finding[], reader: string): Finding {
  const first = group[0]!; // a group is never empty
  const commitments = [...new Set(group.flatMap((finding) => finding.commitments))];

  return {
    ...first,
    id: fingerprint([first.rule, commitments.join(","), first.provisions[0] ?? "", reader].join("|")),
    provisions: [...new Set(group.flatMap(({ provisions }) => provisions))],
    commitments,
    reliesOn: [...new Set(group.flatMap(({ reliesOn }) => reliesOn))],
  };
}
