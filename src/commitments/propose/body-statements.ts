import type { Span } from "../../text/index.ts";
import { designationOf } from "./actor-names.ts";
import { admitted } from "./body-access.ts";
import { appointed } from "./body-appointments.ts";
import { clocked, counted, ruled, silent, tied } from "./body-decisions.ts";
import { manned } from "./body-means.ts";
import { composed } from "./body-members.ts";
import { bodyAfter, bodyBefore, isBody } from "./body-names.ts";
import type { Told } from "./body-told.ts";
import { timePhrasesIn } from "./deadlines.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { Statement } from "./statements.ts";

/** What one sentence says of a body: creation, members, rule, quorum, clock, silence, staff, means, start, access. */
export function bodyStatements(passage: Passage, span: Span, sentence: number): readonly Statement[] {
  const text = passage.text.slice(span.start, span.end);
  if (!/\p{L}/u.test(text)) return [];
  const told: Told[] = [
    ...(/establish|creat|set up|sets up|constitut|form|institut|there (?:is|shall)/i.test(text) ? created(text) : []),
    ...(/consist|compos|compris|made up|constitut|includ|has|have/i.test(text) ? composed(text) : []),
    ...(/appoint|nominat|designat|names?\b|chair|headed|presid|led by/i.test(text) ? appointed(text) : []),
    ...(/consensus|unanim|majorit|mutual|agreement of all|chair/i.test(text) ? ruled(text) : []),
    ...(/\b(?:casting|deciding|decisive)\b/i.test(text) ? tied(text) : []),
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

const made = "(?:established|created|set up|constituted|formed|instituted)";

const creation = new RegExp(`\\b(?<tense>is|are|shall be|will be|has been) (?:hereby |jointly |also )*${made}\\b`, "i");

const creating =
  /\b(?:(?:hereby |shall |will |agrees? to |decides? to |undertakes? to )(?:jointly |hereby )*(?:establish|establishes|create|creates|set up|sets up|constitute|form)(?:, [^,]{3,60},)?|(?:establish|establishes) hereby|there (?:is|shall be)(?: hereby)?(?: established| created)?) (?=(?:a|an|the|one)\b)/i;

/** "by a Joint Working Group, which is to be set up". */
const toBeMade = new RegExp(
  `\\b(?:an?|the) (?<body>\\p{Lu}[^,.;()]{2,80}?),? (?:which|that) (?:is|shall|will|are) (?:hereby |to )?be (?:hereby |jointly )?${made}\\b`,
  "iu",
);

function created(text: string): readonly Told[] {
  const passive = creation.exec(text);
  if (passive !== null) {
    const body = bodyBefore(text, passive.index);

    return body === null || /^(?:it|they|each)$/i.test(body)
      ? []
      : [{ says: { body, created: true }, silences: /^(?:is|are|has)/i.test(passive.groups?.["tense"] ?? "") }];
  }
  const later = toBeMade.exec(text)?.groups?.["body"];
  const planned = later === undefined ? null : bodyAfter(`the ${later}`);
  if (planned !== null) return [{ says: { body: planned, created: true }, silences: false }];
  const active = creating.exec(text);
  const body = active === null ? null : bodyAfter(text.slice(active.index + active[0].length));

  return body === null || active === null
    ? []
    : [{ says: { body, created: true }, silences: /hereby|there/i.test(active[0]) && !/shall|to /.test(active[0]) }];
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

  const isAll = !/\b(?:shall|will|must|may)\b(?! (?:begin|start|commence|take|become|be operational|assume))/i.test(
    text,
  );

  // "Shall begin monitoring the truce": what it begins is an act, and owed.
  const isAct = /^\s+(?:\p{L}{3,}ing\b|to \p{L}|(?:the|an?|all) \p{L})/u.test(
    text.slice(match.index + match[0].length),
  );

  return [{ says: { body, startsOn: event }, silences: isAll && !isAct }];
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
