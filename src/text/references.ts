import { everyMatch } from "../base/index.ts";
import type { ProvisionKind, Reference, ReferenceTarget } from "./draft.ts";

type Known = { readonly kind: ProvisionKind; readonly parent: number | null };

/** Finds a provision by the steps of its label: `["3", "1", "(b)"]`. */
export type Lookup = {
  readonly bySteps: (steps: readonly string[], from: number) => number | null;
  readonly annex: (name: string) => number | null;
};

const unit =
  "articles?|art\\.|sections?|points?|paragraphes?|paragraphs?|para\\.|paras\\.|clauses?|rules?|subparagraphs?|sub-paragraphs?|items?|alinéas?|статт(?:я|і|ю|ею|ям|ях|ями)|стать(?:я|и|ю|е|ёй|ей|ям|ях|ями)|пункт(?:а|у|ом|е|і|ів|ы|ов|ам|ах|ами)?|artikels?|absatz|art[ií]culos?|párrafos?|apartados?|§";
const number =
  "\\d{1,3}(?:\\.\\d{1,3}){0,5}(?:bis|ter)?(?:\\s?\\([\\p{Ll}\\d]{1,4}\\)){0,4}(?:\\.[a-z](?![\\p{L}\\d]))?|\\([\\p{Ll}\\d]{1,4}\\)|[IVXLC]{1,6}(?:\\.(?:[A-Z]|\\d{1,3})){0,3}(?![\\p{L}\\d])";
const one = new RegExp(
  `(?<![\\p{L}\\d])(${unit})[\\s\\u00a0]{1,3}((?:${number})(?:(?:\\s?,\\s?|\\s?,?\\s(?:and|or|to|et|і|и|та|und|y)\\s)(?:${number}))*)`,
  "giu",
);
const single = new RegExp(number, "gu");
/** A bare number counts after words that lead to a provision, and only if one bears it: `under 5.2`, `in accordance with 4.1 and 4.3`. */
const bareNumber =
  "\\d{1,3}(?:(?:\\.\\d{1,3}){1,5}(?:\\s?\\([\\p{Ll}\\d]{1,4}\\)){0,4}|(?:\\s?\\([\\p{Ll}\\d]{1,4}\\)){1,4})";
const bare = new RegExp(
  `(?<![\\p{L}\\d])(?:under|of|by|with|in|to|per|see|from|notwithstanding|on)[\\s\\u00a0]{1,3}(${bareNumber}(?:(?:,\\s|,?\\s(?:and|or|to)\\s)${bareNumber})*)(?=$|[.;:)\\]]*(?:\\s|$)|,)`,
  "giu",
);
/** What stands after an amount, or after a number with a suffix that the label lacks. */
const measure =
  /^\s?(?:[%°€$£]|(?:bis|ter|quater|per\s?cent|million|billion|thousand|hundred|times|euros?|dollars?|hours?|days?|weeks?|months?|years?|(?:kilo|centi)?met(?:re|er)s?|km|kg|cm|mm|ha|m|t|hectares?|tons?|tonnes?|miles?)(?!\p{L}))/u;
const annexes =
  /(?<![\p{L}\d])(?:annex|appendix|annexe|schedule|додаток|приложени[еяю]|anexo|anlage)(?:es|e)?[\s\u00a0]{1,3}(\d{1,3}|[A-Z](?![\p{L}\d])|[IVXLC]{1,5}(?![\p{L}\d]))/giu;
const otherInstrument =
  /^\s*(?:,?\s*(?:paragraphs?|para\.)\s*\d+(?:\s*\([a-z]\))?\s*,?)?\s*(?:,\s*)?(?:of|under|in|from|to)\s+(?:the\s+|its\s+)?(?:[\p{Ll}\d]{1,14}\s){0,2}?(\p{Lu}[\p{L}’'-]{2,30}(?:\s(?:\p{Lu}[\p{L}’'-]{1,30}|of|on|the|and|for)){0,8})/u;
const thisText =
  /^(?:Agreement|Protocol|Memorandum|Treaty|Framework|Accord|Annex|Convention|Article|MoU|Declaration|Statute|Constitution|Plan|Package|Document|Pact|Understanding)\b/;
const external =
  /^(?:Charter|Constitution|Convention|Law|Code|Statute|Treaty|Covenant|Resolution|Regulation|Directive|Act|Protocol|Agreement|Memorandum|Declaration|Rules|United|Geneva|Vienna|Rome|Hague|Universal|International|European)/;
