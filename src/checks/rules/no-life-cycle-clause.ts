import { presentProvisions } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";

const itself =
  /\b(?:[Tt]his|[Tt]he present|[Tt]he)\s(?:[A-Z]\w+\s){0,2}(?:Agreement|Treaty|Accord|Protocol|Memorandum|Package|Convention|Arrangement|Compact|Pact|Declaration|Settlement|Document|agreement|treaty|text|arrangement|memorandum|protocol|accord)\b/;

type Stage = { readonly name: string; readonly effects: readonly string[]; readonly words: RegExp };

/** What every lasting text must say of itself. Leaving ends it for the one who leaves. */
const stages: readonly Stage[] = [
  {
    name: "amendment",
    effects: ["amend"],
    words: /\bamend(?:s|ed|ments?)?\b|\bmodif(?:y|ied|ication)\b|\brevis(?:e|ed|ion)\b/i,
  },
  { name: "review", effects: ["review"], words: /\breview(?:s|ed)?\b|\breconsider(?:ed)?\b/i },
  { name: "suspension", effects: ["suspend", "resume"], words: /\bsuspen(?:d|ds|ded|sion)\b/i },
  {
    name: "termination",
    effects: ["terminate", "leave", "discharge"],
    words:
      /\bterminat(?:e|es|ed|ion)\b|\bdenounc(?:e|ed|iation)\b|\bexpir(?:es?|y|ation)\b|\bremains? in force (?:for|until)\b|\bwithdraws? from\b|\bends? (?:on|at|after|when)\b/i,
  },
  {
    name: "survival",
    effects: ["survive"],
    words: /\bsurviv(?:e|es|al)\b|\bcontinues? to (?:apply|bind)\b|\bremains? in force after\b/i,
  },
];

/** A text outlives the day of signature, and must say how it changes and ends. Source: docs/sources.md#no-life-cycle-clause. */
export const noLifeCycleClause: Rule = {
  name: "no-life-cycle-clause",
  family: "structure",
  scope: "text",
  find: (context) => {
    if (context.reading.commitments.length === 0) return [];
    const missing = stages.filter((stage) => !isDealtWith(context, stage)).map(({ name }) => name);
    if (missing.length === 0) return [];
    const says = `The text does not deal with its own ${listed(missing)}.`;

    return [finding(context, "no-life-cycle-clause", "note", null, says, { slot: "life-cycle", missing })];
  },
};

function isDealtWith(context: Context, { effects, words, name }: Stage): boolean {
  if (name === "survival" && context.commitments.some(({ survivesTermination }) => survivesTermination)) return true;

  return (
    context.reading.powers.some(({ effect }) => effects.includes(effect)) ||
    presentProvisions(context).some(({ chosen }) => isSaidOfItself(chosen.words, words))
  );
}

/** A sentence about the text, or one on "it" that follows one. */
function isSaidOfItself(provision: string, words: RegExp): boolean {
  if (!words.test(provision)) return false;
  let isAbout = false;

  return provision.split(/(?<=[.;])\s/).some((sentence) => {
    isAbout = itself.test(sentence) || (isAbout && /^It\s/.test(sentence));

    return isAbout && words.test(sentence);
  });
}
