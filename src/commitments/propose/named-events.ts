import type { EventRef, Window } from "../event.ts";
import { spansOf, type Slot } from "../slot.ts";
import { eventIn } from "./event-words.ts";
import type { Numbered } from "./link-events.ts";
import type { PassageReading } from "./read-passage.ts";

const lead = /^(?:the )?(?:day|date|moment|time) (?:(?:on|at) which |of |when )(?:the )?/i;

/**
 * "D-Day is the day on which this Protocol is signed": what is counted from a day with a name is counted from the
 * event that the text calls so. `proposed`, for the definition stands elsewhere. O(acts + definitions).
 */
export function withNamedDays(frames: readonly Numbered[], readings: readonly PassageReading[]): readonly Numbered[] {
  const events = definitions(readings);
  if (events.size === 0) return frames;
  const named = (slot: Slot<EventRef>): Slot<EventRef> => {
    if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
    const { event } = slot.value;
    const value = event.kind === "fact" ? events.get(keyOf(event.words)) : undefined;

    return value === undefined ? slot : { kind: "proposed", value, spans: spansOf(slot), rule: "named-day" };
  };
  const windows = (slot: Slot<Window>): Slot<Window> => {
    if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
    const after = named(slot.value.after);

    return after === slot.value.after ? slot : { ...slot, value: { ...slot.value, after } };
  };

  return frames.map((frame) => ({
    ...frame,
    window: windows(frame.window),
    start: windows(frame.start),
    trigger: named(frame.trigger),
    until: named(frame.until),
  }));
}

/** Terms that name a day, with the event that their definition tells. */
function definitions(readings: readonly PassageReading[]): ReadonlyMap<string, EventRef> {
  const events = new Map<string, EventRef>();
  for (const { passage, statements } of readings)
    for (const { says } of statements) {
      if (says.kind !== "term") continue;
      const words = lead.exec(says.means)?.[0];
      const at = words === undefined ? -1 : passage.text.indexOf(says.means);
      if (words === undefined || at < 0) continue;
      const ref = eventIn(passage, at + words.length, at + says.means.length);
      if (ref.event.kind !== "fact") events.set(keyOf(says.term), ref);
    }

  return events;
}

function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/-?day$/, "-day")
    .trim();
}
