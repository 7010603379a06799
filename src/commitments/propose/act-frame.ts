import type { Span } from "../../text/index.ts";
import type { ActionClass, Commitment, Modality, Strength } from "../commitment.ts";
import type { Condition, EventRef, Window } from "../event.ts";
import { notApplicable, unresolved, valueOf, type Slot } from "../slot.ts";
import { collectiveOf } from "./actor-names.ts";
import { timePhrasesIn, type TimePhrase } from "./deadlines.ts";
import type { Frame, HeadKind } from "./frame.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import {
  conditionsIn,
  consentIn,
  counterpartyIn,
  criterionIn,
  helpersIn,
  namesIn,
  placeIn,
  quantityIn,
  softenerIn,
} from "./phrases.ts";

/** What is known of an act before its slots are read. */
export type ActOutline = {
  readonly head: HeadKind;
  readonly sentence: number;
  readonly says: string;
  /** All words of the frame. */
  readonly span: Span;
  readonly bearer: Slot<readonly string[]>;
  readonly bearerWords: string;
  readonly subject: string;
  readonly modality: Slot<Modality>;
  readonly strength: Slot<Strength>;
  readonly base: string;
  readonly class: ActionClass;
  readonly mode: Commitment["mode"];
  /** Words after the verb. */
  readonly rest: Span;
  /** The object where it stands before the verb (passive, intransitive), else `null`. */
  readonly object: string | null;
  /** Whom the act reaches, where it stands before the verb: "The Mission shall be granted access". */
  readonly recipient?: { readonly span: Span; readonly value: readonly string[] } | undefined;
  /** Adjuncts and insertions of the clause, in order. */
  readonly adjuncts: readonly { readonly span: Span; readonly isLead: boolean }[];
};

/** A clause that tells of a thing named before: its times are not those of the act. */
const relative = /,? (?:which|who|whose|whom|that (?!the |an? |each |all |any |no |it |they )\p{L}+)\b[^,;]*/giu;

