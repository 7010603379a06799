import type { Finding } from "./finding.ts";

/** A rule that names the hole keeps those silent that would only repeat it for the same commitment. */
const silences: Readonly<Record<string, readonly string[]>> = {
  "no-verifier": ["no-access-right", "no-evidence-kind", "breach-undetectable"],
  "no-determination": ["breach-undetectable", "discretionary-enforcement"],
  "no-consequence": ["discretionary-enforcement"],
};

/** The findings that are told. One about several commitments goes only where each of them is named by another rule. */
export function silenced(findings: readonly Finding[]): readonly Finding[] {
  const named = new Map<string, Set<string>>();
  for (const { rule, commitments } of findings)
    for (const silent of silences[rule] ?? [])
      for (const commitment of commitments) {
        const known = named.get(silent);
        if (known === undefined) named.set(silent, new Set([commitment]));
        else known.add(commitment);
      }

  return findings.filter(({ rule, commitments }) => {
    const silent = named.get(rule);

    return silent === undefined || commitments.length === 0 || !commitments.every((one) => silent.has(one));
  });
}
