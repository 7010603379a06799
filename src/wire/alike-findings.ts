import type { Finding } from "../checks/index.ts";

/** A finding, and in which wordings or meanings it holds; none where it holds in any. */
export type AlikeFinding = {
  readonly finding: Finding;
  /** Ids of all findings that this one stands for, its own first. */
  readonly ids: readonly string[];
  readonly alternatives: readonly string[];
  /** In whose readings it is found, in the order given; `proposed` for the rules' own. */
  readonly readers: readonly string[];
};

/** Findings that a person would read as the same, but for the wording they hold under or who reads it so, as one; in the order given. */
export function alikeFindings(findings: readonly Finding[]): readonly AlikeFinding[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const place of findings.map(ruleAndPlace)) (seen.has(place) ? repeated : seen).add(place);
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = ruleAndPlace(finding);
    const key = repeated.has(place) ? everythingRead(finding) : place;
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [finding]);
    else same.push(finding);
  }

  return [...alike.values()].map((same) => ({
    finding: same[0]!, // a list is made with its first finding
    ids: same.map(({ id }) => id),
    alternatives: [...new Set(same.flatMap(({ alternative }) => (alternative === null ? [] : [alternative.says])))],
    readers: [...new Set(same.map(({ reading }) => reading))],
  }));
}

/** What two findings share that are read as one: cheap to ask first. */
function ruleAndPlace({ rule, at }: Finding): string {
  return `${rule} ${at?.provision} ${at?.start}`;
}

/** Everything a person reads of a finding, and where it begins. */
function everythingRead({ rule, severity, says, story, repairs, approximate, at }: Finding): string {
  const mends = repairs.map(({ says, grade }) => [says, grade]);

  return JSON.stringify([rule, severity, says, story, mends, approximate, at?.provision, at?.start]);
}

/** Wordings that are named; the others are counted. */
const most = 3;

/** "Holds with ‘24’ at 12.2; or where 6.1 counts from completion", `null` where it holds in any wording. */
export function holdsWords(alternatives: readonly string[]): string | null {
  const [first] = alternatives;
  if (first === undefined) return null;
  const named = alternatives.slice(0, most).join("; or ");
  const rest = alternatives.length - most;
  const more = rest > 0 ? `; or in ${rest} other wording${rest === 1 ? "" : "s"}` : "";

  return `Holds ${/^(?:where|with|under|if|when)\b/i.test(first) ? "" : "where "}${named}${more}`;
}
