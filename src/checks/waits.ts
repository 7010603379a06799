import { awaitedEvents, itemsIn, valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Condition, EventRef, Point, Slot } from "../commitments/index.ts";
import type { Game, Step } from "./game.ts";
import type { Context } from "./rule.ts";
import { terrainOf } from "./terrain.ts";

/** Something that must have happened before a commitment can be performed. */
export type Wait = {
  readonly path: "trigger" | "condition" | "window" | "start";
  readonly event: EventRef;
  /** The acts that the event is made of; empty for events that are no act of this text. */
  readonly acts: readonly Commitment[];
  /** `false`: it refers to a provision or a commitment that this text, under these choices, does not have. */
  readonly isThere: boolean;
};

/** Which point counts where the words leave it open: the earliest that they allow, or the latest. */
export type Lean = "earliest" | "latest";

/** Who waits for whom in the whole text, as a game without adversary. */
export type WaitingGame = {
  readonly game: Game;
  readonly commitments: readonly Commitment[];
  /** Facts by place of the commitment in `commitments`. */
  readonly started: (at: number) => number;
  readonly performed: (at: number) => number;
  /** The commitment a fact belongs to, `null` for a fact in between. */
  readonly ownerOf: (fact: number) => Commitment | null;
  /** Commitments with a point or an event that the words leave open. */
  readonly open: ReadonlySet<string>;
};

/** Everything one commitment waits for, in the order trigger, condition, window, start. */
export function waitsOf(context: Context, commitment: Commitment): readonly Wait[] {
  const waits: Wait[] = [];
  const note = (path: Wait["path"], events: readonly EventRef[]): void => {
    for (const event of events) waits.push({ path, event, ...actsOfEvent(context, commitment, event) });
  };
  note("trigger", valuesOf(commitment.trigger));
  note("condition", valuesOf(commitment.condition).flatMap(awaitedEvents));
  for (const path of ["window", "start"] as const)
    for (const window of valuesOf(commitment[path])) note(path, valuesOf(window.after));

  return waits;
}

function actsOfEvent(context: Context, own: Commitment, { event }: EventRef): Pick<Wait, "acts" | "isThere"> {
  const terrain = terrainOf(context);
  if (event.kind === "act") {
    const act = terrain.commitment(event.commitment);

    return { acts: act === null ? [] : [act], isThere: act !== null };
  }
  if (event.kind === "report" || event.kind === "determination")
    return { acts: [], isThere: event.by === null || isEmpowered(context, event.by) };
  if (event.kind !== "provision") return { acts: [], isThere: true };
  const acts = terrain.commitmentsAt(event.label);
  const others = acts.filter((act) => act.id !== own.id);

  return { acts: others.length > 0 ? others : acts, isThere: acts.length > 0 || terrain.isThere(event.label) };
}

/** Whether somebody may write or find at all: an actor from outside may, a body of this text where a clause gives it that task. */
function isEmpowered(context: Context, name: string): boolean {
  const { cast } = terrainOf(context);
  const [only] = cast.singles([name]);
  if (only === undefined || cast.body(only) === null || cast.actor(only)?.outside !== false) return true;

  return tasked(context).has(only);
}

const taskedBy = new WeakMap<Context, ReadonlySet<string>>();

/** Everybody whom a clause lets look, report, find or act. */
function tasked(context: Context): ReadonlySet<string> {
  let names = taskedBy.get(context);
  if (names === undefined) {
    const { cast } = terrainOf(context);
    names = new Set(
      cast.singles(
        context.commitments.flatMap(({ bearer, verification, determination }) => [
          ...itemsIn(bearer),
          ...verification.flatMap(({ by }) => itemsIn(by)),
          ...valuesOf(determination).flatMap(({ by }) => by),
        ]),
      ),
    );
    taskedBy.set(context, names);
  }

  return names;
}

/**
 * Breaches, facts of nature, dates, decisions and consents are granted; an act waits for its trigger, its condition
 * and the event its window is counted from. Built once for the whole text, O(commitments + references); where only
 * some commitments are asked, of these and what they wait for.
 */
