import { z } from "zod";
import { actorKinds } from "../commitments/index.ts";
import type { ActorKind } from "../commitments/index.ts";
import { shapeRefusal } from "./shape-refusal.ts";
import type { NamedRefusal } from "./shape-refusal.ts";
import { readYaml } from "./yaml.ts";
import type { YamlCode } from "./yaml.ts";

export type Participant = {
  readonly id: string;
  /** In the first language of the process that the file gives; the id where it gives none. */
  readonly name: string;
  readonly kind: ActorKind;
};

/** A silence procedure: what one side proposed stands unless somebody objects before the hour. */
export type SilenceProcedure = {
  readonly at: string;
  readonly draft: string | null;
  readonly proposedBy: string | null;
  readonly until: string;
};

/** What `process.yaml` says of a process. Hours are kept as written, with their zone. */
export type ProcessFile = {
  readonly title: string;
  readonly note: string | null;
  /** Codes of the languages of the text, the first one leading. */
  readonly languages: readonly string[];
  readonly parties: readonly Participant[];
  readonly guarantors: readonly Participant[];
  readonly bodies: readonly Participant[];
  readonly deadline: string | null;
  readonly silence: readonly SilenceProcedure[];
  /** Names of the witnesses whose signatures are asked of the record, and how many of them; `null` where none are. */
  readonly trust: { readonly witnesses: readonly string[]; readonly quorum: number } | null;
};

const word = z.string().trim().min(1).max(300);
const inLanguages = z.union([word, z.record(z.string().max(12), word)]);
const kinds = z.enum(actorKinds);
const listed = z.array(z.strictObject({ id: word, name: inLanguages.optional(), kind: kinds.optional() })).max(200);
const keyed = z.record(word, z.strictObject({ name: inLanguages.optional(), kind: kinds.optional() }));
const participants = z.union([listed, keyed]);
const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:\d{2}))?)?$/,
    "a day (YYYY-MM-DD), or a day and hour with its zone (YYYY-MM-DDTHH:MM:SS+HH:MM)",
  );

const processShape = z.strictObject({
  servanda: z.literal("process/1").optional(),
  title: word,
  note: z.string().max(4000).optional(),
  languages: z.array(z.string().min(2).max(12)).max(50).optional(),
  parties: participants,
  guarantors: participants.optional(),
  bodies: participants.optional(),
  deadline: moment.optional(),
  silence: z
    .array(z.strictObject({ at: word, draft: word.optional(), proposedBy: word.optional(), until: moment }))
    .max(1000)
    .optional(),
  trust: z.strictObject({ witnesses: z.array(word).max(200), quorum: z.number().int().min(0).max(200) }).optional(),
});

/**
 * Reads `process.yaml`: who talks about what, and until when.
 *
 * Refuses, with file, line and column, what is no YAML of this shape, and a name that stands for two participants.
 * Never throws. Format: docs/formats/process.md.
 */
export function parseProcessFile(
  yamlSource: string,
  fileName: string,
): { readonly kind: "ok"; readonly value: ProcessFile } | NamedRefusal<YamlCode | "wrong-shape"> {
  const yaml = readYaml(yamlSource);
  if (yaml.kind === "refused") return { ...yaml, file: fileName };
  const shape = processShape.safeParse(yaml.value.value);
  if (!shape.success) return shapeRefusal(fileName, yaml.value, shape.error);
  const { title, note = null, languages = [], deadline = null, silence = [], trust = null } = shape.data;
  const lists = {
    parties: participantsOf(shape.data.parties, "party", languages),
    guarantors: participantsOf(shape.data.guarantors ?? [], "guarantor", languages),
    bodies: participantsOf(shape.data.bodies ?? [], "commission", languages),
  };
  const seen = new Set<string>();
  for (const [key, list] of Object.entries(lists))
    for (const [at, { id }] of list.entries()) {
      if (seen.has(id)) {
        const path = Array.isArray(shape.data[key as keyof typeof lists]) ? [key, at, "id"] : [key, id];
        const reason = `"${id}" stands for two participants; give each its own id`;

        return { kind: "refused", code: "wrong-shape", reason, file: fileName, ...yaml.value.placeOf(path) };
      }
      seen.add(id);
    }

  return {
    kind: "ok",
    value: {
      title,
      note,
      languages,
      ...lists,
      deadline,
      silence: silence.map(({ at, draft = null, proposedBy = null, until }) => ({ at, draft, proposedBy, until })),
      trust,
    },
  };
}

function participantsOf(
  said: z.infer<typeof participants>,
  usual: ActorKind,
  languages: readonly string[],
): readonly Participant[] {
  const entries = Array.isArray(said) ? said : Object.entries(said).map(([id, { name, kind }]) => ({ id, name, kind }));

  return entries.map(({ id, name, kind }) => ({ id, name: nameOf(id, name, languages), kind: kind ?? usual }));
}

function nameOf(id: string, name: z.infer<typeof inLanguages> | undefined, languages: readonly string[]): string {
  if (name === undefined) return id;
  if (typeof name === "string") return name;
  const leading = languages.find((language) => name[language] !== undefined);

  return (leading === undefined ? undefined : name[leading]) ?? Object.values(name)[0] ?? id;
}
