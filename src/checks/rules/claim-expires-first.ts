import { oncePer } from "../../base/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import type { Finding, StoryLine } from "../finding.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { sentence } from "../saying.ts";
import { dayRanges } from "../schedule/day-range.ts";
import type { DayRange } from "../schedule/day-range.ts";
import { scheduleOf } from "../schedule/lower-times.ts";
import { isHub } from "../schedule/schedule.ts";
import type { Limit } from "../schedule/schedule.ts";
import { limitSentence, momentWords } from "../schedule/telling.ts";
import { networkUnder } from "../schedule/whole-days.ts";

const bringing: ReadonlySet<string> = new Set(
  "claim bring submit file lodge raise institute seek demand assert present make".split(" "),
);
const claimed = /\b(?:claims?|complaints?|proceedings|compensation|damages|legal action|arbitration)\b/i;
/** A clause about every claim bounds each one that another clause gives. */
const general = /^(?:(?:any|all|every|each|no) )?(?:claims?|complaints?|proceedings)\b/i;

/**
 * The time for a claim runs out before what must have happened first is over, where others take all the time they have:
 * sums of bounds along the shortest ways. Source: docs/sources.md#claim-expires-first.
 */
export const claimExpiresFirst: Rule = {
  name: "claim-expires-first",
  family: "temporal",
  find: (context) => {
    const claims = claimsIn(context);

    return claims.flatMap((claim) => {
      const own = claim.waits.map((wait) => ({ wait, of: claim.act }));
      const others = general.test(claim.act.action.object)
        ? claims.filter(({ act }) => act.id !== claim.act.id).map(({ last, act }) => ({ wait: last, of: act }))
        : [];
      for (const { wait, of } of [...own, ...others]) {
        const found = lapse(context, claim.last, wait, of);
        if (found !== null) return [found];
      }

      return [];
    });
  },
};

type Claim = {
  readonly act: Commitment;
  /** The last day for it. */
  readonly last: Limit;
  /** What it may not come before. */
  readonly waits: readonly Limit[];
};

/** Acts by which somebody brings a claim and that have a last day. */
const claimsIn = oncePer((context: Context): readonly Claim[] => {
  const { limits, rights } = scheduleOf(context);
  const byAct = new Map<Commitment, Limit[]>();
  for (const limit of [...rights, ...limits]) {
    if (limit.act === null || !isClaim(limit.act)) continue;
    const known = byAct.get(limit.act);
    if (known === undefined) byAct.set(limit.act, [limit]);
    else known.push(limit);
  }

  return [...byAct].flatMap(([act, own]) => {
    const last = own.find(({ kind }) => kind === "latest");

    return last === undefined
      ? []
      : [{ act, last, waits: own.filter(({ kind, to }) => kind === "earliest" && to !== last.from) }];
  });
});

function isClaim({ action: { verb, object } }: Commitment): boolean {
  return bringing.has(verb) && (verb === "claim" || claimed.test(object));
}

/** Where the last day for a claim comes before the day on which something else must have been possible; days from what it runs from. */
function lapse(context: Context, last: Limit, wait: Limit, of: Commitment): Finding | null {
  const schedule = scheduleOf(context);
  const days = daysFrom(context)?.(last.from);
  const awaited = wait.kind === "latest" ? wait.from : wait.to;
  const ready = days?.latest(awaited) ?? null;
  if (ready === null || isHub(awaited)) return null;
  const possible = ready + (wait.kind === "latest" ? wait.days : -wait.days);
  if (possible <= last.days) return null;
  const { act } = last;
  const begins = sentence(momentWords(schedule.moments[last.from]!));
  const story: StoryLine[] = [
    { day: 0, text: `${begins}.`, provision: last.label },
    { day: last.days, text: limitSentence(schedule, last), provision: last.label },
    {
      day: ready,
      text: `Only by then need this have come: ${momentWords(schedule.moments[awaited]!)}.`,
      provision: wait.label,
    },
    ...(possible === ready ? [] : [{ day: possible, text: limitSentence(schedule, wait), provision: wait.label }]),
  ];

  return finding(
    context,
    "claim-expires-first",
    "error",
    act,
    `The claim ends on day ${last.days}, before it can be made on day ${possible}.`,
    {
      slot: `window ${of.id}`,
      provisions: [...new Set([last.label, wait.label])],
      commitments: [...new Set([...(act === null ? [] : [act.id]), of.id])],
      story: story.toSorted((one, other) => (one.day ?? 0) - (other.day ?? 0)),
    },
  );
}

/** Days between moments under the first answers to what is left open, by what is owed; claims themselves bound nothing. */
const daysFrom = oncePer((context: Context): ((start: number) => DayRange) | null => {
  const schedule = scheduleOf(context);
  const owed = schedule.limits.filter(({ act }) => act === null || !isClaim(act));
  const order = schedule.rights.filter(({ kind }) => kind === "order");

  return dayRanges(networkUnder(schedule, [...owed, ...order]).network);
});
