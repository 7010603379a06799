import type { Reading } from "../commitments/index.ts";
import type { Choices, Draft } from "../text/index.ts";
import { createChecker } from "./checker.ts";
import type { Report } from "./finding.ts";

/** What is to be checked. */
export type Request = {
  readonly draft: Draft;
  /** Empty: the rules' own proposed reading is checked, as a preview. */
  readonly readings: readonly Reading[];
  /** The package of bracket options. */
  readonly choices: Choices;
  /**
   * `"every"`, where nothing is said: a bracket without a choice is tried with each of its options. `"chosen"`: only
   * the wording that stands is asked, with the first option where none is chosen; the rest is counted as untried.
   */
  readonly wording?: "every" | "chosen";
  /** Days within which an answer to a breach is wanted, `null` where nobody said. */
  readonly answerWithin: number | null;
};

/**
 * Asks every rule of the catalogue of a text and grades its primary commitments.
 *
 * Never fails, never blocks. Findings stand by severity, then in the order of the text, then by rule; grades in the
 * order of the text. Same input, same bytes. With several readings the findings of each are listed, and the grades
 * are those of the first.
 */
export function check(request: Request): Report {
  return createChecker().check(request);
}
