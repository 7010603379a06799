import { assertedBy, unresolved, withRoles } from "../commitments/index.ts";
import type { Anchor, DeclaredAmbiguity, Reading, Slot } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { castOfFile } from "./reading-cast.ts";
import { findFault } from "./reading-faults.ts";
import { readFrames } from "./reading-frames.ts";
import type { Job, ReadingCode } from "./reading-job.ts";
import { readingShape } from "./reading-shape.ts";
import type { ReadingShape } from "./reading-shape.ts";
import { shapeRefusal } from "./shape-refusal.ts";
import type { NamedRefusal } from "./shape-refusal.ts";
import { readYaml } from "./yaml.ts";

export type ReadingOutcome = { readonly kind: "ok"; readonly value: Reading } | NamedRefusal<ReadingCode>;

/**
 * Reads `readings/<reader>.yaml` over one draft: what one reader takes its words to mean.
 *
 * Refuses, with file, line, column and how to mend it: what is no YAML of this shape, a provision the draft does not
 * have, an actor nobody declared, words that do not stand in the provision or stand there twice, Treaty English that
 * does not parse, an option no bracket has. Never throws. A slot with `spans` is stated, one without is asserted by
 * the reader. Format: docs/formats/reading.md.
 */
export function parseReadingFile(
  yamlSource: string,
  fileName: string,
  draft: Draft,
  options: { readonly textHash?: string } = {},
): ReadingOutcome {
  const yaml = readYaml(yamlSource);
  if (yaml.kind === "refused") return { ...yaml, file: fileName };
  const shape = readingShape.safeParse(yaml.value.value);
  if (!shape.success) return shapeRefusal(fileName, yaml.value, shape.error);
  const { actors, bodies } = castOfFile(shape.data);
  const job: Job = {
    file: fileName,
    yaml: yaml.value,
    shape: shape.data,
    draft,
    provisions: new Map(draft.provisions.map((provision) => [provision.label, provision])),
    actors: [...actors],
    bodies: [...bodies],
    ids: new Map(actors.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const])),
    numbers: new Map(),
    frames: [],
  };
  const fault = readFrames(job) ?? findFault(job);
  if (fault !== null) return fault;

  return { kind: "ok", value: readingOf(job, options.textHash ?? null) };
}

function readingOf(job: Job, textHash: string | null): Reading {
  const { shape, draft } = job;
  const asserted = <Value>(value: Value): Slot<Value> => ({ kind: "asserted", value, by: shape.reader, why: null });
  const order = (label: string): number => job.provisions.get(label)?.index ?? draft.provisions.length;
  const inTextOrder = <Thing extends { readonly label: string }>(things: readonly Thing[]): readonly Thing[] =>
    things.toSorted((one, other) => order(one.label) - order(other.label));
  const reads = job.frames.map(({ read }) => read);
  const zone = reads.map(({ timeZone }) => timeZone).find(({ kind }) => kind !== "unresolved");
  const { languages = [], prevailing = null } = shape.authentic ?? {};
  const cast = { actors: job.actors, bodies: assertedBy(job.bodies, shape.reader) };

  return {
    reader: shape.reader,
    kind: "given",
    language: shape.text?.language ?? draft.languages[0] ?? "und",
    textHash: shape.text?.sha256 ?? null,
    ...cast,
    terms: [
      ...Object.entries(shape.definitions ?? {}).map(([term, means]) => ({ term, means, anchor: nowhere(draft) })),
      ...reads.flatMap(({ terms }) => terms),
    ],
    commitments: withRoles(inTextOrder(reads.flatMap(({ commitments }) => commitments)), cast),
    guarantees: inTextOrder(reads.flatMap(({ guarantees }) => guarantees)),
    powers: inTextOrder(reads.flatMap(({ powers }) => powers)),
    declared: (shape.declared ?? []).map(declaredOf),
    timeZone: shape.timeZone === undefined ? (zone ?? unresolved()) : asserted(shape.timeZone),
    authentic: shape.authentic === undefined ? unresolved() : asserted({ languages, prevailing }),
    answerWithin: shape.answerWithin ?? null,
    slips: hashSlips(job, textHash),
  };
}

/** A term that a file defines stands in no provision; it is shown at the first. */
function nowhere(draft: Draft): Anchor {
  return { provision: draft.provisions[0]?.id ?? "", start: 0, end: 0 };
}

function declaredOf(one: NonNullable<ReadingShape["declared"]>[number]): DeclaredAmbiguity {
  const { reviewOn = null } = one;

  return {
    at: one.at,
    slot: one.slot,
    by: one.by,
    purpose: one.purpose ?? null,
    reviewOn:
      reviewOn === null || typeof reviewOn === "string"
        ? reviewOn
        : `${reviewOn.daysAfter} days after ${reviewOn.event}`,
    ifNotResolved: one.whatIfNotResolved ?? null,
  };
}

/** The reading speaks of other bytes than the text that was read: said, not refused. */
function hashSlips(job: Job, textHash: string | null): Reading["slips"] {
  const pinned = job.shape.text?.sha256;
  if (pinned === undefined || textHash === null || pinned === textHash) return [];

  return [
    {
      ...job.yaml.placeOf(["text", "sha256"]),
      code: "not-understood",
      says: `${job.file} was written for another version of this text`,
      provision: null,
      offset: 0,
      excerpt: pinned,
      repair: textHash,
    },
  ];
}
