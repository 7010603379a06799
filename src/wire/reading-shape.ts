import { z } from "zod";
import { actorKinds } from "../commitments/index.ts";

/** Shapes of a reading file, strict: an unknown key is refused. Bounds are generous for people, small for machines. */

const word = z.string().trim().min(1).max(300);
const prose = z.string().trim().min(1).max(4000);
const names = z.array(word).min(1).max(64);
const nameOrNames = z.union([word, names]);
const count = z.number().int().min(0).max(1_000_000);
const label = word;
const amount = z.union([
  count,
  z.strictObject({
    amount: count,
    unit: z.enum(["hours", "days", "working-days", "weeks", "months", "years"]).default("days"),
    calendar: word.optional(),
  }),
]);
const inLanguages = z.union([word, z.record(z.string().max(12), word)]);

const actor = z.strictObject({
  kind: z.enum(actorKinds),
  name: inLanguages.optional(),
  memberOf: nameOrNames.optional(),
  alliedWith: nameOrNames.optional(),
  trustRoot: z.boolean().optional(),
  outside: z.boolean().optional(),
  means: names.optional(),
});

const body = z.strictObject({
  name: inLanguages.optional(),
  kind: actor.shape.kind.optional(),
  members: z
    .union([
      z.record(word, z.union([count, z.strictObject({ weight: count.optional(), votesAs: word.optional() })])),
      names,
    ])
    .optional(),
  rule: z.enum(["consensus", "unanimity", "qualified-majority", "majority", "chair-decides", "any-member"]).optional(),
  threshold: count.optional(),
  quorum: count.optional(),
  tie: prose.optional(),
  decidesWithin: amount.optional(),
  extension: amount.optional(),
  onSilence: z.enum(["nothing", "deemed-adopted", "deemed-rejected"]).optional(),
  createdBy: label.optional(),
  mandate: label.optional(),
  staffedBy: nameOrNames.optional(),
  paidBy: nameOrNames.optional(),
  startsOn: word.optional(),
  suspensionPlan: prose.optional(),
  outside: z.boolean().optional(),
  trustRoot: z.boolean().optional(),
  memberOf: nameOrNames.optional(),
  alliedWith: nameOrNames.optional(),
});

const offsets = z.tuple([count, count]);
const span = z.union([offsets, z.array(offsets).min(1).max(32), z.strictObject({ words: prose })]);

/** A frame said as data; every field holds what the clause of the same name holds in Treaty English. */
const structured = {
  bearer: nameOrNames.optional(),
  liability: z.enum(["several", "joint", "joint-and-several"]).optional(),
  modality: z
    .enum(["obligation", "prohibition", "permission", "power", "immunity", "declaration", "best-effort"])
    .optional(),
  strength: z.enum(["shall", "will", "should", "may", "none"]).optional(),
  action: z.strictObject({ verb: word, object: prose.optional(), place: prose.optional() }).optional(),
  quantity: z
    .strictObject({
      value: z.union([word, z.number()]).optional(),
      unit: word.optional(),
      bound: z.enum(["at-least", "at-most", "exactly"]).optional(),
      countedAs: prose.optional(),
      baseline: prose.optional(),
    })
    .optional(),
  counterparty: nameOrNames.optional(),
  trigger: prose.optional(),
  start: prose.optional(),
  window: prose.optional(),
  until: prose.optional(),
  condition: prose.optional(),
  elseBranch: prose.optional(),
  needsConsentOf: nameOrNames.optional(),
  reversible: z.enum(["irrevocable", "costly", "reversible"]).optional(),
  value: count.optional(),
  criterion: prose.optional(),
  verification: z.array(prose).max(32).optional(),
  determination: prose.optional(),
  onBreach: z.array(prose).max(32).optional(),
  overrides: z.array(label).max(64).optional(),
  survivesTermination: z.boolean().optional(),
  unresolved: z.array(word).max(32).optional(),
};

const frame = z.strictObject({
  at: label,
  says: z.string().min(1).max(20_000).optional(),
  spans: z.record(z.string().max(60), span).optional(),
  confirmedBy: names.optional(),
  option: nameOrNames.optional(),
  ...structured,
});

const declared = z.strictObject({
  at: label,
  slot: word,
  by: names,
  purpose: prose.optional(),
  reviewOn: z.union([word, z.strictObject({ daysAfter: count, event: word })]).optional(),
  whatIfNotResolved: prose.optional(),
});

export const readingShape = z.strictObject({
  servanda: z.literal("reading/1"),
  reader: word,
  text: z
    .strictObject({
      file: word.optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in small letters")
        .optional(),
      language: z.string().min(2).max(12).optional(),
    })
    .optional(),
  madeOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD")
    .optional(),
  actors: z.record(word, actor).optional(),
  bodies: z.record(word, body).optional(),
  definitions: z.record(word, prose).optional(),
  timeZone: word.optional(),
  authentic: z.strictObject({ languages: names, prevailing: word.optional() }).optional(),
  answerWithin: count.optional(),
  frames: z.array(frame).max(20_000).optional(),
  declared: z.array(declared).max(1000).optional(),
});

export type ReadingShape = z.infer<typeof readingShape>;
export type FrameShape = z.infer<typeof frame>;
export type BodyShape = z.infer<typeof body>;
export type ActorShape = z.infer<typeof actor>;
export type AmountShape = z.infer<typeof amount>;
export type SpanShape = z.infer<typeof span>;

/** Fields of a structured frame in the order of a sentence. */
export const structuredFields = Object.keys(structured);
