import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import type { Quantity } from "../commitment.ts";
import { type Slot, unresolved } from "../slot.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { Found } from "./phrases.ts";

const countable =
  "cubic met(?:er|re)s(?: per second| a second| per year)?|barrels|lit(?:er|re)s|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|mm|millimet(?:er|re)s?|per ?cent|%|troops|soldiers|(?:ex-)?combatants|fighters|personnel|persons|people|prisoners|detainees|weapons|pieces|tanks|vehicles|aircraft|artillery pieces|observers|monitors|members|representatives|judges|officers|police officers|seats|dollars|USD|euros?|EUR|tonn?es|tons|families|refugees|camps|sites|battalions|brigades|women|hectares|launchers|systems|civilians|households|stages|tranches|thirds|quarters";

const quantityPattern = new RegExp(
  `\\b(?<bound>at least|no less than|not less than|a minimum of|at most|no more than|not more than|up to|not exceeding|a maximum of|more than|fewer than|less than|exactly|of|in)? ?(?:a distance of )?(?<![\\p{L}\\p{N}.,])(?<value>(?:US)?[$€£]? ?\\d[\\d,.]*(?:\\s?(?:million|billion|thousand))?|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|one hundred|a hundred|half|one third|two thirds|all)(?= (?:${countable})\\b))(?<unit>[ -]?(?:(?:military|armed|regular|heavy|international|unarmed|former|demobili[sz]ed|displaced|detained|wounded|civilian|foreign|local|additional|trained) )?(?:${countable})\\b)?`,
  "giu",
);

/** "reduce its garrison by one third". */
const fraction =
  /\bby (?:(?:at least|at most|not less than|no more than|up to) )?(?:(?:a|one|two|three|four) (?:half|halves|thirds?|quarters?|fifths?|tenths?)|half)\b(?! of\b)/iu;

function shareOf(passage: Passage, start: number, words: string, limit: number): Found<Quantity> {
  const end = start + words.length;
  const open = anchorsOf(passage, start, end);
  const from = /^ (?:from|of|compared (?:to|with)) (the [^,;.(]{3,120})/iu.exec(passage.text.slice(end, limit));
  const bound = /\b(?:at least|not less than)\b/i.test(words)
    ? "at-least"
    : /\b(?:at most|no more than|up to)\b/i.test(words)
      ? "at-most"
      : "exactly";

  return {
    span: { start, end },
    value: {
      value: words.replace(/^by /i, ""),
      unit: null,
      bound,
      countedAs: unresolved(...open),
      baseline:
        from === null
          ? unresolved(...open)
          : { kind: "stated", value: from[1] ?? "", spans: anchorsOf(passage, end, end + from[0].length) },
    },
  };
}

/** "214 persons named in List A": the list says which they are. */
const inList =
  /^[^,;.]{0,40}?\b(?:named|listed|enumerated|identified|specified|recorded|registered|set out|entered) (?:in|on|by) ((?:the )?[^,;.(]{2,80}?)(?= (?:within|no later|not later|by|on|as of|until|and|in order|to)\b|[,;.(]|$)/iu;

/** "counted by the register of 1 June": the rule by which a number is read off. */
const counted =
  /,? (?:as |to be )?(?:counted|measured|calculated|reckoned|computed|determined) (?:by|at|from|against|on the basis of|according to|in accordance with) [^,;.]{2,120}/iu;

/** The number of an act with its unit and bound; durations, dates, calibres and article numbers are none. */
export function quantityIn(passage: Passage, area: Span, taken: readonly Span[]): Found<Quantity> | null {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/\d|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half|third|hundred|quarter|fifth|tenth/i.test(
      text,
    )
  )
    return null;
  const share = fraction.exec(text);
  if (
    share !== null &&
    !taken.some(
      (span) => area.start + share.index < span.end && area.start + share.index + share[0].length > span.start,
    )
  )
    return shareOf(passage, area.start + share.index, share[0], area.end);
  for (const match of everyMatch(quantityPattern, text)) {
    const start = area.start + match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    const end = area.start + match.index + match[0].length;
    const unit = (match.groups?.["unit"] ?? "").trim().replace(/^-/, "");
    const value = (match.groups?.["value"] ?? "").trim().replace(/[.,]$/, "");
    if (unit === "" && !/[$€£]/.test(value)) continue;
    if (/\b(?:composed|consisting|comprising|made up)\b[^;]*$/i.test(text.slice(0, match.index))) continue;
    if (taken.some((span) => start < span.end && end > span.start)) continue;
    if (
      /^(?:mm|millim)/i.test(unit) ||
      /\b(?:calib(?:re|er)|articles?|points?|paragraphs?)\b[^,;.]{0,24}$/i.test(text.slice(0, match.index))
    )
      continue;
    const bound = (match.groups?.["bound"] ?? "").toLowerCase();
    const kind: Quantity["bound"] =
      /least|less than|minimum|more than$/.test(bound) &&
      !/^(?:no|not) more/.test(bound) &&
      !/^(?:fewer|less)/.test(bound)
        ? "at-least"
        : /most|more|up to|exceeding|maximum|fewer|less/.test(bound)
          ? "at-most"
          : "exactly";
    const isFrom =
      /^(?: wide| in width)? from (the [^,;.(]{3,120}?)(?= (?:within|no later|not later|by|on|as of|until|and|in order)\b|[,;.(]|$)/iu.exec(
        passage.text.slice(end, area.end),
      );
    const from = isFrom ?? inList.exec(passage.text.slice(end, area.end));
    const baseline: Slot<string> =
      from === null
        ? unresolved(...anchorsOf(passage, start, end))
        : {
            kind: "stated",
            value: from[1] ?? "",
            spans: anchorsOf(passage, end + from.index, end + from[0].length),
          };
    const counting = counted.exec(passage.text.slice(end, area.end));

    return {
      span: { start, end },
      value: {
        value,
        unit: unit === "" ? null : unit,
        bound: kind,
        countedAs:
          counting === null
            ? unresolved(...anchorsOf(passage, start, end))
            : {
                kind: "stated",
                value: counting[0].replace(/^[,\s]+/, ""),
                spans: anchorsOf(passage, end + counting.index, end + counting[0].length),
              },
        baseline,
      },
    };
  }

  return null;
}
