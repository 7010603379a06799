import { asSeen, oncePer, type Seen } from "../../base/index.ts";
import type { Consequence, Determination, Guarantee } from "../commitment.ts";
import { consequenceKind, usualCost } from "../consequence-kind.ts";
import type { Condition, EventRef } from "../event.ts";
import { spansOf, unresolved, valueOf, valuesOf, type Slot } from "../slot.ts";
import { referencesIn, unlessIn } from "./answer-statements.ts";
import { breachWords } from "./breach-words.ts";
import { actVerb, isActOf } from "./link-subjects.ts";
import type { Acts, Numbered } from "./link-events.ts";
import type { Watch } from "./link-verification.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement, StatementKind } from "./statements.ts";

type Placed<Kind extends StatementKind["kind"]> = {
  readonly statement: Statement;
  readonly says: Extract<StatementKind, { kind: Kind }>;
  readonly reading: PassageReading;
};

/** Statements of one kind with the passage each stands in, in the order of the text. */
export function statementsOf<Kind extends StatementKind["kind"]>(
  readings: readonly PassageReading[],
  kind: Kind,
): readonly Placed<Kind>[] {
  // Filed under the kind they have.
  return (byKind(readings).get(kind) ?? []) as readonly Placed<Kind>[];
}

const byKind = oncePer((readings: readonly PassageReading[]) => {
  const kinds = new Map<StatementKind["kind"], unknown[]>();
  for (const reading of readings)
    for (const statement of reading.statements) {
      const { says } = statement;
      const placed = { statement, says, reading };
      const known = kinds.get(says.kind);
      if (known === undefined) kinds.set(says.kind, [placed]);
      else known.push(placed);
    }

  return kinds;
});

/** What is found or answered for each commitment, by its index. */
export type Answers = {
  readonly determinations: ReadonlyMap<number, Slot<Determination>>;
  readonly consequences: ReadonlyMap<number, readonly Consequence[]>;
  readonly guarantees: readonly Omit<Guarantee, "requires">[];
};

/** Links the clauses that determine, answer and guarantee to the commitments they cover. */
export function answersOf(readings: readonly PassageReading[], watch: Watch, seen: Seen | null): Answers {
  const { acts } = watch;
  const { primaries } = watch.index;
  const determinations = new Map<number, Slot<Determination>>();
  const covered: { readonly by: readonly string[]; readonly covers: readonly number[] }[] = [];
  const clauses = statementsOf(readings, "determination").toSorted(
    (one, other) =>
      Number(labelsIn(other.says.covers, acts).length > 0) - Number(labelsIn(one.says.covers, acts).length > 0),
  );
  for (const { says, statement } of clauses) {
    const covers = coveredBy(says.covers, primaries, acts);
    const slot: Slot<Determination> = {
      kind: "proposed",
      value: says.value,
      spans: statement.spans,
      rule: "determination-clause",
    };
    const clause = asSeen(seen, `determination ${says.value.label}`, slot);
    covered.push({ by: says.value.by, covers });
    for (const index of covers) if (!determinations.has(index)) determinations.set(index, clause);
  }
  const consequences = consequencesOf(readings, watch, primaries, covered, seen);

  return { determinations, consequences, guarantees: guaranteesOf(readings, watch, primaries, consequences) };
}

function labelsIn(labels: readonly string[], acts: Acts): readonly string[] {
  return labels.filter((label) => acts.hasLabel(label));
}

/** The primaries under the provisions named, or all where none of this text is named. */
function coveredBy(labels: readonly string[], primaries: readonly number[], acts: Acts): readonly number[] {
  const known = labelsIn(labels, acts);
  if (known.length === 0) return primaries;
  const inside = primaries.filter((index) => known.some((label) => acts.within(acts.frames[index]!.label, label)));

  return inside;
}

type Clause = {
  readonly value: Consequence;
  readonly covers: readonly number[];
  readonly article: string;
  readonly at: number;
};

