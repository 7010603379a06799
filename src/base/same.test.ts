import fc from "fast-check";
import { expect, test } from "vitest";
import { asSeen, isSame, type Seen } from "./same.ts";

test("equal is what is written the same, in whatever order", () => {
  expect(isSame({ a: [1, { b: null }], c: "x" }, { c: "x", a: [1, { b: null }] })).toBe(true);
  expect(isSame({ a: undefined }, {})).toBe(false);
  expect(isSame({}, { a: undefined })).toBe(false);
  expect(isSame([1], [1, 2])).toBe(false);
  expect(isSame([], {})).toBe(false);
  expect(isSame({}, [])).toBe(false);
  expect(isSame(null, {})).toBe(false);
});

test("law: a copy is the same, and the same both ways", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(isSame(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      expect(isSame(one, other)).toBe(isSame(other, one));
      expect(isSame(one, other)).toBe(canonical(one) === canonical(other));
    }),
  );
});

test("what was seen comes back as the object it was", () => {
  const seen: Seen = new Map();
  const first = asSeen(seen, "a", { x: [1] });
  expect(asSeen(seen, "a", { x: [1] })).toBe(first);
  const second = asSeen(seen, "a", { x: [2] });
  expect(second).not.toBe(first);
  expect(asSeen(seen, "a", { x: [1] })).toBe(first);
  expect(asSeen(seen, "b", { x: [1] })).not.toBe(first);
});

test("only the last versions are kept", () => {
  const seen: Seen = new Map();
  for (let at = 0; at < 100; at += 1) asSeen(seen, "a", { at });
  expect(seen.get("a")).toHaveLength(32);
});

/** Keys in order, and zero without a sign. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
