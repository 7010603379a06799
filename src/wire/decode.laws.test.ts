import fc from "fast-check";
import { expect, test } from "vitest";
import { badBytes } from "./bad-bytes.ts";
import { decodeText } from "./decode.ts";

const hard = fc.uint8Array({ maxLength: 64 }).map((given) => given.map((byte) => (byte === 0 ? 0xe2 : byte)));

test("each slip stands where the decoder put U+FFFD, and none is missing", () => {
  fc.assert(
    fc.property(hard, (given) => {
      const source = new TextDecoder("utf-8").decode(given);
      const genuine = source.split("\ufffd").length - 1;
      const slips = badBytes(given, source);
      const places = slips.map((slip) => source[slip.offset]);
      expect(places.every((character) => character === "\ufffd")).toBe(true);
      expect(slips.length > 0).toBe(genuine > 0 && !isWellFormed(given));
      for (const { offset, line, column } of slips) {
        const before = source.slice(0, offset).split("\n");
        expect([line, column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("any words come back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const plain = words.replaceAll("\0", "");
      const decoded = decodeText(new TextEncoder().encode(plain), "x.md");
      if (decoded.kind === "ok") expect(decoded.value.source).toBe(plain.replace(/^\ufeff/, ""));
      else expect(plain.startsWith("%PDF-")).toBe(true);
    }),
  );
});

function isWellFormed(given: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(given);
    return true;
  } catch {
    return false;
  }
}
