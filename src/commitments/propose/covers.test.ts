import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

const release = "Aland shall release all prisoners.";
const dam = "Bland shall keep the dam open.";
const court = "The Court shall determine whether Article 1 was breached.";

/** Each string is an article; told are the commitments whose breach is answered. */
test.each<[string, string[], string[]]>([
  [
    "a bare violation, in an article of its own duties",
    [release, `${dam} In case of violation, the Chair shall inform the Council.`, court],
    [dam],
  ],
  [
    "a breach by a Party",
    [release, `${dam} In the event of a breach by a Party, the Water Board shall suspend payments.`, court],
    [dam],
  ],
  ["a present tense", [release, `${dam} In case of violation, payments are suspended automatically.`, court], [dam]],
  [
    "a bare violation that stands alone",
    [release, dam, court, "In case of violation, the Chair shall inform the Council."],
    [release, dam],
  ],
  [
    "a violation beside its determination",
    [release, dam, `${court} In case of violation, the Chair shall inform the Council.`],
    [release],
  ],
  [
    "such a violation",
    [release, `${dam} In case of such a violation, the Chair shall inform the Council.`, court],
    [release],
  ],
  [
    "a violation that somebody finds",
    [release, `${dam} If the Court finds a violation, the Chair shall inform the Council.`, court],
    [release],
  ],
  [
    "a violation of the whole",
    [release, `${dam} In case of a breach of this Agreement, the Chair shall inform the Council.`],
    [release, dam],
  ],
  [
    "a breach of another article",
    [release, `${dam} In case of a breach of Article 1, the Chair shall inform the Council.`],
    [release],
  ],
])("what is answered: %s", (_, articles, expected) => {
  const text = articles.map((words, at) => `# Article ${at + 1}\n\n${words}\n`).join("\n");
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n${text}`, { name: "answered" });
  const answered = proposeReading(draft).commitments.flatMap(({ label, onBreach }) =>
    onBreach.length === 0 ? [] : [articles[Number(label) - 1]!.replace(/(?<=\.) .*/, "")],
  );

  expect(answered).toEqual(expected);
});
