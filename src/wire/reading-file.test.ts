import { describe, expect, test } from "vitest";
import { printTreatyEnglish, spansOf, valueOf } from "../commitments/index.ts";
import type { Reading } from "../commitments/index.ts";
import { readDraft } from "../text/index.ts";
import { parseReadingFile } from "./reading-file.ts";

const draft = readDraft(
  `# Agreement between Aland and Bland

4.1 Aland shall withdraw its guns within 30 days after signature. Aland pays.

4.10 The Parties shall [meet][talk] each month.
`,
  { name: "draft.md" },
);

const head = `servanda: reading/1
reader: secretariat
actors: { ALAND: { kind: party }, BLAND: { kind: party, name: { en: Bland } } }
bodies: { JC: { members: { ALAND: 1, BLAND: 1 }, rule: majority, createdBy: "4.10" } }
`;

function reading(source: string): Reading {
  const parsed = parseReadingFile(head + source, "a.yaml", draft);
  if (parsed.kind === "refused") throw new Error(`${parsed.line}:${parsed.column} ${parsed.reason}`);

  return parsed.value;
}

describe("a reading", () => {
  test("is asserted where no words are given and stated where they are", () => {
    const { commitments } = reading(`frames:
  - at: "4.1"
    says: ALAND SHALL withdraw <guns> WITHIN 30 DAYS AFTER SIGNATURE TOWARDS BLAND.
    spans: { bearer: [0, 5], window: { words: within 30 days after signature } }
`);
    const [commitment] = commitments;
    const { words } = draft.provisions.find(({ label }) => label === "4.1")!;
    const told = (slot: Parameters<typeof spansOf>[0]): readonly string[] =>
      spansOf(slot).map(({ start, end }) => words.slice(start, end));
    expect([commitment!.bearer.kind, told(commitment!.bearer)]).toEqual(["stated", ["Aland"]]);
    expect([commitment!.window.kind, told(commitment!.window)]).toEqual(["stated", ["within 30 days after signature"]]);
    expect(commitment!.counterparty).toEqual({ kind: "asserted", value: ["BLAND"], by: "secretariat", why: null });
  });

  test("gives part of a slot its own words", () => {
    const { commitments } = reading(`frames:
  - at: "4.1"
    says: ALAND SHALL withdraw <guns> WITHIN 30 DAYS AFTER ?POINT [4.10].
    spans: { window.after.point: { words: after signature } }
`);
    const window = commitments[0]!.window;
    expect(window.kind).toBe("asserted");
    const point = valueOf(valueOf(window)!.after)!.point;
    expect(spansOf(point).length).toBe(2);
  });

  test("says the same in sentences and in fields", () => {
    const sentences = reading(`frames:
  - at: "4.1"
    says: |
      ALAND, BLAND JOINTLY SHALL NOT withdraw <guns> FROM <Zone B> AT LEAST 50 km
        UPON SIGNATURE WITHIN 30 DAYS AFTER COMPLETION OF [4.10] UNTIL 2030-01-01 UNLESS [war] OTHERWISE [4.10]
        WITH CONSENT OF JC TOWARDS BLAND IRREVOCABLE, VALUE 5 COUNTED AS pieces, BASELINE <Annex A> ON 2026-03-01
        DONE MEANS <none is left> VERIFIED BY JC USING satellite DETERMINED BY JC WITHIN 14 DAYS
        ON BREACH JC SHALL suspend <payments> OVERRIDES [4.10] SURVIVES TERMINATION.
`);
    const fields = reading(`frames:
  - at: "4.1"
    bearer: [ALAND, BLAND]
    liability: joint
    modality: prohibition
    action: { verb: withdraw, object: guns, place: from Zone B }
    quantity: { value: 50, unit: km, bound: at-least, countedAs: pieces, baseline: Annex A on 2026-03-01 }
    trigger: SIGNATURE
    window: WITHIN 30 DAYS AFTER COMPLETION OF [4.10]
    until: 2030-01-01
    condition: UNLESS [war]
    elseBranch: "4.10"
    needsConsentOf: JC
    counterparty: BLAND
    reversible: irrevocable
    value: 5
    criterion: none is left
    verification: [JC USING satellite]
    determination: JC WITHIN 14 DAYS
    onBreach: ["JC SHALL suspend <payments>"]
    overrides: ["4.10"]
    survivesTermination: true
`);
    expect(fields.commitments).toEqual(sentences.commitments);
  });

  test("may read a bracket's option only", () => {
    const { commitments } = reading(`frames:
  - { at: "4.10", says: "ALAND, BLAND SEVERALLY SHALL talk.", option: 4.10/1=2 }
`);
    expect(Object.values(commitments[0]!.requires).length).toBe(1);
  });

  test("numbers commitments within their provision and puts them in the order of the text", () => {
    const { commitments } = reading(`frames:
  - { at: "4.10", says: ALAND SHALL meet. BLAND SHALL meet. }
  - { at: "4.1", says: ALAND SHALL withdraw <guns>. }
  - { at: "4.10", says: ALAND SHALL talk. }
`);
    expect(commitments.map(({ id }) => id)).toEqual(["4.1/1", "4.10/1", "4.10/2", "4.10/3"]);
  });

  test("takes a name for the actor of that id", () => {
    const { commitments } = reading(`frames: [{ at: "4.1", says: "ALAND SHALL pay <ten> TOWARDS <Bland>." }]\n`);
    expect(valueOf(commitments[0]!.counterparty)).toEqual(["BLAND"]);
  });

  test("keeps what is left open on purpose, who allies with whom, and the zone", () => {
    const read = parseReadingFile(
      `servanda: reading/1
reader: BLAND
text: { sha256: "${"0".repeat(64)}" }
timeZone: UTC
actors: { A: { kind: party, alliedWith: B }, B: { kind: party }, BOTH: { kind: party, means: [A, B] } }
declared: [{ at: "4.1", slot: window.after.point, by: [A, B], reviewOn: { daysAfter: 60, event: entry-into-force } }]
`,
      "b.yaml",
      draft,
      { textHash: "1".repeat(64) },
    );
    expect(read).toMatchObject({
      kind: "ok",
      value: {
        declared: [
          { at: "4.1", slot: "window.after.point", reviewOn: "60 days after entry-into-force", purpose: null },
        ],
        timeZone: { kind: "asserted", value: "UTC" },
        slips: [{ line: 3, column: 17 }],
      },
    });
    if (read.kind === "ok") {
      expect(read.value.actors.map(({ alliedWith, collective }) => [alliedWith, collective])).toEqual([
        [["B"], null],
        [[], null],
        [[], ["A", "B"]],
      ]);
      expect(printTreatyEnglish(read.value)).toContain("ACTOR <A> IS party ALLIED WITH B.");
    }
  });
});

