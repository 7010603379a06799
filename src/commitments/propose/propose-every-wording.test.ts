import { expect, test } from "vitest";
import { readDraft } from "../../text/index.ts";
import { proposeEveryWording } from "./propose-every-wording.ts";

test("a text of more options than can be read says how many are left, and where", () => {
  const many = `1. Aland shall withdraw ${"[fully][partly] ".repeat(400)}its forces.`;
  const draft = readDraft(`---\nlanguages: [en]\n---\n\n${many}\n`, { name: "many" });
  const { commitments, slips } = proposeEveryWording(draft);

  expect(commitments.length).toBeGreaterThan(1);
  expect(slips).toMatchObject([{ code: "options-unread", line: 5, provision: draft.provisions[0]?.id }]);
  expect(slips[0]?.says).toMatch(/^\d+ options of open brackets, from here on, propose no commitments of their own/);
});

test("where all are read nothing is said", () => {
  const draft = readDraft("---\nlanguages: [en]\n---\n\n1. Aland [shall][may] withdraw.\n", { name: "one" });

  expect(proposeEveryWording(draft).slips).toEqual([]);
  expect(proposeEveryWording(draft).commitments).toHaveLength(2);
});
