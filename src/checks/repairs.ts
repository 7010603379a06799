import type { Commitment } from "../commitments/index.ts";
import type { Repair } from "./finding.ts";
import type { Context } from "./rule.ts";
import type { Walk } from "./stretch.ts";

export function repairsOf(_context: Context, _commitment: Commitment, _failed: Walk): readonly Repair[] {
  return [];
}
