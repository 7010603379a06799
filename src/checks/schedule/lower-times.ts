import { oncePer } from "../../base/index.ts";
import { atLeastDays, atMostDays, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment, Condition, Duration, EventRef, Point, Slot, Window } from "../../commitments/index.ts";
import { eventWords } from "../events.ts";
import { isDuty } from "../hole.ts";
import type { Context } from "../rule.ts";
import { actOf, durationWords, listed } from "../saying.ts";
import { terrainOf } from "../terrain.ts";
import { isLasting } from "../waits.ts";
import { dayNumber } from "./dates.ts";
import { performersOf, phaseOf } from "./performers.ts";
import { calendar, entryIntoForce, happeningKey, signature } from "./schedule.ts";
import type { Limit, Moment, MomentPoint, Premise, Question, Schedule } from "./schedule.ts";

type Asked<Value> = { readonly value: Value; readonly when: readonly Premise[] };

/** A moment that something is counted from; a date is so many days after the calendar begins. */
type Counted = { readonly moment: number; readonly offset: number; readonly on: string | null };

type Building = {
  readonly context: Context;
  readonly moments: Moment[];
  readonly byKey: Map<string, number>;
  readonly byAct: Map<Commitment, Partial<Record<MomentPoint, number>>>;
  readonly limits: Limit[];
  readonly questions: Question[];
  readonly bySlot: Map<object | string, number>;
  readonly conditions: Map<string, Condition>;
};

/**
 * The times of every duty of a text as limits between moments: windows, starts, triggers, verified completions, dates.
 * Deterministic, O(size of the commitments). Lengths are lowered to the day that always holds; a window without a last
 * day gives no latest limit; what the words leave open becomes a question.
 */
export const scheduleOf = oncePer((context: Context): Schedule => {
  const building: Building = {
    context,
    moments: [
      { kind: "entry-into-force", act: null, point: "occurrence", says: "entry into force" },
      { kind: "calendar", act: null, point: "occurrence", says: "the first day of the calendar" },
      { kind: "signature", act: null, point: "occurrence", says: "signature" },
    ],
    byKey: new Map(),
    byAct: new Map(),
    limits: [],
    questions: [],
    bySlot: new Map(),
    conditions: new Map(),
  };
  order(building, signature, entryIntoForce);
  for (const commitment of context.commitments) if (isDuty(commitment)) addAct(building, commitment);
  const ofRights: Building = { ...building, limits: [] };
  for (const commitment of context.commitments) if (!isDuty(commitment)) addAct(ofRights, commitment);

  return {
    moments: building.moments,
    limits: building.limits,
    rights: ofRights.limits,
    questions: building.questions,
    conditions: building.conditions,
    questionOf: (event) => building.bySlot.get(`if ${happeningKey(event)}`) ?? null,
    momentOf: (commitment, point) => building.byAct.get(commitment)?.[point] ?? null,
    watchOf: (commitment, verification) => building.byKey.get(watchKey(commitment, verification)) ?? null,
  };
});

/** What a limit bounds: a moment of an act, who says so and who keeps it. */
type Due = {
  readonly act: Commitment;
  readonly label: string;
  readonly by: readonly string[] | null;
  readonly moment: () => number;
};

function addAct(building: Building, act: Commitment): void {
  const dueAt = (point: MomentPoint): Due => ({
    act,
    label: act.label,
    by: null,
    moment: () => momentOfAct(building, act, point),
  });
  const phase = phaseOf(building.context, act);
  const due =
    phase === null
      ? dueAt(isLasting(act) ? "start" : "completion")
      : { ...dueAt("start"), moment: () => momentOfAct(building, phase.act, phase.point) };
  if (!isStretch(act)) addWindows(building, due, "window", act.window);
  addWindows(building, dueAt("start"), "start", act.start);
  const eventSays = ({ event }: EventRef): string => eventWords(building.context, event);
  for (const { value, when } of asked(building, act.trigger, act, "trigger", eventSays))
    addWait(building, due, "trigger", value, when);
  const condition = valueOf(act.condition);
  if (condition !== null) addCondition(building, due, condition);
  act.verification.forEach(({ from, by, label }, index) => {
    if (valuesOf(from).length === 0) return;
    const verifiers = terrainOf(building.context).cast.singles(valuesOf(by).flat());
    const moment = (): number =>
      keyed(building, watchKey(act, index), () => event(`the watch of ${listed(verifiers)} over ${actOf(act)}`));
    addWindows(building, { act, label, by: verifiers, moment }, "verification.from", from);
  });
}

