import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { valueOf } from "../slot.ts";
import { proposeReading } from "./propose-reading.ts";

test("a report counts for the look that stands beside it, before others of the article", () => {
  const draft = readDraft(
    `---
languages: [en]
---

# Article 3

3.1 Aland shall withdraw its tanks. Aland shall release all prisoners.

3.2 The Mission shall verify the withdrawal. The Mission shall report to the Commission within 3 days.

3.3 The Mission shall verify the release. The Mission shall report to the Commission within 2 days.
`,
    { name: "reports" },
  );
  const days = proposeReading(draft).commitments.flatMap(({ action, verification }) =>
    verification.map(({ reportsWithin }) => `${action.verb} ${valueOf(reportsWithin)?.amount ?? "?"}`),
  );

  expect(days).toEqual(["withdraw 3", "release 2"]);
});
