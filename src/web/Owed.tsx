import { printConsequence, valuesOf, type Commitment, type Slot } from "../commitments/index.ts";
import { actionWords, windowWords } from "../wire/index.ts";

/** What the words of a provision oblige to, slot by slot. What they do not say is said. */
export function Owed({
  commitments,
  reader,
}: {
  readonly commitments: readonly Commitment[];
  /** Whose reading it is; `null` for the rules' own proposal. */
  readonly reader: string | null;
}) {
  return (
    <section className="side-part" aria-label="Commitments">
      <h4>
        {commitments.length === 1 ? "One commitment" : `${commitments.length} commitments`}
        {reader === null ? ", as the rules propose" : `, as ${reader} reads these words`}
      </h4>
      {commitments.map((commitment) => (
        <dl key={commitment.id} className="owed">
          {rowsOf(commitment).map(([name, words]) => (
            <div key={name} className="owed-row">
              <dt>{name}</dt>
              <dd>{words === "" ? <span className="unsaid">the text does not say</span> : words}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}

/** Question and answer, in the order in which they are asked. An answer that is not the words' own says whose it is. */
export function rowsOf(commitment: Commitment): readonly (readonly [string, string])[] {
  const names = (slot: Slot<readonly string[]>): string => told(slot, (value) => value.join(", "));
  const rows: (readonly [string, string])[] = [
    ["Who", names(commitment.bearer)],
    ["What", actionWords(commitment)],
    ["How firmly", told(commitment.modality, (value) => value.replaceAll("-", " "))],
    ["To whom", names(commitment.counterparty)],
    ["When", told(commitment.window, windowWords)],
  ];
  if (commitment.role === "mechanism") return [...rows, ["Serves as", "a mechanism for other commitments"]];

  return [
    ...rows,
    ["Verified by", [...new Set(commitment.verification.map(({ by, label }) => at(names(by), label)))].join("; ")],
    ["Decided by", told(commitment.determination, ({ by, label }) => at(by.join(", "), label))],
    ["On breach", commitment.onBreach.map((each) => at(each.says || printConsequence(each), each.label)).join("; ")],
  ];
}

function at(words: string, label: string): string {
  return words === "" ? "" : `${words} (${label})`;
}

function told<Value>(slot: Slot<Value>, says: (value: Value) => string): string {
  const words = valuesOf(slot).map(says);
  switch (slot.kind) {
    case "ambiguous":
      return `${words.join(" or ")}${slot.declared === "no" ? " (read differently)" : " (left open on purpose)"}`;
    case "proposed":
      return `${words.join("")} (proposed)`;
    case "not-applicable":
      return `does not apply: ${slot.why}`;
    case "asserted":
    case "stated":
    case "unresolved":
      return words.join("");
  }
}