/** "Shall not open the gate within 45 days": the days through which something is forbidden bound no beginning. */
function isStretch({ modality, window }: Commitment): boolean {
  const value = valueOf(window);
  const last = value === null ? null : valueOf(value.latest);
  if (valueOf(modality) !== "prohibition" || value === null || last === null || last === "none") return false;
  const first = valueOf(value.earliest);

  return first === null || atMostDays(first) !== atMostDays(last);
}

function watchKey({ id }: Commitment, verification: number): string {
  return `watch ${verification} over ${id}`;
}

function wordsOfWindow({ words }: Window): string {
  return `‘${words}’`;
}

function wordsOfLength(length: Duration | "none"): string {
  return length === "none" ? "no last day" : durationWords(length);
}

function addWindows(building: Building, due: Due, path: string, slot: Slot<Window>): void {
  const { act } = due;
  for (const { value: window, when } of asked(building, slot, act, path, wordsOfWindow))
    for (const after of anchorsOf(building, act, `${path}.after`, window.after)) {
      const premises = joined(when, after.when);
      for (const { value, when: more } of asked(building, window.latest, act, `${path}.latest`, wordsOfLength))
        if (value !== "none") addLimit(building, due, "latest", after.value, value, joined(premises, more));
      for (const { value, when: more } of asked(building, window.earliest, act, `${path}.earliest`, wordsOfLength))
        addLimit(building, due, "earliest", after.value, value, joined(premises, more));
    }
}

function joined(one: readonly Premise[], other: readonly Premise[]): readonly Premise[] {
  return one.length === 0 ? other : other.length === 0 ? one : [...one, ...other];
}

function addLimit(
  building: Building,
  { act, label, by, moment: dueAt }: Due,
  kind: "latest" | "earliest",
  { moment, offset, on }: Counted,
  length: Duration,
  when: readonly Premise[],
): void {
  const at = dueAt();
  if (at === moment) return;
  building.limits.push(
    kind === "latest"
      ? { from: moment, to: at, days: offset + atMostDays(length), kind, act, label, by, length, on, when }
      : { from: at, to: moment, days: 0 - offset - atLeastDays(length), kind, act, label, by, length, on, when },
  );
}

const atOnce: Duration = { amount: 0, unit: "days", calendar: null };

/** The act begins no earlier than what it waits for. */
function addWait(building: Building, due: Due, path: string, ref: EventRef, when: readonly Premise[]): void {
  for (const after of momentsOf(building, due.act, path, ref))
    addLimit(building, due, "earliest", after.value, atOnce, joined(when, after.when));
}

/** An act under a condition is owed where it holds, and begins no earlier than what must have happened. */
function addCondition(building: Building, due: Due, condition: Condition): void {
  building.conditions.set(due.act.id, condition);
  const visit = (one: Condition, isAffirmed: boolean): void => {
    if (one.kind === "not") return visit(one.of, !isAffirmed);
    if (one.kind !== "event") return one.of.forEach((part) => visit(part, isAffirmed));
    const { event } = one.event;
    const words = eventWords(building.context, event);
    questionFor(building, `if ${happeningKey(event)}`, {
      commitment: null,
      path: "condition",
      answers: [`it holds that ${words}`, `it does not hold that ${words}`],
    });
    if (isAffirmed && condition.kind !== "or" && (event.kind === "act" || event.kind === "provision"))
      addWait(building, due, "condition", one.event, []);
  };
  visit(condition, true);
}

function questionFor(building: Building, key: object | string, question: Question): number {
  let number = building.bySlot.get(key);
  if (number === undefined) {
    number = building.questions.length;
    building.questions.push(question);
    building.bySlot.set(key, number);
  }

  return number;
}

/** Every value of a slot; where there are several, each under the premise that it is the one. */
function asked<Value>(
  building: Building,
  slot: Slot<Value>,
  commitment: Commitment,
  path: string,
  says: (value: Value) => string,
): readonly Asked<Value>[] {
  const values = valuesOf(slot);
  if (values.length < 2) return values.map((value) => ({ value, when: [] }));
  const question = questionFor(building, slot, { commitment, path, answers: values.map(says) });

  return values.map((value, answer) => ({ value, when: [{ question, answer }] }));
}

function anchorsOf(
  building: Building,
  commitment: Commitment,
  path: string,
  slot: Slot<EventRef>,
): readonly Asked<Counted>[] {
  return asked(building, slot, commitment, path, (ref) => eventWords(building.context, ref.event)).flatMap(
    ({ value, when }) =>
      momentsOf(building, commitment, path, value).map((one) => ({ value: one.value, when: joined(when, one.when) })),
  );
}

const pointWords: Readonly<Record<Point, string>> = {
  start: "start",
  completion: "completion",
  "verified-completion": "verified completion",
  occurrence: "day itself",
};

