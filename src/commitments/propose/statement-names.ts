import { itemsIn, valuesOf } from "../slot.ts";
import type { StatementKind } from "./statements.ts";

/** The designations that one statement names, as written. */
export function namesOfStatement(says: StatementKind): readonly string[] {
  switch (says.kind) {
    case "body":
      return [
        says.body,
        ...(says.members ?? []).flatMap(({ actor, votesAs }) => [actor, ...(votesAs === null ? [] : [votesAs])]),
        ...(says.staffedBy ?? []),
        ...(says.paidBy ?? []),
        ...(says.access?.consentOf ?? []),
      ];
    case "determination":
      return says.value.by;
    case "consequence":
      return valuesOf(says.value.by).flatMap((by) => (by === "automatic" ? [] : by));
    case "guarantor":
      return says.names;
    case "guarantee":
      return itemsIn(says.guarantor);
    case "reinstatement":
      return says.by;
    case "owed":
      return [...says.by, ...says.to];
    case "power":
      return itemsIn(says.value.holder);
    default:
      return [];
  }
}