export function waitingGame(context: Context, lean: Lean): WaitingGame {
  const commitments = waitedFor(context);
  const index = new Map(commitments.map((commitment, at) => [commitment.id, at]));
  const started = (at: number): number => 1 + 2 * at;
  const performed = (at: number): number => 2 + 2 * at;
  const steps: Step[] = [];
  let facts = 1 + 2 * commitments.length;
  const isOpen = new Set<string>();
  const add = (effect: number, needs: readonly number[], label: string): void => {
    steps.push({ effect, needs: [0, ...needs], label, ...quiet });
  };

  commitments.forEach((commitment, at) => {
    const pointed = (point: Slot<Point>, acts: readonly Commitment[]): readonly number[] => {
      const value = valueOf(point);
      const isOwn = acts.length === 1 && acts[0]!.id === commitment.id;
      if (value === null && isOwn) return [];
      if (value === null && acts.length > 0) isOpen.add(commitment.id);
      const isStart = value === null ? lean === "earliest" : value === "start";
      if (isOwn && isStart) return [];

      return acts.map((act) => {
        const place = index.get(act.id)!;

        return isStart || isLasting(act) ? started(place) : performed(place);
      });
    };
    const needsOf = (event: EventRef): readonly number[] => {
      const { acts, isThere } = actsOfEvent(context, commitment, event);
      if (!isThere) return [never()];

      return pointed(event.point, acts);
    };
    // A fact that no step brings about.
    const never = (): number => {
      facts += 1;

      return facts - 1;
    };
    const anyOf = (ways: readonly (readonly number[])[]): readonly number[] => {
      if (ways.length <= 1) return ways[0] ?? [];
      if (lean === "latest") return [...new Set(ways.flat())];
      const either = never();
      for (const way of ways) add(either, way, commitment.label);

      return [either];
    };
    const slotNeeds = (slot: Slot<EventRef>): readonly number[] => {
      const events = valuesOf(slot);
      if (events.length > 1) isOpen.add(commitment.id);

      return anyOf(events.map(needsOf));
    };
    const conditionNeeds = (condition: Condition): readonly number[] => {
      if (condition.kind === "event") return needsOf(condition.event);
      if (condition.kind === "not") return [];
      const parts = condition.of.map(conditionNeeds);
      if (condition.kind === "and" || parts.length <= 1) return parts.flat();
      const either = never();
      for (const part of parts) add(either, part, commitment.label);

      return [either];
    };
    const windowNeeds = (slot: Commitment["window"]): readonly number[] =>
      anyOf(valuesOf(slot).map((window) => slotNeeds(window.after)));

    const before = [
      ...slotNeeds(commitment.trigger),
      ...anyOf(valuesOf(commitment.condition).map(conditionNeeds)),
      ...windowNeeds(commitment.start),
    ];
    const due = windowNeeds(commitment.window);
    const isStartApart = valuesOf(commitment.start).length > 0;
    add(started(at), isStartApart ? before : [...before, ...due], commitment.label);
    add(performed(at), isStartApart ? [started(at), ...due] : [started(at)], commitment.label);
  });

  return {
    game: { facts, start: [0], steps },
    commitments,
    started,
    performed,
    ownerOf: (fact) => (fact === 0 || fact > 2 * commitments.length ? null : (commitments[(fact - 1) >> 1] ?? null)),
    open: isOpen,
  };
}

/** The commitments asked that wait for something, and all that they wait for, in the order of the text. */
function waitedFor(context: Context): readonly Commitment[] {
  const { only, commitments } = context;
  const found = new Set<Commitment>();
  for (const commitment of commitments)
    if ((only === null || only.has(commitment.id)) && isWaiting(context, commitment)) found.add(commitment);
  // A set is walked in the order of its entries, those added on the way included.
  for (const commitment of found)
    for (const { acts } of waitsOf(context, commitment)) for (const act of acts) found.add(act);

  return commitments.filter((commitment) => found.has(commitment));
}

function isWaiting(context: Context, commitment: Commitment): boolean {
  const slots: readonly Slot<unknown>[] = [
    commitment.trigger,
    commitment.condition,
    commitment.window,
    commitment.start,
  ];
  if (slots.every((slot) => slot.kind === "unresolved" || slot.kind === "not-applicable")) return false;

  return waitsOf(context, commitment).some(({ acts, isThere }) => acts.length > 0 || !isThere);
}

const quiet: Omit<Step, "effect" | "needs" | "label"> = {
  kind: "event",
  days: 0,
  actor: null,
  bound: true,
  consents: [],
  vote: null,
  unless: null,
  disabledBy: [],
  says: "",
};

/** What lasts has no completion that another act could wait for: it counts once it has begun. */
export function isLasting({ mode, modality }: Commitment): boolean {
  return mode === "maintain" || valueOf(modality) === "prohibition";
}
