import type { EventRef, Window } from "../event.ts";

/**
 * One phrase of time in a clause. `due`: the act is complete in this window. `start`, `end`: the window of its
 * beginning or completion alone. `until`: a lasting duty ends. `trigger`: the act follows an event, no length said.
 */
export type TimePhrase = {
  readonly start: number;
  readonly end: number;
  readonly role: "due" | "start" | "end" | "from" | "until" | "trigger" | "frequency" | "open";
  readonly window: Window | null;
  readonly event: EventRef | null;
  readonly words: string;
};
