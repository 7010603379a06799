import type { Duration, EventRef, Window } from "../event.ts";
import type { Slot } from "../slot.ts";
import type { TimePhrase } from "./time-phrase.ts";
import { anchorsOf, type Passage } from "./passage.ts";

const cue =
  "(?<cue>(?:(?:[Bb]y|[Oo]n|[Aa]t|[Ff]rom|[Uu]ntil|[Bb]efore|[Bb]etween|[Ss]ince|[Ss]tarting|[Bb]eginning|[Ee]nding|[Aa]s of|[Pp]rior to|[Nn]ot? (?:later|earlier) than|[Nn]ot before) ){0,3})";
const offset = "(?: ?(?<sign>\\+|plus|minus|−|–) ?(?<n>\\d{1,3})(?: days?)?)";

/** "D-Day", "D+30", "D-Day + 30", "day D", "between D+10 and D+60": a day that the text names by a letter. */
export const namedDay = new RegExp(
  `(?:\\b(?<verb>start|begin|commence|end|complete|completed|finish|finali[sz]ed|conclude)(?:s|ed|ing)? )?${cue}(?:the )?(?<dayBefore>[Dd]ay )?(?<![\\p{L}\\p{N}-])(?<letter>\\p{Lu})(?:(?<=[Dd]ay \\p{Lu})(?![\\w+ -]{0,2}[\\d+])|(?<day>-?[Dd]ay|-DAY)${offset}?|${offset.replaceAll("sign", "sign2").replaceAll("<n>", "<n2>")})(?: (?:and|to|until) \\p{Lu}(?:-?[Dd]ay)? ?(?:\\+|plus) ?(?<m>\\d{1,3}))?(?:,? at \\d{1,2}[:.]\\d{2}(?: hours| hrs)?)?(?![\\p{L}\\p{N}-])`,
  "gu",
);

/** The window that a lettered day gives: counted from that day, which another clause must name. */
export function lettered(passage: Passage, match: RegExpExecArray): TimePhrase | null {
  const groups = match.groups ?? {};
  const end = match.index + match[0].length;
  const lead = (groups["cue"] ?? "").toLowerCase().trim();
  const verb = (groups["verb"] ?? "").toLowerCase();
  const sign = groups["sign"] ?? groups["sign2"] ?? "+";
  const amount = Number(groups["n"] ?? groups["n2"] ?? 0);
  const spans = anchorsOf(passage, match.index, end);
  const day = (value: number): Slot<Duration> => ({
    kind: "stated",
    value: { amount: value, unit: "days", calendar: null },
    spans,
  });
  const first = /^(?:minus|−|–)$/.test(sign) ? -amount : amount;
  const last = groups["m"] === undefined ? first : Number(groups["m"]);
  const isLatest = /(?:^|\s)by$|later than$|(?<!not )before$|prior to$/.test(lead);
  const words = passage.text.slice(match.index, end);
  const event: EventRef = {
    event: { kind: "fact", words: `${groups["letter"] ?? "D"}-Day` },
    point: { kind: "stated", value: "occurrence", spans },
  };
  const window: Window = {
    after: { kind: "stated", value: event, spans },
    earliest: isLatest ? { kind: "unresolved", spans } : day(first),
    latest: day(last),
    openEnded: "no",
    ordinal: false,
    words,
  };
  const phrase = { start: match.index, end, event, words };
  if (/earlier than$|not before$/.test(lead))
    return {
      ...phrase,
      role: "due",
      window: { ...window, earliest: day(first), latest: { kind: "stated", value: "none", spans } },
    };
  if (/until$/.test(lead)) return { ...phrase, role: "until", window };
  if (groups["m"] === undefined && /(?:from|since|starting|beginning|as of)(?: on)?$/.test(lead))
    return { ...phrase, role: "from", window };
  if (/^(?:start|begin|commence)/.test(verb)) return { ...phrase, role: "start", window };

  return { ...phrase, role: verb !== "" || lead.startsWith("ending") ? "end" : "due", window };
}
