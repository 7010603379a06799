import type { Status } from "./draft.ts";

/** A status in words at the end of a heading. */
export const statusMark = /[([](agreed ad ref(?:erendum)?|agreed|withdrawn|closed)\b[^)\]]{0,80}[)\]]\s*$/i;

/** A mark after the heading sets the status: `(agreed ad referendum)`, `[withdrawn]`, `(agreed)`, `(closed)`. */
export function statusOf(heading: string | null, isOpen: boolean): Status {
  const mark = statusMark.exec(heading ?? "")?.[1]?.toLowerCase();
  if (mark?.startsWith("agreed ad ref") === true) return "agreed-ad-ref";
  if (mark === "agreed" || mark === "withdrawn" || mark === "closed") return mark;

  return isOpen ? "bracketed" : "proposed";
}
