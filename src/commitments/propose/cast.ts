import type { Draft } from "../../text/index.ts";
import type { Actor, ActorKind } from "../actor.ts";
import type { Anchor } from "../slot.ts";
import { spansOf, valuesOf } from "../slot.ts";
import {
  actorParts,
  bodyNouns,
  collectiveOf,
  designationOf,
  headOf,
  isActor,
  isBodyName,
  isProperName,
  isStanding,
  isVerifierName,
} from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import type { PassageReading } from "./read-passage.ts";

/** Who is who in the whole text, by the designations as written. */
export type CastOfText = {
  /** The full designation that a shorter one or an alias stands for. */
  readonly canonical: (name: string) => string;
  readonly parties: readonly string[];
  readonly actors: (frames: readonly Frame[]) => readonly Actor[];
  /** Designations that are bodies: they need a clause that creates them, or stand outside the text. */
  readonly isBody: (name: string) => boolean;
};

const alias =
  /(?<name>(?:the |The |a |A |an |An )?\p{Lu}[\p{L}\p{N}'’/&-]*(?:[ ,]+(?:of|the|and|for|on|in|to|de|la|\p{Lu}[\p{L}\p{N}'’/&.-]*)){0,14})\s*\((?:hereinafter|henceforth|hereafter)?,?\s*(?:referred to as|called|jointly|collectively|together|the|,|\s)*["“«']?(?:the )?(?<alias>[^)"”»'“]{2,60}?)["”»']?(?:\s*(?:,|or|and)\s*["“](?:the )?(?<second>[^)"”]{2,40})["”])?\)/gu;

/** Collects the cast: parties of title, preamble and signatures, aliases, short names of bodies. */
export function castOf(draft: Draft, readings: readonly PassageReading[], written: readonly string[]): CastOfText {
  const frame = frontMatter(draft);
  const aliases = new Map<string, string>();
  const groups = new Map<string, readonly string[]>();
  for (const text of [draft.title, ...draft.provisions.map((provision) => provision.words)])
    if (text.includes("(")) collectAliases(text, aliases, groups);
  const names = [...new Set([...namesUsed(readings), ...written])];
  const full = [...new Set([...names, ...aliases.values()])];
  const bodies = full.filter((name) => isBodyLike(name));
  const byHead = new Map<string, string[]>();
  for (const body of bodies) {
    const head = headOf(body).toLowerCase();
    const known = byHead.get(head);
    if (known === undefined) byHead.set(head, [body]);
    else known.push(body);
  }
  const shortNames = new Map<string, string>();
  for (const name of names) {
    if (aliases.has(name) || !bodyNouns.has(headOf(name).toLowerCase())) continue;
    const longer = (byHead.get(headOf(name).toLowerCase()) ?? []).filter(
      (body) =>
        body !== name &&
        (body.endsWith(` ${name}`) ||
          (name.includes(" ") && body.startsWith(`${name} `)) ||
          (!name.includes(" ") && headOf(body) === name)),
    );
    if (longer.length === 1) shortNames.set(name, longer[0]!);
  }
  const inCapitals = new Map(full.filter((name) => /\p{Ll}/u.test(name)).map((name) => [name.toUpperCase(), name]));
  const canonical = (name: string): string => {
    const bare = name.replace(/^(?:the|The)\s+/, "");
    const one = aliases.get(bare) ?? (/\p{Ll}/u.test(bare) ? bare : (inCapitals.get(bare) ?? bare));

    return shortNames.get(one) ?? one;
  };
  const sides = partiesOf(draft, frame, groups);
  for (const side of sides) if (/\p{Ll}/u.test(side)) inCapitals.set(side.toUpperCase(), side);
  const parties = sides.map((party) => usedName(party, names, canonical));
  const initials = new Map(
    parties.flatMap((party) => (initialsOf(party).length > 1 ? [[initialsOf(party), party] as const] : [])),
  );
  for (const name of names) {
    const party = initials.get(name);
    if (party !== undefined && party !== name && !aliases.has(name)) aliases.set(name, party);
    const fitting = /^(?:Government|Movement|Front|Army|Republic|Federation|Union)$/.test(name)
      ? parties.filter((one) => headOf(one) === name || one.endsWith(` ${name}`))
      : [];
    if (fitting.length === 1 && fitting[0] !== name && !aliases.has(name)) aliases.set(name, fitting[0]!);
  }
  const created = new Set<string>(
    readings.flatMap(({ statements }) =>
      statements.flatMap(({ says }) => (says.kind === "body" ? [canonical(says.body)] : [])),
    ),
  );

  return {
    canonical,
    parties: [...new Set(parties)],
    isBody: (name) => isBodyLike(name) && (isBodyName(name) || created.has(name)),
    actors: (frames) =>
      actorsOf(readings, frames, {
        canonical,
        parties: [...new Set(parties)],
        groups,
        outsideText: frame.all,
        created,
        named: readings
          .flatMap(({ statements }) => statements.flatMap(({ says }) => (says.kind === "guarantor" ? says.names : [])))
          .map(canonical),
        isBody: (name) => isBodyLike(name) && (isBodyName(name) || created.has(name)),
      }),
  };
}

/** A title in capitals names a side that the text writes otherwise: the one name used that fits it. */
function usedName(party: string, names: readonly string[], canonical: (name: string) => string): string {
  const isCapitals = !/\p{Ll}/u.test(party.replace(/\b(?:of|the|and|for|in|on)\b/g, ""));
  if (!isCapitals || party.length < 6) return canonical(party);
  const fitting = names.filter(
    (name) =>
      name === initialsOf(party) ||
      party.toLowerCase() === name.toLowerCase() ||
      (!name.includes(" ") && party.toLowerCase().startsWith(`${name.toLowerCase()} of `)),
  );

  return fitting.length > 0 ? canonical(fitting[0]!) : party;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|the|and|for|in|on|OF|THE|AND|FOR)$/.test(word))
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
}

