import { everyMatch, oncePer } from "../../base/index.ts";
import { actorNamed, type Actor } from "../actor.ts";
import { bodyNouns } from "./actor-names.ts";
import { anchorsOf } from "./passage.ts";
import type { PassageReading } from "./read-passage.ts";

const leaned =
  /\b(?:on the basis of|through|by means of|via|by way of|with the (?:help|assistance) of|within the framework of) an? (?<name>(?:\p{Ll}[\p{L}-]+ ){0,3}(?<noun>\p{Ll}[\p{L}-]+))\b(?! of\b)/giu;

/** A mechanism that an act leans on without a name: "on the basis of an international mechanism". It needs a clause too. */
export function unnamedMechanisms(readings: readonly PassageReading[]): readonly Actor[] {
  const found = new Map<string, Actor>();
  for (const reading of readings)
    for (const actor of mechanismsIn(reading)) if (!found.has(actor.id)) found.set(actor.id, actor);

  return [...found.values()];
}

const mechanismsIn = oncePer(({ passage, frames }: PassageReading): readonly Actor[] => {
  if (frames.length === 0) return [];

  return everyMatch(leaned, passage.text).flatMap((match): readonly Actor[] => {
    const name = match.groups?.["name"] ?? "";
    const noun = (match.groups?.["noun"] ?? "").toLowerCase();
    if (!bodyNouns.has(noun) || /^(?:body|force|office|team|group|trust|conference)$/.test(name)) return [];
    const start = match.index + match[0].length - name.length;

    return [actorNamed(name, "commission", anchorsOf(passage, start, start + name.length))];
  });
});
