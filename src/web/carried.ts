import { carryReading, mapSlots, type Commitment, type Reading } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";

/** What somebody has to look at again after a reading followed an edit. Labels are those of the words now. */
export type Carried = {
  /** Places that are read and whose words changed; with them the slots that no longer find their own words. */
  readonly changed: readonly { readonly label: string; readonly slots: readonly string[] }[];
  /** Labels, as the text had them when it was opened, of places that are read and no longer stand. */
  readonly gone: readonly string[];
};

/** Takes a reading from the text as opened to the words now, and says what did not come along unharmed. */
export function carriedOver(
  reading: Reading,
  from: Draft,
  to: Draft,
): { readonly reading: Reading; readonly carried: Carried } {
  const next = carryReading(reading, from, to);
  const before = new Map(from.provisions.map((provision) => [provision.id, provision]));
  const after = new Map(to.provisions.map((provision) => [provision.id, provision]));
  const lost = new Map<string, Set<string>>();
  for (const commitment of next.commitments)
    lost.set(
      commitment.provision,
      new Set([...(lost.get(commitment.provision) ?? []), ...slotsWithoutWords(commitment)]),
    );
  const read = new Set([...reading.commitments, ...reading.guarantees, ...reading.powers].map(({ label }) => label));
  const places = [...before.values()].filter(({ label }) => read.has(label));

  return {
    reading: next,
    carried: {
      changed: places.flatMap(({ id, words }) => {
        const now = after.get(id);
        return now === undefined || now.words === words ? [] : [{ label: now.label, slots: [...(lost.get(id) ?? [])] }];
      }),
      gone: places.flatMap(({ id, label }) => (after.has(id) ? [] : [label])),
    },
  };
}

const slotNames: readonly (readonly [keyof Commitment, string])[] = [
  ["bearer", "who"],
  ["action", "what"],
  ["quantity", "how much"],
  ["window", "when"],
  ["condition", "condition"],
  ["verification", "verified by"],
  ["determination", "decided by"],
  ["onBreach", "on breach"],
];

function slotsWithoutWords(commitment: Commitment): readonly string[] {
  return slotNames.flatMap(([field, name]) => {
    let isLost = false;
    mapSlots(commitment[field], (slot) => {
      if (slot.kind === "proposed" && slot.rule === "words-changed") isLost = true;
      return slot;
    });
    return isLost ? [name] : [];
  });
}

/** The same in sentences; `null` where everything came along. */
export function carriedWords({ changed, gone }: Carried): string | null {
  if (changed.length + gone.length === 0) return null;
  const at = changed.map(({ label, slots }) => (slots.length === 0 ? label : `${label} (${slots.join(", ")})`));

  return [
    ...(at.length > 0
      ? [`The words changed at ${shortened(at)}: what was read there stands as before, and nobody has confirmed it.`]
      : []),
    ...(gone.length > 0
      ? [`${shortened(gone)} ${gone.length === 1 ? "is" : "are"} gone, and what was read there with it.`]
      : []),
  ].join(" ");
}

const mostNamed = 6;

function shortened(labels: readonly string[]): string {
  const rest = labels.length - mostNamed;

  return rest > 0 ? `${labels.slice(0, mostNamed).join(", ")} and ${rest} more` : labels.join(", ");
}
