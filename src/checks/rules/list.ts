import type { Rule } from "../rule.ts";
import { accessByWatched } from "./access-by-watched.ts";
import { ambiguityWithoutReview } from "./ambiguity-without-review.ts";
import { answerTooLate } from "./answer-too-late.ts";
import { authenticTextUnnamed } from "./authentic-text-unnamed.ts";
import { bodyWithoutRules } from "./body-without-rules.ts";
import { breachUndetectable } from "./breach-undetectable.ts";
import { breachWithoutFault } from "./breach-without-fault.ts";
import { calendarUnnamed } from "./calendar-unnamed.ts";
import { claimExpiresFirst } from "./claim-expires-first.ts";
import { clauseNeverApplies } from "./clause-never-applies.ts";
import { consentUnstated } from "./consent-unstated.ts";
import { consequenceWithoutActor } from "./consequence-without-actor.ts";
import { criterionNotMeasurable } from "./criterion-not-measurable.ts";
import { danglingReference } from "./dangling-reference.ts";
import { dateWithoutZone } from "./date-without-zone.ts";
import { discretionaryEnforcement } from "./discretionary-enforcement.ts";
import { emptyGuarantee } from "./empty-guarantee.ts";
import { escapeClause } from "./escape-clause.ts";
import { judgeInOwnCause } from "./judge-in-own-cause.ts";
import { lopsidedExposure } from "./lopsided-exposure.ts";
import { madeImpossibleByOther } from "./made-impossible-by-other.ts";
import { mechanismNotCreated } from "./mechanism-not-created.ts";
import { monitoringGap } from "./monitoring-gap.ts";
import { mutualWait } from "./mutual-wait.ts";
import { noAccessRight } from "./no-access-right.ts";
import { noBearer } from "./no-bearer.ts";
import { noBeneficiary } from "./no-beneficiary.ts";
import { noConsequence } from "./no-consequence.ts";
import { noDeadline } from "./no-deadline.ts";
import { noDetermination } from "./no-determination.ts";
import { noElse } from "./no-else.ts";
import { noEvidenceKind } from "./no-evidence-kind.ts";
import { noGuarantee } from "./no-guarantee.ts";
import { noLifeCycleClause } from "./no-life-cycle-clause.ts";
import { noPlanWithoutMonitor } from "./no-plan-without-monitor.ts";
import { noSchedule } from "./no-schedule.ts";
import { noVerifier } from "./no-verifier.ts";
import { noWayOutOnceExposed } from "./no-way-out-once-exposed.ts";
import { obligedAndForbidden } from "./obliged-and-forbidden.ts";
import { openEndedWait } from "./open-ended-wait.ts";
import { performanceBlockable } from "./performance-blockable.ts";
import { placeWithoutMap } from "./place-without-map.ts";
import { prohibitionWithoutPermittedActs } from "./prohibition-without-permitted-acts.ts";
import { quantityWithoutBaseline } from "./quantity-without-baseline.ts";
import { readingsDiffer } from "./readings-differ.ts";
import { reportGoesNowhere } from "./report-goes-nowhere.ts";
import { singlePointOfFailure } from "./single-point-of-failure.ts";
import { snapbackNeedsDecision } from "./snapback-needs-decision.ts";
import { termTwoSenses } from "./term-two-senses.ts";
import { unanchoredTime } from "./unanchored-time.ts";
import { undeclaredAmbiguity } from "./undeclared-ambiguity.ts";
import { undefinedTerm } from "./undefined-term.ts";
import { unguaranteedGuarantor } from "./unguaranteed-guarantor.ts";
import { unresolvedSlot } from "./unresolved-slot.ts";
import { vetoOverOwnBreach } from "./veto-over-own-breach.ts";
import { weakModal } from "./weak-modal.ts";

/** The catalogue, in the order in which docs/rules.md prints it. A new rule is one line here. */
export const rules: readonly Rule[] = [
  noBearer,
  noBeneficiary,
  unresolvedSlot,
  readingsDiffer,
  undeclaredAmbiguity,
  ambiguityWithoutReview,
  weakModal,
  noDeadline,
  openEndedWait,
  dateWithoutZone,
  unanchoredTime,
  calendarUnnamed,
  noElse,
  mechanismNotCreated,
  undefinedTerm,
  termTwoSenses,
  prohibitionWithoutPermittedActs,
  placeWithoutMap,
  quantityWithoutBaseline,
  criterionNotMeasurable,
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
  bodyWithoutRules,
  vetoOverOwnBreach,
  noConsequence,
  consequenceWithoutActor,
  discretionaryEnforcement,
  answerTooLate,
  singlePointOfFailure,
  snapbackNeedsDecision,
  emptyGuarantee,
  noGuarantee,
  unguaranteedGuarantor,
  noSchedule,
  breachWithoutFault,
  claimExpiresFirst,
  monitoringGap,
  lopsidedExposure,
  noWayOutOnceExposed,
  mutualWait,
  madeImpossibleByOther,
  clauseNeverApplies,
  obligedAndForbidden,
  escapeClause,
  noLifeCycleClause,
  noPlanWithoutMonitor,
  authenticTextUnnamed,
  danglingReference,
];
