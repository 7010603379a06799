import type { Commitment } from "../../commitments/index.ts";
import { valueOf } from "../../commitments/index.ts";
import { chainOf } from "../chain.ts";
import { deadlocksOf } from "../deadlock.ts";
import type { Finding } from "../finding.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";

/** A clause whose trigger cannot come about, with everyone's help, is not there. Source: docs/sources.md#clause-never-applies. */
export const clauseNeverApplies: Rule = {
  name: "clause-never-applies",
  family: "behaviour",
  find: (context) => {
    const { always, sometimes } = deadlocksOf(context);

    return [
      ...always.unreached.filter(isAsked).map((commitment) => unreached(context, commitment, null)),
      ...sometimes.unreached
        .filter(isAsked)
        .map((commitment) => unreached(context, commitment, "where acts left open count from completion")),
    ];
  },
};

function isAsked({ role, modality }: Commitment): boolean {
  const value = valueOf(modality);

  return role === "primary" && (value === "obligation" || value === "prohibition");
}

function unreached(context: Context, commitment: Commitment, only: string | null): Finding {
  return finding(
    context,
    "clause-never-applies",
    "error",
    commitment,
    `${commitment.label} can never come into play.`,
    {
      slot: "trigger",
      story: [
        ...chainOf(context, commitment),
        {
          day: null,
          text: "Never: what it waits for does not come about, with everyone's help.",
          provision: commitment.label,
        },
      ],
      alternative: only === null ? null : { choices: {}, says: only },
    },
  );
}
