import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryIdentity, readDraft } from "../text/index.ts";
import type { Draft } from "../text/index.ts";
import { carryReading } from "./carry-reading.ts";
import { proposeReading } from "./propose/propose-reading.ts";
import type { Commitment } from "./commitment.ts";
import { spansOf } from "./slot.ts";
import type { Anchor, Slot } from "./slot.ts";

const source = `# Agreement between Aland and Bland

1. Aland shall withdraw its guns within 30 days after signature. The Mission shall verify the withdrawal.

2. Bland shall release all detainees within 5 days after signature.
`;

function drafts(change: (source: string) => string): readonly [Draft, Draft] {
  const from = readDraft(source, { name: "draft.md" });

  return [from, carryIdentity(from, readDraft(change(source), { name: "draft.md" }))];
}

function carried(change: (source: string) => string): {
  readonly to: Draft;
  readonly commitments: readonly Commitment[];
} {
  const [from, to] = drafts(change);

  return { to, commitments: carryReading(proposeReading(from), from, to).commitments };
}

function wordsOf(draft: Draft, slot: Slot<unknown>): readonly string[] {
  const told = (anchor: Anchor): string =>
    draft.provisions.find(({ id }) => id === anchor.provision)?.words.slice(anchor.start, anchor.end) ?? "";

  return spansOf(slot).map(told);
}

describe("a reading moves to the next draft", () => {
  test("an edit elsewhere changes nothing", () => {
    const before = carried((text) => text);
    const after = carried((text) => text.replace("all detainees", "all prisoners"));
    expect(after.commitments[0]).toEqual(before.commitments[0]);
  });

  test("slots before and after an edit move with their words; the edited one is proposed again", () => {
    const { to, commitments } = carried((text) =>
      text.replace("30 days after signature. The", "45 days after signature. The"),
    );
    const [withdraw] = commitments;
    expect(withdraw!.bearer.kind).toBe("stated");
    expect(wordsOf(to, withdraw!.bearer)).toEqual(["Aland"]);
    expect(withdraw!.window).toMatchObject({ kind: "proposed", rule: "words-changed" });
    const by = withdraw!.verification[0]!.by;
    expect(wordsOf(to, by).join(" ")).toContain("Mission");
  });

  test("words before an edit stay where they are, also where the same words stand twice", () => {
    const from = readDraft("1. Aland shall withdraw its guns. Aland is a party.\n", { name: "draft.md" });
    const to = carryIdentity(
      from,
      readDraft("1. Aland shall withdraw its guns. Aland is one party.\n", { name: "draft.md" }),
    );
    const { commitments } = carryReading(proposeReading(from), from, to);
    expect(spansOf(commitments[0]!.bearer)).toEqual([{ provision: to.provisions.at(-1)!.id, start: 0, end: 5 }]);
  });

  test("words that moved inside their provision are found again", () => {
    const { to, commitments } = carried((text) =>
      text.replace(
        "Bland shall release all detainees within 5 days after signature.",
        "Within 5 days after signature, as agreed, Bland shall release all detainees.",
      ),
    );
    const release = commitments.find(({ action }) => action.verb === "release")!;
    expect(wordsOf(to, release.bearer)).toEqual(["Bland"]);
  });

  test("labels follow their provision", () => {
    const { commitments } = carried((text) =>
      text.replace("\n1. Aland", "\n1. The Parties reaffirm peace.\n\n2. Aland").replace("\n2. Bland", "\n3. Bland"),
    );
    expect(commitments.map(({ label }) => label)).toEqual(expect.arrayContaining(["2", "3"]));
    expect(commitments.every(({ id, label }) => id.startsWith(`${label}/`))).toBe(true);
  });

  test("a provision that is gone takes its commitments with it", () => {
    const { commitments } = carried((text) => text.slice(0, text.indexOf("2. Bland")));
    expect(commitments.some(({ action }) => action.verb === "release")).toBe(false);
  });
});

test("whatever is cut out of a text, anchors stay inside their provision and cover the words they covered", () => {
  fc.assert(
    fc.property(fc.nat(source.length), fc.nat(40), fc.constantFrom("", "x", " and more "), (at, length, put) => {
      const [from, to] = drafts((text) => text.slice(0, at) + put + text.slice(at + length));
      const reading = proposeReading(from);
      const moved = new Map(
        carryReading(reading, from, to).commitments.map((one) => [`${one.provision} ${one.action.verb}`, one]),
      );
      for (const one of reading.commitments) {
        const next = moved.get(`${one.provision} ${one.action.verb}`);
        if (next?.bearer.kind === "stated") expect(wordsOf(to, next.bearer)).toEqual(wordsOf(from, one.bearer));
        for (const anchor of next === undefined ? [] : spansOf(next.window))
          expect(anchor.end).toBeLessThanOrEqual(to.provisions.find(({ id }) => id === anchor.provision)!.words.length);
      }
    }),
    { numRuns: 150 },
  );
});
