import type { Draft } from "../text/index.ts";

/** The nearest heading at or above a provision, empty where there is none. */
export function headingAbove(draft: Draft, index: number): string {
  for (let at: number | null = index; at !== null;) {
    const provision: Draft["provisions"][number] | undefined = draft.provisions[at];
    if (provision === undefined) return "";
    if (provision.heading !== null) return provision.heading;
    at = provision.parent;
  }

  return "";
}
