import { compareReadings, itemsIn, valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment, Difference, Reading } from "../../commitments/index.ts";
import { othersAsked } from "../chain.ts";
import { contextOf } from "../context.ts";
import { deadlocksOf } from "../deadlock.ts";
import type { Finding, Severity } from "../finding.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf } from "../saying.ts";
import { terrainOf } from "../terrain.ts";

/**
 * Two readers take the same words to mean different things. The checks are run under each meaning: a difference
 * that changes no outcome is a note. Source: docs/sources.md#readings-differ.
 */
export const readingsDiffer: Rule = {
  name: "readings-differ",
  family: "structure",
  find: (context) => {
    const at = context.readings.indexOf(context.reading);

    return [
      ...context.readings.slice(at + 1).flatMap((other) => between(context, other)),
      ...(at === 0 ? unread(context) : []),
    ];
  },
};

/** Words in which the rules see a duty and no reader has seen anything. */
function unread(context: Context): readonly Finding[] {
  const { proposed, readings } = context;
  if (proposed === null || readings.some(({ kind }) => kind === "proposed")) return [];
  const read = new Set(readings.flatMap(({ commitments }) => commitments.map(({ provision }) => provision)));
  const labels = new Set<string>();

  return proposed.commitments
    .filter(({ provision, role, label }) => {
      if (role !== "primary" || read.has(provision) || labels.has(label)) return false;
      labels.add(label);

      return true;
    })
    .map((commitment) =>
      finding(
        context,
        "readings-differ",
        "note",
        commitment,
        `Nobody has read ${commitment.label}: the rules see ${actOf(commitment)}.`,
        { slot: `unread ${commitment.provision}`, commitments: [] },
      ),
    );
}

function between(context: Context, other: Reading): readonly Finding[] {
  const mine = new Map(context.commitments.map((commitment) => [commitment.id, commitment]));
  const theirs = new Map(other.commitments.map((commitment) => [commitment.id, commitment]));
  const read = [context.reading, other].map(({ commitments }) => new Set(commitments.map(({ label }) => label)));

  return compareReadings(context.draft, context.reading, other).flatMap((difference) => {
    const [one, two] = [mine.get(difference.commitments[0] ?? ""), theirs.get(difference.commitments[1] ?? "")];
    if (difference.declared) return [];
    if (difference.kind === "differ" && one !== undefined && two !== undefined)
      return [differ(context, other, difference, one, two)];
    const isReadByBoth = read.every((labels) => labels.has(difference.provision));

    return difference.kind === "unmatched" && isReadByBoth ? [onlyOne(context, other, difference)] : [];
  });
}

function differ(context: Context, other: Reading, difference: Difference, one: Commitment, two: Commitment): Finding {
  const { slot, a, b, spans } = difference;
  const swapped = { ...one, ...slotOf(two, slot) };
  const now = outcomeOf(context, one);
  const then = outcomeOf(underOther(context, swapped), swapped);
  const isSame = now === then;
  const severity: Severity = isSame ? "note" : bindsSignatories(context, one) ? "error" : "warning";
  const [mine, theirs] = [context.reading.reader, other.reader];
  const says = `${mine} reads ${a}, ${theirs} reads ${b}; under ${b}, ${isSame ? "the outcome is the same" : then}.`;

  return finding(context, "readings-differ", severity, one, says, {
    slot: `${slot} ${theirs}`,
    missing: [slot],
    story: [
      { day: null, text: `Under ${a} (${mine}), ${now}.`, provision: one.label },
      { day: null, text: `Under ${b} (${theirs}), ${then}.`, provision: one.label },
    ],
    at: spans[0] ?? one.spans[0] ?? null,
  });
}

/** The part of a commitment in which a slot stands: `window` for `window.after.point`. */
function slotOf(commitment: Commitment, slot: string): Partial<Commitment> {
  const [part = ""] = slot.split(".");
  const found = Object.entries(commitment).filter(([name]) => name === part);

  return Object.fromEntries(found);
}

/** A commitment that one reader sees in words that both have read. */
function onlyOne(context: Context, other: Reading, { provision, commitments, a, b, spans }: Difference): Finding {
  const [sees, not] = a === null ? [other.reader, context.reading.reader] : [context.reading.reader, other.reader];

  return finding(context, "readings-differ", "note", null, `${sees} reads ${a ?? b ?? ""}; ${not} does not.`, {
    slot: `commitment ${commitments[0] ?? commitments[1] ?? ""} ${other.reader}`,
    provisions: [provision],
    at: spans[0] ?? null,
  });
}

/** The first reader's text with one slot as the second reads it. */
function underOther(context: Context, swapped: Commitment): Context {
  const commitments = context.reading.commitments.map((commitment) =>
    commitment.id === swapped.id ? swapped : commitment,
  );
  const { draft, choices, answerWithin } = context;

  return contextOf({
    draft,
    choices,
    answerWithin,
    reading: { ...context.reading, commitments },
    only: new Set([swapped.id]),
  });
}

/** What the checks say of a commitment, in words. */
function outcomeOf(context: Context, { id }: Commitment): string {
  const verdict = context.judgements.get(id)?.worst?.verdict ?? null;
  const { always } = deadlocksOf(context);
  const stuck = [...always.cycles.flat(), ...always.unreached].map(({ label }) => label);
  const commitment = context.commitments.find((one) => one.id === id);
  const asked = commitment === undefined ? [] : othersAsked(context, commitment);
  const graded =
    verdict === null
      ? "no grade can be told"
      : `it is ${verdict.verifiable ? "verifiable" : "not verifiable"} and ${verdict.grade}${verdict.days === null ? "" : ` on day ${verdict.days}`}`;
  const waiting = stuck.length === 0 ? "" : `; ${[...new Set(stuck)].join(", ")} can never begin`;
  const others = asked.length === 0 ? "" : `; ${asked.join(", ")} can prevent it`;

  return `${graded}${waiting}${others}`;
}

function bindsSignatories(context: Context, { bearer, condition, trigger, modality }: Commitment): boolean {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(itemsIn(bearer));
  const isDuty = valueOf(modality) === "obligation" || valueOf(modality) === "prohibition";
  const isUnconditional = valuesOf(condition).length === 0 && valuesOf(trigger).length === 0;

  return isDuty && isUnconditional && bearers.length > 0 && bearers.every((name) => cast.parties.includes(name));
}
