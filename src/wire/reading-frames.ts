import { assertedBy, parseTreatyEnglish } from "../commitments/index.ts";
import type { Anchor, Commitment, Guarantee, Power, TreatyEnglishRead } from "../commitments/index.ts";
import { parseChoice } from "../text/index.ts";
import type { Choices } from "../text/index.ts";
import { refuse, unknownProvision } from "./reading-job.ts";
import type { Job, Refusal } from "./reading-job.ts";
import { structuredFields } from "./reading-shape.ts";
import type { FrameShape, SpanShape } from "./reading-shape.ts";
import { isSlotPath, spread } from "./slot-spans.ts";
import { sentenceOf } from "./structured-frame.ts";
import type { Place } from "./yaml.ts";

/** Reads every frame of the file into `job.frames`, and what their declarations add to the cast. */
export function readFrames(job: Job): Refusal | null {
  for (const [at, frame] of (job.shape.frames ?? []).entries()) {
    const fault = readFrame(job, frame, ["frames", at]);
    if (fault !== null) return fault;
  }

  return null;
}

function readFrame(job: Job, frame: FrameShape, path: readonly PropertyKey[]): Refusal | null {
  if (!job.provisions.has(frame.at)) return unknownProvision(job, frame.at, job.yaml.placeOf([...path, "at"]));
  const source = sourceOf(job, frame, path);
  if ("kind" in source) return source;
  const read = parseTreatyEnglish(source.words, {
    at: frame.at,
    provisionIds: (label) => job.provisions.get(label)?.id ?? null,
    actorOf: (words) => job.ids.get(words) ?? words,
  });
  const [slip] = read.slips;
  if (slip !== undefined) return refuse(job, "not-treaty-english", slip.says, source.placeOf(slip.start));
  const isOne = read.commitments.length === 1 && read.guarantees.length + read.powers.length + read.actors.length === 0;
  if (frame.says === undefined && !isOne)
    return refuse(
      job,
      "wrong-shape",
      "the fields of a frame are one sentence; write others as frames of their own",
      job.yaml.placeOf(path),
    );
  const requires = optionsOf(job, frame, path);
  if ("kind" in requires) return requires;
  const spanned = withWords(job, frame, path, read);
  if ("kind" in spanned) return spanned;
  job.frames.push({ read: settled(job, frame, spanned, requires.choices), placeOf: source.placeOf });
  job.actors.push(...read.actors.filter(({ id }) => !job.actors.some((known) => known.id === id)));
  job.bodies.push(...read.bodies.filter(({ id }) => !job.bodies.some((known) => known.id === id)));

  return null;
}

/** The Treaty English of a frame: as written, or what its fields say. */
function sourceOf(
  job: Job,
  frame: FrameShape,
  path: readonly PropertyKey[],
): { readonly words: string; readonly placeOf: (offset: number) => Place } | Refusal {
  const { says } = frame;
  if (says !== undefined) {
    const extra = structuredFields.find((field) => field in frame);
    if (extra !== undefined)
      return refuse(
        job,
        "wrong-shape",
        `a frame has "says" or fields, not both: "${extra}"`,
        job.yaml.placeOfKey(path, extra),
      );

    return { words: says, placeOf: (offset) => job.yaml.placeInside([...path, "says"], offset) };
  }
  if (frame.action === undefined)
    return refuse(job, "wrong-shape", `a frame needs "says", or "action" and other fields`, job.yaml.placeOf(path));
  const starts: { readonly at: number; readonly field: string }[] = [];
  let words = "";
  for (const piece of sentenceOf(frame)) {
    starts.push({ at: words.length + 1, field: piece.field });
    words += isClause(piece.field) ? `, ${piece.words}` : ` ${piece.words}`;
  }

  return {
    words: `${words}.`,
    placeOf: (offset) => {
      const field = starts.findLast(({ at }) => at <= offset)?.field ?? "at";

      return job.yaml.placeOf([...path, field === "amount" ? "quantity" : field]);
    },
  };
}

/** Fields of the head follow each other; every other field is a clause behind a comma. */
function isClause(field: string): boolean {
  return !["bearer", "liability", "modality", "action", "amount"].includes(field);
}

function optionsOf(job: Job, frame: FrameShape, path: readonly PropertyKey[]): { readonly choices: Choices } | Refusal {
  const choices: Record<string, string> = {};
  for (const words of typeof frame.option === "string" ? [frame.option] : (frame.option ?? [])) {
    const parsed = parseChoice(job.draft, words);
    if (parsed.kind === "refused")
      return refuse(job, "unknown-option", parsed.reason, job.yaml.placeOf([...path, "option"]));
    choices[parsed.value.group] = parsed.value.option;
  }

  return { choices };
}

