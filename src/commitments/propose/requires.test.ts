import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { proposeReading } from "./propose-reading.ts";

test("what stands in the tail of a bracket over several points needs its option", () => {
  const tail = "(c) Bland shall return the archives] within 30 days.";
  const draft = readDraft(
    `1. The Parties agree:\n(a) Aland shall open the crossing;\n(b) [Aland shall pay the costs; and\n${tail}`,
    { name: "d" },
  );
  const [group] = draft.groups;
  const requires = (label: string): unknown[] =>
    proposeReading(draft)
      .commitments.filter((each) => each.label.startsWith(label))
      .map((each) => each.requires);
  const inside = { [group?.id ?? ""]: group?.options[0]?.id };
  expect(draft.groups).toHaveLength(1);
  expect(requires("1(a)")).toEqual([{}]);
  expect(requires("1(b)")).toEqual([inside]);
  expect(requires("1(c)")).toEqual([inside]);
});
