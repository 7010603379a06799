import type { Span } from "../../text/index.ts";
import type { DecisionRule } from "../actor.ts";
import { valueOf } from "../slot.ts";
import { designationOf } from "./actor-names.ts";
import { bodyBefore, bodyInside, isBody, modalBody } from "./body-names.ts";
import type { Told } from "./body-told.ts";
import { durationIn } from "./durations.ts";
import { numberOf } from "./numbers.ts";
import type { Passage } from "./passage.ts";

const decides =
  /\b(?:decides?|(?:take|takes|make|makes|adopt|adopts|reach|reaches) (?:(?:its|all|their|any|such|these) )?(?:decisions?|determinations?|rulings?)|acts?|(?:decisions?|rulings?|determinations?)(?: of [^,;]{2,60}?)? (?:shall be|are|is|will be) (?:taken|made|adopted|reached)|votes?|operates?|works?)\b(?<gap>[^.;]{0,90}?)\b(?:(?:by|on the basis of|only by|through|with) (?:a |an |the )?(?<rule>consensus|unanimity|unanimous (?:vote|agreement|decision|consent)|mutual (?:agreement|consent)|(?:simple |absolute |relative )?majority|(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|four[- ]fifths|qualified|special) majority|agreement of all|vote of its chair|decision of its chair)|(?<adverb>unanimously))/i;

const ruleNames: readonly (readonly [RegExp, DecisionRule])[] = [
  [/consensus|mutual/i, "consensus"],
  [/unanim|agreement of all/i, "unanimity"],
  [/thirds|quarters|fifths|qualified|special/i, "qualified-majority"],
  [/chair/i, "chair-decides"],
  [/majority/i, "majority"],
];

/** By which majority a body decides, with threshold and tie. */
export function ruled(text: string): readonly Told[] {
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
    )?.[0] ?? castingVote.exec(text)?.[0];
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

const castingVote =
  /\b(?:the |its )?(?:chair(?:person|man)?|president)(?:'s vote (?:is|shall be) (?:decisive|casting)| (?:has|have|shall have|holds|casts) (?:a |the )?(?:casting|deciding) vote)\b/i;

/** "The chair has a casting vote": what decides a tie, in a sentence of its own. */
export function tied(text: string): readonly Told[] {
  const match = castingVote.exec(text);
  if (match === null || decides.test(text)) return [];

  return [{ says: { body: "it", tie: match[0] }, silences: true }];
}

function bodyOfDecisions(words: string): string | null {
  const of = /^(?:decisions?|rulings?|determinations?) of (.{2,60}?) (?:shall|are|is|will)/i.exec(words)?.[1];
  if (of !== undefined) return isBody(designationOf(of)) ? designationOf(of) : null;

  return /^(?:decisions?|rulings?)/i.test(words) ? "it" : null;
}

/** How many members are a quorum. */
export function counted(text: string): readonly Told[] {
  const match =
    /\b(?<n>\w+) (?:members?|commissioners?|representatives?|judges?|arbitrators?|delegates?|experts?|votes?)(?: of (?<body>[^,;]{2,60}?))? (?:present )?(?:are|is|constitutes?|shall constitute|forms?|shall form|make up) (?:a|the) quorum\b|\bquorum(?: of (?<of>[^,;]{2,60}?))? (?:is|shall be|consists of) (?<m>\w+)/i.exec(
      text,
    );
  const quorum = match === null ? null : numberOf(match.groups?.["n"] ?? match.groups?.["m"] ?? "");
  if (match === null || quorum === null || Number.isNaN(quorum)) return [];
  const named = designationOf(match.groups?.["body"] ?? match.groups?.["of"] ?? "");
  const deciding = ruled(text.slice(0, match.index))[0]?.says.body;

  return [{ says: { body: isBody(named) ? named : (deciding ?? "it"), quorum }, silences: deciding === undefined }];
}

/** "decides within 14 days": the clock of the body. */
export function clocked(passage: Passage, span: Span, text: string): readonly Told[] {
  const match =
    /\b(?:decides?|(?:take|takes|make|makes|reach|reaches) (?:its|a|all|their) decisions?)\b(?! by (?!(?:an? |the )?(?:\w+[- ])?(?:majority|consensus|unanimity|unanimous)))[^.;]{0,80}?\bwithin\b/i.exec(
      text,
    );
  if (match === null || /\b(?:if|unless|where)\b/i.test(text.slice(0, match.index))) return [];
  const body = bodyBefore(text, match.index) ?? modalBody(text, match.index);
  const within = valueOf(durationIn(passage, span.start + match.index, span.end));
  if (body === null || within === null) return [];

  return [{ says: { body, decidesWithin: within }, silences: /^(?:decides|takes|makes|reaches)\b/i.test(match[0]) }];
}

/** "If no decision is reached within N days, …": whichever body the sentence before speaks of. */
const undecided =
  /^(?:if|where|when|should|in case) no (?:such )?(?:decision|determination|ruling|finding|agreement) (?:is|has been|can be|be) (?:reached|taken|made|adopted|given|issued)\b[^,]*,\s*(?<then>.+)$/i;

/** "If it does not decide within N days, … is deemed …". */
export function silent(passage: Passage, span: Span, text: string): readonly Told[] {
  const match =
    /^(?:if|where|when|should|in case) (?<body>[^,]{2,60}?) (?:(?:does|has|do|have|can)(?:not| not)|fails? to|is unable to|cannot) (?:yet )?(?:decided?|determined?|reach(?:ed)?|take|taken|make|made|agree|agreed|act|ruled?)\b[^,]*,\s*(?<then>.+)$/i.exec(
      text,
    );
  const bare = match === null ? undecided.exec(text) : null;
  const then = (match ?? bare)?.groups?.["then"] ?? "";
  const isDeemed = /\b(?:deemed|considered|treated as|stands?|taken to be|presumed)\b/i.test(then);
  if ((match === null && bare === null) || !isDeemed) return [];
  const denies =
    /\b(?:rejected|refused|dismissed|denied|not (?:to )?(?:have been |be )?(?:breached|established|found|adopted|exist|occurred)|no breach|kept|unfounded|fulfilled|complied)\b/i.test(
      then,
    );
  const name = match?.groups?.["body"] ?? "it";
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
