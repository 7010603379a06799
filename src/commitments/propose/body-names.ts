import { bodyNouns, designationOf, headOf, isActAlone } from "./actor-names.ts";

/** The designation before a verb, or the pronoun that stands there; `null` where it names no body. */
export function bodyBefore(text: string, at: number): string | null {
  const clause =
    text
      .slice(0, at)
      .split(/[;:]|,\s+(?=(?:the|a|an|each) )/i)
      .at(-1) ?? "";
  const words = clause
    .replace(/\s*\([^)]*\)?\s*$/, "")
    .replace(/,.*$/s, "")
    .trim();
  if (/^(?:it|its|they|each)$/i.test(words)) return words;
  if (isActAlone(words)) return null;
  const name = designationOf(
    words
      .replace(
        /^(?:decisions?|rulings?|determinations?|findings?|costs?|expenses?|members|composition|mandate|seat|chair(?:person|man)?)(?: and \w+)? of /i,
        "",
      )
      .replace(
        /^the (?:decisions?|rulings?|costs?|expenses?|members|composition|mandate|chair(?:person|man)?)(?: and \w+)? of /i,
        "",
      ),
  );

  return isBody(name) ? name : null;
}

/** Whether a designation ends in a noun of bodies or is an acronym. */
export function isBody(name: string): boolean {
  return (
    name !== "" &&
    name.length < 120 &&
    (bodyNouns.has(headOf(name).toLowerCase()) || /^\p{Lu}[\p{Lu}\p{N}/-]{2,}$/u.test(name))
  );
}

/** The body that a noun phrase after a verb names, `null` where it names none. */
export function bodyAfter(text: string): string | null {
  const words = /^(?:(?:an?|the|this|such|its own|its)\s+)?((?:[\p{L}\p{N}'’/&-]+\s*){1,12})/iu.exec(text)?.[1] ?? "";
  const name = designationOf(
    words.replace(
      /\s+(?:(?:\w+ )?access|within|to|which|that|consisting|composed|comprising|is|are|shall|and shall|on|by|in|with|over|of (?=\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b))\b.*$/i,
      "",
    ),
  );

  return isBody(name) ? name : null;
}

/** "The Joint Commission, composed of …, decides": the name before the comma. */
export function bodyInside(text: string, at: number): string | null {
  const before = text
    .slice(0, at)
    .replace(/\s*\([^)]*\)\s*$/, "")
    .replace(/[,(\s]+(?:which (?:is|shall be)\s*)?$/i, "");
  const name = bodyBefore(before, before.length);
  if (name !== null) return name;
  const trailing =
    /(?:\p{Lu}[\p{L}'’-]*(?:\s+(?:of|for|on|and)\s+(?=\p{Lu}))?\s*){1,8}$/u.exec(before)?.[0].trim() ?? "";

  return isBody(trailing) ? trailing : null;
}

/** "The Commission shall decide …": the name before the modal. */
export function modalBody(text: string, at: number): string | null {
  const before = text.slice(0, at).replace(/\s+(?:shall|will|may|can|must)(?: only| always)?\s*$/i, "");

  return before.length === at ? null : (bodyBefore(before, before.length) ?? bodyInside(before, before.length));
}

/** The body whose staff, members or seat the words speak of. */
export function bodyIn(text: string): string | null {
  if (/^it\b/i.test(text)) return "it";
  const words = text
    .replace(/^(?:secretariat of |members of |personnel of )?/i, "")
    .replace(/^the secretariat of /i, "the ");

  return bodyAfter(words);
}

/** The body that a right is granted "to"; whoever consents is none. */
export function receivingBody(text: string): string | null {
  const match =
    /(?<!\b(?:consent|approval|agreement|permission|authori[sz]ation|concurrence|leave|notice|request)) (?:to|for|of|by) (?=the )/i.exec(
      text,
    );
  const found = match === null ? null : bodyAfter(text.slice(match.index + match[0].length));

  return found;
}
