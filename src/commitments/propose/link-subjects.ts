import { oncePer } from "../../base/index.ts";
import type { Action } from "../commitment.ts";
import { itemsIn, spansOf, unresolved, valueOf, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { bodyNouns, collectiveOf } from "./actor-names.ts";
import { headNoun } from "./event-words.ts";
import type { Frame } from "./frame.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement } from "./statements.ts";

const pronoun = /^\W*(?:it|they|them|he|she|both|these)\W*$/i;

/**
 * Who "it" and "they" are: the subject of the sentence before, in the same article. Always `proposed`, because the
 * rule looks beyond the sentence; where that sentence names nobody the bearer stays unresolved.
 *
 * A passage without such a word is handed on as it is.
 */
export function withSubjects(readings: readonly PassageReading[]): readonly PassageReading[] {
  let before: Subject | null = null;
  let article = "";

  return readings.map((reading) => {
    if (reading.passage.article !== article) before = null;
    article = reading.passage.article;
    const named: Named = before === null || !leansBack(reading) ? standsAlone(reading) : namedAfter(reading, before);
    before = named.last ?? before;

    return named.reading;
  });
}

/** A passage with its pronouns named, and who acts in the last of its sentences that names somebody. */
type Named = { readonly reading: PassageReading; readonly last: Subject | null };

const standsAlone = oncePer((reading: PassageReading): Named => namedFrom(reading, null));

const namings = oncePer((_reading: PassageReading) => new Map<string, Named>());

function namedAfter(reading: PassageReading, before: Subject): Named {
  const known = namings(reading);
  const key = JSON.stringify(before);
  let named = known.get(key);
  if (named === undefined) {
    named = namedFrom(reading, before);
    known.set(key, named);
  }

  return named;
}

/** Whether a pronoun in it may mean somebody named in a passage before. */
const leansBack = oncePer(
  ({ frames, statements }: PassageReading): boolean =>
    frames.some(({ subject }) => pronoun.test(subject)) || statements.some(({ says }) => isOfPronoun(says)),
);

function namedFrom(reading: PassageReading, subject: Subject | null): Named {
  let last: Subject | null = null;
  let isChanged = false;
  const framesOf = grouped(reading.frames);
  const statementsOf = grouped(reading.statements);
  const frames: Frame[] = [];
  const statements: Statement[] = [];
  for (let sentence = 0; sentence < reading.sentences.length; sentence += 1) {
    const previous: Subject | null = last ?? subject;
    const told: readonly Statement[] = statementsOf.get(sentence) ?? [];
    const acts: readonly Frame[] = framesOf.get(sentence) ?? [];
    const namedTold: readonly Statement[] = told.map((statement) => namedStatement(statement, previous));
    const namedActs: readonly Frame[] = acts.map((frame) => namedFrame(frame, previous));
    isChanged ||= namedTold.some((one, at) => one !== told[at]) || namedActs.some((one, at) => one !== acts[at]);
    statements.push(...namedTold);
    frames.push(...namedActs);
    last = subjectOf(namedActs, namedTold) ?? pluralBody(reading, sentence) ?? last;
  }

  return { reading: isChanged ? { ...reading, frames, statements } : reading, last };
}

function grouped<One extends { readonly sentence: number }>(all: readonly One[]): ReadonlyMap<number, readonly One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const known = groups.get(one.sentence);
    if (known === undefined) groups.set(one.sentence, [one]);
    else known.push(one);
  }

  return groups;
}

/** Who acts in a sentence: the first bearer, else the body it speaks of. */
function subjectOf(frames: readonly Frame[], statements: readonly Statement[]): Subject | null {
  const acting = frames.find((frame) => frame.head !== "helper" && (valueOf(frame.bearer) ?? []).length > 0);
  if (acting !== undefined) return { names: valueOf(acting.bearer) ?? [], spans: spansOf(acting.bearer) };
  for (const { says, spans } of statements)
    if (says.kind === "body" && !/^(?:it|its|they|each)$/i.test(says.body)) return { names: [says.body], spans };

  return null;
}

type Subject = { readonly names: readonly string[]; readonly spans: ReturnType<typeof spansOf> };

function namedFrame(frame: Frame, before: Subject | null): Frame {
  if (!pronoun.test(frame.subject) || before === null) return frame;
  const isPlural = /they|them|both|these/i.test(frame.subject);
  const [only] = before.names;
  const isMany = before.names.length > 1 || (only !== undefined && (collectiveOf(only) === "all" || /s$/.test(only)));
  if (isPlural !== isMany && !isPlural) return frame;
  if (frame.bearer.kind !== "unresolved") return frame;
  const spans = frame.bearer.spans;

  return {
    ...frame,
    bearer: {
      kind: "proposed",
      value: before.names,
      spans: [...spans, ...before.spans],
      rule: "subject-of-sentence-before",
    },
    liability: isMany ? unresolved(...spans) : { kind: "not-applicable", why: "one bearer" },
    subject: "",
  };
}

function namedStatement(statement: Statement, before: Subject | null): Statement {
  const { says } = statement;
  if (before === null || !isOfPronoun(says)) return statement;
  if (says.kind === "body") {
    const name = before.names.find((one) => collectiveOf(one) === null);

    return name === undefined ? statement : { ...statement, says: { ...says, body: name } };
  }

  return says.kind === "determination"
    ? { ...statement, says: { ...says, value: { ...says.value, by: before.names } } }
    : statement;
}

function isOfPronoun(says: Statement["says"]): boolean {
  return says.kind === "body"
    ? /^(?:it|its|they|each)$/i.test(says.body)
    : says.kind === "determination" && says.value.by.some((name) => pronoun.test(name));
}

