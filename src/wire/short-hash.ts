/** A SHA-256 in hex as people compare it: `3fa2b1…9c0d`, its first six and last four digits. */
export function shortHash(hex: string): string {
  return hex.length <= 10 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}
