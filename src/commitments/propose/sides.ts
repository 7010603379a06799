import type { Draft } from "../../text/index.ts";
import { actorParts, collectiveOf, designationOf } from "./actor-names.ts";
import { groupKey } from "./aliases.ts";
import { withoutMarks } from "./direction-marks.ts";

/** What stands before and after the articles: where sides are named that the text need not bring into being. */
export type FrontMatter = {
  readonly title: string;
  readonly preamble: string;
  readonly signatures: string;
  readonly all: string;
};

export function frontMatter(draft: Draft): FrontMatter {
  const of = (kind: string): string =>
    draft.provisions
      .filter((provision) => provision.kind === kind)
      .map((provision) => withoutMarks(provision.words))
      .join("\n");
  const preamble = of("preamble");
  const signatures = of("signatures");

  const title = withoutMarks(draft.title);

  return { title, preamble, signatures, all: `${title}\n${preamble}\n${signatures}` };
}

/** The sides of the agreement: as a definition lists them, else after "between", else in the signature block. */
export function partiesOf(
  draft: Draft,
  frame: FrontMatter,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  for (const name of ["party", "side", "signatory", "contracting party", "two side"]) {
    const members = groups.get(groupKey(name)) ?? [];
    if (members.length > 1) return members;
  }
  for (const text of [
    frame.title,
    frame.preamble,
    ...draft.provisions.slice(0, 4).map((provision) => withoutMarks(provision.words)),
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
  const opening = [frame.preamble, ...draft.provisions.slice(0, 4).map((provision) => withoutMarks(provision.words))];
  for (const text of opening) {
    const match = apposed.exec(text) ?? agreeing.exec(text) ?? signedBy.exec(text);
    const shared = /^(?:the )?(?:Delegations|Representatives|Governments) of (?=\p{Lu})/u.exec(match?.[1] ?? "");
    const list = (match?.[1] ?? "")
      .slice(shared?.[0].length ?? 0)
      .replace(/\s*\([^)]*\)/g, "")
      .trim();
    const parts = (
      shared === null ? actorParts(list).map((part) => part.words) : list.split(/,\s+(?:and\s+)?|\s+and\s+/)
    ).map(designationOf);
    if (parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part) && collectiveOf(part) === null)) return parts;
  }
  const signers = [
    ...frame.signatures.matchAll(
      /(?:^|\n|\s)(?:for|on behalf of)\s+(?:the )?(\p{Lu}[^\n,:;_(]{2,80}?)(?=\s*(?:[:;,\n_(]|$|\s[Ff]or\b))/gu,
    ),
  ].map((match) => designationOf(match[1] ?? ""));
  const signed = signers.filter((name) => name !== "" && !/mediator|witness|guarantor|united nations/i.test(name));

  return signed.length > 1 ? signed : [];
}

/** "The Contracting Parties, the Republic of A and the Republic of B,". */
const apposed =
  /^(?:The )?(?:(?:High )?Contracting |Signatory |Two )?(?:Parties|Sides|Signatories)(?: to this \p{L}+)?,? (?:namely,? |being )?((?:the )?\p{Lu}[^;:.]{4,300}?)(?:,|;|\.|:|$)/u;
/** "The Government of A (GoA) and the B Movement agree:". */
const agreeing =
  /^((?:The )?\p{Lu}[^;:.]{4,300}?),? (?:hereby |have |jointly |solemnly )*(?:agree|agreed|undertake|declare|commit themselves)(?: as follows| to the following| on the following| that)?\s*[:,]?$/u;
/** "Signed by the Delegations of A and B under …". */
const signedBy =
  /^(?:[Ss]igned|[Cc]oncluded|[Aa]greed|[Aa]dopted|[Dd]one) (?:jointly )?by ((?:the )?\p{Lu}[^;:.,]{4,200}?)(?:,|;|\.|$| (?:under|at|in|on|with|through|before)\b)/u;

/** A title in capitals names a side that the text writes otherwise: the one name used that fits it. */
export function usedName(party: string, names: readonly string[], canonical: (name: string) => string): string {
  const isCapitals = !/\p{Ll}/u.test(party.replace(/\b(?:of|the|and|for|in|on)\b/g, ""));
  if (!isCapitals || party.length < 6) return canonical(party);
  const fitting = names.filter(
    (name) =>
      name === initialsOf(party) ||
      party.toLowerCase() === name.toLowerCase() ||
      (!name.includes(" ") && party.toLowerCase().startsWith(`${name.toLowerCase()} of `)),
  );

  return fitting.length > 0 ? canonical(fitting[0]!) : inSmallLetters(party, names);
}

/** "SULTANATE of QUOR" is the Sultanate of Quor: long words, and those that the text itself writes so; not initials. */
function inSmallLetters(party: string, names: readonly string[]): string {
  const written = new Set(names.flatMap((name) => name.split(/[\s-]+/)));
  const words = party.split(" ");
  if (words.length < 2) return party;

  return words
    .map((word) => {
      const small = word.slice(0, 1) + word.slice(1).toLowerCase();

      return /^\p{Lu}+$/u.test(word) && (word.length > 5 || written.has(small)) ? small : word;
    })
    .join(" ");
}

export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|the|and|for|in|on|OF|THE|AND|FOR)$/.test(word))
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
}
