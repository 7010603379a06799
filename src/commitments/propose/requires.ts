import { optionsAround, type Choices, type Draft } from "../../text/index.ts";
import type { Anchor } from "../slot.ts";

const places = new WeakMap<Draft, ReadonlyMap<string, number>>();

/** The bracket options in which words stand under these choices: only where these are chosen are the words there. */
export function requiresOf(draft: Draft, choices: Choices, spans: readonly Anchor[]): Choices {
  if (draft.groups.length === 0) return unconditional;
  let byId = places.get(draft);
  if (byId === undefined) {
    byId = new Map(draft.provisions.map(({ id, index }) => [id, index]));
    places.set(draft, byId);
  }
  let requires = unconditional;
  for (const span of spans) {
    const index = byId.get(span.provision);
    if (index === undefined) continue;
    const around = optionsAround(draft, index, span, choices);
    if (requires === unconditional) requires = around;
    else if (around !== requires && Object.keys(around).length > 0) requires = { ...requires, ...around };
  }

  return requires;
}

const unconditional: Choices = {};
