import { atMostDays, isOpen, valueOf, valuesOf } from "../commitments/index.ts";
import type {
  Commitment,
  Consequence,
  Determination,
  Duration,
  EventName,
  Evidence,
  Guarantee,
  Slot,
  Verification,
} from "../commitments/index.ts";
import { decisionDays } from "./cast.ts";
import type { Game, Step, StepKind, Vote } from "./game.ts";
import type { Memo } from "./memo.ts";
import { listed } from "./saying.ts";
import { isWithin } from "./terrain.ts";
import type { Terrain } from "./terrain.ts";

/** Facts that every enforcement game has, by number. */
export const fact = {
  inForce: 0,
  breached: 1,
  performed: 2,
  /** Somebody competent has established the breach. */
  established: 3,
  /** The matter lies before the body that determines. */
  before: 4,
  determined: 5,
  /** A consequence that costs the bearer something, or makes the other side whole. */
  answered: 6,
  /** The mirror: somebody competent has established performance. */
  certified: 7,
} as const;

/** The game of one commitment and one actor that may break it. */
export type Enforcement = {
  readonly game: Game;
  readonly bearer: string;
  /** The bearer and its allies. */
  readonly accused: ReadonlySet<string>;
  readonly beneficiaries: readonly string[];
  /** Indices of steps by which a verifier looks, with the verification each comes from. */
  readonly looks: readonly { readonly step: number; readonly verification: number; readonly verifier: string }[];
  readonly memo: Memo;
  /** Whether a body by name determines a breach. */
  readonly hasDeterminer: boolean;
};

/** Which unsaid consents a game takes as needed; by default none. */
export type Supposition = { readonly unsaidAccess: "free" | "needed" };

type Draft = {
  readonly terrain: Terrain;
  readonly commitment: Commitment;
  readonly bearer: string;
  readonly accused: ReadonlySet<string>;
  readonly determination: Determination | null;
  readonly numbers: Map<string, number>;
  readonly steps: Step[];
  readonly looks: { readonly step: number; readonly verification: number; readonly verifier: string }[];
};

/**
 * One commitment and one bearer that does not perform, as facts and steps: somebody looks and reports, a body
 * determines, somebody answers. What nobody is named to do gives no step. Access that the words do not mention is
 * taken as not needed (and reported by `consent-unstated`). Deterministic; O(size of the commitment's own clauses).
 */
export function lower(
  terrain: Terrain,
  commitment: Commitment,
  bearer: string,
  supposition: Supposition = { unsaidAccess: "free" },
): Enforcement {
  const draft: Draft = {
    terrain,
    commitment,
    bearer,
    accused: terrain.cast.withAllies(bearer),
    determination: valueOf(commitment.determination) ?? valuesOf(commitment.determination)[0] ?? null,
    numbers: new Map(),
    steps: [],
    looks: [],
  };
  commitment.verification.forEach((verification, at) => addVerification(draft, verification, at, supposition));
  addRelays(draft);
  addRequests(draft);
  addDetermination(draft);
  for (const consequence of commitment.onBreach) addConsequence(draft, consequence);
  for (const guarantee of terrain.guarantees) addGuarantee(draft, guarantee);

  return {
    game: { facts: Object.keys(fact).length + draft.numbers.size, start: [fact.inForce], steps: draft.steps },
    bearer,
    accused: draft.accused,
    beneficiaries: terrain.cast
      .singles(valuesOf(commitment.counterparty).flat())
      .filter((name) => !draft.accused.has(name)),
    looks: draft.looks,
    memo: terrain.memo,
    hasDeterminer: draft.determination !== null && draft.determination.by.length > 0,
  };
}

/** A fact of this game by name; a new one gets the next number. */
function named(draft: Draft, name: string): number {
  let number = draft.numbers.get(name);
  if (number === undefined) {
    number = Object.keys(fact).length + draft.numbers.size;
    draft.numbers.set(name, number);
  }

  return number;
}

type Said = Partial<Omit<Step, "effect" | "needs" | "kind">> & { readonly label: string; readonly says: string };