/** The frame of one act with every slot its own clause fills; helpers' frames after it, in the order of the words. */
export function framesOfAct(passage: Passage, act: ActOutline): readonly Frame[] {
  const areas = [...act.adjuncts, { span: act.rest, isLead: false }];
  const conditions = areas.flatMap(({ span, isLead }) => conditionsIn(passage, span, isLead));
  const otherwise = elseIn(passage, act.rest);
  const taken: Span[] = [...conditions.map(({ span }) => span), ...(otherwise === null ? [] : [otherwise.span])];
  const free = (span: Span): boolean => taken.every((other) => span.end <= other.start || span.start >= other.end);
  const consent = firstOf(areas, ({ span }) => consentIn(passage, span));
  if (consent !== null && (free(consent.span) || conditions.some(({ span }) => span.start === consent.span.start)))
    taken.push(consent.span);
  const helpers = areas.flatMap(({ span }) => helpersIn(passage, span)).filter(({ span }) => free(span));
  taken.push(...helpers.map(({ span }) => span));
  const relatives = [...passage.text.slice(act.rest.start, act.rest.end).matchAll(relative)].map((match) => ({
    start: act.rest.start + match.index,
    end: act.rest.start + match.index + match[0].length,
  }));
  const phrases = areas
    .flatMap(({ span }) => timePhrasesIn(passage, span.start, span.end))
    .filter((phrase) => free(phrase))
    .filter(
      (phrase) =>
        (/^(?:within|no later|not later)/i.test(phrase.words) && !isTold(passage, phrase, relatives)) ||
        relatives.every((span) => phrase.start < span.start || phrase.end > span.end),
    );
  taken.push(...phrases);
  const consentGiven = consent !== null && consent.value !== null && !consent.without;
  const criterion = firstOf(areas, ({ span }) => criterionIn(passage, span));
  const counterparty =
    act.recipient ??
    counterpartyIn(
      passage,
      objectArea(act.rest, [...conditions.map(({ span }) => span), ...(otherwise === null ? [] : [otherwise.span])]),
      act.base,
    );
  if (criterion !== null && free(criterion.span)) taken.push(criterion.span);
  if (counterparty !== null && act.recipient === undefined) taken.push(counterparty.span);
  const purpose = purposeIn(passage, act.rest);
  if (purpose !== null) taken.push(purpose);
  const place = placeIn(
    passage,
    objectArea(act.rest, [...conditions.map(({ span }) => span), ...(purpose === null ? [] : [purpose])]),
  );
  if (place !== null && free(place.span)) taken.push(place.span);
  const quantity = quantityIn(
    passage,
    act.rest,
    taken.filter((span) => span !== place?.span && span !== purpose),
  );
  const softener = firstOf([{ span: act.span }, ...act.adjuncts], ({ span }) => softenerIn(passage, span));
  if (softener !== null) taken.push(softener);
  const spans = anchorsOf(passage, act.span.start, act.span.end);
  const object = act.object ?? objectWords(passage, act.rest, taken);
  const times = timeSlots(passage, act, phrases, conditions.map(({ value }) => value)[0] ?? null);
  const isSoft = softener !== null && softener.end > softener.start;
  const softSpans = isSoft ? anchorsOf(passage, softener.start, softener.end) : [];
  const isEffort =
    isSoft &&
    act.modality.kind !== "unresolved" &&
    (act.modality.kind === "stated" || act.modality.kind === "proposed") &&
    act.modality.value === "obligation";

  const frame: Frame = {
    head: act.head,
    sentence: act.sentence,
    at: act.span.start,
    article: passage.article,
    subject: act.subject,
    phrases,
    serves: 0,
    reading: 0,
    says: act.says,
    provision: passage.provision.id,
    label: passage.provision.label,
    spans,
    bearer: act.bearer,
    liability: liabilityOf(act, spans),
    counterparty:
      counterparty === null
        ? unresolved(...spans)
        : {
            kind: "stated",
            value: counterparty.value,
            spans: anchorsOf(
              passage,
              counterparty.span.start,
              Math.max(counterparty.span.end, counterparty.span.start + 1),
            ),
          },
    modality: isEffort ? { kind: "stated", value: "best-effort", spans: softSpans } : act.modality,
    strength: isEffort ? { kind: "stated", value: "none", spans: softSpans } : act.strength,
    action: {
      verb: act.base,
      object,
      place:
        place === null
          ? notApplicable("no place stands in the words")
          : { kind: "stated", value: place.value, spans: anchorsOf(passage, place.span.start, place.span.end) },
      class: act.class,
    },
    quantity:
      quantity === null
        ? notApplicable("no number stands in the words")
        : { kind: "stated", value: quantity.value, spans: anchorsOf(passage, quantity.span.start, quantity.span.end) },
    mode: act.mode,
    ...times,
    condition: conditionSlot(
      passage,
      conditions,
      consent !== null && consent.without && act.modality.kind === "stated" && act.modality.value === "prohibition"
        ? consent
        : null,
    ),
    elseBranch:
      otherwise === null
        ? unresolved(...spans)
        : {
            kind: "stated",
            value: otherwise.words,
            spans: anchorsOf(passage, otherwise.span.start, otherwise.span.end),
          },
    needsConsentOf:
      consent === null || (consent.without && act.modality.kind === "stated" && act.modality.value === "prohibition")
        ? unresolved()
        : consent.without
          ? { kind: "stated", value: [], spans: anchorsOf(passage, consent.span.start, consent.span.end) }
          : consentGiven
            ? {
                kind: "stated",
                value: consent.value ?? [],
                spans: anchorsOf(passage, consent.span.start, consent.span.end),
              }
            : unresolved(...anchorsOf(passage, consent.span.start, consent.span.end)),
    reversible: /\birrevocabl[ey]\b/i.test(passage.text.slice(act.span.start, act.span.end))
      ? { kind: "stated", value: "irrevocable", spans }
      : unresolved(),
    value: null,
    criterion: criterion === null ? unresolved() : criterion.value,
    verification: [],
    determination: unresolved(...spans),
    onBreach: [],
    overrides: [],
    survivesTermination: false,
  };

  return [
    frame,
    ...helpers.map((helper, index) => helperFrame(passage, act, frame, helper.value, helper.span, index + 1)),
  ];
}

/** "which were laid within ten days", "that withdrew": the clause tells of something, it asks for nothing. */
function isTold(passage: Passage, phrase: TimePhrase, relatives: readonly Span[]): boolean {
  const clause = relatives.find((span) => phrase.start >= span.start && phrase.end <= span.end);

  return (
    clause !== undefined &&
    /^within/i.test(phrase.words) &&
    /^,? (?:which|who|that) (?:(?:was|were|had|did)\b|\p{L}+ed\b|(?:withdrew|left|took|fled|began|came|held|fell|went|stood|lost|broke)\b)/iu.test(
      passage.text.slice(clause.start, clause.end),
    )
  );
}

