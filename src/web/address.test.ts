import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAddress, printAddress, start } from "./address.ts";
import type { Address } from "./address.ts";

test.each<[string, Partial<Address>]>([
  ["", {}],
  ["#/text/", {}],
  ["#/text/6.1", { at: "6.1" }],
  ["#/text/6.1@draft-2", { at: "6.1", draft: "draft-2" }],
  ["#/text/@draft-2?view=clean", { draft: "draft-2", view: "clean" }],
  ["#/text/3%20%C2%B62@a%40b.md", { at: "3 ¶2", draft: "a@b.md" }],
  ["#/verification/6.1%2F2", { screen: "verification", at: "6.1/2" }],
  ["#/text/?choose=0a1b/1/b", { choices: { "0a1b/1": "0a1b/1/b" } }],
  ["#/text/?choose=0a1b/1/none", { choices: { "0a1b/1": "none" } }],
  ["#/text/?show=note&show=error&show=loud", { severities: ["error", "note"] }],
  ["#/elsewhere/%E0%A4%A", { at: "%E0%A4%A" }],
])("%s", (hash, expected) => {
  expect(parseAddress(hash)).toEqual({ ...start, ...expected });
});

const name = fc.string({ minLength: 1, maxLength: 12 });
const orNone = fc.option(name, { nil: null });
const groupId = fc.tuple(fc.stringMatching(/^[0-9a-f]{4,12}$/), fc.nat(40)).map(([id, n]) => `${id}/${n}`);
const choices = fc
  .array(fc.tuple(groupId, fc.constantFrom("a", "b", "zz", "none")), { maxLength: 6 })
  .map((chosen) => Object.fromEntries(chosen.map(([group, o]) => [group, o === "none" ? o : `${group}/${o}`])));
const address: fc.Arbitrary<Address> = fc.record({
  screen: fc.constantFrom("text", "verification", "schedule"),
  at: orNone,
  draft: orNone,
  view: fc.constantFrom("bracketed", "clean", "party"),
  party: orNone,
  choices,
  reading: orNone,
  severities: fc.subarray(["error", "warning", "note"] as const),
  rule: orNone,
  bearer: orNone,
  finding: orNone,
  search: fc.string({ maxLength: 8 }),
  cells: fc.constantFrom("where", "words"),
  mechanisms: fc.boolean(),
});

test("an address read back is the address printed", () => {
  fc.assert(
    fc.property(address, (given) => {
      expect(parseAddress(printAddress(given))).toEqual(given);
    }),
  );
});
