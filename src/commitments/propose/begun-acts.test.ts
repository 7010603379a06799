import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { valueOf } from "../slot.ts";
import { printWindow } from "../treaty-english/print-window.ts";
import { proposeReading } from "./propose-reading.ts";

/** An act that is to be begun is owed itself; the time is that of its beginning, of a lasting act its window. */
test.each<[string, string, string, string]>([
  [
    "Aland shall begin withdrawing its troops within 5 days after entry into force.",
    "withdraw its troops",
    "",
    "WITHIN 5 DAYS AFTER ENTRY INTO FORCE",
  ],
  ["Aland shall start to dismantle the wall on 1 June 2031.", "dismantle wall", "", "ON 2031-06-01"],
  ["The Observer Mission shall begin monitoring the truce on 1 June 2031.", "monitor truce", "ON 2031-06-01", ""],
  ["Aland shall begin the withdrawal on 1 June 2031.", "begin withdrawal", "ON 2031-06-01", ""],
])("%s", (sentence, act, window, start) => {
  const draft = readDraft(`# Agreement between Aland and Bland\n\n1. ${sentence}`, { name: "x.md" });
  const [commitment] = proposeReading(draft).commitments;
  const printed = [commitment?.window, commitment?.start].map((slot) => {
    const value = slot === undefined ? null : valueOf(slot);

    return value === null ? "" : printWindow(value);
  });

  expect(`${commitment?.action.verb} ${commitment?.action.object}`).toBe(act);
  expect(printed).toEqual([window, start]);
});

test("a body that begins its work owes no act by that", () => {
  const draft = readDraft(
    "# Agreement between Aland and Bland\n\n1. The Mission shall begin its work on 1 June 2031.",
    {
      name: "x.md",
    },
  );

  expect(proposeReading(draft).commitments).toEqual([]);
});
