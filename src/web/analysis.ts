import type { Report, ScheduleReport } from "../checks/index.ts";
import type { Commitment, Reading } from "../commitments/index.ts";
import type { Choices, Draft, Format } from "../text/index.ts";
import type { Carried } from "./carried.ts";

/** A text as it came from the folder, the clipboard or a file: nothing read yet. */
export type Source = {
  readonly name: string;
  readonly source: string;
  /** `null` where the name or the first character decides. */
  readonly format: Format | null;
  /** SHA-256 of the bytes it came in, in hex; `null` where it came as words. */
  readonly sha256: string | null;
};

export type ReadingSource = { readonly name: string; readonly source: string };

/** What the page asks of the worker. A later question makes the earlier ones stale: they may stay unanswered. */
export type Question =
  | {
      readonly kind: "read";
      readonly id: number;
      /** The page shows no text yet: it is to be sent even if it is the one sent last. */
      readonly fresh: boolean;
      /** The text as opened; ids of an edited text are carried over from it. */
      readonly opened: Source;
      /** The text now, which is `opened.source` until somebody edits. */
      readonly source: string;
      readonly parties: readonly string[];
      readonly readings: readonly ReadingSource[];
      /** File name of a reading, `"proposed"`, or `"all"`. */
      readonly reading: string;
      readonly choices: Choices;
    }
  | {
      readonly kind: "decode";
      readonly id: number;
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly kind: "count";
      readonly id: number;
      readonly drafts: readonly Source[];
      readonly parties: readonly string[];
    };

/** Which reading of the folder could be laid over this draft, and why another one could not. */
export type ReadingState = {
  readonly name: string;
  readonly reader: string;
  readonly refusal: string | null;
  /** What to look at again after the words were edited; `null` where they stand as opened. */
  readonly carried: Carried | null;
};

/** What the rules say about one wording of the text under one reading. */
export type Checked = {
  /** The readings that were checked; the rules' own proposal where none was given. */
  readonly readings: readonly Reading[];
  readonly states: readonly ReadingState[];
  /** Commitments of the first reading that exist under the choices, in the order of the text. */
  readonly commitments: readonly Commitment[];
  readonly report: Report;
  readonly schedule: ScheduleReport;
  /** `false`: of open brackets only the wording that stands was asked; the options are being tried. */
  readonly isWhole: boolean;
  readonly choices: Choices;
};

/** Open brackets and options of a draft, to stand beside those of another one. */
export type DraftCount = {
  readonly name: string;
  readonly groups: number;
  readonly options: number;
};

export type ReadText = {
  readonly draft: Draft;
  /** The text as opened. */
  readonly original: Draft | null;
  /** SHA-256 of the bytes of the draft, in hex; `null` where the browser computes none. */
  readonly sha256: string | null;
};

export type Answer =
  | { readonly kind: "progress"; readonly id: number; readonly says: string }
  | {
      readonly kind: "read";
      readonly id: number;
      /** `null` where the text is the one sent last, so that nothing is copied or drawn again. */
      readonly read: ReadText | null;
    }
  | { readonly kind: "checked"; readonly id: number; readonly checked: Checked }
  | {
      readonly kind: "decoded";
      readonly id: number;
      readonly text: Source;
    }
  | { readonly kind: "counted"; readonly id: number; readonly counts: readonly DraftCount[] }
  | { readonly kind: "refused"; readonly id: number; readonly reason: string };

/** Whose reading was checked; `null` for the rules' own proposal. */
export function readerOf({ readings: [first] }: Checked): string | null {
  return first === undefined || first.kind === "proposed" ? null : first.reader;
}
