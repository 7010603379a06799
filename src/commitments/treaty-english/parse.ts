import { actorNamed, type Actor, type Body } from "../actor.ts";
import type { Commitment, Guarantee, Power } from "../commitment.ts";
import type { Term } from "../reading.ts";
import { unresolved } from "../slot.ts";
import type { Slot } from "../slot.ts";
import { fail, isNext, mention, peek, take } from "./cursor.ts";
import type { Cursor } from "./cursor.ts";
import { declarationWords } from "./keywords.ts";
import type { Found } from "./read-clause.ts";
import {
  bodyNamed,
  readActorDeclaration,
  readBody,
  readGuarantee,
  readPower,
  readTerm,
  readTimeZone,
} from "./read-declaration.ts";
import { isDeclaration, opensNext, takeLabel } from "./openings.ts";
import { readFrame } from "./read-frame.ts";
import { tokensOf } from "./token.ts";
import type { TreatyEnglishRead, TreatyOptions } from "./tree.ts";

/**
 * Reads Treaty English: `4.2 ALAND SHALL withdraw <heavy weapons> FROM <Zone B> WITHIN 30 DAYS AFTER COMPLETION OF [4.1].`
 *
 * Never fails: what does not parse is kept in `slips`, with line, column and what is allowed there, and the rest is
 * read. Every slot that the words fill is `stated`, with the anchors that `anchorsOf` gives (none by default). Frames
 * are named `<label>/<n>` in the order of the source. Roles are left to `withRoles`. O(length of the source).
 * Law: `parseTreatyEnglish(printTreatyEnglish(tree))` is the tree. Grammar: docs/formats/treaty-english.md.
 */
export function parseTreatyEnglish(source: string, options: TreatyOptions = {}): TreatyEnglishRead {
  const cursor: Cursor = {
    source,
    tokens: tokensOf(source),
    options,
    at: 0,
    label: options.at ?? "",
    barrenUntil: 0,
    slips: [],
    mentions: [],
  };
  const found = emptyFinds();
  while (peek(cursor).kind !== "end") readNext(cursor, found);
  const bodies = withRules(found.bodies, found.rules);

  return {
    actors: withBodies(found.actors, bodies, new Map(found.bodies.map(({ body, spans }) => [body.id, spans]))),
    bodies,
    terms: found.terms,
    timeZone: found.timeZone,
    commitments: found.commitments,
    guarantees: found.guarantees,
    powers: found.powers,
    slips: cursor.slips,
    mentions: cursor.mentions,
  };
}

/**
 * Whether words are Treaty English from the first to the last: `ALAND SHALL pay <10 units>.`
 *
 * Cheap for ordinary prose, which lacks a modal or a declaration in capitals.
 */
export function looksLikeTreatyEnglish(words: string): boolean {
  if (!cue.test(words)) return false;
  const { slips, ...read } = parseTreatyEnglish(words);
  const isSomething =
    read.commitments.length + read.bodies.length + read.actors.length + read.guarantees.length > 0 ||
    read.powers.length + read.terms.length > 0 ||
    read.timeZone.kind === "stated";

  return slips.length === 0 && isSomething;
}

const cue =
  /\b(?:SHALL|WILL|SHOULD|MAY|HAS THE POWER TO|DECLARES THAT|IS IMMUNE FROM|ACTOR|BODY|GUARANTEE BY|POWER OF|TERM|TIME ZONE)\b/;

type Finds = Found & {
  readonly actors: Actor[];
  readonly bodies: { readonly body: Body; readonly spans: Actor["spans"] }[];
  readonly terms: Term[];
  timeZone: Slot<string>;
  readonly commitments: Commitment[];
  readonly guarantees: Guarantee[];
  readonly powers: Power[];
  /** How many frames, guarantees and powers a label has so far. */
  readonly numbers: Map<string, number>;
};

function emptyFinds(): Finds {
  return {
    actors: [],
    bodies: [],
    terms: [],
    timeZone: unresolved(),
    commitments: [],
    guarantees: [],
    powers: [],
    numbers: new Map(),
    rules: new Map(),
  };
}

