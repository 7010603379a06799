import { modalsIn, type Span } from "../../text/index.ts";
import type { Evidence, Quantity } from "../commitment.ts";
import type { Condition } from "../event.ts";
import { notApplicable, unresolved, type Slot } from "../slot.ts";
import { actorParts, collectiveOf, designationOf, isActor } from "./actor-names.ts";
import { datesIn } from "./dates.ts";
import { eventIn } from "./event-words.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { nounPhrase } from "./predicate.ts";
import { wordsIn } from "./words.ts";

/** A phrase of a clause with the span it takes from the object. */
export type Found<Value> = { readonly span: Span; readonly value: Value };

/** No list of names is longer, in UTF-16 units. */
const longestName = 600;

/** The names of a noun phrase at `start`, or `null` where it names no actor. */
export function actorsAt(passage: Passage, start: number, limit: number): Found<readonly string[]> | null {
  const words = wordsIn(passage.text, start, Math.min(limit, start + longestName));
  const span = nounPhrase(passage.text, words, 0);
  if (span === null) return null;
  const text = passage.text.slice(span.start, span.end);
  if (!isActor(text)) return null;

  return { span, value: namesIn(text) };
}

/** Designations of the actors that a noun phrase names. */
export function namesIn(words: string): readonly string[] {
  if (collectiveOf(words) !== null) return [designationOf(words)];

  return actorParts(words).map((part) => designationOf(part.words));
}

const conditionCue =
  /(?<![\p{L}-])(?:(?:,\s*)?(?:provided(?:,? however,?)? that|on (?:the )?condition that|only (?:if|when|after)|if and when|if|unless|in the event (?:that|of)|in cases? (?:where|of)|in case|in the absence of|failing(?! (?:which|that|this|such|so)\b)|as long as|so long as|on the understanding that|assuming that|except (?:where|when|if|that|in|as)|except|with the exception of|without prejudice to|notwithstanding|subject to))(?= )/giu;

/** Conditions of a clause, each to the end of its words. In the lead they end at the last comma. */
export function conditionsIn(passage: Passage, area: Span, isLead: boolean): readonly Found<Condition>[] {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/\b(?:if|unless|provided|event|cases?|as|so|absence|failing|understanding|assuming|except|exception|prejudice|notwithstanding|subject|condition|once|when|whenever|where|should)\b/i.test(
      text,
    )
  )
    return [];
  const found: Found<Condition>[] = [];
  const cues = [...text.matchAll(conditionCue)];
  const leading =
    isLead && /^(?:once|when|whenever|where|upon|in the event|should)\b/i.test(text.trim()) && cues.length === 0;
  if (leading && /^(?:once|when|whenever|where|should)\b/i.test(text.trim()))
    cues.push(...text.matchAll(/(?<![\p{L}-])(?:once|when|whenever|where|should)(?= )/giu));
  for (const [at, cue] of cues.slice(0, 3).entries()) {
    const last = found.at(-1);
    const start = area.start + cue.index + (/^,\s*/.exec(cue[0])?.[0].length ?? 0);
    if (last !== undefined && start < last.span.end) continue;
    const word = cue[0].replace(/^,\s*/, "").toLowerCase();
    if (
      word === "subject to" &&
      (consentPhrase.test(passage.text.slice(start, area.end)) ||
        /^subject to (?:the )?(?:\w+ )?(?:supervision|monitoring|verification|observation|inspection) (?:of|by)\b/i.test(
          passage.text.slice(start, area.end),
        ))
    )
      continue;
    const next = isLead ? cues[at + 1] : undefined;
    const limit = next === undefined ? area.end : area.start + next.index;
    const end = conditionEnd(
      passage,
      start + word.length,
      next === undefined
        ? limit
        : limit - (/[\s,]*(?:and|or)?\s*$/.exec(passage.text.slice(start, limit))?.[0].length ?? 0),
      isLead,
      /^(?:except|in the absence|failing|with the exception|without prejudice|notwithstanding|subject)/.test(word),
    );
    const from = start + word.length + 1;
    if (end <= from) continue;
    const event: Condition = {
      kind: "event",
      event: eventIn(passage, from, end),
      words: passage.text.slice(start, end),
    };
    const isDenied =
      event.kind === "event" &&
      event.event.event.kind !== "breach" &&
      /\b(?:is|are|has|have|does|do|can|was|were)(?: \w+)? not\b|\bcannot\b|\b(?:fails?|unable) to\b/i.test(
        event.words,
      );
    const isNegated =
      isDenied ||
      /^(?:unless|in the absence|failing|except|with the exception|without prejudice|notwithstanding)/.test(word);
    found.push({ span: { start, end }, value: isNegated ? { kind: "not", of: event } : event });
  }

  return found;
}

