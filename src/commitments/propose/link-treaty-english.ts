import type { Draft } from "../../text/index.ts";
import type { Actor, Body } from "../actor.ts";
import { withRoles } from "../roles.ts";
import type { Slot } from "../slot.ts";
import { parseTreatyEnglish } from "../treaty-english/parse.ts";
import type { TreatyEnglishRead } from "../treaty-english/tree.ts";
import type { CastOfText } from "./cast.ts";
import type { Frame } from "./frame.ts";
import type { Linked } from "./link.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";

/** What the provisions written in Treaty English say, by the index of their passage. */
export function treatyReads(
  draft: Draft,
  readings: readonly PassageReading[],
  cast: CastOfText,
): ReadonlyMap<number, TreatyEnglishRead> {
  const ids = new Map(draft.provisions.map((provision) => [provision.label, provision.id]));
  const reads = new Map<number, TreatyEnglishRead>();
  readings.forEach(({ passage, isTreatyEnglish }, index) => {
    if (!isTreatyEnglish) return;
    const read = parseTreatyEnglish(passage.text, {
      at: passage.provision.label,
      provisionIds: (label) => ids.get(label) ?? null,
      anchorsOf: (start, end) => anchorsOf(passage, start, end),
      actorOf: cast.canonical,
    });
    reads.set(index, read);
  });

  return reads;
}

/** Its commitments among the frames of prose, to be numbered with them: nouns in prose may mean them, clauses in prose may watch and answer them. */
export function treatyFrames(read: TreatyEnglishRead, { passage }: PassageReading): readonly Frame[] {
  return read.commitments.map(({ id: _numberedAnew, ...commitment }, index) => ({
    ...commitment,
    head: "modal",
    sentence: 0,
    at: index,
    article: passage.article,
    subject: "",
    phrases: [],
    serves: 0,
    reading: 0,
    says: passage.text,
  }));
}

/** Adds what Treaty English declares: actors, bodies, guarantees, powers, terms, the zone of dates. */
export function withDeclarations(reads: Iterable<TreatyEnglishRead>, prose: Linked): Linked {
  const written = [...reads];
  if (written.length === 0) return prose;
  const actors = mergedActors(
    prose.actors,
    written.flatMap((read) => read.actors),
  );
  const bodies = mergedBodies(
    prose.bodies,
    written.flatMap((read) => read.bodies),
  );
  const zone = written.find((read) => read.timeZone.kind !== "unresolved")?.timeZone;

  return {
    ...prose,
    actors,
    bodies,
    commitments: withRoles(prose.commitments, { actors, bodies }),
    terms: [...prose.terms, ...written.flatMap((read) => read.terms)],
    guarantees: [...prose.guarantees, ...written.flatMap((read) => read.guarantees)],
    powers: [...prose.powers, ...written.flatMap((read) => read.powers)],
    timeZone: zone ?? prose.timeZone,
  };
}

/** A declaration stands above what was proposed of the same name; a mere mention does not. */
function mergedActors(proposed: readonly Actor[], declared: readonly Actor[]): readonly Actor[] {
  const actors = new Map(proposed.map((actor) => [actor.id, actor]));
  for (const actor of declared) {
    const known = actors.get(actor.id);
    if (known === undefined) actors.set(actor.id, actor);
    else if (actor.spans.length > 0 || actor.alliedWith.length > 0 || actor.trustRoot)
      actors.set(actor.id, { ...actor, spans: actor.spans.length > 0 ? actor.spans : known.spans });
  }

  return [...actors.values()];
}

function mergedBodies(proposed: readonly Body[], declared: readonly Body[]): readonly Body[] {
  const bodies = new Map(proposed.map((body) => [body.id, body]));
  for (const body of declared) {
    const known = bodies.get(body.id);
    bodies.set(body.id, known === undefined ? body : filled(body, known));
  }

  return [...bodies.values()];
}

/** What one clause leaves open of a body another may fill. */
function filled(body: Body, known: Body): Body {
  const or = <Value>(slot: Slot<Value>, other: Slot<Value>): Slot<Value> => (slot.kind === "unresolved" ? other : slot);

  return {
    id: body.id,
    members: body.members.length > 0 ? body.members : known.members,
    rule: or(body.rule, known.rule),
    threshold: or(body.threshold, known.threshold),
    quorum: or(body.quorum, known.quorum),
    tie: or(body.tie, known.tie),
    decidesWithin: or(body.decidesWithin, known.decidesWithin),
    extension: or(body.extension, known.extension),
    onSilence: or(body.onSilence, known.onSilence),
    createdBy: or(body.createdBy, known.createdBy),
    mandate: or(body.mandate, known.mandate),
    staffedBy: or(body.staffedBy, known.staffedBy),
    paidBy: or(body.paidBy, known.paidBy),
    startsOn: or(body.startsOn, known.startsOn),
    suspensionPlan: or(body.suspensionPlan, known.suspensionPlan),
  };
}

/** Names that Treaty English uses, so that prose may shorten them: "the Mission" for "Monitoring Mission". */
export function treatyNames(readings: readonly PassageReading[]): readonly string[] {
  return readings
    .filter(({ isTreatyEnglish }) => isTreatyEnglish)
    .flatMap(({ passage }) => parseTreatyEnglish(passage.text).mentions)
    .flatMap(({ kind, name }) => (kind === "actor" ? [name] : []));
}
