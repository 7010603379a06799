import { conditionWords, spansOf, valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Condition, EventName, EventRef } from "../commitments/index.ts";
import { wordsAt } from "./places.ts";
import type { Context } from "./rule.ts";

const actsByName = new WeakMap<Context, ReadonlyMap<string, readonly Commitment[]>>();

/** The commitments whose performance an event is; empty for every other event. */
export function actsOf(context: Context, event: EventName): readonly Commitment[] {
  if (event.kind === "act") return actsNamed(context).get(`act ${event.commitment}`) ?? [];
  if (event.kind === "provision") return actsNamed(context).get(`provision ${event.label}`) ?? [];

  return [];
}

function actsNamed(context: Context): ReadonlyMap<string, readonly Commitment[]> {
  let named = actsByName.get(context);
  if (named === undefined) {
    named = grouped(context.commitments);
    actsByName.set(context, named);
  }

  return named;
}

function grouped(commitments: readonly Commitment[]): ReadonlyMap<string, readonly Commitment[]> {
  const named = new Map<string, Commitment[]>();
  for (const commitment of commitments)
    for (const name of [`act ${commitment.id}`, `provision ${commitment.label}`]) {
      const known = named.get(name);
      if (known === undefined) named.set(name, [commitment]);
      else known.push(commitment);
    }

  return named;
}

/** An event in words that a reader finds in the text. */
export function eventWords(context: Context, event: EventName): string {
  switch (event.kind) {
    case "signature":
      return "signature";
    case "entry-into-force":
      return "entry into force";
    case "date":
      return event.on;
    case "act": {
      const [act] = actsOf(context, event);

      return act === undefined ? event.commitment : `${act.action.verb} ${act.action.object} (${act.label})`.trim();
    }
    case "provision":
      return event.label;
    default:
      return event.words;
  }
}

/** The events a condition speaks of; `isNegated` inside a "not". */
export function eventsIn(
  condition: Condition,
  isNegated = false,
): readonly { readonly event: EventRef; readonly words: string; readonly isNegated: boolean }[] {
  if (condition.kind === "event") return [{ event: condition.event, words: condition.words, isNegated }];
  if (condition.kind === "not") return eventsIn(condition.of, !isNegated);

  return condition.of.flatMap((part) => eventsIn(part, isNegated));
}

/** The text's own words for the condition, from its opening word on. */
export function conditionAsWritten(context: Context, commitment: Commitment): string {
  const words = wordsAt(context.draft, spansOf(commitment.condition));
  const value = valueOf(commitment.condition) ?? valuesOf(commitment.condition)[0];

  return words === "" && value !== undefined ? conditionWords(value) : words;
}

/** What happens in a moment, or is a moment: it has no start and completion apart, and nobody waits for it long. */
const momentary =
  /\b(?:dates?|days?|moment|time|periods?|years?|months?|weeks?|receipt|deposit|communication|notice|notification|submission|transmission|publication|announcement|adoption|approval|acceptance|accession|appointment|designation|expiry|expiration|request|proposal|decision|determination|report|declaration|breach|violation|incident|accident|death|signing|signature|initialling|agreement|verdict|judge?ment|ruling|award|anniversary|refusal|complaint|claim|objection|application|registration|arrest|invitation|observation|invoice|bill|demand|summons)$/i;
/** "after it receives them": done in a moment. */
const momentaryAct =
  /^(?:being|(?:(?:it|he|she|they|the \w{2,20}(?: \w{2,20})?) )(?:receives?|observes?|learns?|notices?|(?:is|are) (?:informed|notified|told)|requests?|refuses?|decides?|reports?|signs?|notif(?:y|ies)|asks?))\b/i;
/** A named moment of something: "the end of the exercise". */
const edge =
  /^(?:the )?(?:verified )?(?:end|beginning|start|completion|commencement|conclusion|close|opening)\s(?:of\s)?/i;
const tail = /\s(?:of|by|to|that|from|for|in|on|under|at|which|whereby|with|being|referred)\s/i;

/** Whether an event in words has no extent; its head noun stands before the first "of", "by", "to" or "that". */
export function isMomentary(words: string): boolean {
  return edge.test(words) || isMoment(words);
}

/** Whether nobody waits for it long: a moment, or the edge of one ("the end of that period"). */
export function isSoonOver(words: string): boolean {
  return isMoment(words.replace(edge, ""));
}

function isMoment(words: string): boolean {
  const head = words.split(tail)[0] ?? words;

  return momentary.test(head.trim()) || momentaryAct.test(words);
}
