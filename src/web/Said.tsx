import type { ReadingState } from "./analysis.ts";
import { carriedWords } from "./carried.ts";
import { draftTitle } from "./say.ts";

type Props = {
  /** Why nothing could be read or checked. */
  readonly failed: string | null;
  /** Why the address does not show what it names. */
  readonly missing: string | null;
  /** The readings that were asked for. */
  readonly readings: readonly ReadingState[];
};

/** What has to be said above the screen, in sentences: failures, what a link did not find, what a reading did not survive. */
export function Said({ failed, missing, readings }: Props) {
  return (
    <>
      {failed !== null && (
        <p className="refusal" role="alert">
          {failed}
        </p>
      )}
      {missing !== null && (
        <p className="small said" role="status">
          {missing}
        </p>
      )}
      {readings.map((state) => {
        const says = saidOf(state);
        return (
          says !== null && (
            <p key={state.name} className="small said" role="status">
              {says}
            </p>
          )
        );
      })}
    </>
  );
}

function saidOf({ name, refusal, carried }: ReadingState): string | null {
  if (refusal !== null)
    return `The reading ${draftTitle(name)} could not be laid over this draft: ${refusal}. The rules’ own proposal is shown.`;
  const lost = carried === null ? null : carriedWords(carried);

  return lost === null ? null : `The reading ${draftTitle(name)} was carried to the words as edited. ${lost}`;
}
