import type { Choices, Draft } from "../../text/index.ts";
import type { Actor, Body } from "../actor.ts";
import { withRoles } from "../roles.ts";
import type { CastOfText } from "./cast.ts";
import type { Linked } from "./link.ts";
import { requiresOf } from "./requires.ts";
import { anchorsOf } from "./passage.ts";
import { parseTreatyEnglish } from "../treaty-english/parse.ts";
import type { PassageReading } from "./read-passage.ts";

/** Adds what provisions written in Treaty English say: read by its grammar, every slot `stated`, in the text's order. */
export function withTreatyEnglish(
  draft: Draft,
  choices: Choices,
  readings: readonly PassageReading[],
  cast: CastOfText,
  prose: Linked,
): Linked {
  const written = readings.filter((reading) => reading.isTreatyEnglish);
  if (written.length === 0) return prose;
  const ids = new Map(draft.provisions.map((provision) => [provision.label, provision.id]));
  const reads = written.map(({ passage }) =>
    parseTreatyEnglish(passage.text, {
      at: passage.provision.label,
      provisionIds: (label) => ids.get(label) ?? null,
      anchorsOf: (start, end) => anchorsOf(passage, start, end),
      actorOf: cast.canonical,
    }),
  );
  const order = new Map(draft.provisions.map((provision, index) => [provision.label, index]));
  const place = (label: string): number => order.get(label) ?? order.size;
  const actors = mergedActors(
    prose.actors,
    reads.flatMap((read) => read.actors),
  );
  const bodies = mergedBodies(
    prose.bodies,
    reads.flatMap((read) => read.bodies),
  );
  const commitments = [
    ...prose.commitments,
    ...reads.flatMap((read) =>
      read.commitments.map((commitment) => ({ ...commitment, requires: requiresOf(draft, choices, commitment.spans) })),
    ),
  ].toSorted((one, other) => place(one.label) - place(other.label));
  const zone = reads.find((read) => read.timeZone.kind !== "unresolved")?.timeZone;

  return {
    ...prose,
    actors,
    bodies,
    commitments: withRoles(commitments, { actors, bodies }),
    terms: [...prose.terms, ...reads.flatMap((read) => read.terms)],
    guarantees: [...prose.guarantees, ...reads.flatMap((read) => read.guarantees)],
    powers: [...prose.powers, ...reads.flatMap((read) => read.powers)],
    timeZone: zone ?? prose.timeZone,
  };
}

/** A declaration stands above what was proposed of the same name. */
function mergedActors(proposed: readonly Actor[], declared: readonly Actor[]): readonly Actor[] {
  const actors = new Map(proposed.map((actor) => [actor.id, actor]));
  for (const actor of declared) {
    const known = actors.get(actor.id);
    actors.set(
      actor.id,
      known === undefined ? actor : { ...actor, spans: actor.spans.length > 0 ? actor.spans : known.spans },
    );
  }

  return [...actors.values()];
}

function mergedBodies(proposed: readonly Body[], declared: readonly Body[]): readonly Body[] {
  const bodies = new Map(proposed.map((body) => [body.id, body]));
  for (const body of declared) bodies.set(body.id, body);

  return [...bodies.values()];
}
