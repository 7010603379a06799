import type { Span } from "../../text/index.ts";
import type { DecisionRule } from "../actor.ts";
import { valueOf } from "../slot.ts";
import { actorParts, bodyNouns, designationOf, headOf, isActAlone, isActor } from "./actor-names.ts";
import { durationIn, timePhrasesIn } from "./deadlines.ts";
import { numberOf } from "./numbers.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { consentIn, namesIn } from "./phrases.ts";
import type { BodyStatement, Statement } from "./statements.ts";

type Member = NonNullable<BodyStatement["members"]>[number];
type Told = { readonly says: Omit<BodyStatement, "kind">; readonly silences: boolean };

/** What one sentence says of a body: creation, members, rule, quorum, clock, silence, staff, means, start, access. */
export function bodyStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  const text = passage.text.slice(span.start, span.end);
  if (!/\p{L}/u.test(text)) return [];
  const told: Told[] = [
    ...(/establish|creat|set up|sets up|constitut|form|institut|there (?:is|shall)/i.test(text) ? created(text) : []),
    ...(/consist|compos|compris|made up|constitut|includ|has|have/i.test(text) ? composed(text) : []),
    ...(/appoint|nominat|designat|names?\b|chair|headed|presid|led by/i.test(text) ? appointed(text) : []),
    ...(/consensus|unanim|majorit|mutual|agreement of all|chair/i.test(text) ? ruled(text) : []),
    ...(/quorum/i.test(text) ? counted(text) : []),
    ...(/decid|decision/i.test(text) ? clocked(passage, span, text) : []),
    ...(/deemed|considered|treated|stand|presumed|taken to be/i.test(text) ? silent(passage, span, text) : []),
    ...(/staff|fund|financ|pay|paid|cost|expens|provid|second|contribut|manned|borne|suppl|budget/i.test(text)
      ? manned(text)
      : []),
    ...(/begin|start|commenc|operational|takes? up|assume/i.test(text) ? started(passage, span, text) : []),
    ...(/leave|withdraw|suspend|evacuat|terminat|unable|no longer|ceases/i.test(text) ? leaving(text) : []),
    ...admitted(passage, span, text),
  ];

  return told.map(({ says, silences }) => ({
    sentence,
    spans: anchorsOf(passage, span.start, span.end),
    silences,
    says: { kind: "body", ...says },
  }));
}

/** The designation before a verb, or the pronoun that stands there; `null` where it names no body. */
export function bodyBefore(text: string, at: number): string | null {
  const clause =
    text
      .slice(0, at)
      .split(/[;:]|,\s+(?=(?:the|a|an|each) )/i)
      .at(-1) ?? "";
  const words = clause
    .replace(/\s*\([^)]*\)?\s*$/, "")
    .replace(/,.*$/s, "")
    .trim();
  if (/^(?:it|its|they|each)$/i.test(words)) return words;
  if (isActAlone(words)) return null;
  const name = designationOf(
    words
      .replace(
        /^(?:decisions?|rulings?|determinations?|findings?|costs?|expenses?|members|composition|mandate|seat|chair(?:person|man)?)(?: and \w+)? of /i,
        "",
      )
      .replace(
        /^the (?:decisions?|rulings?|costs?|expenses?|members|composition|mandate|chair(?:person|man)?)(?: and \w+)? of /i,
        "",
      ),
  );

  return isBody(name) ? name : null;
}

function isBody(name: string): boolean {
  return (
    name !== "" &&
    name.length < 120 &&
    (bodyNouns.has(headOf(name).toLowerCase()) || /^\p{Lu}[\p{Lu}\p{N}/-]{2,}$/u.test(name))
  );
}