describe("what is refused, and where", () => {
  const lines = head.split("\n").length - 1;

  test.each<[string, string, string, string, string]>([
    [
      "a provision there is not",
      `frames:\n  - { at: "9.9", says: ALAND SHALL pay. }\n`,
      "unknown-provision",
      "2:11",
      "4.1",
    ],
    [
      "another way to write a label",
      `frames:\n  - { at: "Article 4.1", says: ALAND SHALL pay. }\n`,
      "unknown-provision",
      "2:11",
      `write "4.1"`,
    ],
    [
      "a label without quotation marks",
      `frames:\n  - at: 4.10\n    says: ALAND SHALL pay.\n`,
      "wrong-shape",
      "2:9",
      "quotation marks",
    ],
    [
      "an actor nobody declares",
      `frames:\n  - at: "4.1"\n    says: |\n      ALAND SHALL pay <ten>\n        TOWARDS CLAND.\n`,
      "undeclared-actor",
      "5:17",
      "CLAND",
    ],
    [
      "an actor nobody declares, in fields",
      `frames:\n  - at: "4.1"\n    bearer: CLAND\n    action: { verb: pay }\n`,
      "undeclared-actor",
      "3:13",
      "CLAND",
    ],
    [
      "a label in a sentence",
      `frames:\n  - at: "4.1"\n    says: |\n      ALAND SHALL pay AFTER [7].\n`,
      "unknown-provision",
      "4:29",
      `"7"`,
    ],
    [
      "a frame that goes to a label there is not",
      `frames:\n  - at: "4.1"\n    says: |\n      ALAND SHALL pay.\n      7 ALAND SHALL pay.\n`,
      "unknown-provision",
      "5:7",
      `"7"`,
    ],
    [
      "Treaty English that does not parse",
      `frames:\n  - at: "4.1"\n    says: |\n      ALAND SHALL pay <ten>\n        WITHIN soon.\n`,
      "not-treaty-english",
      "5:16",
      "n DAYS",
    ],
    [
      "Treaty English on one line",
      `frames:\n  - { at: "4.1", says: "ALAND SHALL PAY." }\n`,
      "not-treaty-english",
      "2:37",
      "small letters",
    ],
    [
      "a field that does not parse",
      `frames:\n  - at: "4.1"\n    action: { verb: pay }\n    window: WHENEVER\n`,
      "not-treaty-english",
      "4:13",
      "WITHIN",
    ],
    [
      "words that do not stand there",
      `frames:\n  - at: "4.1"\n    says: ALAND SHALL pay.\n    spans: { bearer: { words: Oland } }\n`,
      "words-not-found",
      "4:22",
      "Oland",
    ],
    [
      "words that stand there twice",
      `frames:\n  - at: "4.1"\n    says: ALAND SHALL pay.\n    spans: { bearer: { words: Aland } }\n`,
      "words-not-found",
      "4:22",
      "more than once",
    ],
    [
      "offsets outside the words",
      `frames:\n  - at: "4.1"\n    says: ALAND SHALL pay.\n    spans: { bearer: [0, 500] }\n`,
      "words-not-found",
      "4:22",
      "500",
    ],
    [
      "a slot there is not",
      `frames:\n  - at: "4.1"\n    says: ALAND SHALL pay.\n    spans: { colour: [0, 5] }\n`,
      "unknown-slot",
      "4:14",
      "colour",
    ],
    [
      "an option no bracket has",
      `frames:\n  - { at: "4.10", says: ALAND SHALL meet., option: 4.10/1=7 }\n`,
      "unknown-option",
      "2:52",
      "7",
    ],
    [
      "sentences and fields at once",
      `frames:\n  - { at: "4.1", says: ALAND SHALL pay., bearer: ALAND }\n`,
      "wrong-shape",
      "2:42",
      "not both",
    ],
    ["neither sentence nor act", `frames:\n  - { at: "4.1" }\n`, "wrong-shape", "2:5", "says"],
    ["a key nobody knows", `colour: red\n`, "wrong-shape", "1:1", "colour"],
    [
      "a key nobody knows, inside",
      `frames:\n  - at: "4.1"\n    says: ALAND SHALL pay.\n    sapns: {}\n`,
      "wrong-shape",
      "4:5",
      "sapns",
    ],
    ["a value that is none of the list", `authentic: { languages: 7 }\n`, "wrong-shape", "1:25", ""],
    ["a key that stands twice", `frames: []\nframes: []\n`, "not-yaml", "2:1", "twice"],
    ["an anchor", `definitions: &x { a: b }\n`, "not-yaml", "1:17", "anchor"],
    ["an alias", `definitions: *x\n`, "not-yaml", "1:14", ""],
    ["a tag", `definitions: !!map { a: b }\n`, "not-yaml", "1:20", "tag"],
    ["a merge key", `definitions:\n  <<: { a: b }\n`, "not-yaml", "2:3", "merge"],
    ["no YAML", `frames: [\n`, "not-yaml", "2:1", ""],
    ["too deep", `definitions: ${"[".repeat(70)}\n`, "not-yaml", "1:78", "deep"],
    ["too deep, by indicators", `definitions:\n  ${"? ".repeat(40)}x\n`, "not-yaml", "2:1", "deep"],
    [
      "a field that says more than itself",
      `frames:\n  - at: "4.1"\n    action: { verb: pay }\n    window: PROMPTLY. BLAND SHALL pay\n`,
      "wrong-shape",
      "2:5",
      "one sentence",
    ],
    [
      "a declared ambiguity of a provision there is not",
      `declared: [{ at: "7", slot: window, by: [ALAND] }]\n`,
      "unknown-provision",
      "1:18",
      `"7"`,
    ],
    [
      "an ambiguity declared by somebody unknown",
      `declared: [{ at: "4.1", slot: window, by: [CLAND] }]\n`,
      "undeclared-actor",
      "1:44",
      "CLAND",
    ],
  ])("%s", (_name, source, code, place, says) => {
    const parsed = parseReadingFile(head + source, "a.yaml", draft);
    expect(parsed.kind).toBe("refused");
    if (parsed.kind !== "refused") return;
    const [line = 0, column] = place.split(":").map(Number);
    expect([parsed.code, parsed.line - lines, parsed.column]).toEqual([code, line, column]);
    expect(parsed.reason).toContain(says);
    expect(parsed.file).toBe("a.yaml");
  });

  test.each<[string, string, string]>([
    ["an empty file", "", "wrong-shape"],
    ["another kind of file", "servanda: process/1\nreader: a\n", "wrong-shape"],
    ["a list", "- 1\n", "wrong-shape"],
    [
      "a member nobody declares",
      "servanda: reading/1\nreader: a\nbodies: { JC: { members: { X: 1 } } }\n",
      "undeclared-actor",
    ],
    [
      "a body created by a provision there is not",
      `servanda: reading/1\nreader: a\nbodies: { JC: { createdBy: "77" } }\n`,
      "unknown-provision",
    ],
    ["two documents", "servanda: reading/1\nreader: a\n---\nservanda: reading/1\n", "not-yaml"],
    ["a million characters", "#".repeat(1_000_000), "too-large"],
  ])("%s", (_name, source, code) => {
    expect(parseReadingFile(source, "a.yaml", draft)).toMatchObject({ kind: "refused", code });
  });
});
