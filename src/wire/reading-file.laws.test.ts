import fc from "fast-check";
import { expect, test } from "vitest";
import { readDraft } from "../text/index.ts";
import { parseProcessFile } from "./process-file.ts";
import { parseReadingFile } from "./reading-file.ts";

const draft = readDraft("4.1 Aland shall pay.\n\n4.2 Bland shall [meet][talk].\n", { name: "draft.md" });

/** Pieces of YAML and of reading files in any order. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "servanda: reading/1\n",
        "reader: a\n",
        "frames:\n",
        "  - at: ",
        '"4.1"\n',
        "    says: |\n",
        "      ALAND SHALL pay.\n",
        "    spans: ",
        "{ bearer: [0, 5] }\n",
        "{ words: Aland }",
        "actors: ",
        "{ ALAND: { kind: party } }\n",
        "bodies:\n  JC:\n    members: [ALAND]\n",
        "? ",
        "- ",
        ": ",
        "&a ",
        "*a ",
        "!!str ",
        "<<: ",
        "\t",
        "|\n",
        ">-\n",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        "\n",
        "  ",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "__proto__: { a: 1 }\n",
        "constructor: x\n",
        "title: x\n",
        "parties: ",
        "\u0000",
        "\ud800",
        "\u2028",
        "\r\n",
        "\ufeff",
        "~",
        "null",
        "0x10",
        "1e999",
        "NO",
        "12:30",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

test("no file whatever makes a reader throw, and every refusal has a place inside the file", () => {
  fc.assert(
    fc.property(soup, (source) => {
      for (const parsed of [parseReadingFile(source, "a.yaml", draft), parseProcessFile(source, "process.yaml")]) {
        if (parsed.kind === "ok") continue;
        expect(parsed.reason).not.toBe("");
        expect(parsed.line).toBeGreaterThanOrEqual(1);
        expect(parsed.line).toBeLessThanOrEqual(source.split("\n").length + 1);
        expect(parsed.column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 1500 },
  );
});

test("a whole reading with one character changed is read or refused", () => {
  const whole = `servanda: reading/1
reader: secretariat
actors: { ALAND: { kind: party, name: { en: Aland } } }
frames:
  - at: "4.1"
    says: |
      ALAND SHALL pay <ten units> WITHIN 30 DAYS AFTER [4.2].
    spans: { bearer: { words: Aland } }
declared:
  - { at: "4.1", slot: window, by: [ALAND] }
`;
  expect(parseReadingFile(whole, "a.yaml", draft).kind).toBe("ok");
  fc.assert(
    fc.property(fc.nat(whole.length), fc.string({ maxLength: 3 }), fc.nat(3), (at, put, cut) => {
      const parsed = parseReadingFile(whole.slice(0, at) + put + whole.slice(at + cut), "a.yaml", draft);
      expect(["ok", "refused"]).toContain(parsed.kind);
    }),
    { numRuns: 500 },
  );
});