function add(draft: Draft, kind: StepKind, needs: readonly number[], effect: number, said: Said): void {
  draft.steps.push({
    kind,
    effect,
    needs: [fact.inForce, ...needs],
    days: said.days === undefined ? 0 : said.days,
    actor: said.actor ?? null,
    bound: said.bound ?? true,
    consents: said.consents ?? none,
    vote: said.vote ?? null,
    unless: said.unless ?? null,
    label: said.label,
    says: said.says,
    disabledBy: disabledBy(draft.terrain, said.label),
  });
}

const none: readonly never[] = [];

/** A fact that another brings with it: no act, nothing to tell. */
function addLink(draft: Draft, from: number, to: number, label: string): void {
  add(draft, "event", [from], to, { label, says: "" });
}

function disabledBy(terrain: Terrain, label: string): Step["disabledBy"] {
  if (terrain.powers.length === 0 || isWithin(terrain, label, terrain.survivors)) return none;

  return terrain.powers
    .filter((power) => isWithin(terrain, label, power.actsOn))
    .flatMap(({ holders, after }) => holders.map((holder) => ({ holder, after })));
}

const remote: ReadonlySet<Evidence> = new Set(["satellite", "sensor", "third-party-report"]);

function addVerification(draft: Draft, verification: Verification, at: number, supposition: Supposition): void {
  const { cast } = draft.terrain;
  const kinds = valuesOf(verification.evidence).flat();
  const isOwnWord = kinds.length > 0 && kinds.every((kind) => kind === "self-report");
  const reportsTo = cast.singles(valuesOf(verification.reportsTo).flat());
  const { label, bound } = verification;
  const clock = clockOf(verification);
  for (const verifier of cast.singles(valuesOf(verification.by).flat())) {
    const actor = isOwnWord ? draft.bearer : verifier;
    const look = {
      label,
      bound,
      actor,
      days: clock.look,
      consents: kinds.some((kind) => remote.has(kind)) ? [] : accessNeeded(draft, verification, supposition),
      vote: actingVote(draft, verifier),
    };
    for (const [establishes, start, end, what] of [
      ["breached", fact.breached, fact.established, "sees that it was not done"],
      ["performed", fact.performed, fact.certified, "sees that it was done"],
    ] as const) {
      if (verification.establishes !== "both" && verification.establishes !== establishes) continue;
      const seen = named(draft, `${establishes} seen ${at} ${verifier}`);
      if (establishes === "breached") draft.looks.push({ step: draft.steps.length, verification: at, verifier });
      const means = kinds.length === 0 || isOwnWord ? "" : ` (${kinds.join(", ").replaceAll("-", " ")})`;
      add(draft, "look", [start], seen, {
        ...look,
        says: isOwnWord ? `${draft.bearer} reports on its own act.` : `${verifier} ${what}${means}.`,
      });
      if (reportsTo.length === 0) addLink(draft, seen, end, label);
      else {
        const reported = named(draft, `${establishes} reported ${at} ${verifier}`);
        add(draft, "report", [seen], reported, {
          label,
          bound,
          actor,
          days: clock.report,
          says: `${actor} reports to ${listed(reportsTo)}.`,
        });
        addLink(draft, reported, end, label);
        if (establishes === "breached")
          for (const reader of reportsTo) addLink(draft, reported, knownTo(draft, reader), label);
      }
      if (establishes === "breached") addLink(draft, seen, knownTo(draft, verifier), label);
    }
  }
}

/** One stated length covers looking and reporting together. */
function clockOf({ within, reportsWithin }: Verification): {
  readonly look: number | null;
  readonly report: number | null;
} {
  const look = daysOf(within);
  const report = daysOf(reportsWithin);
  if (look === null && report !== null) return { look: 0, report };

  return { look, report: report ?? (look === null ? null : 0) };
}

function daysOf(slot: Slot<Duration>): number | null {
  const duration = valueOf(slot);

  return duration === null ? null : atMostDays(duration);
}

