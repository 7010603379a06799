import { oncePer } from "../../base/index.ts";
import type { Action } from "../commitment.ts";
import type { Condition, EventRef, Point, Window } from "../event.ts";
import { itemsIn, spansOf, valueOf, valuesOf, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { headNoun, verifiedAct } from "./event-words.ts";
import type { Frame } from "./frame.ts";
import { actVerb, isActOf } from "./link-subjects.ts";

/** A frame with the id it will have as a commitment. */
export type Numbered = Frame & { readonly id: string };

/** Articles with a clause of verification, and the words of what such clauses watch. */
export type Watched = { readonly articles: ReadonlySet<string>; readonly words: ReadonlySet<string> };

export function watchedIn(frames: readonly Frame[]): Watched {
  const clauses = frames.filter((frame) => frame.action.class === "verify");

  return {
    articles: new Set(clauses.map(({ article }) => article)),
    words: new Set(clauses.flatMap(({ action }) => action.object.toLowerCase().split(/[^\p{L}-]+/u))),
  };
}

export type Acts = {
  readonly watched: Watched;
  readonly frames: readonly Numbered[];
  readonly hasLabel: (label: string) => boolean;
  readonly within: (label: string, around: string) => boolean;
};

/**
 * Resolves what events in words stand for: "the withdrawal" is the commitment with that verb in the provision named,
 * else in the same article, else before it in the text, else after it. Two that fit leave the slot ambiguous.
 */
export function withEvents(acts: Acts): readonly Numbered[] {
  const byVerb = new Map<string, number[]>();
  acts.frames.forEach((frame, index) => {
    for (const key of keysOf(frame)) {
      const known = byVerb.get(key);
      if (known === undefined) byVerb.set(key, [index]);
      else known.push(index);
    }
  });

  return acts.frames.map((frame, index) => {
    const resolve = (slot: Slot<EventRef>): Slot<EventRef> => resolved(slot, frame, index, acts, byVerb);
    const trigger = resolve(frame.trigger);
    const until = resolve(frame.until);
    const window = anchoredToSelf(windowsResolved(frame.window, resolve), frame);
    const start = windowsResolved(frame.start, resolve);
    const condition = conditionResolved(frame.condition, resolve);
    const isSame =
      trigger === frame.trigger &&
      until === frame.until &&
      window === frame.window &&
      start === frame.start &&
      condition === frame.condition;

    return isSame ? frame : { ...frame, trigger, until, window, start, condition };
  });
}

function windowsResolved(slot: Slot<Window>, resolve: (slot: Slot<EventRef>) => Slot<EventRef>): Slot<Window> {
  if (slot.kind === "unresolved" || slot.kind === "not-applicable") return slot;
  const change = (window: Window): Window => {
    const after = resolve(window.after);

    return after === window.after ? window : { ...window, after };
  };
  if (slot.kind === "ambiguous")
    return { ...slot, alternatives: slot.alternatives.map((one) => ({ ...one, value: change(one.value) })) };
  const value = change(slot.value);

  return value === slot.value ? slot : { ...slot, value };
}

function conditionResolved(slot: Slot<Condition>, resolve: (slot: Slot<EventRef>) => Slot<EventRef>): Slot<Condition> {
  if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
  const change = (condition: Condition): Condition => {
    if (condition.kind === "not") return { ...condition, of: change(condition.of) };
    if (condition.kind !== "event") return { ...condition, of: condition.of.map(change) };
    const asked: Slot<EventRef> = { kind: "stated", value: condition.event, spans: slot.spans };
    const found = resolve(asked);
    const event = found === asked ? null : valueOf(found);

    return event === null ? condition : { ...condition, event };
  };
  const value = change(slot.value);

  return value === slot.value ? slot : { ...slot, value };
}

const reference =
  /\b(?:under|in|of|pursuant to|provided for in|referred to in|by|with)\s+(?:Articles?|Points?|Paragraphs?|Sections?|articles?|points?|paragraphs?|sections?)?\s*((?:\d[\w.]*(?:\(\w+\))*|[IVX]{1,5}\b))/;

/** Labels named inside an event phrase. */
export function labelIn(words: string): string | null {
  return reference.exec(words)?.[1]?.replace(/\.$/, "") ?? null;
}

function resolved(
  slot: Slot<EventRef>,
  frame: Numbered,
  index: number,
  acts: Acts,
  byVerb: ReadonlyMap<string, readonly number[]>,
): Slot<EventRef> {
  if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
  const { event } = slot.value;
  if (event.kind !== "fact") return slot;
  const found = actsNamed(event.words, index, frame.article, acts, byVerb);
  if (found.length === 0) {
    const label = labelIn(event.words);
    if (
      label === null ||
      !acts.hasLabel(label) ||
      !/^(?:the )?(?:implementation|performance|completion|execution|fulfil?lment)\b/i.test(event.words)
    )
      return slot;

    return { ...slot, value: { ...slot.value, event: { kind: "provision", label } } };
  }
  const refs = found.map((one): EventRef => ({
    event: { kind: "act", commitment: acts.frames[one]!.id },
    point: pointFor(slot.value.point, acts.frames[one]!, acts),
  }));
  const [only] = refs;
  if (refs.length === 1 && only !== undefined)
    return { kind: "proposed", value: only, spans: slot.spans, rule: "noun-of-act" };

  return { kind: "ambiguous", alternatives: refs.map((value) => ({ value, spans: slot.spans })), declared: "no" };
}

/** Indices of the frames that a noun phrase may mean, in order; the frame itself is none of them. */
export function actsNamed(
  words: string,
  index: number,
  article: string,
  acts: Acts,
  byVerb: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const { core, clause, noun, verb, label, keys } = sought(words);
  const all = [...new Set(keys.flatMap((key) => nearby(byVerb.get(key) ?? [], index)))]
    .filter((one) => one !== index && isCandidate(acts.frames[one]!, verb, noun))
    .toSorted((one, other) => one - other);
  if (label !== null) {
    const named = all.filter((one) => acts.within(acts.frames[one]!.label, label));
    if (named.length > 0) return named;
    const only = acts.frames.flatMap((frame, at) =>
      at !== index && acts.within(frame.label, label) && frame.head !== "helper" ? [at] : [],
    );

    return only.length === 1 ? only : [];
  }
  const fitting = clause === null ? fittingObject(core, all, acts) : fittingClause(core, all, acts);
  const near = fitting.filter((one) => acts.frames[one]!.article === article);
  if (near.length > 0) return near;
  const before = fitting.filter((one) => one < index);

  return before.length > 0 ? before : fitting;
}

/** What the words of an event look for. */
type Sought = {
  readonly core: string;
  /** Base form of the verb where the words are a clause, `null` for a noun phrase. */
  readonly clause: string | null;
  readonly noun: string;
  readonly verb: string;
  readonly label: string | null;
  readonly keys: readonly string[];
};

const soughtBefore = new Map<string, Sought>();

/** Phrases remembered; past that all are forgotten. */
const roomForPhrases = 2_000;

function sought(words: string): Sought {
  let known = soughtBefore.get(words);
  if (known === undefined) {
    if (soughtBefore.size >= roomForPhrases) soughtBefore.clear();
    known = soughtIn(words);
    soughtBefore.set(words, known);
  }

  return known;
}

function soughtIn(words: string): Sought {
  const core = (verifiedAct(words) ?? words)
    .replace(
      /^(?:the )?(?:verified )?(?:completion|start|beginning|commencement|end|conclusion|launch|finali[sz]ation|implementation|date|day|moment|full completion) of (?:the )?/i,
      "",
    )
    .replace(/^(?:the )?(?:verified |full )?(?:completion|start|beginning|end) of (?:the )?/i, "");
  const clause = clauseAct(core);
  const noun = clause === null ? headNoun(core) : "";
  const verb = clause === null ? actVerb(noun) : clause;
  const keys = [...new Set([verb, noun].filter((key) => key !== ""))];

  return { core, clause, noun, verb, label: labelIn(words), keys };
}

function isCandidate(frame: Numbered, verb: string, noun: string): boolean {
  if (frame.head === "helper" || frame.head === "declaration") return false;
  if (frame.action.class === "verify" && verbOf(verb)?.class !== "verify") return false;
  if (frame.action.class === "establish-body" && frame.action.verb !== verb && objectHead(frame) !== noun) return false;
  const modality = valueOf(frame.modality);
  if (modality === "prohibition" && frame.action.verb === verb && !/^(?:cease|ceasefire)/.test(verb)) return false;

  return isActOf(frame, verb, noun) || objectHead(frame) === noun;
}

/** "Aland has withdrawn its forces", "the bridge has been opened": the verb of a clause that tells of an act. */
function clauseAct(words: string): string | null {
  const match =
    /\b(?:has|have|had|is|are|was|were) (?:fully |all )?(?:been )?(\p{L}+(?: (?:out|up|back|down|over|off))?)\b/iu.exec(
      words,
    ) ?? /^(?:the )?\p{Lu}[\p{L} ]{1,50}? (\p{L}+s)\b/u.exec(words);
  const form = match?.[1] ?? "";
  const verb = verbOf(form) ?? verbOf(form.split(" ")[0] ?? "");
  if (
    verb === null ||
    /^(?:complete|finish|finalise|finalize|conclude|end|begin|start|commence|implement|verify|certify|carry out|take)$/.test(
      verb.base,
    )
  )
    return null;

  return verb.base;
}

/** Of acts with the verb of a clause, those whose bearer or object the clause names. */
function fittingClause(core: string, all: readonly number[], acts: Acts): readonly number[] {
  const wanted = contentWords(core);
  const scores = all.map((one) => {
    const frame = acts.frames[one]!;
    const object = contentWords(frame.action.object).filter((word) => wanted.includes(word)).length;
    const bearer = valuesOf(frame.bearer)
      .flat()
      .some((name) => core.includes(name))
      ? 2
      : 0;

    return { one, score: object + bearer };
  });
  const best = Math.max(0, ...scores.map(({ score }) => score));

  return best === 0 ? [] : scores.filter(({ score }) => score === best).map(({ one }) => one);
}

/** Of several acts with one verb, those whose object shares the words that the phrase adds. */
function fittingObject(core: string, all: readonly number[], acts: Acts): readonly number[] {
  if (all.length < 2) return all;
  const of = /\sof\s+(.+)$/.exec(core)?.[1];
  if (of === undefined) return all;
  const wanted = contentWords(of);
  const scored = all.filter((one) =>
    contentWords(`${acts.frames[one]!.action.object} ${itemsIn(acts.frames[one]!.bearer).join(" ")}`).some((word) =>
      wanted.includes(word),
    ),
  );

  return scored.length > 0 ? scored : all;
}

function contentWords(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3 && !/^(?:their|such|this|that|these|under|referred|with|from|into)$/.test(word))
    .map((word) => word.replace(/s$/, ""));
}