function consequencesOf(
  readings: readonly PassageReading[],
  watch: Watch,
  primaries: readonly number[],
  covered: readonly { readonly by: readonly string[]; readonly covers: readonly number[] }[],
  seen: Seen | null,
): ReadonlyMap<number, readonly Consequence[]> {
  const order = new Map(readings.map((reading, index) => [reading, index]));
  const place = new Map(
    readings.flatMap((reading, index) =>
      reading.frames.map((frame) => [`${frame.provision}:${frame.at}:${frame.sentence}`, index] as const),
    ),
  );
  const clauses: Clause[] = watch.acts.frames.flatMap((frame) => {
    const value = answerOf(watch, frame);
    if (value === null) return [];

    return [
      {
        value,
        covers: coversOf(watch, frame, primaries, covered),
        article: frame.article,
        at: place.get(`${frame.provision}:${frame.at}:${frame.sentence}`) ?? 0,
      },
    ];
  });
  for (const { says, reading, statement } of statementsOf(readings, "consequence")) {
    const labels = labelsIn(says.covers, watch.acts);
    const covers =
      labels.length > 0
        ? coveredBy(labels, primaries, watch.acts)
        : (narrowed(reading.passage.text, statement, watch, primaries) ?? determined(covered, primaries));
    const requires: readonly EventRef[] = [breachEvent(says.onDetermination, covered[0]?.by[0] ?? null, says.value)];
    clauses.push({
      value: { ...says.value, requires },
      covers,
      article: reading.passage.article,
      at: order.get(reading) ?? 0,
    });
  }
  clauses.sort((one, other) => one.at - other.at);
  for (const { says, reading } of statementsOf(readings, "reinstatement")) {
    const at = order.get(reading) ?? 0;
    const before = clauses.filter((clause) => clause.at <= at && clause.value.kind !== "notify");
    const target =
      before.findLast((clause) => clause.article === reading.passage.article) ?? before.at(-1) ?? clauses[0];
    if (target === undefined) continue;
    clauses[clauses.indexOf(target)] = {
      ...target,
      value: { ...target.value, reinstatement: says.needsDecision ? "needs-decision" : "default" },
    };
  }
  const found = new Map<number, Consequence[]>();
  for (const { value, covers } of clauses) {
    const clause = asSeen(seen, `consequence ${value.label}`, value);
    for (const index of covers) {
      const known = found.get(index);
      if (known === undefined) found.set(index, [clause]);
      else known.push(clause);
    }
  }

  return found;
}

function determined(
  covered: readonly { readonly covers: readonly number[] }[],
  primaries: readonly number[],
): readonly number[] {
  const [only] = covered;

  return only !== undefined && covered.length === 1 ? only.covers : primaries;
}

function breachEvent(onDetermination: boolean, by: string | null, value: Consequence): EventRef {
  return {
    event: onDetermination
      ? { kind: "determination", by, words: value.says }
      : { kind: "breach", by: null, words: value.says },
    point: { kind: "stated", value: "occurrence", spans: value.spans },
  };
}

const againstBreaker =
  /\b(?:against|on|upon|to) (?:the|a|any|that) (?:party|side|parties|state|actor|signatory)(?: (?:in|that is in) (?:breach|violation|default)|at fault| (?:that|which|who) (?:has|is|breach|violat|commit)\w*| responsible for (?:the|a) (?:breach|violation)| concerned)|\b(?:the )?(?:breaching|violating|defaulting|offending|responsible) (?:party|side)\b|\b(?:party|side|state) (?:in (?:breach|violation|default)|at fault)\b/i;

