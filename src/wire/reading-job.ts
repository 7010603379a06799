import type { Actor, Body, TreatyEnglishRead } from "../commitments/index.ts";
import { provisionByLabel } from "../text/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import type { ReadingShape } from "./reading-shape.ts";
import type { NamedRefusal } from "./shape-refusal.ts";
import type { Place, Yaml, YamlCode } from "./yaml.ts";

export type ReadingCode =
  | YamlCode
  | "wrong-shape"
  | "unknown-provision"
  | "undeclared-actor"
  | "unknown-slot"
  | "unknown-option"
  | "words-not-found"
  | "not-treaty-english";

export type Refusal = NamedRefusal<ReadingCode>;

/** One frame of the file, read, with the place in the file of any unit of its Treaty English. */
export type ReadFrame = { readonly read: TreatyEnglishRead; readonly placeOf: (offset: number) => Place };

/** A reading file while it is read over one draft. */
export type Job = {
  readonly file: string;
  readonly yaml: Yaml;
  readonly shape: ReadingShape;
  readonly draft: Draft;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly actors: Actor[];
  readonly bodies: Body[];
  /** Ids of actors by id and by designation. */
  readonly ids: Map<string, string>;
  /** How many commitments, guarantees and powers a label has so far. */
  readonly numbers: Map<string, number>;
  readonly frames: ReadFrame[];
};

export function refuse(job: Job, code: ReadingCode, reason: string, place: Place): Refusal {
  return { kind: "refused", code, reason, file: job.file, ...place };
}

export function unknownProvision(job: Job, label: string, place: Place): Refusal {
  const meant = provisionByLabel(job.draft, label);
  if (meant !== null)
    return refuse(job, "unknown-provision", `the text has no provision "${label}"; write "${meant.label}"`, place);
  const labels = [...job.provisions.keys()];
  const some = labels
    .slice(0, 8)
    .map((one) => `"${one}"`)
    .join(", ");
  const told = labels.length === 0 ? "it has none" : `it has ${some}${labels.length > 8 ? ", …" : ""}`;

  return refuse(job, "unknown-provision", `the text has no provision "${label}"; ${told}`, place);
}

export function undeclared(job: Job, name: string, place: Place): Refusal {
  return refuse(job, "undeclared-actor", `nobody declares "${name}"; add it under "actors" or "bodies"`, place);
}
