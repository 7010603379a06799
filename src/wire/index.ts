// wire: what comes from outside in, core values out; and core values in, JSON, CSV and printable pages out.
// Bounded and strict; refuses with file, line and column. Runs in the browser too. Start with decode.ts.
export { alikeFindings, holdsWords } from "./alike-findings.ts";
export type { AlikeFinding } from "./alike-findings.ts";
export { findingPosition, findingProvision, toCheckJson } from "./check-json.ts";
export type { CheckJson, Position } from "./check-json.ts";
export { commitmentsCsv, findingsCsv } from "./csv.ts";
export { decodeText, formatOfName, refuseSize, tooLargeInBytes } from "./decode.ts";
export type { Decoded, FileRefusal } from "./decode.ts";
export { groupFindings } from "./group-findings.ts";
export type { Columns, FindingGroup, PlacedFinding, PointedLine } from "./group-findings.ts";
export { openSlots } from "./open-slots.ts";
export type { SlotName } from "./open-slots.ts";
export { actionWords, toCommitmentJson, toReadJson, toSlipJson } from "./read-json.ts";
export type { CommitmentJson, ReadJson, SlipJson } from "./read-json.ts";
export { headingAbove } from "./heading-above.ts";
export { reportHtml } from "./report-html.ts";
export { reportStyle } from "./report-style.ts";
export { runningWords } from "./running-words.ts";
export { shortHash } from "./short-hash.ts";
export { windowWords } from "./window-words.ts";
export { writeDraft } from "./write-draft.ts";
export type { Loss, WrittenForm } from "./write-draft.ts";
export { parseProcessFile } from "./process-file.ts";
export type { Participant, ProcessFile, SilenceProcedure } from "./process-file.ts";
export { parseReadingFile } from "./reading-file.ts";
export type { ReadingOutcome } from "./reading-file.ts";
export type { ReadingCode } from "./reading-job.ts";
export type { NamedRefusal } from "./shape-refusal.ts";
