import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

const count = 300;

/** One article of many paragraphs, each with a promise and a clause for all of them. */
function article(clause: string): string {
  const lines = Array.from({ length: count }, (_, at) => `Aland shall open gate ${at + 1}. ${clause}`);

  return `---\nlanguages: [en]\n---\n\n# Article 1\n\n${lines.join("\n\n")}\n`;
}

test.each([
  ["verification", "The Mission shall verify compliance with this Agreement."],
  ["answers", "If a Party breaches this Agreement, Guarland shall suspend its payments."],
] as const)("clauses that each serve all commitments do not multiply: %s", (_sort, clause) => {
  const { commitments } = proposeReading(readDraft(article(clause), { name: "many" }));
  expect(commitments.length).toBeGreaterThanOrEqual(count);
  for (const { verification, onBreach } of commitments)
    expect(Math.max(verification.length, onBreach.length)).toBeLessThanOrEqual(40);
});
