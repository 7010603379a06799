import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenWords } from "./chosen-words.ts";
import type { Choices, Draft } from "./draft.ts";
import { carryIdentity } from "./identity.ts";
import { optionsAround } from "./options-around.ts";
import { printDraft } from "./pieces.ts";
import { readDraft } from "./read-draft.ts";

const bit = fc.constantFrom(
  ..."[ ] [[ ]] ][ shall/should [UA: [no~text] [~] or [or] Option~1: Option~2: # ## Article~1 1. 1.1 (a) (i) - * ** ¤ _ ` \\[ [^1] [^1]: [x](http://y.z) > | --- {.x} <p> </p> <li> &amp; &lt Annex~A § \u200b \u202e й ا \r \r\n words~of the~Mission".split(
    " ",
  ),
  "\n",
  "\n\n",
  "  ",
);
const bracketed = fc
  .array(bit, { maxLength: 60 })
  .map((bits) => bits.join(" ").replaceAll("~", " ").replaceAll("¤", "~~"));
const anything = fc.oneof(bracketed, fc.string({ maxLength: 200 }), fc.string({ unit: "binary", maxLength: 200 }));
const format = fc.constantFrom("markdown" as const, "plain" as const, "html" as const);
const read = (source: string, format: "markdown" | "plain" | "html" = "markdown"): Draft =>
  readDraft(source, { name: "x", format });