function conditionEnd(passage: Passage, from: number, limit: number, isLead: boolean, isNoun: boolean): number {
  const text = passage.text.slice(from, limit);
  if (isLead) return from + text.replace(/[\s,]+$/, "").length;
  const stop = isNoun
    ? /[,;](?=\s)/.exec(text)
    : /;(?=\s)|, (?=(?:failing which|otherwise|in which case|no later than|not later than|within|and (?:the|each) )\b)/.exec(
        text,
      );

  return from + (stop === null ? text.replace(/[\s,.]+$/, "").length : stop.index);
}

export const consentPhrase =
  /\b(?<without>without )?(?:(?:only |and )?(?:with|subject to|upon|by|on|after|pending|without) (?:the |its |their |a |any )?(?:(?:prior|written|express|explicit|mutual|unanimous|full|joint) (?:and )?)*(?:consent|approval|agreement|authori[sz]ation|permission|concurrence)(?: in writing)? (?:of|by|from|with|between)|agreed (?:upon |to |on )?(?:with|by|between)|in agreement with|approved by|endorsed by)(?= )/iu;

/** Whose consent performance needs. `without` marks that it needs none of theirs. */
export function consentIn(
  passage: Passage,
  area: Span,
): (Found<readonly string[] | null> & { readonly without: boolean }) | null {
  const words = passage.text.slice(area.start, area.end);
  if (!/consent|approv|agree|authori|permission|concurr|endors/i.test(words)) return null;
  const match = consentPhrase.exec(words);
  if (match === null) return null;
  if (/\botherwise\s*$/i.test(words.slice(0, match.index))) return null;
  const start = area.start + match.index;
  const head = start + match[0].length;
  const actors = actorsAt(passage, head + 1, area.end);
  const text = passage.text.slice(head + 1, area.end);
  const isVague =
    /^(?:the|that|a|any) (?:Party|side|authority|authorities|State|owner) (?:that|which|who|in whose|whose|concerned|controlling)/i.test(
      text,
    );
  if (actors === null && !isVague) return null;
  const end = actors === null ? head : actors.span.end;

  return {
    span: { start, end },
    value: actors === null || isVague ? null : actors.value,
    without: /^without/i.test(match[0]),
  };
}

const helperPhrase =
  /\b(?:(?:under|with|subject to)(?: the)?(?: (?:full|effective|joint|international|strict|permanent|continuous))? (?<noun>supervision|monitoring|verification|observation|oversight|inspection|surveillance|assistance|support|help|facilitation)(?: and (?:supervision|monitoring|verification|observation|oversight|assistance|support))? (?:of|by|from)|(?:as |and |to be |is |are |be )?(?:jointly )?(?<verb>verified|certified|monitored|supervised|overseen|observed|inspected|facilitated|supported|assisted|confirmed)(?: and (?:verified|certified|monitored|supervised|supported|confirmed))? by)(?= )/giu;
