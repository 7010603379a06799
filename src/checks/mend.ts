import { spansOf, valueOf } from "../commitments/index.ts";
import type { Commitment, Duration } from "../commitments/index.ts";
import { addAnswer, addDetermination, addVerifier } from "./amendments.ts";
import type { Finding, Repair } from "./finding.ts";
import type { Judgement } from "./judge.ts";
import { knownOf } from "./memo.ts";
import { namesOf } from "./phrase.ts";
import { inserted, replaced, theName } from "./edits.ts";
import type { Wording } from "./edits.ts";
import { wordsAt } from "./places.ts";
import { durationWords } from "./saying.ts";
import { verdictUnder } from "./repairs.ts";
import type { Change } from "./repairs.ts";
import type { Context } from "./rule.ts";
import { terrainOf } from "./terrain.ts";

/**
 * A finding about a hole in the words, with the clause that would fill it where one is natural: as a line of Treaty
 * English, and with the grade that the commitment has with it. A finding that has repairs keeps its own.
 */
export function mended(context: Context, finding: Finding): Finding {
  if (finding.repairs.length > 0) return finding;
  const judgement = context.judgements.get(finding.commitments[0] ?? "");
  if (judgement === undefined) return finding;
  const repairs = sharedRepairs(context, finding, judgement);

  return repairs.length === 0 ? finding : { ...finding, repairs };
}

/** Within one context the grades that a clause brings are the same for all games of one shape; its words are not. */
function sharedRepairs(context: Context, finding: Finding, judgement: Judgement): readonly Repair[] {
  const { worst, commitment } = judgement;
  const add = adding[finding.rule];
  if (add === undefined) return repairsFor(context, finding, judgement);
  const change = add(context, commitment, worst?.enforcement ?? null);
  if (worst === null || judgement.cases.length > 1) return [played(judgement, change)];
  const rules = entry(gradesByContext, context, () => new Map<string, Map<unknown, Repair>>());
  const shapes = entry(rules, finding.rule, () => new Map<unknown, Repair>());
  const known = entry(shapes, knownOf(worst.enforcement), () => played(judgement, change));

  // One string for all that say the same.
  const says = change.says === known.says ? known.says : change.says;

  return [{ says, grade: known.grade, days: known.days, gradeBefore: known.gradeBefore, edit: change.edit() }];
}

const gradesByContext = new WeakMap<Context, Map<string, Map<unknown, Repair>>>();

const adding: Readonly<Record<string, typeof addVerifier>> = {
  "no-verifier": addVerifier,
  "no-determination": addDetermination,
  "no-consequence": addAnswer,
};

function entry<Key, Value>(
  map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }

  return value;
}

function repairsFor(context: Context, finding: Finding, judgement: Judgement): readonly Repair[] {
  const { commitment } = judgement;
  const [label = commitment.label] = finding.provisions;
  const { spans } = commitment;
  switch (finding.rule) {
    case "consequence-without-actor":
      return namedAnswer(context, finding, judgement);
    case "no-access-right":
    case "no-evidence-kind":
      return opened(context, finding, commitment);
    case "no-deadline": {
      const isAnswer = finding.missing.includes("onBreach.within");
      const answer = commitment.onBreach.find((one) => one.label === label);
      const later = isAnswer ? null : lastDayAfterFirst(context, commitment);
      if (later !== null) return byWords(later.controlled, inserted(context, label, spans, later));
      const says = isAnswer ? "WITHIN 7 DAYS." : "WITHIN 30 DAYS AFTER ENTRY INTO FORCE.";
      const prose = isAnswer ? " within 7 days" : " within 30 days after entry into force";
      const edit = replaced(
        context,
        label,
        isAnswer ? (answer?.spans ?? []) : spans,
        [vague, prose],
        [/ NO DEADLINE\b/, ` ${says.slice(0, -1)}`],
      );

      return byWords(
        says,
        edit ?? inserted(context, label, isAnswer ? (answer?.spans ?? []) : spans, { prose, controlled: says }),
      );
    }
    case "no-beneficiary": {
      const other = otherSide(context, commitment);
      if (other === null) return [];
      const says = `TOWARDS ${namesOf([other])}.`;
      const prose = `, owed to ${theName(context, other)}`;

      return byWords(says, inserted(context, label, spans, { prose, controlled: says }));
    }
    case "no-else":
      return byWords(
        "OTHERWISE NOTHING.",
        inserted(context, label, spans, { prose: " Otherwise nothing is owed.", controlled: "OTHERWISE NOTHING." }),
      );
    default:
      return [];
  }
}

