import { expect, test } from "vitest";
import { tellingOf } from "../../../test/telling.ts";
import { readDraft } from "../../text/index.ts";
import { spansOf } from "../slot.ts";
import { readPast, withoutMarks } from "./direction-marks.ts";
import { proposeReading } from "./propose-reading.ts";

const bare = (words: string): string => `---\nlanguages: [en]\n---\n\n# Agreement between ${words}`;

/** `~` stands for a mark of direction. */
test.each([
  "the ~Republic of Vesta~ and Aland\n\n1. The ~Republic of Vesta~ shall release all prisoners within 10 days of signature.\n",
  "the Republic of Vesta and Aland\n\n1. Al~and shall with~draw its tanks~.\n",
  "the Republic of Vesta and Aland\n\n1. Aland ~shall~ pay ~5 million crowns to the Republic ~of Vesta.\n",
  "the Republic of Vesta and Aland\n\n1. The Parties ~shall:\n\n(a) ~open the crossing;\n\n(b) release [all~][some] prisoners.\n",
])("marks of direction change no reading: %s", (words) => {
  const plain = tellingOf(proposeReading(readDraft(bare(words.replaceAll("~", "")), { name: "row" })));
  for (const mark of "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069") {
    const draft = readDraft(bare(words.replaceAll("~", mark)), { name: "row" });
    const reading = proposeReading(draft);
    expect(tellingOf(reading)).toEqual(plain);
    for (const { bearer } of reading.commitments) {
      const said = spansOf(bearer).map(
        ({ provision, start, end }) =>
          draft.provisions.find(({ id }) => id === provision)?.words.slice(start, end) ?? "",
      );
      const names = bearer.kind === "stated" ? bearer.value : [];
      for (const name of names) expect(withoutMarks(said.join(" "))).toContain(name);
    }
  }
});

test("where each stretch stands is kept", () => {
  const runs = [
    { at: 0, provision: "a", from: 10 },
    { at: 6, provision: "b", from: 0 },
  ];
  expect(readPast("ab\u202Ecd\u200Fefg", runs)).toEqual({
    text: "abcdefg",
    runs: [
      { at: 0, provision: "a", from: 10 },
      { at: 2, provision: "a", from: 13 },
      { at: 4, provision: "b", from: 0 },
    ],
  });
  expect(readPast("abc", runs)).toEqual({ text: "abc", runs });
});
