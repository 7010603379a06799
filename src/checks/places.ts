import type { Anchor } from "../commitments/index.ts";
import { chosenWords, toOwnSpan } from "../text/index.ts";
import type { ChosenWords, Draft, Provision } from "../text/index.ts";
import type { Context } from "./rule.ts";

const provisionsById = new WeakMap<Draft, ReadonlyMap<string, Provision>>();
const wordsUnderChoices = new WeakMap<Context, readonly PresentProvision[]>();

/** The provision with this id, `null` where the draft has none. O(1) after the first question. */
export function provisionOf(draft: Draft, id: string): Provision | null {
  let byId = provisionsById.get(draft);
  if (byId === undefined) {
    byId = new Map(draft.provisions.map((provision) => [provision.id, provision]));
    provisionsById.set(draft, byId);
  }

  return byId.get(id) ?? null;
}

/** A provision that stands under the context's choices, with its words as chosen. */
export type PresentProvision = { readonly provision: Provision; readonly chosen: ChosenWords };

/** The provisions that stand under the choices, in the order of the text. */
export function presentProvisions(context: Context): readonly PresentProvision[] {
  let present = wordsUnderChoices.get(context);
  if (present === undefined) {
    present = context.draft.provisions
      .map((provision) => ({ provision, chosen: chosenWords(context.draft, provision.index, context.choices) }))
      .filter(({ chosen }) => chosen.present);
    wordsUnderChoices.set(context, present);
  }

  return present;
}

/** Where chosen words stand in the draft. */
export function anchorOf(present: PresentProvision, start: number, end: number): Anchor {
  return { provision: present.provision.id, ...toOwnSpan(present.chosen, { start, end }) };
}

/** The text's own words under these anchors, each place once, joined by a space; brackets as written. */
export function wordsAt(draft: Draft, anchors: readonly Anchor[]): string {
  const places = new Map(anchors.map((anchor) => [`${anchor.provision} ${anchor.start} ${anchor.end}`, anchor]));

  return [...places.values()]
    .map((anchor) => provisionOf(draft, anchor.provision)?.words.slice(anchor.start, anchor.end) ?? "")
    .filter((words) => words !== "")
    .join(" ");
}