/** The answer to a breach that a frame states, or `null` where it answers none. */
function answerOf(watch: Watch, frame: Numbered): Consequence | null {
  const events = answeredEvents(frame);
  const isAgainst = againstBreaker.test(frame.action.object) || againstBreaker.test(frame.says);
  const isBreach =
    events.length > 0 ||
    (isAgainst &&
      /^(?:sanction|pay|other|withdraw|return|transfer)$/.test(frame.action.class) &&
      breachWords.test(frame.says));
  if (!isBreach) return null;
  if (
    frame.action.class === "verify" ||
    frame.action.class === "admit-access" ||
    frame.head === "helper" ||
    frame.head === "declaration"
  )
    return null;
  if (
    /^(?:determine|find|establish|decide|rule|investigate|examine|record|observe|state|bring|consider|review|inquire|hear)$/.test(
      frame.action.verb,
    )
  )
    return null;
  if (
    frame.action.class === "report" &&
    valuesOf(frame.bearer)
      .flat()
      .some((name) => watch.index.verifiers.has(name))
  )
    return null;
  if (valueOf(frame.modality) === "prohibition") return null;
  const { passage, start, end } = watch.passageOf(frame);
  const kind = consequenceKind(frame.action.verb, frame.action.object);
  const window = valueOf(frame.window);
  const latest = window === null ? null : valueOf(window.latest);
  const modality = valueOf(frame.modality);

  return {
    label: frame.label,
    spans: frame.spans,
    by:
      frame.bearer.kind === "unresolved" && /\bautomatically\b|\bby default\b/i.test(frame.says)
        ? { kind: "stated", value: "automatic", spans: frame.spans }
        : frame.bearer,
    kind,
    says: `${frame.action.verb} ${frame.action.object}`.trim(),
    requires:
      events.length > 0
        ? events
        : [
            {
              event: { kind: "breach", by: null, words: frame.says },
              point: { kind: "stated", value: "occurrence", spans: frame.spans },
            },
          ],
    needsConsentOf: frame.needsConsentOf,
    within:
      latest === null || latest === "none"
        ? unresolved(...frame.spans)
        : { kind: "stated", value: latest, spans: spansOf(frame.window) },
    bound: modality === "obligation" && valueOf(frame.strength) !== "should",
    cost: { kind: "proposed", value: usualCost(kind), spans: frame.spans, rule: "usual-cost" },
    reinstatement: "default",
    unless: unlessIn(passage, { start, end }),
    until: frame.until,
    addressee: unresolved(),
  };
}

/** Breaches and determinations that the act waits for. */
function answeredEvents(frame: Numbered): readonly EventRef[] {
  const condition = valueOf(frame.condition);
  const windows = valueOf(frame.window);
  const refs = [
    ...valuesOf(frame.trigger),
    ...(condition === null ? [] : eventsIn(condition)),
    ...(windows === null ? [] : valuesOf(windows.after)),
  ];
  const seen = new Set<string>();

  return refs
    .map((ref): EventRef => {
      const { event } = ref;
      const words = "words" in event ? event.words : "";

      return event.kind === "fact" && breachWords.test(words)
        ? {
            ...ref,
            event: {
              kind: /\bdetermin|\bfinds?\b|\bfound\b|\bdecid|\bestablish|\brul(?:es|ed|ing)/i.test(words)
                ? "determination"
                : "breach",
              by: null,
              words,
            },
          }
        : ref;
    })
    .filter(
      ({ event }) =>
        event.kind === "breach" ||
        event.kind === "determination" ||
        (event.kind === "decision" && breachWords.test(event.words)),
    )
    .filter(({ event }) => {
      const key = `${event.kind}`;
      if (seen.has(key)) return false;
      seen.add(key);

      return true;
    });
}

function eventsIn(condition: Condition): readonly EventRef[] {
  if (condition.kind === "event") return [condition.event];
  if (condition.kind === "not") return [];

  return condition.of.flatMap(eventsIn);
}

/** What an answer covers: the provisions it names, the act whose breach it names, else what the determination covers. */
function coversOf(
  watch: Watch,
  frame: Numbered,
  primaries: readonly number[],
  covered: readonly { readonly covers: readonly number[] }[],
): readonly number[] {
  const { passage, start } = watch.passageOf(frame);
  const condition = conditionWords(frame);
  const labels = labelsIn(referencesIn(passage, condition, start), watch.acts);
  if (labels.length > 0) {
    const inside = coveredBy(labels, primaries, watch.acts);
    const broken = actsBroken(condition, frame.article, watch, inside);

    return broken ?? inside;
  }
  if (/\b(?:this|the present) (?:article|section|chapter|part)\b/i.test(condition))
    return watch.index.byArticle.get(frame.article) ?? [];

  return actsBroken(condition, frame.article, watch, primaries) ?? determined(covered, primaries);
}

