import { lowWords } from "../../base/index.ts";
import { itemsIn, spansOf, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties } from "../hole.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { forbiddenThroughout } from "../schedule/periods.ts";
import { listed, quoted } from "../saying.ts";

const small = new Set(
  "a an the its their his her all any each every of and or to in on at from by for with other such these those this that".split(
    " ",
  ),
);

/**
 * The same bearer must and must not do the same thing to the same thing, without condition, place or override that tells
 * the two apart, and on every day on which it could be done in time. Where the days cannot be compared it stays silent.
 * O(n log n + hits). Source: docs/sources.md#obliged-and-forbidden.
 */
export const obligedAndForbidden: Rule = {
  name: "obliged-and-forbidden",
  family: "behaviour",
  find: (context) => {
    const forbidden = new Map<string, Commitment[]>();
    const verbs = new Set<string>();
    for (const commitment of unconditional(context, "prohibition")) {
      verbs.add(commitment.action.verb);
      for (const key of keysOf(commitment)) {
        const known = forbidden.get(key);
        if (known === undefined) forbidden.set(key, [commitment]);
        else known.push(commitment);
      }
    }

    return unconditional(context, "obligation").flatMap((must) => {
      if (!verbs.has(must.action.verb)) return [];
      const clashes = new Set(keysOf(must).flatMap((key) => forbidden.get(key) ?? []));

      return [...clashes]
        .filter((mustNot) => clash(context, must, mustNot))
        .map((mustNot) => clashFinding(context, must, mustNot));
    });
  },
};

/** Duties that hold from the first day to the last whatever happens. */
function unconditional(context: Context, modality: "obligation" | "prohibition"): readonly Commitment[] {
  return duties(context).filter(
    (commitment) =>
      valueOf(commitment.modality) === modality &&
      valuesOf(commitment.condition).length === 0 &&
      valuesOf(commitment.trigger).length === 0 &&
      itemsIn(commitment.needsConsentOf).length === 0,
  );
}

/** One key per bearer: bearer, act, object. */
function keysOf(commitment: Commitment): readonly string[] {
  const { verb, object } = commitment.action;
  const isDuty = valueOf(commitment.modality) === "obligation";
  const words = contentOf(isDuty ? object.toLowerCase().replace(amount, "") : object);
  if (words === "") return [];

  return (valueOf(commitment.bearer) ?? []).map((bearer) => `${bearer}|${verb}|${words}`);
}

/** "30 million cubic metres of water" is water: who may do none of it may not do some. */
const amount =
  /^(?:(?:at least|at most|up to|no more than|not more than|exactly|a minimum of|a maximum of) )?\d[\d.,]*(?: (?:million|billion|thousand))? (?:[\p{L} -]{1,30}? of )?/u;

function contentOf(words: string): string {
  return lowWords(words)
    .filter((word) => !small.has(word))
    .toSorted()
    .join(" ");
}

function clash(context: Context, must: Commitment, mustNot: Commitment): boolean {
  const isOverridden =
    [must.label, must.id].some((name) => mustNot.overrides.includes(name)) ||
    [mustNot.label, mustNot.id].some((name) => must.overrides.includes(name));

  return (
    !isOverridden &&
    isSamePlace(must, mustNot) &&
    (mayOverlap(must, mustNot) || forbiddenThroughout(context, must, mustNot) !== null)
  );
}

/** A prohibition without a place holds everywhere; two places must have the same words. */
function isSamePlace(must: Commitment, mustNot: Commitment): boolean {
  const where = valueOf(mustNot.action.place);
  const there = valueOf(must.action.place);

  return where === null || (there !== null && contentOf(where) === contentOf(there));
}

/** A prohibition that begins or ends at some day may leave room for the duty before or after; whether it does, the days tell. */
function mayOverlap(must: Commitment, mustNot: Commitment): boolean {
  const isBounded = (commitment: Commitment): boolean =>
    valuesOf(commitment.until).length > 0 || valuesOf(commitment.start).length > 0;
  const isTimed = valuesOf(mustNot.window).length > 0;

  return !isBounded(mustNot) && !isTimed && !isBounded(must);
}

function clashFinding(context: Context, must: Commitment, mustNot: Commitment) {
  const bearers = (valueOf(must.bearer) ?? []).filter((name) => (valueOf(mustNot.bearer) ?? []).includes(name));
  const act = quoted(`${must.action.verb} ${must.action.object}`);
  const on = forbiddenThroughout(context, must, mustNot);
  const says = `${on === null ? "" : `On ${on} `}${listed(bearers)} must and must not ${act}.`;

  return finding(context, "obliged-and-forbidden", "error", must, says, {
    slot: mustNot.id,
    provisions: [...new Set([must.label, mustNot.label])],
    commitments: [must.id, mustNot.id],
    story: [
      { day: null, text: `${listed(bearers)} must ${act}.`, provision: must.label },
      {
        day: null,
        text: `${listed(bearers)} must not ${act}, and nothing says which goes first.`,
        provision: mustNot.label,
      },
    ],
    at: must.spans[0] ?? spansOf(must.modality)[0] ?? null,
  });
}
