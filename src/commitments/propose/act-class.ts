import type { ActionClass, Commitment } from "../commitment.ts";
import { type Verb, verbOf } from "../verbs.ts";
import { classElsewhere } from "./elsewhere.ts";

/** The class of an act by its verb and what it is done to. */
export function classOf(base: string, object: string, subject: string): Pick<Verb, "class" | "mode"> {
  const verb = verbOf(base);
  const what = `${object.slice(0, 120)} ${subject}`;
  const by = (name: ActionClass, mode: Commitment["mode"]): Pick<Verb, "class" | "mode"> => ({ class: name, mode });
  if (
    base === "have" ||
    (/^(?:grant|give|allow|permit|provide|ensure|guarantee|admit|facilitate|open|accord|afford|receive|enable)$/.test(
      base,
    ) &&
      /\b(?:access|entry|admission|freedom of movement|to (?:freely )?(?:enter|visit|inspect))\b/i.test(what))
  ) {
    if (base === "have") return by("admit-access", "maintain");
    if (
      /\b(?:mission|inspect|observ|monitor|verif|commission|team|body|mechanism|committee|group|centre|sites?)/i.test(
        what,
      ) &&
      !/\b(?:humanitarian|civilians?|refugees|market|health|education|justice|services)\b/i.test(what)
    )
      return by("admit-access", "maintain");

    return by("other", /^(?:open|give|grant)$/.test(base) ? "achieve" : "maintain");
  }
  if (verb?.class === "admit-access") return by("other", base === "grant" ? "achieve" : verb.mode);
  if (base === "adopt" || base === "pass" || base === "amend" || base === "approve")
    return by(
      /\b(?:law|laws|legislation|act|bill|constitution|constitutional|resolution|statute|decree|regulations?|amnesty)\b/i.test(
        what,
      )
        ? "legislate"
        : "other",
      "achieve",
    );
  if (/^(?:hold|conduct|organi[sz]e|carry out)$/.test(base))
    return by(/\b(?:elections?|referendum|vote|plebiscite)\b/i.test(what) ? "elect" : "other", "achieve");
  if (/^(?:establish|create|form|set up|constitute|appoint|designate|nominate|convene|found|launch)$/.test(base)) {
    if (
      /\b(?:commission|committee|council|mission|mechanism|group|board|centre|center|court|panel|team|tribunal|secretariat|office|body|fund|authority|unit|agency|service|inspectorate|member|members|chair|chairperson|judges?|arbitrators?|representatives?|observers?|experts?|monitors?|commissioners?|force|point of contact)\b/i.test(
        what,
      )
    )
      return by("establish-body", "achieve");

    return by("other", "achieve");
  }
  if (
    /^(?:provide|submit|transmit|present|send|deliver|issue|circulate|exchange|give)$/.test(base) &&
    /\b(?:reports?|information|notification|notice|notices|lists?|data)\b/i.test(what) &&
    !/\bhumanitarian assistance\b/i.test(what)
  )
    return by("report", "achieve");
  if (base === "carry out" || base === "conduct" || base === "perform" || base === "undertake") {
    if (/\b(?:verification|monitoring|inspections?|patrols?|investigations?|site visits)\b/i.test(what))
      return by("verify", "maintain");
  }
  if (
    base === "suspend" ||
    base === "restore" ||
    base === "withhold" ||
    base === "apply" ||
    base === "impose" ||
    base === "reimpose"
  )
    return /\b(?:sanctions?|measures?|embargo|relief|assets)\b/i.test(what)
      ? by("sanction", "achieve")
      : by(verb?.class ?? "other", verb?.mode ?? "achieve");
  if (base === "report" && /^\s*(?:up)?on (?:its|their|his|her) own\b/i.test(object)) return by("verify", "maintain");
  if (base === "publish")
    return by(
      /\b(?:reports?|findings|results|information|data|decisions?|lists?|statements?|notices?|minutes)\b/i.test(what)
        ? "report"
        : "other",
      "achieve",
    );
  if (base === "observe" && /\b(?:elections?|compliance|implementation)\b/i.test(what)) return by("verify", "maintain");
  if (base === "cease" || base === "end" || base === "stop" || base === "halt")
    return by(
      /\b(?:hostilit|fire|firing|attack|use of|military|operations?|activities|action|recruit|propaganda|violence|weapons)/i.test(
        what,
      )
        ? "refrain"
        : "other",
      "maintain",
    );

  const elsewhere = verb === null ? classElsewhere(base) : null;

  return elsewhere ?? { class: verb?.class ?? "other", mode: verb?.mode ?? "achieve" };
}
