import { literally } from "../base/index.ts";
import { itemsIn, spansOf, valuesOf } from "../commitments/index.ts";
import type { Anchor, Commitment, Slot } from "../commitments/index.ts";
import { appended, inserted, replaced, theName, theNames } from "./edits.ts";
import type { Repair } from "./finding.ts";
import type { Step } from "./game.ts";
import { changesOfClauses } from "./amendments.ts";
import { compareGrades, isWorse, judgeCases, verdictOf } from "./judge.ts";
import type { Case, Judgement, Verdict } from "./judge.ts";
import type { Enforcement } from "./lower.ts";
import { isTrueOf, knownOf } from "./memo.ts";
import { determinedBy, nameOf, onBreach, verifiedBy } from "./phrase.ts";
import type { Context } from "./rule.ts";
import type { StuckStep } from "./story.ts";
import { walk } from "./stretch.ts";
import type { Walk } from "./stretch.ts";
import { terrainOf } from "./terrain.ts";
import type { Terrain } from "./terrain.ts";

/** One change of the text that may mend a finding, and what the game becomes under it. */
export type Change = {
  /** As a line of Treaty English. */
  readonly says: string;
  /** Writes the change into the words of the draft; asked only of the changes that are shown. */
  readonly edit: () => Repair["edit"];
  /** Words touched. */
  readonly words: number;
  readonly apply: (enforcement: Enforcement) => Enforcement;
};

const shown = 5;

/**
 * Changes of the text that were tried by playing the game again: those that mend the failed walk or better the
 * verdict, best first (grade after, day after, words touched, order tried), at most five. Pairs of changes are
 * tried only where no single one helps.
 */
export function repairsOf(context: Context, judgement: Judgement, failed: Walk): readonly Repair[] {
  const changes = changesFor(context, judgement.commitment, failed);
  const tried = changes.map((change) => attempt(judgement, failed, change)).filter((one) => one !== null);
  if (tried.length > 0 || changes.length < 2) return ranked(tried);
  const pairs: Change[] = [];
  for (const [at, one] of changes.entries()) for (const other of changes.slice(at + 1)) pairs.push(both(one, other));

  return ranked(pairs.map((pair) => attempt(judgement, failed, pair)).filter((one) => one !== null));
}

type Tried = { readonly change: Change; readonly before: Verdict; readonly verdict: Verdict };

function ranked(tried: readonly Tried[]): readonly Repair[] {
  const best = tried.toSorted(
    (one, other) =>
      compareGrades(other.verdict.grade, one.verdict.grade) ||
      (one.verdict.days ?? Infinity) - (other.verdict.days ?? Infinity) ||
      one.change.words - other.change.words,
  );

  return best.slice(0, shown).map(repairOf);
}

function attempt(judgement: Judgement, failed: Walk, change: Change): Tried | null {
  const { worst: before } = judgement;
  if (before === null) return null;
  const after = outcome(judgement, failed, change);

  return after === null ? null : { change, before: before.verdict, verdict: after };
}

/** The verdict under a change, `null` where it helps nothing. */
function outcome(judgement: Judgement, failed: Walk, change: Change): Verdict | null {
  const { worst: before } = judgement;
  const after = verdictUnder(judgement, change);
  if (after === null || before === null) return null;
  if (isWorse(before.verdict, after)) return after;
  if (failed.isReached) return null;
  const question = `${change.says} mends ${failed.stretch} ${failed.setting.free ? "free" : "bound"}`;
  const isMended = isTrueOf(failed.one.enforcement, question, () => {
    const changed = { ...failed.one, enforcement: change.apply(failed.one.enforcement) };

    return walk(changed, failed.stretch, failed.setting).isReached;
  });

  return isMended ? after : null;
}

/** The worst verdict once a change is made; each is remembered by the shape of the game it is made in. */
export function verdictUnder({ cases }: Judgement, change: Change): Verdict | null {
  const after = cases.map((one): Case => {
    const { changed } = knownOf(one.enforcement);
    let verdict = changed.get(change.says);
    if (verdict === undefined) {
      verdict = verdictOf(change.apply(one.enforcement));
      changed.set(change.says, verdict);
    }

    return { ...one, verdict };
  });

  return judgeCases(after).worst?.verdict ?? null;
}

function repairOf({ change, before, verdict: { grade, days } }: Tried): Repair {
  return { says: change.says, grade, days, gradeBefore: before.grade, edit: change.edit() };
}

function both(one: Change, other: Change): Change {
  return {
    says: `${one.says} ${other.says}`,
    edit: one.edit,
    words: one.words + other.words,
    apply: (enforcement) => other.apply(one.apply(enforcement)),
  };
}