/** "working groups" in a sentence that names no subject: the only plural of bodies there. */
function pluralBody(reading: PassageReading, sentence: number): Subject | null {
  const span = reading.sentences[sentence];
  if (span === undefined) return null;
  const text = reading.passage.text.slice(span.start, span.end);
  const found = [
    ...text.matchAll(/\b(?:establishment|creation|formation|setting up) of (?:the )?((?:\p{L}+ ){0,2}(\p{L}+)s)\b/gu),
  ].filter((match) => bodyNouns.has((match[2] ?? "").toLowerCase()));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const start = span.start + only.index + only[0].length - (only[1] ?? "").length;

  return { names: [only[1] ?? ""], spans: anchorsOf(reading.passage, start, start + (only[1] ?? "").length) };
}

const courseWords =
  /^(?:(?:the|this|that|such|these|said)\s+)?(?:process|processes|measures?|operations?|steps?|action|actions)$/i;
const startVerbs = /^(?:start|begin|commence|launch|initiate)$/;

/**
 * "The withdrawal is to start on … and to be completed within …" schedules an act that stands before it: its windows
 * go to that act and no second commitment is left. Where no single act before it fits, it stays as it is.
 */
export function withSchedules(frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = [];
  const near = new Map<string, number[]>();
  for (const frame of frames) {
    const known = near.get(frame.article) ?? [];
    const target = isSchedule(frame) ? scheduled(frame, kept, known) : -1;
    if (target >= 0) {
      kept[target] = merged(kept[target]!, frame);
      continue;
    }
    if (frame.head !== "helper") near.set(frame.article, [...known.slice(-40), kept.length]);
    kept.push(frame);
  }

  return kept;
}

function isSchedule(frame: Frame): boolean {
  return (
    frame.subject !== "" && !pronoun.test(frame.subject) && frame.bearer.kind === "unresolved" && frame.head === "modal"
  );
}

function scheduled(frame: Frame, before: readonly Frame[], near: readonly number[]): number {
  if (courseWords.test(frame.subject.trim())) return near.at(-1) ?? -1;
  const noun = headNoun(frame.subject);
  const verb = verbOfNoun(noun)?.base;
  const found = near.filter((index) => isActOf(before[index]!, verb ?? "", noun));

  return found.length === 1 ? found[0]! : -1;
}

/** Whether a frame is the act that a noun names. */
export function isActOf({ action }: Pick<Frame, "action">, verb: string, noun: string): boolean {
  if (verb !== "" && (action.verb === verb || sameAct(action.verb, verb))) return true;

  return noun !== "" && wordsCarriedOut(action).has(noun);
}

const carriesOut = /^(?:ensure|carry out|conduct|hold|complete|organi[sz]e|launch|start|begin|implement)$/;
const carriesOutWhole = /^(?:ensure|carry out|conduct|hold|complete)$/;

/** "carry out a withdrawal": the words by which the act carried out is known; none for an act that is its own verb. */
const wordsCarriedOut = oncePer(({ verb, object }: Action): ReadonlySet<string> => {
  if (!carriesOut.test(verb)) return new Set();
  const first = object.split(/\s+(?:of|and|by|in|for|to|from)\s+|,/)[0] ?? "";
  const words = `${first} ${carriesOutWhole.test(verb) ? object.slice(0, 80) : ""}`;

  return new Set(words.toLowerCase().split(/[^\p{L}-]+/u));
});

const sameActs: ReadonlyMap<string, number> = new Map(
  [
    ["cease", "ceasefire", "cease-fire", "stop", "halt", "end"],
    ["withdraw", "pull back", "redeploy", "remove", "move back"],
    ["release", "free", "set free"],
    ["return", "repatriate"],
    ["hand over", "transfer", "deliver"],
  ].flatMap((verbs, group) => verbs.map((verb) => [verb, group] as const)),
);

function sameAct(one: string, other: string): boolean {
  const group = sameActs.get(one);

  return group !== undefined && group === sameActs.get(other);
}

function merged(target: Frame, frame: Frame): Frame {
  const isStart = startVerbs.test(frame.action.verb);
  const open = <Value>(slot: Slot<Value>): boolean => slot.kind === "unresolved";
  const end = frame.phrases.find((phrase) => phrase.role === "end");
  const window = isStart && end === undefined ? target.window : frame.window;
  const isBegun = startVerbs.test(target.action.verb) && !isStart && open(target.start);
  const start = !open(frame.start) ? frame.start : isStart ? frame.window : isBegun ? target.window : target.start;

  return {
    ...target,
    spans: [...target.spans, ...frame.spans],
    strength:
      frame.strength.kind === "stated"
        ? { ...frame.strength, kind: "proposed", rule: "schedule-of-act" }
        : target.strength,
    modality: target.modality,
    window: open(window) ? target.window : window,
    start,
    until: open(frame.until) ? target.until : frame.until,
    trigger: open(frame.trigger) ? target.trigger : frame.trigger,
    condition: open(frame.condition) ? target.condition : frame.condition,
    needsConsentOf:
      open(frame.needsConsentOf) && spansOf(frame.needsConsentOf).length === 0
        ? target.needsConsentOf
        : frame.needsConsentOf,
  };
}

/** The verb that a noun of an act stands for, or the noun itself. */
export function actVerb(noun: string): string {
  return verbOfNoun(noun)?.base ?? verbOf(noun)?.base ?? "";
}

export function bearerNames(frame: Frame): readonly string[] {
  return itemsIn(frame.bearer);
}
