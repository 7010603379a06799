import { expect, test } from "vitest";
import { readDraft } from "../text/index.ts";
import { blocksOf, marginOf, remarksOf, titleOf } from "./layout.ts";
import { mended, placedIn, provisionAt } from "./placed.ts";
import { segmentsOf, type Segment } from "./segments.ts";

const source = `# Accord

# Part I. Peace

## 1. Troops

{Note: Under silence until Friday.}

1.1 Aland shall withdraw [A: 50][B: 30 [C: or 40]] tanks within [ ] days under Annex A.

1.2 Bland shall [not] follow.

## 2. Watch

2.1 The Mission shall verify 1.1.

## Annex A. Places

Here.
`;
const draft = readDraft(source, { name: "accord.md", parties: ["A", "B", "C"] });
const at = (label: string) => draft.provisions.find((provision) => provision.label === label)!;

test("points stand under their part, and every provision in exactly one block", () => {
  const blocks = blocksOf(draft);
  expect(blocks.map((block) => (block.kind === "part" ? titleOf(block.provision) : titleOf(block.head)))).toEqual([
    "Peace",
    "Troops",
    "Watch",
    "Places",
  ]);
  const all = blocks.flatMap((block) => (block.kind === "part" ? [block.provision] : block.rows));
  expect(all.map(({ index }) => index)).toEqual(draft.provisions.map(({ index }) => index));
  expect(marginOf(at("1.1"), at("1"))).toBe("1.1");
  expect(remarksOf(draft).get(at("1").index)).toEqual(["Under silence until Friday."]);
});

function written(segments: readonly Segment[], words: string): string {
  return segments
    .map((segment) =>
      segment.kind === "group"
        ? `‹${segment.wordings.map(({ segments }) => written(segments, words)).join("|")}›`
        : `${segment.kind === "words" ? "" : `${segment.kind}:`}${words.slice(segment.span.start, segment.span.end)}`,
    )
    .join("");
}

test("words are cut into brackets inside brackets, blanks and references", () => {
  const { words } = at("1.1");
  expect(written(segmentsOf(draft, at("1.1"), null), words)).toBe(
    "Aland shall withdraw ‹50|30 ‹or 40››  tanks within blank:[ ] days under reference:Annex A.".replace("  ", " "),
  );
  const mark = { start: 0, end: 11 };
  expect(written(segmentsOf(draft, at("1.2"), { start: 0, end: 5 }), at("1.2").words)).toMatch(
    /^marked:Bland shall ‹not›/,
  );
  expect(written(segmentsOf(draft, at("1.1"), mark), words)).toMatch(/^marked:Aland shall withdraw/);
});

test("the source is cut around a provision's words, and put together again", () => {
  for (const provision of draft.provisions) {
    const { before, words, after } = placedIn(draft, provision);
    expect(before + words + after).toBe(source);
    expect(provisionAt(draft, before.length)?.index).toBe(provision.index);
  }
  expect(placedIn(draft, at("1.2")).words).toBe("Bland shall [not] follow.");
  expect(placedIn(draft, at("2")).words).toBe("Watch");
});

test("a repair is put into the words, or refused where they do not stand", () => {
  expect(mended(draft, at("2.1"), "shall verify", "verifies")).toContain("2.1 The Mission verifies 1.1.\n");
  expect(mended(draft, at("2.1"), "", "It may enter.")).toContain("2.1 The Mission shall verify 1.1. It may enter.\n");
  expect(mended(draft, at("2.1"), "may verify", "shall")).toBeNull();
});