const helperNoun =
  /\b(?:under|with)(?: the)? (?<who>(?:\p{Lu}[\p{L}\p{N}/-]*)(?: (?:\p{Lu}[\p{L}\p{N}/-]*|of|and|the)){0,6}) (?<what>supervision|monitoring|verification|observation|oversight|inspection)\b/gu;

/** A helper or verifier named in passing: "under the monitoring of X", "facilitated by X", "with X monitoring". */
export function helpersIn(
  passage: Passage,
  area: Span,
): readonly Found<{ readonly names: readonly string[]; readonly actor: Span; readonly verb: string }>[] {
  const text = passage.text.slice(area.start, area.end);
  if (!/supervis|monitor|verif|observ|overs|inspect|surveil|assist|support|help|facilit|certif|confirm/i.test(text))
    return [];
  const found = [...text.matchAll(helperPhrase)].flatMap((match) => {
    const start = area.start + match.index;
    const actors = actorsAt(passage, start + match[0].length + 1, area.end);
    if (actors === null) return [];
    const verb = helperVerbs[(match.groups?.["noun"] ?? match.groups?.["verb"] ?? "").toLowerCase()] ?? "verify";

    return [{ span: { start, end: actors.span.end }, value: { names: actors.value, actor: actors.span, verb } }];
  });
  if (found.length > 0) return found;

  return [...text.matchAll(helperNoun)].flatMap((match) => {
    const who = match.groups?.["who"] ?? "";
    if (!isActor(who)) return [];
    const start = area.start + match.index;
    const at = start + match[0].indexOf(who);

    return [
      {
        span: { start, end: start + match[0].length },
        value: {
          names: [designationOf(who)],
          actor: { start: at, end: at + who.length },
          verb: helperVerbs[match.groups?.["what"] ?? ""] ?? "verify",
        },
      },
    ];
  });
}

const helperVerbs: Readonly<Record<string, string>> = {
  supervision: "supervise",
  supervised: "supervise",
  monitoring: "monitor",
  monitored: "monitor",
  verification: "verify",
  verified: "verify",
  certified: "certify",
  observation: "observe",
  observed: "observe",
  oversight: "oversee",
  overseen: "oversee",
  inspection: "inspect",
  inspected: "inspect",
  surveillance: "monitor",
  confirmed: "confirm",
  assistance: "assist",
  assisted: "assist",
  support: "support",
  supported: "support",
  help: "assist",
  facilitation: "facilitate",
  facilitated: "facilitate",
};

const giving = new Set(
  "give pay return transfer hand over deliver recognise recognize notify report inform submit provide compensate grant allow permit repatriate communicate transmit present send convey owe apologise refer announce declare disclose cede restore release surrender lodge forward accord supply reimburse contribute answer respond circulate issue indemnify extend propose open".split(
    " ",
  ),
);

/** To whom an act is owed: after "to", "towards", "in favour of", or standing directly after the verb. */
export function counterpartyIn(passage: Passage, area: Span, base: string): Found<readonly string[]> | null {
  const text = passage.text.slice(area.start, area.end);
  const explicit = /\b(?:towards|vis-à-vis|in favou?r of|owed to|for the benefit of)(?= )/iu.exec(text);
  if (explicit !== null) {
    const actors = actorsAt(passage, area.start + explicit.index + explicit[0].length + 1, area.end);
    if (actors !== null)
      return { span: { start: area.start + explicit.index, end: actors.span.end }, value: actors.value };
  }
  const verb = base.split(" ")[0] ?? base;
  if (!giving.has(base) && !giving.has(verb)) return null;
  const direct =
    /^(?:notify|inform|compensate|give|pay|grant|allow|permit|provide|reimburse|send|answer|indemnify)$/.test(verb)
      ? actorsAt(passage, area.start, area.end)
      : null;
  if (direct !== null) return direct;
  for (const to of text.matchAll(/(?<![\p{L}-])to(?= )/giu)) {
    const actors = actorsAt(passage, area.start + to.index + 3, area.end);
    if (actors === null) continue;
    const more = /^ (?:and|as well as) to (?=\p{L})/u.exec(passage.text.slice(actors.span.end, area.end));
    const others = more === null ? null : actorsAt(passage, actors.span.end + more[0].length, area.end);

    return {
      span: { start: area.start + to.index, end: others?.span.end ?? actors.span.end },
      value: [...actors.value, ...(others?.value ?? [])],
    };
  }

  return null;
}

