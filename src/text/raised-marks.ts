const mark = /^[\p{L}\p{N}*†‡]{1,4}$/u;
const ordinalEnding = /^(?:st|nd|rd|th|er|re|e|º|ª|o)$/i;
const measureEnd = /(?:^|[\s\d(])(?:[kcm]?m)$/;

/**
 * The name of the note that raised characters mark, `null` where they are words: `10th` and `km2` written with a raised end. `before` is
 * what stands before them.
 */
export function raisedMark(raised: string, before: string): string | null {
  const name = raised.trim();
  if (!mark.test(name)) return null;
  if (/\d$/.test(before) && ordinalEnding.test(name)) return null;
  if (/^[23]$/.test(name) && measureEnd.test(before)) return null;

  return name.toLowerCase();
}