/** What could be changed where the way is stuck, in the order in which it is stuck; then what is missing altogether. */
function changesFor(context: Context, commitment: Commitment, failed: Walk): readonly Change[] {
  const changes: Change[] = [];
  for (const stuck of failed.stuck)
    for (const change of changesAt(context, commitment, failed.one.enforcement, stuck))
      if (!changes.some(({ says }) => says === change.says)) changes.push(change);
  for (const change of changesOfClauses(context, commitment, failed))
    if (!changes.some(({ says }) => says === change.says)) changes.push(change);

  return changes.slice(0, 12);
}

function changesAt(
  context: Context,
  commitment: Commitment,
  enforcement: Enforcement,
  stuck: StuckStep,
): readonly Change[] {
  const { step, why } = stuck;
  const spans = spansOfStep(commitment, step);
  switch (why.kind) {
    case "free":
      return [
        {
          says: boundLine(step),
          edit: () => replaced(context, step.label, spans, [/\bmay\b/, "shall"], boundWords(step)),
          words: 1,
          apply: onSteps(step, (one) => ({ ...one, bound: true })),
        },
      ];
    case "consent":
      return consentChanges(context, commitment, enforcement, step, why.by);
    case "vote":
      return voteChanges(context, step);
    case "otherwise":
      return [
        {
          says: onBreach(step.actor, actOfStep(step), step.days),
          edit: () =>
            replaced(
              context,
              step.label,
              spans,
              [/,? unless [^.;]{1,200}/i, ""],
              [/,? UNLESS (?:<[^>]{1,80}>|[^<>]{1,40}?) decides otherwise/, ""],
            ),
          words: 4,
          apply: onSteps(step, (one) => ({ ...one, unless: null })),
        },
      ];
    case "refuses":
    case "ended":
      return [];
  }
}

/** Where the clause of a step stands: the verification, determination or consequence of this commitment. */
function spansOfStep(commitment: Commitment, { kind, label, actor }: Step): readonly Anchor[] {
  const isOwn = (by: Slot<"automatic" | readonly string[]>): boolean =>
    valuesOf(by).some((names) => names !== "automatic" && names.includes(actor ?? ""));
  if (kind === "look" || kind === "report") {
    const clauses = commitment.verification.filter((clause) => clause.label === label);

    return (clauses.find(({ by }) => isOwn(by)) ?? clauses[0])?.spans ?? [];
  }
  if (kind === "determine" || kind === "silence") return spansOf(commitment.determination);
  const answers = commitment.onBreach.filter((answer) => answer.label === label);

  return (answers.find(({ by }) => isOwn(by)) ?? answers[0])?.spans ?? [];
}

/** The same change in Treaty English: `MAY` bound. */
function boundWords({ kind }: Step): readonly [RegExp, string] {
  if (kind === "look") return [/\bMAY BE VERIFIED BY\b/, "VERIFIED BY"];
  if (kind === "determine") return [/\bMAY BE DETERMINED BY\b/, "DETERMINED BY"];

  return [/\bMAY\b(?! (?:BE|NOT)\b)/, "SHALL"];
}

function consentChanges(
  context: Context,
  commitment: Commitment,
  enforcement: Enforcement,
  step: Step,
  by: readonly string[],
): readonly Change[] {
  const spans = spansOfStep(commitment, step);
  const asked =
    /\b(?:only )?(?:with|upon|subject to|by) (?:the )?(?:prior |written |express ){0,2}(?:consent|approval|agreement|permission|invitation) (?:of|by) [^,.;]{1,80}/i;
  const askedInCapitals = /\bWITH CONSENT OF\b/;
  const apply = (own: Enforcement): Enforcement =>
    onSteps(step, (one) => ({ ...one, consents: one.consents.filter((name) => !own.accused.has(name)) }))(own);
  if (step.kind !== "look")
    return [
      {
        says: onBreach(step.actor, actOfStep(step), step.days),
        edit: () =>
          replaced(context, step.label, spans, [asked, ""], [/,? WITH CONSENT OF (?:<[^>]{1,80}>|[\p{Lu}\d]+)/u, ""]),
        words: 5,
        apply,
      },
    ];
  const actor = nameOf(step.actor ?? "");
  const from = by.map(nameOf).join(", ");
  const readers = readersOf(terrainOf(context), commitment);
  const without = `without the consent of ${theNames(context, by)}`;
  const looking = `VERIFIED BY ${actor} WITHOUT CONSENT OF ${from}.`;

  return [
    {
      says: looking,
      edit: () =>
        replaced(context, step.label, spans, [asked, without], [askedInCapitals, "WITHOUT CONSENT OF"]) ??
        replaced(context, step.label, spans, null, [
          verifiedByName(step.actor ?? ""),
          `VERIFIED BY ${actor} WITHOUT CONSENT OF ${from}`,
        ]) ??
        inserted(context, step.label, spans, { prose: ` ${without}`, controlled: looking }),
      words: 4,
      apply,
    },
    {
      says: verifiedBy(step.actor ?? enforcement.bearer, "satellite", readers, step.days),
      edit: () =>
        replaced(context, step.label, spans, null, [/\bUSING /, "USING satellite, "]) ??
        inserted(context, step.label, spans, {
          prose: " by satellite images",
          controlled: verifiedBy(step.actor ?? enforcement.bearer, "satellite", readers, step.days),
        }),
      words: 5,
      apply,
    },
  ];
}