function isBodyLike(name: string): boolean {
  return bodyNouns.has(headOf(name).toLowerCase());
}

type FrontMatter = {
  readonly title: string;
  readonly preamble: string;
  readonly signatures: string;
  readonly all: string;
};

function frontMatter(draft: Draft): FrontMatter {
  const of = (kind: string): string =>
    draft.provisions
      .filter((provision) => provision.kind === kind)
      .map((provision) => provision.words)
      .join("\n");
  const preamble = of("preamble");
  const signatures = of("signatures");

  return { title: draft.title, preamble, signatures, all: `${draft.title}\n${preamble}\n${signatures}` };
}

function collectAliases(text: string, aliases: Map<string, string>, groups: Map<string, readonly string[]>): void {
  for (const match of text.matchAll(alias)) {
    const name = (match.groups?.["name"] ?? "").trim();
    for (const short of [match.groups?.["alias"], match.groups?.["second"]]) {
      if (
        short === undefined ||
        /^\d|^[a-z]{1,4}$|^(?:see|as|including|e\.g|i\.e|Article|Annex)\b/.test(short) ||
        short.split(/\s+/).length > 6
      )
        continue;
      const words = short.trim();
      if (
        /^(?:the )?(?:parties|sides|signatories|guarantors|guarantor states|contracting parties|two sides|states)$/i.test(
          words,
        )
      ) {
        const parts = membersBefore(text, match.index + name.length, name);
        if (parts.length > 0) groups.set(words.replace(/^the /i, ""), parts);
        continue;
      }
      const parts = actorParts(name);
      const owner = designationOf(parts.at(-1)?.words ?? name);
      if (
        !/^\p{Lu}/u.test(words) ||
        owner === words ||
        !isActor(owner) ||
        /^(?:Agreement|Accord|Protocol|Memorandum|Treaty|Framework|Law)$/.test(words)
      )
        continue;
      aliases.set(words, owner);
    }
  }
}

/** "A and B (the Parties)": the names before the parenthesis, from the last "between" or the sentence's start. */
function membersBefore(text: string, end: number, name: string): readonly string[] {
  const before = text.slice(Math.max(0, end - 300), end);
  const from = /^.*(?:\bbetween\s+|[.;]\s+)/s.exec(before)?.[0].length ?? 0;
  const list = before
    .slice(from)
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/,?\s*(?:jointly|together|collectively)?\s*$/i, "")
    .trim();
  const parts = actorParts(list);

  return (parts.length > 1 ? parts.map((part) => part.words) : actorParts(name).map((part) => part.words))
    .map(designationOf)
    .filter((part) => part !== "");
}

