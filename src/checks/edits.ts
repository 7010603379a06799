import { oncePer } from "../base/index.ts";
import { looksLikeTreatyEnglish } from "../commitments/index.ts";
import type { Anchor } from "../commitments/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import type { Repair } from "./finding.ts";
import type { Context } from "./rule.ts";
import { listed } from "./saying.ts";
import { terrainOf } from "./terrain.ts";

/** A change of the words; `null` where none can be written, as in a language that these sentences are not in. */
export type Edit = Repair["edit"];

/** What a change says, in the words of a treaty and in Treaty English: a provision is mended in the language it is in. */
export type Wording = { readonly prose: string; readonly controlled: string };

const provisionsByLabel = oncePer(
  (draft: Draft): ReadonlyMap<string, Provision> =>
    new Map(draft.provisions.toReversed().map((provision) => [provision.label, provision])),
);

const isTreatyEnglish = oncePer(({ words }: Provision): boolean => looksLikeTreatyEnglish(words));

/** A sentence of its own after the words of a provision. */
export function appended({ draft }: Context, label: string, { prose, controlled }: Wording): Edit {
  const provision = provisionsByLabel(draft).get(label);
  if (provision !== undefined && isTreatyEnglish(provision))
    return { provision: label, removed: "", added: controlled };

  return isWritable(provision) ? { provision: label, removed: "", added: prose } : null;
}

/** Words put in where a clause ends. A clause whose end is not found is left, and the words stand at the end. */
export function inserted(context: Context, label: string, spans: readonly Anchor[], wording: Wording): Edit {
  const provision = provisionsByLabel(context.draft).get(label);
  if (provision === undefined) return null;
  if (isTreatyEnglish(provision)) return beforeClauses(provision, wording.controlled);
  const span = spans.findLast((one) => one.provision === provision.id);
  if (!isWritable(provision) || span === undefined) return null;
  const { words } = provision;
  const end = span.start + words.slice(span.start, span.end).replace(/[\s.;,:]+$/, "").length;
  const isSentence = /^\s*\p{Lu}/u.test(wording.prose);
  const stop = isSentence ? end + (/^[^.;]{0,400}?\./.exec(words.slice(end))?.[0].length ?? 0) : end;
  const removed = tailBefore(words, span.start, stop);

  return removed === null ? null : { provision: label, removed, added: `${removed}${wording.prose}` };
}

/** What is replaced in one of the two languages, and by what. */
type Replacement = readonly [pattern: RegExp, by: string];

/** The first words of a clause that fit a pattern, replaced; as many words after them are taken along as make them one of a kind. */
export function replaced(
  context: Context,
  label: string,
  spans: readonly Anchor[],
  prose: Replacement | null,
  controlled: Replacement | null = null,
): Edit {
  const provision = provisionsByLabel(context.draft).get(label);
  if (provision === undefined) return null;
  const isControlled = isTreatyEnglish(provision);
  if (!isControlled && !isWritable(provision)) return null;
  const { words } = provision;
  const span = spans.findLast((one) => one.provision === provision.id);
  const replacement = isControlled ? controlled : prose;
  if (replacement === null) return null;
  const [pattern, put] = replacement;
  const inside = span === undefined ? null : pattern.exec(words.slice(span.start, span.end));
  const match = inside ?? pattern.exec(words);
  if (match === null) return null;
  const start = match.index + (inside === null ? 0 : (span?.start ?? 0));
  const end = endAlone(words, start, start + match[0].length);
  if (end === null) return null;
  const removed = words.slice(start, end);

  return { provision: label, removed, added: `${put}${removed.slice(match[0].length)}` };
}

/** How a sentence refers to a provision: "Article 4", "point 4", "paragraph 4.1"; `null` where it has no number. */
export function referenceTo({ draft }: Context, label: string): string | null {
  const provision = provisionsByLabel(draft).get(label);
  if (provision === undefined || label.includes("¶") || !/\d/.test(label)) return null;
  const literal = provision.literal.replace(/[\s.:)]+$/, "");
  if (/^(?:article|section|point|paragraph|clause)\s/i.test(literal) && literal.endsWith(label)) return literal;
  if (/^\d+\p{L}*$/u.test(label)) return `${provision.kind === "article" ? "Article" : "point"} ${label}`;

  return /^\d[\w.()]*$/.test(label) ? `paragraph ${label}` : null;
}

