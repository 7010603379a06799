import { atMostDays, valueOf } from "../commitments/index.ts";
import type { Actor, Body, DecisionRule, Reading } from "../commitments/index.ts";
import type { Vote } from "./game.ts";

/** Who is who in one reading: collectives expanded, bodies with their votes, allies as a reader entered them. */
export type Cast = {
  readonly actor: (name: string) => Actor | null;
  readonly body: (name: string) => Body | null;
  /** Single actors meant by these names, in order, each once. A collective that the text does not name stands for itself. */
  readonly singles: (names: readonly string[]) => readonly string[];
  /** The vote by which a body acts, `null` for an actor that needs none. */
  readonly vote: (name: string) => Vote | null;
  /** The actors whose names stand in these words, longest name first. */
  readonly named: (words: string) => readonly string[];
  /** The sides of the agreement, in the order in which the reading names them. */
  readonly parties: readonly string[];
  /** Actors of one kind, in the order in which the reading names them. */
  readonly ofKind: (kind: string) => readonly string[];
  /** The actor and those whom a reader calls its allies. */
  readonly withAllies: (name: string) => ReadonlySet<string>;
};

const casts = new WeakMap<Reading, Cast>();

export function castOf(reading: Reading): Cast {
  let cast = casts.get(reading);
  if (cast === undefined) {
    cast = buildCast(reading);
    casts.set(reading, cast);
  }

  return cast;
}

function buildCast(reading: Reading): Cast {
  const actors = new Map<string, Actor>();
  for (const actor of reading.actors) {
    if (!actors.has(actor.name)) actors.set(actor.name, actor);
    actors.set(actor.id, actor);
  }
  const bodies = new Map(reading.bodies.map((body) => [body.id, body]));
  const allies = new Map<string, Set<string>>();
  for (const actor of reading.actors)
    for (const other of actor.alliedWith) {
      befriend(allies, actor.id, other);
      befriend(allies, other, actor.id);
    }
  const actor = (name: string): Actor | null => actors.get(name) ?? null;
  const known = new Map<string, readonly string[]>();
  const singles = (names: readonly string[]): readonly string[] => {
    const [only] = names;
    if (only === undefined || names.length > 1) return expand(actors, names);
    let found = known.get(only);
    if (found === undefined) {
      found = expand(actors, names);
      known.set(only, found);
    }

    return found;
  };
  const votes = new Map<string, Vote | null>();
  const byLength = reading.actors
    .filter(({ name, collective }) => name !== "" && collective === null)
    .toSorted((one, other) => other.name.length - one.name.length);

  return {
    actor,
    singles,
    body: (name) => bodies.get(actor(name)?.id ?? name) ?? null,
    vote(name) {
      let vote = votes.get(name);
      if (vote === undefined) {
        const body = bodies.get(actor(name)?.id ?? name);
        vote = body === undefined ? null : voteOf(body, singles);
        votes.set(name, vote);
      }

      return vote;
    },
    parties: reading.actors
      .filter(({ kind, collective }) => kind === "party" && collective === null)
      .map(({ id }) => id),
    ofKind: (kind) => reading.actors.filter((one) => one.kind === kind && one.collective === null).map(({ id }) => id),
    named: (words) => byLength.filter(({ name }) => words.includes(name)).map(({ id }) => id),
    withAllies: (name) => new Set([name, ...(allies.get(name) ?? [])]),
  };
}

function befriend(allies: Map<string, Set<string>>, one: string, other: string): void {
  const known = allies.get(one);
  if (known === undefined) allies.set(one, new Set([other]));
  else known.add(other);
}

function voteOf(body: Body, singles: Cast["singles"]): Vote | null {
  const rule: DecisionRule | null = valueOf(body.rule);
  if (body.members.length === 0) return null;
  const members = body.members.flatMap((member) =>
    singles([member.actor]).map((actor) => ({ actor, weight: member.weight, votesAs: member.votesAs })),
  );

  return { body: body.id, members, rule, threshold: valueOf(body.threshold), quorum: valueOf(body.quorum) };
}

function expand(actors: ReadonlyMap<string, Actor>, names: readonly string[]): readonly string[] {
  if (names.length === 0) return names;
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...names].toReversed();
  while (open.length > 0) {
    const name = open.pop()!;
    if (seen.has(name)) continue;
    seen.add(name);
    const actor = actors.get(name);
    const collective = actor?.collective ?? null;
    if (collective === null || collective.length === 0) found.add(actor?.id ?? name);
    else open.push(...collective.toReversed());
  }

  return [...found];
}

/** Days within which a body decides, with its extension; `null` where no clock is stated. */
export function decisionDays(body: Body | null): number | null {
  const within = body === null ? null : valueOf(body.decidesWithin);
  if (body === null || within === null) return null;
  const extension = valueOf(body.extension);

  return atMostDays(within) + (extension === null ? 0 : atMostDays(extension));
}
