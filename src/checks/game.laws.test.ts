import fc from "fast-check";
import { expect, test } from "vitest";
import { isDisabled, isLive, play } from "./game.ts";
import type { Game, Setting, Step, Vote } from "./game.ts";

const names = ["Aland", "Bland", "Cland", "Mission"];

/** A small repeatable source of chance: the same seed gives the same games. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1;

  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;

    return (state >>> 0) % sides;
  };
}

function randomVote(roll: (sides: number) => number): Vote {
  const rules = [
    "consensus",
    "unanimity",
    "qualified-majority",
    "majority",
    "chair-decides",
    "any-member",
    null,
  ] as const;
  const members = names.slice(0, 2 + roll(3)).map((actor) => ({
    actor,
    weight: 1 + roll(2),
    votesAs: roll(6) === 0 ? names[roll(4)]! : null,
  }));

  return {
    body: "Commission",
    members,
    rule: rules[roll(7)]!,
    threshold: roll(4) === 0 ? 1 + roll(4) : null,
    quorum: roll(4) === 0 ? 1 + roll(4) : null,
  };
}

function randomGame(roll: (sides: number) => number, facts: number, count: number): Game {
  const steps = Array.from({ length: count }, (): Step => {
    const needs = new Set([0]);
    for (let more = roll(3); more > 0; more -= 1) needs.add(roll(facts));

    return {
      kind: "event",
      effect: 1 + roll(facts - 1),
      needs: [...needs],
      days: roll(6) === 0 ? null : roll(20),
      actor: roll(3) === 0 ? null : names[roll(4)]!,
      bound: roll(4) !== 0,
      consents: roll(4) === 0 ? [names[roll(4)]!] : [],
      vote: roll(5) === 0 ? randomVote(roll) : null,
      unless: roll(8) === 0 ? randomVote(roll) : null,
      disabledBy: roll(8) === 0 ? [{ holder: names[roll(4)]!, after: roll(40) }] : [],
      label: "1",
      says: "",
    };
  });

  return { facts, start: [0], steps };
}

function randomSetting(roll: (sides: number) => number): Setting {
  return { defectors: new Set(names.filter(() => roll(3) === 0)), free: roll(2) === 0 };
}

/** The least fixpoint, computed by sweeping over all steps until nothing changes. */
function naive(game: Game, setting: Setting): readonly number[] {
  const days = Array.from({ length: game.facts }, () => Infinity);
  for (const fact of game.start) days[fact] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const step of game.steps) {
      if (!isLive(step, setting)) continue;
      const ready = Math.max(...step.needs.map((need) => days[need]!));
      const done = ready + (step.days ?? 2 ** 32);
      if (ready === Infinity || isDisabled(step, done, setting) || done >= days[step.effect]!) continue;
      days[step.effect] = done;
      changed = true;
    }
  }

  return days;
}

test("equals the naive fixpoint on 20,000 random games", () => {
  for (let seed = 1; seed <= 20_000; seed += 1) {
    const roll = dice(seed * 2_654_435_761);
    const game = randomGame(roll, 3 + roll(10), 1 + roll(18));
    const setting = randomSetting(roll);
    const { days } = play(game, setting);
    if ([...days].some((day, fact) => day !== naive(game, setting)[fact]))
      expect([...days], `game ${seed}`).toEqual(naive(game, setting));
  }
});

/**
 * Strategies written out: the others fix one step for every fact, the defectors fix for every step that needs them
 * whether they take part. The best worst case over all pairs, on games of up to eight facts.
 */