const nested =
  /^\s*(?:,\s*)?(?:(?:of|in|under|to|de|du|del|des)\s+(?:article|section|point|paragraph|art\.|rule|clause|artículo|articulo|artikel|artikels)s?|de\s+l[’']article|статті|статьи)[\s\u00a0]+((?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6})(?:\s?\([\p{Ll}\d]{1,4}\)){0,3})/iu;

const bareOne = new RegExp(bareNumber, "gu");
/** Whether a word that names provisions stands before a number. */
const mayName =
  /(?:art|sec|poi|par|cla|rul|ite|alin|abs|apart|párr|стат|стать|пункт)\p{L}{0,12}\.?[\s\u00a0]{1,3}[(\dIVXLC]|§/iu;
const mayNameAnnex = /(?:annex|append|schedule|додат|прилож|anexo|anlage)/i;
/** Whether a number with parts stands after a word: the pattern itself is slow to say no. */
const mayNameBare = /[a-z]\s\d{1,3}(?:\.\d|\s?\()/;

/** References in one provision's words. `from` is its index; `own` the words this text calls itself ("Agreement"). O(length). */
export function referencesOf(
  words: string,
  from: number,
  lookup: Lookup,
  own: ReadonlySet<string>,
): readonly Reference[] {
  const found: Reference[] = [];
  if (mayName.test(words)) for (const each of namedReferences(words, from, lookup, own)) found.push(each);
  if (mayNameBare.test(words)) for (const each of bareReferences(words, lookup, found)) found.push(each);
  for (const match of mayNameAnnex.test(words) ? words.matchAll(annexes) : none) {
    const index = lookup.annex(match[1]!);
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 200);
    const outside = instrumentAfter(after, own);
    const to: ReferenceTarget =
      index !== null
        ? { kind: "provision", index }
        : outside !== null
          ? { kind: "external", instrument: outside }
          : { kind: "missing-annex", label: `Annex ${match[1]!}` };
    found.push(reference(words, match.index, match.index + match[0].length, to));
  }

  return found.length === 0 ? none : found.sort((a, b) => a.span.start - b.span.start);
}

const none: readonly never[] = [];

/** References that say what they refer to: `Article 3(1)`, `paragraphs 1 and 2 of Article 3`. */
function namedReferences(words: string, from: number, lookup: Lookup, own: ReadonlySet<string>): Reference[] {
  const found: Reference[] = [];
  let covered = -1;
  for (const match of everyMatch(one, words)) {
    const start = match.index;
    if (start < covered) continue;
    const end = start + match[0].length;
    const after = words.slice(end, end + 200);
    const word = match[1]!.toLowerCase();
    const outer = nested.exec(after);
    const isParagraph = /^(?:para|subparagraph|sub-paragraph|item|alinéa|пункт|absatz|párrafo|apartado)/.test(word);
    if (outer !== null && isParagraph) {
      for (const number of everyMatch(single, match[2]!)) {
        const steps = [...stepsOf(outer[1]!), ...stepsOf(number[0])];
        found.push(
          reference(
            words,
            start,
            end + outer[0].length,
            target(steps, from, after.slice(outer[0].length), lookup, own, false),
          ),
        );
      }
      covered = end + outer[0].length;
      continue;
    }
    for (const number of everyMatch(single, match[2]!)) {
      const at = start + match[0].length - match[2]!.length + number.index;
      found.push(
        reference(
          words,
          number.index === 0 ? start : at,
          at + number[0].length,
          target(stepsOf(number[0]), from, after, lookup, own, isParagraph),
        ),
      );
    }
    covered = end;
  }

  return found;
}

/** References by a number alone; `found` are the others in their order, which may hold the same numbers. */
function bareReferences(words: string, lookup: Lookup, found: readonly Reference[]): Reference[] {
  const references: Reference[] = [];
  let next = 0;
  for (const match of everyMatch(bare, words)) {
    const list = match[1]!; // the pattern has it
    const end = match.index + match[0].length;
    const begin = end - list.length;
    while ((found[next]?.span.end ?? words.length) <= begin) next += 1;
    if ((found[next]?.span.start ?? words.length) < end || measure.test(words.slice(end, end + 20))) continue;
    const numbers = everyMatch(bareOne, list);
    const targets = numbers.map(([number]) => lookup.bySteps(stepsOf(number), -1));
    if (targets.includes(null)) continue;
    numbers.forEach((number, place) => {
      const start = begin + number.index;
      const index = targets[place] ?? 0; // none is missing
      references.push(reference(words, start, start + number[0].length, { kind: "provision", index }));
    });
  }

  return references;
}

function reference(words: string, start: number, end: number, to: ReferenceTarget): Reference {
  return { span: { start, end }, literal: words.slice(start, end), target: to };
}

function target(
  steps: readonly string[],
  from: number,
  after: string,
  lookup: Lookup,
  own: ReadonlySet<string>,
  near: boolean,
): ReferenceTarget {
  const outside = instrumentAfter(after, own);
  if (outside !== null) return { kind: "external", instrument: outside };
  const index =
    lookup.bySteps(steps, near ? from : -1) ?? (near ? lookup.bySteps(steps, -1) : lookup.bySteps(steps, from));
  if (index !== null) return { kind: "provision", index };

  return { kind: "missing", label: labelOfSteps(steps) };
}

/** "of the Charter of the United Nations" names another instrument; "of this Agreement" does not. */
function instrumentAfter(after: string, own: ReadonlySet<string>): string | null {
  if (/^\s*(?:,\s*)?(?:of|in|under|to)\s+(?:this|the present)\b/.test(after)) return null;
  const found = otherInstrument.exec(after);
  if (found === null) return null;
  const name = found[1]!;
  const first = name.split(/\s/)[0]!;
  if (own.has(first) && thisText.test(name) && name.split(/\s/).length === 1) return null;

  return external.test(name) ||
    /\b(?:Law|Charter|Convention|Constitution|Code|Covenant|Treaty|Resolution|Act)\b/.test(name)
    ? name
    : null;
}

const step =
  /\d{1,4}(?:bis|ter|[a-z](?![\p{L}]))?|\([\p{Ll}\d]{1,5}(?:bis|ter)?\)|[IVXLC]{1,7}|(?<=\.)[a-z]\b|\b[A-Z]\b/gu;
const plainNumber = /^\d{1,4}$/;

/** The numbers of a written label on the way down: `3(b)` has `3` and `(b)`. */
export function stepsOf(written: string): string[] {
  if (plainNumber.test(written)) return [written];
  const steps: string[] = written.match(step) ?? [];

  return steps.map((each) => (each.length === 1 && each >= "a" && each <= "z" ? `(${each})` : each));
}

export function labelOfSteps(steps: readonly string[]): string {
  return steps.reduce((label, step) => (label === "" || step.startsWith("(") ? label + step : `${label}.${step}`), "");
}

/** Finds provisions by the steps of their labels; the tables are made when the first reference is looked up. */
export function lookupOf(provisions: readonly Known[], labels: readonly string[]): Lookup {
  let tables: Tables | null = null;
  const known = (): Tables => (tables ??= tablesOf(provisions, labels));
  const bySteps = (steps: readonly string[], from: number): number | null => {
    const { byKey } = known();
    const key = keyOf(steps);
    let around: number | null = from < 0 ? null : from;
    for (let guard = 0; around !== null && guard < 64; guard += 1) {
      for (
        let base = keyOf(stepsOf(labels[around]!));
        base !== "";
        base = base.slice(0, base.lastIndexOf("/", base.length - 2) + 1)
      ) {
        const hit = byKey.get(base + key);
        if (hit !== undefined) return hit;
      }
      around = provisions[around]!.parent;
    }
    return byKey.get(key) ?? null;
  };

  return { bySteps, annex: (name) => known().annexByName.get(normalStep(name)) ?? null };
}

/** Provisions by the key of their label, and annexes by their name. */
type Tables = { readonly byKey: ReadonlyMap<string, number>; readonly annexByName: ReadonlyMap<string, number> };

function tablesOf(provisions: readonly Known[], labels: readonly string[]): Tables {
  const byKey = new Map<string, number>();
  const annexByName = new Map<string, number>();
  labels.forEach((label, index) => {
    const isAnnex = provisions[index]!.kind === "annex";
    if (isAnnex) annexByName.set(normalStep(label.replace(/^Annex\s*/i, "")), index);
    if (label.includes("¶")) return;
    const key = keyOf(stepsOf(label.startsWith("Annex ") ? `Annex.${label.slice(6)}` : label));
    if (key !== "" && !byKey.has(key)) byKey.set(key, index);
  });

  return { byKey, annexByName };
}

/** The steps as one key, each closed by a slash. */
function keyOf(steps: readonly string[]): string {
  let key = "";
  for (const step of steps) key += `${normalStep(step)}/`;

  return key;
}

/** Roman and parenthesised numbers as one key: "IV" is "4", "(1)" is "1". */
function normalStep(step: string): string {
  const first = step.charCodeAt(0);
  if (first >= 48 && first <= 57) return step;
  const bare = step.replace(/[()]/g, "");
  if (!/^[IVXLC]+$/.test(bare)) return bare;
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let sum = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const value = worth[bare[at]!]!;
    sum += value < (worth[bare[at + 1] ?? ""] ?? 0) ? -value : value;
  }

  return String(sum);
}
