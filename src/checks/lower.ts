import { isOpen, itemsIn, valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Evidence, Verification } from "../commitments/index.ts";
import { decisionDays } from "./cast.ts";
import type { Game, Vote } from "./game.ts";
import { addConsequence, addGuarantee } from "./lower-answer.ts";
import { add, addLink, daysOf, fact, isDeterminer, knownTo, named } from "./lowering.ts";
import type { Lowering } from "./lowering.ts";
import type { Memo } from "./memo.ts";
import { listed } from "./saying.ts";
import type { Terrain } from "./terrain.ts";

export { fact } from "./lowering.ts";

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
  const lowering: Lowering = {
    terrain,
    commitment,
    bearer,
    accused: terrain.cast.withAllies(bearer),
    determination: valueOf(commitment.determination) ?? valuesOf(commitment.determination)[0] ?? null,
    numbers: new Map(),
    steps: [],
    looks: [],
  };
  commitment.verification.forEach((verification, at) => addVerification(lowering, verification, at, supposition));
  addRelays(lowering);
  addRequests(lowering);
  addDetermination(lowering);
  for (const consequence of commitment.onBreach) addConsequence(lowering, consequence);
  for (const guarantee of terrain.guarantees) addGuarantee(lowering, guarantee);

  return {
    game: { facts: Object.keys(fact).length + lowering.numbers.size, start: [fact.inForce], steps: lowering.steps },
    bearer,
    accused: lowering.accused,
    beneficiaries: terrain.cast
      .singles(itemsIn(commitment.counterparty))
      .filter((name) => !lowering.accused.has(name) && !isGoBetween(lowering, name)),
    looks: lowering.looks,
    memo: terrain.memo,
    hasDeterminer: lowering.determination !== null && lowering.determination.by.length > 0,
  };
}

/** Who takes something over and looks at it without being a side gains nothing by it: it is no beneficiary. */
function isGoBetween({ terrain, commitment }: Lowering, name: string): boolean {
  const { cast } = terrain;

  return (
    cast.actor(name)?.kind !== "party" &&
    cast.singles(commitment.verification.flatMap(({ by }) => itemsIn(by))).includes(name)
  );
}

const remote: ReadonlySet<Evidence> = new Set(["satellite", "sensor", "third-party-report"]);

function addVerification(lowering: Lowering, verification: Verification, at: number, supposition: Supposition): void {
  const { cast } = lowering.terrain;
  const kinds = itemsIn(verification.evidence);
  const isOwnWord = kinds.length > 0 && kinds.every((kind) => kind === "self-report");
  const reportsTo = cast.singles(itemsIn(verification.reportsTo));
  const means = kinds.length === 0 || isOwnWord ? "" : ` (${kinds.join(", ").replaceAll("-", " ")})`;
  const { label, bound } = verification;
  const clock = clockOf(verification);
  for (const verifier of cast.singles(itemsIn(verification.by))) {
    const actor = isOwnWord ? lowering.bearer : verifier;
    const look = {
      label,
      bound,
      actor,
      days: clock.look,
      consents: kinds.some((kind) => remote.has(kind)) ? [] : accessNeeded(lowering, verification, supposition),
      vote: actingVote(lowering, verifier),
    };
    for (const [establishes, start, end, what] of [
      ["breached", fact.breached, fact.established, "sees that it was not done"],
      ["performed", fact.performed, fact.certified, "sees that it was done"],
    ] as const) {
      if (verification.establishes !== "both" && verification.establishes !== establishes) continue;
      const seen = named(lowering, `${establishes} seen ${at} ${verifier}`);
      if (establishes === "breached") lowering.looks.push({ step: lowering.steps.length, verification: at, verifier });
      add(lowering, "look", [start], seen, {
        says: isOwnWord ? `${lowering.bearer} reports on its own act.` : `${verifier} ${what}${means}.`,
        ...look,
      });
      if (reportsTo.length === 0) addLink(lowering, seen, end, label);
      else {
        const reported = named(lowering, `${establishes} reported ${at} ${verifier}`);
        add(lowering, "report", [seen], reported, {
          label,
          bound,
          actor,
          days: clock.report,
          says: `${actor} reports to ${listed(reportsTo)}.`,
        });
        addLink(lowering, reported, end, label);
        if (establishes === "breached")
          for (const reader of reportsTo) addLink(lowering, reported, knownTo(lowering, reader), label);
      }
      if (establishes === "breached") addLink(lowering, seen, knownTo(lowering, verifier), label);
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

/** Whose consent a look needs. Consent that the words ask for without naming anybody is that of the watched. */
function accessNeeded(lowering: Lowering, verification: Verification, supposition: Supposition): readonly string[] {
  const asked = lowering.terrain.cast.singles(itemsIn(verification.needsConsentOf));
  if (asked.length > 0) return asked;
  if (valueOf(verification.access) === false) return [lowering.bearer];
  const isUnsaid = isOpen(verification.access) && supposition.unsaidAccess === "needed";

  return isUnsaid && !lowering.terrain.cast.singles(itemsIn(verification.by)).includes(lowering.bearer)
    ? [lowering.bearer]
    : [];
}

function addRelays(lowering: Lowering): void {
  for (const relay of lowering.terrain.relays) {
    if (!lowering.numbers.has(`known to ${relay.from}`)) continue;
    for (const reader of relay.to) {
      const effect = knownTo(lowering, reader);
      const from = knownTo(lowering, relay.from);
      if (effect === from) continue;
      add(lowering, "relay", [fact.breached, from], effect, {
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
  /\b(?:at|on|upon) (?:the |a |any |its |written )*(?:request|complaint|application)\b|\bmay (?:refer|submit|bring|raise|request)\b|\bcomplain/i;

/** Somebody other than the bearer brings the matter before the deciding body, where the words let it. */
function addRequests(lowering: Lowering): void {
  const { determination, terrain, accused } = lowering;
  if (determination === null) return;
  const { cast } = terrain;
  const bring = (by: readonly string[], label: string): void => {
    for (const name of by)
      if (!accused.has(name) && !isDeterminer(lowering, name))
        add(lowering, "request", [fact.breached], fact.before, {
          label,
          actor: name,
          says: `${name} brings the matter before ${listed(determination.by)}.`,
        });
  };
  for (const request of terrain.requests) if (isDeterminer(lowering, request.body)) bring(request.by, request.label);
  if (!onRequest.test(terrain.wordsOf(determination.label))) return;
  const others = cast.singles(itemsIn(lowering.commitment.counterparty));
  bring(others.length > 0 ? others : cast.parties, determination.label);
}

function addDetermination(lowering: Lowering): void {
  const { determination, terrain } = lowering;
  if (determination === null) return;
  const { cast } = terrain;
  const { label, bound } = determination;
  for (const name of cast.singles(determination.by)) {
    const body = cast.body(name);
    const days = daysOf(determination.within) ?? decisionDays(body);
    add(lowering, "determine", [fact.breached, fact.before], fact.determined, {
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
      add(lowering, "silence", [fact.breached, fact.before], fact.determined, {
        label,
        days,
        says: `${name} has not decided in time: the breach stands.`,
      });
  }
  addLink(lowering, fact.determined, fact.established, label);
}

/** A body that looks or acts without a stated rule does so as long as one member takes part. */
function actingVote(lowering: Lowering, name: string): Vote | null {
  const vote = lowering.terrain.cast.vote(name);

  return vote === null || vote.rule !== null ? vote : { ...vote, rule: "any-member" };
}
