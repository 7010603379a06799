import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDraft, type Draft } from "../../text/index.ts";
import type { Commitment } from "../commitment.ts";
import { spansOf, type Slot } from "../slot.ts";
import { mapSlots } from "../map-slots.ts";
import { proposeEveryWording } from "./propose-every-wording.ts";
import { emptyProposals, proposeReading } from "./propose-reading.ts";

const actors = fc.constantFrom(
  "Aland",
  "Bland",
  "The Parties",
  "Each Party",
  "The Mission",
  "The Joint Commission",
  "It",
);
const acts = fc.constantFrom(
  "shall withdraw its forces from Zone B",
  "shall release all prisoners",
  "may suspend this Agreement",
  "shall verify the withdrawal",
  "will open the gate [A: by day][B: by night]",
  "shall not lay mines",
  "shall determine whether a Party has breached this Agreement",
);
const times = fc.constantFrom(
  "",
  " within 30 days of signature",
  " on day 2 of the withdrawal",
  " by 31 March 2027 at 12:00 UTC",
  " within [5][10] days after the release of prisoners",
  " if the road is safe",
  " with the consent of Bland",
);
const sentences = fc.tuple(actors, acts, times).map(([actor, act, time]) => `${actor} ${act}${time}.`);
const texts = fc.array(sentences, { minLength: 1, maxLength: 12 });

function draftOf(lines: readonly string[]): Draft {
  const body = lines.map((line, index) => `${index + 1}. ${line}`).join("\n\n");

  return readDraft(`---\nlanguages: [en]\nparties: [A, B]\n---\n\n# Agreement between Aland and Bland\n\n${body}\n`, {
    name: "law",
  });
}

function slotsIn(commitment: Commitment): readonly Slot<unknown>[] {
  const found: Slot<unknown>[] = [];
  mapSlots(commitment, (slot) => {
    found.push(slot);

    return slot;
  });

  return found;
}

describe("laws of proposing", () => {
  test("twice is once, with a memo or without", () => {
    fc.assert(
      fc.property(texts, (lines) => {
        const draft = draftOf(lines);
        const memo = emptyProposals();
        const once = proposeReading(draft, {}, memo);
        expect(proposeReading(draft, {}, memo)).toEqual(once);
        expect(proposeReading(draft)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  test("what is stated stands in the words: no stated slot without spans inside its provision", () => {
    fc.assert(
      fc.property(texts, (lines) => {
        const draft = draftOf(lines);
        const words = new Map(draft.provisions.map((provision) => [provision.id, provision.words]));
        for (const commitment of proposeReading(draft).commitments)
          for (const slot of slotsIn(commitment)) {
            if (slot.kind === "stated") expect(slot.spans.length).toBeGreaterThan(0);
            for (const { provision, start, end } of spansOf(slot)) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(words.get(provision)?.length ?? -1);
            }
          }
      }),
      { numRuns: 60 },
    );
  });

  test("a sentence after a provision changes none of its own slots", () => {
    fc.assert(
      fc.property(texts, (lines) => {
        const own = ({ verification, determination, onBreach, role, elseBranch, ...rest }: Commitment): unknown => {
          void [verification, determination, onBreach, role, elseBranch];

          return rest;
        };
        const before = proposeReading(draftOf(lines)).commitments.map(own);
        const after = proposeReading(draftOf([...lines, "The archives are kept in the town hall."])).commitments.map(
          own,
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test("every wording holds the first wording, and an option's commitments only under that option", () => {
    fc.assert(
      fc.property(texts, (lines) => {
        const draft = draftOf(lines);
        const all = proposeEveryWording(draft).commitments;
        const ids = all.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const commitment of proposeReading(draft).commitments) expect(all).toContainEqual(commitment);
        for (const group of draft.groups)
          for (const option of group.options.slice(1)) {
            const chosen = proposeReading(draft, { [group.id]: option.id }).commitments.filter(
              ({ requires }) => requires[group.id] === option.id,
            );
            const found = all.filter(({ requires }) => requires[group.id] === option.id);
            expect(found.length).toBe(chosen.length);
          }
      }),
      { numRuns: 30 },
    );
  });

  test("no text whatever stops it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), sentences, (noise, sentence) => {
        const draft = readDraft(`---\nlanguages: [en]\n---\n\n1. ${sentence} ${noise}\n\n2. ${noise} shall ${noise}`, {
          name: "noise",
        });
        expect(() => proposeReading(draft)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
