import type { Commitment, Slot } from "../commitments/index.ts";

/** One meaning of a commitment whose words allow several. */
export type Scenario = {
  readonly commitment: Commitment;
  /** Which values are taken, `null` where the words leave nothing open that the game asks. */
  readonly says: string | null;
};

/** With more open slots than this, one alternative at a time is tried against the first of all others. */
const most = 8;

type Open = {
  readonly path: string;
  readonly count: number;
  readonly words: (at: number) => string;
  readonly fix: (commitment: Commitment, at: number) => Commitment;
};

/** Every meaning of the slots that the enforcement game asks: all combinations of up to eight open slots. */
export function scenariosOf(commitment: Commitment): readonly Scenario[] {
  const open = isOpenAnywhere(commitment) ? openSlots(commitment) : [];
  if (open.length === 0) return [{ commitment, says: null }];

  return combinations(open).map((chosen) => {
    let meant = commitment;
    open.forEach((slot, at) => {
      meant = slot.fix(meant, chosen[at] ?? 0);
    });

    return {
      commitment: meant,
      says: open.map((slot, at) => `${slot.path}: ${slot.words(chosen[at] ?? 0)}`).join("; "),
    };
  });
}

function combinations(open: readonly Open[]): readonly (readonly number[])[] {
  if (open.length > most) {
    const first = open.map(() => 0);
    const others = open.flatMap(({ count }, at) =>
      Array.from({ length: count - 1 }, (_, more) => first.map((value, place) => (place === at ? more + 1 : value))),
    );

    return [first, ...others];
  }
  let all: readonly (readonly number[])[] = [[]];
  for (const { count } of open)
    all = all.flatMap((chosen) => Array.from({ length: count }, (_, at) => [...chosen, at]));

  return all;
}

/** A quick look, because hardly any commitment has such a slot. */
function isOpenAnywhere({ bearer, counterparty, determination, verification, onBreach }: Commitment): boolean {
  return (
    [bearer, counterparty, determination].some(isAmbiguous) ||
    verification.some((one) => Object.values(one).some(isAmbiguous)) ||
    onBreach.some((one) => Object.values(one).some(isAmbiguous))
  );
}

function isAmbiguous(slot: unknown): boolean {
  return typeof slot === "object" && slot !== null && "kind" in slot && slot.kind === "ambiguous";
}

function openSlots(commitment: Commitment): readonly Open[] {
  return [
    ...openSlot("bearer", commitment.bearer, (one, bearer) => ({ ...one, bearer })),
    ...openSlot("counterparty", commitment.counterparty, (one, counterparty) => ({ ...one, counterparty })),
    ...openSlot("determination", commitment.determination, (one, determination) => ({ ...one, determination })),
    ...commitment.verification.flatMap((verification, place) =>
      (["by", "evidence", "access", "needsConsentOf", "reportsTo", "within"] as const).flatMap((path) =>
        openSlot<unknown>(`verification.${path}`, verification[path], (one, slot) => ({
          ...one,
          verification: one.verification.map((other, at) => (at === place ? { ...other, [path]: slot } : other)),
        })),
      ),
    ),
    ...commitment.onBreach.flatMap((consequence, place) =>
      (["by", "needsConsentOf", "unless", "within", "addressee"] as const).flatMap((path) =>
        openSlot<unknown>(`onBreach.${path}`, consequence[path], (one, slot) => ({
          ...one,
          onBreach: one.onBreach.map((other, at) => (at === place ? { ...other, [path]: slot } : other)),
        })),
      ),
    ),
  ];
}

function openSlot<Value>(
  path: string,
  slot: Slot<Value>,
  put: (commitment: Commitment, slot: Slot<Value>) => Commitment,
): readonly Open[] {
  if (slot.kind !== "ambiguous" || slot.alternatives.length < 2) return [];
  const { alternatives } = slot;

  return [
    {
      path,
      count: alternatives.length,
      words: (at) => wordsOf(alternatives[at]!.value),
      fix: (commitment, at) => put(commitment, { kind: "stated", ...alternatives[at]! }),
    },
  ];
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "nobody" : value.map(wordsOf).join(", ");
  if (typeof value === "object" && value !== null && "by" in value) return wordsOf(value.by);
  if (typeof value === "object" && value !== null && "amount" in value && "unit" in value)
    return `${String(value.amount)} ${String(value.unit)}`;

  return String(value);
}