/** Whose consent a look needs. Consent that the words ask for without naming anybody is that of the watched. */
function accessNeeded(draft: Draft, verification: Verification, supposition: Supposition): readonly string[] {
  const asked = draft.terrain.cast.singles(valuesOf(verification.needsConsentOf).flat());
  if (asked.length > 0) return asked;
  if (valueOf(verification.access) === false) return [draft.bearer];
  const isUnsaid = isOpen(verification.access) && supposition.unsaidAccess === "needed";

  return isUnsaid && !draft.terrain.cast.singles(valuesOf(verification.by).flat()).includes(draft.bearer)
    ? [draft.bearer]
    : [];
}

/** The fact that somebody knows of the breach; for the body that determines: the matter lies before it. */
function knownTo(draft: Draft, reader: string): number {
  return isDeterminer(draft, reader) ? fact.before : named(draft, `known to ${reader}`);
}

function isDeterminer(draft: Draft, name: string): boolean {
  const { cast } = draft.terrain;

  return draft.determination !== null && cast.singles(draft.determination.by).includes(cast.singles([name])[0] ?? name);
}

function addRelays(draft: Draft): void {
  for (const relay of draft.terrain.relays) {
    if (!draft.numbers.has(`known to ${relay.from}`)) continue;
    for (const reader of relay.to) {
      const effect = knownTo(draft, reader);
      const from = knownTo(draft, relay.from);
      if (effect === from) continue;
      add(draft, "relay", [fact.breached, from], effect, {
        label: relay.label,
        actor: relay.from,
        bound: relay.bound,
        days: relay.days,
        says: `${relay.from} passes it on to ${reader}.`,
      });
    }
  }
}

const onRequest =
  /\b(?:at|on|upon) (?:the |a |any |its |written ){0,3}(?:request|complaint|application)\b|\bmay (?:refer|submit|bring|raise|request)\b|\bcomplain/i;

/** Somebody other than the bearer brings the matter before the deciding body, where the words let it. */
function addRequests(draft: Draft): void {
  const { determination, terrain, accused } = draft;
  if (determination === null) return;
  const { cast } = terrain;
  const bring = (by: readonly string[], label: string): void => {
    for (const name of by)
      if (!accused.has(name) && !isDeterminer(draft, name))
        add(draft, "request", [fact.breached], fact.before, {
          label,
          actor: name,
          says: `${name} brings the matter before ${listed(determination.by)}.`,
        });
  };
  for (const request of terrain.requests) if (isDeterminer(draft, request.body)) bring(request.by, request.label);
  if (!onRequest.test(terrain.wordsOf(determination.label))) return;
  const others = cast.singles(valuesOf(draft.commitment.counterparty).flat());
  bring(others.length > 0 ? others : cast.parties, determination.label);
}

function addDetermination(draft: Draft): void {
  const { determination, terrain } = draft;
  if (determination === null) return;
  const { cast } = terrain;
  const { label, bound } = determination;
  for (const name of cast.singles(determination.by)) {
    const body = cast.body(name);
    const days = daysOf(determination.within) ?? decisionDays(body);
    add(draft, "determine", [fact.breached, fact.before], fact.determined, {
      label,
      bound,
      actor: name,
      days,
      vote: cast.vote(name),
      says: `${name} determines the breach.`,
    });
    const silence = valueOf(determination.onSilence);
    const byRule = body === null ? null : valueOf(body.onSilence);
    const isDeemed = silence === "deemed-breach" || (silence === null && byRule === "deemed-adopted");
    if (isDeemed)
      add(draft, "silence", [fact.breached, fact.before], fact.determined, {
        label,
        days,
        says: `${name} has not decided in time: the breach stands.`,
      });
  }
  addLink(draft, fact.determined, fact.established, label);
}

/** A body that looks or acts without a stated rule does so as long as one member takes part. */
function actingVote(draft: Draft, name: string): Vote | null {
  const vote = draft.terrain.cast.vote(name);

  return vote === null || vote.rule !== null ? vote : { ...vote, rule: "any-member" };
}

const idle = new Set<Consequence["kind"]>(["notify", "consult", "referral"]);

