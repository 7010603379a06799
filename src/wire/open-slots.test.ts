import { expect, test } from "vitest";
import { proposeReading } from "../commitments/index.ts";
import { readDraft } from "../text/index.ts";
import { openSlots } from "./open-slots.ts";

function open(sentence: string) {
  const [commitment] = proposeReading(readDraft(`1.1 ${sentence}\n`, { name: "x.md" })).commitments;
  if (commitment === undefined) throw new Error("no commitment was read");
  return openSlots(commitment);
}

test.each<[string, string, readonly string[]]>([
  [
    "a bare promise leaves everything about its keeping open",
    "Aland shall withdraw its heavy weapons.",
    ["window", "verification", "determination", "onBreach"],
  ],
  ["nobody is named who must act", "The heavy weapons shall be withdrawn.", ["bearer"]],
  ["a condition asks for an else-branch", "If Bland agrees, Aland shall pay its share.", ["elseBranch"]],
])("%s", (_name, sentence, names) => {
  expect(open(sentence).unresolved).toEqual(expect.arrayContaining([...names]));
});

test.each<[string, string, readonly string[]]>([
  ["what hangs on nothing needs no else-branch", "Aland shall pay its share.", ["elseBranch"]],
  ["nobody named, nobody liable", "The heavy weapons shall be withdrawn.", ["liability"]],
  [
    "a mechanism is judged through what it serves",
    "The Mission shall verify the withdrawal.",
    ["verification", "determination", "onBreach"],
  ],
])("%s", (_name, sentence, names) => {
  for (const name of names) expect(open(sentence).unresolved).not.toContain(name);
});

test("words that allow several points name the point, not the window", () => {
  const { unresolved, ambiguous } = open(
    "Aland shall pay its share within 5 days after the withdrawal of the heavy weapons.",
  );

  expect([...unresolved, ...ambiguous]).toContain("window.after.point");
  expect(unresolved).not.toContain("window");
});
