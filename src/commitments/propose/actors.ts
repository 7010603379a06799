import { literally } from "../../base/index.ts";
import { actorNamed, type Actor, type ActorKind } from "../actor.ts";
import type { Anchor } from "../slot.ts";
import { itemsIn, spansOf } from "../slot.ts";
import { collectiveOf, headOf, isProperName, isSomeSide, isStanding, isVerifierName } from "./actor-names.ts";
import { groupKey } from "./aliases.ts";
import type { Frame } from "./frame.ts";
import type { PassageReading } from "./read-passage.ts";
import { namesOfStatement } from "./statement-names.ts";

/** What is known of the whole text before its actors are told apart. */
export type Known = {
  readonly canonical: (name: string) => string;
  readonly parties: readonly string[];
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly outsideText: string;
  readonly created: ReadonlySet<string>;
  /** Bodies that a clause of this text brings into being. */
  readonly made: ReadonlySet<string>;
  readonly isBody: (name: string) => boolean;
  /** Named as the guarantors by a sentence of their own. */
  readonly named: readonly string[];
};

/** Every actor that the text names, in the order of first use. */
export function actorsOf(
  readings: readonly PassageReading[],
  frames: readonly Frame[],
  known: Known,
): readonly Actor[] {
  const { canonical } = known;
  const spans = new Map<string, Anchor[]>();
  const meet = (name: string, where: readonly Anchor[]): void => {
    if (/^(?:it|they|its|each)$/i.test(name) || name === "") return;
    const id = canonical(name);
    const list = spans.get(id);
    if (list === undefined) spans.set(id, where.slice(0, 1));
    else if (list.length < 4) list.push(...where.slice(0, 1));
    if (list === undefined) for (const member of known.groups.get(groupKey(id)) ?? []) meet(member, []);
  };
  for (const party of known.parties) meet(party, []);
  for (const frame of frames) {
    for (const name of itemsIn(frame.bearer)) meet(name, spansOf(frame.bearer));
    for (const name of itemsIn(frame.counterparty)) meet(name, spansOf(frame.counterparty));
    for (const name of itemsIn(frame.needsConsentOf)) meet(name, spansOf(frame.needsConsentOf));
  }
  for (const { statements } of readings)
    for (const statement of statements)
      for (const name of namesOfStatement(statement.says)) meet(name, statement.spans);
  const bearing = (isMeant: (frame: Frame) => boolean): ReadonlySet<string> =>
    new Set(bearersOf(frames.filter(isMeant)).map(canonical));
  const verifiers = bearing(({ action }) => action.class === "verify");
  const guarantors = guarantorsOf(readings, frames, known);
  const bearers = bearing(
    ({ action, head }) =>
      action.class !== "verify" &&
      action.class !== "report" &&
      action.class !== "establish-body" &&
      head !== "declaration",
  );
  const binding = bearing(({ head, bearer }) => head === "modal" && bearer.kind === "stated");
  const serving = bearing(({ action }) => /^(?:act|serve)$/.test(action.verb) && /^as\b/i.test(action.object));
  const guessed = [...spans.keys()].filter(
    (name) =>
      binding.has(name) &&
      bearers.has(name) &&
      isProperName(name) &&
      isSide(name) &&
      !isStanding(name) &&
      !serving.has(name) &&
      !known.groups.has(groupKey(name)) &&
      collectiveOf(name) === null &&
      !known.isBody(name) &&
      !guarantors.has(name) &&
      !verifiers.has(name),
  );
  const parties = known.parties.length > 0 ? known.parties : guessed.length > 1 ? guessed : [];

  return [...spans].map(([id, where]) => {
    const collective = groupOf(id, parties, [...guarantors], known);
    const kind = kindOf(id, { parties, guarantors, verifiers, known, collective });

    return {
      ...actorNamed(id, kind, where),
      collective,
      outside: parties.includes(id) || collective !== null || !known.isBody(id) || standsOutside(id, known),
    };
  });
}

/** Who bears something in these frames, each name once, in order. */
function bearersOf(frames: readonly Frame[]): readonly string[] {
  const names = new Set<string>();
  for (const { bearer } of frames) for (const name of itemsIn(bearer)) names.add(name);

  return [...names];
}