/** Where only a first day is said, a last day after it, counted from the same event. */
function lastDayAfterFirst(context: Context, { window }: Commitment): Wording | null {
  const said = valueOf(window);
  const first = said === null ? null : valueOf(said.earliest);
  if (said === null || first === null || first.amount <= 0 || valueOf(said.latest) !== "none") return null;
  const after = wordsAt(context.draft, spansOf(said.after));
  if (after === "") return null;
  const last = durationWords({ ...first, amount: first.amount + roomFor[first.unit] });

  return {
    prose: ` and not later than ${last} after ${after}`,
    controlled: `NO LATER THAN ${last.toUpperCase()} AFTER ${after}.`,
  };
}

/** About a month, in each unit. */
const roomFor: Readonly<Record<Duration["unit"], number>> = {
  hours: 720,
  days: 30,
  "working-days": 20,
  weeks: 4,
  months: 1,
  years: 1,
};

/** Words that give no last day. */
const vague =
  /,? (?:immediately|forthwith|promptly|without (?:any |further |undue )?delay|as soon as (?:possible|practicable|feasible)|within a reasonable (?:time|period|period of time)|in due course|expeditiously|in a timely manner)\b/i;

/** Who takes the measures, put where the words leave it out; where somebody takes them, against whom. */
function namedAnswer(context: Context, finding: Finding, judgement: Judgement): readonly Repair[] {
  const { commitment, worst } = judgement;
  const [label = commitment.label] = finding.provisions;
  const answer = commitment.onBreach.find((one) => one.label === label);
  if (answer === undefined || finding.missing.includes("onBreach.addressee")) return [];
  const change = addAnswer(context, commitment, worst?.enforcement ?? null);
  const actor = /^ON BREACH <?([^>]+?)>? SHALL\b/.exec(change.says)?.[1] ?? "";

  return [
    {
      ...played(judgement, change),
      edit:
        replaced(context, label, answer.spans, null, [
          /\bON BREACH \?BEARER\b/,
          change.says.replace(/ SHALL.*$/s, ""),
        ]) ??
        inserted(context, label, answer.spans, { prose: ` by ${theName(context, actor)}`, controlled: change.says }),
    },
  ];
}

/** Means and access for whoever looks; nobody needs access to what is its own. */
function opened(context: Context, finding: Finding, commitment: Commitment): readonly Repair[] {
  const [label = commitment.label] = finding.provisions;
  const bearers = valueOf(commitment.bearer) ?? [];
  const clause = commitment.verification.find((one) => one.label === label) ?? commitment.verification[0];
  const verifiers = valueOf(clause?.by ?? commitment.bearer) ?? [];
  if (clause === undefined || !verifiers.some((name) => !bearers.includes(name))) return [];
  const without = bearers.length === 0 ? "" : ` WITHOUT CONSENT OF ${namesOf(bearers)}`;
  const says = `VERIFIED BY ${namesOf(verifiers)} USING satellite, site visit${without}.`;
  const prose = " by site visits and satellite images, for which no consent is required";

  return byWords(says, inserted(context, clause.label, clause.spans, { prose, controlled: says }));
}

/** The grade with the change, beside the grade without it. */
function played(judgement: Judgement, change: Change): Repair {
  const after = verdictUnder(judgement, change);

  return {
    says: change.says,
    grade: after?.grade ?? null,
    days: after?.days ?? null,
    gradeBefore: judgement.worst?.verdict.grade ?? null,
    edit: change.edit(),
  };
}

/** A clause that no grade hangs on. */
function byWords(says: string, edit: Repair["edit"]): readonly Repair[] {
  return [{ says, grade: null, days: null, gradeBefore: null, edit }];
}

/** The other side, where there are two. */
function otherSide(context: Context, { bearer }: Commitment): string | null {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(valueOf(bearer) ?? []);
  const others = cast.parties.filter((name) => !bearers.includes(name));

  return bearers.length > 0 && others.length === 1 ? others[0]! : null;
}
