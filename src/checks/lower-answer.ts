import { itemsIn, valueOf } from "../commitments/index.ts";
import type { Commitment, Consequence, EventName, Guarantee } from "../commitments/index.ts";
import { decisionDays } from "./cast.ts";
import type { Vote } from "./game.ts";
import { add, addLink, daysOf, fact, named } from "./lowering.ts";
import type { Lowering } from "./lowering.ts";
import { listed } from "./saying.ts";
import { isWithin } from "./terrain.ts";

const idle = new Set<Consequence["kind"]>(["notify", "consult", "referral"]);

/** What the text says follows a breach, as a step for each actor that may or must bring it about. */
export function addConsequence(lowering: Lowering, consequence: Consequence, guarantee: Guarantee | null = null): void {
  const { cast } = lowering.terrain;
  const by = valueOf(consequence.by) ?? (guarantee === null ? null : valueOf(guarantee.guarantor));
  if (by === null) return;
  const consents = [...cast.singles(itemsIn(consequence.needsConsentOf))];
  const needs = [fact.breached, ...requiredFacts(lowering, consequence, by === "automatic", consents)];
  const cost = valueOf(consequence.cost) ?? (idle.has(consequence.kind) ? 0 : 1);
  const counts = cost > 0 && reachesBearer(lowering, consequence);
  const unless = valueOf(consequence.unless);
  const said = {
    label: consequence.label,
    days: daysOf(consequence.within),
    consents,
    unless: unless === null ? null : (cast.vote(unless) ?? bare(unless)),
  };
  if (by === "automatic") {
    add(lowering, "answer", needs, counts ? fact.answered : named(lowering, "minor answer"), {
      says: `Of itself: ${consequence.says}.`,
      ...said,
    });

    return;
  }
  const bound = consequence.bound && (guarantee === null || guarantee.bound);
  for (const actor of payersOf(lowering, consequence, cast.singles(by))) {
    const effect = counts
      ? fact.answered
      : named(lowering, consequence.kind === "notify" ? "notified" : "minor answer");
    add(lowering, "answer", needs, effect, {
      actor,
      bound,
      vote: cast.vote(actor),
      says: `${actor} ${bound ? "shall" : "may"} act: ${consequence.says}.`,
      ...said,
    });
  }
}

/** "The Party in breach shall compensate the other": of the sides it can be, the one that broke it pays. */
function payersOf({ accused }: Lowering, { kind }: Consequence, actors: readonly string[]): readonly string[] {
  const own = kind === "compensation" && actors.length > 1 ? actors.filter((actor) => accused.has(actor)) : [];

  return own.length > 0 ? own : actors;
}

function bare(body: string): Vote {
  return { body, members: [], rule: null, threshold: null, quorum: null };
}

/** An answer counts where it meets the bearer, or makes the other side whole. An addressee that is no known actor is the bearer. */
function reachesBearer(lowering: Lowering, consequence: Consequence): boolean {
  const { cast } = lowering.terrain;
  if (consequence.kind === "compensation" || consequence.kind === "escrow-release") return true;
  const met = cast.singles(itemsIn(consequence.addressee)).filter((name) => cast.actor(name) !== null);

  return met.length === 0 || met.some((name) => lowering.accused.has(name));
}

/** What must have happened before a consequence, beyond the breach itself. */
function requiredFacts(
  lowering: Lowering,
  consequence: Consequence,
  isAutomatic: boolean,
  consents: string[],
): readonly number[] {
  const needs: number[] = [];
  let isFound = false;
  for (const { event } of consequence.requires) {
    if (event.kind === "consent") {
      if (event.by !== null) consents.push(...lowering.terrain.cast.singles([event.by]));
      continue;
    }
    const required = requiredFact(lowering, event, consequence);
    if (required === null) continue;
    needs.push(required);
    if (event.kind === "determination" || event.kind === "report" || event.kind === "decision") isFound = true;
    if (event.kind === "notification" || event.kind === "request") isFound = true;
  }
  if (isFound) return needs;
  if (lowering.determination !== null) return [...needs, fact.determined];

  // What happens of itself needs somebody to have established the breach; an actor may see for itself.
  return isAutomatic ? [...needs, fact.established] : needs;
}

