import type { Slot } from "../commitments/index.ts";
import { refuse, undeclared, unknownProvision } from "./reading-job.ts";
import type { Job, Refusal } from "./reading-job.ts";
import { isSlotPath } from "./slot-spans.ts";

/** What only shows once every frame is read: names nobody declares, labels the text does not have. */
export function findFault(job: Job): Refusal | null {
  return findInCast(job) ?? findInFrames(job) ?? findInDeclared(job);
}

function isDeclared(job: Job, name: string): boolean {
  return job.actors.some(({ id }) => id === name);
}

function findInCast(job: Job): Refusal | null {
  for (const actor of job.actors)
    for (const name of [...actor.memberOf, ...actor.alliedWith, ...(actor.collective ?? [])])
      if (!isDeclared(job, name)) return undeclared(job, name, job.yaml.placeOf(["actors", actor.id]));
  for (const body of job.bodies) {
    const names = body.members.flatMap(({ actor, votesAs }) => (votesAs === null ? [actor] : [actor, votesAs]));
    for (const name of [...names, ...namesIn(body.staffedBy), ...namesIn(body.paidBy)])
      if (!isDeclared(job, name)) return undeclared(job, name, job.yaml.placeOf(["bodies", body.id]));
    for (const key of ["createdBy", "mandate"] as const) {
      const slot = body[key];
      if (slot.kind === "asserted" && !job.provisions.has(slot.value))
        return unknownProvision(job, slot.value, job.yaml.placeOf(["bodies", body.id, key]));
    }
  }

  return null;
}

function namesIn(slot: Slot<readonly string[]>): readonly string[] {
  return slot.kind === "asserted" ? slot.value : [];
}

function findInFrames(job: Job): Refusal | null {
  for (const { read, placeOf } of job.frames)
    for (const { kind, name, start } of read.mentions) {
      if (kind === "actor" && !isDeclared(job, name)) return undeclared(job, name, placeOf(start));
      if (kind === "provision" && !job.provisions.has(name)) return unknownProvision(job, name, placeOf(start));
    }

  return null;
}

function findInDeclared(job: Job): Refusal | null {
  for (const [at, one] of (job.shape.declared ?? []).entries()) {
    const label = one.at.replace(/\/\d+$/, "");
    if (!job.provisions.has(label)) return unknownProvision(job, one.at, job.yaml.placeOf(["declared", at, "at"]));
    if (!isSlotPath(one.slot))
      return refuse(
        job,
        "unknown-slot",
        `a sentence has no slot "${one.slot}"`,
        job.yaml.placeOf(["declared", at, "slot"]),
      );
    for (const [index, name] of one.by.entries())
      if (!isDeclared(job, job.ids.get(name) ?? name))
        return undeclared(job, name, job.yaml.placeOf(["declared", at, "by", index]));
  }

  return null;
}
