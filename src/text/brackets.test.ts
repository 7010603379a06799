import { describe, expect, test } from "vitest";
import { chosenWords } from "./chosen-words.ts";
import { optionsAround } from "./options-around.ts";
import { parseChoice } from "./lookup.ts";
import { readDraft } from "./read-draft.ts";

const read = (words: string) => readDraft(`1. ${words}`, { name: "draft.md" });
const shape = (words: string) =>
  read(words).groups.map(({ relation, options }) => [relation, options.map(({ text }) => text)]);

describe("brackets are options", () => {
  test.each<[string, string, unknown]>([
    ["a lone bracket", "a [b] c", [["optional", ["b"]]]],
    ["touching brackets", "a [shall][should] c", [["alternatives", ["shall", "should"]]]],
    ["a connector in words", "[a] or [b]", [["alternatives", ["a", "b"]]]],
    ["a connector in brackets", "[a] [or] [b]", [["alternatives", ["a", "b"]]]],
    [
      "a space between",
      "[a] [b]",
      [
        ["optional", ["a"]],
        ["optional", ["b"]],
      ],
    ],
    [
      "nested",
      "[a [b] c]",
      [
        ["optional", ["a [b] c"]],
        ["optional", ["b"]],
      ],
    ],
    [
      "nested alternatives",
      "[[a][b] c]",
      [
        ["optional", ["[a][b] c"]],
        ["alternatives", ["a", "b"]],
      ],
    ],
    ["options named in brackets", "[Option 1: a] [Option 2: b]", [["alternatives", ["Option 1: a", "Option 2: b"]]]],
    ["a blank is no option", "within [ ] or [X] days", []],
    ["a placeholder is no option", "[Placeholder for finance]", []],
  ])("%s", (_name, words, expected) => {
    expect(shape(words)).toEqual(expected);
  });

  test("attribution, no text and the doubt about a space are kept", () => {
    const [first, second, third] = read("a [UA: within 24 hours][RU: within 72 hours] b [one] [two]").groups;
    expect(first).toMatchObject({
      basis: "attribution",
      options: [{ by: ["UA"], text: "within 24 hours" }, { by: ["RU"] }],
    });
    expect([second!.maybeAlternatives, third!.maybeAlternatives]).toEqual([true, true]);
    expect(read("a [b][no text]").groups[0]!.options[1]!.noText).toBe(true);
  });

  test("a name that is not declared is words, and a slip", () => {
    const draft = readDraft("---\nparties: [UA]\n---\n1. a [XX: b]", { name: "draft.md" });
    expect(draft.groups[0]!.options[0]).toMatchObject({ by: [], text: "XX: b" });
    expect(draft.slips.map(({ code }) => code)).toContain("unknown-attribution");
  });

  test.each<[string, string, string, number]>([
    ["a closer too many", "a ] b", "stray-close", 6],
    ["an opener too many", "a [ b", "unclosed", 6],
  ])("%s is kept as a word, with its place", (_name, words, code, column) => {
    const draft = read(words);
    expect(draft.slips.filter((slip) => slip.code !== "language-unknown")).toMatchObject([{ code, line: 1, column }]);
    expect(draft.provisions[0]!.words).toBe(words);
  });

  test("complete brackets inside a broken one are still read", () => {
    expect(shape("a [ b [c][d] e")).toEqual([["alternatives", ["c", "d"]]]);
  });

  test("deeper than a hundred levels they are words, with one slip", () => {
    const draft = read(`${"[".repeat(10_000)}x${"]".repeat(10_000)}`);
    expect(draft.slips.filter(({ code }) => code === "too-deep")).toHaveLength(1);
    expect(draft.accounts).toMatchObject({ openers: 10_000, tooDeep: 9_900, other: 0 });
  });

  test("options as paragraphs hold provisions", () => {
    const draft = readDraft("2. Lead.\n\nOption 1:\n\n3. A decides.\n\nOption 2:\n\n3. B decides.\n\n4. End.", {
      name: "d",
    });
    const group = draft.groups.find(({ block }) => block)!;
    const at = (option: number) =>
      group.options[option]!.provisions.map((index) => draft.provisions[index]!.words).filter(Boolean);
    expect([at(0), at(1)]).toEqual([["A decides."], ["B decides."]]);
    expect(draft.provisions.find(({ label }) => label === "4")!.optionOf).toBeNull();
    const second = { [group.id]: group.options[1]!.id };
    const present = draft.provisions
      .filter(({ index }) => chosenWords(draft, index, second).present)
      .map(({ words }) => words);
    expect(present).toContain("B decides.");
    expect(present).not.toContain("A decides.");
  });
});