/** A name inside a sentence: "the Joint Commission", "Aland". */
export function theName(context: Context, name: string): string {
  return takesArticle(context, name) ? `the ${name}` : name;
}

export function theNames(context: Context, names: readonly string[]): string {
  return listed(names.map((name) => theName(context, name)));
}

/** Whether the text itself, where it uses the name, puts an article before it. */
function takesArticle(context: Context, name: string): boolean {
  const known = articles(context.draft);
  let isTaken = known.get(name);
  if (isTaken === undefined) {
    const isBody = terrainOf(context).cast.body(name) !== null;
    const written = `the ${name.toLowerCase()}`;
    isTaken = isBody || inventedName.test(name) || hasWords(allWords(context.draft), written);
    known.set(name, isTaken);
  }

  return isTaken;
}

const allWords = oncePer((draft: Draft): string => draft.provisions.map(({ words }) => words.toLowerCase()).join("\n"));

/** Whether words stand somewhere in others, not as a part of longer words. */
function hasWords(words: string, sought: string): boolean {
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1))
    if (!letter.test(words[at - 1] ?? "") && !letter.test(words[at + sought.length] ?? "")) return true;

  return false;
}

const letter = /[\p{L}\p{N}]/u;

const articles = oncePer((_draft: Draft) => new Map<string, boolean>());

/** Names that repairs give to somebody whom the text does not have. */
const inventedName = /^(?:Guarantor|Independent \p{Lu}\p{Ll}+)$/u;

function isWritable(provision: Provision | undefined): provision is Provision {
  return provision !== undefined && provision.language === "en";
}

const longestTail = 48;
/** Characters of a provision that are taken whole where its last words stand in it twice. */
const longestWhole = 1_000;

/** The last words before a place, enough of them to be found only there; `null` where nothing is. */
function tailBefore(words: string, start: number, end: number): string | null {
  if (end <= start) return null;
  let from = Math.max(start, end - longestTail);
  while (from > start && letter.test(words[from - 1] ?? "")) from -= 1;
  const tail = words.slice(from, end);
  if (words.indexOf(tail) === from) return tail;
  return end <= longestWhole ? words.slice(0, end) : null;
}

const word = /\s*\S+/y;
const mostWords = 40;

/** Where words that begin at a place end, so many that they stand nowhere before it; `null` where even forty are not enough. */
function endAlone(words: string, start: number, least: number): number | null {
  let end = least;
  for (let count = 0; count < mostWords; count += 1) {
    if (words.indexOf(words.slice(start, end)) === start) return end;
    word.lastIndex = end;
    const next = word.exec(words);
    if (next === null) return null;
    end += next[0].length;
  }

  return null;
}

const clauseWords =
  /\b(?:TOWARDS|IF|UNLESS|PROVIDED THAT|UPON|UNTIL|WITH CONSENT OF|IRREVOCABLE|COSTLY TO UNDO|REVERSIBLE|COUNTED AS|BASELINE|DONE MEANS|(?:MAY BE )?VERIFIED BY|(?:MAY BE )?DETERMINED BY|ON BREACH|OVERRIDES|SURVIVES TERMINATION|UNRESOLVED)\b/;

/** A clause of the frame itself stands before those of others, who look, determine and answer. */
function beforeClauses({ label, words }: Provision, clause: string): Edit {
  const match = clauseWords.exec(words);
  const bare = clause.replace(/\.$/, "");
  if (match === null) return { provision: label, removed: "", added: clause };
  const end = endAlone(words, match.index, match.index + match[0].length);
  if (end === null) return null;
  const removed = words.slice(match.index, end);

  return { provision: label, removed, added: `${bare} ${removed}` };
}
