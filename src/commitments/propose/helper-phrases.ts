import { everyMatch } from "../../base/index.ts";
import type { Span } from "../../text/index.ts";
import { designationOf, isActor } from "./actor-names.ts";
import type { Passage } from "./passage.ts";
import { actorsAt, type Found } from "./phrases.ts";

const helperPhrase =
  /\b(?:(?:under|with|subject to)(?: the)?(?: (?:full|effective|joint|international|strict|permanent|continuous))? (?<noun>supervision|monitoring|verification|observation|oversight|inspection|surveillance|assistance|support|help|facilitation)(?: and (?:supervision|monitoring|verification|observation|oversight|assistance|support))? (?:of|by|from)|(?:as |and |to be |is |are |be )?(?:jointly )?(?<verb>verified|certified|monitored|supervised|overseen|observed|inspected|facilitated|supported|assisted|confirmed)(?: and (?:verified|certified|monitored|supervised|supported|confirmed))? by)(?= )/giu;

const helperNoun =
  /\b(?:under|with)(?: the)? (?<who>(?:\p{Lu}[\p{L}\p{N}/-]*)(?: (?:\p{Lu}[\p{L}\p{N}/-]*|of|and|the)){0,6}) (?<what>supervision|monitoring|verification|observation|oversight|inspection)\b/gu;

/** A helper or verifier named in passing: "under the monitoring of X", "facilitated by X", "with X monitoring". */
export function helpersIn(
  passage: Passage,
  area: Span,
): readonly Found<{ readonly names: readonly string[]; readonly actor: Span; readonly verb: string }>[] {
  const text = passage.text.slice(area.start, area.end);
  if (!/supervis|monitor|verif|observ|overs|inspect|surveil|assist|support|help|facilit|certif|confirm/i.test(text))
    return [];
  const found = everyMatch(helperPhrase, text).flatMap((match) => {
    const start = area.start + match.index;
    const actors = actorsAt(passage, start + match[0].length + 1, area.end);
    if (actors === null) return [];
    const verb = helperVerbs[(match.groups?.["noun"] ?? match.groups?.["verb"] ?? "").toLowerCase()] ?? "verify";

    return [{ span: { start, end: actors.span.end }, value: { names: actors.value, actor: actors.span, verb } }];
  });
  if (found.length > 0) return found;

  return everyMatch(helperNoun, text).flatMap((match) => {
    const who = match.groups?.["who"] ?? "";
    if (!isActor(who)) return [];
    const start = area.start + match.index;
    const at = start + match[0].indexOf(who);

    return [
      {
        span: { start, end: start + match[0].length },
        value: {
          names: [designationOf(who)],
          actor: { start: at, end: at + who.length },
          verb: helperVerbs[match.groups?.["what"] ?? ""] ?? "verify",
        },
      },
    ];
  });
}

const helperVerbs: Readonly<Record<string, string>> = {
  supervision: "supervise",
  supervised: "supervise",
  monitoring: "monitor",
  monitored: "monitor",
  verification: "verify",
  verified: "verify",
  certified: "certify",
  observation: "observe",
  observed: "observe",
  oversight: "oversee",
  overseen: "oversee",
  inspection: "inspect",
  inspected: "inspect",
  surveillance: "monitor",
  confirmed: "confirm",
  assistance: "assist",
  assisted: "assist",
  support: "support",
  supported: "support",
  help: "assist",
  facilitation: "facilitate",
  facilitated: "facilitate",
};