function partiesOf(
  draft: Draft,
  frame: FrontMatter,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  for (const [name, members] of groups) if (/part|side|signator/i.test(name) && members.length > 1) return members;
  for (const text of [
    frame.title,
    frame.preamble,
    ...draft.provisions.slice(0, 4).map((provision) => provision.words),
  ]) {
    const match =
      /\b(?:between|BETWEEN|Between|by and between)\s+(.{4,300}?)(?:[.;:\n]|,? (?:for|on the|on a|concluded|signed|done|meeting|hereinafter|concerning|regarding|about|to end|with (?:the|a)|facilitated|mediated|in (?:the presence|[A-Z]))|$)/su.exec(
        text,
      );
    const list = (match?.[1] ?? "").replace(/\s*\([^)]*\)/g, "").trim();
    const parts = actorParts(
      list
        .replace(/\bAND\b/g, "and")
        .replace(/\bTHE\b/g, "the")
        .replace(/\bOF\b/g, "of"),
    ).map((part) => designationOf(part.words));
    if (parts.length > 1 && parts.every((part) => part !== "" && collectiveOf(part) === null)) return parts;
  }
  const signers = [
    ...frame.signatures.matchAll(
      /(?:^|\n|\s)(?:for|on behalf of)\s+(?:the )?(\p{Lu}[^\n,:;_(]{2,80}?)(?=\s*(?:[:;,\n_(]|$|\s[Ff]or\b))/gu,
    ),
  ].map((match) => designationOf(match[1] ?? ""));
  const signed = signers.filter((name) => name !== "" && !/mediator|witness|guarantor|united nations/i.test(name));

  return signed.length > 1 ? signed : [];
}

function namesUsed(readings: readonly PassageReading[]): readonly string[] {
  const names = new Set<string>();
  for (const { frames, statements } of readings) {
    for (const frame of frames)
      for (const name of [
        ...valuesOf(frame.bearer).flat(),
        ...valuesOf(frame.counterparty).flat(),
        ...valuesOf(frame.needsConsentOf).flat(),
      ])
        names.add(name);
    for (const { says } of statements) for (const name of namesOfStatement(says)) names.add(name);
  }

  return [...names].filter((name) => !/^(?:it|they|its|each)$/i.test(name));
}

function namesOfStatement(says: PassageReading["statements"][number]["says"]): readonly string[] {
  switch (says.kind) {
    case "body":
      return [
        says.body,
        ...(says.members ?? []).flatMap(({ actor, votesAs }) => [actor, ...(votesAs === null ? [] : [votesAs])]),
        ...(says.staffedBy ?? []),
        ...(says.paidBy ?? []),
        ...(says.access?.consentOf ?? []),
      ];
    case "determination":
      return says.value.by;
    case "consequence":
      return valuesOf(says.value.by).flatMap((by) => (by === "automatic" ? [] : by));
    case "guarantor":
      return says.names;
    case "guarantee":
      return valuesOf(says.guarantor).flat();
    case "reinstatement":
      return says.by;
    case "power":
      return valuesOf(says.value.holder).flat();
    default:
      return [];
  }
}

type Known = {
  readonly canonical: (name: string) => string;
  readonly parties: readonly string[];
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly outsideText: string;
  readonly created: ReadonlySet<string>;
  readonly isBody: (name: string) => boolean;
  /** Named as the guarantors by a sentence of their own. */
  readonly named: readonly string[];
};

/** Every actor that the text names, in the order of first use. */
function actorsOf(readings: readonly PassageReading[], frames: readonly Frame[], known: Known): readonly Actor[] {
  const { canonical } = known;
  const spans = new Map<string, Anchor[]>();
  const meet = (name: string, where: readonly Anchor[]): void => {
    if (/^(?:it|they|its|each)$/i.test(name) || name === "") return;
    const id = canonical(name);
    const list = spans.get(id);
    if (list === undefined) spans.set(id, where.slice(0, 1));
    else if (list.length < 4) list.push(...where.slice(0, 1));
  };
  for (const party of known.parties) meet(party, []);
  for (const frame of frames) {
    for (const name of valuesOf(frame.bearer).flat()) meet(name, spansOf(frame.bearer));
    for (const name of valuesOf(frame.counterparty).flat()) meet(name, spansOf(frame.counterparty));
    for (const name of valuesOf(frame.needsConsentOf).flat()) meet(name, spansOf(frame.needsConsentOf));
  }
  for (const { statements } of readings)
    for (const statement of statements)
      for (const name of namesOfStatement(statement.says)) meet(name, statement.spans);
  const verifiers = new Set(
    frames
      .filter((frame) => frame.action.class === "verify")
      .flatMap((frame) => valuesOf(frame.bearer).flat())
      .map(canonical),
  );
  const guarantors = guarantorsOf(readings, frames, known);
  const bearers = new Set(
    frames
      .filter(
        (frame) =>
          frame.action.class !== "verify" &&
          frame.action.class !== "report" &&
          frame.action.class !== "establish-body" &&
          frame.head !== "declaration",
      )
      .flatMap((frame) => valuesOf(frame.bearer).flat())
      .map(canonical),
  );
  const binding = new Set(
    frames
      .filter((frame) => frame.head === "modal" && frame.bearer.kind === "stated")
      .flatMap((frame) => valuesOf(frame.bearer).flat())
      .map(canonical),
  );
  const guessed = [...spans.keys()].filter(
    (name) =>
      binding.has(name) &&
      bearers.has(name) &&
      isProperName(name) &&
      isSide(name) &&
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
      id,
      name: id,
      kind,
      memberOf: [],
      alliedWith: [],
      trustRoot: false,
      collective,
      outside: parties.includes(id) || collective !== null || !known.isBody(id) || standsOutside(id, known),
      spans: where,
    };
  });
}

