import { valueOf } from "../slot.ts";
import type { Condition } from "../event.ts";
import { referencesIn } from "./answer-statements.ts";
import { actVerb, isActOf } from "./link-subjects.ts";
import type { Acts, Numbered } from "./link-events.ts";
import type { Watch } from "./link-verification.ts";
import type { Statement } from "./statements.ts";

/** What a clause that determines covers, and the article in which it stands. */
export type Covered = { readonly covers: readonly number[]; readonly article: string };

/** What an answer covers: the provisions it names, the act whose breach it names, else what the determination covers. */
export function coversOf(
  watch: Watch,
  frame: Numbered,
  primaries: readonly number[],
  covered: readonly Covered[],
): readonly number[] {
  const condition = conditionWords(frame);
  const labels = labelsIn(referencesIn(condition), watch.acts);
  if (labels.length > 0) {
    const inside = coveredBy(labels, primaries, watch.acts);
    const broken = actsBroken(condition, frame.article, watch, inside);

    return broken ?? inside;
  }
  if (/\b(?:this|the present) (?:article|section|chapter|part)\b/i.test(condition))
    return watch.index.byArticle.get(frame.article) ?? [];

  return (
    actsBroken(condition, frame.article, watch, primaries) ??
    (isBareBreach(condition) ? besides(frame.article, watch, primaries, covered) : determined(covered, primaries))
  );
}

const bareBreach =
  /\b(?<before>such (?:an? )?|\p{L}+ )?(?<noun>violations?|breach(?:es)?|infringements?|non-compliance|non-performance|default)(?! (?:of|with|to)\b)/iu;

/** "In case of violation": a breach without a word of what is broken, and of no breach spoken of before. */
export function isBareBreach(words: string): boolean {
  const match = bareBreach.exec(words);
  const before = match?.groups?.["before"]?.trim().toLowerCase() ?? "";

  return match !== null && !/^(?:such(?: an?)?|the|that|this|said|alleged)$/.test(before) && !findingWords.test(words);
}

const findingWords = /\b(?:determin|finds?\b|found\b|finding|establish|decid|rul(?:es?|ed|ing)\b|conclu|confirm)/i;

/** What a bare breach breaks: the duties of its own article and what is determined there; all where it stands alone. */
export function besides(
  article: string,
  watch: Watch,
  primaries: readonly number[],
  covered: readonly Covered[],
): readonly number[] {
  const own = watch.index.byArticle.get(article) ?? [];
  const found = covered.filter((one) => one.article === article).flatMap(({ covers }) => covers);
  if (own.length + found.length === 0) return primaries;

  return [...new Set([...own, ...found])].toSorted((one, other) => one - other);
}

function conditionWords(frame: Numbered): string {
  const condition = valueOf(frame.condition);
  const words = (one: Condition): string =>
    one.kind === "event" ? one.words : one.kind === "not" ? "" : one.of.map(words).join(" ");
  const window = valueOf(frame.window);

  return `${condition === null ? "" : words(condition)} ${window?.words ?? ""}`;
}

/** What a statement of an answer covers by the act that its lead names; `null` where it names none. */
export function narrowed(
  text: string,
  statement: Statement,
  watch: Watch,
  primaries: readonly number[],
): readonly number[] | null {
  const lead = text.split(/,\s/)[0] ?? "";

  return actsBroken(lead, statement.spans[0]?.provision ?? "", watch, primaries);
}

/** "fails to withdraw", "a breach of the ceasefire": the acts named; `null` where no act is named. */
function actsBroken(
  words: string,
  article: string,
  watch: Watch,
  primaries: readonly number[],
): readonly number[] | null {
  const verb =
    /\b(?:fails?|failed|failure) to (\p{L}+)/iu.exec(words)?.[1]?.toLowerCase() ??
    /\b(?:has|have|does|do) not (?:been )?(\p{L}+)/iu.exec(words)?.[1]?.toLowerCase();
  const noun =
    /\b(?:breach|violation|infringement|non-compliance|failure)(?:es|s)? (?:of|with|to) (?:the |its |their |any )*(\p{L}[\p{L}-]*)/iu
      .exec(words)?.[1]
      ?.toLowerCase();
  const key =
    verb !== undefined &&
    !/^(?:comply|perform|fulfil|fulfill|implement|meet|observe|respect|carry|honou?r|complied|performed|fulfilled)$/.test(
      verb,
    )
      ? actVerb(verb)
      : noun === undefined
        ? ""
        : actVerb(noun);
  if (key === "" || /^(?:agree|oblige|provide|commit|undertake|implement|measure)$/.test(key)) return null;
  const { frames } = watch.acts;
  const found = primaries.filter((index) => isActOf(frames[index]!, key, noun ?? ""));
  const near = found.filter((index) => frames[index]!.article === article);

  return near.length > 0 ? near : found.length > 0 ? found : null;
}

/** Those of the labels that this text has. */
export function labelsIn(labels: readonly string[], acts: Acts): readonly string[] {
  return labels.filter((label) => acts.hasLabel(label));
}

/** The primaries under the provisions named, or all where none of this text is named. */
export function coveredBy(labels: readonly string[], primaries: readonly number[], acts: Acts): readonly number[] {
  const known = labelsIn(labels, acts);
  if (known.length === 0) return primaries;
  const inside = primaries.filter((index) => known.some((label) => acts.within(acts.frames[index]!.label, label)));

  return inside;
}

/** Where one clause determines, an answer covers what it covers. */
export function determined(covered: readonly Covered[], primaries: readonly number[]): readonly number[] {
  const [only] = covered;

  return only !== undefined && covered.length === 1 ? only.covers : primaries;
}
