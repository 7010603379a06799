import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../src/checks/index.ts";
import type { Report } from "../src/checks/index.ts";
import { proposeReading } from "../src/commitments/index.ts";
import { readDraft } from "../src/text/index.ts";
import type { Draft } from "../src/text/index.ts";
import { mended } from "../src/web/placed.ts";

// A repair that is put into the text as the page puts it in ends the finding, and brings the grade that it promises.
const folder = resolve(import.meta.dirname, "../cases/checks/bad");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

const treatyEnglish = `# Treaty between Norrland and Sudland

ACTOR Norrland IS party. ACTOR Sudland IS party. ACTOR <Zone Inspectorate> IS verifier. ACTOR <Council of Guarantors> IS guarantor.
BODY <Zone Board> OF Norrland, Sudland, <Zone Chair> DECIDES BY CONSENSUS WITHIN 10 DAYS CREATED BY [4].

1. Norrland SHALL withdraw <infantry> FROM <the Zone> TOWARDS Sudland. VERIFIED BY <Zone Inspectorate> USING site visit WITH CONSENT OF Norrland WITHIN 4 DAYS, REPORTING TO <Zone Board>. DETERMINED BY <Zone Board> WITHIN 10 DAYS. ON BREACH <Council of Guarantors> MAY impose <a fine> WITHIN 10 DAYS.

2. Sudland SHALL clear <mines> FROM <the Zone> WITHIN 20 DAYS AFTER ENTRY INTO FORCE.

3. Sudland SHALL lift <the blockade> WITHIN 9 DAYS AFTER SIGNATURE TOWARDS Norrland. VERIFIED BY <Zone Inspectorate> WITHIN 2 DAYS, REPORTING TO <Zone Board>. DETERMINED BY <Council of Guarantors> WITHIN 5 DAYS. ON BREACH ?BEARER SHALL impose <a fine> WITHIN 5 DAYS.

4. A Zone Board is hereby established.
`;

function checked(source: string, name: string): { readonly draft: Draft; readonly report: Report } {
  const draft = readDraft(source, { name });
  const reading = proposeReading(draft);

  return { draft, report: check({ draft, readings: [reading], choices: {}, answerWithin: null }) };
}

/** How many repairs were made and held. */
function holds(source: string, name: string): number {
  let made = 0;
  const { draft, report } = checked(source, name);
  for (const { id, rule, provisions, commitments, repairs } of report.findings)
    for (const { says, edit, grade } of repairs) {
      const what = `${rule} at ${provisions.join(", ")}: ${says}`;
      expect(edit, what).not.toBeNull();
      if (edit === null) continue;
      const provision = draft.provisions.find(({ label }) => label === edit.provision);
      expect(provision, what).toBeDefined();
      if (provision === undefined) continue;
      const next = mended(draft, provision, edit.removed, edit.added);
      expect(next, what).not.toBeNull();
      const after = checked(next ?? "", name).report;
      expect(
        after.findings.map((finding) => finding.id),
        what,
      ).not.toContain(id);
      const row = after.grades.find(({ commitment }) => commitment === commitments[0]);
      made += 1;
      if (grade !== null && row !== undefined)
        expect(row.enforceable >= grade, `${what}: ${row.enforceable}`).toBe(true);
    }

  return made;
}

describe("each repair, once made, ends its finding", () => {
  test.each(names)("%s", (name) => {
    const source = readFileSync(resolve(folder, name), "utf8");
    holds(source.slice(source.indexOf("\n\n") + 2), name.replace(/txt$/, "md"));
  });

  test("in Treaty English", () => {
    expect(holds(treatyEnglish, "treaty.md")).toBeGreaterThan(5);
  });
});
