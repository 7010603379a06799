import { itemsIn, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment, EventRef } from "../../commitments/index.ts";
import { actsOf, eventWords, eventsIn, isSoonOver } from "../events.ts";
import type { Finding, StoryLine } from "../finding.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf, listed, quoted } from "../saying.ts";
import { placesOf, windowsOf } from "../slots.ts";
import { hasLastDay } from "./no-deadline.ts";

/** What may happen again and again, or never, is no event that one waits for: "any incident", "a request". */
const indefinite = /^(?:any|every|each|an?|such)\s/i;

type Awaited = { readonly words: string; readonly label: string | null; readonly path: string };

/**
 * A duty that waits for something without a latest day can wait forever, and nobody is in breach. Looks through acts
 * that themselves wait. Source: docs/sources.md#open-ended-wait.
 */
export const openEndedWait: Rule = {
  name: "open-ended-wait",
  family: "structure",
  find: (context) => {
    const undated = undatedActs(context);

    return duties(context).flatMap((commitment) => {
      const awaited = waitsFor(context, commitment, undated);

      return awaited.length === 0 ? [] : [waitFinding(context, commitment, awaited)];
    });
  },
};

function waitFinding(context: Context, commitment: Commitment, awaited: readonly Awaited[]): Finding {
  const events = [...new Set(awaited.map((one) => quoted(one.words)))];
  const path = awaited[0]?.path ?? "window";
  const says = `${actOf(commitment)} waits for ${listed(events)}, which ${events.length === 1 ? "has" : "have"} no date.`;
  const base = holeFinding(context, {
    rule: "open-ended-wait",
    severity: "warning",
    commitment,
    path,
    at: placesOf(commitment, path),
    says,
  });
  const acts = new Map<string, StoryLine>();
  for (const { label, words } of awaited)
    if (label !== null) acts.set(`${label} ${words}`, line(`No last day is stated for ${quoted(words)}.`, label));
  const consents = new Map<string, StoryLine>();
  for (const act of [commitment, ...awaitedEvents(commitment).flatMap(({ event }) => actsOf(context, event.event))])
    for (const name of itemsIn(act.needsConsentOf))
      consents.set(
        `${act.label} ${name}`,
        line(`The consent of ${name} is needed, and no last day is stated for it.`, act.label),
      );

  return { ...base, story: [line(says, commitment.label), ...acts.values(), ...consents.values()] };
}

function line(text: string, provision: string): StoryLine {
  return { day: null, text, provision };
}

/** The undated events that the act waits for, directly. */
function waitsFor(context: Context, commitment: Commitment, undated: ReadonlySet<string>): readonly Awaited[] {
  return awaitedEvents(commitment).flatMap(({ path, event }): readonly Awaited[] => {
    const words = eventWords(context, event.event);
    if (isUndatedFact(context, event)) return [{ words, label: null, path }];
    const act = actsOf(context, event.event).find((one) => undated.has(one.id) && one.id !== commitment.id);

    return act === undefined ? [] : [{ words, label: act.label, path }];
  });
}

/** What the act is counted from, begins at, or is conditioned on as an act of this text. */
function awaitedEvents(commitment: Commitment): readonly { readonly path: string; readonly event: EventRef }[] {
  return [
    ...windowsOf(commitment).flatMap(({ path, window }) =>
      valuesOf(window.after).map((event) => ({ path: `${path}.after`, event })),
    ),
    ...valuesOf(commitment.trigger).map((event) => ({ path: "trigger", event })),
    ...conditionEvents(commitment).map((event) => ({ path: "condition", event })),
  ];
}

/** Only acts of this text: whether a fact of a condition comes about is no matter of waiting. */
function conditionEvents(commitment: Commitment): readonly EventRef[] {
  const condition = valueOf(commitment.condition);
  if (condition === null) return [];

  return eventsIn(condition)
    .filter(({ event, isNegated }) => !isNegated && (event.event.kind === "act" || event.event.kind === "provision"))
    .map(({ event }) => event);
}

/** Something outside the acts of this text, or an act of it by another name that has no last day itself. */
function isUndatedFact(context: Context, event: EventRef): boolean {
  const words = eventWords(context, event.event);
  const isWait = event.event.kind === "fact" && words !== "" && !indefinite.test(words) && !isSoonOver(words);
  if (!isWait) return false;
  const acts = actsCalled(context, words);

  return acts.every((act) => act.mode !== "maintain" && !hasLastDay(act));
}

const actsByWord = new WeakMap<Context, ReadonlyMap<string, ReadonlySet<Commitment>>>();
const small = new Set("the a an of all any each their its this that these those start completion end".split(" "));

/** The acts whose own words hold all words of the fact: "the ceasefire", "the local elections". */
function actsCalled(context: Context, fact: string): readonly Commitment[] {
  const found = contentOf(fact).map((word) => wordsOfActs(context).get(word) ?? new Set<Commitment>());
  const [first = new Set<Commitment>(), ...others] = found;

  return [...first].filter((act) => others.every((acts) => acts.has(act)));
}

function wordsOfActs(context: Context): ReadonlyMap<string, ReadonlySet<Commitment>> {
  const known = actsByWord.get(context);
  if (known !== undefined) return known;
  const byWord = new Map<string, Set<Commitment>>();
  for (const act of context.commitments)
    for (const word of contentOf(`${act.action.verb} ${act.action.object}`)) {
      const acts = byWord.get(word);
      if (acts === undefined) byWord.set(word, new Set([act]));
      else acts.add(act);
    }
  actsByWord.set(context, byWord);

  return byWord;
}

function contentOf(words: string): readonly string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.has(word));
}

/** Acts without a last day, and every act that waits for one of them. O(acts and waits). */
function undatedActs(context: Context): ReadonlySet<string> {
  const waiting = new Map<string, string[]>();
  const undated = new Set<string>();
  for (const act of context.commitments) {
    if (act.mode === "maintain") continue;
    const events = awaitedEvents(act);
    if (!hasLastDay(act) || events.some(({ event }) => isUndatedFact(context, event))) undated.add(act.id);
    for (const { event } of events)
      for (const awaited of actsOf(context, event.event)) {
        const known = waiting.get(awaited.id);
        if (known === undefined) waiting.set(awaited.id, [act.id]);
        else known.push(act.id);
      }
  }
  for (const id of undated) for (const waits of waiting.get(id) ?? []) undated.add(waits);

  return undated;
}
