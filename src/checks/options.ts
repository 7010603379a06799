import { isSame } from "../base/index.ts";
import { emptyProposals } from "../commitments/index.ts";
import type { ProposalMemo } from "../commitments/index.ts";
import { alternativesOf, firstOf } from "./alternatives.ts";
import type { Alternative } from "./alternatives.ts";
import type { Request } from "./check.ts";
import type { Finding } from "./finding.ts";
import { mended } from "./mend.ts";
import type { Context, Rule } from "./rule.ts";
import { rules } from "./rules/list.ts";
import { silenced } from "./silence.ts";
import { aroundOf, changedIds, hasSameParts, placesOf, surroundingsOf, waitAlike } from "./surroundings.ts";
import type { Around, Surroundings } from "./surroundings.ts";
import { isAbout, servingIn, triesOf } from "./tries.ts";
import type { Try } from "./tries.ts";

/** How many options of open brackets were tried, of how many. */
export type Progress = { readonly tried: number; readonly of: number };

/** The findings with what is said of options in them, and how many options were left. */
export type Told = { readonly findings: readonly Finding[]; readonly untried: number };

/** What is kept from one check to the next: passages by their words, and tries of options; those unused are dropped. */
export type KnownOptions = {
  proposals: ProposalMemo;
  known: Map<string, KnownTry>;
  used: Map<string, KnownTry>;
};

/** A try, the words it was made in, and what stood around them. */
type KnownTry = { readonly found: Try; readonly around: Around; readonly before: Surroundings };

export function emptyOptions(): KnownOptions {
  return { proposals: emptyProposals(), known: new Map(), used: new Map() };
}

/** Forgets the tries that the check just done did not use. */
export function forgetOptions(options: KnownOptions): void {
  options.known = options.used;
  options.used = new Map();
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

/** Work that trying options may cost, in commitments asked again; what comes later in the text is counted, not tried. */
const enough = 50_000;

/** The same bound for words read again, in UTF-16 units. */
const enoughWords = 300_000;

/** Options that serve nobody else are asked together: so many cost as much as one that is asked by itself. */
const together = 4;

/** As many alternatives, in the order of the text, as may be tried. The same for the same text, whatever is remembered. */
function affordable(
  { draft, commitments }: Context,
  isServing: (alternative: Alternative) => boolean,
  all: readonly Alternative[],
) {
  const whole = commitments.length + draft.provisions.length / 5;
  let left = enough;
  let words = enoughWords;
  let count = 0;
  for (const alternative of all) {
    left -= isServing(alternative) ? whole : whole / together;
    for (const place of placesOf(alternative)) words -= draft.provisions[place]?.words.length ?? 0;
    if (left < 0 || words < 0) break;
    count += 1;
  }

  return all.slice(0, count);
}

/**
 * The findings with the first option in every open bracket; then, one option at a time, those that it adds, which
 * say so; and those of the first that some option takes away, which say that too.
 */
export function* withAlternatives(request: Request, context: Context, memory: KnownOptions): Generator<Progress, Told> {
  const { draft } = request;
  const base = findingsOf(context, rules);
  const all = alternativesOf(draft, request.choices);
  const tried = request.wording === "chosen" ? [] : affordable(context, servingIn(context), all);
  if (tried.length === 0) return { findings: base, untried: all.length };
  const known = new Set(base.map(nameOf));
  const added = new Map<string, Finding>();
  const only = new Map<string, Finding["alternative"]>();
  const tries = yield* allTries(request, context, tried, memory);
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
function* allTries(
  { draft, choices, answerWithin }: Request,
  context: Context,
  alternatives: readonly Alternative[],
  memory: KnownOptions,
): Generator<Progress, ReadonlyMap<Alternative, Try>> {
  if (alternatives.length === 0) return new Map();
  const before = surroundingsOf(context.reading, context.choices);
  const asked = `${context.reading.reader} ${JSON.stringify(choices)} ${answerWithin}`;
  const tries = new Map<Alternative, Try>();
  const wanted = new Map(alternatives.map((one) => [one, aroundOf(draft, one)]));
  const holds = holdsIn(before);
  for (const [alternative, around] of wanted) {
    const name = `${asked} ${around.option}`;
    const known = memory.used.get(name) ?? memory.known.get(name);
    if (known !== undefined && isSame(known.around, around) && holds(known)) tries.set(alternative, known.found);
  }
  const fresh = alternatives.filter((alternative) => !tries.has(alternative));
  const ask = (one: Context, isLocal: boolean): readonly Finding[] =>
    findingsOf(one, isLocal ? rulesOfCommitments : rules);
  const keep = (alternative: Alternative, found: Try): void => {
    const around = wanted.get(alternative)!; // made above for every alternative
    memory.used.set(`${asked} ${around.option}`, { found, around, before });
  };
  for (const [alternative, found] of tries) keep(alternative, found);
  for (const some of triesOf({ draft, choices, base: context, proposals: memory.proposals, ask }, fresh)) {
    for (const [alternative, found] of some) {
      tries.set(alternative, found);
      keep(alternative, found);
    }
    yield { tried: tries.size, of: alternatives.length };
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
    isStill: waitAlike(then, now, changed),
  };
}