function requiredFact(lowering: Lowering, event: EventName, { label }: Consequence): number | null {
  switch (event.kind) {
    case "breach":
    case "consent":
    case "entry-into-force":
    case "signature":
      return null;
    case "determination":
      return event.by === null || lowering.determination === null || namesDeterminer(lowering, event.by)
        ? determinedBy(lowering, event.by, label)
        : decidedBy(lowering, event.by, "determine", label);
    case "decision":
      return decidedBy(lowering, event.by, "decide", label);
    case "report":
      return fact.established;
    case "request":
    case "notification":
      return askedBy(lowering, event.by, event.kind, label);
    case "act":
      return performedBy(lowering, [lowering.terrain.commitment(event.commitment)], label);
    case "provision":
      return performedBy(
        lowering,
        lowering.terrain
          .commitmentsAt(event.label)
          .filter((one) => one.role === "primary" && one.id !== lowering.commitment.id),
        label,
      );
    case "date":
    case "fact": {
      const happened = named(lowering, `fact ${event.kind === "date" ? event.on : event.words}`);
      const words = event.kind === "date" ? event.on : event.words;
      add(lowering, "event", [], happened, { label, days: null, says: `It comes to pass: ${words}.` });

      return happened;
    }
  }
}

function namesDeterminer(lowering: Lowering, name: string): boolean {
  const { cast } = lowering.terrain;
  const determiners = cast.singles(lowering.determination?.by ?? []);

  return cast.singles([name]).some((one) => determiners.includes(one));
}

/** A determination by the named body where the commitment names none of its own: it may find, nothing obliges it. */
function determinedBy(lowering: Lowering, by: string | null, label: string): number {
  return lowering.determination !== null || by === null ? fact.determined : decidedBy(lowering, by, "determine", label);
}

/** A new decision, once a breach is determined or, where nobody determines it, established. */
function decidedBy(lowering: Lowering, by: string | null, kind: "determine" | "decide", label: string): number {
  const { cast } = lowering.terrain;
  const decided = named(lowering, `${kind} ${by ?? ""}`);
  const after = kind === "decide" && lowering.determination !== null ? fact.determined : fact.established;
  for (const name of cast.singles(by === null ? [] : [by])) {
    const known = lowering.steps.some((step) => step.effect === decided && step.actor === name);
    if (known) continue;
    add(lowering, kind, [fact.breached, after], decided, {
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
function askedBy(lowering: Lowering, by: string | null, kind: "request" | "notification", label: string): number {
  const { cast } = lowering.terrain;
  const asked = named(lowering, `${kind} ${by ?? ""}`);
  const others = cast.singles(itemsIn(lowering.commitment.counterparty));
  const after = lowering.determination === null ? fact.breached : fact.determined;
  const own = others.length > 0 ? others : cast.parties;
  for (const name of by === null ? own : cast.singles([by])) {
    if (lowering.accused.has(name)) continue;
    const isOwed = own.includes(name) || lowering.terrain.relays.some((relay) => relay.from === name && relay.bound);
    add(lowering, "notify", kind === "request" ? [fact.breached] : [fact.breached, after], asked, {
      label,
      actor: name,
      bound: isOwed,
      says: kind === "request" ? `${name} requests an answer.` : `${name} gives notice of the breach.`,
    });
  }
  for (const relay of lowering.terrain.relays)
    if (kind === "notification" && by !== null && relay.to.includes(by)) addLink(lowering, after, asked, relay.label);

  return asked;
}

/** Performance of other commitments, each by its own bearers. */
function performedBy(lowering: Lowering, acts: readonly (Commitment | null)[], label: string): number | null {
  if (acts.length === 0) return null;
  const all = acts.map((act) => {
    const done = named(lowering, `act ${act?.id ?? "unknown"}`);
    const bearers = lowering.terrain.cast.singles(act === null ? [] : itemsIn(act.bearer));
    const [first] = bearers;
    if (act !== null && first !== undefined)
      add(lowering, "event", [], done, {
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
  const together = named(lowering, `acts ${acts.map((act) => act?.id ?? "").join(" ")}`);
  add(lowering, "event", all, together, { label, says: "" });

  return together;
}

/** What a guarantor promises, for the commitments that it covers. */
export function addGuarantee(lowering: Lowering, guarantee: Guarantee): void {
  const covers = valueOf(guarantee.covers);
  const effect = valueOf(guarantee.effect);
  if (covers === null || effect === null || !isWithin(lowering.terrain, lowering.commitment.label, covers)) return;
  const isKnown = lowering.commitment.onBreach.some((one) => one.label === effect.label && one.says === effect.says);
  if (isKnown) return;
  const trigger = valueOf(guarantee.trigger);
  const requires = trigger === null ? effect.requires : [trigger, ...effect.requires];
  addConsequence(lowering, { ...effect, requires, label: guarantee.label }, guarantee);
}
