import { asSeen, literally, oncePer, type Seen } from "../../base/index.ts";
import type { Action, Verification } from "../commitment.ts";
import type { Duration } from "../event.ts";
import { itemsIn, spansOf, unresolved, valueOf, valuesOf, type Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { referencesIn } from "./answer-statements.ts";
import { actVerb, isActOf } from "./link-subjects.ts";
import { keysOf, nearby, objectHead, type Acts, type Numbered } from "./link-events.ts";
import type { Passage } from "./passage.ts";
import { mostClauses } from "./placed-statements.ts";
import { evidenceIn } from "./evidence.ts";
import { isParticiple } from "./verb-forms.ts";

/** What the text says of a body's access: freely, by leave, or that the watched must open their doors. */
export type Access = {
  readonly body: string;
  readonly isFree: boolean | null;
  readonly consentOf: readonly string[];
  readonly spans: Verification["spans"];
  readonly article: string;
};

export type Watch = {
  readonly acts: Acts;
  readonly index: ActIndex;
  readonly passageOf: (frame: Numbered) => { readonly passage: Passage; readonly start: number; readonly end: number };
  readonly isPrimary: (index: number) => boolean;
  readonly access: readonly Access[];
};

/** Primaries by the words they turn on and by article, reports by who reports, so that no clause looks at all acts. */
export type ActIndex = {
  readonly primaries: readonly number[];
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly byArticle: ReadonlyMap<string, readonly number[]>;
  readonly reports: ReadonlyMap<string, readonly Numbered[]>;
  readonly verifiers: ReadonlySet<string>;
};

/** O(acts × words of an object). */
export function indexOf(frames: readonly Numbered[], isPrimary: (index: number) => boolean): ActIndex {
  const primaries = frames.flatMap((_, index) => (isPrimary(index) ? [index] : []));
  const byKey = new Map<string, number[]>();
  const byArticle = new Map<string, number[]>();
  const reports = new Map<string, Numbered[]>();
  const verifiers = new Set<string>();
  for (const index of primaries) {
    const frame = frames[index]!;
    for (const key of keysOf(frame)) push(byKey, key, index);
    push(byArticle, frame.article, index);
  }
  for (const frame of frames) {
    const names = itemsIn(frame.bearer);
    if (frame.action.class === "verify") for (const name of names) verifiers.add(name);
    if (isReport(frame)) for (const name of names) push(reports, name, frame);
  }

  return { primaries, byKey, byArticle, reports, verifiers };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function isReport(frame: Numbered): boolean {
  const isHandedOn =
    frame.action.class === "report" || /^(?:report|notify|inform|submit|transmit)$/.test(frame.action.verb);

  return isHandedOn && itemsIn(frame.counterparty).length > 0 && valueOf(frame.modality) === "obligation";
}

/** The verifications of each commitment, by its index. A clause that names no act covers its article's primaries. */
export function verifications(watch: Watch, seen: Seen | null): ReadonlyMap<number, readonly Verification[]> {
  const { frames } = watch.acts;
  const found = new Map<number, Verification[]>();
  frames.forEach((frame, index) => {
    if (frame.action.class !== "verify" || valueOf(frame.modality) === "declaration") return;
    const isEnsured =
      frame.head === "imperative" &&
      frames[index + 1]?.serves === 1 &&
      frames[index + 1]?.provision === frame.provision;
    if (isEnsured) return;
    const { sure, either } = targetsOf(watch, frame, index);
    const clause = asSeen(seen, `verification ${frame.id}`, verificationOf(watch, frame));
    const add = (target: number, one: Verification): void => {
      const known = found.get(target);
      if (known === undefined) found.set(target, [one]);
      else if (known.length < mostClauses) known.push(one);
    };
    for (const target of sure) add(target, clause);
    if (either.length === 0) return;
    const open = asSeen(seen, `verification ${frame.id} either`, { ...clause, by: orNobody(clause.by) });
    for (const target of either) add(target, open);
  });

  return found;
}

/** Who looks, or nobody: the clause means one act, and the words do not say whether it is this one. */
function orNobody(by: Verification["by"]): Verification["by"] {
  const spans = spansOf(by);
  const [names] = valuesOf(by);
  if (names === undefined) return by;

  return {
    kind: "ambiguous",
    alternatives: [
      { value: names, spans },
      { value: [], spans },
    ],
    declared: "no",
  };
}

function verificationOf(watch: Watch, frame: Numbered): Verification {
  const names = itemsIn(frame.bearer);
  const access = accessSaidBy(frame.needsConsentOf) ?? accessFor(watch, names, frame.article);
  const report = reportOf(watch, names, frame);
  const due = valueOf(frame.window);
  const latest = due === null ? null : valueOf(due.latest);
  const isSpan = latest !== null && latest !== "none" && latest.amount > 0 && !due?.ordinal;
  const where = frame.window.kind === "stated" || frame.window.kind === "proposed" ? frame.window.spans : [];
  const frequency = frame.phrases.find((phrase) => phrase.role === "frequency");
  const modality = valueOf(frame.modality);

  return {
    label: frame.label,
    spans: frame.spans,
    by: frame.bearer,
    evidence: watchWords(watch, frame).evidence,
    access: access.slot,
    needsConsentOf: access.consent,
    from: isSpan || due === null ? unresolved() : frame.window,
    frequency:
      frequency === undefined
        ? unresolved(...frame.spans)
        : { kind: "stated", value: frequency.words, spans: frame.spans },
    within: isSpan ? { kind: "stated", value: latest, spans: where } : unresolved(...frame.spans),
    bound: modality === "obligation" && valueOf(frame.strength) !== "should",
    establishes: "both",
    reportsTo: report.to,
    reportsWithin: report.within,
  };
}

/** "verify … without the consent of X" gives access as against X; "with the consent of X" makes it X's to give. */
function accessSaidBy(consent: Slot<readonly string[]>) {
  if (consent.kind !== "stated") return null;
  const slot: Slot<boolean> = { kind: "stated", value: consent.value.length === 0, spans: consent.spans };

  return { slot, consent };
}

/** The access that the text gives the first of these bodies; free access and access by leave are told apart. */
function accessFor(
  watch: Watch,
  names: readonly string[],
  article: string,
): { readonly slot: Slot<boolean>; readonly consent: Slot<readonly string[]> } {
  const own = watch.access.filter((one) => names.includes(one.body));
  const near = own.filter((one) => one.article === article);
  const [said] = [...near, ...own].toSorted((one, other) => rank(one) - rank(other));
  if (said === undefined || said.isFree === null) return { slot: unresolved(), consent: unresolved() };
  const spans = said.spans;

  return {
    slot: { kind: "proposed", value: said.isFree, spans, rule: "access-of-verifier" },
    consent: said.isFree
      ? { kind: "proposed", value: [], spans, rule: "access-of-verifier" }
      : said.consentOf.length === 0
        ? unresolved(...spans)
        : { kind: "proposed", value: said.consentOf, spans, rule: "access-of-verifier" },
  };
}

/** Leave asked for anywhere counts before a general grant. */
function rank(access: Access): number {
  return access.isFree === false ? 0 : access.isFree === true ? 1 : 2;
}

function reportOf(
  watch: Watch,
  names: readonly string[],
  { label, article }: Numbered,
): { readonly to: Slot<readonly string[]>; readonly within: Slot<Duration> } {
  const reports = names.flatMap((name) => watch.index.reports.get(name) ?? []);
  const report =
    reports.find((frame) => frame.label === label) ?? reports.find((frame) => frame.article === article) ?? reports[0];
  if (report === undefined) return { to: unresolved(), within: unresolved() };
  const spans = spansOf(report.counterparty);
  const window = valueOf(report.window);
  const latest = window === null ? null : valueOf(window.latest);

  return {
    to: { kind: "proposed", value: itemsIn(report.counterparty), spans, rule: "report-of-verifier" },
    within:
      latest === null || latest === "none"
        ? unresolved(...spans)
        : { kind: "proposed", value: latest, spans: spansOf(report.window), rule: "report-of-verifier" },
  };
}

const whole =
  /\b(?:implementation|compliance|observance|fulfil?lment|execution|performance|application)\b[^.;]{0,40}?\b(?:of|with) (?:the |this |all |its |their |present )*(?:agreement|accord|protocol|memorandum|treaty|framework|provisions|obligations?|commitments?|undertakings|mou|measures)\b|\b(?:this|the present) (?:agreement|accord|protocol|memorandum|framework|mou)\b/i;

/** What a clause watches: surely these, or one of those and the words do not say which. */
type Targets = { readonly sure: readonly number[]; readonly either: readonly number[] };

const nothing: readonly number[] = [];

/** The commitments that a clause of verification watches. */
function targetsOf(watch: Watch, frame: Numbered, index: number): Targets {
  const sure = (targets: readonly number[]): Targets => ({ sure: targets, either: nothing });
  const { frames, within } = watch.acts;
  const { isPrimary } = watch;
  if (frame.head === "helper") {
    const main = index - frame.serves;

    return sure(frames[main]?.provision === frame.provision && isPrimary(main) ? [main] : nothing);
  }
  const { labels, timeLabels, nouns, actNouns, isWhole, namesAct, saysDone } = watchWords(watch, frame);
  const all = watch.index.primaries;
  const under = (some: readonly string[]): readonly number[] =>
    some.length === 0 ? nothing : all.filter((at) => some.some((label) => within(frames[at]!.label, label)));
  const named = under(labels);
  if (named.length > 0) return sure(named);
  const near = watch.index.byArticle.get(frame.article) ?? [];
  const acts = actNouns.map((noun) => nearestOf(watch, frame, index, noun));
  const byAct = ascending(acts.flatMap((found) => found.sure));
  const either = ascending(acts.flatMap((found) => found.either)).filter((at) => !byAct.includes(at));
  if (byAct.length > 0 || either.length > 0) return { sure: byAct, either };
  if (saysDone) return sure(nothing);
  const byNoun = ascending(nouns.flatMap((noun) => nearestOf(watch, frame, index, noun, false).sure));
  if (byNoun.length > 0) return sure(byNoun);
  const byTime = under(timeLabels);
  if (byTime.length > 0) return sure(byTime);
  if (isWhole) return sure(all);
  const shared = bySharedWords(watch, frame.action, all);
  if (shared.length > 0) return sure(shared);

  return sure(namesAct ? nothing : nearby(near, index));
}

function ascending(indices: readonly number[]): readonly number[] {
  return [...new Set(indices)].toSorted((one, other) => one - other);
}

/** "certify each fighter as demobilised", "that the well is sealed": the act is told as done. */
const done =
  /\b(?:as|to be|to have been|is|are|has been|have been) (?:\p{L}{2,12}ly )?(?!agreed|described|provided|specified|set|listed|defined|required|laid|determined|referred|mentioned|stipulated|foreseen|envisaged|planned|scheduled|requested|needed|indicated|stated|outlined|detailed|reported|notified|established|met|kept|respected|observed|implemented|complied)(\p{L}{3,16}(?:ed|en|t|wn))$/iu;

function isToldDone(object: string): boolean {
  const word = done.exec(object)?.[1]?.toLowerCase();

  return word !== undefined && isParticiple(word) && verbOf(word) !== null;
}

const general =
  /^(?:implementation|compliance|observance|fulfil?lment|performance|monitoring|verification|agreement|accord|protocol|present|this|that|with|effective|regime|measures|provisions|obligations|obligation|commitments|parties|party|process|permanent|international|including|necessary|equipment|technical|accordance|relevant|areas|area|zone|region|territory|forces|persons|report|reports|meeting|respect|within|access|sites|site|facilities)$/;

/** Acts that share at least two words of substance with the object: "the regime of non-use of weapons". */
function bySharedWords(watch: Watch, { object }: Action, all: readonly number[]): readonly number[] {
  const wanted = substanceIn(object);
  if (wanted.size < 2) return [];

  return all.filter((at) => {
    const words = substanceOf(watch.acts.frames[at]!.action);
    let shared = 0;
    for (const word of wanted) if (words.has(word)) shared += 1;

    return shared >= 2;
  });
}

const substanceOf = oncePer(({ verb, object }: Action) => substanceIn(`${verb} ${object}`));

function substanceIn(words: string): ReadonlySet<string> {
  return new Set(
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(
        (word) =>
          word.length > 2 &&
          !general.test(word) &&
          !/^(?:the|and|non|not|for|all|any|its|with|from|under|their|into)$/.test(word),
      ),
  );
}

/** What the words of a clause that watches say by themselves. */
type WatchWords = {
  readonly evidence: Verification["evidence"];
  /** Labels that its sentence names, and those that only say when to watch: "from the completion of the withdrawal under Article 2". */
  readonly labels: readonly string[];
  readonly timeLabels: readonly string[];
  readonly nouns: readonly string[];
  /** Those of the nouns that stand for an act. */
  readonly actNouns: readonly string[];
  /** It watches the agreement as a whole. */
  readonly isWhole: boolean;
  readonly namesAct: boolean;
  /** It says of a thing what has been done to it: then nothing else that is done to the thing is meant. */
  readonly saysDone: boolean;
};

/** The words of a clause without those that say when. */
function besidesTimes(text: string, { phrases }: Numbered, start: number, end: number): string {
  let words = "";
  let at = start;
  for (const phrase of phrases.toSorted((one, other) => one.start - other.start)) {
    words += text.slice(at, Math.max(at, phrase.start));
    at = Math.max(at, phrase.end);
  }

  return words + text.slice(at, end);
}

const wordsOfWatches = new WeakMap<Action, WatchWords>();

/** Remembered by the action, which belongs to one passage. */
function watchWords(watch: Watch, frame: Numbered): WatchWords {
  let known = wordsOfWatches.get(frame.action);
  if (known === undefined) {
    const { passage, start, end } = watch.passageOf(frame);
    const { object } = frame.action;
    const nouns = object
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .filter((word) => word.length > 3 && !general.test(word));
    known = {
      evidence: evidenceIn(passage, { start, end }),
      labels: referencesIn(besidesTimes(passage.text, frame, start, end)),
      timeLabels: frame.phrases.flatMap((phrase) => referencesIn(passage.text.slice(phrase.start, phrase.end))),
      nouns,
      actNouns: nouns.filter((noun) => actVerb(noun) !== "" || actVerb(noun.replace(/s$/, "")) !== ""),
      isWhole: whole.test(object),
      namesAct:
        nouns.some((noun) => verbOfNoun(noun) !== null) &&
        !/\b(?:compliance|implementation|observance)\b/i.test(object),
      saysDone: isToldDone(object),
    };
    wordsOfWatches.set(frame.action, known);
  }

  return known;
}

const longWords = oncePer(({ object }: Action): readonly string[] =>
  object
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 4 && !/^(?:under|their|these|those|within|agreement|articles?)$/.test(word)),
);

const wordsOf = oncePer(
  ({ object }: Action): ReadonlySet<string> => new Set(object.toLowerCase().split(/[^\p{L}-]+/u)),
);

const nothingTold: ReadonlySet<string> = new Set();

/** Whether a noun speaks of every act of its kind: a plural, or after "each", "all". */
function reachOf(object: string, noun: string): "one" | "several" | "every" {
  const before = object.toLowerCase().split(new RegExp(`\\b${literally(noun)}\\b`, "u"))[0] ?? "";
  if (/\b(?:each|every|all|any|both)(?: of)?(?: \p{L}[\p{L}-]*){0,2}\s*$/u.test(before)) return "every";

  return /[^s]s$/.test(noun) && actVerb(noun.slice(0, -1)) !== "" ? "several" : "one";
}

/**
 * The acts that one noun of the object names, in the same article, else in the text. A plural, "each" and "all" name
 * every act that fits. One noun in the singular and acts of several articles: which one is meant is left open.
 */
function nearestOf(watch: Watch, frame: Numbered, index: number, noun: string, byVerb = true): Targets {
  const { frames } = watch.acts;
  const verb = actVerb(noun);
  const singular = noun.replace(/s$/, "");
  const keys = [...new Set([noun, singular, verb, actVerb(singular)])].filter((key) => key !== "");
  const fits = (at: number): boolean => {
    const act = frames[at]!;
    const head = objectHead(act);
    const isAct = isActOf(act, verb, noun) || isActOf(act, actVerb(singular), singular);

    return byVerb ? isAct : isAct || head === noun || head.replace(/s$/, "") === singular;
  };
  const known = ascending(keys.flatMap((key) => nearby(watch.index.byKey.get(key) ?? [], index)));
  const matching = known.filter(fits);
  const wanted = longWords(frame.action);
  const told = byVerb ? wordsOf(frame.action) : nothingTold;
  const narrowed = matching.filter(
    (at) =>
      told.has(objectHead(frames[at]!)) ||
      longWords(frames[at]!.action).some((word) => word !== noun && wanted.includes(word)),
  );
  const chosen = narrowed.length > 0 ? narrowed : matching;
  const near = chosen.filter((at) => frames[at]!.article === frame.article);
  const reach = byVerb ? reachOf(frame.action.object, noun) : "one";
  if (near.length > 1 || (near.length === 1 && reach !== "every")) return { sure: near, either: nothing };
  const first = frames[chosen[0] ?? -1]?.article;
  if (reach !== "one" || chosen.every((at) => frames[at]!.article === first)) return { sure: chosen, either: nothing };
  if (byVerb) return { sure: nothing, either: chosen };
  const before = chosen.findLast((at) => at < index);
  const article = before === undefined ? first : frames[before]!.article;

  return { sure: chosen.filter((at) => frames[at]!.article === article), either: nothing };
}
