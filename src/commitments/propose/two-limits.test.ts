import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { printWindow } from "../treaty-english/print-window.ts";
import { valueOf } from "../slot.ts";
import { proposeReading } from "./propose-reading.ts";

/** A first day counted from one event and a last day from another are both kept: the first bounds the beginning. */
test.each<[string, string, string]>([
  [
    "Aland shall open the gate within 35 days after entry into force and not before the completion of the release.",
    "WITHIN 35 DAYS AFTER ENTRY INTO FORCE",
    "NOT BEFORE COMPLETION OF [2/1]",
  ],
  [
    "Aland shall open the gate not earlier than 20 days after entry into force and not later than 35 days after the completion of the release.",
    "WITHIN 35 DAYS AFTER COMPLETION OF [2/1]",
    "NOT BEFORE 20 DAYS AFTER ENTRY INTO FORCE",
  ],
  [
    "Aland shall open the gate within 14 days after entry into force, but no earlier than the completion of the release.",
    "WITHIN 14 DAYS AFTER ENTRY INTO FORCE",
    "NOT BEFORE COMPLETION OF [2/1]",
  ],
  [
    "Aland shall open the gate not earlier than 20 days and not later than 35 days after entry into force.",
    "BETWEEN 20 DAYS AND 35 DAYS AFTER ENTRY INTO FORCE",
    "",
  ],
  ["Aland shall open the gate not before the completion of the release.", "NOT BEFORE COMPLETION OF [2/1]", ""],
  ["Aland shall open the gate before the completion of the release.", "BY COMPLETION OF [2/1]", ""],
  [
    "ALAND SHALL open <the gate> WITHIN 30 DAYS AFTER ENTRY INTO FORCE, NOT BEFORE COMPLETION OF [2].",
    "WITHIN 30 DAYS AFTER ENTRY INTO FORCE",
    "NOT BEFORE COMPLETION OF [2]",
  ],
])("%s", (sentence, window, start) => {
  const draft = readDraft(
    `# Agreement between Aland and Bland\n\n1. ${sentence}\n\n2. Bland shall release all prisoners.`,
    {
      name: "x.md",
    },
  );
  const [commitment] = proposeReading(draft).commitments;
  const printed = [commitment?.window, commitment?.start].map((slot) => {
    const value = slot === undefined ? null : valueOf(slot);

    return value === null ? "" : printWindow(value);
  });

  expect(printed).toEqual([window, start]);
});

test.each(["99999999", "1,200", "12.5"])("the end of a greater or broken number is no length: %s days", (number) => {
  const draft = readDraft(
    `# Agreement between Aland and Bland\n\n1. Aland shall open the gate within ${number} days after entry into force.`,
    {
      name: "x.md",
    },
  );
  const window = proposeReading(draft).commitments[0]?.window;
  const value = window === undefined ? null : valueOf(window);

  expect(value === null ? "none" : (valueOf(value.latest) ?? "none")).toBe("none");
});
