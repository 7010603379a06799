import { isOpen, itemsIn, valueOf } from "../../commitments/index.ts";
import type { Commitment, Evidence, Verification } from "../../commitments/index.ts";
import { duties, holesOfClauses } from "../hole.ts";
import type { Hole } from "../hole.ts";
import type { Context, Rule } from "../rule.ts";
import { bearersOf, namesIn, sentence } from "../saying.ts";
import { terrainOf } from "../terrain.ts";

/** Evidence that is had without entering what the bearer holds. */
const remote: readonly Evidence[] = ["satellite", "sensor", "third-party-report", "witness", "document"];

/**
 * A verifier sees only what it may enter, unless its means are remote. Access by consent is a right that can be
 * refused and is judged in the enforcement game, not here. Source: docs/sources.md#no-access-right.
 */
export const noAccessRight: Rule = {
  name: "no-access-right",
  family: "verification",
  find: (context) =>
    holesOfClauses(
      context,
      duties(context).flatMap((commitment) => hole(context, commitment)),
    ),
};

function hole(context: Context, commitment: Commitment): readonly Hole[] {
  const named = commitment.verification.filter((verification) => verifiers(verification).length > 0);
  const blind = named.find((verification) => lacksAccess(context, commitment, verification));
  if (blind === undefined || named.some((verification) => !lacksAccess(context, commitment, verification))) return [];

  return [
    {
      rule: "no-access-right",
      severity: "error",
      commitment,
      path: "verification.access",
      at: blind.spans,
      label: blind.label,
      says: `${sentence(namesIn(blind.by, "The verifier"))} must look and has no right to enter.`,
    },
  ];
}

function lacksAccess(context: Context, commitment: Commitment, verification: Verification): boolean {
  const isFree = valueOf(verification.needsConsentOf)?.length === 0;
  if (isFree || !isOpen(verification.access)) return false;
  const means = itemsIn(verification.evidence);
  const watchesItself = namesIn(verification.by, "") === bearersOf(commitment);

  return (
    !means.some((kind) => remote.includes(kind)) && !watchesItself && !isAdmitted(context, commitment, verification)
  );
}

/** Whether the watched owe somebody access, to this verifier or to everyone alike. */
function isAdmitted(context: Context, watched: Commitment, verification: Verification): boolean {
  return terrainOf(context).admissions.some((commitment) => {
    const admits = `${commitment.action.object} ${namesIn(commitment.counterparty, "")}`;
    const toThis = verifiers(verification).some((name) => admits.includes(name));

    return toThis || commitment.label === watched.label || commitment.label === verification.label;
  });
}

function verifiers(verification: Verification): readonly string[] {
  return itemsIn(verification.by);
}