const placeNouns =
  "zones?|areas?|territor(?:y|ies)|regions?|lines?|borders?|provinces?|cit(?:y|ies)|towns?|villages?|districts?|sites?|bases?|barracks|camps?|sectors?|corridors?|ports?|airports?|crossings?|positions?|locations?|places?|buildings?|roads?|bridges?|capital|peninsula|valley|island|municipalit(?:y|ies)|county|counties|settlements?|checkpoints?|facilit(?:y|ies)|crossing points?|assembly points?|coast|airspace|cantonment|cantonments?|assembly areas?|frontiers?";
const placePattern = new RegExp(
  `\\b(?:from|in|into|throughout|within|at|to|inside|along|across|on|behind|[Ii]n|[Ff]rom|east of|west of|north of|south of)(?= (?:the |all |its |their |each |every |any |certain |designated |agreed |both |this |these |that |those ){0,3}(?:(?!of |and |on |or )[\\p{L}\\p{N}'’-]+ ){0,4}(?:${placeNouns})\\b|(?: the)? \\p{Lu}[\\p{L}-]+(?:[ ,.;]|$))`,
  "gu",
);

/** Where: "from the security zone", "throughout the territory of X". The preposition belongs to the span. */
export function placeIn(passage: Passage, area: Span): Found<string> | null {
  const text = passage.text.slice(area.start, area.end);
  for (const match of text.matchAll(placePattern)) {
    const start = area.start + match.index;
    const head = start + match[0].length + 1;
    const words = wordsIn(passage.text, head, area.end);
    const phrase = nounPhrase(passage.text, words, 0);
    if (phrase === null) continue;
    const span = placeSpan(passage.text, phrase, area.end);
    const name = passage.text.slice(span.start, span.end);
    const isPlace = new RegExp(`\\b(?:${placeNouns})\\b`, "i").test(name);
    if (
      !isPlace &&
      (isActor(name)
        ? !/^(?:from|in|throughout|into)$/i.test(match[0]) ||
          /commission|mission|party|parties|committee|council|government|fund|\bforces?\b/i.test(name) ||
          /^(?:the )?\p{Lu}{2,}s?$/u.test(name)
        : true)
    )
      continue;
    if (
      (datesIn(name).length > 0 && !isPlace) ||
      /^\p{Lu}-?[Dd]ay\b/u.test(name) ||
      /^(?:the )?(?:annex(?:es)?|article|articles|paragraph|section|accordance|consultation|line with|case|event|order|addition|particular|connection|view|force|good faith|writing|full)\b/i.test(
        name,
      )
    )
      continue;

    return { span: { start, end: span.end }, value: name.replace(/^the\s+/i, "").replace(/\s+only$/i, "") };
  }

  return null;
}

/** A place ends before what it is for or how long, and goes on with the list or day that tells it. */
function placeSpan(text: string, phrase: Span, limit: number): Span {
  const words = text.slice(phrase.start, phrase.end);
  const cut = / for (?:the |a |an |at |up |not |\d)/.exec(words);
  if (cut !== null) return { start: phrase.start, end: phrase.start + cut.index };
  const told =
    /(?:^|\s)(?:held|shown|listed|marked|set out|defined|designated|indicated|described|specified|occupied)$/.test(
      words,
    )
      ? /^ (?:on|in|by|before|at|under) [^,;.]{2,60}?(?=[,;.]|$| (?:within|no later|not later|by|until|and|not|no|in order|on or before)\b)/.exec(
          text.slice(phrase.end, limit),
        )
      : null;

  return { start: phrase.start, end: phrase.end + (told?.[0].length ?? 0) };
}

