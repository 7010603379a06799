import { chosenOption, groupById, type Choices, type Draft, type Provision } from "../../text/index.ts";
import type { Anchor } from "../slot.ts";

const provisions = new WeakMap<Draft, ReadonlyMap<string, Provision>>();

/** The bracket options in which words stand under these choices: only where these are chosen are the words there. */
export function requiresOf(draft: Draft, choices: Choices, spans: readonly Anchor[]): Choices {
  if (draft.groups.length === 0) return unconditional;
  let byId = provisions.get(draft);
  if (byId === undefined) {
    byId = new Map(draft.provisions.map((provision) => [provision.id, provision]));
    provisions.set(draft, byId);
  }
  let requires: Record<string, string> | null = null;
  for (const span of spans) {
    const provision = byId.get(span.provision);
    if (provision === undefined) continue;
    for (const id of provision.groups) {
      const group = groupById(draft, id);
      const option = group === null || group.block ? null : chosenOption(group, choices);
      if (
        option !== null &&
        option !== undefined &&
        option.span.start < span.end &&
        option.span.end > span.start &&
        option.span.end > option.span.start
      )
        (requires ??= {})[id] = option.id;
    }
    for (
      let at: Provision | undefined = provision;
      at !== undefined;
      at = at.parent === null ? undefined : draft.provisions[at.parent]
    )
      if (at.optionOf !== null) (requires ??= {})[at.optionOf.group] = at.optionOf.option;
  }

  return requires ?? unconditional;
}

const unconditional: Choices = {};
