import { everyMatch } from "../../base/index.ts";
import { verbOfNoun } from "../verbs.ts";

/** Common nouns that end the name of a body: it decides, verifies or administers, and needs a creating clause. */
export const bodyNouns = new Set(
  "commission committee council mission mechanism group board centre center court panel team tribunal secretariat office agency authority bureau body force observatory cell task-force chamber unit fund bank conference forum assembly trust ombudsman registry directorate administration subcommittee sub-committee subcommission sub-commission working-group taskforce platform inspectorate service".split(
    " ",
  ),
);
const verifierNouns = /\b(?:mission|observers?|monitors?|inspectors?|verification|monitoring|observatory)\b/i;

/** Nouns whose bearers act, beside the bodies: persons, organs, forces, sides. */
const agentNouns = new Set(
  "party parties side sides government governments state states forces force troops army armies police militia militias formations formation units subdivisions detachments brigade battalion command commander commanders leadership leader leaders president minister ministers ministry parliament legislature congress senate cabinet king queen sultan prime-minister secretary-general head heads chief director directors representative representatives envoy mediator mediators facilitator facilitators guarantor guarantors guarantee-states chair chairs chairman chairperson chairpersons co-chair co-chairs members member signatory signatories movement front union organisation organization organisations organizations authorities official officials republic federation kingdom commissioner commissioners governor governors mayor mayors judge judges prosecutor prosecutors police-service observers observer monitors monitor inspectors inspector experts expert liaison delegation delegations depositary participants contractors donors neighbours arbitrator arbitrators auditor auditors conciliator conciliators rapporteur administrator administrators operator operators organ donor donors company companies ambassador ambassadors combatant ex-combatant fighter countries country community nations league groups combatants ex-combatants fighters".split(
    " ",
  ),
);
/** Capitalised nouns of the text itself and of its machinery: no actor. */
const thingNouns = new Set(
  "agreement accord protocol memorandum treaty annex article articles appendix schedule framework document declaration constitution law act map zone zones area areas line lines territory region period phase phases stage date day days ceasefire cease-fire paragraph section point chapter part package plan programme program charter statute convention resolution election elections referendum provisions provision measures nothing terms instrument text".split(
    " ",
  ),
);

const determiner =
  /^(?:the|a|an|each|every|all|both|any|either|neither|no|such|this|that|these|those|its|their|our|his|her|said|of)\s+/i;
