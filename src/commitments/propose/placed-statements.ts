import { oncePer } from "../../base/index.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement, StatementKind } from "./statements.ts";

/** A statement with the passage it stands in. */
export type Placed<Kind extends StatementKind["kind"]> = {
  readonly statement: Statement;
  readonly says: Extract<StatementKind, { kind: Kind }>;
  readonly reading: PassageReading;
};

/** Statements of one kind with the passage each stands in, in the order of the text. */
export function statementsOf<Kind extends StatementKind["kind"]>(
  readings: readonly PassageReading[],
  kind: Kind,
): readonly Placed<Kind>[] {
  // Filed under the kind they have.
  return (byKind(readings).get(kind) ?? []) as readonly Placed<Kind>[];
}

const byKind = oncePer((readings: readonly PassageReading[]) => {
  const kinds = new Map<StatementKind["kind"], unknown[]>();
  for (const reading of readings)
    for (const statement of reading.statements) {
      const { says } = statement;
      const placed = { statement, says, reading };
      const known = kinds.get(says.kind);
      if (known === undefined) kinds.set(says.kind, [placed]);
      else known.push(placed);
    }

  return kinds;
});

/** Clauses of one sort that are linked to one commitment; no text needs more, and a hostile one could make them n². */
export const mostClauses = 40;
