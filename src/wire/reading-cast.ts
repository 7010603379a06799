import { parseTreatyEnglish, unresolved } from "../commitments/index.ts";
import type { Actor, Body, Duration, Slot } from "../commitments/index.ts";
import type { ActorShape, AmountShape, BodyShape, ReadingShape } from "./reading-shape.ts";

/** Who is who in a reading file: its actors, and its bodies, which are actors too. */
export function castOfFile(shape: ReadingShape): {
  readonly actors: readonly Actor[];
  readonly bodies: readonly Body[];
} {
  const language = shape.text?.language ?? "en";
  const actors = Object.entries(shape.actors ?? {}).map(([id, actor]) => actorOf(id, actor, language));
  const known = new Set(actors.map(({ id }) => id));
  const bodies = Object.entries(shape.bodies ?? {});

  return {
    actors: [
      ...actors,
      ...bodies
        .filter(([id]) => !known.has(id))
        .map(([id, body]) =>
          actorOf(id, { ...body, kind: body.kind ?? "commission", outside: body.outside ?? false }, language),
        ),
    ],
    bodies: bodies.map(([id, body]) => bodyOf(id, body, shape.reader)),
  };
}

/** `Aland` or `{en: Aland, fr: Aland}`, in the language of the text where there is one. */
function nameOf(id: string, name: ActorShape["name"], language: string): string {
  if (name === undefined) return id;
  if (typeof name === "string") return name;

  return name[language] ?? name["en"] ?? Object.values(name)[0] ?? id;
}

type Said = Pick<ActorShape, "kind" | "name" | "memberOf" | "alliedWith" | "trustRoot" | "outside"> & {
  readonly means?: readonly string[] | undefined;
};

function actorOf(id: string, said: Said, language: string): Actor {
  const isMade = said.kind === "commission" || said.kind === "verifier";

  return {
    id,
    name: nameOf(id, said.name, language),
    kind: said.kind,
    memberOf: listOf(said.memberOf),
    alliedWith: listOf(said.alliedWith),
    trustRoot: said.trustRoot ?? false,
    collective: said.means ?? null,
    outside: said.outside ?? !isMade,
    spans: [],
  };
}

function bodyOf(id: string, said: BodyShape, reader: string): Body {
  const asserted = <Value>(value: Value | undefined): Slot<Value> =>
    value === undefined ? unresolved() : { kind: "asserted", value, by: reader, why: null };
  const names = (value: string | readonly string[] | undefined): Slot<readonly string[]> =>
    asserted(value === undefined ? undefined : listOf(value));

  return {
    id,
    members: membersOf(said.members),
    rule: asserted(said.rule),
    threshold: asserted(said.threshold),
    quorum: asserted(said.quorum),
    tie: asserted(said.tie),
    decidesWithin: asserted(durationOf(said.decidesWithin)),
    extension: asserted(durationOf(said.extension)),
    onSilence: asserted(said.onSilence),
    createdBy: asserted(said.createdBy),
    mandate: asserted(said.mandate),
    staffedBy: names(said.staffedBy),
    paidBy: names(said.paidBy),
    startsOn: startOf(said.startsOn, asserted),
    suspensionPlan: asserted(said.suspensionPlan),
  };
}

function membersOf(members: BodyShape["members"]): Body["members"] {
  if (members === undefined) return [];
  if (Array.isArray(members)) return members.map((actor) => ({ actor, weight: 1, votesAs: null }));

  return Object.entries(members).map(([actor, vote]) => ({
    actor,
    weight: typeof vote === "number" ? vote : (vote.weight ?? 1),
    votesAs: typeof vote === "number" ? null : (vote.votesAs ?? null),
  }));
}

function durationOf(amount: AmountShape | undefined): Duration | undefined {
  if (amount === undefined) return undefined;
  if (typeof amount === "number") return { amount, unit: "days", calendar: null };

  return { amount: amount.amount, unit: amount.unit, calendar: amount.calendar ?? null };
}

/** An event as Treaty English writes it; words that are none of its forms are a fact. */
function startOf(
  words: string | undefined,
  asserted: <Value>(value: Value | undefined) => Slot<Value>,
): Body["startsOn"] {
  if (words === undefined) return unresolved();
  const read = parseTreatyEnglish(`BODY B STARTS ON ${words}.`);
  const event = read.slips.length === 0 ? read.bodies[0]?.startsOn : undefined;
  if (event?.kind === "stated") return asserted(event.value);
  const point = { kind: "stated", value: "occurrence", spans: [] } as const;

  return asserted({ event: { kind: "fact", words }, point });
}

function listOf(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return [];

  return typeof names === "string" ? [names] : names;
}
