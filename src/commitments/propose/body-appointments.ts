import { designationOf, isActor } from "./actor-names.ts";
import { type Member, memberNames, memberOf } from "./body-members.ts";
import { isBody } from "./body-names.ts";
import type { Told } from "./body-told.ts";
import { numberOf } from "./numbers.ts";

const appoints =
  /(?<who>(?:(?:the|each|a|every)\s+)?\p{Lu}[^,;]{1,80}?) (?:shall |will )?(?:appoints?|nominates?|designates?|names?) (?<count>an?|one|two|three|four|five|six|the|\d{1,2}) (?:\p{L}+ ){0,2}?(?<role>members?|representatives?|chair(?:person|man)?|judges?|arbitrators?|president)\b(?: (?:of|to|for) (?<body>[^,.;]+))?/giu;

const chairedBy =
  /^(?:The |Its )?(?<what>[^,;]{2,60}?) (?:is|shall be|will be) (?:chaired|headed|presided over|led) by (?<who>[^,.;]+)/i;

const chairIs =
  /^(?:The|Its) (?<role>chair(?:person|man)?|(?<=Its )president|president(?= of))(?: of (?<body>[^,;]+?))? (?:is|shall be|will be) (?:appointed|nominated|designated|chosen) by (?<who>[^,.;]+)/i;

/** Who names members and chairs: "each Party appoints two members", "its chair is appointed by X". */
export function appointed(text: string): readonly Told[] {
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
