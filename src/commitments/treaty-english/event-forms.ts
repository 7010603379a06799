import type { EventName, Point } from "../event.ts";
import type { Anchor, Slot } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { happenings } from "./keywords.ts";

/** A label as texts write them: `4.1`, `9(b)`, `4.2 ¶1`, `Article 4`, `Annex B`. */
const labelForm =
  /^(?:\d[\d.]{0,20}[\p{L}]?(?:\([^\s()]{1,12}\))*(?: ¶\d+)?|(?:Article|Annex|Point|Paragraph|Section|Part|Chapter) [\p{L}\p{N}.()]{1,20})$/u;
const actForm = /^(.{1,60})\/(\d{1,6})$/;
const happeningForm =
  /^(BREACH|DETERMINATION|REPORT|NOTIFICATION|REQUEST|DECISION|CONSENT)(?: BY (?:<([^<>]+)>|([^:<>]+?)))?(?:: (.+))?$/;

/** What stands between square brackets: an act, a provision, a happening of the text's machinery, or a fact in words. */
export function eventOfBrackets(
  written: string,
  provisionId: (label: string) => string | null,
  actorOf: (words: string) => string = (words) => words,
): EventName {
  const happening = happeningForm.exec(written);
  if (happening !== null) return happeningOf(happening, actorOf);
  const inside = inBrackets(written);
  if (provisionId(inside) !== null) return { kind: "provision", label: inside };
  const act = actForm.exec(inside);
  if (act !== null && (labelForm.test(act[1]!) || provisionId(act[1]!) !== null))
    return { kind: "act", commitment: inside };
  if (labelForm.test(inside)) return { kind: "provision", label: inside };

  return { kind: "fact", words: inside };
}

function happeningOf(found: RegExpExecArray, actorOf: (words: string) => string): EventName {
  const kind = happenings.find((one) => one.toUpperCase() === found[1])!;
  const named = found[2] ?? found[3] ?? null;
  const by = named === null ? null : actorOf(named);
  const words = found[4];

  return { kind, by, words: words === undefined ? happeningWords(kind, by) : inBrackets(words) };
}

/** The bracketed form of an event; a fact that would be taken for something else stands in angle brackets. */
export function bracketsOf(event: EventName, writeName: (name: string) => string): string {
  switch (event.kind) {
    case "signature":
      return "SIGNATURE";
    case "entry-into-force":
      return "ENTRY INTO FORCE";
    case "date":
      return dateForm(event);
    case "act":
      return `[${inBrackets(event.commitment)}]`;
    case "provision":
      return `[${inBrackets(event.label)}]`;
    case "fact": {
      const words = inBrackets(event.words);
      const isFact = eventOfBrackets(words, () => null).kind === "fact";

      return isFact ? `[${words}]` : `<${words}>`;
    }
    default: {
      const by = event.by === null ? "" : ` BY ${writeName(event.by)}`;
      const words = event.words === happeningWords(event.kind, event.by) ? "" : `: ${inBrackets(event.words)}`;

      return `[${event.kind.toUpperCase()}${by}${words}]`;
    }
  }
}

function dateForm({ on, hour, zone }: Extract<EventName, { kind: "date" }>): string {
  const at = hour === null ? "" : /^\d{1,2}:\d{2}$/.test(hour) ? ` ${hour}` : ` AT <${inBrackets(hour)}>`;

  return `${on}${at}${zone === null ? "" : ` ZONE <${inBrackets(zone)}>`}`;
}

/** Words that can stand between brackets: no bracket inside, single spaces, not empty. */
export function inBrackets(words: string): string {
  const plain = words
    .replace(/[<>[\]]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const short = plain.length > 500 ? `${plain.slice(0, 499).trimEnd()}…` : plain;

  return short === "" ? "…" : short;
}

/** An event in ordinary words. */
export function eventWords(event: EventName): string {
  switch (event.kind) {
    case "signature":
      return "signature";
    case "entry-into-force":
      return "entry into force";
    case "date":
      return event.on;
    case "act":
      return event.commitment;
    case "provision":
      return event.label;
    default:
      return event.words;
  }
}

function happeningWords(kind: (typeof happenings)[number], by: string | null): string {
  return by === null ? kind : `${kind} by ${by}`;
}

/** Verbs whose nouns name a moment. */
const momentary =
  /^(?:report|notify|inform|publish|announce|disclose|communicate|sign|adopt|approve|ratify|request|deposit|appoint|invite|declare|determine|find|decide|conclude|call|nominate|designate|endorse|accept|confirm|consent|issue|arrest|begin|start|commence|complete|end|launch|attack|vote|submit|certify|establish)$/;

/** Whether an event lasts, so that its start and its completion are two moments. */
export function hasExtent(event: EventName): boolean {
  if (event.kind === "act" || event.kind === "provision") return true;
  if (event.kind !== "fact" || /\b(?:has|have|is|are|was|were)\b/.test(event.words)) return false;
  const [core = ""] = event.words
    .toLowerCase()
    .replace(/^(?:the|all|any|local|national) /, "")
    .split(/ (?:of|under|by|in|from|to) /);
  const head = core.split(" ").at(-1) ?? "";
  const verb = verbOfNoun(head) ?? (head.endsWith("ing") ? verbOf(head) : null);

  return verb !== null && !momentary.test(verb.base);
}

/**
 * The point of an event whose words name none: a time counted from something with extent may mean its start or its
 * completion; inside a condition an event has simply happened.
 */
export function usualPoint(event: EventName, use: "clock" | "condition", spans: readonly Anchor[]): Slot<Point> {
  return use === "clock" && hasExtent(event) ? openPoint(spans) : { kind: "stated", value: "occurrence", spans };
}

export function openPoint(spans: readonly Anchor[]): Slot<Point> {
  return {
    kind: "ambiguous",
    alternatives: [
      { value: "start", spans },
      { value: "completion", spans },
    ],
    declared: "no",
  };
}
