import type { Span } from "../../text/index.ts";
import type { Evidence } from "../commitment.ts";
import { type Slot, unresolved } from "../slot.ts";
import { anchorsOf, type Passage } from "./passage.ts";

const evidenceCues: readonly (readonly [Evidence, RegExp])[] = [
  ["satellite", /\bsatellites?\b|\bsatellite (?:images?|imagery)\b/i],
  [
    "sensor",
    /\bsensors?\b|\bradars?\b|\bcameras?\b|\bdrones?\b|\bUAVs?\b|\bunmanned aerial\b|\bremote sensing\b|\baerial (?:surveillance|observation|photographs?)\b|\bacoustic\b/i,
  ],
  ["joint-inspection", /\bjoint inspections?\b|\bjoint visits?\b|\bjoint patrols?\b/i],
  [
    "site-visit",
    /\bsite[- ]visits?\b|\bon-site\b|\bvisits? to\b|\binspections? of\b|\bby (?:regular |unannounced |periodic |routine )?(?:inspections?|visits?|patrols?|patrolling)\b|\bground (?:visits?|patrols?|inspections?)\b/i,
  ],
  [
    "document",
    /\bdocuments\b|\brecords\b|\bdeclarations? (?:of|submitted|by)\b|\binventor(?:y|ies)\b|\bcompar(?:ing|ison)\b[^.;]{0,60}\b(?:lists?|registers?)\b|\bwritten evidence\b|\bphotographs\b/i,
  ],
  ["witness", /\bwitness(?:es)?\b|\binterviews?\b|\btestimon(?:y|ies)\b/i],
  [
    "third-party-report",
    /\bthird[- ]party reports?\b|\breports? (?:of|by|from) (?:third parties|humanitarian|civil society|non-governmental)\b/i,
  ],
  [
    "self-report",
    /\b(?:itself|themselves) report\b|\breports? on (?:its|their) own\b|\bself-report|\bown reports?\b|\bits own compliance\b|\breports? (?:submitted )?by (?:each|the) Part(?:y|ies)\b/i,
  ],
];

/** Kinds of proof that a sentence of verification names. */
export function evidenceIn(passage: Passage, area: Span): Slot<readonly Evidence[]> {
  const text = passage.text.slice(area.start, area.end);
  const found = evidenceCues.flatMap(([kind, cue]) => {
    const match = cue.exec(text);

    return match === null || (kind === "site-visit" && /\bjoint (?:inspections?|visits?)/i.test(text))
      ? []
      : [{ kind, start: area.start + match.index, end: area.start + match.index + match[0].length }];
  });
  if (found.length === 0) return unresolved(...anchorsOf(passage, area.start, area.end));

  return {
    kind: "stated",
    value: found.map(({ kind }) => kind),
    spans: found.flatMap(({ start, end }) => anchorsOf(passage, start, end)),
  };
}
