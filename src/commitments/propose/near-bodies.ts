import { oncePer } from "../../base/index.ts";
import type { Draft, Provision } from "../../text/index.ts";
import { valuesOf, type Slot } from "../slot.ts";
import { bodyNouns, headOf } from "./actor-names.ts";
import { shortNamesGiven } from "./cast.ts";
import type { Frame } from "./frame.ts";
import { withFullNames } from "./link-names.ts";
import type { PassageReading } from "./read-passage.ts";
import { namesOfStatement } from "./statement-names.ts";

/** The bodies of one kind that a text makes, each with the provisions whose words make it. */
type Made = ReadonlyMap<string, readonly PassageReading[]>;

/** Beyond this many bodies of one kind nobody tells them apart by "the Commission". */
const mostOfOneKind = 24;

/**
 * "The Commission" where the text makes two: in an article that makes or names one of them it is that one, else in
 * the part that makes one. Elsewhere the slot is left open between them. Readings without such a name are handed on.
 */
export function withNearBodies(draft: Draft, readings: readonly PassageReading[]): readonly PassageReading[] {
  const kinds = rivals(draft, readings);
  if (kinds.size === 0) return readings;
  const told = new Map([...kinds].map(([head, made]) => [head, placesOf(draft, readings, made)]));

  return readings.map((reading) => {
    let named = reading;
    for (const [head, made] of kinds) {
      if (!namesUsedIn(reading).includes(head)) continue;
      const one = told.get(head)?.(reading) ?? null;
      named =
        one === null
          ? inDoubt(named, head, [...made.keys()])
          : withFullNames(named, (name) => (name === head ? one : name));
    }

    return named;
  });
}

/** Bodies of this text by the noun that they share, where it makes several and gives the noun to none of them. */
function rivals(draft: Draft, readings: readonly PassageReading[]): ReadonlyMap<string, Made> {
  const kinds = new Map<string, Map<string, PassageReading[]>>();
  for (const reading of readings)
    for (const { says } of reading.statements) {
      if (says.kind !== "body" || says.created !== true) continue;
      const head = headOf(says.body);
      if (head === says.body || !/^\p{Lu}/u.test(head) || !bodyNouns.has(head.toLowerCase())) continue;
      const kind = kinds.get(head) ?? new Map<string, PassageReading[]>();
      kinds.set(head, kind.set(says.body, [...(kind.get(says.body) ?? []), reading]));
    }
  const given = kinds.size === 0 ? new Set<string>() : shortNamesGiven(draft);

  return new Map([...kinds].filter(([head, made]) => made.size > 1 && made.size <= mostOfOneKind && !given.has(head)));
}

/** Which of the bodies the article or the part of a passage deals with; `null` for none and for several. */
function placesOf(
  draft: Draft,
  readings: readonly PassageReading[],
  made: Made,
): (reading: PassageReading) => string | null {
  const makers = new Map<string, Set<string>>();
  const around = new Map<number, Set<string>>();
  for (const [body, places] of made)
    for (const { passage } of places) {
      noted(makers, passage.article, body);
      for (const at of ancestors(draft, passage.provision)) noted(around, at.index, body);
    }
  const naming = new Map<string, Set<string>>();
  for (const { passage } of readings) {
    const headings = ancestors(draft, passage.provision).map(({ heading, kind }) =>
      kind === "part" || kind === "chapter" ? "" : (heading ?? ""),
    );
    for (const body of made.keys())
      if ([passage.text, ...headings].some((words) => words.includes(body))) noted(naming, passage.article, body);
  }

  return ({ passage }) => {
    const own = makers.get(passage.article) ?? naming.get(passage.article);
    if (own !== undefined) return own.size === 1 ? [...own][0]! : null;
    for (const { index } of ancestors(draft, passage.provision)) {
      const inside = around.get(index);
      if (inside !== undefined) return inside.size === 1 ? [...inside][0]! : null;
    }

    return null;
  };
}

function noted<Key>(map: Map<Key, Set<string>>, key: Key, body: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([body]));
  else known.add(body);
}

/** A provision and what it stands in, innermost first. */
function ancestors(draft: Draft, provision: Provision): readonly Provision[] {
  const found: Provision[] = [];
  for (
    let at: Provision | undefined = provision;
    at !== undefined;
    at = at.parent === null ? undefined : draft.provisions[at.parent]
  )
    found.push(at);

  return found;
}

const namesUsedIn = oncePer(({ frames, statements }: PassageReading): readonly string[] => [
  ...frames.flatMap(({ bearer, counterparty, needsConsentOf }) =>
    [bearer, counterparty, needsConsentOf].flatMap((slot) => valuesOf(slot).flat()),
  ),
  ...statements.flatMap(({ says }) => namesOfStatement(says)),
]);

/** A passage in which a name may mean any of several bodies. */
function inDoubt(reading: PassageReading, head: string, bodies: readonly string[]): PassageReading {
  const known = doubts(reading);
  const key = bodies.join("\n");
  let open = known.get(key);
  if (open === undefined) {
    const spread = (slot: Slot<readonly string[]>): Slot<readonly string[]> => eitherOf(slot, head, bodies);
    const frames = reading.frames.map((frame): Frame => ({
      ...frame,
      bearer: spread(frame.bearer),
      counterparty: spread(frame.counterparty),
      needsConsentOf: spread(frame.needsConsentOf),
    }));
    open = { ...reading, frames };
    known.set(key, open);
  }

  return open;
}

const doubts = oncePer((_reading: PassageReading) => new Map<string, PassageReading>());

function eitherOf(slot: Slot<readonly string[]>, head: string, bodies: readonly string[]): Slot<readonly string[]> {
  if ((slot.kind !== "stated" && slot.kind !== "proposed") || !slot.value.includes(head)) return slot;
  const { value, spans } = slot;

  return {
    kind: "ambiguous",
    alternatives: bodies.map((body) => ({ value: value.map((name) => (name === head ? body : name)), spans })),
    declared: "no",
  };
}
