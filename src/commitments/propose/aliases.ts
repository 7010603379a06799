import { actorParts, designationOf, isActor } from "./actor-names.ts";

const alias =
  /(?<name>(?:the |The |a |A |an |An )?\p{Lu}[\p{L}\p{N}'’/&-]*(?:[ ,]+(?:of|the|and|for|on|in|to|de|la|\p{Lu}[\p{L}\p{N}'’/&.-]*)){0,14})\s*\((?:hereinafter|henceforth|hereafter)?,?\s*(?:referred to as|called|jointly|collectively|together|the|,|\s)*["“«']?(?:the )?(?<alias>[^)"”»'“]{2,60}?)["”»']?(?:\s*(?:,|or|and)\s*["“](?:the )?(?<second>[^)"”]{2,40})["”])?\)/gu;

const groupWords =
  /^(?:the )?(?:parties|sides|signatories|guarantors|guarantor states|contracting parties|two sides|states)$/i;

/** What the plural, the singular and "each …" of a name for several have in common. */
export function groupKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:(?:the|each|every|all|both|any|either|neither|an?|one|of|other) )+/, "")
    .replace(/ies$/, "y")
    .replace(/s$/, "");
}

/** Reads the short names that stand in brackets after a name, and what several names together are called. */
export function collectAliases(
  text: string,
  aliases: Map<string, string>,
  groups: Map<string, readonly string[]>,
): void {
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
      if (/\p{Ll}s$/u.test(words)) {
        const parts = membersBefore(text, match.index + name.length, name);
        if (parts.length > 1 || groupWords.test(words)) {
          if (parts.length > 0) groups.set(groupKey(words), parts);
          continue;
        }
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

/**
 * "A and B (the Parties)": the names before the parenthesis, from the last "between" or the sentence's start. "The
 * Governments of A and B" are two.
 */
function membersBefore(text: string, end: number, name: string): readonly string[] {
  const before = text.slice(Math.max(0, end - 300), end);
  const from = /^.*(?:\bbetween\s+|[.;]\s+)/s.exec(before)?.[0].length ?? 0;
  const list = before
    .slice(from)
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/,?\s*(?:jointly|together|collectively)?\s*$/i, "")
    .trim();
  const shared = /^(?:the )?(\p{Lu}\p{L}+)s of (.+)$/iu.exec(list);
  const owners = shared === null ? [] : (shared[2] ?? "").split(/,\s+(?:and\s+)?|\s+and\s+/);
  if (owners.length > 1 && owners.every((owner) => /^(?:the )?\p{Lu}/u.test(owner)))
    return owners.map((owner) => `${shared?.[1] ?? ""} of ${owner.trim()}`);
  const parts = actorParts(list);

  return (parts.length > 1 ? parts.map((part) => part.words) : actorParts(name).map((part) => part.words))
    .map(designationOf)
    .filter((part) => part !== "");
}

const apposed =
  /(?:^|[.;:]\s+|\bbetween\s+)((?:[Tt]he )?\p{Lu}[^;.(]{3,160}?),? (?:hereinafter |hereafter )?(?:together|jointly|collectively)[, ]+(?:referred to as |called )?(?:the )?["“](?:the )?([^"”]{2,40}s)["”]/u;

/** "A and B, together the "Littoral States",": a name for several without brackets. */
export function collectApposed(text: string, groups: Map<string, readonly string[]>): void {
  const match = apposed.exec(text);
  const [, list = "", name = ""] = match ?? [];
  if (match === null) return;
  const members = membersBefore(list, list.length, list).map((one) => one.replace(/^States? of (?:the )?/, ""));
  if (members.length > 1) groups.set(groupKey(name), members);
}

/** `"The guarantors" means Cland and Dland`: several names make a group, one is what the term stands for. */
export function collectTerm(
  term: string,
  means: string,
  aliases: Map<string, string>,
  groups: Map<string, readonly string[]>,
): void {
  const words = means.replace(
    /^(?:(?:either|each|both|any|one)(?: one)? of |either |both |collectively |jointly )/i,
    "",
  );
  const parts = actorParts(words.replace(/,? (?:acting|or either of them|individually|collectively)\b.*$/i, ""));
  const names = parts.map((part) => designationOf(part.words));
  if (!names.every((name) => /\p{Lu}/u.test(name) && isActor(name))) return;
  const short = term.replace(/^the /i, "").trim();
  const [only] = names;
  if (names.length > 1) groups.set(groupKey(short), names);
  else if (only !== undefined && /^\p{Lu}/u.test(short) && only !== short && isActor(short)) aliases.set(short, only);
}
