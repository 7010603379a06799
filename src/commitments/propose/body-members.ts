import { actorParts, isActor } from "./actor-names.ts";
import { bodyBefore, bodyInside } from "./body-names.ts";
import type { Told } from "./body-told.ts";
import { numberOf } from "./numbers.ts";
import { namesIn } from "./phrases.ts";
import type { BodyStatement } from "./statements.ts";

/** A member, or what a body's list counts as one, with its votes. */
export type Member = NonNullable<BodyStatement["members"]>[number];

const composition =
  /\b(?:(?:shall |will )?consists? of|(?:is|are|shall be|will be) (?:composed|made up|comprised|constituted) of|(?:shall |will )?comprises?|(?:has|shall have|will have|is to have)(?= \w+ (?:members|commissioners|judges|arbitrators)\b)|composed of|made up of|comprised of|consisting of|comprising|(?:shall|will) include)\s+/i;

/** Of whom a body consists. */
export function composed(text: string): readonly Told[] {
  const match = composition.exec(text);
  if (match === null) return [];
  const body = bodyBefore(text, match.index) ?? bodyInside(text, match.index);
  if (body === null) return [];
  const list = text
    .slice(match.index + match[0].length)
    .replace(
      /^(?:not more than |up to |at least )?(?<n>\w+) (?:members|persons|commissioners|judges|arbitrators)(?: in all)?\s*[:,;]\s+(?=\w+ )/i,
      "",
    )
    .replace(/,\s+(?:including the chair\w*|(?:one )?of whom[^,]*|who shall[^,]*|which shall[^,]*),/gi, "")
    .replace(/,?\s+(?:and\s+)?(?:co-)?(?:chaired|presided over|headed|led) by\b.*$/is, "")
    .replace(/,?\s+(?:and\s+)?(?:shall|decides?|takes?|who|which|is chaired|chaired)\b.*$/is, "");
  const chaired = /\b(?:chaired|presided over|headed) by ([^,.;]+?)(?=,|\.|;| shall\b| which\b|$)/i.exec(text)?.[1];
  const members = [
    ...membersIn(list),
    ...(chaired === undefined || /\bwithout (?:a |the right to )?vot/i.test(chaired)
      ? []
      : memberNames(chaired).map((actor) => ({ actor, weight: 1, votesAs: null }))),
  ];
  if (members.length === 0) return [];
  const isMain =
    /^(?:(?:shall|will) )?(?:consists? of|comprises?(?! of)|has|have|include)|^(?:is|are|shall be|will be)/i.test(
      match[0],
    );

  return [
    {
      says: { body, members },
      silences:
        isMain &&
        !/,? and (?:it )?shall\b/.test(list) &&
        !/\b(?:shall|may) (?!be composed|consist|comprise|include|have)/.test(text),
    },
  ];
}

const oneMember =
  /^(?:(?:not |no )?(?:more than |up to |at least )?(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|equal numbers? of|an equal number of)\s+)?(?:\w+\s+){0,2}?(?<role>members?|representatives?|delegates?|persons?|judges?|experts?|officers?|commissioners?|arbitrators?|observers?|officials?|generals?|jurists?|lawyers?|delegates|envoys?|directors?|chair(?:person|man|woman)?|co-chairs?|president|nominees?)(?:\s+each)?\s*(?:,\s*)?(?:(?:to be )?(?:appointed|nominated|designated|named|chosen|selected|sent) by|of|from|representing)\s+(?<who>.+)$/is;

/** "and one appointed by X" after a member was named: the noun is carried on. */
const furtherMember =
  /^(?:the )?(?<count>third|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|another)\s+(?:more\s+|others?\s+)?(?:(?:to be )?(?:appointed|nominated|designated|named|chosen|selected|sent) by|by|of|from|representing)\s+(?<who>.+)$/is;

/** Members of a list: "one representative of each Party and a chair appointed by X". */
function membersIn(list: string): readonly Member[] {
  const members: Member[] = [];
  const isCounted =
    /^(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ ){0,2}(?:appointed|nominated|designated) by\b/i.test(
      list.trim(),
    );
  let carried: { readonly weight: number; readonly isChair: boolean } | null = null;
  for (const part of listParts(list)) {
    const match: RegExpExecArray | null =
      oneMember.exec(part.trim()) ?? (carried === null && !isCounted ? null : furtherMember.exec(part.trim()));
    if (match !== null) {
      const count: string = match.groups?.["count"] ?? "one";
      const weight = /equal|another|third/i.test(count) ? 1 : (numberOf(count) ?? 1);
      const isChair = /^(?:chair|co-chair|president)/i.test(match.groups?.["role"] ?? "");
      carried = { weight, isChair };
      members.push(...memberOf(match.groups?.["who"] ?? "", weight, isChair, match.groups?.["role"] ?? ""));
      continue;
    }
    const neutral =
      /^(?:an?|one)\s+(?:(?:neutral|independent|impartial|international|third-party)\s+)*(chair(?:person|man|woman)?|president|member)\b/i.exec(
        part.trim(),
      );
    if (neutral !== null)
      members.push({ actor: part.trim().replace(/^(?:an?|one)\s+/i, ""), weight: 1, votesAs: null });
    else if (
      isActor(part) &&
      !/^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|an equal|equal)\b/i.test(part.trim())
    )
      members.push(...memberOf(part, isOfficer(part) ? 1 : (carried?.weight ?? 1), false, ""));
    else if (members.length === 0) return [];
  }

  return members;
}

/** "the Head of the Mission": one person, whatever number went before. */
function isOfficer(part: string): boolean {
  return /^(?:the |a |an )?(?:\p{Lu}\p{L}+ )?(?:Head|Chief|Chair\p{L}*|President|Director|Commander|Governor|Minister|Secretary-General|Representative|Speaker|Envoy)\b/u.test(
    part.trim(),
  );
}

/** The members that one part of a list names; a chair votes as its appointer. */
export function memberOf(who: string, weight: number, isChair: boolean, role: string): readonly Member[] {
  const names = memberNames(who);
  if (!isChair) return names.map((actor) => ({ actor, weight, votesAs: null }));
  const [appointer] = names;

  return appointer === undefined
    ? []
    : [{ actor: role.toLowerCase(), weight: 1, votesAs: names.length === 1 ? appointer : names.join(" and ") }];
}

/** Designations in a part of a list, empty where it names nobody. */
export function memberNames(who: string): readonly string[] {
  const words = who.replace(/[.;]+$/, "").trim();

  return isActor(words) || actorParts(words).length > 1 ? namesIn(words) : [];
}

/** Parts of a list at commas and "and", where the next part begins with a count, an article or a name. */
function listParts(list: string): readonly string[] {
  const parts: string[] = [];
  const seams =
    /,\s+(?:and\s+)?(?=(?:\d|(?:not|no) more than\s|up to\s|at least\s|an?\s|one\s|two\s|three\s|four\s|five\s|the\s|each\s|\p{Lu}))|\s+and\s+(?=(?:\d|(?:not|no) more than\s|up to\s|at least\s|an?\s|one\s|two\s|three\s|four\s|five\s|the\s|each\s|\p{Lu}))|\s+as well as\s+/gu;
  const text = list.replace(/[.;]\s*$/, "");
  let start = 0;
  for (const seam of text.matchAll(seams)) {
    const part = text.slice(start, seam.index);
    if (/ (?:for|on) \p{Lu}[\p{L}-]+$/u.test(part) && /^\s+and/.test(seam[0])) continue;
    parts.push(part);
    start = seam.index + seam[0].length;
  }
  parts.push(text.slice(start));

  return parts.filter((part) => part.trim() !== "");
}