/** Where a noun phrase goes on with something that is not the name. */
const tail =
  /\s*(?:,|\(|["“”;:]|\s(?:which|who|that|whose|whom|made up|composed|consisting|comprising|acting|under|along|concerned|established|appointed|referred|designated|mentioned|in consultation|in coordination|in cooperation|in accordance|with|without|through|during|including|excluding|at|from|within|upon|after|before|hereby|jointly|also|further|themselves|itself|shall|will|each)\b).*$/su;

/** The designation as the text writes it, without article and without what follows the name. */
export function designationOf(words: string): string {
  let name = words
    .trim()
    .replace(/^(?:and|or|but|however|accordingly|thereafter|then|in addition|furthermore|moreover)[,\s]+/i, "");
  name = name
    .replace(tail, "")
    .replace(/\s+(?:in|on|for|to|by)\s+(?![\p{Lu}]).*$/su, "")
    .trim();

  return name
    .replace(/^(?:the|an?)\s+|^(?:Les|Le|La)\s+(?=\p{Lu})|^L['’](?=\p{Lu})/iu, "")
    .replace(/[\s.,;:]+$/u, "")
    .replace(/^(?:Each|Both|All|Every|Either|Any)(?= )/, (word) => word.toLowerCase());
}

/** A thing as the text writes it, without article and without a clause that goes on about it. */
export function thingOf(words: string): string {
  return words
    .trim()
    .replace(/^of (?:whom|which) /i, "")
    .replace(/^(?:\W*)(?:and|or|but|no|neither|possibly|where possible|as appropriate)\s+/i, "")
    .replace(/,?\s+(?:which|who|whose)\b.*$|\s*,\s*$/s, "")
    .replace(/^(?:the|an?)\s+/i, "")
    .slice(0, 240);
}

/** "each Party", "the Parties", "both sides": all of them, and whether each owes by itself. */
export type Collective = "all" | "each" | "none";

export function collectiveOf(words: string): Collective | null {
  const text = words.trim().toLowerCase();
  if (/^(?:no|neither)(?: of the)? (?:party|side|parties|sides|signatory|guarantor)/.test(text)) return "none";
  if (/^(?:каждая|кожна|любая|будь-яка|chaque) (?:сторона|partie)$/u.test(text)) return "each";
  if (/^(?:(?:обе|обидві|все|всі|les|les deux|toutes les) )?(?:стороны|сторони|parties)$/u.test(text)) return "all";
  if (
    /^(?:each|every|either|any|a)(?: (?:of the|contracting|signatory|warring|conflicting|belligerent|other))* (?:party|side|parties|sides|signatory)\b(?! that| which| who)/.test(
      text,
    )
  )
    return "each";
  if (
    /^(?:(?:the|all|both|two|three|contracting|signatory|warring|conflicting|opposing|belligerent|high|of|respective) ){0,5}(?:parties|sides|signatories)(?: to (?:the|this) (?:agreement|conflict|accord|protocol|memorandum|present agreement|ceasefire))?$/.test(
      text,
    )
  )
    return "all";

  return null;
}

/** "the aggrieved Party", "the Party responsible": one of the sides, told by what it did or what it is. */
export function isSomeSide(words: string): boolean {
  if (/^(?:that|such) (?:state|party|side)$/i.test(words.trim())) return true;
  const name = words.trim().replace(/^(?:the|a|an|that|such) /i, "");

  return (
    /^(?:\p{Ll}[\p{L}-]+ )?(?:Party|party|side)(?: (?:responsible|concerned|affected|at fault|in (?:breach|default|violation|question)))?$/u.test(
      name,
    ) && !/^(?:third|other|each|every|any|either|neither|no|one|third-) /i.test(name)
  );
}

/** "each demobilised combatant", "refugees": persons who are served, not an organised side. */
export function isPersons(words: string): boolean {
  return /^(?:(?:ex-)?combatants?|fighters?|civilians?|refugees?|returnees|persons?|people|victims?|famil(?:y|ies)|prisoners?|detainees?|residents?|inhabitants|children|women|minors|widows|orphans|teachers|soldiers?)$/i.test(
    headOf(designationOf(words)),
  );
}

/** Whether a noun phrase can bear a duty: a designation of a side, a body, an organ, or a proper name. */
export function isActor(words: string): boolean {
  const name = designationOf(words);
  if (name === "" || /^(?:it|they|he|she|this|that|these|those|there|nothing|everything|which|who|such)$/i.test(name))
    return false;
  if (collectiveOf(words) !== null || isSomeSide(words)) return true;
  if (isActAlone(words) || /^\p{Lu}(?:-?[Dd]ay)?(?: ?[+-] ?\d+)?$/u.test(name)) return false;
  const bare = name.replace(determiner, "").replace(determiner, "");
  const head = headOf(bare);
  const lower = head.toLowerCase();
  if (thingNouns.has(lower)) return false;
  if (agentNouns.has(lower)) return true;
  if (bodyNouns.has(lower) || staffOf.test(bare)) return true;

  return isProperName(bare);
}

/** "the engineers of the Dam Authority": people of a trade in somebody's service. */
const staffOf =
  /^(?:\p{Ll}+ )?(?:\p{Ll}+(?:ists|eers|icians)|doctors|auditors|nurses|lawyers|surveyors|medics|wardens|pilots) of (?:the )?\p{Lu}/u;

/** "Assembly shall begin": without an article the word is the act, not the body. */
export function isActAlone(words: string): boolean {
  return /^(?:assembly|administration|force|trust)(?:$| of (?:the |all |its |their )?\p{Ll})/iu.test(words.trim());
}

/** Words that begin with a capital or are written in capitals; small joining words may stand between. */
export function isProperName(name: string): boolean {
  const words = name.split(/[\s/]+/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 14) return false;
  const head = words.findIndex((word) => /^(?:of|for)$/.test(word));
  const core = head > 0 ? words.slice(0, head) : words;
  const isCapital = (word: string): boolean =>
    /^["“”'(]?\p{Lu}/u.test(word) || /^(?:and|of|the|for|de|la|el|al|on|du|des|und|y|и|та|et)$/i.test(word);
  if (thingNouns.has((core.at(-1) ?? "").toLowerCase())) return false;
  if (core.length === 1 && isCommonNoun(core[0] ?? "")) return false;

  return (
    core.every(isCapital) &&
    /^\p{Lu}/u.test(core[0] ?? "") &&
    !/^(?:In|On|At|If|When|The|All|Any|No|There|Where|Upon|For|To|It|Its|They|This|That|These|Such)$/.test(
      core[0] ?? "",
    )
  );
}

const persons = new Set(
  "persons people civilians combatants women children minors families victims residents inhabitants vessels goods convoys vehicles ships boats failure refusal absence delay silence lack progress minorities youth pastoralists herders farmers traders".split(
    " ",
  ),
);

/** A noun whose capital only begins the sentence: the noun of an act, or a plural of things and persons. */
function isCommonNoun(word: string): boolean {
  return (
    verbOfNoun(word) !== null ||
    /(?:ities|ions|ments|ers|als|ians|ees|ances|ences|ings|apons|ilities|ties)$/.test(word.toLowerCase()) ||
    persons.has(word.toLowerCase())
  );
}

/** The noun a name turns on: the last word before "of", "for", "in". */
export function headOf(name: string): string {
  const core = name.split(/\s+(?:of|for|in|on|to|from)\s+/)[0] ?? name;

  return (core.trim().split(/[\s]+/).at(-1) ?? "").replace(/['’]s?$/, "");
}

/** A name that says it is a body: it ends, before any "of", in a noun of bodies. */
export function isBodyName(name: string): boolean {
  return bodyNouns.has(headOf(name).toLowerCase()) && /\p{Lu}/u.test(name);
}

export function isVerifierName(name: string): boolean {
  const head = headOf(name).toLowerCase();
  const decides = /^(?:commission|committee|council|court|board|panel|tribunal|chamber|assembly|conference)$/.test(
    head,
  );

  return !decides && verifierNouns.test(name.split(/\s+of\s+/)[0] ?? name) && isBodyName(name);
}

/** Standing organisations and organs of states, whatever their head noun: no text brings them into being. */
export function isStanding(name: string): boolean {
  return /\b(?:Red Cross|Red Crescent|United Nations|UN|Security Council|General Assembly|World Bank|Monetary Fund|Supreme Court|High Court|Constitutional Court|Central Bank|National Assembly|Criminal Court|Court of Justice|Court of Human Rights|European (?:Council|Commission)|African Union Commission|Human Rights Council|Holy See|ICRC|IFRC|UNHCR|UNICEF|WFP|OCHA|WHO|IOM|IAEA|OSCE|NATO|AU|EU|OAS|OIC|IGAD|ECOWAS|SADC|ASEAN|ICJ|ICC|IMF)\b/.test(
    name,
  );
}

const seam = /,\s+(?:and\s+|or\s+)?|\s+(?:and|as well as|together with|along with|or)\s+/g;

/** "Aland, Bland and the Commission": each name by itself, with its place in the words. */
export function actorParts(words: string): readonly { readonly words: string; readonly start: number }[] {
  const parts: { words: string; start: number }[] = [];
  let start = 0;
  for (const match of everyMatch(seam, words)) {
    const left = words.slice(start, match.index);
    const right = words.slice(match.index + match[0].length);
    if (!isSeam(left, right)) continue;
    parts.push({ words: left, start });
    start = match.index + match[0].length;
  }
  parts.push({ words: words.slice(start), start });

  return parts.every((part) => isActor(part.words)) ? parts : [{ words, start: 0 }];
}

/** Whether a conjunction joins two actors and not two words of one name. */
function isSeam(left: string, right: string): boolean {
  if (/\b(?:of|between|among|from|for|by)\b/i.test(left) && !/^(?:the|a|an|each|both|all)\s/i.test(right)) return false;
  if (!isActor(left)) return false;
  const first = right.split(/,|\s+and\s+/)[0] ?? right;
  if (/^\p{Ll}/u.test(right) && !/^(?:the|an?|each|both|all|any|either)\s/.test(right)) return false;
  if (/^(?:the|an?|each|both|all|any|either)\s/i.test(right)) return isActor(first);
  const isBareLeft = !/^(?:the|an?|each|both|all)\s/i.test(left.trim());
  const leftHead = headOf(designationOf(left)).toLowerCase();

  return (
    isActor(first) && (isBareLeft || bodyNouns.has(leftHead) || agentNouns.has(leftHead) || /^\p{Lu}+$/u.test(first))
  );
}
