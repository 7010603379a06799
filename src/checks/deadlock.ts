import type { Commitment } from "../commitments/index.ts";
import { play } from "./game.ts";
import type { Context } from "./rule.ts";
import { waitingGame } from "./waits.ts";
import type { Lean, WaitingGame } from "./waits.ts";

/** Commitments that can never begin, although everybody helps. */
export type Deadlock = {
  /** Each cycle of commitments that wait for one another, in the order of the text; a self-wait is a cycle of one. */
  readonly cycles: readonly (readonly Commitment[])[];
  /** Commitments that wait for what never comes, without being part of a cycle. */
  readonly unreached: readonly Commitment[];
};

/** Stuck however the open points are read, and stuck only where each is read at its latest. */
export type Deadlocks = { readonly always: Deadlock; readonly sometimes: Deadlock };

const found = new WeakMap<Context, Deadlocks>();

export function deadlocksOf(context: Context): Deadlocks {
  let deadlocks = found.get(context);
  if (deadlocks === undefined) {
    const always = deadlockOf(context, "earliest");
    const latest = always.isOpen ? deadlockOf(context, "latest") : always;
    const known = new Set([...always.cycles.flat(), ...always.unreached].map(({ id }) => id));
    deadlocks = {
      always,
      sometimes: {
        cycles: latest.cycles.filter((cycle) => cycle.some(({ id }) => !known.has(id))),
        unreached: latest.unreached.filter(({ id }) => !known.has(id)),
      },
    };
    found.set(context, deadlocks);
  }

  return deadlocks;
}

/** The least fixpoint of what can happen leaves a rest; each strong component of the rest is a mutual wait. O(E). */
function deadlockOf(context: Context, lean: Lean): Deadlock & { readonly isOpen: boolean } {
  const waiting = waitingGame(context, lean);
  const { days } = play(waiting.game, { defectors: new Set(), free: true });
  const components = residualComponents(waiting, days);
  const inCycle = new Set<string>();
  const cycles = components.map((facts) => {
    const owners = new Set(facts.map((fact) => waiting.ownerOf(fact)).filter((owner) => owner !== null));
    for (const { id } of owners) inCycle.add(id);

    return waiting.commitments.filter((commitment) => owners.has(commitment));
  });

  return {
    isOpen: waiting.open.size > 0,
    cycles: cycles.filter((cycle) => cycle.length > 0),
    unreached: waiting.commitments.filter(
      (commitment, at) => days[waiting.started(at)] === Infinity && !inCycle.has(commitment.id),
    ),
  };
}

/** Strong components of two facts or more among those never reached, and facts that need themselves (Tarjan, iterative). */
function residualComponents({ game }: WaitingGame, days: Float64Array): readonly (readonly number[])[] {
  const needs = new Map<number, number[]>();
  for (const step of game.steps) {
    if (days[step.effect] !== Infinity) continue;
    const known = needs.get(step.effect) ?? [];
    for (const need of step.needs) if (days[need] === Infinity) known.push(need);
    needs.set(step.effect, known);
  }
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const components: number[][] = [];
  for (const root of needs.keys()) {
    if (order.has(root)) continue;
    const path: { readonly fact: number; next: number }[] = [{ fact: root, next: 0 }];
    while (path.length > 0) {
      const here = path.at(-1)!;
      const { fact } = here;
      if (!order.has(fact)) {
        order.set(fact, order.size);
        low.set(fact, order.size - 1);
        stack.push(fact);
        onStack.add(fact);
      }
      const need = needs.get(fact)?.[here.next];
      if (need !== undefined) {
        here.next += 1;
        if (!order.has(need)) path.push({ fact: need, next: 0 });
        else if (onStack.has(need)) low.set(fact, Math.min(low.get(fact)!, order.get(need)!));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low.set(parent.fact, Math.min(low.get(parent.fact)!, low.get(fact)!));
      if (low.get(fact) !== order.get(fact)) continue;
      const component = stack.splice(stack.lastIndexOf(fact));
      for (const member of component) onStack.delete(member);
      if (component.length > 1 || (needs.get(fact) ?? []).includes(fact)) components.push(component);
    }
  }

  return components;
}