/** A name that may be a side of an agreement: no officer and no mere "Party". */
function isSide(name: string): boolean {
  const head = headOf(name).toLowerCase();

  return !/^(?:party|parties|representative|representatives|president|head|chair|chairman|chairperson|commander|minister|ministry|secretary-general|envoy|mediator|facilitator|members?|director|governor|prosecutor|judge|court|parliament|assembly|council|commissioner|component|mechanism|team|combatants?|forces?|organizations?|organisations?)$/.test(
    head,
  );
}

/** "the Hydrological Service of the Lakes Union": a part of an organisation that is there already. */
const ofOrganisation =
  /\sof (?:the )?(?:\p{Lu}[\p{L}-]+ ){0,4}(?:United Nations|Union|Organi[sz]ation|League|Federation|Confederation|Commonwealth|Community)\b/u;

function standsOutside(id: string, known: Known): boolean {
  const isCapitals = /^[\p{Lu}\p{N}/&.-]{2,}$/u.test(id);

  return (
    isCapitals ||
    isStanding(id) ||
    (ofOrganisation.test(id) && !known.made.has(id)) ||
    (known.outsideText.includes(id) &&
      /\p{Lu}/u.test(id) &&
      !new RegExp(`\\b(?:establish|create)[^.]{0,40}${literally(id)}`, "i").test(known.outsideText))
  );
}

function guarantorsOf(
  readings: readonly PassageReading[],
  frames: readonly Frame[],
  known: Known,
): ReadonlySet<string> {
  const named = readings.flatMap(({ statements }) =>
    statements.flatMap(({ says }) =>
      says.kind === "guarantor" ? says.names : says.kind === "guarantee" ? itemsIn(says.guarantor) : [],
    ),
  );
  const byGroup = [...known.groups].flatMap(([name, members]) => (/guarantor/i.test(name) ? members : []));
  const own = bearersOf(frames).filter((name) => /^(?:the )?guarantor\b/i.test(name) && !/^guarantors$/i.test(name));

  return new Set(
    [...named, ...byGroup, ...own]
      .map(known.canonical)
      .filter(
        (name) =>
          (collectiveOf(name) === null && !known.parties.includes(name) && !/^(?:each )?guarantors?$/i.test(name)) ||
          /^Guarantor(?: \p{L}+)?$/u.test(name),
      ),
  );
}

/** The members of "the Parties", "each guarantor"; `null` for a single actor. */
function groupOf(
  id: string,
  parties: readonly string[],
  guarantors: readonly string[],
  known: Known,
): readonly string[] | null {
  if (isSomeSide(id)) return parties;
  if (isOtherSide(id)) return parties.length === 2 ? parties : [];
  const defined = known.groups.get(groupKey(id));
  if (defined !== undefined) return defined.map(known.canonical);
  if (
    collectiveOf(id) !== null ||
    /^(?:party|parties|sides?|each party|either party|both parties|both sides|all parties)$/i.test(id)
  )
    return parties;
  const others = (known.named.length > 0 ? known.named : guarantors).filter((name) => name !== id);
  if (
    /^(?:the |each |all |both |every )?(?:guarantors|guarantor (?:states|powers))$/i.test(id) ||
    (/^(?:each |every |any |a )?guarantor$/i.test(id) && others.length > 1)
  )
    return others;

  return null;
}

/** "the other Party": whichever of two sides is not the one spoken of. */
export function isOtherSide(name: string): boolean {
  return /^(?:the )?other (?:contracting |high contracting |signatory )?(?:party|side)$/i.test(name);
}

type Roles = {
  readonly parties: readonly string[];
  readonly guarantors: ReadonlySet<string>;
  readonly verifiers: ReadonlySet<string>;
  readonly known: Known;
  readonly collective: readonly string[] | null;
};

function kindOf(id: string, { parties, guarantors, verifiers, known, collective }: Roles): ActorKind {
  const isOfSides = collective !== null && collective.every((name) => parties.includes(name));
  if (parties.includes(id) || (isOfSides && !/guarantor/i.test(id))) return "party";
  if (guarantors.has(id) || /\bguarantors?\b/i.test(id)) return "guarantor";
  if (/^(?:mediators?|facilitators?)\b/i.test(id)) return "mediator";
  if (verifiers.has(id) || isVerifierName(id)) return "verifier";
  if (known.isBody(id)) return "commission";
  if (/^[\p{Lu}/.-]{2,}$/u.test(id) || /\b(?:United Nations|Union|Organi[sz]ation|League)\b/.test(id))
    return "international-organisation";
  if (/\b(?:armed group|militia|movement|front|formations|fighters)\b/i.test(id)) return "armed-group";

  return "third-state";
}
