import { oncePer } from "../../base/index.ts";
import { itemsIn, spansOf, valueOf, valuesOf } from "../slot.ts";
import type { Condition } from "../event.ts";
import type { Numbered } from "./link-events.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";

const otherwise =
  /^(?:otherwise|if not|failing (?:which|this|that|such [\p{L} ]{2,40})|in (?:the )?(?:absence|default) of (?:such |an? |this )?(?:agreement|consent|approval))\b/iu;
const negative =
  /^(?:if|where|should|in case|in the event)\b[^,]*?\b(?:not|no|fails?|without|refuses?|withholds?|rejects?|cannot)\b/i;

/**
 * What the text says if a condition fails or a consent is withheld: the sentence after it in the same article that
 * begins with "otherwise", "failing which" or "if … not". Always `proposed`: it stands in another sentence.
 */
export function withElseBranches(
  frames: readonly Numbered[],
  readings: readonly PassageReading[],
): readonly Numbered[] {
  return frames.map((frame) => {
    if (frame.elseBranch.kind !== "unresolved") return frame;
    const hasCondition = valuesOf(frame.condition).length > 0;
    const needsConsent = itemsIn(frame.needsConsentOf).length > 0 || spansOf(frame.needsConsentOf).length > 0;
    if (!hasCondition && !needsConsent) return frame;
    const answer = answerAfter(frame, readings, needsConsent);

    return answer === null
      ? frame
      : {
          ...frame,
          elseBranch: { kind: "proposed", value: answer.words, spans: answer.spans, rule: "else-in-next-sentence" },
        };
  });
}

/** The first sentence after the frame's, in its article, that says what else holds. */
function answerAfter(
  frame: Numbered,
  readings: readonly PassageReading[],
  needsConsent: boolean,
): { readonly words: string; readonly spans: ReturnType<typeof spansOf> } | null {
  const wanted = contentWords(conditionWords(valueOf(frame.condition)));
  let isNext = true;
  let left = 40;
  for (let at = frame.reading; at < readings.length && readings[at]!.passage.article === frame.article; at += 1) {
    const { passage, sentences } = readings[at]!;
    const told = turnsOf(readings[at]!);
    for (let i = at === frame.reading ? frame.sentence + 1 : 0; i < sentences.length; i += 1) {
      left -= 1;
      if (left < 0) return null;
      const { start, end } = sentences[i]!;
      const { text, isOtherwise, isNegative } = told[i]!;
      const isElse = (isNext && isOtherwise) || (isNegative && isAbout(text, wanted, needsConsent));
      if (isElse) return { words: text, spans: anchorsOf(passage, start, end) };
      isNext = false;
    }
  }

  return null;
}

/** Which sentences of a passage begin as an answer to what fails. */
const turnsOf = oncePer(({ passage, sentences }: PassageReading) =>
  sentences.map(({ start, end }) => {
    const text = passage.text.slice(start, end);

    return { text, isOtherwise: otherwise.test(text), isNegative: negative.test(text) };
  }),
);

function isAbout(text: string, wanted: readonly string[], needsConsent: boolean): boolean {
  const lead = text.split(",")[0] ?? "";
  if (needsConsent && /\b(?:consent|agree|agreement|approv|refus|withh)/i.test(lead)) return true;
  if (wanted.length === 0) return false;
  const words = contentWords(lead);
  const shared = wanted.filter((word) => words.some((other) => other.slice(0, 5) === word.slice(0, 5)));

  return shared.length * 2 >= wanted.length;
}

function conditionWords(condition: Condition | null): string {
  if (condition === null) return "";
  if (condition.kind === "event") return condition.words;

  return condition.kind === "not" ? conditionWords(condition.of) : condition.of.map(conditionWords).join(" ");
}

function contentWords(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(
      (word) =>
        word.length > 3 &&
        !/^(?:this|that|with|from|have|been|shall|only|provided|condition|event|case|unless|where|when|does|they|their)$/.test(
          word,
        ),
    );
}
