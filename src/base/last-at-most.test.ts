import fc from "fast-check";
import { expect, test } from "vitest";
import { lastAtMost } from "./last-at-most.ts";

test("it is what a search from the end finds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 40 }),
      (given, at) => {
        const places = given.toSorted((a, b) => a - b);
        expect(lastAtMost(places.length, (index) => places[index]!, at)).toBe(
          Math.max(
            0,
            places.findLastIndex((place) => place <= at),
          ),
        );
      },
    ),
  );
});
