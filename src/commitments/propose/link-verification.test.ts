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

const twoReleases = ["Aland shall release all prisoners.", "Bland shall release all detainees."];
const twoRepairs = ["Aland shall repair the northern canal.", "Bland shall repair the southern dam."];
const pay = "Aland shall pay each fighter 200 crowns.";

/** Each string is an article; told are the commitments watched, with "?" where the words leave open which is meant. */
test.each<[string, string[], string[]]>([
  [
    "a plural",
    [...twoReleases, "The Mission shall verify the releases."],
    ["release all prisoners", "release all detainees"],
  ],
  [
    "each",
    [...twoReleases, "The Mission shall verify each release."],
    ["release all prisoners", "release all detainees"],
  ],
  [
    "every",
    [...twoRepairs, "The Water Board shall inspect every repair."],
    ["repair northern canal", "repair southern dam"],
  ],
  [
    "both",
    ["Aland shall return the Dell.", "Bland shall return the Vale.", "The Land Office shall monitor both returns."],
    ["return Dell", "return Vale"],
  ],
  [
    "all, beyond its own article",
    ["Aland shall return the Dell.", "Bland shall return the Vale. The Land Office shall verify all returns."],
    ["return Dell", "return Vale"],
  ],
  [
    "articles by number",
    [...twoReleases, "Aland shall open the road.", "The Mission shall verify compliance with Articles 1 and 2."],
    ["release all prisoners", "release all detainees"],
  ],
  [
    "a list of acts",
    [
      "Aland shall withdraw its tanks.",
      "Bland shall demobilise its fighters.",
      pay,
      "The Mission shall verify the withdrawal and the demobilisation.",
    ],
    ["withdraw its tanks", "demobilise its fighters"],
  ],
  [
    "one act, and two that it may be",
    [...twoReleases, "The Mission shall verify the release."],
    ["release all prisoners ?", "release all detainees ?"],
  ],
  [
    "one act by its object",
    [...twoRepairs, "The Water Board shall verify the repair of the dam."],
    ["repair southern dam"],
  ],
  [
    "one act of its own article",
    [twoReleases[0]!, `${twoReleases[1]!} The Mission shall verify the release.`],
    ["release all detainees"],
  ],
  [
    "a plural of its own article",
    [twoRepairs[0]!, `${twoRepairs[1]!} The Water Board shall verify the repairs.`],
    ["repair southern dam"],
  ],
  ["a person as something done", [`${pay} The Mission shall certify each fighter as demobilised.`], []],
  [
    "a person as something done, with the act that does it",
    [`${pay} Bland shall demobilise 300 fighters. The Mission shall certify each fighter as demobilised.`],
    ["demobilise 300 fighters"],
  ],
  [
    "that a person has something done",
    [
      "Aland shall pay each officer. Aland shall vet each officer. The Panel shall certify that each officer is vetted.",
    ],
    ["vet each officer"],
  ],
  [
    "a thing as agreed",
    ["Aland shall guard the depots. The Mission shall inspect the depots as agreed."],
    ["guard depots"],
  ],
])("what is watched: %s", (_, articles, expected) => {
  const text = articles.map((words, at) => `# Article ${at + 1}\n\n${words}\n`).join("\n");
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n${text}`, { name: "watched" });
  const watched = proposeReading(draft).commitments.flatMap(({ action, verification }) =>
    verification.map(({ by }) => `${action.verb} ${action.object}${by.kind === "ambiguous" ? " ?" : ""}`),
  );

  expect(watched).toEqual(expected);
});