describe("a bracket over several provisions", () => {
  const chosenAll = (source: string, option: string): (string | null)[] => {
    const draft = readDraft(source, { name: "d" });
    const choices = Object.fromEntries(
      draft.groups.map((group) => [group.id, option === "none" ? "none" : group.options[0]!.id]),
    );
    return draft.provisions.map(({ index }) => {
      const { present, words } = chosenWords(draft, index, choices);
      return present ? words : null;
    });
  };
  const whole = "1. First.\n\n2. [Second.\n\n3. Third.\n\n4. Fourth.]\n\n5. Fifth.";
  const cut = "1. Lead:\n(a) one [and\n(b) two\n(c) three] of them;\n(d) four.";

  test.each<[string, string, string, (string | null)[]]>([
    ["around whole points, chosen", whole, "first", ["First.", "Second.", "Third.", "Fourth.", "Fifth."]],
    ["around whole points, left out", whole, "none", ["First.", null, null, null, "Fifth."]],
    ["from word to word, chosen", cut, "first", ["Lead:", "one and", "two", "three of them;", "four."]],
    ["from word to word, left out", cut, "none", ["Lead:", "one ", null, "of them;", "four."]],
  ])("%s", (_name, source, option, expected) => {
    expect(chosenAll(source, option)).toEqual(expected);
  });

  test("it is one group with all its words, told where it opens, and its closer is no stray", () => {
    const draft = readDraft(cut, { name: "d" });
    expect(draft.groups).toMatchObject([
      {
        relation: "optional",
        options: [{ text: "and\n(b) two\n(c) three", provisions: [2], closes: { provision: 3, at: 5 } }],
      },
    ]);
    expect(draft.slips).toMatchObject([{ code: "spanning", line: 2 }]);
    expect(draft.accounts).toMatchObject({ bracketedOptions: 1, unclosed: 0, strayClosers: 0, other: 0 });
  });

  test("brackets inside it stand within it, in its first, middle and last provision", () => {
    const draft = readDraft("1. Lead:\n(a) [one [up]\n(b) [on] two\n(c) [in] three] of [all] them.", { name: "d" });
    const [outer, ...inner] = draft.groups;
    const within = inner.map((group) => group.within);
    expect(within).toEqual([outer!.options[0]!.id, outer!.options[0]!.id, outer!.options[0]!.id, null]);
  });

  test("it may be one of two alternatives, with a proposer", () => {
    const draft = readDraft("1. Lead:\n(a) do [UA: x][RU: y\n(b) z] at once.", {
      name: "d",
      parties: ["UA", "RU"],
    });
    expect(draft.groups).toMatchObject([
      {
        relation: "alternatives",
        options: [
          { by: ["UA"], text: "x" },
          { by: ["RU"], text: "y\n(b) z" },
        ],
      },
    ]);
  });

  test("between points, an opener amid words and a later closer are two mistakes and no bracket", () => {
    const draft = readDraft("1. First [is open.\n\n2. Second.\n\n3. Third is] closed.", { name: "d" });
    expect(draft.groups).toEqual([]);
    expect(draft.slips.map(({ code }) => code)).toEqual(["unclosed", "stray-close"]);
  });
});

describe("words with strokes are suggestions", () => {
  test.each<[string, string, string[][]]>([
    ["two modal verbs", "Each Party shall/should withdraw.", [["shall", "should"]]],
    ["three nouns in brackets", "[the actions/efforts/measures]", [["actions", "efforts", "measures"]]],
    ["a date", "by 1/2/2027 or 05/06", []],
    ["round the clock", "open 24/7", []],
    ["a measure", "at 30 km/h", []],
    ["a link", "see https://example.org/maps/north and example.org/maps/south", []],
    ["one connective", "weapons and/or ammunition", []],
    ["the sign of a document", "S/RES/2202 and FCCC/AWGLCA/2009/INF.2", []],
    ["two months", "in January/February 2027", []],
  ])("%s", (_name, words, expected) => {
    const draft = read(words);
    expect(draft.provisions[0]!.slashes.map((slash) => slash.words)).toEqual(expected);
    expect(draft.accounts.slashes).toBe(expected.length);
  });
});

