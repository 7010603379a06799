import { isOpen, spansOf } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import type { Rule } from "../rule.ts";
import { actOf } from "../saying.ts";

/** A duty that nobody owes cannot be broken by anybody. Source: docs/sources.md#no-bearer. */
export const noBearer: Rule = {
  name: "no-bearer",
  family: "structure",
  find: (context) =>
    duties(context)
      .filter((commitment) => isOpen(commitment.bearer))
      .map((commitment) =>
        holeFinding(context, {
          rule: "no-bearer",
          severity: "error",
          commitment,
          path: "bearer",
          at: spansOf(commitment.bearer),
          says: `Nobody is named who must ${actOf(commitment)}.`,
        }),
      ),
};
