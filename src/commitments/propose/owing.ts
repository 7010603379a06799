import { collectiveOf, isActor } from "./actor-names.ts";
import { referencesIn } from "./answer-statements.ts";
import { namesIn } from "./phrases.ts";
import type { StatementKind } from "./statements.ts";

const active =
  /^(?<who>[^,;]{2,120}?) (?:shall |also )?owes? (?<what>(?:this|these|its|their|the|all|each|such|it|them)\b[^,;]{0,120}?) to (?<to>[^,;.]{2,160})/i;
const passive =
  /^(?<what>(?:this|these|the|such|all|each)\b[^,;]{2,120}?) (?:is|are|shall be) owed (?:by (?<who>[^,;]{2,80}?) )?to (?<to>[^,;.]{2,160})/i;

/** "X owes this duty to Y", "The obligations under Article 4 are owed to each Party": to whom acts said elsewhere are owed. */
export function owing(text: string): readonly StatementKind[] {
  if (!/\bow(?:e|es|ed)\b/i.test(text)) return [];
  const match = active.exec(text) ?? passive.exec(text);
  const { who = "", what = "", to = "" } = match?.groups ?? {};
  if (/\b(?:shall|must|will|undertakes?|agrees?)\b/i.test(who)) return [];
  if (match === null || !isActor(to) || (who !== "" && !isActor(who) && !/^(?:it|they)$/i.test(who))) return [];
  if (!/^(?:this|these|it|them)$|\b(?:dut(?:y|ies)|obligations?|commitments?|undertakings?)\b/i.test(what.trim()))
    return [];

  return [
    {
      kind: "owed",
      by: who === "" || /^(?:it|they)$/i.test(who) ? [] : namesIn(who),
      to: collectiveOf(to) === null ? namesIn(to) : [to.replace(/^the /i, "").trim()],
      covers: referencesIn(what),
      reach: /\b(?:this|the present) (?:agreement|accord|protocol|memorandum|treaty|framework|document)\b/i.test(what)
        ? "text"
        : /^(?:these|their|its|all)\b/i.test(what)
          ? "article"
          : "sentence",
    },
  ];
}
