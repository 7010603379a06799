import type { Span } from "../../text/index.ts";
import { isActor } from "./actor-names.ts";
import type { Passage } from "./passage.ts";
import type { Act } from "./predicate.ts";

/** One more act of the same verb: "… shall be nominated by A and the Prime Minister by B". */
export type Gapped = { readonly thing: Span; readonly by: Span };

const pair =
  /(?:,? and|,|;) (?<thing>(?:the|an?|its|their|all|each) [^,;]{2,80}?) by (?<by>(?:the |an? |each )?\p{L}[^,;]{1,80}?)(?=,? and (?:the|an?|its|their|all|each) [^,;]{2,80}? by |[,;]|$)/giu;

/** At most so many further pairs are read. */
const most = 6;

/** Things and actors that share the verb of a passive before them. The first pair stands at the verb and is not among them. */
export function gappedIn(passage: Passage, act: Act): readonly Gapped[] {
  if (!act.isPassive) return [];
  const rest = passage.text.slice(act.rest.start, act.rest.end);
  if (!/^\s*by\b/.test(rest)) return [];
  const found: Gapped[] = [];
  for (const match of rest.matchAll(pair)) {
    const { thing = "", by = "" } = match.groups ?? {};
    if (!isActor(by) || /\b(?:shall|will|may|must|is|are|was|were)\b/.test(thing)) return found;
    const from = act.rest.start + match.index + match[0].indexOf(thing);
    const end = act.rest.start + match.index + match[0].length;
    found.push({ thing: { start: from, end: from + thing.length }, by: { start: end - by.length, end } });
    if (found.length === most) break;
  }

  return found;
}
