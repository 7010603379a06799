// commitments: a draft and a reading in, who owes what to whom, verified how, answered how, out.
// Never guesses: what the words do not fill is unresolved. Start with commitment.ts, then slot.ts.
export type * from "./actor.ts";
export { actorKinds } from "./actor.ts";
export type * from "./commitment.ts";
export { slotNames } from "./commitment.ts";
export type { Condition, Duration, EventName, EventRef, Point, Window } from "./event.ts";
export { atMostDays, awaitedEvents, conditionWords } from "./event.ts";
export type { Reading, Term } from "./reading.ts";
export type { Anchor, DeclaredAmbiguity, Slot } from "./slot.ts";
export { isOpen, itemsIn, notApplicable, spansOf, unresolved, valueOf, valuesOf } from "./slot.ts";
export { consequenceKind } from "./consequence-kind.ts";
export { classOf, modeFor, withRoles } from "./roles.ts";
export { looksLikeTreatyEnglish, parseTreatyEnglish } from "./treaty-english/parse.ts";
export { printConsequence, printDetermination, printVerification } from "./treaty-english/print-clauses.ts";
export { printCommitment } from "./treaty-english/print-commitment.ts";
export { printCondition, printDuration, printEvent, printName, printNames } from "./treaty-english/print-event.ts";
export { printTreatyEnglish } from "./treaty-english/print.ts";
export { printWindow } from "./treaty-english/print-window.ts";
export type { Mention, TreatyEnglish, TreatyEnglishRead, TreatyOptions, TreatySlip } from "./treaty-english/tree.ts";
export { proposeEveryWording } from "./propose/propose-every-wording.ts";
export type { EveryWording } from "./propose/propose-every-wording.ts";
export { emptyProposals, forgetProposals, proposalsOf, proposeReading } from "./propose/propose-reading.ts";
export type { ProposalMemo } from "./propose/propose-reading.ts";
export { assertedBy, mapSlots, withSpans } from "./map-slots.ts";
export { carryReading } from "./carry-reading.ts";
export { compareReadings } from "./compare-readings.ts";
export type { Difference } from "./compare-readings.ts";
export { verbOfNoun } from "./verbs.ts";