function bodyAfter(text: string): string | null {
  const words = /^(?:(?:an?|the|this|such|its own|its)\s+)?((?:[\p{L}\p{N}'’/&-]+\s*){1,12})/iu.exec(text)?.[1] ?? "";
  const name = designationOf(
    words.replace(
      /\s+(?:(?:\w+ )?access|within|to|which|that|consisting|composed|comprising|is|are|shall|and shall|on|by|in|with|over|of (?=\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b))\b.*$/i,
      "",
    ),
  );

  return isBody(name) ? name : null;
}

const made = "(?:established|created|set up|constituted|formed|instituted)";
const creation = new RegExp(`\\b(?<tense>is|are|shall be|will be|has been) (?:hereby |jointly |also )*${made}\\b`, "i");
const creating =
  /\b(?:(?:hereby |shall |will |agrees? to |decides? to |undertakes? to )(?:jointly |hereby )*(?:establish|establishes|create|creates|set up|sets up|constitute|form)(?:, [^,]{3,60},)?|(?:establish|establishes) hereby|there (?:is|shall be)(?: hereby)?(?: established| created)?) (?=(?:a|an|the|one)\b)/i;

function created(text: string): readonly Told[] {
  const passive = creation.exec(text);
  if (passive !== null) {
    const body = bodyBefore(text, passive.index);

    return body === null || /^(?:it|they|each)$/i.test(body)
      ? []
      : [{ says: { body, created: true }, silences: /^(?:is|are|has)/i.test(passive.groups?.["tense"] ?? "") }];
  }
  const active = creating.exec(text);
  const body = active === null ? null : bodyAfter(text.slice(active.index + active[0].length));

  return body === null || active === null
    ? []
    : [{ says: { body, created: true }, silences: /hereby|there/i.test(active[0]) && !/shall|to /.test(active[0]) }];
}

const composition =
  /\b(?:(?:shall |will )?consists? of|(?:is|are|shall be|will be) (?:composed|made up|comprised|constituted) of|(?:shall |will )?comprises?|(?:has|shall have|will have|is to have)(?= \w+ (?:members|commissioners|judges|arbitrators)\b)|composed of|made up of|comprised of|consisting of|comprising|(?:shall|will) include)\s+/i;

function composed(text: string): readonly Told[] {
  const match = composition.exec(text);
  if (match === null) return [];
  const body = bodyBefore(text, match.index) ?? bodyInside(text, match.index);
  if (body === null) return [];
  const list = text
    .slice(match.index + match[0].length)
    .replace(
      /^(?:not more than |up to |at least )?(?<n>\w+) (?:members|persons|commissioners|judges|arbitrators)(?: in all)?\s*[:,;]\s+(?=\w+ )/i,
      "",
    )
    .replace(/,\s+(?:including the chair\w*|(?:one )?of whom[^,]*|who shall[^,]*|which shall[^,]*),/gi, "")
    .replace(/,?\s+(?:and\s+)?(?:co-)?(?:chaired|presided over|headed|led) by\b.*$/is, "")
    .replace(/,?\s+(?:and\s+)?(?:shall|decides?|takes?|who|which|is chaired|chaired)\b.*$/is, "");
  const chaired = /\b(?:chaired|presided over|headed) by ([^,.;]+?)(?=,|\.|;| shall\b| which\b|$)/i.exec(text)?.[1];
  const members = [
    ...membersIn(list),
    ...(chaired === undefined || /\bwithout (?:a |the right to )?vot/i.test(chaired)
      ? []
      : memberNames(chaired).map((actor) => ({ actor, weight: 1, votesAs: null }))),
  ];
  if (members.length === 0) return [];
  const isMain =
    /^(?:(?:shall|will) )?(?:consists? of|comprises?(?! of)|has|have|include)|^(?:is|are|shall be|will be)/i.test(
      match[0],
    );

  return [
    {
      says: { body, members },
      silences:
        isMain &&
        !/,? and (?:it )?shall\b/.test(list) &&
        !/\b(?:shall|may) (?!be composed|consist|comprise|include|have)/.test(text),
    },
  ];
}

/** "The Joint Commission, composed of …, decides": the name before the comma. */
function bodyInside(text: string, at: number): string | null {
  const before = text
    .slice(0, at)
    .replace(/\s*\([^)]*\)\s*$/, "")
    .replace(/[,(\s]+(?:which (?:is|shall be)\s*)?$/i, "");
  const name = bodyBefore(before, before.length);
  if (name !== null) return name;
  const trailing =
    /(?:\p{Lu}[\p{L}'’-]*(?:\s+(?:of|for|on|and)\s+(?=\p{Lu}))?\s*){1,8}$/u.exec(before)?.[0].trim() ?? "";

  return isBody(trailing) ? trailing : null;
}

const oneMember =
  /^(?:(?:not |no )?(?:more than |up to |at least )?(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|equal numbers? of|an equal number of)\s+)?(?:\w+\s+){0,2}?(?<role>members?|representatives?|delegates?|persons?|judges?|experts?|officers?|commissioners?|arbitrators?|observers?|chair(?:person|man|woman)?|co-chairs?|president|nominees?)(?:\s+each)?\s*(?:,\s*)?(?:(?:to be )?(?:appointed|nominated|designated|named|chosen|selected|sent) by|of|from|representing)\s+(?<who>.+)$/is;

/** "and one appointed by X" after a member was named: the noun is carried on. */
const furtherMember =
  /^(?:the )?(?<count>third|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|another)\s+(?:more\s+|others?\s+)?(?:(?:to be )?(?:appointed|nominated|designated|named|chosen|selected|sent) by|by|of|from|representing)\s+(?<who>.+)$/is;

/** Members of a list: "one representative of each Party and a chair appointed by X". */
function membersIn(list: string): readonly Member[] {
  const members: Member[] = [];
  const isCounted =
    /^(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ ){0,2}(?:appointed|nominated|designated) by\b/i.test(
      list.trim(),
    );
  let carried: { readonly weight: number; readonly isChair: boolean } | null = null;
  for (const part of listParts(list)) {
    const match: RegExpExecArray | null =
      oneMember.exec(part.trim()) ?? (carried === null && !isCounted ? null : furtherMember.exec(part.trim()));
    if (match !== null) {
      const count: string = match.groups?.["count"] ?? "one";
      const weight = /equal|another|third/i.test(count) ? 1 : (numberOf(count) ?? 1);
      const isChair = /^(?:chair|co-chair|president)/i.test(match.groups?.["role"] ?? "");
      carried = { weight, isChair };
      members.push(...memberOf(match.groups?.["who"] ?? "", weight, isChair, match.groups?.["role"] ?? ""));
      continue;
    }
    const neutral =
      /^(?:an?|one)\s+(?:(?:neutral|independent|impartial|international|third-party)\s+)*(chair(?:person|man|woman)?|president|member)\b/i.exec(
        part.trim(),
      );
    if (neutral !== null)
      members.push({ actor: part.trim().replace(/^(?:an?|one)\s+/i, ""), weight: 1, votesAs: null });
    else if (
      isActor(part) &&
      !/^(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|an equal|equal)\b/i.test(part.trim())
    )
      members.push(...memberOf(part, isOfficer(part) ? 1 : (carried?.weight ?? 1), false, ""));
    else if (members.length === 0) return [];
  }

  return members;
}

/** "the Head of the Mission": one person, whatever number went before. */
function isOfficer(part: string): boolean {
  return /^(?:the |a |an )?(?:\p{Lu}\p{L}+ )?(?:Head|Chief|Chair\p{L}*|President|Director|Commander|Governor|Minister|Secretary-General|Representative|Speaker|Envoy)\b/u.test(
    part.trim(),
  );
}

function memberOf(who: string, weight: number, isChair: boolean, role: string): readonly Member[] {
  const names = memberNames(who);
  if (!isChair) return names.map((actor) => ({ actor, weight, votesAs: null }));
  const [appointer] = names;

  return appointer === undefined
    ? []
    : [{ actor: role.toLowerCase(), weight: 1, votesAs: names.length === 1 ? appointer : names.join(" and ") }];
}

function memberNames(who: string): readonly string[] {
  const words = who.replace(/[.;]+$/, "").trim();

  return isActor(words) || actorParts(words).length > 1 ? namesIn(words) : [];
}

/** Parts of a list at commas and "and", where the next part begins with a count, an article or a name. */
function listParts(list: string): readonly string[] {
  const parts: string[] = [];
  const seams =
    /,\s+(?:and\s+)?(?=(?:\d|(?:not|no) more than\s|up to\s|at least\s|an?\s|one\s|two\s|three\s|four\s|five\s|the\s|each\s|\p{Lu}))|\s+and\s+(?=(?:\d|(?:not|no) more than\s|up to\s|at least\s|an?\s|one\s|two\s|three\s|four\s|five\s|the\s|each\s|\p{Lu}))|\s+as well as\s+/gu;
  const text = list.replace(/[.;]\s*$/, "");
  let start = 0;
  for (const seam of text.matchAll(seams)) {
    const part = text.slice(start, seam.index);
    if (/ (?:for|on) \p{Lu}[\p{L}-]+$/u.test(part) && /^\s+and/.test(seam[0])) continue;
    parts.push(part);
    start = seam.index + seam[0].length;
  }
  parts.push(text.slice(start));

  return parts.filter((part) => part.trim() !== "");
}

const appoints =
  /(?<who>(?:(?:the|each|a|every)\s+)?\p{Lu}[^,;]{1,80}?) (?:shall |will )?(?:appoints?|nominates?|designates?|names?) (?<count>an?|one|two|three|four|five|six|the|\d{1,2}) (?:\p{L}+ ){0,2}?(?<role>members?|representatives?|chair(?:person|man)?|judges?|arbitrators?|president)\b(?: (?:of|to|for) (?<body>[^,.;]+))?/giu;
const chairedBy =
  /^(?:The |Its )?(?<what>[^,;]{2,60}?) (?:is|shall be|will be) (?:chaired|headed|presided over|led) by (?<who>[^,.;]+)/i;
const chairIs =
  /^(?:The|Its) (?<role>chair(?:person|man)?|(?<=Its )president|president(?= of))(?: of (?<body>[^,;]+?))? (?:is|shall be|will be) (?:appointed|nominated|designated|chosen) by (?<who>[^,.;]+)/i;

function appointed(text: string): readonly Told[] {
  const chair = chairIs.exec(text);
  if (chair !== null)
    return told(
      chair.groups?.["body"] ?? "it",
      memberOf(chair.groups?.["who"] ?? "", 1, true, chair.groups?.["role"] ?? "chair"),
    );
  const chaired = chairedBy.exec(text);
  if (chaired !== null)
    return told(
      chaired.groups?.["what"] ?? "it",
      memberNames(chaired.groups?.["who"] ?? "").map((actor) => ({ actor, weight: 1, votesAs: null })),
    );

  return [...text.matchAll(appoints)].flatMap((match) => {
    const who = (match.groups?.["who"] ?? "").replace(/\s+(?:shall|will)$/i, "");
    const role = match.groups?.["role"] ?? "";
    if (!isActor(who) || /\b(?:point|contact|officers?)\b/i.test(match[0])) return [];
    const weight = numberOf(match.groups?.["count"] ?? "one") ?? 1;
    const members = memberOf(who, weight, /^(?:chair|president)/i.test(role), role);

    return told(match.groups?.["body"] ?? "it", members).map((one) => ({ ...one, silences: false }));
  });
}

function told(body: string, members: readonly Member[]): readonly Told[] {
  const name = /^(?:it|its)$/i.test(body.trim()) ? "it" : designationOf(body);
  if (members.length === 0 || (name !== "it" && !isBody(name))) return [];

  return [{ says: { body: name, members }, silences: true }];
}

const decides =
  /\b(?:decides?|(?:take|takes|make|makes|adopt|adopts|reach|reaches) (?:(?:its|all|their|any|such|these) )?(?:decisions?|determinations?|rulings?)|acts?|(?:decisions?|rulings?|determinations?)(?: of [^,;]{2,60}?)? (?:shall be|are|is|will be) (?:taken|made|adopted|reached)|votes?|operates?|works?)\b(?<gap>[^.;]{0,90}?)\b(?:(?:by|on the basis of|only by|through|with) (?:a |an |the )?(?<rule>consensus|unanimity|unanimous (?:vote|agreement|decision|consent)|mutual (?:agreement|consent)|(?:simple |absolute |relative )?majority|(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|four[- ]fifths|qualified|special) majority|agreement of all|vote of its chair|decision of its chair)|(?<adverb>unanimously))/i;

const ruleNames: readonly (readonly [RegExp, DecisionRule])[] = [
  [/consensus|mutual/i, "consensus"],
  [/unanim|agreement of all/i, "unanimity"],
  [/thirds|quarters|fifths|qualified|special/i, "qualified-majority"],
  [/chair/i, "chair-decides"],
  [/majority/i, "majority"],
];

function ruled(text: string): readonly Told[] {
  const match = decides.exec(text);
  const chair =
    /\b(?:the|its) chair(?:person|man)? (?:alone )?(?:decides|shall decide|takes the decision)\b(?! (?:on|whether|the order))/i.exec(
      text,
    );
  if (match === null && chair === null) return [];
  const at = match?.index ?? chair?.index ?? 0;
  const body = bodyBefore(text, at) ?? bodyInside(text, at) ?? bodyOfDecisions(match?.[0] ?? "") ?? modalBody(text, at);
  if (body === null) return [];
  const words = match?.groups?.["rule"] ?? match?.groups?.["adverb"] ?? "chair";
  const rule = ruleNames.find(([pattern]) => pattern.test(words))?.[1];
  if (rule === undefined) return [];
  const threshold =
    /\bmajority of (?:at least )?(\w+) (?:of (?:its|the|their) )?(?:votes|members)\b|\bat least (\w+) (?:of (?:its|the|their) )?(?:votes|members)\b/i.exec(
      text,
    );
  const votes = threshold === null ? null : numberOf(threshold[1] ?? threshold[2] ?? "");
  const gap = match?.groups?.["gap"] ?? "";
  const tie =
    /\b(?:in the event of|in case of|if there is) (?:a |an )?(?:tie|equality of votes|equal votes?)[^.;]*/i.exec(
      text,
    )?.[0];
  const says = {
    body,
    rule,
    ...(votes === null || Number.isNaN(votes) ? {} : { threshold: votes }),
    ...(tie === undefined ? {} : { tie }),
  };

  return [
    {
      says,
      silences:
        !/\b(?:whether|breach|violation|each|within|claim|dispute)\b/i.test(gap) &&
        !/\bshall (?!decide|act|take|make|adopt|reach|be|not|operate|work|vote)/i.test(text),
    },
  ];
}

/** "The Commission shall decide …": the name before the modal. */
function modalBody(text: string, at: number): string | null {
  const before = text.slice(0, at).replace(/\s+(?:shall|will|may|can|must)(?: only| always)?\s*$/i, "");

  return before.length === at ? null : (bodyBefore(before, before.length) ?? bodyInside(before, before.length));
}

function bodyOfDecisions(words: string): string | null {
  const of = /^(?:decisions?|rulings?|determinations?) of (.{2,60}?) (?:shall|are|is|will)/i.exec(words)?.[1];
  if (of !== undefined) return isBody(designationOf(of)) ? designationOf(of) : null;

  return /^(?:decisions?|rulings?)/i.test(words) ? "it" : null;
}

function counted(text: string): readonly Told[] {
  const match =
    /\b(?<n>\w+) members?(?: of (?<body>[^,;]{2,60}?))? (?:present )?(?:are|is|constitutes?|shall constitute|forms?|shall form|make up) (?:a|the) quorum\b|\bquorum(?: of (?<of>[^,;]{2,60}?))? (?:is|shall be|consists of) (?<m>\w+)/i.exec(
      text,
    );
  const quorum = match === null ? null : numberOf(match.groups?.["n"] ?? match.groups?.["m"] ?? "");
  if (match === null || quorum === null || Number.isNaN(quorum)) return [];
  const named = designationOf(match.groups?.["body"] ?? match.groups?.["of"] ?? "");

  return [{ says: { body: isBody(named) ? named : "it", quorum }, silences: true }];
}

/** "decides within 14 days": the clock of the body. */
function clocked(passage: Passage, span: Span, text: string): readonly Told[] {
  const match =
    /\b(?:decides?|(?:take|takes|make|makes|reach|reaches) (?:its|a|all|their) decisions?)\b(?! by)[^.;]{0,80}?\bwithin\b/i.exec(
      text,
    );
  if (match === null || /\b(?:if|unless|where)\b/i.test(text.slice(0, match.index))) return [];
  const body = bodyBefore(text, match.index) ?? modalBody(text, match.index);
  const within = valueOf(durationIn(passage, span.start + match.index, span.end));
  if (body === null || within === null) return [];

  return [{ says: { body, decidesWithin: within }, silences: /^(?:decides|takes|makes|reaches)\b/i.test(match[0]) }];
}

/** "If it does not decide within N days, … is deemed …". */
function silent(passage: Passage, span: Span, text: string): readonly Told[] {
  const match =
    /^(?:if|where|when|should|in case) (?<body>[^,]{2,60}?) (?:(?:does|has|do|have|can)(?:not| not)|fails? to|is unable to|cannot) (?:yet )?(?:decided?|determined?|reach(?:ed)?|take|taken|make|made|agree|agreed|act|ruled?)\b[^,]*,\s*(?<then>.+)$/i.exec(
      text,
    );
  const then = match?.groups?.["then"] ?? "";
  const isDeemed = /\b(?:deemed|considered|treated as|stands?|taken to be|presumed)\b/i.test(then);
  if (match === null || !isDeemed) return [];
  const denies =
    /\b(?:rejected|refused|dismissed|denied|not (?:to )?(?:have been |be )?(?:breached|established|found|adopted|exist|occurred)|no breach|kept|unfounded|fulfilled|complied)\b/i.test(
      then,
    );
  const name = match.groups?.["body"] ?? "";
  const body = /^it$/i.test(name.trim()) ? "it" : designationOf(name);
  const within = valueOf(durationIn(passage, span.start, span.end));
  if (body !== "it" && !isBody(body)) return [];

  return [
    {
      says: {
        body,
        onSilence: denies ? "deemed-rejected" : "deemed-adopted",
        ...(within === null ? {} : { decidesWithin: within }),
      },
      silences: true,
    },
  ];
}

const staffs =
  /\b(?:shall |will )?(?:staffs?|(?:provides?|supplies|supply|seconds?|contributes?) (?:the )?(?:\w+ )?(?:personnel|staff|observers|monitors|troops|experts|inspectors) (?:for|to|of)) (?=the|it\b|this)/i;
const pays =
  /\b(?:shall |will )?(?:pays? for|funds?|finances?|(?:pays?|bears?|meets?|covers?|shares?|defrays?) (?:the |all |its |one half of its |one half of the )?(?:\w+ )?(?:costs?|expenses|budget)(?: of)?)\b ?/i;
const passiveMeans =
  /\b(?:is|are|shall be|will be) (?<how>staffed|manned|funded|financed|paid(?: for)?|borne|met|covered|shared)(?: and (?<also>staffed|funded|financed|paid))?(?: equally| jointly)? by (?<who>[^,.;]+)/i;

const sentBy =
  /\b(?:shall |will )?(?:consists? of|comprises?|be composed of|is composed of) [^.;]{0,60}?\b(?:observers|monitors|personnel|troops|inspectors|experts|officers|staff) (?:provided|contributed|seconded|supplied|made available) by (?:the )?(?:states of |governments of )?(?<who>[^.;]+)/i;

/** Who staffs a body and who pays for it. */
function manned(text: string): readonly Told[] {
  const passive = passiveMeans.exec(text);
  if (passive !== null) {
    const body = bodyBefore(text, passive.index) ?? (/\bits (?:costs?|expenses|budget)\b/i.test(text) ? "it" : null);
    const who = memberNames(passive.groups?.["who"] ?? "");
    const how = `${passive.groups?.["how"] ?? ""} ${passive.groups?.["also"] ?? ""}`;
    if (body === null || who.length === 0) return [];

    return [
      {
        says: {
          body,
          ...(/staffed|manned/i.test(how) ? { staffedBy: who } : {}),
          ...(/funded|financed|paid|borne|met|covered|shared/i.test(how) ? { paidBy: who } : {}),
        },
        silences: false,
      },
    ];
  }
  const sent = sentBy.exec(text);
  const host = sent === null ? null : bodyBefore(text, sent.index);
  const senders = memberNames(sent?.groups?.["who"] ?? "");
  if (host !== null && senders.length > 0) return [{ says: { body: host, staffedBy: senders }, silences: true }];
  const found: Told[] = [];
  const staff = staffs.exec(text);
  const subject =
    /^([^,;]{2,80}?)\s+(?:shall|will|staffs?|funds?|finances?|pays?|bears?|provides?)\b/i.exec(text)?.[1] ?? "";
  const who = memberNames(subject);
  if (who.length === 0) return [];
  let body: string | null = null;
  if (staff !== null) {
    body = bodyIn(text.slice(staff.index + staff[0].length));
    if (body !== null) found.push({ says: { body, staffedBy: who }, silences: false });
  }
  const pay = pays.exec(text);
  if (pay !== null && pay.index > 0) {
    const paid = /\bits\b/i.test(pay[0]) ? (body ?? "it") : bodyIn(text.slice(pay.index + pay[0].length));
    const other = /\band ([^,;]{2,40}?) (?:shall |will )?(?:pays?|bears?|funds?)/i.exec(text)?.[1];
    const otherNames = other === undefined ? [] : memberNames(other.replace(/\b(?:shall|will)\s*$/i, ""));
    if (paid !== null)
      found.push({ says: { body: paid, paidBy: otherNames.length > 0 ? otherNames : who }, silences: false });
  }

  return found;
}

function bodyIn(text: string): string | null {
  if (/^it\b/i.test(text)) return "it";
  const words = text
    .replace(/^(?:secretariat of |members of |personnel of )?/i, "")
    .replace(/^the secretariat of /i, "the ");

  return bodyAfter(words);
}

const begins =
  /\b(?:shall |will )?(?:begins?|starts?|commences?|takes? up|becomes? operational|is operational|be operational|assumes?)\b(?: (?:its|their) (?:work|operations?|mandate|activities|functions|duties|tasks|deployment))?/i;

function started(passage: Passage, span: Span, text: string): readonly Told[] {
  const match = begins.exec(text);
  if (match === null) return [];
  const body = bodyBefore(text, match.index);
  if (body === null) return [];
  const phrase = timePhrasesIn(passage, span.start + match.index, span.end).find(
    (one) => one.window !== null && one.role !== "until" && one.role !== "open",
  );
  const event = phrase?.event ?? null;
  if (event === null) return [];

  return [{ says: { body, startsOn: event }, silences: true }];
}

function leaving(text: string): readonly Told[] {
  const match =
    /^(?:if|should|where|in case|in the event that|when|before) (?<body>(?:the )?[^,]{2,60}?) (?:must leave|leaves?|has to leave|is withdrawn|is suspended|withdraws|ceases (?:its )?(?:work|operations)|is evacuated|is terminated|is unable to (?:work|operate|continue)|can no longer (?:work|operate)|is forced to leave|is to leave|suspends its (?:work|operations))\b/i.exec(
      text,
    );
  const name = match?.groups?.["body"] ?? "";
  const body = /^it$/i.test(name) ? "it" : designationOf(name);
  if (match === null || (body !== "it" && !isBody(body))) return [];

  return [{ says: { body, suspensionPlan: text }, silences: false }];
}

const hasAccess =
  /\b(?:shall |will |must )?(?:have|has|enjoy|enjoys|be (?:given|granted|guaranteed|afforded|allowed)|is (?:given|granted))\b[^.;]{0,80}?\b(?:access|freedom of movement|entry)\b/i;
const givesAccess =
  /\b(?:shall|will|must|undertakes? to)\b[^.;]{0,60}?\b(?:grant|give|allow|guarantee|ensure|provide|permit|afford|facilitate)\b/i;
const mayEnter =
  /\b(?:may|shall be (?:entitled|free|allowed) to|has the right to|is entitled to) (?:freely )?(?:enter|visit|inspect|access|move)\b/i;

/** Whether a body may enter, and by whose leave. A duty of the watched to open its doors leaves the leave unsaid. */
function admitted(passage: Passage, span: Span, text: string): readonly Told[] {
  const isAbout = /\b(?:access|freedom of movement|enter|entry|visit|inspect|move freely)\b/i.test(text);
  if (!isAbout) return [];
  const own = hasAccess.exec(text) ?? mayEnter.exec(text);
  const body = own === null ? null : bodyBefore(text, own.index);
  const given = body === null ? givesAccess.exec(text) : null;
  const named =
    given === null ? null : (bodyIn(text.slice(given.index + given[0].length).trim()) ?? receivingBody(text));
  const who = body ?? named;
  if (who === null || (/^(?:it|they)$/i.test(who) && own === null)) return [];
  const consent = consentIn(passage, span);
  const isAsked = consent !== null && !consent.without;
  const isFree =
    consent !== null
      ? consent.without
      : own !== null ||
          /\b(?:at any (?:time|hour)|unhindered|unimpeded|unrestricted|unconditional|without (?:prior )?(?:notice|hindrance|restriction|permission|delay))\b/i.test(
            text,
          )
        ? true
        : null;

  return [
    {
      says: {
        body: who,
        access: { isFree: isAsked ? false : isFree, consentOf: isAsked ? (consent.value ?? []) : [] },
      },
      silences: false,
    },
  ];
}

function receivingBody(text: string): string | null {
  const match =
    /(?<!\b(?:consent|approval|agreement|permission|authori[sz]ation|concurrence|leave|notice|request)) (?:to|for|of|by) (?=the )/i.exec(
      text,
    );
  const found = match === null ? null : bodyAfter(text.slice(match.index + match[0].length));

  return found;
}
