import { lowWords } from "../base/index.ts";
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
const momentary: ReadonlySet<string> = new Set(
  "date dates day days moment time period periods year years month months week weeks receipt deposit communication notice notification submission transmission publication announcement adoption approval acceptance accession appointment designation expiry expiration request proposal decision determination report declaration breach violation incident accident death signing signature initialling agreement verdict judgment judgement ruling award anniversary refusal complaint claim objection application registration arrest invitation observation invoice bill demand summons".split(
    " ",
  ),
);
/** "After it receives them", "after the Commission is informed": done in a moment. */
const momentaryActs: ReadonlySet<string> = new Set(
  "receive receives observe observes learn learns notice notices request requests refuse refuses decide decides report reports sign signs notify notifies ask asks".split(
    " ",
  ),
);
const told: ReadonlySet<string> = new Set(["informed", "notified", "told"]);
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
  const head = lowWords(words.split(tail)[0] ?? words);

  return momentary.has(head.at(-1) ?? "") || isMomentaryAct(lowWords(words));
}

function isMomentaryAct(words: readonly string[]): boolean {
  const [first = ""] = words;
  const places = first === "the" ? [2, 3] : pronouns.has(first) ? [1] : [];
  const isBeing = (word = ""): boolean => word === "is" || word === "are";

  return (
    first === "being" ||
    places.some((at) => momentaryActs.has(words[at] ?? "") || (isBeing(words[at]) && told.has(words[at + 1] ?? "")))
  );
}

const pronouns: ReadonlySet<string> = new Set(["it", "he", "she", "they"]);
