import type { EventRef, Window } from "../event.ts";
import { unresolved } from "../slot.ts";
import { eventAfter } from "./event-phrases.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

/** "every month", "at least once a week". */
export function frequency(passage: Passage, match: RegExpExecArray): TimePhrase {
  return {
    start: match.index,
    end: match.index + match[0].length,
    role: "frequency",
    window: null,
    event: null,
    words: passage.text.slice(match.index, match.index + match[0].length),
  };
}

/** "immediately", "as soon as possible": no last day. */
export function openEnded(passage: Passage, match: RegExpExecArray): TimePhrase {
  const end = match.index + match[0].length;
  const spans = anchorsOf(passage, match.index, end);
  const words = match[0].toLowerCase();
  const kind =
    words.startsWith("as soon") || words.includes("earliest")
      ? "as-soon-as-possible"
      : words.includes("reasonable") || words.includes("due course")
        ? "reasonable"
        : "promptly";
  const window: Window = {
    after: unresolved(),
    earliest: unresolved(),
    latest: { kind: "stated", value: "none", spans },
    openEnded: kind,
    ordinal: false,
    words: match[0],
  };

  return { start: match.index, end, role: "open", window, event: null, words: match[0] };
}

/** "for a period of ten years after E": how long a duty lasts. */
export function lasting(passage: Passage, match: RegExpExecArray, limit: number): TimePhrase | null {
  const head = match.index + match[0].length;
  const event = match.groups?.["link"] === undefined ? null : eventAfter(passage, head, limit);
  const end = event?.end ?? (match.groups?.["link"] === undefined ? head : head - (match.groups["link"] ?? "").length);
  const words = passage.text.slice(match.index, end);
  const spans = anchorsOf(passage, match.index, end);
  const ref: EventRef = { event: { kind: "fact", words }, point: { kind: "stated", value: "occurrence", spans } };

  return { start: match.index, end, role: "until", window: null, event: ref, words };
}
