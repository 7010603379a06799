import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import { notApplicable, unresolved } from "../slot.ts";
import { conditionSlot, elseIn, purposeIn } from "./act-conditions.ts";
import type { ActOutline } from "./act-outline.ts";
import { conditionsIn } from "./conditions.ts";
import { consentIn } from "./consents.ts";
import { counterpartyIn } from "./counterparties.ts";
import { criterionIn } from "./criteria.ts";
import { timePhrasesIn } from "./deadlines.ts";
import type { Frame } from "./frame.ts";
import { helpersIn } from "./helper-phrases.ts";
import { liabilityOf } from "./liability.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { placeIn } from "./places.ts";
import { quantityIn } from "./quantities.ts";
import { softenerIn } from "./softeners.ts";
import type { TimePhrase } from "./time-phrase.ts";
import { timeSlots } from "./time-slots.ts";
import type { TimeSlots } from "./time-slots.ts";
import { verbOf } from "../verbs.ts";
import type { Verb } from "../verbs.ts";
import type { Anchor } from "../slot.ts";

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
  if (act.agent !== undefined) taken.push(act.agent);
  const relatives = everyMatch(relative, passage.text.slice(act.rest.start, act.rest.end)).map((match) => ({
    start: act.rest.start + match.index,
    end: act.rest.start + match.index + match[0].length,
  }));
  const phrases = areas
    .flatMap(({ span }) => timePhrasesIn(passage, span.start, span.end))
    .filter((phrase) => free(phrase) && !isOfCount(passage, phrase))
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
  const words = act.object ?? objectWords(passage, act.rest, taken);
  const isNamed = /^\s*(?:the|its|their|an?|this|that)\b/i.test(passage.text.slice(act.rest.start, act.rest.end));
  const begun = isNamed ? null : begunAct(act.base, words);
  const object = begun?.object ?? words;
  const due = timeSlots(passage, act, phrases, conditions.map(({ value }) => value)[0] ?? null);
  const times = begun === null || begun.mode === "maintain" ? due : toBegin(due, spans);
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
      verb: begun?.base ?? act.base,
      object,
      place:
        place === null
          ? notApplicable("no place stands in the words")
          : { kind: "stated", value: place.value, spans: anchorsOf(passage, place.span.start, place.span.end) },
      class: begun?.class ?? act.class,
    },
    quantity:
      quantity === null
        ? notApplicable("no number stands in the words")
        : { kind: "stated", value: quantity.value, spans: anchorsOf(passage, quantity.span.start, quantity.span.end) },
    mode: isRecurring(
      begun?.mode ?? act.mode,
      phrases,
      times.window,
      quantity === null ? "" : rateAfter(passage, quantity.span),
    )
      ? "maintain"
      : (begun?.mode ?? act.mode),
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

/** "Begin withdrawing its troops", "start to withdraw": the act that is begun, with what is left of the object; "the withdrawal" is another's. */
function begunAct(base: string, object: string): (Verb & { readonly object: string }) | null {
  if (!/^(?:begin|start|commence)$/.test(base)) return null;
  const match = /^(?:to (\p{L}+)|(\p{L}{3,}ing))(?:\s+(?:the |an? )?(.*))?$/su.exec(object);
  const verb = match === null ? null : verbOf((match[1] ?? match[2] ?? "").toLowerCase());

  return verb === null ? null : { ...verb, object: match?.[3] ?? "" };
}

/** A time for beginning is no time for completion. */
function toBegin(times: TimeSlots, spans: readonly Anchor[]): TimeSlots {
  return times.start.kind === "unresolved" ? { ...times, start: times.window, window: unresolved(...spans) } : times;
}

/** "from the strength on 1 January 2030": the day of a count, not of the act. */
function isOfCount(passage: Passage, phrase: TimePhrase): boolean {
  if (
    phrase.event?.event.kind !== "date" ||
    /^(?:within|by|no later|not later|until|before|after)\b/i.test(phrase.words)
  )
    return false;

  return /\b(?:strength|number|level|size|total|stocks?|holdings?|inventory|figure|baseline)s? (?:(?:shown|recorded|held|existing|present|declared|as|it had|they had) ){0,2}$/iu.test(
    passage.text.slice(Math.max(0, phrase.start - 80), phrase.start),
  );
}

/** "20 cubic metres of water per second": what flows has no last day either. Empty where no rate is named. */
function rateAfter(passage: Passage, { start, end }: Span): string {
  const words = passage.text.slice(start, end + 60);

  return /\b(?:per|an?|each|every) (?:second|minute|hour|day|week|month|year)\b/i.exec(words)?.[0] ?? "";
}

/** "each year", "every month": what is done again and again lasts; no day ends it. */
function isRecurring(
  mode: Frame["mode"],
  phrases: readonly TimePhrase[],
  window: Frame["window"],
  rate: string,
): boolean {
  return (
    mode === "achieve" &&
    window.kind === "unresolved" &&
    (rate !== "" || phrases.some(({ role }) => role === "frequency"))
  );
}

/** "which were laid within ten days", "that withdrew": the clause tells of something, it asks for nothing. */
function isTold(passage: Passage, phrase: TimePhrase, relatives: readonly Span[]): boolean {
  const clause = relatives.find((span) => phrase.start >= span.start && phrase.end <= span.end);

  return (
    clause !== undefined &&
    (/^,? who (?:shall|will|may|must|is to)\b/i.test(passage.text.slice(clause.start, clause.end)) ||
      /^within/i.test(phrase.words)) &&
    /^,? (?:which|who|that) (?:(?:shall|will|may|must|is to)(?<=who (?:shall|will|may|must|is to))\b|(?:was|were|had|did)\b|\p{L}+ed\b|(?:withdrew|left|took|fled|began|came|held|fell|went|stood|lost|broke)\b)/iu.test(
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
