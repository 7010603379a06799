import type { Actor } from "../actor.ts";
import { bodyNouns } from "./actor-names.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";

const leaned =
  /\b(?:on the basis of|through|by means of|via|by way of|with the (?:help|assistance) of|within the framework of) an? (?<name>(?:\p{Ll}[\p{L}-]+ ){0,3}(?<noun>\p{Ll}[\p{L}-]+))\b(?! of\b)/giu;

/** A mechanism that an act leans on without a name: "on the basis of an international mechanism". It needs a clause too. */
export function unnamedMechanisms(readings: readonly PassageReading[]): readonly Actor[] {
  const found = new Map<string, Actor>();
  for (const { passage, frames } of readings) {
    if (frames.length === 0) continue;
    for (const match of passage.text.matchAll(leaned)) {
      const name = match.groups?.["name"] ?? "";
      const noun = (match.groups?.["noun"] ?? "").toLowerCase();
      if (!bodyNouns.has(noun) || found.has(name) || /^(?:body|force|office|team|group|trust|conference)$/.test(name))
        continue;
      const start = match.index + match[0].length - name.length;
      found.set(name, {
        id: name,
        name,
        kind: "commission",
        memberOf: [],
        alliedWith: [],
        trustRoot: false,
        collective: null,
        outside: false,
        spans: anchorsOf(passage, start, start + name.length),
      });
    }
  }

  return [...found.values()];
}
