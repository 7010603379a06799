import type { Body } from "../actor.ts";
import { itemsIn, unresolved, valueOf, type Anchor, type Slot } from "../slot.ts";
import { collectiveOf } from "./actor-names.ts";
import type { Numbered } from "./link-events.ts";
import { statementsOf } from "./placed-statements.ts";
import type { PassageReading } from "./read-passage.ts";
import type { BodyStatement } from "./statements.ts";

/** Bodies with what the sentences say of each: the first clause that speaks of a slot fills it. */
export function bodiesOf(
  readings: readonly PassageReading[],
  frames: readonly Numbered[],
  names: readonly string[],
  canonical: (name: string) => string,
): readonly Body[] {
  const told = statementsOf(readings, "body");
  const byName = new Map<
    string,
    { readonly says: BodyStatement; readonly spans: readonly Anchor[]; readonly label: string }[]
  >();
  for (const { says, statement, reading } of told) {
    const name = canonical(says.body);
    const known = byName.get(name) ?? [];
    known.push({ says, spans: statement.spans, label: reading.passage.provision.label });
    byName.set(name, known);
  }
  const tasks = new Map<string, Numbered>();
  for (const frame of frames) for (const name of itemsIn(frame.bearer)) if (!tasks.has(name)) tasks.set(name, frame);

  const foundings = frames.filter(
    (frame) =>
      frame.action.class === "establish-body" && valueOf(frame.modality) === "obligation" && frame.head !== "helper",
  );

  return names.map((name) => {
    const clauses = byName.get(name) ?? [];
    const slot = <Key extends keyof BodyStatement>(key: Key): Slot<NonNullable<BodyStatement[Key]>> => {
      const clause = clauses.find(({ says }) => says[key] !== undefined);
      const value = clause?.says[key];

      return clause === undefined || value === undefined
        ? unresolved()
        : { kind: "stated", value: value as NonNullable<BodyStatement[Key]>, spans: clause.spans };
    };
    const created = clauses.find(({ says }) => says.created === true);
    const founding = foundings.find((frame) => founded(frame.action.object).includes(name.toLowerCase()));
    const task = tasks.get(name);
    const members = clauses.flatMap(({ says }) => says.members ?? []);

    return {
      id: name,
      members: membersOf(members, canonical),
      rule: slot("rule"),
      threshold: slot("threshold"),
      quorum: slot("quorum"),
      tie: slot("tie"),
      decidesWithin: slot("decidesWithin"),
      extension: unresolved(),
      onSilence: slot("onSilence"),
      createdBy:
        created !== undefined
          ? { kind: "stated", value: created.label, spans: created.spans }
          : founding !== undefined
            ? { kind: "proposed", value: founding.label, spans: founding.spans, rule: "creating-clause" }
            : unresolved(),
      mandate:
        task === undefined
          ? unresolved()
          : { kind: "proposed", value: task.label, spans: task.spans, rule: "tasks-of-other-clauses" },
      staffedBy: named(slot("staffedBy"), canonical),
      paidBy: named(slot("paidBy"), canonical),
      startsOn: slot("startsOn"),
      suspensionPlan: slot("suspensionPlan"),
    };
  });
}

/** The words of an object that name what is founded, before those that say of what it consists. */
function founded(object: string): string {
  return (object.split(/\b(?:compris|compos|consist|chaired|made up|with|which|to be)/)[0] ?? object).toLowerCase();
}

function named(slot: Slot<readonly string[]>, canonical: (name: string) => string): Slot<readonly string[]> {
  return slot.kind === "stated" ? { ...slot, value: slot.value.map(canonical) } : slot;
}

/** A member named twice is one member; who is appointed by another votes as that one. */
function membersOf(
  members: NonNullable<BodyStatement["members"]>,
  canonical: (name: string) => string,
): Body["members"] {
  const found = new Map<string, Body["members"][number]>();
  for (const { actor, weight, votesAs } of members) {
    const name = collectiveOf(actor) === null ? canonical(actor) : actor;
    if (!found.has(name))
      found.set(name, { actor: name, weight, votesAs: votesAs === null ? null : canonical(votesAs) });
  }

  return [...found.values()];
}