describe("a choice", () => {
  const source = "Each Party [shall][should] withdraw [UA: within 24 hours][RU: within 72 hours] [in full].";
  const chosen = (...written: string[]): string => {
    const draft = read(source);
    const choices = Object.fromEntries(
      written.map((each) => {
        const choice = parseChoice(draft, each);
        if (choice.kind === "refused") throw new Error(choice.reason);
        return [choice.value.group, choice.value.option];
      }),
    );
    return chosenWords(draft, 0, choices).words;
  };
  test.each<[string, string[], string]>([
    ["none made: the first options", [], "Each Party shall withdraw within 24 hours in full."],
    ["by number", ["1/1=2"], "Each Party should withdraw within 24 hours in full."],
    ["by proposer", ["1/2=RU"], "Each Party shall withdraw within 72 hours in full."],
    ["by words", ["1/1=should"], "Each Party should withdraw within 24 hours in full."],
    ["no text", ["1/3=none"], "Each Party shall withdraw within 24 hours."],
  ])("%s", (_name, written, words) => {
    expect(chosen(...written)).toBe(words);
  });

  test.each<[string, string]>([
    ["9/1=1", "unknown-group"],
    ["1/9=1", "unknown-group"],
    ["1/1=7", "unknown-option"],
  ])("%s is refused: %s", (written, code) => {
    expect(parseChoice(read(source), written)).toMatchObject({ kind: "refused", code });
  });
});

describe("parties that nobody declared", () => {
  const named = (title: string, words: string): unknown =>
    readDraft(`# ${title}\n\n1. ${words}\n`, { name: "t" }).groups.map(({ options }) =>
      options.map(({ by, text }) => `${by.join()}: ${text}`),
    );

  test("a name of the title before a colon, in brackets that touch, proposes its words", () => {
    const title = "Protocol between the Republic of Vesta and the Ceran Front";
    expect(named(title, "It starts [Vesta: within 30 days][CF: within 90 days].")).toEqual([
      ["Vesta: within 30 days", "CF: within 90 days"],
    ]);
    expect(named(title, "It starts [within 60 days][Vesta: within 30 days].")).toEqual([
      [": within 60 days", "Vesta: within 30 days"],
    ]);
    expect(named(title, "It starts [Republic of Vesta: now][Ceran Front: later].")).toEqual([
      ["Republic of Vesta: now", "Ceran Front: later"],
    ]);
  });

  test("a word of the title that is no name, or a bracket alone, proposes nothing", () => {
    const title = "Protocol between the Republic of Vesta and the Ceran Front";
    expect(named(title, "It names [Protocol: the first][Annex: the second].")).toEqual([
      [": Protocol: the first", ": Annex: the second"],
    ]);
    expect(named(title, "It starts [Vesta: within 30 days].")).toEqual([[": Vesta: within 30 days"]]);
  });
});

describe("the options in which words stand", () => {
  const over = "and\n(b) two\n(c) three";
  const three = `1. Lead:\n(a) one [${over}] of them.`;
  test.each<[string, string, string, string, readonly string[]]>([
    ["none outside of brackets", "1. A [red] b.", "1", "b", []],
    ["the one that holds them", "1. A [red][blue] b.", "1", "red", ["red"]],
    ["those around it too", "1. A [big [red] thing] b.", "1", "red", ["big [red] thing", "red"]],
    ["in the words where it opens", three, "1(a)", "and", [over]],
    ["between its two ends", three, "1(b)", "two", [over]],
    ["in the words where it closes", three, "1(c)", "three", [over]],
    ["after it has closed", three, "1(c)", "of them", []],
  ])("%s", (_name, source, label, words, texts) => {
    const draft = readDraft(source, { name: "d" });
    const provision = draft.provisions.find((each) => each.label === label)!;
    const start = provision.words.indexOf(words);
    const around = optionsAround(draft, provision.index, { start, end: start + words.length }, {});
    const options = draft.groups.flatMap((group) => group.options);
    expect(options.filter(({ id }) => Object.values(around).includes(id)).map(({ text }) => text)).toEqual(texts);
  });
});
