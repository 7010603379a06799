import { positionOf, type Choices, type Draft, type Group, type Slip } from "../../text/index.ts";
import type { Commitment } from "../commitment.ts";
import { emptyProposals, proposeReading } from "./propose-reading.ts";

/** Up to this many options each is tried by itself; beyond it options of different provisions are tried together. */
const triedSingly = 60;

/** The commitments of every wording, and what the rules have to say of the text as a whole. */
export type EveryWording = { readonly commitments: readonly Commitment[]; readonly slips: readonly Slip[] };

/**
 * The commitments of every wording: those of the first options, and for each other option, with the options around it
 * chosen, those whose words stand in it. `requires` says under which options each exists.
 *
 * In the order of the text, the first wording first; ids go on counting within a provision. Passages that no option
 * touches are read once. O(size of the text × wordings of one provision) beyond 60 options, so that a text of a
 * thousand brackets stays readable; where even that is too much the later options are left, and a slip counts them.
 */
export function proposeEveryWording(draft: Draft): EveryWording {
  const memo = draft.groups.length === 0 ? null : emptyProposals();
  const first = proposeReading(draft, {}, memo);
  const baseline = first.commitments;
  if (draft.groups.length === 0) return { commitments: baseline, slips: first.slips };
  const counts = new Map<string, number>();
  for (const { label } of baseline) counts.set(label, (counts.get(label) ?? 0) + 1);
  const trials = trialsOf(draft);
  const read = affordable(draft, trials);
  const others = roundsOf(read).flatMap((round) => {
    const choices: Choices = Object.assign({}, ...round.map((trial) => trial.choices));
    const tried = new Set(round.map(({ group, option }) => `${group}=${option}`));

    return proposeReading(draft, choices, memo)
      .commitments.filter(({ requires }) => Object.entries(requires).some((pair) => tried.has(pair.join("="))))
      .map((commitment) => renumbered(commitment, counts));
  });
  const order = new Map(draft.provisions.map(({ id, index }) => [id, index]));
  const left = trials.length - read.length;

  return {
    commitments: [...baseline, ...others].toSorted(
      (one, other) => (order.get(one.provision) ?? 0) - (order.get(other.provision) ?? 0),
    ),
    slips: left === 0 ? first.slips : [...first.slips, optionsLeft(draft, trials[read.length]!, left)],
  };
}

/** Work that reading options may cost, in UTF-16 units of provisions read again. */
const enough = 1_000_000;

/** As many trials, in the order of the text, as may be read. */
function affordable(draft: Draft, trials: readonly Trial[]): readonly Trial[] {
  let left = enough;
  let count = 0;
  for (const { provision } of trials) {
    left -= draft.provisions[provision]?.words.length ?? 0;
    if (left < 0) break;
    count += 1;
  }

  return trials.slice(0, count);
}

function optionsLeft(draft: Draft, { provision }: Trial, left: number): Slip {
  const place = draft.provisions[provision];

  return {
    ...(place === undefined ? { line: 1, column: 1 } : positionOf(draft, provision, 0)),
    code: "options-unread",
    says: `${left} options of open brackets, from here on, propose no commitments of their own: the text has too many.`,
    provision: place?.id ?? null,
    offset: 0,
    excerpt: "",
    repair: null,
  };
}

type Trial = { readonly group: string; readonly option: string; readonly provision: number; readonly choices: Choices };

/** Which options are tried at once: each alone, or, in a text of many brackets, one a provision. */
function roundsOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
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
