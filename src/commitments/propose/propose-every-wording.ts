import type { Choices, Draft, Group } from "../../text/index.ts";
import type { Commitment } from "../commitment.ts";
import { emptyProposals, proposeReading } from "./propose-reading.ts";

/** Up to this many options each is tried by itself; beyond it options of different provisions are tried together. */
const triedSingly = 60;

/**
 * The commitments of every wording: those of the first options, and for each other option, with the options around it
 * chosen, those whose words stand in it. `requires` says under which options each exists.
 *
 * In the order of the text, the first wording first; ids go on counting within a provision. Passages that no option
 * touches are read once. O(size of the text × wordings of one provision) beyond 60 options, so that a text of a
 * thousand brackets stays readable.
 */
export function proposeEveryWording(draft: Draft): readonly Commitment[] {
  const memo = emptyProposals();
  const baseline = proposeReading(draft, {}, memo).commitments;
  if (draft.groups.length === 0) return baseline;
  const counts = new Map<string, number>();
  for (const { label } of baseline) counts.set(label, (counts.get(label) ?? 0) + 1);
  const others = roundsOf(draft).flatMap((round) => {
    const choices: Choices = Object.assign({}, ...round.map((trial) => trial.choices));

    return proposeReading(draft, choices, memo)
      .commitments.filter(({ requires }) => round.some(({ group, option }) => requires[group] === option))
      .map((commitment) => renumbered(commitment, counts));
  });
  const order = new Map(draft.provisions.map(({ id, index }) => [id, index]));

  return [...baseline, ...others].toSorted(
    (one, other) => (order.get(one.provision) ?? 0) - (order.get(other.provision) ?? 0),
  );
}

type Trial = { readonly group: string; readonly option: string; readonly provision: number; readonly choices: Choices };

/** Which options are tried at once: each alone, or, in a text of many brackets, one a provision. */
function roundsOf(draft: Draft): readonly (readonly Trial[])[] {
  const trials = trialsOf(draft);
  if (trials.length <= triedSingly) return trials.map((trial) => [trial]);
  const rounds: Trial[][] = [];
  const used = new Map<number, number>();
  for (const trial of trials) {
    const round = used.get(trial.provision) ?? 0;
    used.set(trial.provision, round + 1);
    const known = rounds[round];
    if (known === undefined) rounds[round] = [trial];
    else known.push(trial);
  }

  return rounds;
}

/** Every option but the first of its group, with the options around it. */
function trialsOf(draft: Draft): readonly Trial[] {
  const byOption = new Map<string, Group>();
  for (const group of draft.groups) for (const option of group.options) byOption.set(option.id, group);

  return draft.groups.flatMap((group) => {
    const around: Record<string, string> = {};
    for (let at = group.within; at !== null;) {
      const outer = byOption.get(at);
      if (outer === undefined) break;
      around[outer.id] = at;
      at = outer.within;
    }
    const top = outermost(group, byOption);

    return group.options
      .slice(1)
      .filter((option) => !option.noText)
      .map((option) => ({
        group: group.id,
        option: option.id,
        provision: top,
        choices: { ...around, [group.id]: option.id },
      }));
  });
}

/** The provision that an option of a block changes is that of the outermost group around it. */
function outermost(group: Group, byOption: ReadonlyMap<string, Group>): number {
  let at = group;
  while (at.within !== null) {
    const outer = byOption.get(at.within);
    if (outer === undefined) break;
    at = outer;
  }

  return at.provision;
}

/** The commitment under the next free number of its provision; what it says of itself goes along. */
function renumbered(commitment: Commitment, counts: Map<string, number>): Commitment {
  const number = (counts.get(commitment.label) ?? 0) + 1;
  counts.set(commitment.label, number);
  const id = `${commitment.label}/${number}`;

  return { ...withId(commitment, commitment.id, id), id };
}

/** Plain data with references to one commitment turned to another. */
function withId<Tree>(tree: Tree, from: string, to: string): Tree {
  const rewrite = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(rewrite);

    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, key === "commitment" && one === from ? to : rewrite(one)]),
    );
  };

  // Only strings under "commitment" change, so that the tree keeps its shape.
  return rewrite(tree) as Tree;
}
