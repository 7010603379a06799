import type { Format, Slip } from "../text/index.ts";
import { badBytes } from "./bad-bytes.ts";

/** Texts of 50 MB and more are refused unread. In bytes. */
export const tooLargeInBytes = 50_000_000;

export type Decoded = {
  /** The words, without a byte order mark. */
  readonly source: string;
  readonly format: Format;
  /** One `bad-bytes` slip for each place that is not UTF-8. */
  readonly slips: readonly Slip[];
};

/** A file that cannot be read as what it is, with the place to look at. Lines and columns count from 1. */
export type FileRefusal<Code extends string> = {
  readonly kind: "refused";
  readonly code: Code;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
};

/**
 * Bytes of a file to words: UTF-8, or UTF-16 where a byte order mark says so.
 *
 * A sequence that is not UTF-8 becomes U+FFFD with a slip. A byte order mark is dropped. The format comes from the
 * ending of `name`, else from the first character: `<` begins HTML, anything else Markdown.
 * Refuses `too-large` at 50 MB and more, `binary` where a NUL byte stands, or the first bytes are those of PDF.
 */
export function decodeText(
  bytes: Uint8Array,
  name: string,
): { readonly kind: "ok"; readonly value: Decoded } | FileRefusal<"binary" | "too-large"> {
  if (bytes.length >= tooLargeInBytes) return refuseSize(bytes.length);
  if (beginsWith(bytes, "%PDF-"))
    return refuseBinary(1, 1, "this is a PDF file; a text, Markdown or HTML file can be read");

  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeWide(bytes, wide, name);

  const nul = bytes.indexOf(0);
  if (nul !== -1) return refuseBinary(...placeOfByte(bytes, nul), binaryReason(bytes, nul));

  const { source, slips } = decodeUtf8(bytes);

  return { kind: "ok", value: { source, format: formatOf(source, name), slips } };
}

/** The refusal of a file of `size` bytes, for callers that know the size before they read. */
export function refuseSize(size: number): FileRefusal<"too-large"> {
  const reason = `the file has ${Math.floor(size / 1e6)} MB; texts below ${tooLargeInBytes / 1e6} MB are read`;

  return { kind: "refused", code: "too-large", reason, line: 1, column: 1 };
}

/** The format that a file's name says, `null` where it says none. */
export function formatOfName(name: string): Format | null {
  const ending = /\.([a-z]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "md" || ending === "markdown") return "markdown";
  if (ending === "txt" || ending === "text") return "plain";

  return ending === "html" || ending === "htm" || ending === "xhtml" ? "html" : null;
}

function formatOf(source: string, name: string): Format {
  return formatOfName(name) ?? (/^\s{0,1000}</.test(source) ? "html" : "markdown");
}

function decodeUtf8(bytes: Uint8Array): { readonly source: string; readonly slips: readonly Slip[] } {
  try {
    return { source: new TextDecoder("utf-8", { fatal: true }).decode(bytes), slips: [] };
  } catch {
    const source = new TextDecoder("utf-8").decode(bytes);
    return { source, slips: badBytes(bytes, source) };
  }
}

function decodeWide(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", name: string): ReturnType<typeof decodeText> {
  const source = new TextDecoder(encoding).decode(bytes);
  const nul = source.indexOf("\0");
  if (nul === -1) return { kind: "ok", value: { source, format: formatOf(source, name), slips: [] } };

  const lines = source.slice(0, nul).split("\n");
  return refuseBinary(lines.length, (lines.at(-1)?.length ?? 0) + 1, "a NUL character stands here: this is no text");
}

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";

  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function refuseBinary(line: number, column: number, reason: string): FileRefusal<"binary"> {
  return { kind: "refused", code: "binary", reason, line, column };
}

function binaryReason(bytes: Uint8Array, nul: number): string {
  if (beginsWith(bytes, "PK\u0003\u0004"))
    return "this is a zip container such as DOCX; a text, Markdown or HTML file can be read";
  const looksWide = nul <= 1 && bytes.length > 3 && bytes[nul + 2] === 0;

  return looksWide
    ? "a NUL byte stands here; the file may be UTF-16 without a byte order mark, save it as UTF-8"
    : "a NUL byte stands here: this is no text";
}

function beginsWith(bytes: Uint8Array, ascii: string): boolean {
  for (let at = 0; at < ascii.length; at += 1) if (bytes[at] !== ascii.charCodeAt(at)) return false;

  return true;
}

function placeOfByte(bytes: Uint8Array, offset: number): readonly [line: number, column: number] {
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, offset));
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;

  return [line, before.length - lineStart + 1];
}