function addConsequence(draft: Draft, consequence: Consequence, guarantee: Guarantee | null = null): void {
  const { cast } = draft.terrain;
  const by = valueOf(consequence.by) ?? (guarantee === null ? null : valueOf(guarantee.guarantor));
  if (by === null) return;
  const consents = [...cast.singles(valuesOf(consequence.needsConsentOf).flat())];
  const needs = [fact.breached, ...requiredFacts(draft, consequence, by === "automatic", consents)];
  const cost = valueOf(consequence.cost) ?? (idle.has(consequence.kind) ? 0 : 1);
  const counts = cost > 0 && reachesBearer(draft, consequence);
  const unless = valueOf(consequence.unless);
  const said = {
    label: consequence.label,
    days: daysOf(consequence.within),
    consents,
    unless: unless === null ? null : (cast.vote(unless) ?? bare(unless)),
  };
  if (by === "automatic") {
    add(draft, "answer", needs, counts ? fact.answered : named(draft, "minor answer"), {
      ...said,
      says: `Of itself: ${consequence.says}.`,
    });

    return;
  }
  const bound = consequence.bound && (guarantee === null || guarantee.bound);
  for (const actor of cast.singles(by)) {
    const effect = counts ? fact.answered : named(draft, consequence.kind === "notify" ? "notified" : "minor answer");
    add(draft, "answer", needs, effect, {
      ...said,
      actor,
      bound,
      vote: cast.vote(actor),
      says: `${actor} ${bound ? "shall" : "may"} act: ${consequence.says}.`,
    });
  }
}

function bare(body: string): Vote {
  return { body, members: [], rule: null, threshold: null, quorum: null };
}

/** An answer counts where it meets the bearer, or makes the other side whole. An addressee that is no known actor is the bearer. */
function reachesBearer(draft: Draft, consequence: Consequence): boolean {
  const { cast } = draft.terrain;
  if (consequence.kind === "compensation" || consequence.kind === "escrow-release") return true;
  const met = cast.singles(valuesOf(consequence.addressee).flat()).filter((name) => cast.actor(name) !== null);

  return met.length === 0 || met.some((name) => draft.accused.has(name));
}

/** What must have happened before a consequence, beyond the breach itself. */
function requiredFacts(
  draft: Draft,
  consequence: Consequence,
  isAutomatic: boolean,
  consents: string[],
): readonly number[] {
  const needs: number[] = [];
  let isFound = false;
  for (const { event } of consequence.requires) {
    if (event.kind === "consent") {
      if (event.by !== null) consents.push(...draft.terrain.cast.singles([event.by]));
      continue;
    }
    const required = requiredFact(draft, event, consequence);
    if (required === null) continue;
    needs.push(required);
    if (event.kind === "determination" || event.kind === "report" || event.kind === "decision") isFound = true;
    if (event.kind === "notification" || event.kind === "request") isFound = true;
  }
  if (isFound) return needs;
  if (draft.determination !== null) return [...needs, fact.determined];

  // What happens of itself needs somebody to have established the breach; an actor may see for itself.
  return isAutomatic ? [...needs, fact.established] : needs;
}

function requiredFact(draft: Draft, event: EventName, { label }: Consequence): number | null {
  switch (event.kind) {
    case "breach":
    case "consent":
    case "entry-into-force":
    case "signature":
      return null;
    case "determination":
      return event.by === null || draft.determination === null || namesDeterminer(draft, event.by)
        ? determinedBy(draft, event.by, label)
        : decidedBy(draft, event.by, "determine", label);
    case "decision":
      return decidedBy(draft, event.by, "decide", label);
    case "report":
      return fact.established;
    case "request":
    case "notification":
      return askedBy(draft, event.by, event.kind, label);
    case "act":
      return performedBy(draft, [draft.terrain.commitment(event.commitment)], label);
    case "provision":
      return performedBy(
        draft,
        draft.terrain
          .commitmentsAt(event.label)
          .filter((one) => one.role === "primary" && one.id !== draft.commitment.id),
        label,
      );
    case "date":
    case "fact": {
      const happened = named(draft, `fact ${event.kind === "date" ? event.on : event.words}`);
      const words = event.kind === "date" ? event.on : event.words;
      add(draft, "event", [], happened, { label, days: null, says: `It comes to pass: ${words}.` });

      return happened;
    }
  }
}

