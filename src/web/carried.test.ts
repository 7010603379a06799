import { expect, test } from "vitest";
import { carryIdentity, readDraft } from "../text/index.ts";
import { carriedWords } from "./carried.ts";
import { laid } from "./laid.ts";

const source = `# Accord

1. Aland shall withdraw its guns within 30 days after signature.

2. Bland shall release all detainees.
`;
const reading = {
  name: "agreed.yaml",
  source: `servanda: reading/1
reader: secretariat
actors: { Aland: { kind: party }, Bland: { kind: party } }
frames:
  - at: "1"
    says: "<Aland> SHALL withdraw <its guns> WITHIN 30 DAYS AFTER SIGNATURE TOWARDS <Bland>."
    spans: { bearer: { words: Aland }, window: { words: within 30 days after signature } }
  - at: "2"
    says: "<Bland> SHALL release <all detainees> TOWARDS <Aland>."
`,
};

const opened = readDraft(source, { name: "accord.md" });

/** The labels that are read after an edit, and what is told of it. */
function after(edit: (source: string) => string): { readonly labels: readonly string[]; readonly says: string | null } {
  const now = carryIdentity(opened, readDraft(edit(source), { name: "accord.md" }));
  const outcome = laid(reading, opened, now);
  if (outcome.kind === "refused") return { labels: [], says: outcome.reason };

  return {
    labels: outcome.value.commitments.map(({ label }) => label),
    says: outcome.carried === null ? null : carriedWords(outcome.carried),
  };
}

test.each<[string, (source: string) => string, readonly string[], string | null]>([
  ["nothing edited", (text) => text, ["1", "2"], null],
  [
    "a point put in front: everything is renumbered and nothing is lost",
    (text) =>
      text.replace("\n2. Bland", "\n3. Bland").replace("\n1. Aland", "\n1. The Parties reaffirm peace.\n\n2. Aland"),
    ["2", "3"],
    null,
  ],
  [
    "a deadline changed",
    (text) => text.replace("30 days", "45 days"),
    ["1", "2"],
    "The words changed at 1 (when): what was read there stands as before, and nobody has confirmed it.",
  ],
  [
    "words changed that no slot rests on",
    (text) => text.replace("all detainees", "all prisoners"),
    ["1", "2"],
    "The words changed at 2: what was read there stands as before, and nobody has confirmed it.",
  ],
  [
    "a point struck out",
    (text) => text.slice(0, text.indexOf("2. Bland")),
    ["1"],
    "2 is gone, and what was read there with it.",
  ],
])("a reading is carried over an edit: %s", (_name, edit, labels, says) => {
  expect(after(edit)).toEqual({ labels, says });
});

test("a reading that fits only the words as edited is laid over these; one that fits neither is refused with its place", () => {
  const first = readDraft(source.replace("2. Bland", "7. Bland"), { name: "accord.md" });
  const mended = carryIdentity(first, readDraft(source, { name: "accord.md" }));

  expect(laid(reading, first, mended)).toMatchObject({ kind: "ok", carried: null });
  expect(laid(reading, first, first)).toMatchObject({
    kind: "refused",
    reason: expect.stringMatching(/^agreed\.yaml:\d+:\d+ /),
  });
});
