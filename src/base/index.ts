// base: the few things every room needs. Imports nothing. Start with outcome.ts.
export { ok, refuse } from "./outcome.ts";
export type { Outcome } from "./outcome.ts";
export { everyMatch } from "./every-match.ts";
export { fingerprint } from "./fingerprint.ts";
export { lastAtMost } from "./last-at-most.ts";
export { oncePer } from "./once-per.ts";
export { listed, literally, lowWords, plural } from "./sentence.ts";
export { asSeen, isSame } from "./same.ts";
export type { Seen } from "./same.ts";
