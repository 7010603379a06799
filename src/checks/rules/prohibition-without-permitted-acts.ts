import { lowWords } from "../../base/index.ts";
import { valueOf, valuesOf } from "../../commitments/index.ts";
import type { Commitment } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import { presentProvisions, wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** Acts of force, movement and fortification, of which some are always needed: defence, medical evacuation, repair. */
const military: ReadonlySet<string> = new Set(
  (
    "weapon weapons arms armed force fire firing shell shelling attack attacks offensive hostile hostilities troop troops combat " +
    "mine mines minefield minefields explosive explosives artillery mortar mortars tank tanks drone drones aircraft aviation flight flights overfly overflight overflights " +
    "reconnaissance deploy deploying deployment redeploy redeploying redeployment fortify fortifying fortified fortification fortifications incursion incursions patrol patrols " +
    "recruit recruits recruiting recruited recruitment mobilise mobilising mobilised mobilisation mobilize mobilizing mobilized mobilization ammunition"
  ).split(" "),
);
const militaryActs =
  /\bmilitary (?:activit|operations?\b|movements?\b|actions?\b|equipment|vehicles|personnel|forces|exercises?\b|presence|units?\b|formations?\b)|\bmovements? of\b/i;
/** A clause on what stays allowed. */
const allowed =
  /\b(?:(?:is|are|remains?|shall be|shall remain) (?:permitted|allowed|exempt(?:ed)?|excluded)|shall not (?:apply|extend|cover|affect|prevent|preclude|prohibit)|(?:does|do) not (?:apply|cover|prevent|prohibit|affect)|not (?:be )?(?:prohibited|regarded as|considered)|nothing in (?:this|the|articles?|paragraphs?|points?|sections?)|self-defen[cs]e|medical evacuation|permitted (?:acts|activities|movements))\b/i;
/** An exception inside the ban itself. */
const excepted = /\b(?:except(?:ion|ions|ed|ing)?|other than|save (?:for|that|where)|unless|without prejudice)\b/i;
/** Said for the whole text. */
const general = /\bself-defen[cs]e\b|\bpermitted (?:acts|activities)\b/i;

/**
 * What is forbidden in general needs a list of what is not, or every ambulance is a violation.
 * Source: docs/sources.md#prohibition-without-permitted-acts.
 */
export const prohibitionWithoutPermittedActs: Rule = {
  name: "prohibition-without-permitted-acts",
  family: "structure",
  find: (context) => {
    const bans = duties(context).filter((commitment) => isGeneralBan(context, commitment));
    const labels = bans.length === 0 ? new Set<string>() : permittedIn(context);

    return bans
      .filter((commitment) => !isCovered(labels, commitment))
      .map((commitment) =>
        holeFinding(context, {
          rule: "prohibition-without-permitted-acts",
          severity: "note",
          commitment,
          path: "permitted",
          says: `It is not said what stays allowed beside ${actOf(commitment)}.`,
        }),
      );
  },
};

function isGeneralBan(context: Context, commitment: Commitment): boolean {
  if (valueOf(commitment.modality) !== "prohibition" || valuesOf(commitment.condition).length > 0) return false;
  const words = `${commitment.action.verb} ${commitment.action.object}`;

  const own = wordsAt(context.draft, commitment.spans);

  return isMilitary(words) && !excepted.test(own) && !allowed.test(own);
}

function isMilitary(words: string): boolean {
  const low = lowWords(words);

  return low.some((word) => military.has(word)) || militaryActs.test(words);
}

/** Articles that say what stays allowed; `*` where one does so for the whole text. */
function permittedIn(context: Context): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { provision, chosen } of presentProvisions(context)) {
    if (!allowed.test(chosen.words)) continue;
    if (isMilitary(chosen.words)) labels.add(articleOf(provision.label));
    for (const { target } of provision.references) {
      const aimed = target.kind === "provision" ? context.draft.provisions[target.index] : undefined;
      if (aimed !== undefined) labels.add(articleOf(aimed.label));
    }
    if (general.test(chosen.words)) labels.add("*");
  }
  for (const commitment of context.commitments)
    if (valueOf(commitment.modality) === "permission") labels.add(articleOf(commitment.label));

  return labels;
}

function isCovered(labels: ReadonlySet<string>, commitment: Commitment): boolean {
  return labels.has("*") || labels.has(articleOf(commitment.label));
}

/** The outermost step of a label: `3` of `3.1`, `9` of `9(b)`. */
function articleOf(label: string): string {
  return /^[^.( ]+/.exec(label)?.[0] ?? label;
}