/** Gives slots the words that `spans` name, in the provision of the frame. */
function withWords(
  job: Job,
  frame: FrameShape,
  path: readonly PropertyKey[],
  read: TreatyEnglishRead,
): TreatyEnglishRead | Refusal {
  const spans = Object.entries(frame.spans ?? {});
  if (spans.length === 0) return read;
  let [commitment, ...more] = read.commitments;
  if (commitment === undefined || more.length > 0)
    return refuse(
      job,
      "wrong-shape",
      `"spans" belong to exactly one sentence; this frame has ${read.commitments.length}`,
      job.yaml.placeOf([...path, "spans"]),
    );
  const covered: Anchor[] = [];
  for (const [slot, span] of spans) {
    const place = job.yaml.placeOfKey([...path, "spans"], slot);
    if (!isSlotPath(slot)) return refuse(job, "unknown-slot", `a sentence has no slot "${slot}"`, place);
    const anchors = anchorsOf(job, frame.at, span, job.yaml.placeOf([...path, "spans", slot]));
    if ("kind" in anchors) return anchors;
    covered.push(...anchors.found);
    commitment = spread(commitment, slot, anchors.found);
  }
  if (commitment.spans.length === 0) commitment = { ...commitment, spans: inOrder(covered) };

  return { ...read, commitments: [commitment] };
}

function inOrder(anchors: readonly Anchor[]): readonly Anchor[] {
  return anchors.toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** Pairs of offsets, or words that stand in the provision exactly once. */
function anchorsOf(
  job: Job,
  label: string,
  span: SpanShape,
  place: Place,
): { readonly found: readonly Anchor[] } | Refusal {
  const provision = job.provisions.get(label);
  const words = provision?.words ?? "";
  const id = provision?.id ?? "";
  if (!Array.isArray(span)) {
    const start = words.indexOf(span.words);
    if (start === -1)
      return refuse(
        job,
        "words-not-found",
        `"${span.words}" does not stand in ${label}; copy the words as they are`,
        place,
      );
    if (words.includes(span.words, start + 1))
      return refuse(
        job,
        "words-not-found",
        `"${span.words}" stands in ${label} more than once; give more words or offsets`,
        place,
      );

    return { found: [{ provision: id, start, end: start + span.words.length }] };
  }
  const pairs = span
    .map((one, at) => (Array.isArray(one) ? one : at === 0 ? span : null))
    .filter((one) => one !== null);
  const found: Anchor[] = [];
  for (const [start, end] of pairs as readonly (readonly number[])[]) {
    if (start === undefined || end === undefined || start >= end || end > words.length)
      return refuse(
        job,
        "words-not-found",
        `${label} has ${words.length} units; the offsets ${start} to ${end} are not inside`,
        place,
      );
    found.push({ provision: id, start, end });
  }

  return { found };
}

/** Ids in the order of the file, words for what has none, and the reader's name on what the words do not say. */
function settled(job: Job, frame: FrameShape, read: TreatyEnglishRead, requires: Choices): TreatyEnglishRead {
  const whole = (label: string): readonly Anchor[] => {
    const provision = job.provisions.get(label);

    return provision === undefined || provision.words === ""
      ? []
      : [{ provision: provision.id, start: 0, end: provision.words.length }];
  };
  const place = <Thing extends Commitment | Guarantee | Power>(thing: Thing, kind: string): Thing => ({
    ...thing,
    id: numbered(job, `${thing.label}/${kind}`),
    requires,
    spans: thing.spans.length > 0 ? thing.spans : whole(thing.label),
  });
  const { reader } = job.shape;
  const asserted = assertedBy({ ...read, slips: [], mentions: [] }, reader);

  return {
    ...asserted,
    commitments: asserted.commitments.map((one) => place(one, "")),
    guarantees: asserted.guarantees.map((one) => place(one, "g")),
    powers: asserted.powers.map((one) => place(one, "p")),
    terms: asserted.terms.map((term) => ({ ...term, anchor: whole(frame.at)[0] ?? term.anchor })),
    mentions: read.mentions,
  };
}

function numbered(job: Job, key: string): string {
  const next = (job.numbers.get(key) ?? 0) + 1;
  job.numbers.set(key, next);

  return `${key}${next}`;
}
