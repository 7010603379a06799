import type { Consequence, Guarantee } from "../commitment.ts";
import { itemsIn, unresolved, valueOf, type Slot } from "../slot.ts";
import { labelsIn } from "./covers.ts";
import { actVerb, isActOf } from "./link-subjects.ts";
import type { Watch } from "./link-verification.ts";
import { statementsOf } from "./placed-statements.ts";
import type { PassageReading } from "./read-passage.ts";
import type { Statement } from "./statements.ts";

/** What guarantors promise, as statements say it, with the answer of a guarantor that stands elsewhere in the text. */
export function guaranteesOf(
  readings: readonly PassageReading[],
  watch: Watch,
  primaries: readonly number[],
  consequences: ReadonlyMap<number, readonly Consequence[]>,
): readonly Omit<Guarantee, "requires">[] {
  const { frames } = watch.acts;
  const all = [...consequences.values()].flat();
  const effectBy = (names: readonly string[]): Consequence | null =>
    all.find((one) => {
      const by = valueOf(one.by);

      return (
        by !== null &&
        by !== "automatic" &&
        (by.some((name) => names.includes(name)) || by.some((name) => /\bguarantors?\b/i.test(name)))
      );
    }) ?? null;
  const counts = new Map<string, number>();
  const build = (
    reading: PassageReading,
    statement: Statement,
    guarantor: Slot<readonly string[]>,
    covers: Slot<readonly string[] | "all">,
    bound: boolean,
    expires: Guarantee["expires"],
  ): Omit<Guarantee, "requires"> => {
    const { provision } = reading.passage;
    const number = (counts.get(provision.label) ?? 0) + 1;
    counts.set(provision.label, number);
    const effect = effectBy(itemsIn(guarantor));
    const [trigger] = effect?.requires ?? [];
    const spans = effect?.spans ?? statement.spans;

    return {
      id: `${provision.label}/g${number}`,
      provision: provision.id,
      label: provision.label,
      spans: statement.spans,
      guarantor,
      covers,
      trigger:
        trigger === undefined
          ? unresolved(...statement.spans)
          : { kind: "proposed", value: trigger, spans, rule: "trigger-of-answer" },
      effect:
        effect === null
          ? unresolved(...statement.spans)
          : { kind: "proposed", value: effect, spans, rule: "answer-of-guarantor" },
      cost: effect === null ? unresolved(...statement.spans) : effect.cost,
      bound: bound && (effect === null || effect.bound),
      expires,
      optOuts: [],
    };
  };
  const stated = statementsOf(readings, "guarantee").map(({ says, statement, reading }) => {
    const labels = labelsIn(says.covers, watch.acts);
    const noun = says.noun.toLowerCase().split(/\s+/)[0] ?? "";
    const byNoun = primaries
      .filter((index) => actVerb(noun) !== "" && isActOf(frames[index]!, actVerb(noun), noun))
      .map((index) => frames[index]!.label);
    const isWhole =
      /\b(?:this|the present) (?:agreement|accord|protocol|framework|treaty|memorandum)\b|\bimplementation\b/i.test(
        says.noun,
      );
    const covers: Slot<readonly string[] | "all"> =
      labels.length > 0
        ? { kind: "stated", value: labels, spans: statement.spans }
        : isWhole
          ? { kind: "stated", value: "all", spans: statement.spans }
          : byNoun.length > 0
            ? { kind: "proposed", value: [...new Set(byNoun)], spans: statement.spans, rule: "noun-of-act" }
            : unresolved(...statement.spans);

    return build(reading, statement, says.guarantor, covers, says.bound, says.expires);
  });
  const named = statementsOf(readings, "guarantor").map(({ says, statement, reading }) =>
    build(
      reading,
      statement,
      { kind: "stated", value: says.names, spans: statement.spans },
      { kind: "stated", value: "all", spans: statement.spans },
      true,
      unresolved(),
    ),
  );

  return [...stated, ...named];
}
