import { expect, test } from "vitest";
import { badBytes } from "./bad-bytes.ts";
import { decodeText, tooLargeInBytes } from "./decode.ts";

function bytes(...parts: (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === "number" ? [part] : Array.from(new TextEncoder().encode(part)))),
  );
}

/** UTF-16 with its byte order mark. */
function wide(text: string, littleEnd: boolean): Uint8Array {
  return Uint8Array.from(
    [...`\ufeff${text}`].flatMap((character) => {
      const unit = character.charCodeAt(0);
      return littleEnd ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );
}

function refusal(given: Uint8Array, name = "x.md") {
  const decoded = decodeText(given, name);
  if (decoded.kind === "ok") throw new Error("was not refused");
  return decoded;
}

function decoded(given: Uint8Array, name = "x.md") {
  const value = decodeText(given, name);
  if (value.kind === "refused") throw new Error(value.reason);
  return value.value;
}

test.each<[string, Uint8Array, string, number, number]>([
  ["a NUL byte in the third line", bytes("one\ntwo\nän", 0, "x"), "binary", 3, 3],
  ["a NUL byte at the start", bytes(0, "x"), "binary", 1, 1],
  ["a zip container", bytes("PK\u0003\u0004", 20, 0, 0), "binary", 1, 6],
  ["a PDF file", bytes("%PDF-1.7\n"), "binary", 1, 1],
  ["UTF-16 with a NUL character", wide("a\nb\0", true), "binary", 2, 2],
  ["50 MB", new Uint8Array(tooLargeInBytes), "too-large", 1, 1],
])("refuses %s", (_name, given, code, line, column) => {
  expect(refusal(given)).toMatchObject({ code, line, column });
});

test.each<[string, string, string, string]>([
  ["x.md", "<p>", "markdown", "the name decides first"],
  ["x.txt", "# a", "plain", "the name decides first"],
  ["x.HTML", "a", "html", "endings in capitals count"],
  ["", "  \n<p>a</p>", "html", "without a name, `<` begins HTML"],
  ["draft", "a", "markdown", "anything else is Markdown"],
])("%s beginning %j is read as %s: %s", (name, source, format) => {
  expect(decoded(bytes(source), name).format).toBe(format);
});

test.each<[string, Uint8Array, string]>([
  ["a byte order mark is dropped", bytes(0xef, 0xbb, 0xbf, "Ärticle"), "Ärticle"],
  ["UTF-16, little end first", wide("Стаття 1", true), "Стаття 1"],
  ["UTF-16, big end first", wide("Стаття 1", false), "Стаття 1"],
  ["nothing at all", bytes(), ""],
])("%s", (_name, given, source) => {
  expect(decoded(given)).toEqual({ source, format: "markdown", slips: [] });
});

test("broken bytes are replaced, and each place is told", () => {
  const { source, slips } = decoded(bytes("eins\nzw", 0xff, 0xc3, "ei\n😀", 0xe2, 0x82, "!"));

  expect(source).toBe("eins\nzw\ufffd\ufffdei\n😀\ufffd!");
  expect(slips.map(({ line, column, code, offset, says }) => ({ line, column, code, offset, says }))).toEqual([
    { line: 2, column: 3, code: "bad-bytes", offset: 7, says: "2 bytes here are not UTF-8" },
    { line: 3, column: 3, code: "bad-bytes", offset: 14, says: "2 bytes here are not UTF-8" },
  ]);
});

test("a text that is not UTF-8 throughout gives a bounded number of slips", () => {
  const given = Uint8Array.from({ length: 10_000 }, (_byte, at) => (at % 2 === 0 ? 0xff : 0x61));
  const { slips } = decoded(given);

  expect(slips).toHaveLength(101);
  expect(slips.at(-1)?.says).toBe("4900 more places are not UTF-8");
});

test("a character that was U+FFFD before is no broken byte", () => {
  expect(badBytes(bytes("a\ufffdb"), "a\ufffdb")).toEqual([]);
});
