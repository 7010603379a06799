import { play } from "../src/checks/game.ts";
import type { Game, Step } from "../src/checks/game.ts";
import { dice } from "./generate.ts";
import { rowOf, timed } from "./measure.ts";
import type { Row } from "./measure.ts";

const actors = Array.from({ length: 12 }, (_actor, at) => `Actor ${at + 1}`);

/** Microseconds for one enforcement game of 60 facts and 90 steps: 28 points played against each of 12 actors. */
export function gameRow(): Row {
  const games = Array.from({ length: 28 }, (_game, at) => inventedGame(60, 90, at + 1));
  const settings = actors.map((actor) => ({ defectors: new Set([actor]), free: false }));
  const playAll = () => {
    for (const game of games) for (const setting of settings) play(game, setting);
  };
  playAll();
  const samples = Array.from({ length: 30 }, () => (timed(playAll) * 1000) / (games.length * settings.length));

  return rowOf("one enforcement game, 60 facts, 90 steps", "µs", samples, null);
}

function inventedGame(facts: number, steps: number, seed: number): Game {
  const roll = dice(seed);

  return {
    facts,
    start: [0],
    steps: Array.from({ length: steps }, (): Step => ({
      kind: "event",
      effect: 1 + roll(facts - 1),
      needs: [...new Set([0, roll(facts), roll(facts)])],
      days: roll(20),
      actor: actors[roll(actors.length)] ?? null,
      bound: roll(4) !== 0,
      consents: [],
      vote: null,
      unless: null,
      disabledBy: [],
      label: "1",
      says: "",
    })),
  };
}