const countable =
  "cubic met(?:er|re)s(?: per second| a second| per year)?|barrels|lit(?:er|re)s|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|mm|millimet(?:er|re)s?|per ?cent|%|troops|soldiers|(?:ex-)?combatants|fighters|personnel|persons|people|prisoners|detainees|weapons|pieces|tanks|vehicles|aircraft|artillery pieces|observers|monitors|members|representatives|judges|officers|police officers|seats|dollars|USD|euros?|EUR|tonn?es|tons|families|refugees|camps|sites|battalions|brigades|women|hectares|launchers|systems|civilians|households|stages|tranches|thirds|quarters";
const quantityPattern = new RegExp(
  `\\b(?<bound>at least|no less than|not less than|a minimum of|at most|no more than|not more than|up to|not exceeding|a maximum of|more than|fewer than|less than|exactly|of|in)? ?(?:a distance of )?(?<![\\p{L}\\p{N}.,])(?<value>(?:US)?[$€£]? ?\\d[\\d,.]*(?:\\s?(?:million|billion|thousand))?|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|one hundred|a hundred|half|one third|two thirds|all)(?= (?:${countable})\\b))(?<unit>[ -]?(?:(?:military|armed|regular|heavy|international|unarmed) )?(?:${countable})\\b)?`,
  "giu",
);

/** The number of an act with its unit and bound; durations, dates, calibres and article numbers are none. */
export function quantityIn(passage: Passage, area: Span, taken: readonly Span[]): Found<Quantity> | null {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/\d|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half|third|hundred/i.test(
      text,
    )
  )
    return null;
  for (const match of text.matchAll(quantityPattern)) {
    const start = area.start + match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    const end = area.start + match.index + match[0].length;
    const unit = (match.groups?.["unit"] ?? "").trim().replace(/^-/, "");
    const value = (match.groups?.["value"] ?? "").trim().replace(/[.,]$/, "");
    if (unit === "" && !/[$€£]/.test(value)) continue;
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
    const baseline: Slot<string> =
      isFrom === null
        ? unresolved(...anchorsOf(passage, start, end))
        : {
            kind: "stated",
            value: isFrom[1] ?? "",
            spans: anchorsOf(passage, end + isFrom.index, end + isFrom[0].length),
          };

    return {
      span: { start, end },
      value: {
        value,
        unit: unit === "" ? null : unit,
        bound: kind,
        countedAs: unresolved(...anchorsOf(passage, start, end)),
        baseline,
      },
    };
  }

  return null;
}

const criterionPhrase =
  /\b(?:in accordance with|in conformity with|in compliance with|in line with|based on|on the basis of|pursuant to|as (?:set out|defined|specified|provided|described|laid down|listed) in|according to|in keeping with)(?= )/iu;

/** A measure by reference. Only a provision of this text, or an instrument named and dated, fills it. */
export function criterionIn(passage: Passage, area: Span): Found<Slot<string>> | null {
  const text = passage.text.slice(area.start, area.end);
  if (
    !/accord|conform|complian|line with|bas(?:ed|is)|pursuant|as (?:set|def|spec|prov|desc|laid|list)|keeping/i.test(
      text,
    )
  )
    return null;
  const match = criterionPhrase.exec(text);
  if (match === null) return null;
  const start = area.start + match.index;
  const head = start + match[0].length + 1;
  const span = nounPhrase(passage.text, wordsIn(passage.text, head, area.end), 0);
  const end = span?.end ?? head;
  const words = passage.text.slice(head, Math.min(end + 60, area.end));
  const spans = anchorsOf(passage, start, end);
  const isOwn =
    /^(?:the )?(?:procedures?|criteria|terms|provisions|timetable|schedule|list|maps?|lines?|numbers?|measures?)?(?: (?:set out|contained|described|listed|laid down|provided|annexed|attached))?(?: (?:in|of|to|under))?(?: the)? ?(?:Articles?|Annex(?:es)?|paragraphs?|points?|Appendix|Schedule|Section|this) /i.test(
      words,
    );
  const isDated = datesIn(words).some((date) => date.year !== null) && /\p{Lu}/u.test(words);

  return {
    span: { start, end },
    value: isOwn || isDated ? { kind: "stated", value: passage.text.slice(head, end), spans } : unresolved(...spans),
  };
}

