import type { Draft } from "../../text/index.ts";
import type { Actor } from "../actor.ts";
import type { Commitment } from "../commitment.ts";
import type { Reading } from "../reading.ts";
import { withRoles } from "../roles.ts";
import { unresolved } from "../slot.ts";
import type { Frame } from "./frame.ts";
import type { PassageReading } from "./read-passage.ts";

type Linked = Pick<
  Reading,
  "actors" | "bodies" | "terms" | "commitments" | "guarantees" | "powers" | "timeZone" | "authentic"
>;

/** Brings together what single passages propose: who is who, which act a noun means, who verifies and answers what. */
export function link(draft: Draft, readings: readonly PassageReading[]): Linked {
  void draft;
  const counts = new Map<string, number>();
  const actors = new Map<string, Actor>();
  const commitments = readings.flatMap((reading) => reading.frames).map((frame) => commitmentOf(frame, counts));

  return {
    actors: [...actors.values()],
    bodies: [],
    terms: [],
    commitments: withRoles(commitments, { actors: [], bodies: [] }),
    guarantees: [],
    powers: [],
    timeZone: unresolved(),
    authentic: unresolved(),
  };
}

function commitmentOf(frame: Frame, counts: Map<string, number>): Commitment {
  const { head, sentence, at, article, subject, phrases, serves, says, ...rest } = frame;
  void [head, sentence, at, article, subject, phrases, serves, says];
  const number = (counts.get(frame.label) ?? 0) + 1;
  counts.set(frame.label, number);

  return { ...rest, id: `${frame.label}/${number}`, requires: {}, role: "primary" };
}
