import type { Modal } from "../../text/index.ts";
import type { Modality, Strength } from "../commitment.ts";
import type { Act } from "./predicate.ts";

/** What the modal of a clause makes of its act. */
export type Force = { readonly modality: Modality; readonly strength: Strength };

/** Modality and strength of a modal expression, `null` where it binds nobody. */
export function forceOf(modal: Modal): Force | null {
  const words = modal.words.toLowerCase();
  switch (modal.class) {
    case "obligation":
      return { modality: "obligation", strength: "shall" };
    case "prohibition":
      return {
        modality: "prohibition",
        strength: /^will\b/.test(words)
          ? "will"
          : /^(?:may|cannot)\b|вправе|мож|peu|права/.test(words)
            ? "may"
            : "shall",
      };
    case "prediction":
      return { modality: "obligation", strength: "will" };
    case "recommendation":
      return { modality: "declaration", strength: "should" };
    case "permission":
      return { modality: "permission", strength: /\bshall\b/.test(words) ? "shall" : "may" };
    case "effort":
      return { modality: "best-effort", strength: "none" };
    default:
      return null;
  }
}

/** A may that changes what others owe is a power. */
export function modalityOf(force: Force, act: Act): Modality {
  if (
    force.modality === "permission" &&
    /^(?:suspend|terminate|call|decide|determine|resume|denounce|extend|waive|revoke|amend|cancel|lift|impose|reimpose)$/.test(
      act.base,
    )
  )
    return "power";
  if (act.base === "have") return "permission";
  if (force.modality === "best-effort") return force.modality;
  if (force.modality === "obligation" && /^(?:refrain|abstain|desist|forgo)$/.test(act.base)) return "prohibition";
  if (force.modality === "obligation" && act.base === "avoid") return "obligation";

  return force.modality;
}