/** A name that may be a side of an agreement: no officer and no mere "Party". */
function isSide(name: string): boolean {
  const head = headOf(name).toLowerCase();

  return !/^(?:party|parties|representative|representatives|president|head|chair|chairman|chairperson|commander|minister|ministry|secretary-general|envoy|mediator|facilitator|members?|director|governor|prosecutor|judge|court|parliament|assembly|council|commissioner|component|mechanism|team|combatants?|forces?|organizations?|organisations?)$/.test(
    head,
  );
}

function standsOutside(id: string, known: Known): boolean {
  const isCapitals = /^[\p{Lu}\p{N}/&.-]{2,}$/u.test(id);

  return (
    isCapitals ||
    isStanding(id) ||
    (known.outsideText.includes(id) &&
      /\p{Lu}/u.test(id) &&
      !new RegExp(`\\b(?:establish|create)[^.]{0,40}${escape(id)}`, "i").test(known.outsideText))
  );
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function guarantorsOf(
  readings: readonly PassageReading[],
  frames: readonly Frame[],
  known: Known,
): ReadonlySet<string> {
  const named = readings.flatMap(({ statements }) =>
    statements.flatMap(({ says }) =>
      says.kind === "guarantor" ? says.names : says.kind === "guarantee" ? valuesOf(says.guarantor).flat() : [],
    ),
  );
  const byGroup = [...known.groups].flatMap(([name, members]) => (/guarantor/i.test(name) ? members : []));
  const own = frames
    .flatMap((frame) => valuesOf(frame.bearer).flat())
    .filter((name) => /^(?:the )?guarantor\b/i.test(name) && !/^guarantors$/i.test(name));

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
  const defined = known.groups.get(id);
  if (defined !== undefined) return defined.map(known.canonical);
  if (/^other (?:party|side)$/i.test(id)) return [];
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

type Roles = {
  readonly parties: readonly string[];
  readonly guarantors: ReadonlySet<string>;
  readonly verifiers: ReadonlySet<string>;
  readonly known: Known;
  readonly collective: readonly string[] | null;
};

function kindOf(id: string, { parties, guarantors, verifiers, known, collective }: Roles): ActorKind {
  if (parties.includes(id) || (collective !== null && !/guarantor/i.test(id))) return "party";
  if (guarantors.has(id) || /\bguarantors?\b/i.test(id)) return "guarantor";
  if (/^(?:mediators?|facilitators?)\b/i.test(id)) return "mediator";
  if (verifiers.has(id) || isVerifierName(id)) return "verifier";
  if (known.isBody(id)) return "commission";
  if (/^[\p{Lu}/.-]{2,}$/u.test(id) || /\b(?:United Nations|Union|Organi[sz]ation|League)\b/.test(id))
    return "international-organisation";
  if (/\b(?:armed group|militia|movement|front|formations|fighters)\b/i.test(id)) return "armed-group";

  return "third-state";
}
