import { spansOf, valuesOf, type Anchor, type Commitment, type Reading, type Slot } from "../commitments/index.ts";
import { actionWords, windowWords } from "../wire/index.ts";

/** One answer of the matrix: where the text gives it and in which words, or what kind of hole stands there. */
export type Cell =
  | { readonly kind: "filled"; readonly label: string; readonly isOwn: boolean; readonly words: string }
  | { readonly kind: "gap" }
  | { readonly kind: "ambiguous"; readonly words: string }
  | { readonly kind: "declared"; readonly words: string }
  | { readonly kind: "not-asked"; readonly why: string };

export const questions = ["Who", "What", "When", "Verified by", "Decided by", "On breach", "Guarantor"] as const;

/**
 * A commitment's answers in the order of `questions`. Nothing is judged here: the slots of the reading are shown, and
 * what the checks did not grade (`isGraded`) is not asked who watches, decides and answers.
 */
export function cellsOf(
  commitment: Commitment,
  reading: Reading | undefined,
  isGraded: boolean,
  labelOf: (id: string) => string,
): readonly Cell[] {
  const { label, mode, role } = commitment;
  const own = (words: string, at = label): Cell => ({ kind: "filled", label: at, isOwn: at === label, words });
  const slot = <Value>(slot: Slot<Value>, says: (value: Value) => string, at?: string): Cell => {
    const words = valuesOf(slot).map(says).join(" or ");
    if (slot.kind === "ambiguous") return { kind: slot.declared === "no" ? "ambiguous" : "declared", words };
    if (slot.kind === "not-applicable") return { kind: "not-asked", why: slot.why };
    if (slot.kind === "unresolved") return { kind: "gap" };
    return own(words, at ?? placeOf(spansOf(slot), label, labelOf));
  };
  const names = (value: readonly string[]): string => value.join(", ");
  const [verified] = commitment.verification;
  const [answer] = commitment.onBreach;
  const guarantee = reading?.guarantees.find(({ covers }) =>
    valuesOf(covers).some((covered) => covered === "all" || covered.includes(label)),
  );
  const isLasting = mode === "maintain" && commitment.window.kind === "unresolved";
  const why =
    role === "mechanism"
      ? "a mechanism is judged through the commitments it serves"
      : "it is neither an obligation nor a prohibition";
  const notAsked: Cell = { kind: "not-asked", why };
  const watch: readonly Cell[] = !isGraded
    ? [notAsked, notAsked, notAsked, notAsked]
    : [
        verified === undefined ? { kind: "gap" } : slot(verified.by, names, verified.label),
        slot(commitment.determination, ({ by }) => names(by), valuesOf(commitment.determination)[0]?.label),
        answer === undefined ? { kind: "gap" } : own(answer.says, answer.label),
        guarantee === undefined ? { kind: "gap" } : slot(guarantee.guarantor, names, guarantee.label),
      ];

  return [
    slot(commitment.bearer, names),
    own(actionWords(commitment)),
    isLasting ? { kind: "not-asked", why: "it lasts" } : slot(commitment.window, windowWords),
    ...watch,
  ];
}

function placeOf(spans: readonly Anchor[], label: string, labelOf: (id: string) => string): string {
  const [first] = spans;

  return first === undefined ? label : labelOf(first.provision);
}