/** `VERIFIED BY <Mission>`, with or without brackets around the name. */
function verifiedByName(name: string): RegExp {
  return new RegExp(`\\bVERIFIED BY <?${literally(name)}>?`);
}

function voteChanges(context: Context, step: Step): readonly Change[] {
  const body = step.actor ?? "";
  const label = terrainOf(context).ruleLabel(body) ?? step.label;
  const within = step.days ?? 14;
  const isDetermined = step.kind === "determine";

  return [
    {
      says: isDetermined ? determinedBy(body, "MAJORITY", step.days, "") : `BODY ${nameOf(body)} DECIDES BY MAJORITY.`,
      edit: () =>
        replaced(
          context,
          label,
          [],
          [/\b(?:consensus|unanimity|unanimous vote)\b/i, "a majority of its members"],
          [/\bBY (?:CONSENSUS|UNANIMITY)\b/, "BY MAJORITY"],
        ),
      words: 2,
      apply: onSteps(step, (one) =>
        one.vote === null ? one : { ...one, vote: { ...one.vote, rule: "majority", threshold: null } },
      ),
    },
    {
      says: isDetermined
        ? determinedBy(body, "", within, "deemed breach")
        : `BODY ${nameOf(body)} WITHIN ${within} DAYS ON SILENCE deemed breach.`,
      edit: () =>
        replaced(context, label, [], null, [
          /\bDECIDES BY CONSENSUS\b/,
          "DECIDES BY CONSENSUS ON SILENCE deemed breach",
        ]) ??
        appended(context, label, {
          prose: `If ${theName(context, body)} does not decide within ${within} days, the breach is deemed established.`,
          controlled: determinedBy(body, "", within, "deemed breach"),
        }),
      words: 6,
      apply: (enforcement) => ({
        ...enforcement,
        game: {
          ...enforcement.game,
          steps: enforcement.game.steps.flatMap((one) =>
            isSame(step, one)
              ? [one, { ...one, kind: "silence" as const, actor: null, vote: null, days: within }]
              : [one],
          ),
        },
      }),
    },
  ];
}

/** The same clause in the game of any bearer: what differs between bearers is whose consent and which fact. */
function isSame(step: Step, other: Step): boolean {
  return step.kind === other.kind && step.label === other.label && step.actor === other.actor;
}

function onSteps(step: Step, change: (one: Step) => Step): Change["apply"] {
  return (enforcement) => ({
    ...enforcement,
    game: {
      ...enforcement.game,
      steps: enforcement.game.steps.map((one) => (isSame(step, one) ? change(one) : one)),
    },
  });
}

function boundLine(step: Step): string {
  const actor = step.actor ?? "";
  switch (step.kind) {
    case "answer":
      return onBreach(actor, actOfStep(step), step.days);
    case "determine":
    case "silence":
    case "decide":
      return `${nameOf(actor)} SHALL determine <a breach>${step.days === null ? "" : ` WITHIN ${step.days} DAYS`}.`;
    case "look":
      return `${nameOf(actor)} SHALL verify <it>.`;
    default:
      return `${nameOf(actor)} SHALL report <it>.`;
  }
}

/** The words of an answer: what stands after the colon of its sentence. */
function actOfStep({ says }: Step): string {
  const colon = says.indexOf(": ");

  return colon === -1 ? says : says.slice(colon + 2);
}

export function readersOf(terrain: Terrain, commitment: Commitment): readonly string[] {
  const determiners = valuesOf(commitment.determination).flatMap(({ by }) => by);
  const named = commitment.verification.flatMap(({ reportsTo }) => itemsIn(reportsTo));

  return terrain.cast.singles(determiners.length > 0 ? determiners : named);
}
