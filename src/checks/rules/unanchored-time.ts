import { atMostDays, isOpen, spansOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment, EventRef, Point, Window } from "../../commitments/index.ts";
import { actsOf, eventWords, eventsIn, isMomentary } from "../events.ts";
import { holesOfClauses, isDeclared, isDuty } from "../hole.ts";
import type { Hole } from "../hole.ts";
import { wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";
import { isDecisive } from "../schedule/verdicts.ts";
import { placesOf, windowsOf } from "../slots.ts";

const pointWords: Readonly<Record<Point, string>> = {
  start: "start",
  completion: "completion",
  "verified-completion": "verified completion",
  occurrence: "the day itself",
};

/**
 * A time is counted from a moment, and an act with extent has several: its start, its completion, its verified
 * completion. Asks also from which of two events a time runs, and whether "day 1" counts the day itself.
 * An error where one answer lets the times be kept and another does not. Source: docs/sources.md#unanchored-time.
 */
export const unanchoredTime: Rule = {
  name: "unanchored-time",
  family: "structure",
  find: (context) =>
    holesOfClauses(
      context,
      context.commitments.filter(isDuty).flatMap((commitment) => holes(context, commitment)),
    ),
};

/** At most one hole each for the window, the start, the trigger and the end. */
function holes(context: Context, commitment: Commitment): readonly Hole[] {
  const found: Hole[] = [];
  const seen = new Set<string>();
  const add = (path: string, hole: Hole | null): void => {
    if (hole === null || seen.has(path)) return;
    seen.add(path);
    found.push(hole);
  };
  for (const { path, window } of windowsOf(commitment)) add(path, windowHole(context, commitment, path, window));
  const counted = new Set(
    windowsOf(commitment).flatMap(({ window }) =>
      valuesOf(window.after).map(({ event }) => eventWords(context, event)),
    ),
  );
  for (const path of ["trigger", "until"] as const)
    for (const event of valuesOf(commitment[path]))
      if (!counted.has(eventWords(context, event.event))) add(path, pointHole(context, commitment, path, event, null));

  return found;
}

function windowHole(context: Context, commitment: Commitment, path: string, window: Window): Hole | null {
  const after = valuesOf(window.after);
  if (window.after.kind === "ambiguous" && !isDeclared(context, commitment, `${path}.after`, window.after))
    return hole(context, commitment, `${path}.after`, window.words, whichEvent(context, after));
  for (const event of after) {
    const open = pointHole(context, commitment, `${path}.after`, event, window);
    if (open !== null) return open;
  }
  if (after.length === 0 && isOpen(window.after) && hasLength(window))
    return hole(context, commitment, `${path}.after`, window.words, "counted from when?");

  return countHole(context, commitment, path, window);
}

/** Several events, each perhaps with several moments. */
function whichEvent(context: Context, after: readonly EventRef[]): string {
  const names = [...new Set(after.map(({ event }) => quoted(eventWords(context, event))))];
  const isExtended = after.some(({ point }) => valuesOf(point).length > 1);

  return `from ${names.join(" or ")}${isExtended ? ", and from its start or its completion?" : "?"}`;
}

function pointHole(
  context: Context,
  commitment: Commitment,
  path: string,
  event: EventRef,
  window: Window | null,
): Hole | null {
  const points = valuesOf(event.point);
  const isMoment =
    event.event.kind === "fact" &&
    (isMomentary(event.event.words) || isCondition(context, commitment, event.event.words));
  const isSettled = isMoment || points.length === 1 || event.point.kind === "not-applicable";
  if (isSettled || isDeclared(context, commitment, `${path}.point`, event.point)) return null;
  const choices = points.length === 0 ? ["start", "completion"] : points.map((point) => pointWords[point]);
  const words = window?.words ?? wordsAt(context.draft, spansOf(event.point));
  const question = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}?${distance(context, event)}`;

  return hole(context, commitment, `${path}.point`, words, question);
}

/** "If the situation permits, within 48 hours": counted from the moment at which it does. */
function isCondition(context: Context, commitment: Commitment, words: string): boolean {
  return valuesOf(commitment.condition).some((condition) =>
    eventsIn(condition).some(({ event }) => eventWords(context, event.event) === words),
  );
}

/** "Day 1 of": 0 or 1 days after, unless the text says how it counts. */
function countHole(context: Context, commitment: Commitment, path: string, window: Window): Hole | null {
  const slot = window.latest.kind === "ambiguous" ? window.latest : window.earliest;
  const isOpenCount = window.ordinal && slot.kind === "ambiguous";
  if (!isOpenCount || isDeclared(context, commitment, `${path}.latest`, slot)) return null;

  return hole(context, commitment, `${path}.latest`, window.words, "is the day itself counted?");
}

/** The longest time that can lie between start and completion, where the act has one. */
function distance(context: Context, event: EventRef): string {
  const acts = actsOf(context, event.event);
  const lengths = acts.flatMap((act) =>
    valuesOf(act.window).flatMap((window) =>
      valuesOf(window.latest).flatMap((latest) => (latest === "none" ? [] : [atMostDays(latest)])),
    ),
  );
  const days = Math.max(0, ...lengths);

  return days === 0 ? "" : ` Up to ${days} days lie between.`;
}

function hasLength(window: Window): boolean {
  return [...valuesOf(window.latest), ...valuesOf(window.earliest)].some((length) => length !== "none");
}

function hole(context: Context, commitment: Commitment, path: string, words: string, question: string): Hole {
  const places = placesOf(commitment, path);
  const shown = words === "" ? wordsAt(context.draft, places.slice(0, 1)) : words;

  return {
    rule: "unanchored-time",
    severity: isDecisive(context, commitment, path) ? "error" : "warning",
    commitment,
    path,
    at: places,
    says: `${quoted(shown)}: ${question}`,
  };
}
