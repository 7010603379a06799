/**
 * A short stable name for a string: 12 hex digits (48 bits), the same on every machine.
 *
 * For identity only (provision ids, finding ids). It is not a cryptographic hash: whoever can choose the words can
 * make two strings share it. Length and characters are mixed in as UTF-16 units; O(length).
 */
export function fingerprint(words: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < words.length; at += 1) {
    const unit = words.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high = (high << 13) | (high >>> 19);
  }
  low = Math.imul(low ^ (low >>> 16) ^ words.length, 0x85ebca6b);
  high = Math.imul(high ^ (high >>> 15) ^ low, 0xc2b2ae35);
  low ^= high >>> 13;
  return (high >>> 0).toString(16).padStart(8, "0") + ((low >>> 0) & 0xffff).toString(16).padStart(4, "0");
}