/** A helper or verifier named in passing owes a second, separate act. */
function helperFrame(
  passage: Passage,
  act: ActOutline,
  main: Frame,
  helper: { readonly names: readonly string[]; readonly actor: Span; readonly verb: string },
  span: Span,
  serves: number,
): Frame {
  const spans = anchorsOf(passage, span.start, span.end);
  const isVerifier = /^(?:verify|monitor|supervise|certify|observe|oversee|inspect|confirm)$/.test(helper.verb);

  return {
    ...main,
    head: "helper",
    at: span.start,
    serves,
    subject: "",
    phrases: [],
    spans,
    bearer: { kind: "stated", value: helper.names, spans: anchorsOf(passage, helper.actor.start, helper.actor.end) },
    liability: helper.names.length > 1 ? unresolved(...spans) : notApplicable("one bearer"),
    counterparty: unresolved(...spans),
    action: {
      verb: helper.verb,
      object: `${act.base} ${main.action.object}`.trim(),
      place: notApplicable("no place stands in the words"),
      class: isVerifier ? "verify" : "other",
    },
    quantity: notApplicable("no number stands in the words"),
    mode: "maintain",
    trigger: unresolved(),
    condition: unresolved(),
    elseBranch: unresolved(...spans),
    window: unresolved(...spans),
    start: unresolved(),
    until: unresolved(),
    needsConsentOf: unresolved(),
    criterion: unresolved(),
    determination: unresolved(...spans),
  };
}

function firstOf<Area, Value>(areas: readonly Area[], find: (area: Area) => Value | null): Value | null {
  for (const area of areas) {
    const value = find(area);
    if (value !== null) return value;
  }

  return null;
}

function objectArea(rest: Span, conditions: readonly Span[]): Span {
  const first = conditions
    .filter((span) => span.start >= rest.start && span.start < rest.end)
    .toSorted((a, b) => a.start - b.start)[0];

  return first === undefined ? rest : { start: rest.start, end: first.start };
}

/** The words between the verb and the first slot; slots directly after the verb are passed over. */
function objectWords(passage: Passage, rest: Span, taken: readonly Span[]): string {
  let start = rest.start;
  const inside = taken
    .filter((span) => span.end > rest.start && span.start < rest.end && span.end > span.start)
    .toSorted((a, b) => a.start - b.start);
  let stop = rest.end;
  for (const span of inside) {
    if (
      span.start > start &&
      /[\p{L}\p{N}]/u.test(passage.text.slice(start, span.start).replace(/\b(?:and|or|to|by|be)\b/g, ""))
    ) {
      stop = span.start;
      break;
    }
    start = Math.max(start, span.end);
  }
  const words = passage.text.slice(start, Math.max(start, stop)).replace(/\s+/g, " ").trim();

  return words
    .replace(/^[,;\s]+|[,;:.\s]+$/g, "")
    .replace(/\s+(?:and|or|to|by|in|on|which|for|of|,)$/i, "")
    .replace(/\s+(?:as |at )?an?$/, "")
    .replace(/^(?:thereafter|therein|thereof|thereto)[,\s]+/i, "")
    .replace(/^(?:possibly|where possible|as appropriate)\s+/i, "")
    .replace(/^(?:the|an?)\s+/i, "")
    .slice(0, 240);
}

function liabilityOf(act: ActOutline, spans: ReturnType<typeof anchorsOf>): Commitment["liability"] {
  const names = act.bearer.kind === "stated" || act.bearer.kind === "proposed" ? act.bearer.value : [];
  const collective = collectiveOf(act.bearerWords);
  const says = act.says.toLowerCase();
  const where = act.bearer.kind === "stated" ? act.bearer.spans : spans;
  if (names.length === 0) return unresolved(...spans);
  const isEach = collective === "each" || collective === "none" || /^each\b|\beach$/i.test(act.bearerWords.trim());
  if (isEach || (isMany(names, collective) && severally.test(act.says)))
    return { kind: "stated", value: "several", spans: where };
  if (/^(?:an?|any)\s+(?:party|side|signatory|guarantor|member|state)\b/i.test(act.bearerWords))
    return { kind: "stated", value: "several", spans: where };
  if (names.length === 1 && collective === null) return notApplicable("one bearer");
  if (/\bjointly and severally\b/.test(says)) return { kind: "stated", value: "joint-and-several", spans };
  if (/\bjointly\b/.test(says)) return { kind: "stated", value: "joint", spans };
  if (/\bseverally\b|\beach of them\b|\bindividually\b/.test(says)) return { kind: "stated", value: "several", spans };

  return unresolved(...where);
}

