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

/** Per text: what each commitment, told by its verb, needs. */
test.each<[string, string[]]>([
  ["1. Aland shall release prisoners [and] pay Bland.", ["release", "pay"]],
  ["1. Aland shall release prisoners [and/or].", ["release"]],
  ["1. Aland shall release prisoners [, or].", ["release"]],
  ["1. Aland shall release prisoners [and pay Bland].", ["release", "pay a"]],
  ["1. The Parties shall: (a) open the road; [(b) release prisoners;] (c) pay.", ["open", "release a", "pay"]],
  ["1. The Parties shall [jointly]: (a) open the road; (b) pay.", ["open a", "pay a"]],
  ["1. The Parties shall [jointly]:\n\n(a) open the road;\n\n(b) pay.", ["open a", "pay a"]],
  ["1. [The Mission shall meet.] Aland shall pay.", ["meet a", "pay"]],
])("only a bracket with words of its own is needed: %s", (text, expected) => {
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n${text}\n`, { name: "d" });
  const needs = proposeReading(draft).commitments.map(({ action, requires }) =>
    [action.verb, ...Object.values(requires).map((option) => option.split("/").at(-1))].join(" "),
  );
  expect(needs).toEqual(expected);
});
