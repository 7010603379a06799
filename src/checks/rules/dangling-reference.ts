import type { Reference } from "../../text/index.ts";
import { presentProvisions } from "../places.ts";
import type { PresentProvision } from "../places.ts";
import { finding } from "../rule.ts";
import type { Context, Rule } from "../rule.ts";
import { listed } from "../saying.ts";
import type { Finding } from "../finding.ts";

/**
 * A reference to a provision that this text does not have; a reference into another named instrument is none of ours.
 * Annexes are often filed apart: a text that carries none gets one note. Source: docs/sources.md#dangling-reference.
 */
export const danglingReference: Rule = {
  name: "dangling-reference",
  family: "structure",
  scope: "text",
  find: (context) => {
    const present = presentProvisions(context);
    const hasAnnexes = present.some(({ provision }) => provision.kind === "annex");
    const ends = labelEnds(context);
    const missing = present.flatMap((one) => [
      ...missingOf(one, "missing").filter(({ label }) => !ends.has(label)),
      ...(hasAnnexes ? missingOf(one, "missing-annex") : []),
    ]);
    const annexes = hasAnnexes ? [] : present.flatMap((one) => missingOf(one, "missing-annex"));

    return [...missing.map((reference) => danglingFinding(context, reference)), ...unfiledAnnexes(context, annexes)];
  },
};

/** Every label without its outer steps: `6.1` of `Part Two.6.1`, which is what a reference inside that part says. */
function labelEnds({ draft }: Context): ReadonlySet<string> {
  const ends = new Set<string>();
  for (const { label } of draft.provisions)
    for (let dot = label.indexOf("."); dot >= 0; dot = label.indexOf(".", dot + 1)) ends.add(label.slice(dot + 1));

  return ends;
}

type Missing = { readonly from: PresentProvision; readonly reference: Reference; readonly label: string };

/** The references of one provision that lead nowhere, each label once; those in words not chosen are not there. */
function missingOf(from: PresentProvision, kind: "missing" | "missing-annex"): readonly Missing[] {
  const byLabel = new Map<string, Missing>();
  for (const reference of from.provision.references) {
    if (reference.target.kind !== kind || !isKept(from, reference)) continue;
    const { label } = reference.target;
    if (!byLabel.has(label)) byLabel.set(label, { from, reference, label });
  }

  return [...byLabel.values()];
}

function isKept({ chosen }: PresentProvision, { span }: Reference): boolean {
  return chosen.kept.some(({ at, from }, index) => {
    const end = from + (chosen.kept[index + 1]?.at ?? chosen.words.length) - at;

    return span.start >= from && span.start < end;
  });
}

function danglingFinding(context: Context, { from, reference, label }: Missing): Finding {
  return finding(
    context,
    "dangling-reference",
    "error",
    null,
    `Refers to ${reference.literal}, which this text does not have.`,
    {
      slot: `${from.provision.id} ${label}`,
      provisions: [from.provision.label],
      missing: [label],
      at: { provision: from.provision.id, ...reference.span },
    },
  );
}

function unfiledAnnexes(context: Context, missing: readonly Missing[]): readonly Finding[] {
  const first = missing[0];
  if (first === undefined) return [];
  const names = [...new Set(missing.map(({ reference }) => reference.literal))];

  return [
    finding(context, "dangling-reference", "note", null, `Refers to ${listed(names)}; this text carries no annex.`, {
      slot: "annexes",
      provisions: [...new Set(missing.map(({ from }) => from.provision.label))],
      missing: names,
      at: { provision: first.from.provision.id, ...first.reference.span },
    }),
  ];
}