/** "The Parties shall each appoint …": each for itself. */
const severally = /\b(?:shall|will|must|should|may|undertake to|agree to) (?:also |then )?each\b/i;

function isMany(names: readonly string[], collective: ReturnType<typeof collectiveOf>): boolean {
  return names.length > 1 || collective !== null || /s$/i.test(names[0] ?? "");
}

type TimeSlots = Pick<Commitment, "window" | "start" | "until" | "trigger">;

/** Which phrase of time fills which slot: completion, beginning, end of a lasting duty, event waited for. */
function timeSlots(
  passage: Passage,
  act: ActOutline,
  phrases: readonly TimePhrase[],
  condition: Condition | null,
): TimeSlots {
  const where = anchorsOf(passage, act.span.start, act.span.end);
  const lasting = act.mode === "maintain";
  const of = (...roles: TimePhrase["role"][]): TimePhrase | undefined =>
    phrases.find((phrase) => roles.includes(phrase.role));
  const stated = (phrase: TimePhrase, window: Window): Slot<Window> => ({
    kind: "stated",
    value: window,
    spans: anchorsOf(passage, phrase.start, phrase.end),
  });
  const open = of("open") ?? immediateIn(passage, act);
  const until = of("until");
  const trigger = of("trigger");
  const end = of("end");
  const from = of("from");
  const start = of("start") ?? (lasting && end === undefined ? undefined : from);
  const isDateLimit = until !== undefined && until.window !== null && !lasting && until.event?.event.kind === "date";
  const due =
    end ?? dueIn(phrases) ?? (isDateLimit ? until : undefined) ?? (lasting ? from : undefined) ?? trigger ?? open;
  let window: Slot<Window> = unresolved(...where);
  if (due?.window !== null && due?.window !== undefined) {
    const openEnded = open?.window?.openEnded ?? due.window.openEnded;
    window = stated(due, {
      ...due.window,
      openEnded: due === open ? due.window.openEnded : openEnded,
      after: anchored(due.window, trigger, condition),
    });
    if (due === until)
      window = {
        kind: "proposed",
        value: due.window,
        spans: anchorsOf(passage, due.start, due.end),
        rule: "until-as-last-day",
      };
  }
  const second = of("due") ?? phrases.filter((phrase) => phrase.role === "end")[1];
  const dated = stages(phrases);
  if (end === undefined && dated.length > 1)
    window = {
      kind: "ambiguous",
      alternatives: dated.map((phrase) => ({
        value: phrase.window!,
        spans: anchorsOf(passage, phrase.start, phrase.end),
      })),
      declared: "no",
    };
  if (end !== undefined && second !== undefined && second !== end && end.window !== null && second.window !== null)
    window = {
      kind: "ambiguous",
      alternatives: [end, second].map((phrase) => ({
        value: phrase.window!,
        spans: anchorsOf(passage, phrase.start, phrase.end),
      })),
      declared: "no",
    };

  return {
    window,
    start:
      start?.window === null || start?.window === undefined || start === due
        ? unresolved()
        : stated(start, start.window),
    until:
      until?.event === null || until?.event === undefined || isDateLimit
        ? unresolved()
        : { kind: "stated", value: until.event, spans: anchorsOf(passage, until.start, until.end) },
    trigger:
      trigger?.event === null || trigger?.event === undefined
        ? unresolved()
        : { kind: "stated", value: trigger.event, spans: anchorsOf(passage, trigger.start, trigger.end) },
  };
}

/** The phrase by which the act is due; "not earlier than X and not later than Y" are two ends of one window. */
function dueIn(phrases: readonly TimePhrase[]): TimePhrase | undefined {
  const all = phrases.filter((phrase) => phrase.role === "due" && phrase.window !== null);
  const [first, second] = all;
  if (first === undefined || second === undefined) return first ?? phrases.find((phrase) => phrase.role === "due");
  const isOpen = (phrase: TimePhrase): boolean => valueOf(phrase.window!.latest) === "none";
  const lower = isOpen(first) ? first : isOpen(second) ? second : undefined;
  const upper = lower === first ? second : first;
  if (lower === undefined || isOpen(upper) || !isSameStart(lower.window!, upper.window!)) return first;

  return {
    ...upper,
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end),
    window: { ...upper.window!, earliest: lower.window!.earliest, words: `${first.words} and ${second.words}` },
  };
}