function minimax(game: Game, setting: Setting, target: number): number {
  const mine = game.steps
    .map((step, at) => ({ step, at }))
    .filter(({ step }) => isLive(step, { ...setting, defectors: new Set() }));
  const blockable = mine.filter(({ step }) => !isLive(step, setting));
  const ways = Array.from({ length: game.facts }, (_, fact) =>
    mine.filter(({ step }) => step.effect === fact).map(({ at }) => at),
  );
  let best = Infinity;
  const choose = (fact: number, chosen: readonly number[]): void => {
    if (fact < game.facts) {
      const options = ways[fact]!.length === 0 ? [-1] : ways[fact]!;
      for (const at of options) choose(fact + 1, [...chosen, at]);

      return;
    }
    let worst = 0;
    for (let blocked = 0; blocked < 2 ** blockable.length && worst < best; blocked += 1) {
      const refused = new Set(blockable.filter((_, bit) => (blocked >> bit) & 1).map(({ at }) => at));
      worst = Math.max(worst, outcome(game, chosen, refused, target));
    }
    best = Math.min(best, worst);
  };
  choose(0, []);

  return best;
}

function outcome(game: Game, chosen: readonly number[], refused: ReadonlySet<number>, target: number): number {
  const days = Array.from({ length: game.facts }, () => Infinity);
  for (const fact of game.start) days[fact] = 0;
  for (let round = 0; round < game.facts; round += 1)
    for (const at of chosen) {
      const step = game.steps[at];
      if (step === undefined || refused.has(at)) continue;
      const done = Math.max(...step.needs.map((need) => days[need]!)) + (step.days ?? 2 ** 32);
      if (done < days[step.effect]!) days[step.effect] = done;
    }

  return days[target]!;
}

test("equals minimax over all strategies on games of up to eight facts", () => {
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const roll = dice(seed * 40_503);
    const game = randomGame(roll, 3 + roll(6), 1 + roll(9));
    const simple = { ...game, steps: game.steps.map((step) => ({ ...step, disabledBy: [] })) };
    const setting = randomSetting(roll);
    const target = game.facts - 1;
    expect(play(simple, setting).days[target], `game ${seed}`).toBe(minimax(simple, setting, target));
  }
});

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

function never(days: Float64Array): readonly boolean[] {
  return [...days].map((day) => day === Infinity);
}

test("a further defector never makes a fact come sooner", () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...names), (seed, more) => {
      const roll = dice(seed);
      const game = randomGame(roll, 3 + roll(10), 1 + roll(18));
      const setting = randomSetting(roll);
      const before = play(game, setting).days;
      const after = play(game, { ...setting, defectors: new Set([...setting.defectors, more]) }).days;

      return [...before].every((day, fact) => after[fact]! >= day);
    }),
  );
});

test("a shall for a may, and a consent dropped, never makes a fact come later", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const game = randomGame(roll, 3 + roll(10), 1 + roll(18));
      const setting = randomSetting(roll);
      const at = roll(game.steps.length);
      const before = play(game, setting).days;

      return [{ bound: true }, { consents: [] }, { unless: null }, { disabledBy: [] }, { vote: null }].every(
        (change) => {
          const steps = game.steps.map((step, here) => (here === at ? { ...step, ...change } : step));
          const after = play({ ...game, steps }, setting).days;

          return [...after].every((day, fact) => day <= before[fact]!);
        },
      );
    }),
  );
});

test("names do not matter", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const roll = dice(seed);
      const game = randomGame(roll, 3 + roll(10), 1 + roll(18));
      const setting = randomSetting(roll);
      const other = (name: string): string => `other ${name}`;
      const vote = (given: Vote | null): Vote | null =>
        given === null
          ? null
          : {
              ...given,
              body: other(given.body),
              members: given.members.map(({ actor, weight, votesAs }) => ({
                actor: other(actor),
                weight,
                votesAs: votesAs === null ? null : other(votesAs),
              })),
            };
      const steps = game.steps.map((step) => ({
        ...step,
        actor: step.actor === null ? null : other(step.actor),
        consents: step.consents.map(other),
        vote: vote(step.vote),
        unless: vote(step.unless),
        disabledBy: step.disabledBy.map(({ holder, after }) => ({ holder: other(holder), after })),
      }));
      const renamed = play({ ...game, steps }, { ...setting, defectors: new Set([...setting.defectors].map(other)) });

      expect(never(renamed.days)).toEqual(never(play(game, setting).days));
      expect([...renamed.days]).toEqual([...play(game, setting).days]);
    }),
  );
});
