import { actorsOn, courseOf, isStoppedBy, pathTo } from "../judge.ts";
import type { Case, Judgement } from "../judge.ts";
import { fact } from "../lower.ts";
import type { Enforcement } from "../lower.ts";
import { knownOf } from "../memo.ts";
import type { Known } from "../memo.ts";
import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../saying.ts";

/**
 * One actor on whom every answer hangs is worth knowing; where no single one can stop it, two that together can.
 * Source: docs/sources.md#single-point-of-failure.
 */
export const singlePointOfFailure: Rule = {
  name: "single-point-of-failure",
  family: "enforcement",
  scope: "text",
  find: (context) => {
    const stopped = new Map<string, { readonly actors: readonly string[]; readonly judgements: Judgement[] }>();
    const note = (actors: readonly string[], judgement: Judgement): void => {
      const key = actors.join(" + ");
      const known = stopped.get(key);
      if (known === undefined) stopped.set(key, { actors, judgements: [judgement] });
      else known.judgements.push(judgement);
    };
    for (const judgement of context.judgements.values()) {
      const { worst } = judgement;
      if (worst?.verdict.grade === "E2") for (const actor of worst.verdict.reliesOn) note([actor], judgement);
      if (worst?.verdict.grade === "E0" && isOwnAnswer(worst)) note([worst.enforcement.bearer], judgement);
      if (worst?.verdict.grade === "E3") for (const pair of pairsOf(worst)) note(pair, judgement);
    }

    return [...stopped].map(([key, { actors, judgements }]) => {
      const labels = [...new Set(judgements.map(({ commitment }) => commitment.label))];
      const shown = labels.length > 6 ? [...labels.slice(0, 5), `${labels.length - 5} more`] : labels;

      return finding(
        context,
        "single-point-of-failure",
        "note",
        judgements[0]?.commitment ?? null,
        `${listed(actors)} ${actors.length === 1 ? "alone" : "together"} can stop every answer to ${listed(shown)}.`,
        {
          slot: key,
          provisions: labels,
          commitments: judgements.map(({ commitment }) => commitment.id),
          reliesOn: actors,
        },
      );
    });
  },
};

/** Whether only the side that broke it would answer: then its own refusal ends every answer. */
function isOwnAnswer({ enforcement: { game, accused } }: Case): boolean {
  const answers = game.steps.filter(({ effect }) => effect === fact.answered);

  return answers.length > 0 && answers.every(({ actor }) => actor !== null && accused.has(actor));
}

/** No more actors of one path are tried: an answer that hangs on so many is not one that two can be said to hold. */
const longestPath = 8;

/** Pairs whose refusal ends every answer, in the order of the path. Each must stand on the way, and on what replaces it without the other. */
function pairsOf({ enforcement }: Case): readonly Pair[] {
  const shape = knownOf(enforcement);
  let pairs = pairsByShape.get(shape);
  if (pairs === undefined) {
    pairs = newPairs(enforcement);
    pairsByShape.set(shape, pairs);
  }

  return pairs;
}

type Pair = readonly [string, string];

/** Games of one shape are stopped by the same two. */
const pairsByShape = new WeakMap<Known, readonly Pair[]>();

function newPairs({ game, accused }: Enforcement): readonly Pair[] {
  const onPath = (others: readonly string[]): readonly string[] => {
    const course = courseOf(game, { defectors: new Set([...accused, ...others]), free: false });

    return actorsOn(pathTo(game, course, fact.answered), new Set([...accused, ...others])).slice(0, longestPath);
  };
  const pairs: Pair[] = [];
  for (const one of onPath([]))
    for (const other of onPath([one])) {
      const isKnown = pairs.some((pair) => pair.includes(one) && pair.includes(other));
      if (isKnown) continue;
      if (isStoppedBy(game, accused, [one, other])) pairs.push([one, other]);
    }

  return pairs;
}