const downgrades =
  /^(?:as (?:may be )?appropriate|where(?:ver)? (?:possible|appropriate|feasible|practicable)|possibly|(?:to the extent|as far as|if|insofar as) (?:possible|practicable|feasible)|in principle)$/i;

/** Words that turn a duty into an effort: "where possible", "as appropriate", "possibly". */
export function softenerIn(passage: Passage, area: Span): Span | null {
  if (!/appropriate|possibl|possibly|feasible|practicable|principle/i.test(passage.text.slice(area.start, area.end)))
    return null;
  const found = modalsIn(passage.text.slice(area.start, area.end), passage.language).find(
    (modal) => modal.class === "softener" && downgrades.test(modal.words),
  );

  return found === undefined ? null : { start: area.start + found.start, end: area.start + found.end };
}

const evidenceCues: readonly (readonly [Evidence, RegExp])[] = [
  ["satellite", /\bsatellites?\b|\bsatellite (?:images?|imagery)\b/i],
  [
    "sensor",
    /\bsensors?\b|\bradars?\b|\bcameras?\b|\bdrones?\b|\bUAVs?\b|\bunmanned aerial\b|\bremote sensing\b|\baerial (?:surveillance|observation|photographs?)\b|\bacoustic\b/i,
  ],
  ["joint-inspection", /\bjoint inspections?\b|\bjoint visits?\b|\bjoint patrols?\b/i],
  [
    "site-visit",
    /\bsite[- ]visits?\b|\bon-site\b|\bvisits? to\b|\binspections? of\b|\bby (?:regular |unannounced |periodic |routine )?(?:inspections?|visits?|patrols?|patrolling)\b|\bground (?:visits?|patrols?|inspections?)\b/i,
  ],
  [
    "document",
    /\bdocuments\b|\brecords\b|\bdeclarations? (?:of|submitted|by)\b|\binventor(?:y|ies)\b|\bwritten evidence\b|\bphotographs\b/i,
  ],
  ["witness", /\bwitness(?:es)?\b|\binterviews?\b|\btestimon(?:y|ies)\b/i],
  [
    "third-party-report",
    /\bthird[- ]party reports?\b|\breports? (?:of|by|from) (?:third parties|humanitarian|civil society|non-governmental)\b/i,
  ],
  [
    "self-report",
    /\bself-report|\bown reports?\b|\bits own compliance\b|\breports? (?:submitted )?by (?:each|the) Part(?:y|ies)\b/i,
  ],
];

/** Kinds of proof that a sentence of verification names. */
export function evidenceIn(passage: Passage, area: Span): Slot<readonly Evidence[]> {
  const text = passage.text.slice(area.start, area.end);
  const found = evidenceCues.flatMap(([kind, cue]) => {
    const match = cue.exec(text);

    return match === null || (kind === "site-visit" && /\bjoint (?:inspections?|visits?)/i.test(text))
      ? []
      : [{ kind, start: area.start + match.index, end: area.start + match.index + match[0].length }];
  });
  if (found.length === 0) return unresolved(...anchorsOf(passage, area.start, area.end));

  return {
    kind: "stated",
    value: found.map(({ kind }) => kind),
    spans: found.flatMap(({ start, end }) => anchorsOf(passage, start, end)),
  };
}

export const noQuantity = notApplicable("no number stands in the words");
