import type { Commitment } from "../commitment.ts";
import { notApplicable, unresolved } from "../slot.ts";
import type { ActOutline } from "./act-outline.ts";
import { collectiveOf } from "./actor-names.ts";
import { anchorsOf } from "./passage.ts";

/** Whether several bearers owe jointly or each for itself; open where the words do not say. */
export function liabilityOf(act: ActOutline, spans: ReturnType<typeof anchorsOf>): Commitment["liability"] {
  const names = act.bearer.kind === "stated" || act.bearer.kind === "proposed" ? act.bearer.value : [];
  const collective = collectiveOf(act.bearerWords);
  const says = act.says.toLowerCase();
  const where = act.bearer.kind === "stated" ? act.bearer.spans : spans;
  if (names.length === 0) return unresolved(...spans);
  const isEach = collective === "each" || collective === "none" || /^each\b|\beach$/i.test(act.bearerWords.trim());
  if (isEach || (isMany(names, collective) && severally.test(act.says)))
    return { kind: "stated", value: "several", spans: where };
  if (/^(?:an?|any)\s+(?:party|side|signatory|guarantor|member|state)\b/i.test(act.bearerWords))
    return { kind: "stated", value: "several", spans: where };
  if (names.length === 1 && collective === null) return notApplicable("one bearer");
  if (/\bjointly and severally\b/.test(says)) return { kind: "stated", value: "joint-and-several", spans };
  if (/\bjointly\b/.test(says)) return { kind: "stated", value: "joint", spans };
  if (/\bseverally\b|\beach of them\b|\bindividually\b/.test(says)) return { kind: "stated", value: "several", spans };

  return unresolved(...where);
}

/** "The Parties shall each appoint …": each for itself. */
const severally = /\b(?:shall|will|must|should|may|undertake to|agree to) (?:also |then )?each\b/i;

function isMany(names: readonly string[], collective: ReturnType<typeof collectiveOf>): boolean {
  return names.length > 1 || collective !== null || /s$/i.test(names[0] ?? "");
}
