import { oncePer } from "../../base/index.ts";
import type { Draft } from "../../text/index.ts";
import type { Actor } from "../actor.ts";
import { itemsIn } from "../slot.ts";
import { bodyNouns, headOf, isBodyName } from "./actor-names.ts";
import { actorsOf } from "./actors.ts";
import { collectAliases, collectApposed, collectTerm, groupKey } from "./aliases.ts";
import { withoutMarks } from "./direction-marks.ts";
import type { Frame } from "./frame.ts";
import type { PassageReading } from "./read-passage.ts";
import { frontMatter, initialsOf, partiesOf, usedName } from "./sides.ts";
import { namesOfStatement } from "./statement-names.ts";

/** Who is who in the whole text, by the designations as written. */
export type CastOfText = {
  /** The full designation that a shorter one or an alias stands for. */
  readonly canonical: (name: string) => string;
  readonly parties: readonly string[];
  readonly actors: (frames: readonly Frame[]) => readonly Actor[];
  /** Designations that are bodies: they need a clause that creates them, or stand outside the text. */
  readonly isBody: (name: string) => boolean;
};

/** Collects the cast: parties of title, preamble and signatures, aliases, short names of bodies. */
export function castOf(draft: Draft, readings: readonly PassageReading[], written: readonly string[]): CastOfText {
  const { frame, ...named } = namedIn(draft);
  const aliases = new Map(named.aliases);
  const groups = new Map(named.groups);
  for (const { statements } of readings)
    for (const { says } of statements)
      if (says.kind === "guarantor" && says.names.length > 1) groups.set(groupKey(says.title), says.names);
      else if (says.kind === "term") collectTerm(says.term, says.means, aliases, groups);
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
    const [whole, ...others] = parties.filter((one) => one.endsWith(` of ${name}`));
    if (whole !== undefined && others.length === 0 && !parties.includes(name) && !aliases.has(name))
      aliases.set(name, whole);
    const [longer, ...rivals] = parties.filter(
      (one) => one.startsWith(`${name} of `) || one.startsWith(`${name} for `),
    );
    if (longer !== undefined && rivals.length === 0 && !parties.includes(name) && !aliases.has(name))
      aliases.set(name, longer);
  }
  const created = new Set<string>(
    readings.flatMap(({ statements }) =>
      statements.flatMap(({ says }) => (says.kind === "body" ? [canonical(says.body)] : [])),
    ),
  );

  const made = new Set<string>(
    readings.flatMap(({ statements }) =>
      statements.flatMap(({ says }) => (says.kind === "body" && says.created === true ? [canonical(says.body)] : [])),
    ),
  );
  const sidesOfText = new Set(parties);
  const isBody = (name: string): boolean =>
    isBodyLike(name) && !sidesOfText.has(name) && !legislature.test(name) && (isBodyName(name) || created.has(name));

  return {
    canonical,
    parties: [...sidesOfText],
    isBody,
    actors: (frames) =>
      actorsOf(readings, frames, {
        canonical,
        parties: [...new Set(parties)],
        groups,
        outsideText: frame.all,
        created,
        made,
        named: readings
          .flatMap(({ statements }) => statements.flatMap(({ says }) => (says.kind === "guarantor" ? says.names : [])))
          .map(canonical),
        isBody,
      }),
  };
}

/** What the words of a draft name, whatever is chosen in it. */
const namedIn = oncePer((draft: Draft) => {
  const aliases = new Map<string, string>();
  const groups = new Map<string, readonly string[]>();
  for (const text of [draft.title, ...draft.provisions.map((provision) => provision.words)])
    if (text.includes("(")) collectAliases(withoutMarks(text), aliases, groups);
  for (const { words } of draft.provisions.slice(0, 8))
    if (/\b(?:together|jointly|collectively)\b/.test(words)) collectApposed(words, groups);

  return { frame: frontMatter(draft), aliases, groups };
});

/** Names that the words themselves give: "(hereinafter “the Commission”)". */
export function shortNamesGiven(draft: Draft): ReadonlySet<string> {
  return new Set(namedIn(draft).aliases.keys());
}

/** A parliament by another name: an organ that makes laws, not a body that the text brings into being. */
const legislature = /^(?:\p{Lu}\p{L}+ )?(?:National|Legislative|Constituent|Federal|People['’]s) Assembly\b/u;

function isBodyLike(name: string): boolean {
  return bodyNouns.has(headOf(name).toLowerCase());
}

function namesUsed(readings: readonly PassageReading[]): readonly string[] {
  const names = new Set<string>();
  for (const reading of readings) for (const name of namesOf(reading)) names.add(name);

  return [...names];
}

const namesOf = oncePer(({ frames, statements }: PassageReading): readonly string[] => {
  const names = new Set<string>();
  for (const { bearer, counterparty, needsConsentOf } of frames)
    for (const slot of [bearer, counterparty, needsConsentOf]) for (const name of itemsIn(slot)) names.add(name);
  for (const { says } of statements) for (const name of namesOfStatement(says)) names.add(name);

  return [...names].filter((name) => !/^(?:it|they|its|each)$/i.test(name));
});
