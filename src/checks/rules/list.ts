import type { Rule } from "../rule.ts";
import { accessByWatched } from "./access-by-watched.ts";
import { answerTooLate } from "./answer-too-late.ts";
import { breachUndetectable } from "./breach-undetectable.ts";
import { clauseNeverApplies } from "./clause-never-applies.ts";
import { consentUnstated } from "./consent-unstated.ts";
import { consequenceWithoutActor } from "./consequence-without-actor.ts";
import { discretionaryEnforcement } from "./discretionary-enforcement.ts";
import { judgeInOwnCause } from "./judge-in-own-cause.ts";
import { madeImpossibleByOther } from "./made-impossible-by-other.ts";
import { mutualWait } from "./mutual-wait.ts";
import { noAccessRight } from "./no-access-right.ts";
import { noBearer } from "./no-bearer.ts";
import { noBeneficiary } from "./no-beneficiary.ts";
import { noConsequence } from "./no-consequence.ts";
import { noDeadline } from "./no-deadline.ts";
import { noDetermination } from "./no-determination.ts";
import { noEvidenceKind } from "./no-evidence-kind.ts";
import { noGuarantee } from "./no-guarantee.ts";
import { noVerifier } from "./no-verifier.ts";
import { performanceBlockable } from "./performance-blockable.ts";
import { readingsDiffer } from "./readings-differ.ts";
import { reportGoesNowhere } from "./report-goes-nowhere.ts";
import { singlePointOfFailure } from "./single-point-of-failure.ts";
import { snapbackNeedsDecision } from "./snapback-needs-decision.ts";
import { unguaranteedGuarantor } from "./unguaranteed-guarantor.ts";
import { vetoOverOwnBreach } from "./veto-over-own-breach.ts";
import { weakModal } from "./weak-modal.ts";

/** The catalogue, in the order in which docs/rules.md prints it. A new rule is one line here. */
export const rules: readonly Rule[] = [
  noBearer,
  noBeneficiary,
  readingsDiffer,
  weakModal,
  noDeadline,
  noVerifier,
  noAccessRight,
  noEvidenceKind,
  consentUnstated,
  breachUndetectable,
  judgeInOwnCause,
  accessByWatched,
  performanceBlockable,
  reportGoesNowhere,
  noDetermination,
  vetoOverOwnBreach,
  noConsequence,
  consequenceWithoutActor,
  discretionaryEnforcement,
  answerTooLate,
  singlePointOfFailure,
  snapbackNeedsDecision,
  noGuarantee,
  unguaranteedGuarantor,
  mutualWait,
  madeImpossibleByOther,
  clauseNeverApplies,
];