function conditionWords(frame: Numbered): string {
  const condition = valueOf(frame.condition);
  const words = (one: Condition): string =>
    one.kind === "event" ? one.words : one.kind === "not" ? "" : one.of.map(words).join(" ");
  const window = valueOf(frame.window);

  return `${condition === null ? "" : words(condition)} ${window?.words ?? ""}`;
}

function narrowed(
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

function guaranteesOf(
  readings: readonly PassageReading[],
  watch: Watch,
  primaries: readonly number[],
  consequences: ReadonlyMap<number, readonly Consequence[]>,
): readonly Omit<Guarantee, "requires">[] {
  const { frames } = watch.acts;
  const all = [...consequences.values()].flat();
  const effectBy = (names: readonly string[]): Consequence | null =>
    all.find((one) => {
      const by = valueOf(one.by);

      return (
        by !== null &&
        by !== "automatic" &&
        (by.some((name) => names.includes(name)) || by.some((name) => /\bguarantors?\b/i.test(name)))
      );
    }) ?? null;
  const counts = new Map<string, number>();
  const build = (
    reading: PassageReading,
    statement: Statement,
    guarantor: Slot<readonly string[]>,
    covers: Slot<readonly string[] | "all">,
    bound: boolean,
    expires: Guarantee["expires"],
  ): Omit<Guarantee, "requires"> => {
    const { provision } = reading.passage;
    const number = (counts.get(provision.label) ?? 0) + 1;
    counts.set(provision.label, number);
    const effect = effectBy(valuesOf(guarantor).flat());
    const [trigger] = effect?.requires ?? [];
    const spans = effect?.spans ?? statement.spans;

    return {
      id: `${provision.label}/g${number}`,
      provision: provision.id,
      label: provision.label,
      spans: statement.spans,
      guarantor,
      covers,
      trigger:
        trigger === undefined
          ? unresolved(...statement.spans)
          : { kind: "proposed", value: trigger, spans, rule: "trigger-of-answer" },
      effect:
        effect === null
          ? unresolved(...statement.spans)
          : { kind: "proposed", value: effect, spans, rule: "answer-of-guarantor" },
      cost: effect === null ? unresolved(...statement.spans) : effect.cost,
      bound: bound && (effect === null || effect.bound),
      expires,
      optOuts: [],
    };
  };
  const stated = statementsOf(readings, "guarantee").map(({ says, statement, reading }) => {
    const labels = labelsIn(says.covers, watch.acts);
    const noun = says.noun.toLowerCase().split(/\s+/)[0] ?? "";
    const byNoun = primaries
      .filter((index) => actVerb(noun) !== "" && isActOf(frames[index]!, actVerb(noun), noun))
      .map((index) => frames[index]!.label);
    const isWhole =
      /\b(?:this|the present) (?:agreement|accord|protocol|framework|treaty|memorandum)\b|\bimplementation\b/i.test(
        says.noun,
      );
    const covers: Slot<readonly string[] | "all"> =
      labels.length > 0
        ? { kind: "stated", value: labels, spans: statement.spans }
        : isWhole
          ? { kind: "stated", value: "all", spans: statement.spans }
          : byNoun.length > 0
            ? { kind: "proposed", value: [...new Set(byNoun)], spans: statement.spans, rule: "noun-of-act" }
            : unresolved(...statement.spans);

    return build(reading, statement, says.guarantor, covers, says.bound, says.expires);
  });
  const named = statementsOf(readings, "guarantor").map(({ says, statement, reading }) =>
    build(
      reading,
      statement,
      { kind: "stated", value: says.names, spans: statement.spans },
      { kind: "stated", value: "all", spans: statement.spans },
      true,
      unresolved(),
    ),
  );

  return [...stated, ...named];
}