function isSameStart(one: Window, other: Window): boolean {
  const [a, b] = [valueOf(one.after), valueOf(other.after)];
  if (a === null || b === null) return false;
  const words = (ref: EventRef): string => ("words" in ref.event ? ref.event.words.toLowerCase() : ref.event.kind);

  return a.event.kind === b.event.kind && words(a) === words(b) && a.event.kind !== "date";
}

/** Stages on days of their own ("200 on 10 May, 200 on 20 May"): which of them is the day of the act is left open. */
function stages(phrases: readonly TimePhrase[]): readonly TimePhrase[] {
  const days = phrases.filter(
    ({ role, window, event }) =>
      role === "due" && window !== null && event?.event.kind === "date" && valueOf(window.latest) !== "none",
  );

  return days.length > 1 && new Set(days.map(({ words }) => words)).size === days.length ? days : [];
}

/** "Immediate release of …": the adjective at the head says when, and gives no last day. */
function immediateIn(passage: Passage, act: ActOutline): TimePhrase | undefined {
  if (act.head !== "nominal" && act.head !== "imperative") return undefined;
  const match = /^(?:\p{L}+ )?(?:the |an )?(?:\p{L}+ and )?(immediate|prompt)\b/iu.exec(
    passage.text.slice(act.span.start, act.span.end),
  );
  if (match === null) return undefined;
  const end = act.span.start + match[0].length;
  const start = end - (match[1] ?? "").length;
  const words = passage.text.slice(start, end);
  const spans = anchorsOf(passage, start, end);
  const window: Window = {
    after: unresolved(),
    earliest: unresolved(),
    latest: { kind: "stated", value: "none", spans },
    openEnded: "promptly",
    ordinal: false,
    words,
  };

  return { start, end, role: "open", window, event: null, words };
}

/** A length of time without an event is counted from what the clause waits for, where there is one such thing. */
function anchored(window: Window, trigger: TimePhrase | undefined, condition: Condition | null): Slot<EventRef> {
  if (window.after.kind !== "unresolved" || window.openEnded !== "no") return window.after;
  if (trigger?.event !== null && trigger?.event !== undefined)
    return { kind: "proposed", value: trigger.event, spans: window.after.spans, rule: "counted-from-trigger" };
  if (condition !== null && condition.kind === "event")
    return { kind: "proposed", value: condition.event, spans: window.after.spans, rule: "counted-from-condition" };

  return window.after;
}

function conditionSlot(
  passage: Passage,
  conditions: readonly { readonly span: Span; readonly value: Condition }[],
  consent: { readonly span: Span } | null,
): Slot<Condition> {
  const all = conditions.map(({ value }) => value);
  const spans = conditions.flatMap(({ span }) => anchorsOf(passage, span.start, span.end));
  if (consent !== null) {
    const words = passage.text.slice(consent.span.start, consent.span.end);
    const event: Condition = {
      kind: "event",
      event: {
        event: { kind: "consent", by: namesIn(words.replace(/^.*?\b(?:of|by|from|with)\s+/i, ""))[0] ?? null, words },
        point: { kind: "stated", value: "occurrence", spans: anchorsOf(passage, consent.span.start, consent.span.end) },
      },
      words,
    };
    all.push({ kind: "not", of: event });
    spans.push(...anchorsOf(passage, consent.span.start, consent.span.end));
  }
  const [first] = all;
  if (first === undefined) return unresolved();

  return { kind: "stated", value: all.length === 1 ? first : { kind: "and", of: all }, spans };
}

/** What an act is for says nothing of what it is: "in order to create a zone". */
function purposeIn(passage: Passage, rest: Span): Span | null {
  const match =
    /,? (?:in order (?:to|that)|so as to|so that|with a view to|with the aim of|for the purposes? of|aimed at)\b[^,;]*/i.exec(
      passage.text.slice(rest.start, rest.end),
    );

  return match === null ? null : { start: rest.start + match.index, end: rest.start + match.index + match[0].length };
}

/** ", failing which X shall …", ", otherwise …" inside the sentence. */
function elseIn(passage: Passage, rest: Span): { readonly span: Span; readonly words: string } | null {
  const match = /[,;] (?:failing which|failing that|otherwise|or else|in default of which)\b/i.exec(
    passage.text.slice(rest.start, rest.end),
  );
  if (match === null) return null;
  const start = rest.start + match.index + 2;
  const stop = /[.;](?=\s|$)/.exec(passage.text.slice(rest.end));
  const end = stop === null ? passage.text.trimEnd().length : rest.end + stop.index;

  return { span: { start, end: rest.end }, words: passage.text.slice(start, Math.max(end, rest.end)) };
}