function readNext(cursor: Cursor, found: Finds): void {
  if (peek(cursor).kind === "stop" || peek(cursor).kind === "comma") {
    cursor.at += 1;

    return;
  }
  const before = cursor.at;
  const opens = opensNext(cursor);
  const token = peek(cursor);
  const label = opens ? takeLabel(cursor) : null;
  if (label !== null) {
    cursor.label = label;
    mention(cursor, { kind: "provision", name: label, as: "other" }, token);
  }
  const isRead = opens && (isDeclaration(cursor) ? readDeclaration(cursor, found) : addFrame(cursor, found));
  if (isRead) return;
  if (!opens) fail(cursor, [...declarationWords, "a name and SHALL, MAY, WILL or another modal"]);
  skipToNext(cursor, before);
}

/** Goes on to the next line or sentence that opens a frame or a declaration. */
function skipToNext(cursor: Cursor, before: number): void {
  cursor.at = Math.max(cursor.at, before + 1);
  while (peek(cursor).kind !== "end") {
    const isStart = peek(cursor).opensLine || peek(cursor, -1).kind === "stop";
    if (isStart && opensNext(cursor)) return;
    cursor.at += 1;
  }
}

function addFrame(cursor: Cursor, found: Finds): boolean {
  return addNumbered(cursor, found, "", found.commitments, (id) => readFrame(cursor, found, id));
}

/** `4.2/1`, `4.2/g1`, `4.2/p1`: numbers run on only where something was read. */
function addNumbered<Value>(
  cursor: Cursor,
  found: Finds,
  kind: "" | "g" | "p",
  list: Value[],
  read: (id: string) => Value | null,
): boolean {
  const key = `${cursor.label}/${kind}`;
  const number = (found.numbers.get(key) ?? 0) + 1;
  const isRead = add(list, read(`${key}${number}`));
  if (isRead) found.numbers.set(key, number);

  return isRead;
}

function readDeclaration(cursor: Cursor, found: Finds): boolean {
  const isRead = readOneDeclaration(cursor, found);
  if (!isRead) return false;
  const next = peek(cursor);
  if (next.kind === "stop" || next.kind === "end" || (next.opensLine && opensNext(cursor))) return true;
  fail(cursor, ["a full stop"]);

  return false;
}

function readOneDeclaration(cursor: Cursor, found: Finds): boolean {
  if (take(cursor, "ACTOR")) return add(found.actors, readActorDeclaration(cursor));
  if (take(cursor, "BODY")) return add(found.bodies, readBody(cursor));
  if (take(cursor, "GUARANTEE BY"))
    return addNumbered(cursor, found, "g", found.guarantees, (id) => readGuarantee(cursor, id));
  if (take(cursor, "POWER OF")) return addNumbered(cursor, found, "p", found.powers, (id) => readPower(cursor, id));
  if (take(cursor, "TERM")) return add(found.terms, readTerm(cursor));
  if (!isNext(cursor, "TIME ZONE")) return false;
  take(cursor, "TIME ZONE");
  const zone = readTimeZone(cursor);
  if (zone !== null) found.timeZone = zone;

  return zone !== null;
}

function add<Value>(list: Value[], value: Value | null): boolean {
  if (value !== null) list.push(value);

  return value !== null;
}

/** A rule of decision in a `DETERMINED BY` clause is the body's, unless its declaration states one. */
function withRules(declared: Finds["bodies"], rules: Found["rules"]): readonly Body[] {
  const bodies = declared.map(({ body }) => {
    const rule = rules.get(body.id);

    return rule !== undefined && body.rule.kind === "unresolved" ? { ...body, rule } : body;
  });
  for (const [id, rule] of rules) if (!bodies.some((body) => body.id === id)) bodies.push({ ...bodyNamed(id), rule });

  return bodies;
}

/** A body is an actor too: declared ones first, then those that only a body's declaration names. */
function withBodies(
  actors: readonly Actor[],
  bodies: readonly Body[],
  places: ReadonlyMap<string, Actor["spans"]>,
): readonly Actor[] {
  const known = new Set(actors.map(({ id }) => id));
  const others = bodies
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => actorNamed(id, "commission", places.get(id) ?? []));

  return [...actors, ...others];
}