/** The noun that the object of a frame turns on: "all prisoners of war" → prisoners. */
export function objectHead({ action }: Pick<Frame, "action">): string {
  return headOfObject(action);
}

const headOfObject = oncePer(({ object }: Action): string => {
  const first = object.split(/\s+(?:of|to|from|for|in|on|by|with|under|between|at|that|which)\s+|,/)[0] ?? "";

  return (first.trim().split(/\s+/).at(-1) ?? "").toLowerCase();
});

/** The words by which a noun may find an act: its verb, the noun of its object, nouns of acts that it carries out. */
export function keysOf({ action }: Pick<Frame, "action">): readonly string[] {
  return keysOfAction(action);
}

const keysOfAction = oncePer((action: Action): readonly string[] => {
  const { verb, object } = action;
  const inner = /^(?:ensure|carry out|conduct|hold|complete|organi[sz]e|launch|start|begin|implement)$/.test(verb)
    ? object
        .slice(0, 100)
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .flatMap((word) => [word, verbOfNoun(word)?.base ?? ""])
    : [];
  const cease = /^(?:cease|ceasefire|cease-fire|stop|halt)$/.test(verb) ? ["cease", "ceasefire", "cease-fire"] : [];
  const pull = /^(?:withdraw|pull back|redeploy|move back|remove)$/.test(verb) ? ["withdraw"] : [];

  return [...new Set([verb, headOfObject(action), ...inner, ...cease, ...pull])].filter((key) => key !== "");
});

