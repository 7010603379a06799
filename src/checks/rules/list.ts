import type { Rule } from "../rule.ts";
import { consequenceWithoutActor } from "./consequence-without-actor.ts";
import { noAccessRight } from "./no-access-right.ts";
import { noBearer } from "./no-bearer.ts";
import { noBeneficiary } from "./no-beneficiary.ts";
import { noConsequence } from "./no-consequence.ts";
import { noDeadline } from "./no-deadline.ts";
import { noDetermination } from "./no-determination.ts";
import { noEvidenceKind } from "./no-evidence-kind.ts";
import { noGuarantee } from "./no-guarantee.ts";
import { noVerifier } from "./no-verifier.ts";
import { weakModal } from "./weak-modal.ts";

/** The catalogue, in the order in which docs/rules.md prints it. A new rule is one line here. */
export const rules: readonly Rule[] = [
  noBearer,
  noBeneficiary,
  weakModal,
  noDeadline,
  noVerifier,
  noAccessRight,
  noEvidenceKind,
  noDetermination,
  noConsequence,
  consequenceWithoutActor,
  noGuarantee,
];
