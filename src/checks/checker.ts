import { isSame } from "../base/index.ts";
import { emptyProposals, forgetProposals, proposalsOf, proposeReading } from "../commitments/index.ts";
import type { ProposalMemo } from "../commitments/index.ts";
import { alternativesOf, firstOf } from "./alternatives.ts";
import type { Alternative } from "./alternatives.ts";
import type { Request } from "./check.ts";
import { contextOf } from "./context.ts";
import type { Finding, GradeRow, Report, Severity } from "./finding.ts";
import { emptyMemo, forgetUnused } from "./memo.ts";
import type { Memo } from "./memo.ts";
import { gathered } from "./gather.ts";
import { mended } from "./mend.ts";
import type { Context, Rule } from "./rule.ts";
import { rules } from "./rules/list.ts";
import { silenced } from "./silence.ts";
import { aroundOf, changedIds, hasSameParts, placesOf, surroundingsOf, waitsAlike } from "./surroundings.ts";
import type { Around, Surroundings } from "./surroundings.ts";
import { isAbout, triesOf } from "./tries.ts";
import type { Try } from "./tries.ts";
import { trustRootsOf } from "./trust-roots.ts";

/** Checks texts one after the other and remembers what an edit does not touch. */
export type Checker = { readonly check: (request: Request) => Report };

export function createChecker(): Checker {
  const memory: Memory = { memo: emptyMemo(), proposals: emptyProposals(), tries: new Map(), usedTries: new Map() };

  return {
    check(request) {
      const found = report(request, memory);
      if (request.wording !== "chosen" || memory.memo.used.size > roomForGames) {
        forgetUnused(memory.memo);
        memory.tries = memory.usedTries;
        memory.usedTries = new Map();
      }
      forgetProposals(memory.proposals, roomForProposals + 4 * request.draft.provisions.length);

      return found;
    },
  };
}

/** What a checker keeps: games by shape, passages by their words, options by what surrounds them. */
type Memory = {
  readonly memo: Memo;
  proposals: ProposalMemo;
  tries: Map<string, KnownTry>;
  usedTries: Map<string, KnownTry>;
};

/** A try, the words it was made in, and what stood around them. */
type KnownTry = { readonly found: Try; readonly around: Around; readonly before: Surroundings };

/** Games remembered while only the chosen wording is asked, so that the options need not be tried anew after it. */
const roomForGames = 20_000;

/** Passages remembered beyond a few versions of the text; past that everything is read anew once. */
const roomForProposals = 4_000;

function report(request: Request, memory: Memory): Report {
  const { memo } = memory;
  const { draft, choices, answerWithin } = request;
  const given = request.readings.find(({ kind }) => kind === "proposed");
  if (given !== undefined) memory.proposals = proposalsOf(given);
  const proposed = given ?? proposeReading(draft, choices, memory.proposals);
  const readings = request.readings.length === 0 ? [proposed] : request.readings;
  const contexts = readings.map((reading) =>
    contextOf({ draft, reading, choices, readings, answerWithin, memo, proposed }),
  );
  const tries = contexts.map((context) => withAlternatives(request, context, memory));
  const findings = inOrder(
    contexts.flatMap((context, at) => gathered(context, tries[at]?.findings ?? [])),
    draft,
  );
  const [first] = contexts;

  return {
    findings,
    grades: first === undefined ? [] : gradesOf(first),
    exposure: [],
    counts: {
      error: count(findings, "error"),
      warning: count(findings, "warning"),
      note: count(findings, "note"),
    },
    trustRoots: [...new Set(contexts.flatMap((context) => trustRootsOf(context).map((root) => root.actor)))].toSorted(),
    untried: tries.reduce((sum, { untried }) => sum + untried, 0),
  };
}

function findingsOf(context: Context, asked: readonly Rule[]): readonly Finding[] {
  return silenced(asked.flatMap((rule) => rule.find(context))).map((finding) => mended(context, finding));
}

/** Of a single bracket only the rules about commitments are asked. */
const rulesOfCommitments = rules.filter(({ scope }) => scope !== "text");

const ofText = new Set(rules.filter(({ scope }) => scope === "text").map(({ name }) => name));

/** A finding about the whole text names whatever it concerns, which an option may change: it is known by what it says. */
function nameOf({ rule, id, says, provisions }: Finding): string {
  return ofText.has(rule) ? `${rule} ${provisions[0] ?? ""} ${says}` : id;
}

type Tries = { readonly findings: readonly Finding[]; readonly untried: number };

/** Work that trying options may cost, in UTF-16 units read again; what comes later in the text is counted, not tried. */
const enough = 300_000;

/** What linking a provision anew costs, in the same units. */
const linked = 2;

/** As many alternatives, in the order of the text, as may be tried. */
function affordable(draft: Request["draft"], all: readonly Alternative[]): readonly Alternative[] {
  let left = enough;
  let count = 0;
  for (const alternative of all) {
    left -= linked * draft.provisions.length;
    for (const place of placesOf(alternative)) left -= draft.provisions[place]?.words.length ?? 0;
    if (left < 0) break;
    count += 1;
  }

  return all.slice(0, count);
}

/**
 * The findings with the first option in every open bracket; then, one option at a time, those that it adds, which
 * say so; and those of the first that some option takes away, which say that too.
 */
