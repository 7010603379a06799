import { oncePer } from "../base/index.ts";
import { atMostDays, valueOf } from "../commitments/index.ts";
import type { Commitment, Determination, Duration, Slot } from "../commitments/index.ts";
import type { Step, StepKind } from "./game.ts";
import { isWithin } from "./terrain.ts";
import type { Terrain } from "./terrain.ts";

/** Facts that every enforcement game has, by number. */
export const fact = {
  inForce: 0,
  breached: 1,
  performed: 2,
  /** Somebody competent has established the breach. */
  established: 3,
  /** The matter lies before the body that determines. */
  before: 4,
  determined: 5,
  /** A consequence that costs the bearer something, or makes the other side whole. */
  answered: 6,
  /** The mirror: somebody competent has established performance. */
  certified: 7,
} as const;

/** A game in the making: its steps so far, and the facts that are not in every game, by name. */
export type Lowering = {
  readonly terrain: Terrain;
  readonly commitment: Commitment;
  readonly bearer: string;
  readonly accused: ReadonlySet<string>;
  readonly determination: Determination | null;
  readonly numbers: Map<string, number>;
  readonly steps: Step[];
  readonly looks: { readonly step: number; readonly verification: number; readonly verifier: string }[];
};

/** A fact of this game by name; a new one gets the next number. */
export function named(lowering: Lowering, name: string): number {
  let number = lowering.numbers.get(name);
  if (number === undefined) {
    number = Object.keys(fact).length + lowering.numbers.size;
    lowering.numbers.set(name, number);
  }

  return number;
}

export type Said = Partial<Omit<Step, "effect" | "needs" | "kind">> & { readonly label: string; readonly says: string };

export function add(lowering: Lowering, kind: StepKind, needs: readonly number[], effect: number, said: Said): void {
  lowering.steps.push({
    kind,
    effect,
    needs: [fact.inForce, ...needs],
    days: said.days === undefined ? 0 : said.days,
    actor: said.actor ?? null,
    bound: said.bound ?? true,
    consents: said.consents ?? none,
    vote: said.vote ?? null,
    unless: said.unless ?? null,
    label: said.label,
    says: said.says,
    disabledBy: disabledBy(lowering.terrain, said.label),
  });
}

const none: readonly never[] = [];

/** A fact that another brings with it: no act, nothing to tell. */
export function addLink(lowering: Lowering, from: number, to: number, label: string): void {
  add(lowering, "event", [from], to, { label, says: "" });
}

const disabledAt = oncePer((_terrain: Terrain) => new Map<string, Step["disabledBy"]>());

function disabledBy(terrain: Terrain, label: string): Step["disabledBy"] {
  if (terrain.powers.length === 0) return none;
  const known = disabledAt(terrain);
  let found = known.get(label);
  if (found === undefined) {
    found = isWithin(terrain, label, terrain.survivors)
      ? none
      : terrain.powers
          .filter((power) => isWithin(terrain, label, power.actsOn))
          .flatMap(({ holders, after }) => holders.map((holder) => ({ holder, after })));
    known.set(label, found);
  }

  return found;
}

export function daysOf(slot: Slot<Duration>): number | null {
  const duration = valueOf(slot);

  return duration === null ? null : atMostDays(duration);
}

/** The fact that somebody knows of the breach; for the body that determines: the matter lies before it. */
export function knownTo(lowering: Lowering, reader: string): number {
  return isDeterminer(lowering, reader) ? fact.before : named(lowering, `known to ${reader}`);
}

export function isDeterminer(lowering: Lowering, name: string): boolean {
  const { cast } = lowering.terrain;

  return (
    lowering.determination !== null && cast.singles(lowering.determination.by).includes(cast.singles([name])[0] ?? name)
  );
}