/** A lasting state counts from its beginning; where somebody verifies the act, verified completion is a third meaning. */
function pointFor(point: Slot<Point>, target: Numbered, acts: Acts): Slot<Point> {
  if (point.kind !== "ambiguous") return point;
  if (target.mode === "maintain" && target.action.class === "refrain")
    return { kind: "proposed", value: "start", spans: spansOf(point), rule: "state-begins" };
  const { articles, words } = acts.watched;
  const isVerified = articles.has(target.article) || words.has(nounOf(target));
  if (!isVerified || point.alternatives.some(({ value }) => value === "verified-completion")) return point;
  const spans = spansOf(point).slice(0, 1);

  return { ...point, alternatives: [...point.alternatives, { value: "verified-completion", spans }] };
}

function nounOf(frame: Numbered): string {
  return verbOfNoun(`${frame.action.verb}al`) !== null ? `${frame.action.verb}al` : frame.action.verb;
}

/** "to be completed within 14 days" without an event: from the start of the same act, or from the event last named. */
function anchoredToSelf(slot: Slot<Window>, frame: Numbered): Slot<Window> {
  if (slot.kind !== "stated" && slot.kind !== "proposed") return slot;
  const window = slot.value;
  if (window.after.kind !== "unresolved" || window.openEnded !== "no" || window.latest.kind === "unresolved")
    return slot;
  if (frame.start.kind === "unresolved") return slot;
  const spans = window.after.spans;
  const start: EventRef = {
    event: { kind: "act", commitment: frame.id },
    point: { kind: "stated", value: "start", spans },
  };
  const named = valueOf(frame.start)?.after;
  const last = named === undefined ? null : valueOf(named);
  const alternatives = [start, ...(last === null ? [] : [last])].map((value) => ({ value, spans }));

  return {
    ...slot,
    value: {
      ...window,
      after:
        alternatives.length === 1
          ? { kind: "proposed", value: start, spans, rule: "start-of-same-act" }
          : { kind: "ambiguous", alternatives, declared: "no" },
    },
  };
}

/** Beyond this many acts with one noun only those around are looked at. */
const manyActs = 200;

/** Of ascending indices those around `index`, where there are many. */
export function nearby(indices: readonly number[], index: number): readonly number[] {
  if (indices.length <= manyActs) return indices;
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (indices[middle]! < index) low = middle + 1;
    else high = middle;
  }

  return indices.slice(Math.max(0, low - 4), low + 4);
}