/** Brackets in one another, over several provisions, and as paragraphs. */
const opened = fc
  .array(
    fc.constantFrom(
      "1. Lead:\n(a) one [and\n(b) two [big][small]\n(c) three] of them.",
      "2. [Second [red].\n\n3. Third [then][now].\n\n4. Fourth.]",
      "Option 1:\n\n5. Aland decides [alone].\n\nOption 2:\n\n5. Bland decides.",
      "6. The last [[of] all].",
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join("\n\n"));
const picked = fc.infiniteStream(fc.nat({ max: 3 }));
const someChoices = (draft: Draft, picks: fc.Stream<number>): Choices =>
  Object.fromEntries(
    draft.groups.flatMap(({ id, options }): [string, string][] => {
      const at = picks.next().value ?? 0;
      return at === 3 ? [] : [[id, options[at]?.id ?? "none"]];
    }),
  );

test("printing what was read gives back every character", () => {
  fc.assert(
    fc.property(anything, format, (source, format) => printDraft(read(source, format)) === source),
    { numRuns: 600 },
  );
});

test("what is told as words is what stands in the source, and no letter of a Markdown text without marks is lost", () => {
  fc.assert(
    fc.property(bracketed, (source) => {
      const draft = read(source);
      for (const provision of draft.provisions) {
        const tiles = draft.pieces.filter((piece) => piece.kind === "words" && piece.provision === provision.index);
        expect(
          tiles
            .map((piece) => piece.source)
            .join("")
            .replace(/\s+/g, ""),
        ).toBe(provision.words.replace(/\s+/g, ""));
      }
      const lost = draft.pieces.filter((piece) => piece.kind === "gap" && piece.source.trim() !== "");
      expect(lost).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("letters without marks are never mark-up", () => {
  const prose = fc.array(
    fc.constantFrom("the", "Party", "shall", "1. One", "[a][b]", "(b) item", "Article 4", "\n\n"),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(prose, (words) =>
      read(words.join(" ")).pieces.every((piece) => piece.kind !== "markup" || !/\p{L}/u.test(piece.source)),
    ),
    { numRuns: 300 },
  );
});

test("the accounts explain every opening bracket", () => {
  fc.assert(
    fc.property(anything, (source) => {
      const { accounts: sum, groups } = read(source);
      const explained =
        sum.bracketedOptions +
        sum.connectors +
        sum.blanks +
        sum.placeholders +
        sum.links +
        sum.notes +
        sum.citations +
        sum.escapes +
        sum.unclosed +
        sum.tooDeep +
        sum.other;
      expect(explained).toBe(sum.openers);
      expect(sum.other).toBeGreaterThanOrEqual(0);
      expect(groups.reduce((count, group) => count + group.options.length, 0)).toBe(sum.options);
    }),
    { numRuns: 600 },
  );
});

test("ids and labels are unique, and every slip has a place", () => {
  fc.assert(
    fc.property(anything, format, (source, format) => {
      const draft = read(source, format);
      expect(new Set(draft.provisions.map(({ id }) => id)).size).toBe(draft.provisions.length);
      expect(new Set(draft.provisions.map(({ label }) => label)).size).toBe(draft.provisions.length);
      expect(draft.slips.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test("chosen words are stretches of the provision's own words, and one option a group is left", () => {
  fc.assert(
    fc.property(bracketed, (source) => {
      const draft = read(source);
      const last = Object.fromEntries(draft.groups.map((group) => [group.id, group.options.at(-1)!.id]));
      for (const choices of [{}, last])
        for (const { index, words } of draft.provisions) {
          const chosen = chosenWords(draft, index, choices);
          chosen.kept.forEach(({ at, from }, place) => {
            const until = chosen.kept[place + 1]?.at ?? chosen.words.length;
            expect(words.slice(from, from + until - at)).toBe(chosen.words.slice(at, until));
          });
        }
    }),
    { numRuns: 300 },
  );
});

test("words that are remembered are those found anew, and one object for the same words", () => {
  fc.assert(
    fc.property(fc.oneof(opened, bracketed), picked, (source, picks) => {
      const draft = read(source);
      for (let round = 0; round < 6; round += 1) {
        const choices = someChoices(draft, picks);
        for (const { index } of draft.provisions) {
          const found = chosenWords(draft, index, choices);
          expect(found).toEqual(chosenWords({ ...draft }, index, choices));
          if (draft.groups.length > 0) expect(chosenWords(draft, index, { ...choices })).toBe(found);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("a character is there under the options around it alone, and gone where another stands in one of their groups", () => {
  const isKept = (draft: Draft, index: number, choices: Choices, at: number): boolean => {
    const { present, words, kept } = chosenWords(draft, index, choices);
    return (
      present &&
      kept.some((stretch, place) => {
        const length = (kept[place + 1]?.at ?? words.length) - stretch.at;
        return stretch.from <= at && at < stretch.from + length;
      })
    );
  };
  fc.assert(
    fc.property(fc.oneof(opened, bracketed), picked, (source, picks) => {
      const draft = read(source);
      const choices = someChoices(draft, picks);
      for (const { index, words } of draft.provisions)
        for (let at = 0; at < words.length; at += 1) {
          if (/\s/.test(words[at]!) || !isKept(draft, index, choices, at)) continue;
          const around = optionsAround(draft, index, { start: at, end: at + 1 }, choices);
          expect(isKept(draft, index, around, at)).toBe(true);
          for (const [id, option] of Object.entries(around)) {
            const { relation, options } = draft.groups.find((group) => group.id === id)!;
            const other = relation === "optional" ? "none" : options.find((each) => each.id !== option)?.id;
            if (other === undefined) continue;
            expect(isKept(draft, index, { ...choices, [id]: other }, at)).toBe(false);
          }
        }
    }),
    { numRuns: 300 },
  );
});

test("renumbering leaves every identity, and an edited provision keeps its own", () => {
  const numbered = (words: readonly string[], first: number): string =>
    words.map((each, at) => `${at + first}. ${each}.`).join("\n\n");
  const sentence = fc.uniqueArray(
    fc
      .string({ unit: fc.constantFrom(..."abcdefgh "), minLength: 12, maxLength: 40 })
      .filter((s) => /^[a-h]{3}/.test(s)),
    { minLength: 3, maxLength: 8, selector: (s) => s.trim().toLowerCase() },
  );
  fc.assert(
    fc.property(sentence, fc.integer({ min: 2, max: 30 }), (words, first) => {
      const ids = (draft: Draft): string[] => draft.provisions.map(({ id }) => id);
      const before = read(numbered(words, 1));
      expect(ids(read(numbered(words, first)))).toEqual(ids(before));
      const edited = words.map((each, at) => (at === 1 ? `${each} and more` : each));
      expect(ids(carryIdentity(before, read(numbered(edited, first))))).toEqual(ids(before));
    }),
  );
});