function namesDeterminer(draft: Draft, name: string): boolean {
  const { cast } = draft.terrain;
  const determiners = cast.singles(draft.determination?.by ?? []);

  return cast.singles([name]).some((one) => determiners.includes(one));
}

/** A determination by the named body where the commitment names none of its own: it may find, nothing obliges it. */
function determinedBy(draft: Draft, by: string | null, label: string): number {
  return draft.determination !== null || by === null ? fact.determined : decidedBy(draft, by, "determine", label);
}

/** A new decision, once a breach is determined or, where nobody determines it, established. */
function decidedBy(draft: Draft, by: string | null, kind: "determine" | "decide", label: string): number {
  const { cast } = draft.terrain;
  const decided = named(draft, `${kind} ${by ?? ""}`);
  const after = kind === "decide" && draft.determination !== null ? fact.determined : fact.established;
  for (const name of cast.singles(by === null ? [] : [by])) {
    const known = draft.steps.some((step) => step.effect === decided && step.actor === name);
    if (known) continue;
    add(draft, kind, [fact.breached, after], decided, {
      label,
      actor: name,
      bound: false,
      days: decisionDays(cast.body(name)),
      vote: cast.vote(name),
      says: kind === "decide" ? `${name} decides.` : `${name} determines the breach.`,
    });
  }

  return decided;
}

/** A request or a notification by somebody; where the words name nobody, by the other side. */
function askedBy(draft: Draft, by: string | null, kind: "request" | "notification", label: string): number {
  const { cast } = draft.terrain;
  const asked = named(draft, `${kind} ${by ?? ""}`);
  const others = cast.singles(valuesOf(draft.commitment.counterparty).flat());
  const after = draft.determination === null ? fact.breached : fact.determined;
  const own = others.length > 0 ? others : cast.parties;
  for (const name of by === null ? own : cast.singles([by])) {
    if (draft.accused.has(name)) continue;
    const isOwed = own.includes(name) || draft.terrain.relays.some((relay) => relay.from === name && relay.bound);
    add(draft, "notify", kind === "request" ? [fact.breached] : [fact.breached, after], asked, {
      label,
      actor: name,
      bound: isOwed,
      says: kind === "request" ? `${name} requests an answer.` : `${name} gives notice of the breach.`,
    });
  }
  for (const relay of draft.terrain.relays)
    if (kind === "notification" && by !== null && relay.to.includes(by)) addLink(draft, after, asked, relay.label);

  return asked;
}

/** Performance of other commitments, each by its own bearers. */
function performedBy(draft: Draft, acts: readonly (Commitment | null)[], label: string): number | null {
  if (acts.length === 0) return null;
  const all = acts.map((act) => {
    const done = named(draft, `act ${act?.id ?? "unknown"}`);
    const bearers = draft.terrain.cast.singles(act === null ? [] : valuesOf(act.bearer).flat());
    const [first] = bearers;
    if (act !== null && first !== undefined)
      add(draft, "event", [], done, {
        label: act.label,
        actor: first,
        bound: valueOf(act.modality) === "obligation",
        days: null,
        consents: bearers.slice(1),
        says: `${listed(bearers)} perform: ${act.action.verb} ${act.action.object}.`,
      });

    return done;
  });
  if (all.length === 1) return all[0]!;
  const together = named(draft, `acts ${acts.map((act) => act?.id ?? "").join(" ")}`);
  add(draft, "event", all, together, { label, says: "" });

  return together;
}

function addGuarantee(draft: Draft, guarantee: Guarantee): void {
  const covers = valueOf(guarantee.covers);
  const effect = valueOf(guarantee.effect);
  if (covers === null || effect === null || !isWithin(draft.terrain, draft.commitment.label, covers)) return;
  const isKnown = draft.commitment.onBreach.some((one) => one.label === effect.label && one.says === effect.says);
  if (isKnown) return;
  const trigger = valueOf(guarantee.trigger);
  const requires = trigger === null ? effect.requires : [trigger, ...effect.requires];
  addConsequence(draft, { ...effect, requires, label: guarantee.label }, guarantee);
}
