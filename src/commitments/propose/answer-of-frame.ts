import { oncePer } from "../../base/index.ts";
import type { Consequence } from "../commitment.ts";
import { consequenceKind, usualCost } from "../consequence-kind.ts";
import { awaitedEvents, type EventRef } from "../event.ts";
import { itemsIn, spansOf, unresolved, valueOf, valuesOf } from "../slot.ts";
import { unlessIn } from "./answer-statements.ts";
import { breachWords } from "./breach-words.ts";
import type { Numbered } from "./link-events.ts";
import type { Watch } from "./link-verification.ts";

const againstBreaker =
  /\b(?:against|on|upon|to) (?:the|a|any|that) (?:party|side|parties|state|actor|signatory)(?: (?:in|that is in) (?:breach|violation|default)|at fault| (?:that|which|who) (?:has|is|breach|violat|commit)\w*| responsible for (?:the|a) (?:breach|violation)| concerned)|\b(?:the )?(?:breaching|violating|defaulting|offending|responsible) (?:party|side)\b|\b(?:party|side|state) (?:in (?:breach|violation|default)|at fault)\b/i;

/** Breaches and determinations that the act waits for. */
const answeredEvents = oncePer((frame: Numbered): readonly EventRef[] => {
  const condition = valueOf(frame.condition);
  const windows = valueOf(frame.window);
  const refs = [
    ...valuesOf(frame.trigger),
    ...(condition === null ? [] : awaitedEvents(condition)),
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
});

const findings =
  /^(?:determine|find|establish|decide|rule|investigate|examine|record|observe|state|bring|consider|review|inquire|hear)$/;

/** Whether a frame by itself may answer a breach: it waits for one, or acts against whoever broke the text. */
const mayAnswer = oncePer((frame: Numbered): boolean => {
  const { action, head, says } = frame;
  const isAgainst = againstBreaker.test(action.object) || againstBreaker.test(says);
  const isBreach =
    answeredEvents(frame).length > 0 ||
    (isAgainst && /^(?:sanction|pay|other|withdraw|return|transfer)$/.test(action.class) && breachWords.test(says));

  return (
    isBreach &&
    action.class !== "verify" &&
    action.class !== "admit-access" &&
    head !== "helper" &&
    head !== "declaration" &&
    !findings.test(action.verb) &&
    valueOf(frame.modality) !== "prohibition"
  );
});

/** The answer to a breach that a frame states, or `null` where it answers none. */
export function answerOf(watch: Watch, frame: Numbered): Consequence | null {
  const isVerifier = (name: string): boolean => watch.index.verifiers.has(name);
  const events = answeredEvents(frame);
  if (!mayAnswer(frame)) return null;
  const isOwnReport = frame.action.class === "report" && itemsIn(frame.bearer).some(isVerifier);
  if (isOwnReport) return null;
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