/** The moments that an event may be: several where its point is open. */
function momentsOf(building: Building, own: Commitment, path: string, ref: EventRef): readonly Asked<Counted>[] {
  const { event } = ref;
  switch (event.kind) {
    case "entry-into-force":
      return [certain(entryIntoForce)];
    case "signature":
      return [certain(signature)];
    case "date":
      return [{ value: { moment: calendar, offset: dayNumber(event.on), on: event.on }, when: [] }];
    default: {
      const acts = performersOf(building.context, own, event);
      if (acts.length === 0) return [certain(happening(building, eventWords(building.context, event)))];

      return pointsOf(building, own, path, ref, acts).map(({ value, when }) => ({
        value: at(jointly(building, acts, value)),
        when,
      }));
    }
  }
}

function at(moment: number): Counted {
  return { moment, offset: 0, on: null };
}

function certain(moment: number): Asked<Counted> {
  return { value: at(moment), when: [] };
}

/** Which of its moments an act is meant by; where the words are silent and it has extent, its start or its completion. */
function pointsOf(
  building: Building,
  own: Commitment,
  path: string,
  { point }: EventRef,
  acts: readonly Commitment[],
): readonly Asked<Point>[] {
  const stated = asked(building, point, own, `${path}.point`, (value) => pointWords[value]);
  if (stated.length > 0) return stated;
  if (point.kind === "not-applicable" || !acts.some(hasExtent)) return [{ value: "completion", when: [] }];
  const points = ["start", "completion"] as const;
  const question = questionFor(building, `${own.id} ${path}.point`, {
    commitment: own,
    path: `${path}.point`,
    answers: points.map((value) => pointWords[value]),
  });

  return points.map((value, answer) => ({ value, when: [{ question, answer }] }));
}

/** Whether days may lie between the start and the completion of an act. */
function hasExtent(act: Commitment): boolean {
  return !isLasting(act) && (act.start.kind !== "unresolved" || valuesOf(act.window).length > 0);
}

/** The moment at which all of several acts have begun, or are done. */
function jointly(building: Building, acts: readonly Commitment[], point: Point): number {
  const [first, ...more] = acts.map((act) => momentOfAct(building, act, point));
  if (first === undefined || more.length === 0) return first ?? entryIntoForce;
  const labels = [...new Set(acts.map(({ label }) => label))].join(" and ");
  const before = building.moments.length;
  const joint = keyed(building, `all ${acts.map(({ id }) => id).join(" ")} ${point}`, () =>
    event(`the ${pointWords[point]} of all acts of ${labels}`),
  );
  if (joint >= before) for (const one of [first, ...more]) order(building, one, joint);

  return joint;
}

function event(says: string): Moment {
  return { kind: "event", act: null, point: "occurrence", says };
}

function momentOfAct(building: Building, act: Commitment, point: Point): number {
  const meant = isLasting(act) ? "start" : point === "occurrence" ? "completion" : point;
  let known = building.byAct.get(act);
  if (known === undefined) building.byAct.set(act, (known = {}));
  const number = known[meant];
  if (number !== undefined) return number;
  const moment = newMoment(building, { kind: "act", act, point: meant, says: "" });
  known[meant] = moment;
  if (meant === "start" && !isLasting(act)) order(building, moment, momentOfAct(building, act, "completion"));
  if (meant === "verified-completion") addVerified(building, act, momentOfAct(building, act, "completion"), moment);

  return moment;
}

/** Somebody looks at what was completed, within a time where one is stated. */
function addVerified(building: Building, act: Commitment, completed: number, verified: number): void {
  order(building, completed, verified);
  for (const { within, by, label } of act.verification) {
    const length = valueOf(within);
    if (length === null) continue;
    building.limits.push({
      from: completed,
      to: verified,
      days: atMostDays(length),
      kind: "latest",
      act,
      label,
      by: terrainOf(building.context).cast.singles(valuesOf(by).flat()),
      length,
      on: null,
      when: [],
    });

    return;
  }
}

function happening(building: Building, words: string): number {
  return keyed(building, `event ${words.toLowerCase()}`, () => event(words));
}

function newMoment(building: Building, moment: Moment): number {
  return building.moments.push(moment) - 1;
}

/** A moment that is no act's, known by a key. */
function keyed(building: Building, key: string, make: () => Moment): number {
  let number = building.byKey.get(key);
  if (number === undefined) {
    number = newMoment(building, make());
    building.byKey.set(key, number);
  }

  return number;
}

/** One moment is not before another. */
function order(building: Building, before: number, after: number): void {
  building.limits.push({
    from: after,
    to: before,
    days: 0,
    kind: "order",
    act: null,
    label: "",
    by: null,
    length: null,
    on: null,
    when: [],
  });
}
