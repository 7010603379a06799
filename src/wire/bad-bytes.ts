import type { Slip } from "../text/index.ts";

/** A file with more broken places than this is not UTF-8 at all; the rest is said in one slip. */
const mostSlips = 100;

/**
 * Where `bytes` are not UTF-8: one slip for each run of broken bytes, in the order of the text.
 * `source` is what a decoder that replaces made of them; places are counted in it. O(bytes).
 */
export function badBytes(bytes: Uint8Array, source: string): Slip[] {
  const slips: Slip[] = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let places = 0;

  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      if (bytes[at] === 0x0a) {
        line += 1;
        lineStart = offset + 1;
      }
      at += length;
      offset += length === 4 ? 2 : 1;
      continue;
    }
    const run = brokenRun(bytes, at);
    places += 1;
    if (places <= mostSlips) slips.push(slip(source, offset, line, offset - lineStart + 1, run.end - at));
    at = run.end;
    offset += run.replacements;
  }

  const first = slips[0];
  if (places > mostSlips && first !== undefined)
    slips.push({ ...first, says: `${places - mostSlips} more places are not UTF-8` });

  return slips;
}

function slip(source: string, offset: number, line: number, column: number, count: number): Slip {
  const says = count === 1 ? "a byte here is not UTF-8" : `${count} bytes here are not UTF-8`;
  const excerpt = source.slice(Math.max(0, offset - 20), offset + 20);

  return { line, column, code: "bad-bytes", says, provision: null, offset, excerpt, repair: null };
}

/** Bytes of the well-formed sequence at `at`, 0 where there is none (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!; // `at` is below `bytes.length`
  if (lead < 0x80) return 1;
  const wanted = wantedLength(lead);
  for (let next = 1; next < wanted; next += 1) if (!continues(bytes, at, next)) return 0;

  return wanted;
}

function wantedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;

  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Whether byte `next` of the sequence at `at` may stand there: no overlong form, no surrogate, nothing past U+10FFFF. */
function continues(bytes: Uint8Array, at: number, next: number): boolean {
  const lead = bytes[at];
  const byte = bytes[at + next] ?? 0;
  if (next > 1) return byte >= 0x80 && byte <= 0xbf;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;

  return byte >= low && byte <= high;
}

/** The broken bytes from `at` on, and how many U+FFFD a decoder makes of them (one for each longest beginning). */
function brokenRun(bytes: Uint8Array, at: number): { readonly end: number; readonly replacements: number } {
  let end = at;
  let replacements = 0;
  while (end < bytes.length && sequenceLength(bytes, end) === 0) {
    const wanted = wantedLength(bytes[end]!); // `end` is below `bytes.length`
    let kept = 1;
    while (kept < wanted && continues(bytes, end, kept)) kept += 1;
    end += kept;
    replacements += 1;
  }

  return { end, replacements };
}