function withAlternatives(request: Request, context: Context, memory: Memory): Tries {
  const { draft } = request;
  const base = findingsOf(context, rules);
  const all = alternativesOf(draft, request.choices);
  const tried = request.wording === "chosen" ? [] : affordable(draft, all);
  if (tried.length === 0) return { findings: base, untried: all.length };
  const known = new Set(base.map(nameOf));
  const added = new Map<string, Finding>();
  const only = new Map<string, Finding["alternative"]>();
  const tries = allTries(request, context, tried, memory);
  for (const alternative of tried) {
    const { found, touched, isLocal } = tries.get(alternative)!; // every alternative was tried just above
    const isAsked = (finding: Finding): boolean =>
      ofText.has(finding.rule) ? !isLocal && finding.severity !== "note" : !isLocal || isAbout(finding, touched);
    const foundNames = new Set(found.map(nameOf));
    for (const finding of found)
      if (isAsked(finding) && !known.has(nameOf(finding)) && !added.has(nameOf(finding)))
        added.set(nameOf(finding), {
          ...finding,
          alternative: { choices: alternative.choices, says: alternative.says },
        });
    for (const finding of base)
      if (isAsked(finding) && !foundNames.has(nameOf(finding)) && !only.has(finding.id))
        only.set(finding.id, firstOf(alternative, draft));
  }
  const told = base.map((finding) => {
    const alternative = finding.alternative ?? only.get(finding.id) ?? null;

    return alternative === null ? finding : Object.assign({}, finding, { alternative });
  });

  return { findings: [...told, ...added.values()], untried: all.length - tried.length };
}

/** Tries what was not tried before with the same words in the same surroundings. */
function allTries(
  { draft, choices, answerWithin }: Request,
  context: Context,
  alternatives: readonly Alternative[],
  memory: Memory,
): ReadonlyMap<Alternative, Try> {
  if (alternatives.length === 0) return new Map();
  const before = surroundingsOf(context.reading, context.choices);
  const asked = `${context.reading.reader} ${JSON.stringify(choices)} ${answerWithin}`;
  const tries = new Map<Alternative, Try>();
  const wanted = new Map(alternatives.map((one) => [one, aroundOf(draft, one)]));
  const holds = holdsIn(before);
  for (const [alternative, around] of wanted) {
    const known = memory.tries.get(`${asked} ${around.option}`);
    if (known !== undefined && isSame(known.around, around) && holds(known)) tries.set(alternative, known.found);
  }
  const fresh = alternatives.filter((alternative) => !tries.has(alternative));
  const ask = (one: Context, isLocal: boolean): readonly Finding[] =>
    findingsOf(one, isLocal ? rulesOfCommitments : rules);
  for (const [alternative, found] of triesOf(
    { draft, choices, base: context, proposals: memory.proposals, ask },
    fresh,
  ))
    tries.set(alternative, found);
  for (const [alternative, found] of tries) {
    const around = wanted.get(alternative)!; // made above for every alternative
    memory.usedTries.set(`${asked} ${around.option}`, { found, around, before });
  }

  return tries;
}

/**
 * Whether a try of before holds among these surroundings: a local one where what changed is not what it is about and
 * waits for others as before; any other where nothing changed.
 */
function holdsIn(now: Surroundings): (known: KnownTry) => boolean {
  const changes = new Map<Surroundings, { readonly changed: ReadonlySet<string>; readonly isStill: boolean } | null>();
  const changesSince = (then: Surroundings) => {
    let known = changes.get(then);
    if (known === undefined) {
      known = hasSameParts(then, now) ? sinceThen(then, now) : null;
      changes.set(then, known);
    }

    return known;
  };

  return ({ found, before }) => {
    const since = changesSince(before);
    if (since === null) return false;
    if (!found.isLocal) return since.changed.size === 0;

    return since.isStill && [...found.touched].every((id) => !since.changed.has(id));
  };
}

function sinceThen(then: Surroundings, now: Surroundings) {
  const changed = changedIds(then, now);

  return {
    changed,
    isStill: [...changed].every((id) => waitsAlike(then.commitments.get(id), now.commitments.get(id))),
  };
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.reduce((sum, finding) => (finding.severity === severity ? sum + 1 : sum), 0);
}

/** One row a primary commitment. Nobody named who owes it: "cannot tell", with the slots that are missing. */
function gradesOf(context: Context): readonly GradeRow[] {
  return [...context.judgements.values()].map(({ commitment, worst, missing }) => ({
    commitment: commitment.id,
    provision: commitment.label,
    verifiable: worst?.verdict.verifiable ?? false,
    verifiableDays: worst?.verdict.verifiableDays ?? null,
    enforceable: worst?.verdict.grade ?? "E0",
    enforceableDays: worst?.verdict.days ?? null,
    reliesOn: worst?.verdict.reliesOn ?? [],
    missing,
  }));
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** By severity, then order in the text, then rule name; the order found decides the rest. */
function inOrder(findings: readonly Finding[], draft: Request["draft"]): readonly Finding[] {
  const places = new Map(draft.provisions.map(({ label, index }) => [label, index]));
  const placed = findings.map((finding) => ({
    finding,
    place: rank[finding.severity] * (draft.provisions.length + 1) + placeOf(finding, places, draft.provisions.length),
  }));
  placed.sort(
    (one, other) =>
      one.place - other.place ||
      (one.finding.rule < other.finding.rule ? -1 : one.finding.rule > other.finding.rule ? 1 : 0),
  );

  return placed.map(({ finding }) => finding);
}

function placeOf({ provisions }: Finding, places: ReadonlyMap<string, number>, last: number): number {
  return places.get(provisions[0] ?? "") ?? last;
}
